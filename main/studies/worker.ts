/** Runs one study off the console's thread. It gets numbers and gives numbers: there is nothing here that could act. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Scenario } from '../../preload/contract/studies.ts';
import { type StudyBase, StudyInputError } from './case.ts';
import { runStudy } from './run.ts';

export interface StudyWorkerData {
  readonly base: StudyBase;
  readonly scenario: Scenario;
}

export type StudyMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'result'; readonly result: ReturnType<typeof runStudy> }
  | { readonly type: 'refused'; readonly problems: readonly string[] };

const PROGRESS_EVERY_STEPS = 4;

const { base, scenario } = workerData as StudyWorkerData;
const send = (message: StudyMessage) => parentPort?.postMessage(message);
try {
  const result = runStudy(base, scenario, (done, total) => {
    if (done % PROGRESS_EVERY_STEPS === 0) send({ type: 'progress', done, total });
  });
  send({ type: 'result', result });
} catch (error) {
  if (!(error instanceof StudyInputError)) throw error;
  send({ type: 'refused', problems: error.problems });
}
