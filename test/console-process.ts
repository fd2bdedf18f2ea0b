/** A console as users start it: the built command line as a process of its own, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_SECONDS_MAX = 90;

export interface ConsoleProcess {
  readonly address: string;
  readonly dataFolder: string;
  readonly child: ChildProcess;
  /** Everything the process has printed so far, for the message of a failed test. */
  output(): string;
  /** Ends it in good order and waits. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
}

export async function startConsole(
  options: { readonly args?: readonly string[]; readonly dataFolder?: string } = {},
): Promise<ConsoleProcess> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'interlock-home-'));
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join('dist', 'main', 'cli.js'),
      'serve',
      '--headless',
      '--port',
      '0',
      ...(options.args ?? []),
    ],
    { env: { ...process.env, INTERLOCK_HOME: dataFolder }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The console did not serve within ${START_SECONDS_MAX} s:\n${text}`)),
      START_SECONDS_MAX * 1000,
    );
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(text)?.[0];
      if (found) {
        clearTimeout(timer);
        resolve(found);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', code => {
      clearTimeout(timer);
      reject(new Error(`The console ended with code ${code} before it served:\n${text}`));
    });
  });
  return {
    address,
    dataFolder,
    child,
    output: () => text,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
