/**
 * The cheapest set of flexibility offers that restores all limits of one or several intervals at once, voltages and loadings alike,
 * rebound included. The slopes choose (choose-offers.ts), the power flow decides (settle-by-ac.ts). Where no set restores all, the
 * one that leaves least, and for every limit left why.
 *
 * "Least" is the sum over all limits of what they are overstepped by, in percent of what is permitted.
 */
import type { SolvedState } from '../power-flow/result.ts';
import type { LimitKind } from '../security/limits.ts';
import { chooseOffers, type OfferChoice } from './choose-offers.ts';
import { type GridPeriod, keyOf, type PeriodReading } from './limit-rows.ts';
import type { LinearSolver } from './linear-programme.ts';
import { type BlockOffer, byId, kwByBlock, type LeftOut, measureOf, usableOffers } from './offers.ts';
import { type RemainingViolation, remainingViolations } from './remaining.ts';
import { ROOM_PERCENT, type SecondsLeft, type SettledSet, settleByAc, timeFor } from './settle-by-ac.ts';

export interface ReliefInput {
  /** Consecutive intervals of equal length; rebound is looked for in all of them. */
  readonly periods: readonly GridPeriod[];
  readonly hours: number;
  readonly offers: readonly BlockOffer[];
  readonly solver: LinearSolver;
  /**
   * Room kept to the limits that count, percent of what is permitted, at least 0.1: slopes and power flow agree to half of that. Given
   * up before any limit is. Default 1.
   */
  readonly roomPercent?: number;
  /** Offers are taken in whole steps of this many kW; 0 (default): in any quantity. */
  readonly stepKw?: number;
  /** For each solve of a programme. Default 5. */
  readonly timeLimitS?: number;
  /** What is left of the time for everything together; then the best set that the power flow has judged is the answer. */
  readonly secondsLeft?: SecondsLeft;
}

export type Relief =
  | {
      readonly outcome: 'unsolved';
      /** The interval whose schedule has no power flow. */
      readonly period: number;
      readonly message: string;
    }
  | ReliefSetOfAll;

export interface ReliefSetOfAll {
  readonly outcome: 'restored' | 'remaining';
  /** By offer, then by price step; quantities above 0 only. */
  readonly parts: readonly ReliefPart[];
  readonly costEur: number;
  /** Every limit that counted, as scheduled and with the set, by the power flow. */
  readonly limits: readonly LimitMove[];
  readonly remaining: readonly RemainingViolation[];
  /** Prices of the limits that bind; empty where a violation remains. */
  readonly shadowPrices: readonly ShadowPrice[];
  readonly leftOut: readonly LeftOut[];
  /** The states that decided. */
  readonly after: readonly SolvedState[];
  /** false: cheaper sets may exist, time or rounds ran out. */
  readonly optimal: boolean;
  /** false: the set is judged by the power flow, but the slopes still told otherwise; `message` says why. */
  readonly agreed: boolean;
  readonly rounds: number;
  readonly message: string;
}

export interface ReliefPart {
  readonly offer: string;
  /** Number of the price step. */
  readonly block: number;
  readonly kw: number;
  readonly eurPerKwh: number;
}

export interface LimitMove {
  readonly period: number;
  readonly limit: LimitKind;
  readonly element: string;
  readonly unit: 'p.u.' | '%';
  readonly limitValue: number;
  readonly before: number;
  readonly after: number;
  /** Distance to the limit with the set; negative: violated. */
  readonly margin: number;
}

export interface ShadowPrice {
  readonly period: number;
  readonly limit: LimitKind;
  readonly element: string;
  /** Euro per hour saved per unit (percentage point, p.u.) that the limit gave way, > 0. */
  readonly eurPerUnitHour: number;
}

export function restoreLimits(input: ReliefInput): Relief {
  const { periods, hours, solver } = input;
  const { roomPercent = ROOM_PERCENT, stepKw = 0, timeLimitS, secondsLeft } = input;
  const time = timeFor(timeLimitS, secondsLeft);
  const { usable, leftOut } = usableOffers(input.offers, periods);
  const measures = usable.map(measureOf);
  const choose = chooseOffers(usable, measures, solver, {
    roomPercent,
    stepKw,
    programmeSeconds: time.programme,
  });
  const set = settleByAc(periods, measures, roomPercent, choose, time.all);
  if (!set.solved) return { outcome: 'unsolved', period: set.period, message: set.message };
  const remaining = remainingViolations(set, measures, roomPercent);
  const { choice, agreed, rounds, message } = set;
  return {
    outcome: remaining.length === 0 ? 'restored' : 'remaining',
    parts: choice ? partsOf(usable, choice.kw) : [],
    costEur: (choice?.cost[0] ?? 0) * hours,
    limits: movesOf(set),
    remaining,
    shadowPrices: shadowPricesOf(set),
    leftOut,
    after: set.after,
    optimal: agreed && (choice?.optimal ?? true),
    agreed,
    rounds,
    message,
  };
}

/** The limits that counted: violated as scheduled, or by a set on the way. */
export function movesOf({
  rows,
  readingsBefore,
  readingsAfter,
}: Pick<SettledSet<OfferChoice>, 'rows' | 'readingsBefore' | 'readingsAfter'>): LimitMove[] {
  return rows.map(({ reading }) => {
    const { period, limit, element, unit, limitValue } = reading;
    const key = keyOf(reading);
    const after: PeriodReading = readingsAfter.get(key)!;
    return {
      period,
      limit,
      element,
      unit,
      limitValue,
      before: readingsBefore.get(key)!.value,
      after: after.value,
      margin: after.margin,
    };
  });
}

function partsOf(offers: readonly BlockOffer[], kw: Float64Array): ReliefPart[] {
  return offers.flatMap((offer, k) =>
    kwByBlock(offer, kw[k]!).flatMap((taken, block) =>
      taken > 0 ? [{ offer: offer.id, block, kw: taken, eurPerKwh: offer.blocks[block]!.eurPerKwh }] : [],
    ),
  );
}

function shadowPricesOf({ choice, rows }: SettledSet<OfferChoice>): ShadowPrice[] {
  const shadow = choice?.shadowEurPerPercentHour;
  if (!shadow) return [];
  return rows
    .map(({ reading: { period, limit, element, percentPerUnit } }, r) => ({
      period,
      limit,
      element,
      eurPerUnitHour: shadow[r]! * percentPerUnit,
    }))
    .filter(price => price.eurPerUnitHour > 0)
    .sort((a, b) => a.period - b.period || byId(a.element, b.element) || byId(a.limit, b.limit));
}
