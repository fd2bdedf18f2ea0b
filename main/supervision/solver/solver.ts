/**
 * The solver as the rest of the console sees it: GridCore's methods, answered from a thread of its own. When the thread
 * dies, open questions fail, it is started again, and whoever feeds schedules is told to feed them anew: until then every
 * interval is without a schedule, and trades are held.
 */
import { Worker } from 'node:worker_threads';
import type { Network } from '../../../grid-models/network/network.ts';
import type { CheckPolicy } from '../../../grid-models/security/trade-check.ts';
import type { Tariff } from '../../../grid-models/tariff/nodal-fee.ts';
import { workerUrl } from '../../shells/places.ts';
import type { GridCore } from './grid-core.ts';

export interface SolverData {
  readonly network: Network;
  readonly policy: CheckPolicy;
  readonly tariff: Tariff;
  readonly networkVersion: string;
}

/** The methods of GridCore as questions to its thread. */
export type SolverMethods = {
  readonly [M in keyof GridCore]: GridCore[M] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

export interface Question {
  readonly id: number;
  readonly method: keyof GridCore;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** The solver cannot answer: no state follows, nothing may be waved through. */
export class SolverError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SolverError';
  }
}

const METHODS: readonly (keyof GridCore)[] = [
  'setSchedule',
  'forgetBefore',
  'judge',
  'values',
  'summaries',
  'lights',
  'room',
  'slopes',
  'effect',
  'impact',
  'footprint',
];
const RESTART_MS = 500;

export interface Solver extends SolverMethods {
  /** Called after the thread was replaced: every schedule has to be set again. */
  onRestart(listener: () => void): void;
  alive(): boolean;
  close(): Promise<void>;
}

export async function startSolver(data: SolverData): Promise<Solver> {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const restartListeners: (() => void)[] = [];
  let nextId = 1;
  let closed = false;
  let worker = await start();

  const methods = Object.fromEntries(
    METHODS.map(method => [
      method,
      (...args: unknown[]) =>
        new Promise((resolve, reject) => {
          if (!worker) return reject(new SolverError('The solver is being restarted.'));
          const id = nextId++;
          open.set(id, { resolve, reject });
          worker.postMessage({ id, method, args } satisfies Question);
        }),
    ]),
  ) as unknown as SolverMethods;

  return {
    ...methods,
    onRestart: listener => restartListeners.push(listener),
    alive: () => worker !== undefined,
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };

  function start(): Promise<Worker | undefined> {
    const made = new Worker(workerUrl('solver-worker'), { workerData: data });
    return new Promise((resolve, reject) => {
      made.on('message', (message: Answer | { ready: true }) => {
        if ('ready' in message) return resolve(made);
        const question = open.get(message.id);
        open.delete(message.id);
        if (message.ok) question?.resolve(message.value);
        else question?.reject(new SolverError(message.message));
      });
      made.on('error', error => {
        reject(error);
        failOpen(`The solver stopped: ${error instanceof Error ? error.message : String(error)}`);
      });
      made.on('exit', () => {
        reject(new SolverError('The solver ended while it started.'));
        failOpen('The solver ended.');
        if (closed || worker !== made) return;
        worker = undefined;
        setTimeout(() => void restart(), RESTART_MS).unref();
      });
    });
  }

  async function restart(): Promise<void> {
    if (closed) return;
    worker = await start().catch(() => undefined);
    if (!worker) setTimeout(() => void restart(), RESTART_MS).unref();
    else for (const listener of restartListeners) listener();
  }

  function failOpen(reason: string): void {
    for (const question of open.values()) question.reject(new SolverError(reason));
    open.clear();
  }
}
