/**
 * The exact solution near a known one, by cheap corrections.
 *
 * Newton's method with the Jacobian kept from the known state: d = J⁻¹·mismatch(V), V ← V + d, one substitution a step.
 * It contracts by about twice the relative change of voltage a step, so a trade needs two or three. Where the measured
 * contraction is weak the Jacobian is made anew at the present V, which is Newton's method proper. It ends on the
 * mismatch of the full equations, never on the size of a step.
 */

import { type Equations, factoriseAt, mismatch } from '../sensitivity/rectangular.ts';
import { type BlockLu, blockLu, solveBlocks } from '../sparse/block-lu.ts';

/** Largest mismatch of a solution, p.u. of baseMva. */
export const MISMATCH_PU = 1e-10;
/** Where rounding stops the mismatch from falling (grids with very short cables), this much is still a solution. */
export const MISMATCH_AT_ROUNDING_PU = 1e-8;
/** A step that leaves more than this share of the mismatch calls for a new Jacobian. */
export const CONTRACTION_WEAK = 0.1;
/** A step that leaves more than this share when the mismatch is tiny has met the rounding. */
export const CONTRACTION_STALLED = 0.5;
export const STEPS_MAX = 30;

export interface Corrected {
  readonly converged: boolean;
  readonly mismatchPu: number;
  readonly steps: number;
}

/** Memory of one solver, taken once. */
export interface CorrectionWork {
  readonly residual: Float64Array;
  readonly step: Float64Array;
  readonly lu: BlockLu;
}

export function correctionWork(eq: Equations): CorrectionWork {
  const size = 2 * eq.model.freeCount;
  return { residual: new Float64Array(size), step: new Float64Array(size), lu: blockLu(eq.symbolic) };
}

/**
 * @param s [2·free] specified injection, p.u.
 * @param v [2·node] start on entry, solution on return; of no use when it did not converge
 * @param frozen Jacobian of a state nearby, or null to make one at the start
 */
export function correct(
  eq: Equations,
  s: Float64Array,
  v: Float64Array,
  frozen: BlockLu | null,
  work: CorrectionWork,
): Corrected {
  const { residual, step } = work;
  let lu = frozen;
  let before = Number.POSITIVE_INFINITY;
  for (let steps = 0; steps < STEPS_MAX; steps++) {
    const left = mismatch(eq, s, v, residual);
    if (left <= MISMATCH_PU) return { converged: true, mismatchPu: left, steps };
    if (left <= MISMATCH_AT_ROUNDING_PU && left > CONTRACTION_STALLED * before) {
      return { converged: true, mismatchPu: left, steps };
    }
    if (!Number.isFinite(left)) return { converged: false, mismatchPu: left, steps };
    if (lu === null || left > CONTRACTION_WEAK * before || lu === work.lu) {
      lu = work.lu;
      if (!factoriseAt(eq, v, lu)) return { converged: false, mismatchPu: left, steps };
    }
    solveBlocks(lu, residual, step);
    for (let i = 0; i < step.length; i++) v[i]! += step[i]!;
    before = left;
  }
  return { converged: false, mismatchPu: mismatch(eq, s, v, residual), steps: STEPS_MAX };
}
