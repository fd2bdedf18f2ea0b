/** The solver's thread: one GridCore, asked by message, one question at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { connectionPoints } from '../../grid-models/network/connection-points.ts';
import { GridCore } from './solver/grid-core.ts';
import type { Answer, Question, SolverData } from './solver/solver.ts';

const { network, policy, tariff, networkVersion } = workerData as SolverData;
const core = new GridCore(network, connectionPoints(network), {
  policy,
  tariff,
  networkVersion,
});

parentPort?.on('message', async ({ id, method, args }: Question) => {
  let answer: Answer;
  try {
    // Both ends are typed by GridCore itself: `Solver` in solver.ts offers exactly its methods.
    const ask = core[method] as (...args: readonly unknown[]) => unknown;
    answer = { id, ok: true, value: await ask.apply(core, args as unknown[]) };
  } catch (error) {
    answer = { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
parentPort?.postMessage({ ready: true });
