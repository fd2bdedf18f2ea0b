/**
 * Two rows of a series side by side through the kept Jacobian, step for step what `correct` does with each alone: the
 * same operations in the same order, so the same bits. One row waits for memory and for its own last result most of the
 * time; a second one in between costs next to nothing (measured: about twice the steps a second; four bring no more).
 *
 * Only the kept Jacobian is tried here. A row that it does not carry is left to the caller, who solves it alone.
 */
import {
  CONTRACTION_STALLED,
  CONTRACTION_WEAK,
  MISMATCH_AT_ROUNDING_PU,
  MISMATCH_PU,
  STEPS_MAX,
} from '../security/correction.ts';
import type { Equations } from '../sensitivity/rectangular.ts';
import type { BlockLu } from '../sparse/block-lu.ts';

export type Lane = 0 | 1;

export const LANE = { running: 0, converged: 1, alone: 2 } as const;

/** Memory of two rows, taken once. Of node i: lane 0 at 4i (real, imaginary), lane 1 at 4i + 2. */
export interface Pair {
  /** [4·free] specified injections, p.u. */
  readonly specified: Float64Array;
  /** [4·node] start on entry; solution of a lane that converged, of no use in another. */
  readonly v: Float64Array;
  /** [2] what became of each, as in LANE. */
  readonly outcome: Uint8Array;
  readonly residual: Float64Array;
  readonly work: Float64Array;
  /** [2] largest mismatch, p.u.: numbers that a function returns would be put on the heap. */
  readonly left: Float64Array;
  readonly before: Float64Array;
}

export function rowPair({ model }: Equations): Pair {
  return {
    specified: new Float64Array(4 * model.freeCount),
    v: new Float64Array(4 * model.nodeCount),
    outcome: new Uint8Array(2),
    residual: new Float64Array(4 * model.freeCount),
    work: new Float64Array(4 * model.freeCount),
    left: new Float64Array(2),
    before: new Float64Array(2),
  };
}

/** @param kept factorised without row pivoting */
export function correctPair(eq: Equations, kept: BlockLu, pair: Pair): void {
  const { outcome, left, before } = pair;
  outcome.fill(LANE.running);
  before.fill(Number.POSITIVE_INFINITY);
  for (let steps = 0; steps < STEPS_MAX; steps++) {
    mismatchPair(eq, pair);
    judge(pair, 0);
    judge(pair, 1);
    if (outcome[0] !== LANE.running && outcome[1] !== LANE.running) return;
    stepPair(kept, pair);
    before.set(left);
  }
  for (let lane = 0; lane < 2; lane++) if (outcome[lane] === LANE.running) outcome[lane] = LANE.alone;
}

/** The ends that `correct` knows, but for the new Jacobian: that is the caller's. */
function judge({ outcome, left, before }: Pair, lane: Lane): void {
  if (outcome[lane] !== LANE.running) return;
  const now = left[lane]!;
  const last = before[lane]!;
  if (now <= MISMATCH_PU || (now <= MISMATCH_AT_ROUNDING_PU && now > CONTRACTION_STALLED * last))
    outcome[lane] = LANE.converged;
  // Written so that NaN goes the same way.
  else if (!(now <= CONTRACTION_WEAK * last && now < Number.POSITIVE_INFINITY)) outcome[lane] = LANE.alone;
}

/** `mismatch` of both lanes. */
function mismatchPair(eq: Equations, { specified: s, v, residual, left }: Pair): void {
  const { freeCount, pqCount, constIPu, vmPuSet, admittance } = eq.model;
  const { re, im } = admittance;
  const { ptr, idx } = admittance.pattern;
  let worst0 = 0;
  let worst1 = 0;
  for (let i = 0; i < freeCount; i++) {
    let a0 = 0;
    let b0 = 0;
    let a1 = 0;
    let b1 = 0;
    const end = ptr[i + 1]!;
    for (let p = ptr[i]!; p < end; p++) {
      const k = 4 * idx[p]!;
      const g = re[p]!;
      const y = im[p]!;
      a0 += g * v[k]! - y * v[k + 1]!;
      b0 += g * v[k + 1]! + y * v[k]!;
      a1 += g * v[k + 2]! - y * v[k + 3]!;
      b1 += g * v[k + 3]! + y * v[k + 2]!;
    }
    const at = 4 * i;
    const e0 = v[at]!;
    const f0 = v[at + 1]!;
    const e1 = v[at + 2]!;
    const f1 = v[at + 3]!;
    let p0 = s[at]! - (e0 * a0 + f0 * b0);
    let q0 = s[at + 1]! - (f0 * a0 - e0 * b0);
    let p1 = s[at + 2]! - (e1 * a1 + f1 * b1);
    let q1 = s[at + 3]! - (f1 * a1 - e1 * b1);
    if (eq.constantCurrent) {
      const vm0 = Math.sqrt(e0 * e0 + f0 * f0);
      const vm1 = Math.sqrt(e1 * e1 + f1 * f1);
      p0 -= constIPu.p[i]! * vm0;
      q0 -= constIPu.q[i]! * vm0;
      p1 -= constIPu.p[i]! * vm1;
      q1 -= constIPu.q[i]! * vm1;
    }
    if (i >= pqCount) {
      const square = vmPuSet[i]! * vmPuSet[i]!;
      q0 = square - (e0 * e0 + f0 * f0);
      q1 = square - (e1 * e1 + f1 * f1);
    }
    residual[at] = p0;
    residual[at + 1] = q0;
    residual[at + 2] = p1;
    residual[at + 3] = q1;
    const size0 = Math.max(Math.abs(p0), Math.abs(q0));
    const size1 = Math.max(Math.abs(p1), Math.abs(q1));
    // Written so that NaN wins: a mismatch that is no number is never small.
    if (!(size0 <= worst0)) worst0 = size0;
    if (!(size1 <= worst1)) worst1 = size1;
  }
  left[0] = worst0;
  left[1] = worst1;
}

/** `solveBlocks` of both residuals, and the steps of the lanes that are running. */
function stepPair({ factors, symbolic }: BlockLu, { residual, work, v, outcome }: Pair): void {
  const { n, m, order, ptr, idx } = symbolic;
  for (let k = 0; k < n; k++) {
    const from = 4 * order[k]!;
    const to = 4 * k;
    work[to] = residual[from]!;
    work[to + 1] = residual[from + 1]!;
    work[to + 2] = residual[from + 2]!;
    work[to + 3] = residual[from + 3]!;
  }
  const lowerAt = 4 * (n + m);
  for (let k = 0; k < n; k++) {
    const at = 4 * k;
    const x0 = work[at]!;
    const y0 = work[at + 1]!;
    const x1 = work[at + 2]!;
    const y1 = work[at + 3]!;
    const end = ptr[k + 1]!;
    for (let p = ptr[k]!; p < end; p++) {
      const i = 4 * idx[p]!;
      const l = lowerAt + 4 * p;
      const a = factors[l]!;
      const b = factors[l + 1]!;
      const c = factors[l + 2]!;
      const d = factors[l + 3]!;
      work[i]! -= a * x0 + b * y0;
      work[i + 1]! -= c * x0 + d * y0;
      work[i + 2]! -= a * x1 + b * y1;
      work[i + 3]! -= c * x1 + d * y1;
    }
  }
  const upperAt = 4 * n;
  const runs0 = outcome[0] === LANE.running;
  const runs1 = outcome[1] === LANE.running;
  for (let k = n - 1; k >= 0; k--) {
    const at = 4 * k;
    let x0 = work[at]!;
    let y0 = work[at + 1]!;
    let x1 = work[at + 2]!;
    let y1 = work[at + 3]!;
    const end = ptr[k + 1]!;
    for (let p = ptr[k]!; p < end; p++) {
      const j = 4 * idx[p]!;
      const u = upperAt + 4 * p;
      const a = factors[u]!;
      const b = factors[u + 1]!;
      const c = factors[u + 2]!;
      const d = factors[u + 3]!;
      x0 -= a * work[j]! + b * work[j + 1]!;
      y0 -= c * work[j]! + d * work[j + 1]!;
      x1 -= a * work[j + 2]! + b * work[j + 3]!;
      y1 -= c * work[j + 2]! + d * work[j + 3]!;
    }
    const a = factors[at]!;
    const b = factors[at + 1]!;
    const c = factors[at + 2]!;
    const d = factors[at + 3]!;
    const e0 = a * x0 + b * y0;
    const f0 = c * x0 + d * y0;
    const e1 = a * x1 + b * y1;
    const f1 = c * x1 + d * y1;
    work[at] = e0;
    work[at + 1] = f0;
    work[at + 2] = e1;
    work[at + 3] = f1;
    const to = 4 * order[k]!;
    if (runs0) {
      v[to]! += e0;
      v[to + 1]! += f0;
    }
    if (runs1) {
      v[to + 2]! += e1;
      v[to + 3]! += f1;
    }
  }
}
