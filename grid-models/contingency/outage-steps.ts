/** What the solvers of outages share: when steps on a kept Jacobian have reached a solution, and when they lead nowhere. */
import { MISMATCH_AT_ROUNDING_PU } from '../security/correction.ts';

/** A solver after its first step. */
export interface OutageSteps {
  /** [2·node] the state of the last step; NaN at lost nodes. */
  readonly voltages: Float64Array;
  /**
   * One step more.
   * @returns what it leaves as mismatch, as share of what the outage gave back: how far the estimate can be trusted
   */
  improve(): number;
  /** Goes on to the solution. @returns false when the steps do not converge; `voltages` is then all NaN */
  finish(): boolean;
}

/** Beyond, the power flow decides. */
export const STEPS_MAX = 15;
/** Largest mismatch of a solution, p.u. of baseMva: a tenth of what `solve` asks. */
const TOLERANCE_PU = 1e-9;
/** A step that leaves more than this share of the mismatch: the base state is too far for its Jacobian. */
const CONTRACTION_WEAK = 0.7;
/** The mismatch has met the rounding when a step leaves this share of a tiny one (as in `correction`). */
const CONTRACTION_STALLED = 0.5;

/** The largest mismatch from step to step, p.u. */
export class Progress {
  private leftPu = Number.NaN;
  private beforePu = Number.POSITIVE_INFINITY;
  private givenPu = 0;

  /** After the first step. @param givenPu the flow or power the outage gave back */
  begin(givenPu: number, leftPu: number): void {
    this.givenPu = givenPu;
    this.beforePu = Number.POSITIVE_INFINITY;
    this.leftPu = leftPu;
  }

  next(leftPu: number): void {
    this.beforePu = this.leftPu;
    this.leftPu = leftPu;
  }

  /** Of what the outage gave back; 0 at a solution. */
  get leftShare(): number {
    return this.leftPu <= TOLERANCE_PU ? 0 : this.leftPu / this.givenPu;
  }

  get state(): 'solved' | 'under-way' | 'astray' {
    const { leftPu, beforePu } = this;
    if (leftPu <= TOLERANCE_PU) return 'solved';
    if (leftPu <= MISMATCH_AT_ROUNDING_PU && leftPu > CONTRACTION_STALLED * beforePu) return 'solved';
    return leftPu <= CONTRACTION_WEAK * beforePu ? 'under-way' : 'astray';
  }
}

/** Largest entry; NaN when any is. */
export function largest(residual: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < residual.length; i++) {
    const size = Math.abs(residual[i]!);
    // Written so that NaN wins.
    if (!(size <= worst)) worst = size;
  }
  return worst;
}
