/**
 * How many limits each row of a long series violates, and in how many rows each element does, in one buffer. Counts are
 * whole numbers added atomically, so threads may share them and their order does not matter.
 */

import type { Network } from '../network/network.ts';
import { type LimitKind, type Limits, loadingKind } from '../security/limits.ts';
import type { SeriesSink } from './series.ts';

export interface LimitCounts {
  readonly buffer: ArrayBufferLike;
  /** [rows] limits violated; 0 in every row that is not solved. */
  readonly ofRow: Int32Array;
  /** [nBus], [nBranch] rows in which the limit is violated. */
  readonly voltageLow: Int32Array;
  readonly voltageHigh: Int32Array;
  readonly loading: Int32Array;
}

export function limitCountBytes({ bus, branch }: Network, rows: number): number {
  return Int32Array.BYTES_PER_ELEMENT * (rows + 2 * bus.count + branch.count);
}

/** The counts in a buffer of `limitCountBytes`, as they are: a new buffer has counted nothing. */
export function limitCounts(buffer: ArrayBufferLike, { bus, branch }: Network, rows: number): LimitCounts {
  let at = 0;
  const column = (length: number): Int32Array => {
    const made = new Int32Array(buffer, at, length);
    at += made.byteLength;
    return made;
  };
  return {
    buffer,
    ofRow: column(rows),
    voltageLow: column(bus.count),
    voltageHigh: column(bus.count),
    loading: column(branch.count),
  };
}

/**
 * A sink that counts.
 * @param limits with the network's own ratings, which the loadings of a row are percent of
 */
export function countLimits(
  counts: LimitCounts,
  { vmPuMin, vmPuMax, loadingPercentMax }: Limits,
): SeriesSink {
  return {
    solved: (row, { vmPu, loadingPercent }) => {
      let violated = 0;
      // A limit that is not given, and the voltage of a dead bus, are NaN: neither more nor less than anything.
      for (let b = 0; b < vmPu.length; b++) {
        if (vmPu[b]! < vmPuMin[b]!) {
          Atomics.add(counts.voltageLow, b, 1);
          violated++;
        }
        if (vmPu[b]! > vmPuMax[b]!) {
          Atomics.add(counts.voltageHigh, b, 1);
          violated++;
        }
      }
      for (let k = 0; k < loadingPercent.length; k++) {
        if (!(loadingPercent[k]! > loadingPercentMax[k]!)) continue;
        Atomics.add(counts.loading, k, 1);
        violated++;
      }
      counts.ofRow[row] = violated;
    },
    unsolved: row => {
      counts.ofRow[row] = 0;
    },
  };
}

export interface ElementCount {
  /** Id of the bus or branch. */
  readonly element: string;
  readonly limit: LimitKind;
  readonly rows: number;
}

/** Elements with a violated limit, the most rows first, then in the order of the network. */
export function violatedElements(counts: LimitCounts, network: Network): ElementCount[] {
  const { bus, branch } = network;
  const found: ElementCount[] = [];
  bus.id.forEach((element, b) => {
    found.push({ element, limit: 'voltage-low', rows: counts.voltageLow[b]! });
    found.push({ element, limit: 'voltage-high', rows: counts.voltageHigh[b]! });
  });
  branch.id.forEach((element, k) => {
    found.push({ element, limit: loadingKind(network, k), rows: counts.loading[k]! });
  });
  return found.filter(e => e.rows > 0).sort((a, b) => b.rows - a.rows);
}
