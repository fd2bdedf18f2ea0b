/**
 * Entries of the inverse of a symmetric matrix on the pattern of its factors, without the rest of the inverse
 * (Takahashi, Fagan & Chin 1973): with A = L·U, U upper with pivots d and L unit lower,
 *
 *     Z_ij = −(Σ_{k>i} U_ik Z_kj) / d_i   (j > i),      Z_ii = (1 − Σ_{k>i} U_ik Z_ki) / d_i
 *
 * from the last row to the first. Every entry it needs is on the pattern already.
 */
import type { RealLu } from './real-lu.ts';

export interface SelectedInverse {
  /** Z(row, column) of the matrix as it was given; NaN where the pair is not on the pattern of the factors. */
  at(row: number, column: number): number;
}

/** @param lu of a symmetric matrix, factorised without row pivoting */
export function selectedInverse(lu: RealLu): SelectedInverse {
  if (lu.pivoting) throw new Error('sparse: the selected inverse needs a factorisation without row pivoting');
  const { factors } = lu;
  const { n, m, ptr, idx, target, rank } = lu.symbolic;
  const diagonal = new Float64Array(n);
  const upper = new Float64Array(m);
  let pairsEnd = target.length;
  for (let i = n - 1; i >= 0; i--) {
    const start = ptr[i]!;
    const size = ptr[i + 1]! - start;
    const pairs = pairsEnd - (size * (size - 1)) / 2;
    pairsEnd = pairs;
    const inversePivot = factors[i]!;
    // Place of Z between the a-th and b-th neighbour, a < b, in the order the pairs were listed.
    const pairAt = (a: number, b: number): number =>
      target[pairs + a * size - (a * (a + 1)) / 2 + (b - a - 1)]!;
    let sumDiagonal = 0;
    for (let b = 0; b < size; b++) {
      let sum = factors[n + start + b]! * diagonal[idx[start + b]!]!;
      for (let a = 0; a < b; a++) sum += factors[n + start + a]! * upper[pairAt(a, b)]!;
      for (let a = b + 1; a < size; a++) sum += factors[n + start + a]! * upper[pairAt(b, a)]!;
      const z = -sum * inversePivot;
      upper[start + b] = z;
      sumDiagonal += factors[n + start + b]! * z;
    }
    diagonal[i] = (1 - sumDiagonal) * inversePivot;
  }
  return {
    at(row, column) {
      const i = Math.min(rank[row]!, rank[column]!);
      const j = Math.max(rank[row]!, rank[column]!);
      if (i === j) return diagonal[i]!;
      let low = ptr[i]!;
      let high = ptr[i + 1]! - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (idx[middle] === j) return upper[middle]!;
        if (idx[middle]! < j) low = middle + 1;
        else high = middle - 1;
      }
      return Number.NaN;
    },
  };
}
