/** Settlement of points against their readings, and the closing of intervals. */

import { retireParts } from './flexibility.ts';
import { groupOf, openGroups, placeOf, type Sheet, tradedPoints } from './groups.ts';
import { deliveredS, tariffAt } from './intervals.ts';
import { post } from './ledger.ts';
import {
  type Account,
  amountMicroEur,
  type Interval,
  larger,
  must,
  on,
  type Point,
  ROLES,
  smaller,
  sum,
} from './market.ts';
import { gather, mustBeFinal } from './nets.ts';
import { finalReading } from './readings.ts';
import { connectionAt, mustHold, registered } from './registry.ts';
import type { Market } from './state.ts';

export interface Progress {
  /** Points settled, by the business they had; trades that cancel out are none. */
  readonly traded: number;
  readonly flexible: number;
  readonly curtailed: number;
  readonly settled: number;
  /** Points that others delivered for, and those of them that are settled. */
  readonly covered: number;
  readonly coveredSettled: number;
  readonly closed: boolean;
}

/** What others delivered for a point, Wh. */
export interface Cover {
  readonly netWh: bigint;
}

/** What the settlement of a point says. */
export interface PointOutcome {
  readonly point: Point;
  readonly meteredWh: bigint;
  readonly scheduledWh: bigint;
  /** From the retailer; negative: to it. */
  readonly amountMicroEur: bigint;
}

export function settlePoints(
  m: Market,
  sender: Account,
  a: { interval: Interval; sheet: Sheet; points: readonly Point[] },
): PointOutcome[] {
  must(a.sheet.rest.length === 0, 'GroupOpen');
  const netsWh = gather(m, sender, a);
  return a.points.map(point => settlePoint(m, a.interval, a.sheet.group, netsWh, point));
}

export function closeInterval(m: Market, sender: Account, a: { interval: Interval }): void {
  mustHold(m, sender, ROLES.dso | ROLES.meterOperator);
  mustBeFinal(m, a.interval);
  const progress = m.progress.at(a.interval);
  must(!progress.closed, 'IntervalAlreadyClosed');
  const isAllSettled =
    openGroups(m, a.interval) === 0 &&
    progress.traded === tradedPoints(m, a.interval) &&
    progress.flexible === m.activatedPoints.at(a.interval) &&
    progress.curtailed === m.curtailedPoints.at(a.interval) &&
    progress.coveredSettled === progress.covered &&
    progress.settled === m.readingCounts.at(a.interval);
  must(isAllSettled, 'PointsOpen');
  must(m.nowS >= deliveredS(m, a.interval) + m.rules.objectionSeconds, 'ObjectionsRunning');
  m.progress.set(a.interval, { ...progress, closed: true });
}

/** A payment from one participant to another; negative: the other way round. */
interface Payment {
  readonly from: number;
  readonly to: number;
  readonly amountMicroEur: bigint;
}

/** @param netsWh traded in its group, by place */
function settlePoint(
  m: Market,
  interval: Interval,
  group: number,
  netsWh: readonly bigint[],
  point: Point,
): PointOutcome {
  const reading = finalReading(m, point, interval);
  const { pointNumber, ownerNumber } = connectionAt(m, reading.connection);
  must(groupOf(pointNumber) === group, 'PointNotInGroup');
  const key = on(point, interval);
  must(!m.settledPoints.at(key), 'PointAlreadySettled');
  m.settledPoints.set(key, true);
  must(m.positions.at(key).coverOpenCount === 0, 'CoverOpen');
  const tradedWh = netsWh[placeOf(pointNumber)]!;
  const cover = m.covers.at(key);
  const parts = m.standing.at(key);
  const orders = m.curtailmentsOf.at(key);
  const before = m.progress.at(interval);
  m.progress.set(interval, {
    ...before,
    settled: before.settled + 1,
    traded: before.traded + (tradedWh === 0n ? 0 : 1),
    flexible: before.flexible + (parts.length > 0 ? 1 : 0),
    curtailed: before.curtailed + (orders.length > 0 ? 1 : 0),
    coveredSettled: before.coveredSettled + (cover === null ? 0 : 1),
  });

  const tradedAndCoveredWh = tradedWh + (cover?.netWh ?? 0n);
  const flexible = settleFlexibility(m, point, interval, reading.netWh);
  retireParts(m, point, interval);
  const curtailed = settleCurtailment(
    m,
    interval,
    orders,
    tradedAndCoveredWh + flexible.movedWh,
    reading.netWh,
  );
  const { scheduledWh } = curtailed;
  const tariff = tariffAt(m, interval);
  const restWh = reading.netWh - scheduledWh;
  const amount =
    restWh >= 0n
      ? amountMicroEur(restWh, tariff.feedInMicroEurPerKwh)
      : -amountMicroEur(-restWh, tariff.retailMicroEurPerKwh);
  const rest = { from: retailer(m), to: ownerNumber, amountMicroEur: amount };
  for (const { from, to, amountMicroEur: paid } of [...flexible.payments, ...curtailed.payments, rest])
    post(m, [
      [from, -paid],
      [to, paid],
    ]);
  return { point, meteredWh: reading.netWh, scheduledWh, amountMicroEur: amount };
}

/** What one activation is paid. */
export interface FlexibilityPay {
  readonly deliveredWh: bigint;
  readonly missingWh: bigint;
  /** Buyer to seller; negative: seller to buyer. */
  readonly amountMicroEur: bigint;
}

/**
 * Delivered is what the meter moved beyond the baseline in the direction ordered, at most what was ordered; it fills the
 * activations in the order in which they came to stand. What is missing of one is charged the penalty; a movement against the
 * order is missing too, from the first.
 * @param movedWh metered beyond the baseline in the direction ordered; negative: against it
 */
export function flexibilityPay(
  activations: readonly { readonly energyWh: bigint; readonly priceMicroEurPerKwh: bigint }[],
  movedWh: bigint,
  penaltyMicroEurPerKwh: bigint,
): FlexibilityPay[] {
  let before = 0n;
  return activations.map(({ energyWh, priceMicroEurPerKwh }, i) => {
    const deliveredWh = larger(0n, smaller(energyWh, movedWh - before));
    before += energyWh;
    const againstWh = i === 0 ? larger(0n, -movedWh) : 0n;
    const missingWh = energyWh - deliveredWh + againstWh;
    const paid =
      amountMicroEur(deliveredWh, priceMicroEurPerKwh) - amountMicroEur(missingWh, penaltyMicroEurPerKwh);
    return { deliveredWh, missingWh, amountMicroEur: paid };
  });
}

/** @returns movedWh what the schedule takes over of it, into the grid positive */
function settleFlexibility(
  m: Market,
  point: Point,
  interval: Interval,
  meteredWh: bigint,
): { movedWh: bigint; payments: Payment[] } {
  const position = m.positions.at(on(point, interval));
  const sign = position.direction === 0 ? 1n : -1n;
  const activations = m.standing.at(on(point, interval)).map(id => {
    const part = m.parts.at(id)!;
    const offer = m.offers.at(part.offer)!;
    return { ...part, ...m.orderBuyers.at(part.order)!, ...offer, energyWh: part.energyWh };
  });
  const movedWh = sign * (meteredWh - position.baselineNetWh);
  const pays = flexibilityPay(activations, movedWh, m.rules.flexibilityPenaltyMicroEurPerKwh);
  const payments = activations.map((activation, i) => ({
    from: registered(m, activation.buyer).number,
    to: connectionAt(m, activation.connection).ownerNumber,
    amountMicroEur: pays[i]!.amountMicroEur,
  }));
  for (const [i, { beneficiary }] of activations.entries())
    if (beneficiary !== null && pays[i]!.deliveredWh > 0n)
      addCover(m, beneficiary, interval, -sign * pays[i]!.deliveredWh);
  return { movedWh: sign * sum(pays.map(pay => pay.deliveredWh)), payments };
}

/** An order to inject less excuses a shortfall, up to the energy ordered: its operator buys that from the retailer. */
function settleCurtailment(
  m: Market,
  interval: Interval,
  orders: readonly number[],
  agreedWh: bigint,
  meteredWh: bigint,
): { scheduledWh: bigint; payments: Payment[] } {
  let scheduledWh = agreedWh;
  const payments = orders.flatMap(id => {
    const order = m.curtailments.at(id)!;
    const excusedWh =
      order.direction === 1 ? larger(0n, smaller(order.energyWh, scheduledWh - meteredWh)) : 0n;
    scheduledWh -= excusedWh;
    const from = registered(m, order.orderedBy).number;
    const replacement = amountMicroEur(excusedWh, tariffAt(m, interval).retailMicroEurPerKwh);
    return [
      { from, to: connectionAt(m, order.connection).ownerNumber, amountMicroEur: order.compensationMicroEur },
      { from, to: retailer(m), amountMicroEur: replacement },
    ];
  });
  return { scheduledWh, payments };
}

function addCover(m: Market, point: Point, interval: Interval, netWh: bigint): void {
  const key = on(point, interval);
  const before = m.covers.at(key);
  if (before === null) {
    const progress = m.progress.at(interval);
    m.progress.set(interval, { ...progress, covered: progress.covered + 1 });
  }
  m.covers.set(key, { netWh: (before?.netWh ?? 0n) + netWh });
}

function retailer(m: Market): number {
  return registered(m, m.rules.retailer).number;
}
