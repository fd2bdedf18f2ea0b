/**
 * The least curtailment that restores all limits at once, in the legal order (curtailment.ts: Reg. (EU) 2019/943 Art. 13(6)).
 *
 * Successive programmes, each holding what those before it reached: the least violation with everything that may be curtailed; then
 * the least kW of the last rank, of the rank before it, and so on to the first. So a rank gives only what the ranks before it cannot:
 * with several limits "used up" means that nothing left in an earlier rank would spare a kilowatt of this one. What is left there is
 * named with the reason: no rank is skipped silently. The power flow decides (settle-by-ac.ts).
 */
import type { SolvedState } from '../power-flow/result.ts';
import { solveProgramme } from './branching.ts';
import { LEGAL_ORDER, type LegalRank } from './curtailment.ts';
import { addLimits, toSteps } from './elastic-limits.ts';
import type { GridPeriod, LimitRow, Measure } from './limit-rows.ts';
import { type LinearSolver, ProgrammeBuilder } from './linear-programme.ts';
import { byId } from './offers.ts';
import {
  bindingRows,
  type HoldingLimit,
  heldBackBy,
  isUsedUp,
  type RemainingViolation,
  relieves,
  remainingViolations,
} from './remaining.ts';
import { type LimitMove, movesOf } from './restore-limits.ts';
import {
  type Choice,
  type ChoiceRules,
  type Choose,
  ROOM_PERCENT,
  type SecondsLeft,
  type SettledSet,
  settleByAc,
  timeFor,
} from './settle-by-ac.ts';

export interface CurtailablePlant {
  readonly id: string;
  readonly rank: LegalRank;
  /** Row of the bus table. */
  readonly bus: number;
  readonly period: number;
  /** down: less injection. up: less consumption. */
  readonly direction: 'up' | 'down';
  readonly kwMax: number;
}

export interface CurtailmentInput {
  readonly periods: readonly GridPeriod[];
  /** Each id once, kwMax > 0: what cannot be curtailed is no plant here. */
  readonly plants: readonly CurtailablePlant[];
  readonly solver: LinearSolver;
  /** As in ReliefInput. */
  readonly roomPercent?: number;
  readonly stepKw?: number;
  readonly timeLimitS?: number;
  readonly secondsLeft?: SecondsLeft;
}

export type Curtailment =
  | { readonly outcome: 'unsolved'; readonly period: number; readonly message: string }
  | CurtailmentOfAll;

export interface CurtailmentOfAll {
  readonly outcome: 'restored' | 'remaining';
  /** In the legal order, then by id; quantities above 0 only. */
  readonly parts: readonly { readonly id: string; readonly rank: LegalRank; readonly kw: number }[];
  /** Every rank of the legal order, also those with nothing to curtail. */
  readonly ranks: readonly RankUse[];
  readonly limits: readonly LimitMove[];
  readonly remaining: readonly RemainingViolation[];
  readonly after: readonly SolvedState[];
  readonly agreed: boolean;
  readonly rounds: number;
  readonly message: string;
}

export interface RankUse {
  readonly rank: LegalRank;
  readonly kw: number;
  readonly kwMax: number;
  /** What was not taken of a rank although a later one was touched or a violation remains. */
  readonly left: readonly LeftInRank[];
}

export interface LeftInRank {
  readonly id: string;
  readonly kw: number;
  /** held-back: more would violate the limits of `by`; no-help: it would spare nothing of what comes later. */
  readonly why: 'relieves-nothing' | 'held-back' | 'no-help';
  readonly by: readonly HoldingLimit[];
}

/** Ties inside a rank go by id. */
const TIE = 1e-6;

export function curtailInLegalOrder(input: CurtailmentInput): Curtailment {
  const { periods, solver, roomPercent = ROOM_PERCENT, stepKw = 0, timeLimitS, secondsLeft } = input;
  const time = timeFor(timeLimitS, secondsLeft);
  const plants = [...input.plants].sort(
    (a, b) => LEGAL_ORDER.indexOf(a.rank) - LEGAL_ORDER.indexOf(b.rank) || byId(a.id, b.id),
  );
  const measures = plants.map(measureOfPlant);
  const choose = chooseByRank(plants, measures, solver, {
    roomPercent,
    stepKw,
    programmeSeconds: time.programme,
  });
  const set = settleByAc(periods, measures, roomPercent, choose, time.all);
  if (!set.solved) return { outcome: 'unsolved', period: set.period, message: set.message };
  const kw = set.choice?.kw ?? new Float64Array(plants.length);
  const remaining = remainingViolations(set, measures, roomPercent);
  const { after, agreed, rounds, message } = set;
  return {
    outcome: remaining.length === 0 ? 'restored' : 'remaining',
    parts: plants.flatMap(({ id, rank }, k) => (kw[k]! > 0 ? [{ id, rank, kw: kw[k]! }] : [])),
    ranks: rankUses(set, plants, measures, kw, remaining.length > 0, roomPercent),
    limits: movesOf(set),
    remaining,
    after,
    agreed,
    rounds,
    message,
  };
}

/** @param plants in the legal order; @param measures the same in the same order */
export function chooseByRank(
  plants: readonly CurtailablePlant[],
  measures: readonly Measure[],
  solver: LinearSolver,
  rules: ChoiceRules,
): Choose<Choice> {
  return (rows: readonly LimitRow[], at) => {
    const builder = new ProgrammeBuilder();
    const column = measures.map(({ kwMax }, k) =>
      builder.addColumn({ cost: 0, lower: at.keeps ? Math.min(kwMax, at.kw[k]!) : 0, upper: kwMax }),
    );
    const limits = addLimits(builder, rows, at.kw, measures, column, rules.roomPercent, true);
    const inRank = (rank: LegalRank) => {
      const own = new Set(plants.flatMap((plant, k) => (plant.rank === rank ? [column[k]!] : [])));
      return builder.goal(c => (own.has(c) ? 1 + (TIE * c) / column.length : 0));
    };
    const ranks = [...LEGAL_ORDER].reverse().filter(rank => plants.some(plant => plant.rank === rank));
    const answer = solveProgramme(solver, builder.build(), rules.programmeSeconds(), [
      builder.goal(c => limits.weight.get(c) ?? 0),
      ...ranks.map(inRank),
    ]);
    if (answer.status !== 'solved')
      return answer.status === 'failed'
        ? answer.message
        : 'The quantities that are kept contradict each other.';
    // What was found before the last rank was brought to its least may take from a later one what an earlier one could give.
    if (!answer.optimal) return 'The time for the programme was up before the last rank.';
    const { x } = answer;
    const kw = Float64Array.from(plants, ({ kwMax }, k) => toSteps(x[column[k]!]!, kwMax, rules.stepKw));
    return { kw, cost: [...LEGAL_ORDER].reverse().map(rank => kwOf(plants, kw, rank)) };
  };
}

function rankUses(
  set: SettledSet<Choice>,
  plants: readonly CurtailablePlant[],
  measures: readonly Measure[],
  kw: Float64Array,
  remains: boolean,
  roomPercent: number,
): RankUse[] {
  const lastUsed = plants.reduce(
    (last, { rank }, k) => (kw[k]! > 0 ? Math.max(last, LEGAL_ORDER.indexOf(rank)) : last),
    -1,
  );
  const binding = bindingRows(set, roomPercent);
  return LEGAL_ORDER.map((rank, order): RankUse => {
    const numbers = plants.flatMap((plant, k) => (plant.rank === rank ? [k] : []));
    const explained = remains || order < lastUsed;
    const left = explained ? numbers.filter(k => !isUsedUp(measures[k]!, kw[k]!)) : [];
    return {
      rank,
      kw: kwOf(plants, kw, rank),
      kwMax: numbers.reduce((sum, k) => sum + plants[k]!.kwMax, 0),
      left: left.map(k => {
        const by = heldBackBy(binding, measures, [k]);
        const helps = set.rows.some(row => relieves(row, measures, k));
        const why = !helps ? 'relieves-nothing' : by.length > 0 ? 'held-back' : 'no-help';
        return { id: plants[k]!.id, kw: plants[k]!.kwMax - kw[k]!, why, by: helps ? by : [] };
      }),
    };
  });
}

export function measureOfPlant({ id, bus, period, direction, kwMax }: CurtailablePlant): Measure {
  return { id, kwMax, impulses: [{ period, bus, kwPerKw: direction === 'up' ? 1 : -1 }] };
}

function kwOf(plants: readonly CurtailablePlant[], kw: Float64Array, rank: LegalRank): number {
  return plants.reduce((sum, plant, k) => (plant.rank === rank ? sum + kw[k]! : sum), 0);
}
