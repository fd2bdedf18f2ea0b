/**
 * What relief costs when the trades of one or several intervals are scaled together, and which trade causes it at the margin.
 *
 *     C(λ) = min Σ c_kb·p_kb + v·Σ e_r     so that   over_r − (1 − λ)·Σ_i t_ri + Σ_k s_rk·q_k ≤ −room_r + e_r
 *
 * about the state with all trades (λ = 1), t_ri the change of limit r by all of trade i. C is convex and piecewise linear in λ, and
 * with μ_r the dual value of row r its slope is Σ_i g_i, g_i = Σ_r μ_r·t_ri: marginal price times own effect. Least quantities and the
 * order of price steps are not kept here: prices come from the relaxed programme. A limit that no offer relieves costs v. Room is kept
 * where relief would keep it: to limits that are violated at an end of the ray; the others are only not given up.
 */
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { type Sensitivities, sensitivities } from '../sensitivity/voltage-and-flow.ts';
import { solveProgramme } from './branching.ts';
import { NEGLIGIBLE_PERCENT } from './elastic-limits.ts';
import {
  type GridPeriod,
  keyOf,
  type LimitRow,
  limitRow,
  type Measure,
  type PeriodReading,
  readPeriod,
} from './limit-rows.ts';
import { type LinearSolver, ProgrammeBuilder } from './linear-programme.ts';
import { type BlockOffer, byId, kwMaxOf, measureOf, usableOffers } from './offers.ts';

export interface ScaledTrade {
  /** Interval of delivery, number in the list of periods. */
  readonly period: number;
  readonly sellerBus: number;
  readonly buyerBus: number;
  readonly kw: number;
}

export interface ReliefCostAt {
  readonly eurPerHour: number;
  /** [trade] euro per hour that one more unit of the scale costs through this trade, by loadings and by voltages. */
  readonly congestion: Float64Array;
  readonly voltage: Float64Array;
  /** What no offer relieves, of the worst limit, percent of what is permitted, room included. */
  readonly shortPercent: number;
}

/** `state` is the solved schedule. */
export type SolvedPeriod = GridPeriod & { readonly state: SolvedState };

export interface ReliefCostInput {
  /** With all trades; consecutive, as rebound is looked for in all of them. */
  readonly periods: readonly SolvedPeriod[];
  readonly offers: readonly BlockOffer[];
  readonly trades: readonly ScaledTrade[];
  readonly solver: LinearSolver;
  readonly roomPercent: number;
  /** Price of what stays violated, euro per hour and percent of what is permitted: the operator's published value. */
  readonly violationEurPerPercentHour: number;
  readonly timeLimitS: number;
}

/** Limits further inside than this, with all trades and without them, do not get their slopes, percent of what is permitted. */
const NEAR_PERCENT = 20;
const ROWS_MAX = 500;

/**
 * @returns the cost at a scale 0..1, null where the programme was not solved; null altogether where a state has no slopes or there is
 *   none without the trades
 */
export function reliefCostAlong(input: ReliefCostInput): ((scale: number) => ReliefCostAt | null) | null {
  const offers = usableOffers(input.offers, input.periods).usable;
  const trades = input.trades.map(measureOfTrade);
  const rows = nearRows(input, [...offers.map(measureOf), ...trades]);
  if (rows === null) return null;
  // Without limits there is no programme: solvers take an empty one for a fault.
  if (rows.length === 0) return () => costless(trades.length);
  // Of every trade in its full size.
  const effect = rows.map(row => trades.map((trade, i) => row.perKw[offers.length + i]! * trade.kwMax));
  return scale => {
    const builder = new ProgrammeBuilder();
    const columns = offers.map(({ blocks }) =>
      blocks.map(({ kw, eurPerKwh }) => builder.addColumn({ cost: eurPerKwh, lower: 0, upper: kw })),
    );
    const beyond: number[] = [];
    const limits = rows.map((row, r) => {
      const over = builder.addColumn({
        cost: input.violationEurPerPercentHour,
        lower: 0,
        upper: Number.POSITIVE_INFINITY,
      });
      beyond.push(over);
      const entries: [number, number][] = [[over, -1]];
      offers.forEach((offer, k) => {
        if (Math.abs(row.perKw[k]!) * kwMaxOf(offer) < NEGLIGIBLE_PERCENT) return;
        for (const column of columns[k]!) entries.push([column, row.perKw[k]!]);
      });
      const room = row.worstPercent > 0 ? input.roomPercent : 0;
      const bound = -room - overAt(row, effect[r]!, scale);
      return builder.addRow(Number.NEGATIVE_INFINITY, bound, entries);
    });
    const answer = solveProgramme(input.solver, builder.build(), input.timeLimitS);
    if (answer.status !== 'solved' || !answer.optimal) return null;
    const congestion = new Float64Array(trades.length);
    const voltage = new Float64Array(trades.length);
    for (const [r, row] of rows.entries()) {
      const price = Math.max(0, -answer.rowDual[limits[r]!]!);
      const part = row.reading.unit === '%' ? congestion : voltage;
      for (let i = 0; i < trades.length; i++) part[i]! += price * effect[r]![i]!;
    }
    const shortPercent = Math.max(...beyond.map(column => answer.x[column]!));
    return { eurPerHour: answer.objective, congestion, voltage, shortPercent };
  };
}

function costless(trades: number): ReliefCostAt {
  const nobody = new Float64Array(trades);
  return { eurPerHour: 0, congestion: nobody, voltage: nobody, shortPercent: 0 };
}

function overAt(row: LimitRow, effect: readonly number[], scale: number): number {
  return row.reading.overPercent - (1 - scale) * effect.reduce((sum, own) => sum + own, 0);
}

interface NearRow extends LimitRow {
  /** With all trades or without them, whichever is worse: what only the trades keep counts as well. */
  readonly worstPercent: number;
}

function nearRows({ periods, trades }: ReliefCostInput, measures: readonly Measure[]): NearRow[] | null {
  const near: { reading: PeriodReading; worstPercent: number; sens: Sensitivities }[] = [];
  for (const [n, period] of periods.entries()) {
    const sens = sensitivities(period.model, period.state);
    const without = stateWithout(
      period,
      trades.filter(trade => trade.period === n),
    );
    if (!sens || !without) return null;
    const readingsWithout = readPeriod(period, n, without);
    for (const [key, reading] of readPeriod(period, n, period.state)) {
      const worstPercent = Math.max(reading.overPercent, readingsWithout.get(key)!.overPercent);
      if (worstPercent > -NEAR_PERCENT) near.push({ reading, worstPercent, sens });
    }
  }
  return near
    .sort((a, b) => b.worstPercent - a.worstPercent || byId(keyOf(a.reading), keyOf(b.reading)))
    .slice(0, ROWS_MAX)
    .map(({ reading, worstPercent, sens }) => {
      const { state } = periods[reading.period]!;
      return { ...limitRow(reading, reading.margin >= 0, state, sens, measures), worstPercent };
    });
}

function stateWithout(
  { model, injection, state }: SolvedPeriod,
  trades: readonly ScaledTrade[],
): SolvedState | null {
  if (trades.length === 0) return state;
  const pMw = Float64Array.from(injection.pMw);
  for (const { sellerBus, buyerBus, kw } of trades) {
    pMw[sellerBus]! -= kw / 1000;
    pMw[buyerBus]! += kw / 1000;
  }
  const without = solve(model, { pMw, qMvar: injection.qMvar }, { start: state });
  return without.converged ? without : null;
}

function measureOfTrade({ period, sellerBus, buyerBus, kw }: ScaledTrade, n: number): Measure {
  const impulses = [
    { period, bus: sellerBus, kwPerKw: 1 },
    { period, bus: buyerBus, kwPerKw: -1 },
  ];
  return { id: String(n), kwMax: kw, impulses };
}
