/**
 * The cheapest offers that bring every row inside its limit, by the slopes: a linear programme with branches.
 *
 *     min Σ_k Σ_b c_kb·p_kb      q_k = Σ_b p_kb,   0 ≤ p_kb ≤ P_kb
 *     Σ_k s_rk·q_k ≤ −room − over_r                      every limit row r
 *     q_k = 0 or q_k ≥ m_k                               offers with a least quantity m_k
 *     P_k,b−1·z_kb ≤ p_k,b−1,   p_kb ≤ P_kb·z_kb         steps cheaper than one before them open only when the one before is full
 *
 * Where no set keeps all limits, the least remaining violation first and its cheapest set second (elastic-limits.ts). Equal prices are
 * told apart by less than a micro-euro per kWh, in the order of ids: the same set everywhere.
 */
import { solveProgramme } from './branching.ts';
import { addLimits, toSteps } from './elastic-limits.ts';
import type { LimitRow, Measure } from './limit-rows.ts';
import { type LinearProgramme, type LinearSolver, ProgrammeBuilder } from './linear-programme.ts';
import { type BlockOffer, eurPerHourOf, kwMaxOf } from './offers.ts';
import type { Choice, ChoiceRules, Choose, PointOfLinearisation } from './settle-by-ac.ts';

export interface OfferChoice extends Choice {
  /** false: a solve ran out of time. */
  readonly optimal: boolean;
  /**
   * [limit row] euro per hour saved per percent of what is permitted that the limit gave way, ≥ 0, the choice of offers with a minimum held;
   * null where a violation remains: its price is none that the market made.
   */
  readonly shadowEurPerPercentHour: Float64Array | null;
}

/** @param offers by id; @param measures the same in the same order */
export function chooseOffers(
  offers: readonly BlockOffer[],
  measures: readonly Measure[],
  solver: LinearSolver,
  rules: ChoiceRules,
): Choose<OfferChoice> {
  const choiceOf = (x: Float64Array, { quantity }: OfferColumns, optimal: boolean) => {
    const kw = Float64Array.from(offers, (offer, k) =>
      toSteps(offeredKw(offer, x[quantity[k]!]!), kwMaxOf(offer), rules.stepKw),
    );
    const eurPerHour = offers.reduce((sum, offer, k) => sum + eurPerHourOf(offer, kw[k]!), 0);
    return { kw, cost: [eurPerHour], optimal };
  };
  const build = (rows: readonly LimitRow[], at: PointOfLinearisation, elastic: boolean) => {
    const builder = new ProgrammeBuilder();
    const columns = addOffers(builder, offers, at);
    const { quantity } = columns;
    const limits = addLimits(builder, rows, at.kw, measures, quantity, rules.roomPercent, elastic);
    const solve = (programme: LinearProgramme, goals?: readonly Float64Array[]) =>
      solveProgramme(solver, programme, rules.programmeSeconds(), goals);
    return { builder, columns, limits, solve };
  };

  return (rows, at) => {
    const strict = build(rows, at, false);
    const answer = strict.solve(strict.builder.build());
    if (answer.status === 'failed') return answer.message;
    if (answer.status === 'solved') {
      const { x, optimal, rowDual } = answer;
      const price = (row: number) => Math.max(0, -rowDual[row]!) / KWH_PER_MWH;
      return {
        ...choiceOf(x, strict.columns, optimal),
        shadowEurPerPercentHour: Float64Array.from(strict.limits.row, price),
      };
    }
    const { builder, columns, limits, solve } = build(rows, at, true);
    const shortfall = builder.goal(column => limits.weight.get(column) ?? 0);
    const price = builder.goal(column => columns.cost.get(column) ?? 0);
    const least = solve(builder.build(), [shortfall, price]);
    if (least.status === 'infeasible') return 'The quantities that are kept contradict each other.';
    if (least.status === 'failed') return least.message;
    return { ...choiceOf(least.x, columns, least.optimal), shadowEurPerPercentHour: null };
  };
}

interface OfferColumns {
  /** [offer] column of its quantity, kW. */
  readonly quantity: readonly number[];
  /** Euro per MWh, by column. */
  readonly cost: ReadonlyMap<number, number>;
}

function addOffers(
  builder: ProgrammeBuilder,
  offers: readonly BlockOffer[],
  at: PointOfLinearisation,
): OfferColumns {
  const cost = new Map<number, number>();
  const quantity = offers.map((offer, k) => {
    const priced = (eurPerKwh: number, kw: number, lower = 0, least = 0) => {
      const told = eurPerKwh * KWH_PER_MWH + (TIE_EUR_PER_MWH * k) / offers.length;
      const column = builder.addColumn({ cost: told, lower, upper: kw, least });
      cost.set(column, told);
      return column;
    };
    const kwMax = kwMaxOf(offer);
    const lower = at.keeps ? Math.min(kwMax, at.kw[k]!) : 0;
    const [only] = offer.blocks;
    const single = offer.blocks.length === 1 && only;
    const column = single
      ? priced(only.eurPerKwh, only.kw, lower, offer.kwMin)
      : builder.addColumn({ cost: 0, lower, upper: kwMax, least: offer.kwMin });
    if (!single) addBlocks(builder, offer, column, priced);
    return column;
  });
  return { quantity, cost };
}

function addBlocks(
  builder: ProgrammeBuilder,
  { blocks }: BlockOffer,
  quantity: number,
  priced: (eurPerKwh: number, kw: number) => number,
): void {
  const columns = blocks.map(block => priced(block.eurPerKwh, block.kw));
  builder.addRow(0, 0, [[quantity, -1], ...columns.map((column): [number, number] => [column, 1])]);
  let dearest = Number.NEGATIVE_INFINITY;
  blocks.forEach((block, b) => {
    if (block.eurPerKwh < dearest) {
      const open = builder.addColumn({ cost: 0, lower: 0, upper: 1, least: 1 });
      addAtMost(builder, [open, blocks[b - 1]!.kw], [columns[b - 1]!, -1]);
      addAtMost(builder, [columns[b]!, 1], [open, -block.kw]);
    }
    dearest = Math.max(dearest, block.eurPerKwh);
  });
}

/** a + b ≤ 0 */
function addAtMost(
  builder: ProgrammeBuilder,
  a: readonly [number, number],
  b: readonly [number, number],
): void {
  builder.addRow(Number.NEGATIVE_INFINITY, 0, [a, b]);
}

/** "Nothing or at least the minimum" holds to the solver's tolerance only. */
function offeredKw({ kwMin }: BlockOffer, kw: number): number {
  return kw < kwMin / 2 ? 0 : Math.max(kw, kwMin);
}

/** Prices are euro per MWh inside the programme: their smallest differences stand well above the solver's tolerance. */
const KWH_PER_MWH = 1000;
/** Below one micro-euro per kWh, the market's smallest step. */
const TIE_EUR_PER_MWH = 5e-4;
