/**
 * LU of a real matrix with symmetric pattern (the DC power flow, a gain matrix): straight run over the list of
 * operations, row pivoting when a pivot collapses. See `block-lu` for the scheme.
 */

import { factoriseWithPivoting, type PivotingLu, solveWithPivoting } from './pivoting-lu.ts';
import type { Symbolic } from './symbolic.ts';

/** Pivot relative to the largest entry of its row that the straight run accepts. */
const PIVOT_COLLAPSE = 1e-11;

export interface RealLu {
  readonly symbolic: Symbolic;
  /** n inverted pivots, m entries of U, m of L. */
  readonly factors: Float64Array;
  readonly work: Float64Array;
  /** Set while the last factorisation needed row pivoting. */
  pivoting: PivotingLu | null;
}

export function realLu(symbolic: Symbolic): RealLu {
  const { n, m } = symbolic;
  return { symbolic, factors: new Float64Array(n + 2 * m), work: new Float64Array(n), pivoting: null };
}

/**
 * @param values one per entry of the pattern
 * @returns false when the matrix is singular to working precision; `lu` is then unusable
 */
export function factoriseReal(lu: RealLu, values: Float64Array): boolean {
  lu.pivoting = null;
  if (eliminate(lu, values)) return true;
  const { order, pattern } = lu.symbolic;
  const transposed = new Float64Array(values.length);
  const next = pattern.ptr.slice(0, pattern.n);
  // Rows are visited in ascending order and the pattern is symmetric, so each column fills from its start.
  for (let i = 0; i < pattern.n; i++) {
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++)
      transposed[next[pattern.idx[p]!]!++] = values[p]!;
  }
  lu.pivoting = factoriseWithPivoting({ ...pattern, values: transposed }, order);
  return lu.pivoting !== null;
}

/** Solves A·x = rhs, both [n]; `out` may be `rhs`. */
export function solveReal(lu: RealLu, rhs: Float64Array, out: Float64Array): void {
  if (lu.pivoting) {
    solveWithPivoting(lu.pivoting, rhs, out);
    return;
  }
  const { factors, work } = lu;
  const { n, m, order, ptr, idx } = lu.symbolic;
  for (let k = 0; k < n; k++) work[k] = rhs[order[k]!]!;
  for (let k = 0; k < n; k++) {
    const y = work[k]!;
    if (y === 0) continue;
    for (let p = ptr[k]!; p < ptr[k + 1]!; p++) work[idx[p]!]! -= factors[n + m + p]! * y;
  }
  for (let k = n - 1; k >= 0; k--) {
    let y = work[k]!;
    for (let p = ptr[k]!; p < ptr[k + 1]!; p++) y -= factors[n + p]! * work[idx[p]!]!;
    work[k] = factors[k]! * y;
  }
  for (let k = 0; k < n; k++) out[order[k]!] = work[k]!;
}

function eliminate(lu: RealLu, values: Float64Array): boolean {
  const { factors: f } = lu;
  const { n, m, ptr, idx, target, home, pattern, rank } = lu.symbolic;
  const rowSize = lu.work;
  f.fill(0);
  for (let i = 0; i < n; i++) {
    let size = 0;
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      f[home[p]!] = values[p]!;
      size = Math.max(size, Math.abs(values[p]!));
    }
    rowSize[rank[i]!] = size;
  }
  const lowerAt = n + m;
  let t = 0;
  for (let k = 0; k < n; k++) {
    if (!(Math.abs(f[k]!) > PIVOT_COLLAPSE * rowSize[k]!)) return false;
    const inverse = 1 / f[k]!;
    f[k] = inverse;
    const end = ptr[k + 1]!;
    for (let p = ptr[k]!; p < end; p++) f[lowerAt + p]! *= inverse;
    for (let p = ptr[k]!; p < end; p++) {
      const l = f[lowerAt + p]!;
      const u = f[n + p]!;
      f[idx[p]!]! -= l * u;
      for (let r = p + 1; r < end; r++) {
        const place = target[t++]!;
        f[n + place]! -= l * f[n + r]!;
        f[lowerAt + place]! -= f[lowerAt + r]! * u;
      }
    }
  }
  return true;
}
