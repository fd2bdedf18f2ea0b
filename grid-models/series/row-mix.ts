/**
 * Rows as sums of a few given injections, each times a factor of the row: a year of load and generation factors, or of
 * measured values at single buses, in a few columns instead of two numbers per bus and row.
 */
import type { Injection } from '../power-flow/result.ts';
import type { Inject } from './series.ts';

export interface RowMix {
  readonly rows: number;
  /** Injection of term t by bus: entries ptr[t] … ptr[t + 1] − 1 of the columns below; MW and Mvar, generation positive. */
  readonly ptr: Int32Array;
  readonly bus: Int32Array;
  readonly pMw: Float64Array;
  readonly qMvar: Float64Array;
  /** [rows × terms], row by row; over shared memory every thread reads the same. */
  readonly factors: Float64Array;
}

/** @param terms injections by bus row; buses that are 0 in both take no room */
export function rowMix(terms: readonly Injection[], rows: number, factors: Float64Array): RowMix {
  if (factors.length !== rows * terms.length)
    throw new RangeError(`${rows} rows of ${terms.length} terms need as many factors, not ${factors.length}`);
  const ptr = new Int32Array(terms.length + 1);
  const bus: number[] = [];
  const pMw: number[] = [];
  const qMvar: number[] = [];
  terms.forEach((term, t) => {
    for (let b = 0; b < term.pMw.length; b++) {
      if (term.pMw[b] === 0 && term.qMvar[b] === 0) continue;
      bus.push(b);
      pMw.push(term.pMw[b]!);
      qMvar.push(term.qMvar[b]!);
    }
    ptr[t + 1] = bus.length;
  });
  return {
    rows,
    ptr,
    bus: Int32Array.from(bus),
    pMw: Float64Array.from(pMw),
    qMvar: Float64Array.from(qMvar),
    factors,
  };
}

export function mixInject({ ptr, bus, pMw, qMvar, factors }: RowMix): Inject {
  const terms = ptr.length - 1;
  return (row, pOut, qOut) => {
    for (let t = 0; t < terms; t++) {
      const factor = factors[row * terms + t]!;
      for (let k = ptr[t]!; k < ptr[t + 1]!; k++) {
        pOut[bus[k]!]! += factor * pMw[k]!;
        qOut[bus[k]!]! += factor * qMvar[k]!;
      }
    }
  };
}

/** The mean of all rows: as near to them all as one injection can be, and so the place for the base state. */
export function meanInjection(mix: RowMix, busCount: number): Injection {
  const terms = mix.ptr.length - 1;
  const factors = new Float64Array(terms);
  for (let k = 0; k < mix.factors.length; k++) factors[k % terms]! += mix.factors[k]! / mix.rows;
  return rowInjection({ ...mix, rows: 1, factors }, 0, busCount);
}

export function rowInjection(mix: RowMix, row: number, busCount: number): Injection {
  const injection = { pMw: new Float64Array(busCount), qMvar: new Float64Array(busCount) };
  mixInject(mix)(row, injection.pMw, injection.qMvar);
  return injection;
}
