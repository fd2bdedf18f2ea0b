import { encodeBytes32String, ZeroHash } from 'ethers';
import { expect, test } from 'vitest';
import { DIRECTION, interfaces, PRODUCT } from '../../contracts/bindings/index.ts';
import { roster } from '../participants.ts';
import { chainDouble } from '../testing/chain-double.ts';
import { january, quarterHours, town } from '../testing/settings.ts';
import { type BalancingOffer, BalancingOffers } from './balancing-offers.ts';
import { covers, transmissionPurchase } from './balancing-plans.ts';
import type { IntervalBook } from './book.ts';
import { Transmission } from './transmission.ts';

const setting = town(1);
const people = roster(setting);
const buyer = people.transmission.wallet.address;
const POINTS = setting.points.map(p => p.id);
const FIRST = january(14, 12);

const offerOf = (id: number, over: Partial<BalancingOffer> = {}): BalancingOffer => ({
  id: BigInt(id),
  interval: FIRST,
  point: POINTS[id]!,
  direction: DIRECTION.UP,
  priceMicroEurPerKwh: 100_000 + id,
  remainingWh: 2000,
  ...over,
});
const open = Array.from({ length: 10 }, (_, k) =>
  offerOf(k, k % 2 === 0 ? {} : { direction: DIRECTION.DOWN }),
);

test('the transmission operator buys now and then, a few parts of one direction, as the market sells them', () => {
  const days = [13, 14, 15].flatMap(quarterHours);
  const bought = days.map(interval => transmissionPurchase(1, interval, open));
  const some = bought.filter(parts => parts.length > 0);
  expect(some.length / days.length).toBeGreaterThan(0.15);
  expect(some.length / days.length).toBeLessThan(0.35);
  expect(new Set(some.map(parts => parts.length))).toEqual(new Set([1, 2, 3]));
  for (const parts of some) {
    expect(new Set(parts.map(p => p.offerId % 2n)).size).toBe(1);
    for (const { energyWh } of parts) {
      expect(energyWh).toBeGreaterThanOrEqual(100);
      expect(energyWh).toBeLessThanOrEqual(2000);
      expect(2000 - energyWh === 0 || 2000 - energyWh >= 100).toBe(true);
    }
  }
  expect(days.map(interval => transmissionPurchase(1, interval, open))).toEqual(bought);
  expect(days.map(interval => transmissionPurchase(2, interval, open))).not.toEqual(bought);
});

test('of a small offer all is bought, and nothing where nothing is offered', () => {
  const small = [offerOf(1, { remainingWh: 60 })];
  const days = [13, 14, 15].flatMap(quarterHours);
  const energies = days.flatMap(interval => transmissionPurchase(1, interval, small)).map(p => p.energyWh);
  expect(new Set(energies)).toEqual(new Set([60]));
  expect(days.flatMap(interval => transmissionPurchase(1, interval, []))).toEqual([]);
});

test('only prosumers that trade and offer nothing cover themselves, each from a point that settles before its own', () => {
  const number = new Map(POINTS.map((id, k) => [id, k]));
  let made = 0;
  // The cheapest lie at points that settle last.
  const last = POINTS.length - 1;
  const late = [last, last - 1].map(k => offerOf(k, { priceMicroEurPerKwh: 1 }));
  const offers = [...late, ...open];
  for (const interval of quarterHours(14)) {
    const trading = people.individuals.map(p => POINTS[p.points[0]!]!);
    const book = bookOf(interval, trading.slice(1), new Set([trading[2]!]));
    const planned = covers(setting, people, interval, offers, book);
    made += planned.length;
    expect(planned.length).toBeLessThanOrEqual(2);
    expect(new Set(planned.map(c => c.part.offerId)).size).toBe(planned.length);
    for (const { buyer: by, point, part } of planned) {
      expect(by.points).toEqual([number.get(point)]);
      expect([trading[0], trading[2]]).not.toContain(point);
      const offer = offers.find(o => o.id === part.offerId)!;
      expect(offer.direction).toBe(DIRECTION.UP);
      expect(offer.point < point).toBe(true);
    }
    expect(covers(setting, people, interval, open, bookOf(interval, [], new Set()))).toEqual([]);
  }
  expect(made).toBeGreaterThan(10);
});

test('what waits is not for sale; refused or lapsed it is again, confirmed it stays sold', () => {
  const { chain, offers, reserve } = world();
  chain('FlexibilityOffered', offered(7n, POINTS[0]!, 2000));
  chain('FlexibilityOffered', offered(8n, POINTS[1]!, 500, PRODUCT.CONGESTION));
  const left = () => offers.open(FIRST).map(o => [o.id, o.remainingWh]);
  expect(left()).toEqual([[7n, 2000]]);
  reserve(1n, 7n, 400);
  reserve(2n, 7n, 600);
  expect(left()).toEqual([[7n, 1000]]);
  chain('FlexibilityRefused', [1n, 7n, FIRST, 400, 2]);
  expect(left()).toEqual([[7n, 1400]]);
  chain('FlexibilityActivated', activated(2n, 7n, 600));
  expect(left()).toEqual([[7n, 1400]]);
  // Bought by the operator of the area: it stands at once.
  chain('FlexibilityActivated', activated(3n, 7n, 300));
  expect(left()).toEqual([[7n, 1100]]);
  chain('FlexibilityWithdrawn', [7n, FIRST, 1100]);
  expect(left()).toEqual([]);
});

test('it buys once for an interval, in time for an answer, and after a restart not again', async () => {
  const { chain, sent, at, restart } = world();
  const interval = firstPurchase();
  for (const k of [1, 2, 3, 4])
    chain('FlexibilityOffered', offered(BigInt(k), POINTS[k]!, 2000, PRODUCT.BALANCING, interval));
  await at(interval - 3600 - 1);
  const purchases = () => sent().filter(s => s.method === 'purchase' && s.args[0] === BigInt(interval));
  expect(purchases()).toEqual([]);
  await at(interval - 3600);
  await at(interval - 3500);
  expect(purchases()).toHaveLength(1);
  const [{ from, args } = { from: '', args: [] }] = purchases();
  expect([from, args[1]]).toEqual([buyer, BigInt(PRODUCT.BALANCING)]);
  chain('FlexibilityOrdered', [1n, buyer, interval, PRODUCT.BALANCING, ZeroHash, ZeroHash, ZeroHash]);
  await restart().at(interval - 3400);
  expect(purchases()).toHaveLength(1);
});

test('nothing is bought that nobody could answer any more, and what lapsed is given back once', async () => {
  const { chain, sent, at, reserve } = world();
  const interval = firstPurchase();
  chain('FlexibilityOffered', offered(1n, POINTS[1]!, 2000, PRODUCT.BALANCING, interval));
  await at(interval - 300 - 120);
  expect(sent().filter(s => s.method === 'purchase' && s.args[0] === BigInt(interval))).toEqual([]);
  reserve(5n, 1n, 400, interval);
  const released = () =>
    sent()
      .filter(s => s.method === 'release')
      .map(s => s.args[0]);
  await at(interval - 301);
  expect(released()).toEqual([]);
  await at(interval - 300);
  await at(interval - 200);
  expect(released()).toEqual([5n]);
});

/** The first quarter hour of the day for which something is bought. */
function firstPurchase(): number {
  return quarterHours(14).find(
    interval => interval > FIRST && transmissionPurchase(1, interval, open).length > 0,
  )!;
}

function world() {
  const double = chainDouble({ setting, roster: people });
  const offers = new BalancingOffers(double.addresses);
  const chain = (event: string, args: readonly unknown[]): void => {
    const log = interfaces.Flexibility.encodeEventLog(event, [...args]);
    offers.apply({ address: double.addresses.Flexibility, ...log });
  };
  const made = (of: BalancingOffers) => {
    const transmission = new Transmission({
      setting,
      roster: people,
      link: double.link,
      addresses: double.addresses,
      book: double.book,
      offers: of,
      marginS: 120,
      log: () => {},
    });
    return {
      at: async (nowS: number) => {
        transmission.step(nowS * 1000);
        await transmission.settled();
      },
    };
  };
  return {
    chain,
    offers,
    sent: () => double.sent,
    ...made(offers),
    restart: () => made(offers),
    reserve: (partId: bigint, offerId: bigint, energyWh: number, interval = FIRST) => {
      chain('FlexibilityOrdered', [partId, buyer, interval, 0, ZeroHash, ZeroHash, ZeroHash]);
      chain('FlexibilityReserved', activated(partId, offerId, energyWh, interval));
    },
  };
}

function offered(
  id: bigint,
  point: string,
  energyWh: number,
  product: number = PRODUCT.BALANCING,
  interval = FIRST,
): unknown[] {
  return [id, encodeBytes32String(point), interval, product, DIRECTION.UP, energyWh, 200_000, buyer, 0];
}

/** The same for a part that is reserved. Orders have the number of their part. */
function activated(partId: bigint, offerId: bigint, energyWh: number, interval = FIRST): unknown[] {
  const point = encodeBytes32String(POINTS[0]!);
  return [partId, offerId, point, partId, interval, DIRECTION.UP, energyWh, 200_000];
}

/** An interval in which these points trade and those have offered. */
function bookOf(interval: number, trading: readonly string[], offeredPoints: Set<string>): IntervalBook {
  const empty = chainDouble().book.at(interval);
  const trades = new Map(
    trading.map((point, k) => [BigInt(k), { id: BigInt(k), sellerPoint: point, buyerPoint: point } as never]),
  );
  return { ...empty, trades, acceptedWh: new Map(trading.map((_, k) => [BigInt(k), 1])), offeredPoints };
}
