/**
 * Chooses measures by linear programmes until the power flow agrees.
 *
 *     AC state → rows of the limits that count → choice → AC state with the choice → …
 *
 * A row counts from the first state that violates its limit, and from then on: limits far from their value cost no adjoint solve.
 * Every round takes slopes at the last state, so the error shrinks with the square of the step, as in Newton's method. The answer is
 * the best of the sets that the power flow has judged, "do nothing" among them: never one that only slopes speak for, never one that
 * violates a limit which holds without it, never one that is worse than none. Choices between whole numbers can jump for ever: after some free rounds sets only grow.
 */
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { sensitivities } from '../sensitivity/voltage-and-flow.ts';
import { ROOM_KEPT_PERCENT } from './elastic-limits.ts';
import {
  type GridPeriod,
  keyOf,
  type LimitRow,
  limitRow,
  type Measure,
  type PeriodReading,
  readPeriod,
} from './limit-rows.ts';

export interface Choice {
  /** [measure] */
  readonly kw: Float64Array;
  /** What decides between sets that violate equally, the first entry before the second. */
  readonly cost: readonly number[];
}

export interface PointOfLinearisation {
  /** [measure] */
  readonly kw: Float64Array;
  /** true: no quantity may fall below what it is here. */
  readonly keeps: boolean;
}

/** How long may still be looked for; the clock is the caller's. */
export type SecondsLeft = () => number;

/** What every way to choose keeps to. */
export interface ChoiceRules {
  readonly roomPercent: number;
  /** Measures are taken in whole steps of this many kW; 0: in any quantity. */
  readonly stepKw: number;
  /** For the next programme. */
  readonly programmeSeconds: SecondsLeft;
}

/** @returns what to take, or in words why nothing could be chosen */
export type Choose<C extends Choice> = (rows: readonly LimitRow[], at: PointOfLinearisation) => C | string;

export type Settled<C extends Choice> =
  | { readonly solved: false; readonly period: number; readonly message: string }
  | SettledSet<C>;

export interface SettledSet<C extends Choice> {
  readonly solved: true;
  /** null: nothing had to be done, or nothing that was tried is better than nothing. */
  readonly choice: C | null;
  /** [period] */
  readonly before: readonly SolvedState[];
  readonly after: readonly SolvedState[];
  /** By key: every given limit, as scheduled and with the choice. */
  readonly readingsBefore: ReadonlyMap<string, PeriodReading>;
  readonly readingsAfter: ReadonlyMap<string, PeriodReading>;
  /** The limits that counted, with the slopes the choice rests on. */
  readonly rows: readonly LimitRow[];
  /** Whether slopes and power flow told the same in the end. */
  readonly agreed: boolean;
  readonly rounds: number;
  /** What kept the rounds from agreeing; empty otherwise. */
  readonly message: string;
}

interface Judged<C extends Choice> {
  readonly choice: C | null;
  readonly kw: Float64Array;
  readonly states: readonly SolvedState[];
  readonly readings: ReadonlyMap<string, PeriodReading>;
  readonly rows: readonly LimitRow[];
  /** Sum over the limits that hold as scheduled. */
  readonly newlyViolatedPercent: number;
  /** Sum over all limits. */
  readonly violatedPercent: number;
  /** Of the limit that counts and is closest. */
  readonly roomShortPercent: number;
}

/** Percent of what is permitted. */
export const ROOM_PERCENT = 1;
/** One programme that takes longer is cut, so that a round leaves time for others. */
const PROGRAMME_SECONDS_MAX = 5;
/** Beyond, the best set so far counts, and it is said that slopes and power flow do not agree. */
const ROUNDS_MAX = 10;
const FREE_ROUNDS = 5;
/** Steps towards a set without solution are halved this often before the rounds end. */
const HALVINGS_MAX = 4;
/** Limits that count; beyond, the most overstepped ones do. */
const ROWS_MAX = 2000;
/** Slopes and power flow agree when no limit that binds differs by more, percent of what is permitted. */
const AGREEMENT_PERCENT = ROOM_KEPT_PERCENT / 2;
/** Rows nearer to their bound than this are compared, percent of what is permitted. */
const BINDING_PERCENT = 0.5;
/** Violations that differ by less are equal, percent of what is permitted: far below what the power flow resolves. */
const SAME_PERCENT = 1e-6;

/** @param roomPercent room kept to every limit that counts, percent of what is permitted; given up before any limit is */
export function settleByAc<C extends Choice>(
  periods: readonly GridPeriod[],
  measures: readonly Measure[],
  roomPercent: number,
  choose: Choose<C>,
  secondsLeft: SecondsLeft,
): Settled<C> {
  if (!(roomPercent >= 2 * AGREEMENT_PERCENT))
    throw new RangeError(
      `room of ${roomPercent} %: slopes and power flow agree to ${AGREEMENT_PERCENT} % only`,
    );
  const before: SolvedState[] = [];
  for (const [period, at] of periods.entries()) {
    const state = at.state ?? solve(at.model, at.injection);
    if (!state.converged) return { solved: false, period, message: state.message };
    before.push(state);
  }
  const readingsBefore = readAll(periods, before);
  const grid: Grid = { periods, measures, before, readingsBefore };
  const active = new Set<string>();
  const nothing: Judged<C> = {
    choice: null,
    kw: new Float64Array(measures.length),
    states: before,
    readings: readingsBefore,
    rows: [],
    ...judge(readingsBefore, readingsBefore, active, roomPercent),
  };
  const settled = (best: Judged<C>, rounds: number, agreed: boolean, message: string): SettledSet<C> => ({
    solved: true,
    choice: best.choice,
    before,
    after: best.states,
    readingsBefore,
    readingsAfter: best.readings,
    rows: best.rows,
    agreed,
    rounds,
    message,
  });

  let best = nothing;
  let { kw, states, readings } = nothing;
  for (let round = 1; round <= ROUNDS_MAX; round++) {
    addViolated(active, readings);
    if (active.size === 0) return settled(nothing, 0, true, '');
    if (!(secondsLeft() > 0)) return settled(best, round - 1, false, 'The time for relief was up.');
    const rows = rowsAt(grid, active, states, readings);
    if (rows === null) return settled(best, round, false, 'The power flow equations are singular there.');
    // What counted later than a set was judged counts for it as well.
    best = {
      ...best,
      rows: best.choice ? best.rows : rows,
      ...judge(best.readings, readingsBefore, active, roomPercent),
    };
    const choice = choose(rows, { kw, keeps: round > FREE_ROUNDS });
    if (typeof choice === 'string') return settled(best, round, false, choice);
    const next = solveTowards(grid, kw, choice.kw, states);
    if (next === null)
      return settled(best, round, false, 'Towards the set that was chosen the power flow has no solution.');
    const nextReadings = readAll(periods, next.states);
    if (next.whole) {
      const judged: Judged<C> = {
        choice,
        kw: choice.kw,
        states: next.states,
        readings: nextReadings,
        rows,
        ...judge(nextReadings, readingsBefore, active, roomPercent),
      };
      if (isBetter(judged, best)) best = judged;
      if (agrees(rows, kw, choice.kw, nextReadings, active, roomPercent))
        return settled(best, round, true, '');
    }
    ({ kw, states } = next);
    readings = nextReadings;
  }
  return settled(best, ROUNDS_MAX, false, `Slopes and power flow did not agree within ${ROUNDS_MAX} rounds.`);
}

/** The time for everything together, and for one programme of it. */
export function timeFor(
  programmeSecondsMax: number = PROGRAMME_SECONDS_MAX,
  secondsLeft: SecondsLeft = () => Number.POSITIVE_INFINITY,
): { readonly all: SecondsLeft; readonly programme: SecondsLeft } {
  return { all: secondsLeft, programme: () => Math.min(programmeSecondsMax, Math.max(0, secondsLeft())) };
}

/** Over its limit by the slopes, with the quantities given in place of those the row was taken at. */
export function predictedOver(row: LimitRow, from: Float64Array, to: Float64Array): number {
  let over = row.reading.overPercent;
  for (let k = 0; k < to.length; k++) over += row.perKw[k]! * (to[k]! - from[k]!);
  return over;
}

interface Grid {
  readonly periods: readonly GridPeriod[];
  readonly measures: readonly Measure[];
  readonly before: readonly SolvedState[];
  readonly readingsBefore: ReadonlyMap<string, PeriodReading>;
}

interface Reached {
  readonly kw: Float64Array;
  readonly states: readonly SolvedState[];
  /** true: the whole step was taken. */
  readonly whole: boolean;
}

function addViolated(active: Set<string>, readings: ReadonlyMap<string, PeriodReading>): void {
  const violated = [...readings].filter(([key, r]) => r.margin < 0 && !active.has(key));
  violated.sort(([a, x], [b, y]) => y.overPercent - x.overPercent || (a < b ? -1 : 1));
  for (const [key] of violated.slice(0, Math.max(0, ROWS_MAX - active.size))) active.add(key);
}

/** @returns null where the equations have no slope at one of the states */
function rowsAt(
  { periods, measures, readingsBefore }: Grid,
  active: ReadonlySet<string>,
  states: readonly SolvedState[],
  readings: ReadonlyMap<string, PeriodReading>,
): LimitRow[] | null {
  const rows: LimitRow[] = [];
  for (const [period, at] of periods.entries()) {
    const here = [...active].flatMap(key => {
      const reading = readings.get(key);
      return reading?.period === period ? [reading] : [];
    });
    if (here.length === 0) continue;
    const sens = sensitivities(at.model, states[period]!);
    if (!sens) return null;
    for (const reading of here) {
      const kept = isKept(readingsBefore, keyOf(reading));
      rows.push(limitRow(reading, kept, states[period]!, sens, measures));
    }
  }
  // The order of rows must not depend on the round in which they began to count.
  return rows.sort((a, b) => (keyOf(a.reading) < keyOf(b.reading) ? -1 : 1));
}

/** @returns null when no step towards the set has a solution in every period */
function solveTowards(
  grid: Grid,
  from: Float64Array,
  to: Float64Array,
  states: readonly SolvedState[],
): Reached | null {
  let kw = to;
  for (let halvings = 0; halvings <= HALVINGS_MAX; halvings++) {
    const reached = solveAt(grid, kw, states);
    if (reached) return { kw, states: reached, whole: halvings === 0 };
    kw = kw.map((value, k) => (value + from[k]!) / 2);
  }
  return null;
}

function solveAt(
  { periods, measures, before }: Grid,
  kw: Float64Array,
  start: readonly SolvedState[],
): SolvedState[] | null {
  const added = periods.map(() => new Map<number, number>());
  measures.forEach(({ impulses }, k) => {
    if (kw[k] === 0) return;
    for (const { period, bus, kwPerKw } of impulses)
      added[period]!.set(bus, (added[period]!.get(bus) ?? 0) + kwPerKw * kw[k]!);
  });
  const states: SolvedState[] = [];
  for (const [period, { model, injection }] of periods.entries()) {
    if (added[period]!.size === 0) {
      states.push(before[period]!);
      continue;
    }
    const pMw = Float64Array.from(injection.pMw);
    for (const [bus, more] of added[period]!) pMw[bus]! += more / 1000;
    const state = solve(model, { pMw, qMvar: injection.qMvar }, { start: start[period]! });
    if (!state.converged) return null;
    states.push(state);
  }
  return states;
}

function readAll(periods: readonly GridPeriod[], states: readonly SolvedState[]): Map<string, PeriodReading> {
  const all = new Map<string, PeriodReading>();
  for (const [period, at] of periods.entries())
    for (const [key, reading] of readPeriod(at, period, states[period]!)) all.set(key, reading);
  return all;
}

function judge(
  readings: ReadonlyMap<string, PeriodReading>,
  before: ReadonlyMap<string, PeriodReading>,
  active: ReadonlySet<string>,
  roomPercent: number,
): Pick<Judged<Choice>, 'newlyViolatedPercent' | 'violatedPercent' | 'roomShortPercent'> {
  let newlyViolatedPercent = 0;
  let violatedPercent = 0;
  let roomShortPercent = 0;
  for (const [key, { overPercent }] of readings) {
    const violated = Math.max(0, overPercent);
    violatedPercent += violated;
    if (isKept(before, key)) newlyViolatedPercent += violated;
    if (active.has(key))
      roomShortPercent = Math.max(roomShortPercent, Math.min(roomPercent, overPercent + roomPercent));
  }
  return { newlyViolatedPercent, violatedPercent, roomShortPercent };
}

function isBetter<C extends Choice>(a: Judged<C>, b: Judged<C>): boolean {
  const newly = a.newlyViolatedPercent - b.newlyViolatedPercent;
  if (Math.abs(newly) > SAME_PERCENT) return newly < 0;
  const violated = a.violatedPercent - b.violatedPercent;
  if (Math.abs(violated) > SAME_PERCENT) return violated < 0;
  const short = a.roomShortPercent - b.roomShortPercent;
  if (Math.abs(short) > 2 * AGREEMENT_PERCENT) return short < 0;
  if (!a.choice || !b.choice) return b.choice !== null;
  for (const [k, cost] of a.choice.cost.entries()) {
    const other = b.choice.cost[k]!;
    if (cost !== other) return cost < other;
  }
  return false;
}

/** Whether the schedule keeps the limit; one it has no value for is held to it. */
function isKept(before: ReadonlyMap<string, PeriodReading>, key: string): boolean {
  return !((before.get(key)?.margin ?? 0) < 0);
}

/** No limit is violated that did not count, and those that bind stand where the slopes put them. */
function agrees(
  rows: readonly LimitRow[],
  from: Float64Array,
  to: Float64Array,
  readings: ReadonlyMap<string, PeriodReading>,
  active: ReadonlySet<string>,
  roomPercent: number,
): boolean {
  for (const [key, { margin }] of readings) if (margin < 0 && !active.has(key)) return false;
  return rows.every(row => {
    const predicted = predictedOver(row, from, to);
    const { overPercent } = readings.get(keyOf(row.reading))!;
    if (predicted <= -roomPercent - BINDING_PERCENT && overPercent <= -roomPercent - BINDING_PERCENT)
      return true;
    return Math.abs(overPercent - predicted) <= AGREEMENT_PERCENT;
  });
}
