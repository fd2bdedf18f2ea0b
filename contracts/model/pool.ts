/** The pool of an interval: signed orders, and a clearing that follows from them. */
import { type MatchedTrade, recordOpen } from './batches.ts';
import type { Signed } from './daylight.ts';
import { gateS, isInCorridor, mustBeBeforeGate, mustBeInterval, tariffAt } from './intervals.ts';
import {
  type Account,
  between,
  ENERGY_TRADE_MAX_WH,
  type Interval,
  isSame,
  KINDS,
  larger,
  must,
  on,
  type Point,
  smaller,
  sum,
  type Tariff,
} from './market.ts';
import { connectionAt, isActive, mustBeOpen, tradingArea, tradingPoint } from './registry.ts';
import type { Market } from './state.ts';

export const SELL = 0;
export const BUY = 1;

/** What the owner of a point signs. */
export interface OrderTerms {
  readonly point: Point;
  readonly interval: Interval;
  readonly side: number;
  readonly energyWh: bigint;
  readonly limitPriceMicroEurPerKwh: bigint;
  readonly expiresAt: bigint;
  readonly nonce: bigint;
}

export interface Order {
  readonly connection: number;
  readonly side: number;
  readonly energyWh: bigint;
  readonly limitPriceMicroEurPerKwh: bigint;
  readonly expiresAt: bigint;
  /** Its place among the cancellations of the interval; 0: it stands. */
  readonly cancelNumber: number;
}

export interface Book {
  readonly placed: number;
  readonly cancelled: number;
  readonly cleared: boolean;
}

/** A trade as a step found it: at its seller's limit, raised to the feed-in price. */
export type PoolTrade = MatchedTrade;

/** The way of one account through a book. */
export interface Walk {
  readonly startedS: bigint;
  /** Cancellations up to this one count. */
  readonly cancelled: number;
  /** How many stood when it began. */
  readonly sells: number;
  readonly buys: number;
  /** Numbers listed so far, and what is unmatched of the last of each side. */
  readonly listed: readonly [readonly number[], readonly number[]];
  readonly openWh: readonly [bigint, bigint];
  readonly ended: boolean;
  readonly parts: number;
  readonly energyWh: bigint;
  /** Numbers of the last pair matched. */
  readonly last: readonly [number, number];
}

export interface Clearing {
  readonly clearedBy: Account;
  readonly priceMicroEurPerKwh: bigint;
  readonly parts: number;
  readonly energyWh: bigint;
  readonly last: readonly [number, number];
}

export interface SignedOrder {
  readonly terms: OrderTerms;
  /** Null where the owner submits. */
  readonly signed: Signed<OrderTerms>;
}

export function placeOrders(m: Market, sender: Account, a: { orders: readonly SignedOrder[] }): void {
  mustBeOpen(m);
  mustTakePart(m, sender);
  for (const order of a.orders) place(m, sender, order);
}

export function cancelOrder(m: Market, sender: Account, a: { interval: Interval; number: number }): void {
  const key = on(a.interval, a.number);
  const order = m.orders.at(key);
  must(order !== null, 'OrderUnknown');
  must(connectionAt(m, order.connection).owner === sender, 'NotPointOwner');
  must(order.cancelNumber === 0, 'OrderAlreadyCancelled');
  const book = m.books.at(a.interval);
  must(!book.cleared, 'PoolAlreadyCleared');
  m.books.set(a.interval, { ...book, cancelled: book.cancelled + 1 });
  m.orders.set(key, { ...order, cancelNumber: book.cancelled + 1 });
}

export function voidOrder(m: Market, sender: Account, a: { point: Point; nonce: bigint }): void {
  must(m.points.at(a.point)?.owner === sender, 'NotPointOwner');
  takeNonce(m, a.point, a.nonce);
}

export interface ClearArguments {
  interval: Interval;
  sells: readonly number[];
  buys: readonly number[];
  priceMicroEurPerKwh: bigint;
  energyWh: bigint;
}

export function clearPool(m: Market, sender: Account, a: ClearArguments): number[] {
  mustBeOpen(m);
  mustBeClearable(m, sender, a.interval);
  const { walk, trades } = step(m, a.interval, newWalk(m, a.interval), [a.sells, a.buys]);
  end(m, sender, a.interval, walk, a);
  return recordPool(m, sender, a.interval, trades);
}

export function beginClearing(m: Market, sender: Account, a: { interval: Interval }): void {
  mustBeOpen(m);
  mustBeClearable(m, sender, a.interval);
  m.walks.set(on(a.interval, sender), newWalk(m, a.interval));
}

export interface StepArguments {
  interval: Interval;
  sells: readonly number[];
  buys: readonly number[];
}

export function stepClearing(m: Market, sender: Account, a: StepArguments): void {
  mustBeOpen(m);
  mustBeClearable(m, sender, a.interval);
  const { walk, trades } = step(m, a.interval, begun(m, sender, a.interval), [a.sells, a.buys]);
  if (trades.length > 0) m.poolParts.set(on(a.interval, sender, walk.parts), trades);
  m.walks.set(on(a.interval, sender), { ...walk, parts: walk.parts + (trades.length > 0 ? 1 : 0) });
}

export interface FinishArguments {
  interval: Interval;
  priceMicroEurPerKwh: bigint;
  energyWh: bigint;
}

export function finishClearing(m: Market, sender: Account, a: FinishArguments): void {
  mustBeOpen(m);
  mustBeClearable(m, sender, a.interval);
  end(m, sender, a.interval, begun(m, sender, a.interval), a);
}

export interface RecordArguments {
  interval: Interval;
  firstPart: number;
  parts: readonly (readonly PoolTrade[])[];
}

export function recordTrades(m: Market, sender: Account, a: RecordArguments): number[] {
  mustBeOpen(m);
  mustTakePart(m, sender);
  mustBeBeforeGate(m, a.interval);
  const cleared = m.clearings.at(a.interval);
  for (const [i, trades] of a.parts.entries()) {
    const number = a.firstPart + i;
    must(cleared !== null && number < cleared.parts, 'PartUnknown');
    const key = on(a.interval, cleared.clearedBy, number);
    must(isSame(m.poolParts.at(key), trades), 'PartUnknown');
    m.poolParts.set(key, null);
  }
  return recordPool(m, sender, a.interval, a.parts.flat());
}

export function poolClosureS(m: Market, interval: Interval): bigint {
  return larger(0n, gateS(m, interval) - m.rules.poolLeadSeconds);
}

/** Numbers of the orders of a side that stand for a walk, in the order in which they must be listed. */
export function inOrder(m: Market, interval: Interval, side: number, cancelled: number): number[] {
  const standing: { number: number; limit: bigint }[] = [];
  for (let number = 1; number <= m.books.at(interval).placed; number++) {
    const order = m.orders.at(on(interval, number))!;
    const isCancelled = order.cancelNumber !== 0 && order.cancelNumber <= cancelled;
    if (order.side === side && !isCancelled) standing.push({ number, limit: order.limitPriceMicroEurPerKwh });
  }
  const sign = side === SELL ? 1 : -1;
  return standing
    .sort((a, b) => (a.limit === b.limit ? a.number - b.number : a.limit < b.limit ? -sign : sign))
    .map(order => order.number);
}

/** The result that a walk has come to. */
export function priceOf(m: Market, interval: Interval, walk: Walk): bigint {
  if (walk.energyWh === 0n) return 0n;
  const { feedInMicroEurPerKwh: floor, retailMicroEurPerKwh: cap } = tariffAt(m, interval);
  const [sell, buy] = walk.last.map(number => limitOf(m, interval, number)) as [bigint, bigint];
  if (m.rules.poolPricing === PAY_AS_BID) return larger(sell, floor);
  return between(sell, between(floor, (sell + buy) / 2n, cap), buy);
}

function place(m: Market, sender: Account, { terms, signed }: SignedOrder): void {
  mustBeInterval(m, terms.interval);
  must(m.nowS < poolClosureS(m, terms.interval), 'PoolClosed');
  must(terms.side <= BUY, 'SideInvalid');
  must(terms.energyWh >= ORDER_MIN_WH, 'OrderTooSmall');
  must(terms.energyWh <= ENERGY_TRADE_MAX_WH, 'OrderTooLarge');
  must(terms.expiresAt > m.nowS, 'OrderExpired');
  const { connection, owner } = tradingPoint(m, terms.point);
  must(owner === sender || (signed?.by === owner && isSame(signed.terms, terms)), 'OrderSignatureInvalid');
  takeNonce(m, terms.point, terms.nonce);
  const own = standingOf(m, terms.interval, connection);
  must(
    own.every(order => order.side === terms.side),
    'OtherSideTaken',
  );
  must(own.length < ORDERS_PER_POINT_MAX, 'TooManyOrders');
  const book = m.books.at(terms.interval);
  m.books.set(terms.interval, { ...book, placed: book.placed + 1 });
  const { side, energyWh, limitPriceMicroEurPerKwh, expiresAt } = terms;
  const made = { connection, side, energyWh, limitPriceMicroEurPerKwh, expiresAt, cancelNumber: 0 };
  m.orders.set(on(terms.interval, book.placed + 1), made);
}

function standingOf(m: Market, interval: Interval, connection: number): Order[] {
  const all = Array.from(
    { length: m.books.at(interval).placed },
    (_, i) => m.orders.at(on(interval, i + 1))!,
  );
  return all.filter(order => order.connection === connection && order.cancelNumber === 0);
}

function mustTakePart(m: Market, sender: Account): void {
  must(isActive(m, sender), 'NotParticipant');
}

function mustBeClearable(m: Market, sender: Account, interval: Interval): void {
  mustTakePart(m, sender);
  mustBeBeforeGate(m, interval);
  must(m.nowS >= poolClosureS(m, interval), 'PoolOpen');
  must(!m.books.at(interval).cleared, 'PoolAlreadyCleared');
}

function newWalk(m: Market, interval: Interval): Walk {
  const { cancelled } = m.books.at(interval);
  return {
    startedS: m.nowS,
    cancelled,
    sells: inOrder(m, interval, SELL, cancelled).length,
    buys: inOrder(m, interval, BUY, cancelled).length,
    listed: [[], []],
    openWh: [0n, 0n],
    ended: false,
    parts: 0,
    energyWh: 0n,
    last: [0, 0],
  };
}

function begun(m: Market, sender: Account, interval: Interval): Walk {
  const walk = m.walks.at(on(interval, sender));
  must(walk !== null, 'ClearingNotBegun');
  return walk;
}

/** Lists orders as they are needed: the best sell and the best buy that are not full meet as long as they agree. */
function step(
  m: Market,
  interval: Interval,
  before: Walk,
  numbers: readonly [readonly number[], readonly number[]],
): { walk: Walk; trades: PoolTrade[] } {
  must(numbers[SELL].length + numbers[BUY].length <= ORDERS_PER_STEP_MAX, 'StepTooLong');
  for (const side of [SELL, BUY] as const)
    for (const number of numbers[side]) mustStand(m, interval, before, side, number);
  const tariff = tariffAt(m, interval);
  const waiting: [number[], number[]] = [[...numbers[SELL]], [...numbers[BUY]]];
  const listed: [number[], number[]] = [[...before.listed[SELL]], [...before.listed[BUY]]];
  const openWh: [bigint, bigint] = [...before.openWh];
  const trades: PoolTrade[] = [];
  let { ended, last } = before;
  const list = (side: 0 | 1): void => {
    const number = waiting[side].shift()!;
    must(
      listed[side].length === 0 || isAfter(m, interval, side, listed[side].at(-1)!, number),
      'OrderMisplaced',
    );
    listed[side].push(number);
    openWh[side] = usableWh(m, interval, before, number);
  };
  while (!ended) {
    for (const side of [SELL, BUY] as const)
      while (openWh[side] === 0n && waiting[side].length > 0) list(side);
    if (openWh[SELL] === 0n || openWh[BUY] === 0n) break;
    const pair = [listed[SELL].at(-1)!, listed[BUY].at(-1)!] as const;
    ended = !agree(m, interval, pair, tariff);
    if (ended) break;
    const energyWh = smaller(openWh[SELL], openWh[BUY]);
    for (const side of [SELL, BUY] as const) openWh[side] -= energyWh;
    last = pair;
    trades.push(tradeOf(m, interval, pair, energyWh, tariff));
  }
  const isOut = (side: 0 | 1, all: number) => openWh[side] === 0n && listed[side].length === all;
  if (isOut(SELL, before.sells) || isOut(BUY, before.buys)) ended = true;
  // Nothing more will match: what is left is only listed.
  if (ended) for (const side of [SELL, BUY] as const) while (waiting[side].length > 0) list(side);
  const energyWh = before.energyWh + sum(trades.map(trade => trade.energyWh));
  return { walk: { ...before, listed, openWh, ended, last, energyWh }, trades };
}

function mustStand(m: Market, interval: Interval, walk: Walk, side: number, number: number): void {
  const order = m.orders.at(on(interval, number));
  must(order !== null, 'OrderUnknown');
  const isCancelled = order.cancelNumber !== 0 && order.cancelNumber <= walk.cancelled;
  must(order.side === side && !isCancelled, 'OrderMismatch');
}

function isAfter(m: Market, interval: Interval, side: number, before: number, number: number): boolean {
  const [a, b] = [limitOf(m, interval, before), limitOf(m, interval, number)];
  if (a === b) return number > before;
  return side === SELL ? b > a : b < a;
}

/** 0 where it expired before the walk began or its connection may not trade now. */
function usableWh(m: Market, interval: Interval, walk: Walk, number: number): bigint {
  const order = m.orders.at(on(interval, number))!;
  return order.expiresAt > walk.startedS && tradingArea(m, order.connection) !== null ? order.energyWh : 0n;
}

/** Both limits and the corridor have a price in common. */
function agree(m: Market, interval: Interval, pair: readonly [number, number], tariff: Tariff): boolean {
  const [sell, buy] = pair.map(number => limitOf(m, interval, number)) as [bigint, bigint];
  const lowest = larger(sell, tariff.feedInMicroEurPerKwh);
  return lowest <= smaller(buy, tariff.retailMicroEurPerKwh);
}

function tradeOf(
  m: Market,
  interval: Interval,
  pair: readonly [number, number],
  energyWh: bigint,
  tariff: Tariff,
): PoolTrade {
  const [seller, buyer] = pair.map(number => m.orders.at(on(interval, number))!) as [Order, Order];
  return {
    sellerConnection: seller.connection,
    buyerConnection: buyer.connection,
    // A step may go on with what an earlier one left of an order: its area is the one found then, which connections fix.
    sellerArea: connectionAt(m, seller.connection).area,
    buyerArea: connectionAt(m, buyer.connection).area,
    energyWh,
    priceMicroEurPerKwh: larger(seller.limitPriceMicroEurPerKwh, tariff.feedInMicroEurPerKwh),
  };
}

function end(
  m: Market,
  sender: Account,
  interval: Interval,
  walk: Walk,
  claim: { readonly priceMicroEurPerKwh: bigint; readonly energyWh: bigint },
): void {
  must(
    walk.listed[SELL].length === walk.sells && walk.listed[BUY].length === walk.buys,
    'ClearingIncomplete',
  );
  const price = priceOf(m, interval, walk);
  must(price === claim.priceMicroEurPerKwh && walk.energyWh === claim.energyWh, 'ClaimWrong');
  m.books.set(interval, { ...m.books.at(interval), cleared: true });
  const { parts, energyWh, last } = walk;
  m.clearings.set(interval, { clearedBy: sender, priceMicroEurPerKwh: price, parts, energyWh, last });
}

function recordPool(m: Market, sender: Account, interval: Interval, trades: readonly PoolTrade[]): number[] {
  const uniform =
    m.rules.poolPricing === PAY_AS_BID ? null : (m.clearings.at(interval)?.priceMicroEurPerKwh ?? 0n);
  const priced = trades.map(trade => (uniform === null ? trade : { ...trade, priceMicroEurPerKwh: uniform }));
  const tariff = tariffAt(m, interval);
  for (const trade of priced)
    must(isInCorridor(tariff, trade.priceMicroEurPerKwh, KINDS.pool), 'PriceOutsideCorridor');
  return recordOpen(m, sender, interval, KINDS.pool, priced);
}

function limitOf(m: Market, interval: Interval, number: number): bigint {
  return m.orders.at(on(interval, number))!.limitPriceMicroEurPerKwh;
}

function takeNonce(m: Market, point: Point, nonce: bigint): void {
  must(!m.orderNonces.at(on(point, nonce)), 'OrderNonceUsed');
  m.orderNonces.set(on(point, nonce), true);
}

const PAY_AS_BID = 1;
export const ORDER_MIN_WH = 100n;
export const ORDERS_PER_POINT_MAX = 8;
export const ORDERS_PER_STEP_MAX = 600;
