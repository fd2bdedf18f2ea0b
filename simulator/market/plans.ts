/**
 * What the participants want for one delivery interval: pure, from seed and interval alone.
 *
 * A trade moves the grid: its seller feeds more or draws less than forecast (store, flexible load, saving), its buyer
 * draws more (charging, heating, filling a store). Nobody takes part in two markets for the same interval, so that no
 * store is sold twice.
 */

import { localTime } from '../../grid-models/demonstration/local-time.ts';
import { type DayTime, direction, profileShare } from '../../grid-models/demonstration/profiles.ts';
import { draw } from '../../grid-models/demonstration/random.ts';
import { coldWeight } from '../../grid-models/demonstration/scenarios.ts';
import type { ConnectionPoint } from '../../grid-models/network/network.ts';
import { NEIGHBOUR_POINTS, type NeighbourPoint } from '../neighbour-points.ts';
import { type Roster, ratedKw } from '../participants.ts';
import { type Setting, WH_PER_KW } from '../setting.ts';

/** Numbers of points, energy and price: a trade both sides will sign. */
export interface PlannedTrade {
  readonly seller: number;
  readonly buyer: number;
  readonly energyWh: number;
  readonly priceMicroEurPerKwh: number;
}

/** A trade between a point of the network, by its number, and one of the area next door. */
export interface PlannedCrossing {
  readonly point: number;
  readonly foreign: NeighbourPoint;
  readonly energyWh: number;
  readonly priceMicroEurPerKwh: number;
}

export interface PlannedOrder {
  readonly point: number;
  readonly side: 'sell' | 'buy';
  readonly energyWh: number;
  readonly limitPriceMicroEurPerKwh: number;
}

export interface PlannedAuction {
  readonly point: number;
  readonly energyWh: number;
  readonly maxPriceMicroEurPerKwh: number;
  readonly offers: readonly { point: number; energyWh: number; priceMicroEurPerKwh: number }[];
}

export interface PlannedOffer {
  readonly point: number;
  readonly product: 'balancing' | 'congestion';
  readonly direction: 'up' | 'down';
  readonly energyWh: number;
  readonly priceMicroEurPerKwh: number;
  /** Net energy without activation, injection positive. */
  readonly baselineWh: number;
}

/** Price corridor of the interval, from the chain. */
export interface Corridor {
  readonly feedInMicroEurPerKwh: number;
  readonly retailMicroEurPerKwh: number;
}

export interface Plan {
  readonly bilateral: readonly PlannedTrade[];
  readonly community: readonly PlannedTrade[];
  /** From the community's zone to that of the aggregator. */
  readonly sharing: readonly PlannedTrade[];
  /** Between zones here and that of the members next door, by who sells. */
  readonly crossing: { readonly out: readonly PlannedCrossing[]; readonly in: readonly PlannedCrossing[] };
  readonly pool: readonly PlannedOrder[];
  readonly auction: PlannedAuction | null;
  /** Points of individuals that are in none of these. */
  readonly idle: readonly number[];
}

export function plan(setting: Setting, of: Roster, interval: number, corridor: Corridor): Plan {
  const { points, seed } = setting;
  const at = dayTime(setting, interval);
  const individuals = ranked(
    of.individuals.flatMap(p => p.points),
    seed,
    interval,
  );
  const stressed = new Set(setting.scenario.stress?.points ?? []);
  const canSell = (k: number): boolean => sellableKw(points[k]!, at) >= TRADE_KW_MIN;
  const canBuy = (k: number): boolean => buyableKw(points[k]!, at) >= TRADE_KW_MIN;
  const able = individuals.filter(k => !stressed.has(k) && (canSell(k) || canBuy(k)));
  // Where everybody could sell, as in a network without stores, half of them still want to buy.
  const sellers = able.filter(canSell).slice(0, Math.min(SELLERS_MAX, Math.ceil(able.length / 2)));
  const willing = able.filter(k => canBuy(k) && !sellers.includes(k));
  const coldBuyers = individuals.filter(k => stressed.has(k) && canBuy(k));

  const forPool = Math.min(POOL_SIDE, Math.floor(sellers.length / 5));
  const forAuction = Math.min(AUCTION_OFFERS, Math.floor(sellers.length / 6));
  const poolSellers = sellers.slice(0, forPool);
  const auctionSellers = sellers.slice(forPool, forPool + forAuction);
  const bilateralSellers = sellers.slice(forPool + forAuction);
  const poolBuyers = willing.slice(0, forPool);
  const drivers = isEvening(interval) ? coldBuyers : [];
  const cold = coldTrades(setting, bilateralSellers, drivers, interval, at, corridor);
  const coldSellers = new Set(cold.map(t => t.seller));
  const otherSellers = bilateralSellers.filter(k => !coldSellers.has(k));
  const bilateralBuyers = willing.slice(forPool);
  const used = new Set([
    ...poolSellers,
    ...auctionSellers,
    ...bilateralSellers,
    ...poolBuyers,
    ...bilateralBuyers,
  ]);
  const community = communityTrades(setting, of, interval, at, corridor);
  const asked = auction(setting, of, auctionSellers, interval, at, corridor);
  const sharing = sharingTrades(setting, of, community, asked, interval, at, corridor);
  return {
    bilateral: [...cold, ...pairs(setting, otherSellers, bilateralBuyers, interval, at, corridor)],
    community,
    sharing,
    crossing: crossings(setting, of, [...community, ...sharing], asked, interval, at, corridor),
    pool: [
      ...poolSellers.map(k => order(setting, k, 'sell', sellableKw(points[k]!, at), interval, corridor)),
      ...poolBuyers.map(k => order(setting, k, 'buy', buyableKw(points[k]!, at), interval, corridor)),
    ],
    auction: asked,
    idle: individuals.filter(k => !used.has(k) && !stressed.has(k)),
  };
}

/** Offers of the power plant, of the aggregator's devices and of individuals' idle stores. Baseline as known at the time. */
export function flexibilityOffers(
  setting: Setting,
  of: Roster,
  interval: number,
  baselineKw: Float64Array,
  { idle, auction, crossing }: Pick<Plan, 'idle' | 'auction' | 'crossing'>,
): PlannedOffer[] {
  const { points, seed, scenario } = setting;
  const at = dayTime(setting, interval);
  const stressed = new Set(scenario.stress?.points ?? []);
  const offers: PlannedOffer[] = [];
  const add = (
    product: PlannedOffer['product'],
    point: number,
    dir: 'up' | 'down',
    kw: number,
    cheapest: number,
    dearest: number,
  ): void => {
    const energyWh = Math.round(kw * WH_PER_KW);
    if (energyWh < OFFER_WH_MIN) return;
    const price = cheapest + (dearest - cheapest) * draw(seed, interval, point, dir === 'up' ? 41 : 42);
    const baselineWh = Math.round(baselineKw[point]! * WH_PER_KW);
    offers.push({
      product,
      point,
      direction: dir,
      energyWh,
      priceMicroEurPerKwh: rounded(price),
      baselineWh,
    });
  };
  for (const k of of.vpp.points) {
    const storeKw = ratedKw(points[k]!, 'battery');
    add('congestion', k, 'up', 0.9 * storeKw, 140_000, 240_000);
    if (draw(seed, interval, k, 43) < 0.3) add('balancing', k, 'down', 0.6 * storeKw, 40_000, 110_000);
  }
  // What the auction brings its point, or the area next door, would be metered as flexibility not delivered.
  const trading = new Set([auction?.point, ...[...crossing.out, ...crossing.in].map(c => c.point)]);
  const brokered = ranked(of.aggregator.points, seed, interval).filter(k => !trading.has(k));
  const inNeed = brokered.filter(k => stressed.has(k));
  for (const k of [...inNeed, ...brokered.filter(k => !stressed.has(k)).slice(0, BROKERED_OFFERS_MAX)]) {
    const spareKw = Math.min(flexibleKw(points[k]!, at), Math.max(0, -baselineKw[k]!));
    add('congestion', k, 'up', 0.7 * spareKw, 200_000, 380_000);
  }
  for (const k of idle.slice(0, IDLE_OFFERS_MAX))
    add('balancing', k, 'up', 0.5 * ratedKw(points[k]!, 'battery'), 180_000, 300_000);
  return offers;
}

function pairs(
  setting: Setting,
  sellers: readonly number[],
  buyers: readonly number[],
  interval: number,
  at: DayTime,
  corridor: Corridor,
): PlannedTrade[] {
  const { points, seed } = setting;
  const trades: PlannedTrade[] = [];
  sellers.forEach((seller, s) => {
    // Every second seller serves two neighbours.
    const count = s % 2 === 0 ? 2 : 1;
    for (let n = 0; n < count; n++) {
      // Nobody buys twice: it could not draw that much.
      const buyer = buyers[trades.length];
      if (buyer === undefined) return;
      const kw = Math.min(sellableKw(points[seller]!, at) / count, buyableKw(points[buyer]!, at));
      const energyWh = Math.round(kw * WH_PER_KW * (0.6 + 0.4 * draw(seed, interval, seller, buyer, 31)));
      if (energyWh < TRADE_WH_MIN) continue;
      const share = 0.3 + 0.4 * draw(seed, interval, seller, buyer, 32);
      trades.push({
        seller,
        buyer,
        energyWh,
        priceMicroEurPerKwh: within(corridor, share),
      });
    }
  });
  return trades;
}

/** Drivers behind the stressed transformer charge fast, each from the largest store still free. */
function coldTrades(
  setting: Setting,
  sellers: readonly number[],
  drivers: readonly number[],
  interval: number,
  at: DayTime,
  corridor: Corridor,
): PlannedTrade[] {
  const { points, seed } = setting;
  const storeKw = (k: number): number => ratedKw(points[k]!, 'battery');
  const stores = [...sellers].sort((a, b) => storeKw(b) - storeKw(a));
  return drivers.flatMap((buyer, n) => {
    const seller = stores[n];
    if (seller === undefined) return [];
    const kw = Math.min(0.9 * storeKw(seller), 1.4 * buyableKw(points[buyer]!, at));
    const energyWh = Math.round(kw * WH_PER_KW);
    if (energyWh < TRADE_WH_MIN) return [];
    const share = 0.6 + 0.3 * draw(seed, interval, seller, buyer, 35);
    return [{ seller, buyer, energyWh, priceMicroEurPerKwh: within(corridor, share) }];
  });
}

/** Inside the community stores serve those who heat and charge, at the manager's inner price; the sum is zero by nature. */
function communityTrades(
  setting: Setting,
  of: Roster,
  interval: number,
  at: DayTime,
  corridor: Corridor,
): PlannedTrade[] {
  const { points, seed } = setting;
  const members = ranked(of.community.points, seed, interval);
  const sellers = members
    .filter(k => sellableKw(points[k]!, at) >= TRADE_KW_MIN)
    .slice(0, COMMUNITY_TRADES_MAX);
  const buyers = members.filter(k => !sellers.includes(k) && buyableKw(points[k]!, at) >= TRADE_KW_MIN);
  return sellers.flatMap((seller, n) => {
    const buyer = buyers[n];
    if (buyer === undefined) return [];
    const kw = Math.min(sellableKw(points[seller]!, at), buyableKw(points[buyer]!, at));
    const energyWh = Math.round(kw * WH_PER_KW * 0.8);
    if (energyWh < TRADE_WH_MIN) return [];
    return [{ seller, buyer, energyWh, priceMicroEurPerKwh: within(corridor, 0.2) }];
  });
}

/** What the community has left it shares with one customer of the aggregator, at a price between. */
function sharingTrades(
  setting: Setting,
  of: Roster,
  community: readonly PlannedTrade[],
  asked: PlannedAuction | null,
  interval: number,
  at: DayTime,
  corridor: Corridor,
): PlannedTrade[] {
  const { points, seed, scenario } = setting;
  const busy = new Set(community.flatMap(trade => [trade.seller, trade.buyer]));
  const stressed = new Set(scenario.stress?.points ?? []);
  const seller = ranked(of.community.points, seed, interval).find(
    k => !busy.has(k) && sellableKw(points[k]!, at) >= TRADE_KW_MIN,
  );
  const buyer = ranked(of.aggregator.points, seed, interval).find(
    k => k !== asked?.point && !stressed.has(k) && buyableKw(points[k]!, at) >= TRADE_KW_MIN,
  );
  if (seller === undefined || buyer === undefined) return [];
  const kw = Math.min(sellableKw(points[seller]!, at), buyableKw(points[buyer]!, at));
  const energyWh = Math.round(kw * WH_PER_KW * 0.5);
  return energyWh < TRADE_WH_MIN
    ? []
    : [{ seller, buyer, energyWh, priceMicroEurPerKwh: within(corridor, 0.5) }];
}

/**
 * Members who are in no other trade, then customers of the aggregator, sell to members next door or buy from them: each once, in
 * one direction.
 */
function crossings(
  setting: Setting,
  of: Roster,
  taken: readonly PlannedTrade[],
  asked: PlannedAuction | null,
  interval: number,
  at: DayTime,
  corridor: Corridor,
): Plan['crossing'] {
  const { points, seed, scenario } = setting;
  const busy = new Set(taken.flatMap(trade => [trade.seller, trade.buyer]));
  const stressed = new Set(scenario.stress?.points ?? []);
  const free = [of.community, of.aggregator]
    .flatMap(zone => ranked(zone.points, seed, interval))
    .filter(k => !busy.has(k) && !stressed.has(k) && k !== asked?.point);
  const foreign = ranked([...NEIGHBOUR_POINTS.keys()], seed, interval).map(n => NEIGHBOUR_POINTS[n]!);
  const met = new Set<number | NeighbourPoint>();
  const meet = (hereKw: (p: Equipped) => number, thereKw: (p: Equipped) => number): PlannedCrossing[] => {
    const here = free.filter(k => !met.has(k) && hereKw(points[k]!) >= CROSSING_KW_MIN);
    const there = foreign.filter(p => !met.has(p) && thereKw(p) >= CROSSING_KW_MIN);
    return here.slice(0, Math.min(there.length, CROSSINGS_MAX)).map((point, n) => {
      const other = there[n]!;
      met.add(point).add(other);
      const kw = Math.min(hereKw(points[point]!), thereKw(other));
      const energyWh = Math.round(kw * WH_PER_KW);
      return { point, foreign: other, energyWh, priceMicroEurPerKwh: within(corridor, 0.5) };
    });
  };
  return {
    out: meet(
      p => sellableKw(p, at),
      p => buyableKw(p, at),
    ),
    in: meet(
      p => buyableKw(p, at),
      p => sellableKw(p, at),
    ),
  };
}

function auction(
  setting: Setting,
  of: Roster,
  sellers: readonly number[],
  interval: number,
  at: DayTime,
  corridor: Corridor,
): PlannedAuction | null {
  const { points, seed, scenario } = setting;
  const stressed = new Set(scenario.stress?.points ?? []);
  const own = ranked(of.aggregator.points, seed, interval).filter(k => !stressed.has(k));
  const point = own.find(k => buyableKw(points[k]!, at) >= 2 * TRADE_KW_MIN);
  if (point === undefined || sellers.length === 0) return null;
  const energyWh = Math.round(buyableKw(points[point]!, at) * WH_PER_KW);
  return {
    point,
    energyWh,
    maxPriceMicroEurPerKwh: within(corridor, 0.8),
    offers: sellers.map(k => ({
      point: k,
      energyWh: Math.max(TRADE_WH_MIN, Math.round(sellableKw(points[k]!, at) * WH_PER_KW * 0.7)),
      priceMicroEurPerKwh: within(corridor, 0.25 + 0.5 * draw(seed, interval, k, 33)),
    })),
  };
}

function order(
  setting: Setting,
  point: number,
  side: 'sell' | 'buy',
  kw: number,
  interval: number,
  corridor: Corridor,
): PlannedOrder {
  const chance = draw(setting.seed, interval, point, 34);
  const share = side === 'sell' ? 0.2 + 0.4 * chance : 0.4 + 0.5 * chance;
  const energyWh = Math.max(TRADE_WH_MIN, Math.round(kw * WH_PER_KW * 0.6));
  return { point, side, energyWh, limitPriceMicroEurPerKwh: within(corridor, share) };
}

type Equipped = Pick<ConnectionPoint, 'equipment'>;

/** What a point can feed more or draw less than forecast in an interval, kW. */
function sellableKw(point: Equipped, at: DayTime): number {
  const hour = at.minuteOfDay / 60;
  let kw = 0;
  for (const e of point.equipment) {
    const share = profileShare(e.kind, at);
    // 0.35 of a two-hour store's power lasts from the afternoon to midnight.
    if (e.kind === 'battery') kw += hour >= 15 || hour < 1 ? 0.35 * e.ratedKw : 0.1 * e.ratedKw;
    else if (e.kind === 'chp') kw += e.ratedKw * Math.min(0.2, 1 - share);
    else if (e.kind === 'flexible-load') kw += 0.3 * e.ratedKw * share;
    else if (direction(e.kind) < 0) kw += 0.02 * e.ratedKw * share;
  }
  return kw;
}

/** What a point can draw more than forecast in an interval, kW. */
function buyableKw(point: Equipped, at: DayTime): number {
  const hour = at.minuteOfDay / 60;
  let kw = 0;
  for (const e of point.equipment) {
    if (e.kind === 'ev-charger') kw += (hour >= 16 || hour < 6 ? 0.5 : 0.2) * e.ratedKw;
    else if (e.kind === 'heat-pump') kw += 0.25 * e.ratedKw;
    else if (e.kind === 'flexible-load') kw += 0.25 * e.ratedKw;
    else if (e.kind === 'battery') kw += hour < 15 ? 0.3 * e.ratedKw : 0;
    else if (direction(e.kind) < 0) kw += 0.03 * e.ratedKw;
  }
  return kw;
}

/** What could be switched off for a quarter of an hour, kW. */
function flexibleKw(point: ConnectionPoint, at: DayTime): number {
  let kw = ratedKw(point, 'battery');
  for (const e of point.equipment)
    if (e.kind === 'ev-charger' || e.kind === 'heat-pump' || e.kind === 'flexible-load')
      kw += e.ratedKw * profileShare(e.kind, at);
    else if (e.kind === 'business') kw += BUSINESS_FLEXIBLE_SHARE * e.ratedKw * profileShare(e.kind, at);
  return kw;
}

function ranked(list: readonly number[], seed: number, interval: number): number[] {
  const rank = new Map(list.map(k => [k, draw(seed, interval, k, 30)]));
  return [...list].sort((a, b) => rank.get(a)! - rank.get(b)!);
}

function dayTime(setting: Setting, interval: number): DayTime {
  const { minuteOfDay, dayKind } = localTime(interval);
  return { minuteOfDay, dayKind, season: setting.scenario.season };
}

/** From somewhat before the cold to its end: when drivers behind the stressed transformer want to charge. */
function isEvening(interval: number): boolean {
  const { minuteOfDay } = localTime(interval);
  return coldWeight(minuteOfDay) > 0 || (minuteOfDay >= 16 * 60 && minuteOfDay < 20 * 60);
}

function within(corridor: Corridor, share: number): number {
  const { feedInMicroEurPerKwh: floor, retailMicroEurPerKwh: cap } = corridor;
  return Math.min(cap, Math.max(floor, rounded(floor + (cap - floor) * share)));
}

/** Whole tenths of a cent. */
const rounded = (microEurPerKwh: number): number => Math.round(microEurPerKwh / 1000) * 1000;

/** Cooling, pumps and compressors of a business can wait a quarter of an hour. */
const BUSINESS_FLEXIBLE_SHARE = 0.1;
const SELLERS_MAX = 48;
const POOL_SIDE = 8;
const AUCTION_OFFERS = 5;
const COMMUNITY_TRADES_MAX = 4;
const BROKERED_OFFERS_MAX = 20;
const IDLE_OFFERS_MAX = 15;
const TRADE_KW_MIN = 0.8;
/** As little as makes `TRADE_WH_MIN`. */
const CROSSING_KW_MIN = 0.4;
const CROSSINGS_MAX = 2;
const TRADE_WH_MIN = 100;
const OFFER_WH_MIN = 250;
