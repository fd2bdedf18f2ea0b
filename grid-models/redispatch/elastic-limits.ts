/**
 * Limits as constraints of a programme. Strict: over_r(p) ≤ −room. Elastic: over_r(p) ≤ −room + g_r + e_r with the room g_r given up
 * first, up to what slopes and power flow may differ by, and the violation e_r ≥ 0 only then. What is minimised is
 *
 *     Σ w_r·e_r + Σ g_r / 100,    w_r = 1 where the schedule itself violates the limit, 100 where it keeps it
 *
 * A limit that holds is not given up for one that does not. As the sum is brought to its least before any price is looked at, a
 * violation costs more than any offer.
 */
import type { LimitRow, Measure } from './limit-rows.ts';
import type { ProgrammeBuilder } from './linear-programme.ts';

export interface LimitConstraints {
  /** [limit row] row of the programme. */
  readonly row: readonly number[];
  /** Weight of every elastic column in what falls short: the goal before all others. */
  readonly weight: ReadonlyMap<number, number>;
}

/** @param column [measure] column of the programme that is its quantity, kW */
export function addLimits(
  builder: ProgrammeBuilder,
  rows: readonly LimitRow[],
  from: Float64Array,
  measures: readonly Measure[],
  column: readonly number[],
  roomPercent: number,
  elastic: boolean,
): LimitConstraints {
  const weight = new Map<number, number>();
  const add = (upper: number, share: number): [number, number] => {
    const added = builder.addColumn({ cost: share, lower: 0, upper });
    weight.set(added, share);
    return [added, -1];
  };
  const roomGivenUp = Math.max(0, roomPercent - ROOM_KEPT_PERCENT);
  const row = rows.map(({ reading, isKept, perKw }) => {
    let bound = -roomPercent - reading.overPercent;
    const entries: [number, number][] = [];
    for (let k = 0; k < measures.length; k++) {
      bound += perKw[k]! * from[k]!;
      // What a whole measure cannot move by a visible amount only fills the matrix; the power flow sees it.
      if (Math.abs(perKw[k]!) * measures[k]!.kwMax >= NEGLIGIBLE_PERCENT)
        entries.push([column[k]!, perKw[k]!]);
    }
    if (elastic) {
      const beyond = isKept ? KEPT_WEIGHT : 1;
      entries.push(add(roomGivenUp, ROOM_WEIGHT), add(Number.POSITIVE_INFINITY, beyond));
    }
    return builder.addRow(Number.NEGATIVE_INFINITY, bound, entries);
  });
  return { row, weight };
}

/**
 * Quantities as they are ordered: in whole steps, rounded up, never beyond what there is. What is less than a thousandth of a step is
 * the solver's rounding and stays out.
 */
export function toSteps(kw: number, kwMax: number, stepKw: number): number {
  const least = stepKw > 0 ? stepKw * STEP_ROUNDING : KW_ROUNDING;
  if (!(kw > least)) return 0;
  if (stepKw === 0) return Math.min(kw, kwMax);
  return Math.min(kwMax, Math.ceil(kw / stepKw - STEP_ROUNDING) * stepKw);
}

export const NEGLIGIBLE_PERCENT = 1e-4;
/** Least room: twice what slopes and power flow may differ by (settle-by-ac.ts), or a limit met exactly would be violated by AC. */
export const ROOM_KEPT_PERCENT = 0.1;
const ROOM_WEIGHT = 1e-2;
const KEPT_WEIGHT = 100;
const STEP_ROUNDING = 1e-3;
const KW_ROUNDING = 1e-7;
