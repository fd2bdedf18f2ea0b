/**
 * The simulated world as a program of its own: started, listened to, ended. The console knows it only by its command line,
 * the chain's JSON-RPC and the telemetry protocol.
 */
import { spawn } from 'node:child_process';
import { z } from 'zod';
import { worldFile } from './shells/places.ts';

/** A running program: a child process, or a utility process of the desktop shell. */
export interface Program {
  readonly stdout: NodeJS.ReadableStream;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export type Launcher = (
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) => Program;

export interface WorldOptions {
  readonly seed: number;
  readonly scenario: string;
  readonly networkFile: string | null;
}

/** Raised when the simulated world gets other people than those that an earlier one registered in its market. */
export const PEOPLE_VERSION = 2;

const zPoints = z.array(z.object({ id: z.string(), owner: z.string(), meter: z.string() }));
const zRoster = z.object({
  participants: z.array(z.object({ address: z.string(), roles: z.number().int(), name: z.string() })),
  points: zPoints,
  neighbours: z.array(z.object({ operator: z.string(), points: zPoints })),
});
export type Roster = z.output<typeof zRoster>;

export interface World {
  readonly telemetryUrl: string;
  /** Called when the program ends although nobody asked it to. */
  onLost(listener: (code: number | null) => void): void;
  close(): Promise<void>;
}

const START_MS_MAX = 60_000;
const ROSTER_BYTES_MAX = 64 * 1024 * 1024;

/** Who takes part and who owns which connection point: what the market's administrator registers on chain. */
export async function readRoster(launch: Launcher, options: WorldOptions): Promise<Roster> {
  const program = launch(worldFile(), ['--roster-only', ...commonArgs(options)], {});
  let text = '';
  program.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.length > ROSTER_BYTES_MAX) program.kill();
  });
  const [code] = await Promise.all([
    new Promise<number | null>(resolve => program.onExit(resolve)),
    new Promise<void>(resolve => program.stdout.once('end', resolve).once('close', resolve)),
  ]);
  if (code !== 0)
    throw new Error(
      `The simulated world could not name its participants (exit code ${code}); its words are above.`,
    );
  return zRoster.parse(JSON.parse(text));
}

/** Starts the world against a chain and waits until its meters and stations can be read. */
export async function startWorld(
  launch: Launcher,
  options: WorldOptions & {
    readonly rpcUrl: string;
    readonly deploymentFile: string;
    readonly speed: number;
    readonly telemetryToken: string;
  },
): Promise<World> {
  const program = launch(
    worldFile(),
    [
      ...commonArgs(options),
      '--rpc',
      options.rpcUrl,
      '--deployment',
      options.deploymentFile,
      '--speed',
      String(options.speed),
    ],
    { INTERLOCK_TELEMETRY_TOKEN: options.telemetryToken },
  );
  let closing = false;
  let ended = false;
  const lost: ((code: number | null) => void)[] = [];
  const exit = new Promise<number | null>(resolve =>
    program.onExit(code => {
      ended = true;
      resolve(code);
      if (!closing) for (const listener of lost) listener(code);
    }),
  );
  const telemetryUrl = await telemetryAddress(program, exit);
  return {
    telemetryUrl,
    onLost: listener => lost.push(listener),
    async close() {
      closing = true;
      if (!ended) program.kill();
      await exit;
    },
  };
}

/** Programs as child processes of this Node. Their diagnostics go to our stderr. */
export function nodeLauncher(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Program {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    // stdin stays open: when we die, however suddenly, it closes, and the program ends itself.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  return {
    stdout: child.stdout,
    onExit: listener => child.on('exit', listener),
    kill: () => child.kill('SIGTERM'),
  };
}

async function telemetryAddress(program: Program, exit: Promise<number | null>): Promise<string> {
  let text = '';
  const said = new Promise<string>(resolve => {
    program.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /telemetry (ws:\/\/127\.0\.0\.1:\d+\S*)/.exec(text)?.[1];
      if (found) resolve(found);
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(new Error(`The simulated world gave no telemetry address within ${START_MS_MAX / 1000} s`)),
      START_MS_MAX,
    );
  });
  const early = exit.then(code => {
    throw new Error(`The simulated world ended with code ${code} before it gave a telemetry address`);
  });
  try {
    return await Promise.race([said, late, early]);
  } catch (error) {
    program.kill();
    throw error;
  } finally {
    clearTimeout(timer);
    early.catch(() => {});
  }
}

function commonArgs(options: WorldOptions): string[] {
  const network = options.networkFile === null ? [] : ['--network', options.networkFile];
  return ['--seed', String(options.seed), '--scenario', options.scenario, ...network];
}
