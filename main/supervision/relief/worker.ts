/** Relief's thread: one ReliefCore, asked by message, one question at a time, so that a hard one never delays a verdict. */
import { parentPort, workerData } from 'node:worker_threads';
import { connectionPoints } from '../../../grid-models/network/connection-points.ts';
import { highsSolver } from '../../../grid-models/redispatch/highs.ts';
import type { ReliefAnswer, ReliefData, ReliefTask } from './relief.ts';
import { ReliefCore } from './relief-core.ts';

const { network } = workerData as ReliefData;
const core = new ReliefCore(network, connectionPoints(network), await highsSolver());

parentPort?.on('message', ({ question, secondsMax }: ReliefTask) => {
  const endsAtMs = performance.now() + secondsMax * 1000;
  let answer: ReliefAnswer;
  try {
    answer = { ok: true, found: core.find(question, () => (endsAtMs - performance.now()) / 1000) };
  } catch (error) {
    answer = { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
