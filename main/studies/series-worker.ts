/** One thread of a series: takes rows while there are any. There is nothing here that could act. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildModel } from '../../grid-models/network/build.ts';
import type { Network } from '../../grid-models/network/network.ts';
import type { SolvedState } from '../../grid-models/power-flow/result.ts';
import { networkLimits } from '../../grid-models/security/limits.ts';
import { countLimits, limitCounts } from '../../grid-models/series/limit-counts.ts';
import { mixInject, type RowMix } from '../../grid-models/series/row-mix.ts';
import { type SeriesSink, seriesSolver } from '../../grid-models/series/series.ts';
import { summarise, summaryOf } from '../../grid-models/series/summary.ts';

export interface Series {
  readonly network: Network;
  /** Every row is solved from here. */
  readonly base: SolvedState;
  readonly mix: RowMix;
}

/** All buffers are shared between the threads. */
export interface SeriesWorkerData {
  readonly series: Series;
  readonly summary: ArrayBufferLike;
  readonly counts: ArrayBufferLike;
  /** [1] first row that no thread has taken, and how many a thread takes at a time. */
  readonly next: Int32Array;
  readonly chunkRows: number;
  /** [1] not 0 once the run is to end. */
  readonly stop: Int32Array;
}

export interface SeriesMessage {
  /** Rows run since the last message. */
  readonly rows: number;
}

const { series, summary, counts, next, chunkRows, stop } = workerData as SeriesWorkerData;
const { network, base, mix } = series;
const solver = seriesSolver(buildModel(network), base);
const inject = mixInject(mix);
const columns = summarise(summaryOf(summary, mix.rows));
const limits = countLimits(limitCounts(counts, network, mix.rows), networkLimits(network));
const sink: SeriesSink = {
  solved: (row, state) => {
    columns.solved(row, state);
    limits.solved(row, state);
  },
  unsolved: (row, reason) => {
    columns.unsolved(row, reason);
    limits.unsolved(row, reason);
  },
};
const shouldStop = (): boolean => Atomics.load(stop, 0) !== 0;

while (!shouldStop()) {
  const from = Atomics.add(next, 0, chunkRows);
  if (from >= mix.rows) break;
  const to = Math.min(from + chunkRows, mix.rows);
  const message: SeriesMessage = { rows: solver.run(from, to, inject, sink, { shouldStop }) };
  parentPort?.postMessage(message);
}
