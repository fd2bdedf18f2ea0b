/**
 * Relief as the rest of the console sees it: questions about an interval, answered one after the other by a thread that starts with
 * the first of them. Whoever takes a question back ends the thread that works on it; the next question gets a new one. A thread that
 * dies or gives no answer fails its own question only.
 */
import { Worker } from 'node:worker_threads';
import type { Network } from '../../../grid-models/network/network.ts';
import type { Injection } from '../../../grid-models/power-flow/result.ts';
import { workerUrl } from '../../shells/places.ts';
import {
  noRelief,
  type OfferAtPoint,
  type PlantToCurtail,
  type ReliefOfAll,
  type ReliefQuestion,
} from './relief-core.ts';

export interface ReliefData {
  readonly network: Network;
}

export interface ReliefTask {
  readonly question: ReliefQuestion;
  readonly secondsMax: number;
}

export type ReliefAnswer =
  | { readonly ok: true; readonly found: ReliefOfAll }
  | { readonly ok: false; readonly message: string };

/** Whether limits can be restored is not known: no set follows, nothing may be waved through. */
export class ReliefError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ReliefError';
  }
}

/** Then the best set so far is the answer: an operator's attention holds for ten seconds. */
const SECONDS_MAX = 10;
/** A programme and its power flows that began in time may end; a thread that takes longer is stuck and is ended. */
const GRACE_SECONDS = 5;
/** Beyond, a question is refused: its answer would come when nobody waits for it any more. */
const WAITING_MAX = 20;

interface Asked {
  readonly question: ReliefQuestion;
  resolve(found: ReliefOfAll): void;
  reject(error: unknown): void;
}

export class Relief {
  readonly #schedules: { injection(interval: number): Injection | null };
  readonly #secondsMax: number;
  readonly #start: () => Worker;
  readonly #waiting: Asked[] = [];
  #running: Asked | null = null;
  #thread: Worker | null = null;
  #stuck: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param start a thread for the first question, and again after one has ended */
  constructor(
    data: ReliefData,
    schedules: { injection(interval: number): Injection | null },
    {
      secondsMax = SECONDS_MAX,
      start = () => new Worker(workerUrl('relief-worker'), { workerData: data }),
    }: { readonly secondsMax?: number; readonly start?: () => Worker } = {},
  ) {
    this.#schedules = schedules;
    this.#secondsMax = secondsMax;
    this.#start = start;
  }

  /**
   * The cheapest offers that restore every limit of the interval.
   * @param stepKw quantities are whole multiples of it
   * @throws ReliefError; what the signal was aborted with
   */
  offers(
    interval: number,
    offers: readonly OfferAtPoint[],
    stepKw: number,
    signal?: AbortSignal,
  ): Promise<ReliefOfAll> {
    const injection = this.#schedules.injection(interval);
    return injection ? this.#ask({ what: 'offers', injection, offers, stepKw }, signal) : NO_FORECAST;
  }

  /** The least curtailment that restores every limit of the interval, in the legal order. As `offers`. */
  curtailment(
    interval: number,
    plants: readonly PlantToCurtail[],
    stepKw: number,
    signal?: AbortSignal,
  ): Promise<ReliefOfAll> {
    const injection = this.#schedules.injection(interval);
    return injection ? this.#ask({ what: 'curtailment', injection, plants, stepKw }, signal) : NO_FORECAST;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const thread = this.#thread;
    for (const asked of this.#waiting.splice(0)) asked.reject(new ReliefError('The console is closing.'));
    this.#lost('The console is closing.');
    await thread?.terminate();
  }

  #ask(question: ReliefQuestion, signal?: AbortSignal): Promise<ReliefOfAll> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new ReliefError('The console is closing.'));
      if (signal?.aborted) return reject(signal.reason);
      if (this.#waiting.length >= WAITING_MAX)
        return reject(
          new ReliefError(`${WAITING_MAX} questions for relief are waiting already: ask again later.`),
        );
      const onAbort = () => this.#takeBack(asked, signal?.reason);
      const settled = () => signal?.removeEventListener('abort', onAbort);
      const asked: Asked = {
        question,
        resolve: found => {
          settled();
          resolve(found);
        },
        reject: error => {
          settled();
          reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort);
      this.#waiting.push(asked);
      this.#next();
    });
  }

  #next(): void {
    if (this.#running) return;
    const asked = this.#waiting.shift();
    if (!asked) return;
    this.#running = asked;
    this.#thread ??= this.#started();
    this.#thread.postMessage({ question: asked.question, secondsMax: this.#secondsMax } satisfies ReliefTask);
    const seconds = this.#secondsMax + GRACE_SECONDS;
    this.#stuck = setTimeout(
      () => this.#lost(`Relief gave no answer within ${seconds} s.`),
      seconds * 1000,
    ).unref();
  }

  #started(): Worker {
    const made = this.#start();
    const lost = (message: string) => {
      if (this.#thread === made) this.#lost(message);
    };
    made.on('message', (answer: ReliefAnswer) => {
      if (this.#thread !== made) return;
      const asked = this.#finish();
      if (answer.ok) asked?.resolve(answer.found);
      else asked?.reject(new ReliefError(`Relief failed: ${answer.message}`));
      this.#next();
    });
    made.on('error', error =>
      lost(`Relief stopped: ${error instanceof Error ? error.message : String(error)}`),
    );
    made.on('exit', () => lost('Relief ended.'));
    return made;
  }

  /** The thread is given up; what waits gets a new one. */
  #lost(message: string): void {
    this.#endThread();
    this.#finish()?.reject(new ReliefError(message));
    this.#next();
  }

  #takeBack(asked: Asked, reason: unknown): void {
    const place = this.#waiting.indexOf(asked);
    if (place >= 0) this.#waiting.splice(place, 1);
    else if (this.#running === asked) {
      // It computes without looking up: only ending it stops it.
      this.#endThread();
      this.#finish();
    }
    asked.reject(reason);
    this.#next();
  }

  #finish(): Asked | null {
    clearTimeout(this.#stuck);
    const asked = this.#running;
    this.#running = null;
    return asked;
  }

  #endThread(): void {
    const thread = this.#thread;
    this.#thread = null;
    void thread?.terminate();
  }
}

const NO_FORECAST = Promise.resolve(noRelief('There is no forecast for this interval yet.'));
