/** Studies: one worker per running case, ended when the screen leaves. Holds no signer, no sender and no store to write to. */
import { Worker } from 'node:worker_threads';
import type { Scenario, StudyProgress } from '../../preload/contract/studies.ts';
import { workerUrl } from '../shells/places.ts';
import { type StudyBase, StudyInputError } from './case.ts';
import type { StudyMessage } from './worker.ts';

/** Beyond: refused with a word, so that studies never starve the live console. */
const STUDIES_AT_ONCE_MAX = 2;

export class Studies {
  readonly #schedule: { at(from: number | undefined, intervals: number): StudyBase };
  readonly #clock: { elapsedMs(): number };
  #running = 0;

  /** @param schedule the present as it stands: the network and the injections of coming (or past) intervals */
  constructor(
    schedule: { at(from: number | undefined, intervals: number): StudyBase },
    clock: { elapsedMs(): number },
  ) {
    this.#schedule = schedule;
    this.#clock = clock;
  }

  /** Runs a scenario; leaving the loop (or the signal) ends the worker. @throws StudyInputError for unknown names */
  async *run(scenario: Scenario, signal: AbortSignal): AsyncIterable<StudyProgress> {
    if (this.#running >= STUDIES_AT_ONCE_MAX)
      throw new Error(`${STUDIES_AT_ONCE_MAX} studies are running already: cancel one first`);
    const base = this.#schedule.at(scenario.from, scenario.intervals);
    const started = this.#clock.elapsedMs();
    this.#running++;
    const worker = new Worker(workerUrl('study-worker'), { workerData: { base, scenario } });
    try {
      const total = 2 * base.intervals.length;
      yield { done: 0, total, result: null };
      for await (const message of messages(worker, signal)) {
        if (message.type === 'refused') throw new StudyInputError(message.problems);
        if (message.type === 'progress') yield { done: message.done, total: message.total, result: null };
        else {
          const seconds = (this.#clock.elapsedMs() - started) / 1000;
          yield { done: total, total, result: { ...message.result, seconds } };
          return;
        }
      }
    } finally {
      this.#running--;
      await worker.terminate();
    }
  }
}

/** The worker's messages as they come; ends when the signal does, throws what the worker throws. */
async function* messages(worker: Worker, signal: AbortSignal): AsyncIterable<StudyMessage> {
  const queue: StudyMessage[] = [];
  let failure: Error | undefined;
  let wake = () => {};
  worker.on('message', (message: StudyMessage) => {
    queue.push(message);
    wake();
  });
  worker.on('error', error => {
    failure = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      const next = queue.shift();
      if (next) yield next;
      else if (failure) throw new Error(`The study stopped: ${failure.message}`, { cause: failure });
      else
        await new Promise<void>(resolve => {
          wake = resolve;
        });
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
