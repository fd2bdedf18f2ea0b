/**
 * Runs the rows of a series on several threads. Each takes the next few rows until none are left and writes them into
 * columns that all share; a row has the same bits whichever thread solved it. The threads get numbers and give numbers.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type LimitCounts, limitCountBytes, limitCounts } from '../../grid-models/series/limit-counts.ts';
import { type SummaryColumns, summaryBytes, summaryColumns } from '../../grid-models/series/summary.ts';
import { workerUrl } from '../shells/places.ts';
import type { Series, SeriesMessage, SeriesWorkerData } from './series-worker.ts';

/** Some 20 ms of a grid of a thousand buses: threads end within as much of each other. Even, as rows go in pairs. */
const CHUNK_ROWS = 64;
/** Beyond, threads wait for memory and not for a core. */
const THREADS_MAX = 64;

export interface SeriesOptions {
  /** Default: all cores but one, which the console's other threads need. */
  readonly threads?: number;
  /** Once it fires, every thread stops before its next row. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SeriesAnswer {
  readonly summary: SummaryColumns;
  readonly counts: LimitCounts;
  /** Rows run: fewer than all only when the signal fired. The others are marked as not run. */
  readonly done: number;
}

/** A thread failed; the run has no answer. */
export class SeriesError extends Error {
  constructor(cause: unknown) {
    super(`The series stopped: ${cause instanceof Error ? cause.message : cause}`, { cause });
    this.name = 'SeriesError';
  }
}

/** @throws SeriesError when a thread fails; the other threads are stopped then */
export async function runSeries(series: Series, options: SeriesOptions = {}): Promise<SeriesAnswer> {
  const { rows } = series.mix;
  const { signal } = options;
  const columns = summaryColumns(new SharedArrayBuffer(summaryBytes(rows)), rows);
  const counts = limitCounts(
    new SharedArrayBuffer(limitCountBytes(series.network, rows)),
    series.network,
    rows,
  );
  const data: SeriesWorkerData = {
    series,
    summary: columns.buffer,
    counts: counts.buffer,
    next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
    chunkRows: CHUNK_ROWS,
    stop: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  const stop = (): void => {
    Atomics.store(data.stop, 0, 1);
  };
  let done = 0;
  const onRows = (more: number): void => {
    done += more;
    options.onProgress?.(done, rows);
  };
  const workers: Worker[] = [];
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const threads = signal?.aborted ? 0 : threadsFor(rows, options.threads);
    for (let k = 0; k < threads; k++)
      workers.push(new Worker(workerUrl('series-worker'), { workerData: data }));
    await Promise.all(workers.map(worker => ended(worker, onRows)));
    return { summary: columns, counts, done };
  } catch (error) {
    throw new SeriesError(error);
  } finally {
    stop();
    signal?.removeEventListener('abort', stop);
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

function threadsFor(rows: number, asked = availableParallelism() - 1): number {
  return Math.max(1, Math.min(asked, THREADS_MAX, Math.ceil(rows / CHUNK_ROWS)));
}

/** Until the worker has ended of itself; throws what it throws. */
function ended(worker: Worker, onRows: (more: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: SeriesMessage) => onRows(message.rows));
    worker.on('error', reject);
    worker.on('exit', code => {
      if (code === 0) resolve();
      else reject(new Error(`a thread ended with code ${code}`));
    });
  });
}
