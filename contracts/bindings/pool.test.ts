import { encodeBytes32String, id, type Result, TypedDataEncoder, Wallet } from 'ethers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { defaultRules, defaultTariff } from './deploy.ts';
import { ORDER_SIDE, POOL_PRICING, ROLE } from './generated/constants.ts';
import { LocalMarket, type Sent } from './testing/local-market.ts';
import { readOpenTrades } from './sealing.ts';
import { ORDER_TYPES, orderDomain } from './signing.ts';

const ADMIN = '0x00000000000000000000000000000000000000a1';
const OWNER = '0x00000000000000000000000000000000000000a2';
const POINTS = 150;
const START = 1_800_000_000n;
/** Limits are multiples of it: inside the corridor of 80,000 to 320,000, and a little outside of it. */
const LIMIT_STEP = 20_000;
const ORDERS_PER_POINT = 8;

interface Order {
  readonly number: number;
  readonly side: number;
  readonly energyWh: bigint;
  readonly limit: bigint;
  /** Cancelled after it was placed. */
  readonly cancelled: boolean;
  readonly expired: boolean;
}
interface Claim {
  readonly sells: readonly number[];
  readonly buys: readonly number[];
  readonly price: bigint;
  readonly energyWh: bigint;
}

const point = (i: number): string => encodeBytes32String(`POINT-${i}`);
const floor = defaultTariff.feedInMicroEurPerKwh;
const cap = defaultTariff.retailMicroEurPerKwh;
const markets: Record<number, LocalMarket> = {};
let interval = START + 7200n;
let nonce = 0n;

beforeAll(async () => {
  for (const pricing of Object.values(POOL_PRICING)) {
    const rules = { ...defaultRules(ADMIN), poolPricing: BigInt(pricing) };
    const market = await LocalMarket.deploy({ administrator: ADMIN, rules, tariff: defaultTariff }, START);
    await market.send('Registry', ADMIN, 'register', OWNER, ROLE.AGGREGATOR | ROLE.DSO, 'owner');
    const points = Array.from({ length: POINTS }, (_, i) => point(i));
    for (const area of [1, 2]) {
      await market.send('Registry', ADMIN, 'openArea', OWNER);
      const inArea = points.filter((_, i) => areaOf(i) === area);
      await market.send('Registry', ADMIN, 'connectPoints', inArea, inArea.map(() => OWNER), area);
    }
    markets[pricing] = market;
  }
});

const anOrder = fc.record({
  side: fc.constantFrom(ORDER_SIDE.SELL, ORDER_SIDE.BUY),
  energyWh: fc.oneof(fc.constantFrom(100n, 200n), fc.bigInt(100n, 1000n)),
  limit: fc.integer({ min: 2, max: 18 }).map(n => BigInt(n * LIMIT_STEP)),
  cancelled: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
  expired: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
});
const aBook = fc
  .array(anOrder, { minLength: 1, maxLength: 14 })
  .map(list => list.map((order, k) => ({ ...order, number: k + 1 })));

test('P9 P10 P12 sixty random books clear as an enumeration of all prices says, and near misses are refused', async () => {
  const market = markets[POOL_PRICING.UNIFORM]!;
  await fc.assert(
    fc.asyncProperty(aBook, async book => {
      await place(market, book);
      const { claim, fills } = reference(book);
      // A third of them at each book: all of them, many times, over the run.
      const wrongs = nearMisses(claim).filter((_, k) => (BigInt(k) + interval / 900n) % 3n === 0n);
      for (const wrong of wrongs) await expect(clear(market, wrong)).rejects.toThrow('refused');
      const sent = await clear(market, claim);
      const trades = tradesOf(sent);
      expect(trades.reduce((wh, t) => wh + t.energyWh, 0n)).toBe(claim.energyWh);
      for (const trade of trades) expect(trade.price).toBe(claim.price);
      for (const order of book) expect(filledWh(trades, order)).toBe(fills.get(order.number) ?? 0n);
    }),
    { numRuns: 60, seed: 57 },
  );
});

test('P11 where every pair pays its seller, the same energy moves and every trade has the limit of its seller, raised to the floor', async () => {
  const market = markets[POOL_PRICING.PAY_AS_BID]!;
  await fc.assert(
    fc.asyncProperty(aBook, async book => {
      await place(market, book);
      const { claim, fills } = reference(book);
      const sold = book.filter(o => o.side === ORDER_SIDE.SELL && (fills.get(o.number) ?? 0n) > 0n);
      const price = sold.reduce((dearest, o) => (raised(o.limit) > dearest ? raised(o.limit) : dearest), 0n);
      const trades = tradesOf(await clear(market, { ...claim, price }));
      for (const order of book) expect(filledWh(trades, order)).toBe(fills.get(order.number) ?? 0n);
      for (const trade of trades) expect(trade.price).toBe(raised(book[trade.seller]!.limit));
    }),
    { numRuns: 15, seed: 58 },
  );
});

test('P13 P14 1,100 orders clear in steps to what the enumeration says', { timeout: 120_000 }, async () => {
  const market = markets[POOL_PRICING.UNIFORM]!;
  const book = Array.from({ length: 1100 }, (_, k) => ({
    number: k + 1,
    side: Math.floor(k / ORDERS_PER_POINT) % 2,
    energyWh: 100n + BigInt((k * 7919) % 900),
    limit: BigInt(60_000 + ((k * 104_729) % 280) * 1000),
    cancelled: k % 97 === 0,
    expired: k % 89 === 0,
  }));
  await place(market, book, k => Math.floor(k / ORDERS_PER_POINT));
  const { claim } = reference(book);
  await expect(clear(market, claim)).rejects.toThrow('StepTooLong');
  const send = (method: string, ...args: unknown[]) => market.send('PoolMarket', OWNER, method, interval, ...args);
  await send('beginClearing');
  const parts: unknown[] = [];
  for (let [s, b] = [0, 0]; s + b < claim.sells.length + claim.buys.length; ) {
    const sent = await send('stepClearing', claim.sells.slice(s, s + 75), claim.buys.slice(b, b + 75));
    for (const event of sent.events) parts.push((event.args.getValue('trades') as Result).toArray(true));
    const walk = (await send('walkOf', OWNER)).result[0];
    [s, b] = [Number(walk.sell.listed), Number(walk.buy.listed)];
  }
  await expect(send('finishClearing', claim.price, claim.energyWh + 1n)).rejects.toThrow('ClaimWrong');
  await send('finishClearing', claim.price, claim.energyWh);
  let energyWh = 0n;
  for (let part = 0; part < parts.length; part += 2) {
    const two = parts.slice(part, part + 2);
    for (const trade of tradesOf(await send('recordTrades', part, two))) energyWh += trade.energyWh;
    await expect(send('recordTrades', part, two)).rejects.toThrow('PartUnknown');
  }
  expect(energyWh).toBe(claim.energyWh);
  expect(parts.length).toBeGreaterThan(3);
});

test('P1 an order signed by ethers is the order the contract checks, and a signature for another chain is refused', async () => {
  const market = markets[POOL_PRICING.UNIFORM]!;
  const owner = new Wallet(id('order owner'));
  await market.send('Registry', ADMIN, 'register', owner.address, ROLE.PROSUMER, 'signer');
  await market.send('Registry', ADMIN, 'connectPoints', [encodeBytes32String('SIGNED')], [owner.address], 1);
  market.nowS = START;
  const terms = {
    point: encodeBytes32String('SIGNED'),
    interval: START + 7200n,
    side: ORDER_SIDE.BUY,
    energyWh: 1000n,
    limitPriceMicroEurPerKwh: 120_000n,
    expiresAt: START + 7200n,
    nonce: 0n,
  };
  const domain = orderDomain(market.chainId, market.addresses.PoolMarket);
  const digest = await market.send('PoolMarket', ADMIN, 'orderDigest', terms);
  expect(digest.result[0]).toBe(TypedDataEncoder.hash(domain, ORDER_TYPES, terms));
  const submit = async (chainId: number) => {
    const signature = await owner.signTypedData({ ...domain, chainId }, ORDER_TYPES, terms);
    return market.send('PoolMarket', OWNER, 'placeOrders', [terms], [signature]);
  };
  await expect(submit(market.chainId + 1)).rejects.toThrow('OrderSignatureInvalid(0)');
  expect((await submit(market.chainId)).events[0]?.args['owner']).toBe(owner.address);
  await expect(submit(market.chainId)).rejects.toThrow('OrderNonceUsed');
});

/** Places a book in an interval of its own and moves on to where it may be cleared. */
async function place(market: LocalMarket, book: readonly Order[], pointOf = (k: number) => k): Promise<void> {
  interval += 900n;
  market.nowS = interval - 7200n;
  const terms = book.map((order, k) => ({
    point: point(pointOf(k)),
    interval,
    side: order.side,
    energyWh: order.energyWh,
    limitPriceMicroEurPerKwh: order.limit,
    expiresAt: order.expired ? interval - 1200n : interval,
    nonce: nonce + BigInt(k),
  }));
  nonce += BigInt(book.length);
  for (let k = 0; k < terms.length; k += 200) {
    const part = terms.slice(k, k + 200);
    await market.send('PoolMarket', OWNER, 'placeOrders', part, part.map(() => '0x'));
  }
  for (const order of book)
    if (order.cancelled) await market.send('PoolMarket', OWNER, 'cancelOrder', (interval << 32n) + BigInt(order.number));
  market.nowS = interval - 1200n;
}

function clear(market: LocalMarket, { sells, buys, price, energyWh }: Claim): Promise<Sent> {
  return market.send('PoolMarket', OWNER, 'clearPool', interval, [sells, buys, price, energyWh]);
}

/**
 * The rule by enumeration, nothing of it taken from the contract: at every whole price of interest the shorter side decides; the
 * most is what moves. It is given out best first, and the last order filled on each side makes the price.
 */
function reference(book: readonly Order[]): { claim: Claim; fills: Map<number, bigint> } {
  const standing = book.filter(o => !o.cancelled);
  const able = standing.filter(o => !o.expired);
  const of = (orders: readonly Order[], side: number) => orders.filter(o => o.side === side);
  const sum = (orders: readonly Order[]) => orders.reduce((wh, o) => wh + o.energyWh, 0n);
  let energyWh = 0n;
  for (const price of new Set([floor, cap, ...able.map(o => o.limit)])) {
    if (price < floor || price > cap) continue;
    const sold = sum(of(able, ORDER_SIDE.SELL).filter(o => o.limit <= price));
    const bought = sum(of(able, ORDER_SIDE.BUY).filter(o => o.limit >= price));
    const moved = sold < bought ? sold : bought;
    if (moved > energyWh) energyWh = moved;
  }
  const fills = new Map<number, bigint>();
  const listed = [ORDER_SIDE.SELL, ORDER_SIDE.BUY].map(side => {
    const sign = side === ORDER_SIDE.SELL ? 1 : -1;
    const sorted = of(standing, side).sort((a, b) => sign * Number(a.limit - b.limit) || a.number - b.number);
    let openWh = energyWh;
    let last = 0n;
    for (const order of sorted.filter(o => !o.expired)) {
      if (openWh === 0n) break;
      const filled = order.energyWh < openWh ? order.energyWh : openWh;
      fills.set(order.number, filled);
      openWh -= filled;
      last = order.limit;
    }
    expect(openWh).toBe(0n);
    return { numbers: sorted.map(o => o.number), last };
  }) as [{ numbers: number[]; last: bigint }, { numbers: number[]; last: bigint }];
  const middle = (listed[0].last + listed[1].last) / 2n;
  const price = energyWh === 0n ? 0n : middle < floor ? floor : middle > cap ? cap : middle;
  return { claim: { sells: listed[0].numbers, buys: listed[1].numbers, price, energyWh }, fills };
}

/** One order left out of each side, one repeated, two neighbours swapped, one Wh and one micro-euro off. */
function nearMisses(claim: Claim): Claim[] {
  const { sells, buys, price, energyWh } = claim;
  const wrong = [
    { ...claim, energyWh: energyWh + 1n },
    { ...claim, price: price + 1n },
    { ...claim, sells: [...sells, sells.at(-1) ?? 1] },
    { ...claim, sells: buys, buys: sells },
  ];
  if (energyWh > 0n) wrong.push({ ...claim, energyWh: energyWh - 1n }, { ...claim, price: price - 1n });
  for (const [side, numbers] of [['sells', sells] as const, ['buys', buys] as const]) {
    if (numbers.length > 0) wrong.push({ ...claim, [side]: numbers.slice(1) }, { ...claim, [side]: numbers.slice(0, -1) });
    if (numbers.length > 1) wrong.push({ ...claim, [side]: [numbers[1]!, numbers[0]!, ...numbers.slice(2)] });
  }
  // A book where nothing stands looks the same with its sides exchanged.
  return wrong.filter(w => JSON.stringify(w, text) !== JSON.stringify(claim, text));
}

const text = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** Points are connected area by area: their numbers by connection, from 1. A book's points are numbered as its orders, from 0. */
const connected = [1, 2].flatMap(area =>
  Array.from({ length: POINTS }, (_, i) => i).filter(i => areaOf(i) === area),
);

function tradesOf({ events }: Sent) {
  return events
    .filter(event => event.name === 'TradesRecorded')
    .flatMap(({ args }) => {
      const trades = readOpenTrades(args['trades'] as string).map(trade => ({
        seller: connected[trade.sellerConnection - 1]!,
        buyer: connected[trade.buyerConnection - 1]!,
        energyWh: trade.energyWh,
        price: trade.priceMicroEurPerKwh,
      }));
      for (const { seller, buyer } of trades) {
        expect(areaOf(seller)).toBe(Number(args['sellerArea']));
        expect(areaOf(buyer)).toBe(Number(args['buyerArea']));
      }
      return trades;
    });
}

function filledWh(trades: ReturnType<typeof tradesOf>, { number, side }: Order): bigint {
  const mine = trades.filter(t => (side === ORDER_SIDE.SELL ? t.seller : t.buyer) === number - 1);
  return mine.reduce((wh, t) => wh + t.energyWh, 0n);
}

function areaOf(i: number): number {
  return i % 3 === 0 ? 2 : 1;
}

function raised(limit: bigint): bigint {
  return limit < floor ? floor : limit;
}
