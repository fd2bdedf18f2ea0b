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
import { addLimits, holdLeastShortfall, toSteps } from './elastic-limits.ts';
import type { GridPeriod, LimitRow, Measure } from './limit-rows.ts';
import { type LinearProgramme, type LinearSolver, ProgrammeBuilder } from './linear-programme.ts';
import { byId } from './offers.ts';
import {
  type HoldingLimit,
  heldBackBy,
  isUsedUp,
  type RemainingViolation,
  relieves,
  remainingViolations,
} from './remaining.ts';
import { type LimitMove, movesOf } from './restore-limits.ts';
import { type Choice, type Choose, type SettledSet, settleByAc } from './settle-by-ac.ts';

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

const ROOM_PERCENT = 1;
const TIME_LIMIT_S = 5;
/** Held to this of the least of a rank, kW: the solver's own tolerance, far below a step. */
const HELD_KW = 1e-6;
/** Ties inside a rank go by id. */
const TIE = 1e-6;

export function curtailInLegalOrder(input: CurtailmentInput): Curtailment {
  const { periods, solver, roomPercent = ROOM_PERCENT, stepKw = 0, timeLimitS = TIME_LIMIT_S } = input;
  const plants = [...input.plants].sort(
    (a, b) => LEGAL_ORDER.indexOf(a.rank) - LEGAL_ORDER.indexOf(b.rank) || byId(a.id, b.id),
  );
  const measures = plants.map(measureOfPlant);
  const choose = chooseByRank(plants, measures, solver, { roomPercent, stepKw, timeLimitS });
  const set = settleByAc(periods, measures, roomPercent, choose);
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
  rules: { readonly roomPercent: number; readonly stepKw: number; readonly timeLimitS: number },
): Choose<Choice> {
  return (rows: readonly LimitRow[], at) => {
    const builder = new ProgrammeBuilder();
    const column = measures.map(({ kwMax }, k) =>
      builder.addColumn({ cost: 0, lower: at.keeps ? Math.min(kwMax, at.kw[k]!) : 0, upper: kwMax }),
    );
    const limits = addLimits(builder, rows, at.kw, measures, column, rules.roomPercent, true);
    const solve = (programme: LinearProgramme) => solveProgramme(solver, programme, rules.timeLimitS);
    let answer = holdLeastShortfall(builder, limits, solve);
    for (const rank of [...LEGAL_ORDER].reverse()) {
      const own = new Set(plants.flatMap((plant, k) => (plant.rank === rank ? [column[k]!] : [])));
      if (own.size === 0) continue;
      if (answer.status !== 'solved') break;
      builder.setCosts(c => (own.has(c) ? 1 + (TIE * c) / column.length : 0));
      answer = solve(builder.build());
      if (answer.status !== 'solved') break;
      const { x } = answer;
      const kw = [...own].reduce((sum, c) => sum + x[c]!, 0);
      builder.addRow(Number.NEGATIVE_INFINITY, kw + HELD_KW, new Map([...own].map(c => [c, 1])));
    }
    if (answer.status !== 'solved')
      return answer.status === 'failed' ? answer.message : 'The ranks held contradict each other.';
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
  return LEGAL_ORDER.map((rank, order): RankUse => {
    const numbers = plants.flatMap((plant, k) => (plant.rank === rank ? [k] : []));
    const explained = remains || order < lastUsed;
    const left = explained ? numbers.filter(k => !isUsedUp(measures[k]!, kw[k]!)) : [];
    return {
      rank,
      kw: kwOf(plants, kw, rank),
      kwMax: numbers.reduce((sum, k) => sum + plants[k]!.kwMax, 0),
      left: left.map(k => {
        const by = heldBackBy(set, measures, k, roomPercent);
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
