/** Delivery intervals, their gates, and the tariff that holds for them. */
import { type Account, INTERVAL_MAX, type Interval, KINDS, must, type Tariff } from './market.ts';
import { mustBeAdministrator } from './registry.ts';
import type { Market } from './state.ts';

export function announceTariff(m: Market, sender: Account, a: { tariff: Tariff }): void {
  mustBeAdministrator(m, sender);
  const announced = m.tariffs.at('all');
  const noticeS = m.nowS + m.rules.tariffNoticeSeconds;
  must(a.tariff.validFrom >= noticeS && a.tariff.validFrom > announced.at(-1)!.validFrom, 'NoticeTooShort');
  must(a.tariff.validFrom <= noticeS + TARIFF_LEAD_MAX_S, 'NoticeTooLong');
  must(a.tariff.feedInMicroEurPerKwh <= a.tariff.retailMicroEurPerKwh, 'CorridorInvalid');
  must(a.tariff.retailMicroEurPerKwh < 2n ** 32n, 'RetailPriceTooLarge');
  m.tariffs.set('all', [...announced, a.tariff]);
}

/** The last announced tariff that holds from then or before. */
export function tariffAt(m: Market, interval: Interval): Tariff {
  return m.tariffs.at('all').findLast(tariff => tariff.validFrom <= interval)!;
}

export function mustBeInterval(m: Market, interval: Interval): void {
  must(
    interval > 0n && interval <= INTERVAL_MAX && interval % m.rules.intervalSeconds === 0n,
    'IntervalInvalid',
  );
}

export function gateS(m: Market, interval: Interval): bigint {
  return interval > m.rules.gateLeadSeconds ? interval - m.rules.gateLeadSeconds : 0n;
}

export function deliveredS(m: Market, interval: Interval): bigint {
  return interval + m.rules.intervalSeconds;
}

export function mustBeBeforeGate(m: Market, interval: Interval): void {
  mustBeInterval(m, interval);
  must(m.nowS < gateS(m, interval), 'GateClosed');
}

export function mustBeBeforeDelivery(m: Market, interval: Interval): void {
  mustBeInterval(m, interval);
  must(m.nowS < interval, 'DeliveryStarted');
}

export function mustBeDelivered(m: Market, interval: Interval): void {
  mustBeInterval(m, interval);
  must(m.nowS >= deliveredS(m, interval), 'DeliveryRunning');
}

/** From the feed-in price to the retail price; inside a community from nothing. */
export function isInCorridor(tariff: Tariff, priceMicroEurPerKwh: bigint, kind: number): boolean {
  const floor = kind === KINDS.community ? 0n : tariff.feedInMicroEurPerKwh;
  return floor <= priceMicroEurPerKwh && priceMicroEurPerKwh <= tariff.retailMicroEurPerKwh;
}

const TARIFF_LEAD_MAX_S = 366n * 86_400n;
