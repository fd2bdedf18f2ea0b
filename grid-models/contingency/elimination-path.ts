/**
 * Substitution on a kept block LU, taken apart so that a right side with entries at two nodes costs two paths.
 *
 * A value at rank k reaches only the ranks on the way from k to the root of the elimination tree, and the solution at k
 * depends only on the solution there (Tinney, Brandwajn & Chan, IEEE Trans. PAS 104 (1985), sparse vector methods). The
 * parent of k is the first rank in its column.
 *
 * `work` is [2n] in order of elimination, two unknowns of a node side by side. Only for factorisations by the straight
 * run: `lu.pivoting` must be null.
 */
import type { BlockLu } from '../sparse/block-lu.ts';
import type { Symbolic } from '../sparse/symbolic.ts';

/** Ranks on the ways of some nodes to the root, ascending, in the first `length` places. */
export interface Path {
  readonly ranks: Int32Array;
  length: number;
}

/** Fills `path` with the joined ways of two nodes; a node below 0 has none. */
export function joinPaths(symbolic: Symbolic, a: number, b: number, path: Path): void {
  const { rank, ptr, idx, n } = symbolic;
  let first = a < 0 ? n : rank[a]!;
  let second = b < 0 ? n : rank[b]!;
  path.length = 0;
  while (first < n || second < n) {
    const k = Math.min(first, second);
    path.ranks[path.length++] = k;
    const parent = ptr[k]! < ptr[k + 1]! ? idx[ptr[k]!]! : n;
    if (first === k) first = parent;
    if (second === k) second = parent;
  }
}

/** work ← L⁻¹·work where work has entries on the path only. */
export function forwardOnPath(lu: BlockLu, path: Path, work: Float64Array): void {
  for (let k = 0; k < path.length; k++) forwardRank(lu, path.ranks[k]!, work);
}

/** work ← U⁻¹·work on the ranks of the path; the others are neither read nor written. */
export function backwardOnPath(lu: BlockLu, path: Path, work: Float64Array): void {
  for (let k = path.length - 1; k >= 0; k--) backwardRank(lu, path.ranks[k]!, work);
}

/** work ← L⁻¹·rhs, rhs [2n] in the order of the matrix. */
export function forward(lu: BlockLu, rhs: Float64Array, work: Float64Array): void {
  const { n, order } = lu.symbolic;
  for (let k = 0; k < n; k++) {
    work[2 * k] = rhs[2 * order[k]!]!;
    work[2 * k + 1] = rhs[2 * order[k]! + 1]!;
  }
  for (let k = 0; k < n; k++) forwardRank(lu, k, work);
}

/** out ← U⁻¹·work, out [2n] in the order of the matrix; work is used up. */
export function backward(lu: BlockLu, work: Float64Array, out: Float64Array): void {
  const { n, order } = lu.symbolic;
  for (let k = n - 1; k >= 0; k--) {
    backwardRank(lu, k, work);
    out[2 * order[k]!] = work[2 * k]!;
    out[2 * order[k]! + 1] = work[2 * k + 1]!;
  }
}

function forwardRank({ symbolic, factors }: BlockLu, k: number, work: Float64Array): void {
  const { n, m, ptr, idx } = symbolic;
  const y0 = work[2 * k]!;
  const y1 = work[2 * k + 1]!;
  const end = ptr[k + 1]!;
  for (let p = ptr[k]!, l = 4 * (n + m + p); p < end; p++, l += 4) {
    const i = 2 * idx[p]!;
    work[i]! -= factors[l]! * y0 + factors[l + 1]! * y1;
    work[i + 1]! -= factors[l + 2]! * y0 + factors[l + 3]! * y1;
  }
}

function backwardRank({ symbolic, factors }: BlockLu, k: number, work: Float64Array): void {
  const { n, ptr, idx } = symbolic;
  let y0 = work[2 * k]!;
  let y1 = work[2 * k + 1]!;
  const end = ptr[k + 1]!;
  for (let p = ptr[k]!, u = 4 * (n + p); p < end; p++, u += 4) {
    const j = 2 * idx[p]!;
    y0 -= factors[u]! * work[j]! + factors[u + 1]! * work[j + 1]!;
    y1 -= factors[u + 2]! * work[j]! + factors[u + 3]! * work[j + 1]!;
  }
  const d = 4 * k;
  work[2 * k] = factors[d]! * y0 + factors[d + 1]! * y1;
  work[2 * k + 1] = factors[d + 2]! * y0 + factors[d + 3]! * y1;
}
