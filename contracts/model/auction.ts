/** The reverse auction: an aggregator's bid, offers to it, cheapest first until it is covered. */
import { type MatchedTrade, recordOpen } from './batches.ts';
import { isInCorridor, mustBeBeforeGate, tariffAt } from './intervals.ts';
import { type Account, type Interval, KINDS, must, type Point, ROLES, smaller } from './market.ts';
import { connectionAt, counted, mustBeOpen, mustHold, tradingArea, tradingPoint } from './registry.ts';
import type { Market } from './state.ts';

export interface Bid {
  readonly connection: number;
  readonly interval: Interval;
  readonly energyWh: bigint;
  readonly maxPriceMicroEurPerKwh: bigint;
  readonly closed: boolean;
}

export interface BidOffer {
  readonly connection: number;
  /** In the order of arrival at the bid. */
  readonly number: number;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

export interface BidArguments {
  point: Point;
  interval: Interval;
  energyWh: bigint;
  maxPriceMicroEurPerKwh: bigint;
}

export function postBid(m: Market, sender: Account, a: BidArguments): number {
  mustBeOpen(m);
  mustHold(m, sender, ROLES.aggregator);
  mustBeBeforeGate(m, a.interval);
  must(a.energyWh > 0n, 'EnergyZero');
  must(a.energyWh < 2n ** 40n, 'EnergyTooLarge');
  must(
    isInCorridor(tariffAt(m, a.interval), a.maxPriceMicroEurPerKwh, KINDS.auction),
    'PriceOutsideCorridor',
  );
  const connection = ownConnection(m, sender, a.point);
  const { interval, energyWh, maxPriceMicroEurPerKwh } = a;
  const id = counted(m, 'bids');
  m.bids.set(id, { connection, interval, energyWh, maxPriceMicroEurPerKwh, closed: false });
  return id;
}

export interface BidOfferArguments {
  bid: number;
  point: Point;
  energyWh: bigint;
  priceMicroEurPerKwh: bigint;
}

export function offerToBid(m: Market, sender: Account, a: BidOfferArguments): void {
  mustBeOpen(m);
  const asked = openBid(m, a.bid);
  must(a.energyWh >= BID_OFFER_MIN_WH, 'OfferTooSmall');
  must(a.priceMicroEurPerKwh <= asked.maxPriceMicroEurPerKwh, 'AboveBid');
  must(
    isInCorridor(tariffAt(m, asked.interval), a.priceMicroEurPerKwh, KINDS.auction),
    'PriceOutsideCorridor',
  );
  const connection = ownConnection(m, sender, a.point);
  must(connection !== asked.connection, 'SamePoint');
  const offers = m.bidOffers.at(a.bid);
  const own = offers.filter(offer => connectionAt(m, offer.connection).owner === sender);
  must(own.length < OFFERS_PER_SELLER_MAX, 'TooManyOffers');
  const number = m.bidOffersMade.at(a.bid) + 1;
  m.bidOffersMade.set(a.bid, number);
  const made = { connection, number, energyWh: a.energyWh, priceMicroEurPerKwh: a.priceMicroEurPerKwh };
  if (offers.length < OFFERS_PER_BID_MAX) {
    m.bidOffers.set(a.bid, [...offers, made]);
    return;
  }
  const dearest = offers.toSorted(cheapestFirst).at(-1)!;
  must(made.priceMicroEurPerKwh < dearest.priceMicroEurPerKwh, 'BidFull');
  m.bidOffers.set(
    a.bid,
    offers.map(offer => (offer === dearest ? made : offer)),
  );
}

export function closeBid(m: Market, sender: Account, a: { bid: number }): number[] {
  mustBeOpen(m);
  const asked = openBid(m, a.bid);
  const buyer = tradingPoint(m, connectionAt(m, asked.connection).point);
  must(buyer.connection === asked.connection && buyer.owner === sender, 'BidNotYours');
  m.bids.set(a.bid, { ...asked, closed: true });
  const taken: MatchedTrade[] = [];
  let openWh = asked.energyWh;
  for (const offer of m.bidOffers.at(a.bid).toSorted(cheapestFirst)) {
    const sellerArea = tradingArea(m, offer.connection);
    if (sellerArea === null || openWh === 0n) continue;
    const energyWh = smaller(offer.energyWh, openWh);
    openWh -= energyWh;
    taken.push({
      sellerConnection: offer.connection,
      buyerConnection: asked.connection,
      sellerArea,
      buyerArea: buyer.area,
      energyWh,
      priceMicroEurPerKwh: offer.priceMicroEurPerKwh,
    });
  }
  return recordOpen(m, sender, asked.interval, KINDS.auction, taken);
}

function openBid(m: Market, id: number): Bid {
  const found = m.bids.at(id);
  must(found !== null, 'BidUnknown');
  must(!found.closed, 'BidAlreadyClosed');
  mustBeBeforeGate(m, found.interval);
  return found;
}

function ownConnection(m: Market, sender: Account, point: Point): number {
  const found = tradingPoint(m, point);
  must(found.owner === sender, 'NotOwnPoint');
  return found.connection;
}

function cheapestFirst(a: BidOffer, b: BidOffer): number {
  if (a.priceMicroEurPerKwh !== b.priceMicroEurPerKwh)
    return a.priceMicroEurPerKwh < b.priceMicroEurPerKwh ? -1 : 1;
  return a.number - b.number;
}

export const BID_OFFER_MIN_WH = 100n;
export const OFFERS_PER_SELLER_MAX = 4;
export const OFFERS_PER_BID_MAX = 64;
