/**
 * The pool's clearing by the published rule, as the contract checks it (contracts/src/market/PoolClearing.sol). Pure, in whole
 * numbers: Wh and micro-euro per kWh.
 */
import { POOL_PRICING } from '../../contracts/bindings/index.ts';
import type { Corridor } from './plans.ts';

export interface PoolOrder {
  /** Number in the book of its interval, in the order of arrival. */
  readonly number: number;
  readonly side: 'sell' | 'buy';
  /** 0: it stands in the book and is passed over, as where its owner is suspended. */
  readonly energyWh: number;
  readonly limitPriceMicroEurPerKwh: number;
}

export interface PoolTrade {
  readonly sell: number;
  readonly buy: number;
  readonly energyWh: number;
  readonly priceMicroEurPerKwh: number;
}

export interface PoolResult {
  /** Numbers of all orders, best first, the earlier first at equal limits. */
  readonly sells: readonly number[];
  readonly buys: readonly number[];
  /** For all trades, or the dearest where every pair pays its seller's limit; 0 without a trade. */
  readonly priceMicroEurPerKwh: number;
  readonly energyWh: number;
  readonly trades: readonly PoolTrade[];
}

/** @param pricing one of POOL_PRICING */
export function clearing(orders: readonly PoolOrder[], corridor: Corridor, pricing: number): PoolResult {
  const { feedInMicroEurPerKwh: floor, retailMicroEurPerKwh: cap } = corridor;
  const side = (wanted: 'sell' | 'buy', sign: number): PoolOrder[] =>
    orders
      .filter(o => o.side === wanted)
      .sort(
        (a, b) => sign * (a.limitPriceMicroEurPerKwh - b.limitPriceMicroEurPerKwh) || a.number - b.number,
      );
  const sells = side('sell', 1);
  const buys = side('buy', -1);
  const pairs = matched(sells, buys, floor, cap);
  const last = pairs.at(-1);
  const priceOf = (pair: Pair): number =>
    pricing === POOL_PRICING.UNIFORM
      ? uniformPrice(last!, floor, cap)
      : Math.max(pair.sell.limitPriceMicroEurPerKwh, floor);
  return {
    sells: sells.map(o => o.number),
    buys: buys.map(o => o.number),
    priceMicroEurPerKwh: last === undefined ? 0 : priceOf(last),
    energyWh: pairs.reduce((wh, pair) => wh + pair.energyWh, 0),
    trades: pairs.map(pair => ({
      sell: pair.sell.number,
      buy: pair.buy.number,
      energyWh: pair.energyWh,
      priceMicroEurPerKwh: priceOf(pair),
    })),
  };
}

interface Pair {
  readonly sell: PoolOrder;
  readonly buy: PoolOrder;
  readonly energyWh: number;
}

/** The best sell meets the best buy as long as their limits and the corridor have a price in common. */
function matched(
  sells: readonly PoolOrder[],
  buys: readonly PoolOrder[],
  floor: number,
  cap: number,
): Pair[] {
  const pairs: Pair[] = [];
  let [s, b] = [0, 0];
  let sellWh = sells[0]?.energyWh ?? 0;
  let buyWh = buys[0]?.energyWh ?? 0;
  while (s < sells.length && b < buys.length) {
    if (sellWh === 0) sellWh = sells[++s]?.energyWh ?? 0;
    else if (buyWh === 0) buyWh = buys[++b]?.energyWh ?? 0;
    else {
      const [sell, buy] = [sells[s]!, buys[b]!];
      const { limitPriceMicroEurPerKwh: low } = sell;
      const { limitPriceMicroEurPerKwh: high } = buy;
      if (low > high || low > cap || high < floor) break;
      const energyWh = Math.min(sellWh, buyWh);
      pairs.push({ sell, buy, energyWh });
      sellWh -= energyWh;
      buyWh -= energyWh;
    }
  }
  return pairs;
}

/** The middle of the last pair's limits, rounded down, moved into the corridor. */
function uniformPrice({ sell, buy }: Pair, floor: number, cap: number): number {
  const middle = Math.floor((sell.limitPriceMicroEurPerKwh + buy.limitPriceMicroEurPerKwh) / 2);
  return Math.min(cap, Math.max(floor, middle));
}
