import fc from 'fast-check';
import { expect, test } from 'vitest';
import { POOL_PRICING } from '../../contracts/bindings/index.ts';
import { clearing, type PoolOrder, type PoolResult } from './pool-clearing.ts';

const CORRIDOR = { feedInMicroEurPerKwh: 3, retailMicroEurPerKwh: 9 };
const PRICE_MAX = 12;
const anOrder = fc.record({
  side: fc.constantFrom<'sell' | 'buy'>('sell', 'buy'),
  energyWh: fc.integer({ min: 0, max: 9 }),
  limitPriceMicroEurPerKwh: fc.integer({ min: 0, max: PRICE_MAX }),
});
const someOrders = fc.array(anOrder, { maxLength: 10 }).map(numbered);

test('every trade lies inside the corridor and both limits, and no order is filled beyond what it asks', () => {
  for (const pricing of Object.values(POOL_PRICING))
    fc.assert(
      fc.property(someOrders, orders => {
        const { trades } = clearing(orders, CORRIDOR, pricing);
        for (const { sell, buy, energyWh, priceMicroEurPerKwh: price } of trades) {
          expect(energyWh).toBeGreaterThan(0);
          expect(price).toBeGreaterThanOrEqual(Math.max(3, orders[sell]!.limitPriceMicroEurPerKwh));
          expect(price).toBeLessThanOrEqual(Math.min(9, orders[buy]!.limitPriceMicroEurPerKwh));
        }
        for (const order of orders) expect(filledWh(trades, order)).toBeLessThanOrEqual(order.energyWh);
      }),
    );
});

test('what is matched is the most that any single price in the corridor would match', () => {
  fc.assert(
    fc.property(someOrders, orders => {
      expect(uniform(orders).energyWh).toBe(mostAtOnePrice(orders));
    }),
  );
});

test('no order is filled while a better one of its side, or an equal and earlier one, is not full', () => {
  fc.assert(
    fc.property(someOrders, orders => {
      const { sells, buys, trades } = uniform(orders);
      for (const side of [sells, buys]) {
        const open = side.findIndex(n => filledWh(trades, orders[n]!) < orders[n]!.energyWh);
        if (open < 0) continue;
        for (const n of side.slice(open + 1)) expect(filledWh(trades, orders[n]!)).toBe(0);
      }
    }),
  );
});

test('one more order never lowers what a pool matches', () => {
  fc.assert(
    fc.property(someOrders, anOrder, (orders, extra) => {
      const more = [...orders, { ...extra, number: orders.length }];
      expect(uniform(more).energyWh).toBeGreaterThanOrEqual(uniform(orders).energyWh);
    }),
  );
});

test('the price is the middle of the last pair, rounded down, moved into the corridor', () => {
  const price = (low: number, high: number): number =>
    uniform(
      numbered([
        { side: 'sell', energyWh: 100, limitPriceMicroEurPerKwh: low },
        { side: 'buy', energyWh: 100, limitPriceMicroEurPerKwh: high },
      ]),
    ).priceMicroEurPerKwh;
  expect(price(4, 7)).toBe(5);
  expect(price(0, 3)).toBe(3);
  expect(price(9, 30)).toBe(9);
  expect(price(5, 5)).toBe(5);
  expect([price(6, 5), price(0, 2), price(10, 30)]).toEqual([0, 0, 0]);
});

type Unnumbered = Omit<PoolOrder, 'number'>;

function numbered(orders: readonly Unnumbered[]): PoolOrder[] {
  return orders.map((order, number) => ({ ...order, number }));
}

function uniform(orders: readonly PoolOrder[]): PoolResult {
  return clearing(orders, CORRIDOR, POOL_PRICING.UNIFORM);
}

function filledWh(trades: PoolResult['trades'], order: PoolOrder): number {
  return trades.reduce((wh, t) => wh + (t[order.side] === order.number ? t.energyWh : 0), 0);
}

/** Slow twin: every price of the corridor is tried, and the shorter side of those who agree with it is what changes hands. */
function mostAtOnePrice(orders: readonly PoolOrder[]): number {
  let most = 0;
  for (let price = CORRIDOR.feedInMicroEurPerKwh; price <= CORRIDOR.retailMicroEurPerKwh; price++) {
    const side = (wanted: 'sell' | 'buy', agrees: (limit: number) => boolean): number =>
      orders
        .filter(o => o.side === wanted && agrees(o.limitPriceMicroEurPerKwh))
        .reduce((wh, o) => wh + o.energyWh, 0);
    const sold = side('sell', limit => limit <= price);
    const bought = side('buy', limit => limit >= price);
    most = Math.max(most, Math.min(sold, bought));
  }
  return most;
}
