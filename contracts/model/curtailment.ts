/** Curtailment: the last resort of an area's operator, refused while offers would do. */

import { openOfferedWh } from './flexibility.ts';
import { deliveredS, mustBeInterval } from './intervals.ts';
import { type Account, amountMicroEur, type Interval, must, on, type Point, ROLES } from './market.ts';
import { connected, counted, mustHold, operatorOf } from './registry.ts';
import type { Market } from './state.ts';

export interface CurtailmentOrder {
  readonly orderedBy: Account;
  readonly connection: number;
  readonly interval: Interval;
  readonly direction: number;
  readonly energyWh: bigint;
  readonly compensationMicroEur: bigint;
}

/** By operator, calendar year (UTC) and legal rank. */
export interface CurtailmentTotals {
  readonly energyWh: bigint;
  readonly compensationMicroEur: bigint;
  readonly orders: number;
}

export interface CurtailmentTerms {
  readonly point: Point;
  readonly interval: Interval;
  readonly energyWh: bigint;
  readonly direction: number;
  readonly legalRank: number;
  readonly reasonCode: number;
  readonly compensationMicroEur: bigint;
}

export interface CurtailArguments {
  terms: readonly CurtailmentTerms[];
  /** ASCII. */
  reason: string;
  marketOverride: string;
}

export function curtail(m: Market, sender: Account, a: CurtailArguments): void {
  mustHold(m, sender, ROLES.dso | ROLES.tso);
  must(a.reason.length > 0, 'ReasonMissing');
  must(a.reason.length <= REASON_BYTES_MAX && a.marketOverride.length <= REASON_BYTES_MAX, 'ReasonTooLong');
  let needWh = 0n;
  for (const [i, term] of a.terms.entries()) {
    const area = orderOne(m, sender, term);
    if (a.marketOverride !== '') continue;
    const before = a.terms[i - 1];
    const continues =
      before?.interval === term.interval &&
      before.direction === term.direction &&
      connected(m, before.point).area === area;
    if (!continues && before) mustBeBeyondMarket(m, before, needWh);
    needWh = continues ? needWh + term.energyWh : term.energyWh;
  }
  const last = a.terms.at(-1);
  if (last && a.marketOverride === '') mustBeBeyondMarket(m, last, needWh);
}

function orderOne(m: Market, sender: Account, term: CurtailmentTerms): number {
  mustBeInterval(m, term.interval);
  must(m.nowS < deliveredS(m, term.interval), 'DeliveryEnded');
  must(term.direction <= 1, 'DirectionInvalid');
  must(term.reasonCode !== 0, 'ReasonMissing');
  must(term.legalRank >= 1 && term.legalRank <= 5, 'LegalRankInvalid');
  must(term.energyWh > 0n, 'EnergyZero');
  must(term.energyWh <= m.rules.curtailmentMaxWh, 'EnergyAboveMax');
  const compensationMax = amountMicroEur(term.energyWh, m.rules.compensationMaxMicroEurPerKwh);
  must(term.compensationMicroEur <= compensationMax, 'CompensationAboveMax');
  const { connection, area } = connected(m, term.point);
  must(operatorOf(m, area) === sender, 'NotAreaOperator');
  const ids = m.curtailmentsOf.at(on(term.point, term.interval));
  must(ids.length < CURTAILMENTS_PER_POINT_MAX, 'TooManyOrders');
  if (ids.length === 0) m.curtailedPoints.set(term.interval, m.curtailedPoints.at(term.interval) + 1);
  const id = counted(m, 'curtailments');
  const { interval, direction, energyWh, compensationMicroEur } = term;
  m.curtailmentsOf.set(on(term.point, interval), [...ids, id]);
  m.curtailments.set(id, {
    orderedBy: sender,
    connection,
    interval,
    direction,
    energyWh,
    compensationMicroEur,
  });
  const key = on(sender, new Date(Number(interval) * 1000).getUTCFullYear(), term.legalRank);
  const totals = m.curtailmentTotals.at(key);
  m.curtailmentTotals.set(key, {
    energyWh: totals.energyWh + energyWh,
    compensationMicroEur: totals.compensationMicroEur + compensationMicroEur,
    orders: totals.orders + 1,
  });
  return area;
}

function mustBeBeyondMarket(m: Market, term: CurtailmentTerms, needWh: bigint): void {
  const { area } = connected(m, term.point);
  must(openOfferedWh(m, term.interval, term.direction, area) < needWh, 'MarketCanSolve');
}

export const REASON_BYTES_MAX = 512;
const CURTAILMENTS_PER_POINT_MAX = 8;
