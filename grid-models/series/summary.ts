/**
 * What is kept of each row of a long series, as columns in one buffer. With a SharedArrayBuffer, threads that run
 * different rows write into the same columns without a word between them.
 */
import type { Unsolved } from '../power-flow/result.ts';
import type { SeriesSink } from './series.ts';

export const ROW_OUTCOME = { notRun: 0, solved: 1, unsolved: 2 } as const;

const REASONS: readonly Unsolved['reason'][] = ['diverged', 'singular', 'iteration-limit', 'no-slack'];

/** One value per row; NaN (and -1) in every row that is not solved. */
export interface SummaryColumns {
  readonly buffer: ArrayBufferLike;
  readonly outcome: Uint8Array;
  /** Why a row has no solution: see `reasonOf`. */
  readonly reason: Uint8Array;
  /** Largest loading, percent of the network's rating, and the row of its branch. */
  readonly loadingPercentMax: Float64Array;
  readonly loadingMaxBranch: Int32Array;
  /** Lowest and highest voltage, p.u., and the rows of their buses. */
  readonly vmPuMin: Float64Array;
  readonly vmPuMinBus: Int32Array;
  readonly vmPuMax: Float64Array;
  readonly vmPuMaxBus: Int32Array;
  readonly lossesMw: Float64Array;
}

export function summaryBytes(rows: number): number {
  return rows * (4 * Float64Array.BYTES_PER_ELEMENT + 3 * Int32Array.BYTES_PER_ELEMENT + 2);
}

/** New columns, no row run. @param buffer of `summaryBytes(rows)` */
export function summaryColumns(buffer: ArrayBufferLike, rows: number): SummaryColumns {
  const columns = summaryOf(buffer, rows);
  columns.outcome.fill(ROW_OUTCOME.notRun);
  for (const c of [columns.loadingPercentMax, columns.vmPuMin, columns.vmPuMax, columns.lossesMw])
    c.fill(Number.NaN);
  for (const c of [columns.loadingMaxBranch, columns.vmPuMinBus, columns.vmPuMaxBus]) c.fill(-1);
  return columns;
}

/** The columns of a buffer as they are: what a worker sees of them. */
export function summaryOf(buffer: ArrayBufferLike, rows: number): SummaryColumns {
  const wide = (place: number) =>
    new Float64Array(buffer, place * rows * Float64Array.BYTES_PER_ELEMENT, rows);
  const narrowAt = 4 * rows * Float64Array.BYTES_PER_ELEMENT;
  const narrow = (place: number) =>
    new Int32Array(buffer, narrowAt + place * rows * Int32Array.BYTES_PER_ELEMENT, rows);
  const byteAt = narrowAt + 3 * rows * Int32Array.BYTES_PER_ELEMENT;
  return {
    buffer,
    loadingPercentMax: wide(0),
    vmPuMin: wide(1),
    vmPuMax: wide(2),
    lossesMw: wide(3),
    loadingMaxBranch: narrow(0),
    vmPuMinBus: narrow(1),
    vmPuMaxBus: narrow(2),
    outcome: new Uint8Array(buffer, byteAt, rows),
    reason: new Uint8Array(buffer, byteAt + rows, rows),
  };
}

/** Why a row has no solution; null where it has one or was not run. */
export function reasonOf({ outcome, reason }: SummaryColumns, row: number): Unsolved['reason'] | null {
  return outcome[row] === ROW_OUTCOME.unsolved ? REASONS[reason[row]!]! : null;
}

/** A sink that fills the columns. */
export function summarise(columns: SummaryColumns): SeriesSink {
  return {
    solved: (row, { vmPu, loadingPercent, lossesMw }) => {
      columns.outcome[row] = ROW_OUTCOME.solved;
      let branch = -1;
      for (let k = 0; k < loadingPercent.length; k++)
        if (loadingPercent[k]! > (branch < 0 ? Number.NEGATIVE_INFINITY : loadingPercent[branch]!))
          branch = k;
      let low = -1;
      let high = -1;
      for (let b = 0; b < vmPu.length; b++) {
        if (vmPu[b]! < (low < 0 ? Number.POSITIVE_INFINITY : vmPu[low]!)) low = b;
        if (vmPu[b]! > (high < 0 ? Number.NEGATIVE_INFINITY : vmPu[high]!)) high = b;
      }
      columns.loadingMaxBranch[row] = branch;
      columns.loadingPercentMax[row] = loadingPercent[branch] ?? Number.NaN;
      columns.vmPuMinBus[row] = low;
      columns.vmPuMin[row] = vmPu[low] ?? Number.NaN;
      columns.vmPuMaxBus[row] = high;
      columns.vmPuMax[row] = vmPu[high] ?? Number.NaN;
      columns.lossesMw[row] = lossesMw;
    },
    unsolved: (row, reason) => {
      columns.outcome[row] = ROW_OUTCOME.unsolved;
      columns.reason[row] = REASONS.indexOf(reason);
      for (const c of [columns.loadingPercentMax, columns.vmPuMin, columns.vmPuMax, columns.lossesMw])
        c[row] = Number.NaN;
      for (const c of [columns.loadingMaxBranch, columns.vmPuMinBus, columns.vmPuMaxBus]) c[row] = -1;
    },
  };
}
