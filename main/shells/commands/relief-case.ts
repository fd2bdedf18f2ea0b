/** What `relief` finds out: the set of offers, what is curtailed where they do not suffice, prices and fees. No file, no word. */
import assert from 'node:assert/strict';
import type { CurtailablePlant, Curtailment } from '../../../grid-models/redispatch/legal-curtailment.ts';
import { curtailInLegalOrder } from '../../../grid-models/redispatch/legal-curtailment.ts';
import type { GridPeriod } from '../../../grid-models/redispatch/limit-rows.ts';
import type { LinearSolver } from '../../../grid-models/redispatch/linear-programme.ts';
import { type BlockOffer, measureOf } from '../../../grid-models/redispatch/offers.ts';
import type { SolvedPeriod } from '../../../grid-models/redispatch/relief-cost.ts';
import type { RemainingViolation } from '../../../grid-models/redispatch/remaining.ts';
import {
  type ReliefPart,
  type ReliefSetOfAll,
  restoreLimits,
} from '../../../grid-models/redispatch/restore-limits.ts';
import { assess, type Violation } from '../../../grid-models/security/assessment.ts';
import { integer, MICRO_PER_EUR, type NodalPrices } from '../../../grid-models/tariff/nodal-fee.ts';
import { type PlacedTrade, pricesAfter, type ReliefFees, reliefFees } from './relief-fees.ts';
import type { ReliefTariff } from './relief-file.ts';

export interface ReliefCase {
  /** Consecutive intervals with their trades, solved. */
  readonly periods: readonly SolvedPeriod[];
  readonly hours: number;
  readonly offers: readonly BlockOffer[];
  /** null: nothing may be curtailed. */
  readonly plants: readonly CurtailablePlant[] | null;
  /** null: nobody's fees are asked for. */
  readonly trades: readonly PlacedTrade[] | null;
  readonly tariff: ReliefTariff;
  readonly roomPercent: number;
  readonly solver: LinearSolver;
}

export interface ReliefFound {
  /** [period] as scheduled. */
  readonly violations: readonly (readonly Violation[])[];
  readonly set: ReliefSetOfAll;
  readonly payments: readonly Payment[];
  /** null: not allowed, or the offers suffice. */
  readonly curtailment: CurtailmentDone | null;
  /** What remains in the end. */
  readonly remaining: readonly RemainingViolation[];
  /** [period] null: the state with relief has no slopes. Without congestion and voltage where offers leave a violation. */
  readonly prices: readonly (NodalPrices | null)[];
  readonly fees: ReliefFees | null;
}

export type CurtailmentDone = Exclude<Curtailment, { outcome: 'unsolved' }>;

/** What the seller of an offer receives. */
export interface Payment {
  readonly offer: BlockOffer;
  readonly kw: number;
  readonly microEur: bigint;
  /** By price step. */
  readonly parts: readonly ReliefPart[];
}

/** Energy is whole Wh everywhere. */
const STEP_KWH = 0.001;

export function findRelief(input: ReliefCase): ReliefFound {
  const { periods, hours, offers, plants, trades, tariff, roomPercent, solver } = input;
  const set = restoreLimits({ periods, hours, offers, solver, roomPercent, stepKw: STEP_KWH / hours });
  assert(set.outcome !== 'unsolved', 'the schedule was solved before');
  const payments = paymentsOf(offers, set.parts, hours);
  const curtailment = plants && set.remaining.length > 0 ? curtail(input, plants, set, payments) : null;
  const prices = periods.map((period, n) => pricesAfter(period, set, n, tariff));
  return {
    violations: periods.map(({ model, limits, state }) => assess(model.network, limits, state)),
    set,
    payments,
    curtailment,
    remaining: curtailment ? curtailment.remaining : set.remaining,
    prices,
    fees:
      trades &&
      reliefFees({ periods, hours, offers, trades, tariff, roomPercent, solver, set, payments, prices }),
  };
}

/** In the order of the ids. Rounding rule: each to the nearest micro-euro, halves away from zero; their sum is what relief costs. */
function paymentsOf(offers: readonly BlockOffer[], parts: readonly ReliefPart[], hours: number): Payment[] {
  const byId = new Map(offers.map(offer => [offer.id, offer]));
  return [...Map.groupBy(parts, part => part.offer)].map(([id, own]): Payment => {
    const eur = own.reduce((sum, { kw, eurPerKwh }) => sum + kw * eurPerKwh, 0) * hours;
    return {
      offer: byId.get(id)!,
      kw: own.reduce((sum, { kw }) => sum + kw, 0),
      microEur: integer(eur * MICRO_PER_EUR),
      parts: own,
    };
  });
}

/** On top of the offers: nothing is curtailed while the market has something left that helps. */
function curtail(
  { periods, hours, roomPercent, solver }: ReliefCase,
  plants: readonly CurtailablePlant[],
  set: ReliefSetOfAll,
  payments: readonly Payment[],
): CurtailmentDone {
  const curtailment = curtailInLegalOrder({
    periods: withPayments(periods, set, payments),
    plants,
    solver,
    roomPercent,
    stepKw: STEP_KWH / hours,
  });
  assert(curtailment.outcome !== 'unsolved', 'the state with the offers was solved before');
  return curtailment;
}

function withPayments(
  periods: readonly SolvedPeriod[],
  { after }: ReliefSetOfAll,
  payments: readonly Payment[],
): GridPeriod[] {
  const pMw = periods.map(({ injection }) => Float64Array.from(injection.pMw));
  for (const { offer, kw } of payments)
    for (const { period, bus, kwPerKw } of measureOf(offer).impulses)
      pMw[period]![bus]! += (kwPerKw * kw) / 1000;
  return periods.map((period, n) => ({
    ...period,
    injection: { pMw: pMw[n]!, qMvar: period.injection.qMvar },
    state: after[n]!,
  }));
}
