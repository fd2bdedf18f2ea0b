/** `serve`: the console behind a loopback address, until a signal ends it. */
import { NetworkFileError } from '../../../grid-models/network/problems.ts';
import { openConsole } from '../../console.ts';
import { StoreError } from '../../store/errors.ts';
import { configurationOf, type ParsedOptions } from '../configuration.ts';
import { startLoopback } from '../loopback.ts';
import { rendererFolder } from '../places.ts';
import { EXIT, InputError } from './exit.ts';

/** After this the process ends even if a part does not. */
const CLOSE_MS_MAX = 8_000;

export async function serve(options: ParsedOptions & { readonly port: number }): Promise<number> {
  const configuration = configurationOf(options, process.env);
  const stopped = signalled();
  const console_ = await openConsole(configuration, line => console.error(line)).catch((error: unknown) => {
    // A network file or a data folder that cannot be used; what is our own mistake is not hidden as one of these.
    if (error instanceof NetworkFileError || error instanceof StoreError || isFileError(error))
      throw new InputError(error.message, { cause: error });
    throw error;
  });
  const host = await startLoopback({
    implementation: console_.implementation,
    rendererFolder: rendererFolder(),
    port: options.port,
  }).catch(async (error: unknown) => {
    await console_.close();
    throw new InputError(error instanceof Error ? error.message : String(error), { cause: error });
  });
  console.log(host.address());
  let failure: unknown = null;
  await Promise.race([
    stopped,
    console_.started.then(
      () => stopped,
      error => {
        failure = error;
      },
    ),
  ]);
  console.error(
    failure === null
      ? 'Ending …'
      : `The console could not start: ${failure instanceof Error ? failure.message : failure}`,
  );
  setTimeout(() => process.exit(EXIT.done), CLOSE_MS_MAX).unref();
  await host.close();
  await console_.close();
  return failure === null ? EXIT.done : EXIT.negative;
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'path' in error;
}

function signalled(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
