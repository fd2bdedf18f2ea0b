/**
 * LU of a matrix of real 2×2 blocks, as Newton's power flow needs it: factorise as a straight run over the list of
 * operations of `symbolic`, again and again with new values, without search or allocation.
 *
 *     for every step k:   D_k ← D_k⁻¹,   L_ik ← A_ik·D_k⁻¹,   A_ij ← A_ij − L_ik·U_kj
 *
 * The order is chosen for sparsity, so a pivot block may collapse. It is measured against the largest entry its rows
 * had at the start; below PIVOT_COLLAPSE the run is given up and the matrix is factorised with row pivoting instead.
 */

import {
  type ColumnMatrix,
  factoriseWithPivoting,
  type PivotingLu,
  solveWithPivoting,
} from './pivoting-lu.ts';
import type { Symbolic } from './symbolic.ts';

/** Smallest singular value of a pivot block, relative to its rows, that the straight run accepts. */
const PIVOT_COLLAPSE = 1e-11;

export interface BlockLu {
  readonly symbolic: Symbolic;
  /** Blocks row by row (a b; c d): n inverted diagonal blocks, m of U, m of L. */
  readonly factors: Float64Array;
  readonly rowSize: Float64Array;
  readonly work: Float64Array;
  /** Set while the last factorisation needed row pivoting. */
  pivoting: PivotingLu | null;
}

export function blockLu(symbolic: Symbolic): BlockLu {
  return {
    symbolic,
    factors: new Float64Array(4 * (symbolic.n + 2 * symbolic.m)),
    rowSize: new Float64Array(symbolic.n),
    work: new Float64Array(2 * symbolic.n),
    pivoting: null,
  };
}

/**
 * @param values 4 per entry of the pattern, row by row within the block
 * @returns false when the matrix is singular to working precision; `lu` is then unusable
 */
export function factoriseBlocks(lu: BlockLu, values: Float64Array): boolean {
  lu.pivoting = null;
  scatter(lu, values);
  if (eliminate(lu)) return true;
  lu.pivoting = factoriseWithPivoting(expand(lu.symbolic, values), expandOrder(lu.symbolic.order));
  return lu.pivoting !== null;
}

/** Solves A·x = rhs, both [2n] with the two unknowns of a node side by side; `out` may be `rhs`. */
export function solveBlocks(lu: BlockLu, rhs: Float64Array, out: Float64Array): void {
  if (lu.pivoting) {
    solveWithPivoting(lu.pivoting, rhs, out);
    return;
  }
  const { factors, work } = lu;
  const { n, m, order, ptr, idx } = lu.symbolic;
  for (let k = 0; k < n; k++) {
    work[2 * k] = rhs[2 * order[k]!]!;
    work[2 * k + 1] = rhs[2 * order[k]! + 1]!;
  }
  const lowerAt = 4 * (n + m);
  for (let k = 0; k < n; k++) {
    const y0 = work[2 * k]!;
    const y1 = work[2 * k + 1]!;
    // Most of a right-hand side with few entries stays empty on the way forward.
    if (y0 === 0 && y1 === 0) continue;
    for (let p = ptr[k]!; p < ptr[k + 1]!; p++) {
      const i = 2 * idx[p]!;
      const l = lowerAt + 4 * p;
      work[i]! -= factors[l]! * y0 + factors[l + 1]! * y1;
      work[i + 1]! -= factors[l + 2]! * y0 + factors[l + 3]! * y1;
    }
  }
  const upperAt = 4 * n;
  for (let k = n - 1; k >= 0; k--) {
    let y0 = work[2 * k]!;
    let y1 = work[2 * k + 1]!;
    for (let p = ptr[k]!; p < ptr[k + 1]!; p++) {
      const j = 2 * idx[p]!;
      const u = upperAt + 4 * p;
      y0 -= factors[u]! * work[j]! + factors[u + 1]! * work[j + 1]!;
      y1 -= factors[u + 2]! * work[j]! + factors[u + 3]! * work[j + 1]!;
    }
    const d = 4 * k;
    work[2 * k] = factors[d]! * y0 + factors[d + 1]! * y1;
    work[2 * k + 1] = factors[d + 2]! * y0 + factors[d + 3]! * y1;
  }
  for (let k = 0; k < n; k++) {
    out[2 * order[k]!] = work[2 * k]!;
    out[2 * order[k]! + 1] = work[2 * k + 1]!;
  }
}

function scatter(lu: BlockLu, values: Float64Array): void {
  const { factors, rowSize } = lu;
  const { home, n, pattern, rank } = lu.symbolic;
  factors.fill(0);
  for (let i = 0; i < n; i++) {
    let size = 0;
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      const at = 4 * home[p]!;
      const a = values[4 * p]!;
      const b = values[4 * p + 1]!;
      const c = values[4 * p + 2]!;
      const d = values[4 * p + 3]!;
      factors[at] = a;
      factors[at + 1] = b;
      factors[at + 2] = c;
      factors[at + 3] = d;
      size = Math.max(size, Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
    }
    rowSize[rank[i]!] = size;
  }
}

function eliminate(lu: BlockLu): boolean {
  const { factors: f, rowSize } = lu;
  const { n, m, ptr, idx, target } = lu.symbolic;
  const upperAt = 4 * n;
  const lowerAt = 4 * (n + m);
  let t = 0;
  for (let k = 0; k < n; k++) {
    const d = 4 * k;
    const a = f[d]!;
    const b = f[d + 1]!;
    const c = f[d + 2]!;
    const e = f[d + 3]!;
    const det = a * e - b * c;
    const largest = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(e));
    if (!(Math.abs(det) > PIVOT_COLLAPSE * rowSize[k]! * largest)) return false;
    const i0 = e / det;
    const i1 = -b / det;
    const i2 = -c / det;
    const i3 = a / det;
    f[d] = i0;
    f[d + 1] = i1;
    f[d + 2] = i2;
    f[d + 3] = i3;

    const end = ptr[k + 1]!;
    for (let p = ptr[k]!; p < end; p++) {
      const l = lowerAt + 4 * p;
      const l0 = f[l]!;
      const l1 = f[l + 1]!;
      const l2 = f[l + 2]!;
      const l3 = f[l + 3]!;
      f[l] = l0 * i0 + l1 * i2;
      f[l + 1] = l0 * i1 + l1 * i3;
      f[l + 2] = l2 * i0 + l3 * i2;
      f[l + 3] = l2 * i1 + l3 * i3;
    }
    for (let p = ptr[k]!; p < end; p++) {
      const lp = lowerAt + 4 * p;
      const up = upperAt + 4 * p;
      const p0 = f[lp]!;
      const p1 = f[lp + 1]!;
      const p2 = f[lp + 2]!;
      const p3 = f[lp + 3]!;
      const q0 = f[up]!;
      const q1 = f[up + 1]!;
      const q2 = f[up + 2]!;
      const q3 = f[up + 3]!;
      const dp = 4 * idx[p]!;
      f[dp]! -= p0 * q0 + p1 * q2;
      f[dp + 1]! -= p0 * q1 + p1 * q3;
      f[dp + 2]! -= p2 * q0 + p3 * q2;
      f[dp + 3]! -= p2 * q1 + p3 * q3;
      for (let r = p + 1; r < end; r++) {
        const place = 4 * target[t++]!;
        const ur = upperAt + 4 * r;
        const u0 = f[ur]!;
        const u1 = f[ur + 1]!;
        const u2 = f[ur + 2]!;
        const u3 = f[ur + 3]!;
        const ut = upperAt + place;
        f[ut]! -= p0 * u0 + p1 * u2;
        f[ut + 1]! -= p0 * u1 + p1 * u3;
        f[ut + 2]! -= p2 * u0 + p3 * u2;
        f[ut + 3]! -= p2 * u1 + p3 * u3;
        const lr = lowerAt + 4 * r;
        const s0 = f[lr]!;
        const s1 = f[lr + 1]!;
        const s2 = f[lr + 2]!;
        const s3 = f[lr + 3]!;
        const lt = lowerAt + place;
        f[lt]! -= s0 * q0 + s1 * q2;
        f[lt + 1]! -= s0 * q1 + s1 * q3;
        f[lt + 2]! -= s2 * q0 + s3 * q2;
        f[lt + 3]! -= s2 * q1 + s3 * q3;
      }
    }
  }
  return true;
}

/** The 2n × 2n matrix by columns. The pattern is symmetric, so column j has the rows of row j. */
function expand(symbolic: Symbolic, values: Float64Array): ColumnMatrix {
  const { n, ptr, idx } = symbolic.pattern;
  const columnPtr = new Int32Array(2 * n + 1);
  for (let j = 0; j < n; j++) {
    const entries = 2 * (ptr[j + 1]! - ptr[j]!);
    columnPtr[2 * j + 1] = columnPtr[2 * j]! + entries;
    columnPtr[2 * j + 2] = columnPtr[2 * j + 1]! + entries;
  }
  const rows = new Int32Array(columnPtr[2 * n]!);
  const out = new Float64Array(columnPtr[2 * n]!);
  const next = columnPtr.slice(0, 2 * n);
  for (let i = 0; i < n; i++) {
    for (let p = ptr[i]!; p < ptr[i + 1]!; p++) {
      for (let c = 0; c < 4; c++) {
        const place = next[2 * idx[p]! + (c & 1)]!++;
        rows[place] = 2 * i + (c >> 1);
        out[place] = values[4 * p + c]!;
      }
    }
  }
  return { n: 2 * n, ptr: columnPtr, idx: rows, values: out };
}

function expandOrder(order: Int32Array): Int32Array {
  const out = new Int32Array(2 * order.length);
  for (let k = 0; k < order.length; k++) {
    out[2 * k] = 2 * order[k]!;
    out[2 * k + 1] = 2 * order[k]! + 1;
  }
  return out;
}
