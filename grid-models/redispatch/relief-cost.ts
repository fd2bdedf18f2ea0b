/**
 * What relief costs when the trades of an interval are scaled together, and which trade causes it at the margin.
 *
 *     C(λ) = min Σ c_kb·p_kb + v·Σ e_r     so that   over_r − (1 − λ)·Σ_i t_ri + Σ_k s_rk·q_k ≤ −room + e_r
 *
 * about the state with all trades (λ = 1), t_ri the change of limit r by all of trade i. C is convex and piecewise linear in λ, and
 * with μ_r the dual value of row r its slope is Σ_i g_i, g_i = Σ_r μ_r·t_ri: marginal price times own effect. Least quantities and the
 * order of price steps are not kept here: prices come from the relaxed programme. A limit that no offer relieves costs v.
 */
import type { SolvedState } from '../power-flow/result.ts';
import { sensitivities } from '../sensitivity/voltage-and-flow.ts';
import { solveProgramme } from './branching.ts';
import { NEGLIGIBLE_PERCENT } from './elastic-limits.ts';
import { type GridPeriod, keyOf, type LimitRow, limitRow, type Measure, readPeriod } from './limit-rows.ts';
import { type LinearSolver, ProgrammeBuilder } from './linear-programme.ts';
import { type BlockOffer, kwMaxOf, measureOf, usableOffers } from './offers.ts';

export interface ScaledTrade {
  readonly sellerBus: number;
  readonly buyerBus: number;
  readonly kw: number;
}

export interface ReliefCostAt {
  readonly eurPerHour: number;
  /** [trade] euro per hour that one more unit of the scale costs through this trade, by loadings and by voltages. */
  readonly congestion: Float64Array;
  readonly voltage: Float64Array;
}

export interface ReliefCostInput {
  /** With all trades; `state` is the solved schedule. */
  readonly period: GridPeriod & { readonly state: SolvedState };
  readonly offers: readonly BlockOffer[];
  readonly trades: readonly ScaledTrade[];
  readonly solver: LinearSolver;
  readonly roomPercent: number;
  /** Price of what stays violated, euro per hour and percent of what is permitted: the operator's published value. */
  readonly violationEurPerPercentHour: number;
  readonly timeLimitS: number;
}

/** Limits further inside than this do not get their slopes, percent of what is permitted. */
const NEAR_PERCENT = 20;
const ROWS_MAX = 500;

/** @returns the cost at a scale 0..1, null where the programme was not solved; null altogether where the state has no slopes */
export function reliefCostAlong(input: ReliefCostInput): ((scale: number) => ReliefCostAt | null) | null {
  const offers = usableOffers(input.offers, [input.period]).usable;
  const trades = input.trades.map(measureOfTrade);
  const rows = nearRows(input, [...offers.map(measureOf), ...trades]);
  if (rows === null) return null;
  // Of every trade in its full size.
  const effect = rows.map(row => trades.map((trade, i) => row.perKw[offers.length + i]! * trade.kwMax));
  return scale => {
    const builder = new ProgrammeBuilder();
    const columns = offers.map(({ blocks }) =>
      blocks.map(({ kw, eurPerKwh }) => builder.addColumn({ cost: eurPerKwh, lower: 0, upper: kw })),
    );
    const limits = rows.map((row, r) => {
      const beyond = builder.addColumn({
        cost: input.violationEurPerPercentHour,
        lower: 0,
        upper: Number.POSITIVE_INFINITY,
      });
      const entries: [number, number][] = [[beyond, -1]];
      offers.forEach((offer, k) => {
        if (Math.abs(row.perKw[k]!) * kwMaxOf(offer) < NEGLIGIBLE_PERCENT) return;
        for (const column of columns[k]!) entries.push([column, row.perKw[k]!]);
      });
      const bound = -input.roomPercent - over(row, effect[r]!, scale);
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
    return { eurPerHour: answer.objective, congestion, voltage };
  };
}

function over(row: LimitRow, effect: readonly number[], scale: number): number {
  return row.reading.overPercent - (1 - scale) * effect.reduce((sum, own) => sum + own, 0);
}

function nearRows({ period }: ReliefCostInput, measures: readonly Measure[]): LimitRow[] | null {
  const sens = sensitivities(period.model, period.state);
  if (!sens) return null;
  return [...readPeriod(period, 0, period.state).values()]
    .filter(reading => reading.overPercent > -NEAR_PERCENT)
    .sort((a, b) => b.overPercent - a.overPercent || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, ROWS_MAX)
    .map(reading => limitRow(reading, reading.margin >= 0, period.state, sens, measures));
}

function measureOfTrade({ sellerBus, buyerBus, kw }: ScaledTrade, n: number): Measure {
  const impulses = [
    { period: 0, bus: sellerBus, kwPerKw: 1 },
    { period: 0, bus: buyerBus, kwPerKw: -1 },
  ];
  return { id: String(n), kwMax: kw, impulses };
}
