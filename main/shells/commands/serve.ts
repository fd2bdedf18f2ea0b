/** `serve`: the console behind a loopback address, until a signal ends it. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openConsole } from '../../console.ts';
import { configurationOf, type ParsedOptions } from '../configuration.ts';
import { startLoopback } from '../loopback.ts';
import { EXIT, InputError } from './exit.ts';

/** After this the process ends even if a part does not. */
const CLOSE_MS_MAX = 8_000;

export async function serve(options: ParsedOptions & { readonly port: number }): Promise<number> {
  const configuration = configurationOf(options, process.env);
  const stopped = signalled();
  const console_ = await openConsole(configuration, line => console.error(line));
  const host = await startLoopback({
    implementation: console_.implementation,
    rendererFolder: join(dirname(fileURLToPath(import.meta.url)), '..', 'renderer'),
    port: options.port,
  }).catch(async (error: unknown) => {
    await console_.close();
    throw new InputError(error instanceof Error ? error.message : String(error), { cause: error });
  });
  console.log(host.address());
  await stopped;
  console.error('Ending …');
  setTimeout(() => process.exit(EXIT.done), CLOSE_MS_MAX).unref();
  await host.close();
  await console_.close();
  return EXIT.done;
}

function signalled(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
