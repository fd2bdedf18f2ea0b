/** Limits that stay violated after all, each with the reason. */
import type { LimitKind } from '../security/limits.ts';
import { NEGLIGIBLE_PERCENT } from './elastic-limits.ts';
import { keyOf, type LimitRow, type Measure, type PeriodReading } from './limit-rows.ts';
import type { Choice, SettledSet } from './settle-by-ac.ts';

export interface RemainingViolation extends PeriodReading {
  readonly why: RemainingReason;
}

export type RemainingReason =
  /** None of the measures moves it towards its limit. */
  | { readonly code: 'nothing-relieves' }
  /** All of what moves it towards its limit is taken. */
  | { readonly code: 'used-up' }
  /** More would violate these limits. */
  | { readonly code: 'held-back'; readonly by: readonly HoldingLimit[] }
  /** What is left comes in pieces that would do more harm than good. */
  | { readonly code: 'indivisible' }
  /** The rounds ended before slopes and power flow agreed, in words why. */
  | { readonly code: 'not-agreed'; readonly message: string };

/** A limit that more of a measure would violate. */
export interface HoldingLimit {
  readonly period: number;
  readonly limit: LimitKind;
  readonly element: string;
}

/** A limit binds when it is nearer than this to the room kept, percent of what is permitted. */
const BINDS_PERCENT = 0.1;
/** A measure is used up when less than this share of it is left. */
const LEFT_SHARE = 1e-3;

/** The most overstepped first. */
export function remainingViolations<C extends Choice>(
  set: SettledSet<C>,
  measures: readonly Measure[],
  roomPercent: number,
): RemainingViolation[] {
  const rowOf = new Map(set.rows.map(row => [keyOf(row.reading), row]));
  const kw = set.choice?.kw ?? new Float64Array(measures.length);
  const binding = bindingRows(set, roomPercent);
  return [...set.readingsAfter]
    .filter(([, reading]) => reading.margin < 0)
    .map(([key, reading]) => ({ ...reading, why: reasonOf(rowOf.get(key), binding, set, measures, kw) }))
    .sort((a, b) => b.overPercent - a.overPercent || (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The rows that bind with the set, in their order. */
export function bindingRows<C extends Choice>(set: SettledSet<C>, roomPercent: number): LimitRow[] {
  return set.rows.filter(
    row => set.readingsAfter.get(keyOf(row.reading))!.overPercent >= -roomPercent - BINDS_PERCENT,
  );
}

/** The limits that bind and that more of some of the measures would hurt, in the order of the rows. */
export function heldBackBy(
  binding: readonly LimitRow[],
  measures: readonly Measure[],
  some: readonly number[],
): HoldingLimit[] {
  return binding
    .filter(row => some.some(k => moves(row, measures, k) > 0))
    .map(({ reading: { period, limit, element } }) => ({ period, limit, element }));
}

export function isUsedUp(measure: Measure, kw: number): boolean {
  return kw >= measure.kwMax * (1 - LEFT_SHARE);
}

/** Whether a measure would visibly relieve a row. */
export function relieves(row: LimitRow, measures: readonly Measure[], measure: number): boolean {
  return moves(row, measures, measure) < 0;
}

function reasonOf<C extends Choice>(
  row: LimitRow | undefined,
  binding: readonly LimitRow[],
  set: SettledSet<C>,
  measures: readonly Measure[],
  kw: Float64Array,
): RemainingReason {
  const relieving = row ? measures.map((_, k) => k).filter(k => relieves(row, measures, k)) : [];
  if (row && relieving.length === 0) return { code: 'nothing-relieves' };
  const left = relieving.filter(k => !isUsedUp(measures[k]!, kw[k]!));
  if (row && left.length === 0) return { code: 'used-up' };
  if (!set.agreed) return { code: 'not-agreed', message: set.message };
  const by = heldBackBy(binding, measures, left);
  return by.length > 0 ? { code: 'held-back', by } : { code: 'indivisible' };
}

/** Percent of what is permitted that all of a measure moves the row, 0 where nobody would see it; negative relieves. */
function moves(row: LimitRow, measures: readonly Measure[], measure: number): number {
  const all = row.perKw[measure]! * measures[measure]!.kwMax;
  return Math.abs(all) < NEGLIGIBLE_PERCENT ? 0 : all;
}
