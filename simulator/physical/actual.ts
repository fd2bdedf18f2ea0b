/** What really flows at the connection points: the weather's forecast come true, and the market's orders carried out. */

import { draw, drawNormal } from '../../grid-models/demonstration/random.ts';
import { baselineKw } from '../../grid-models/demonstration/scenarios.ts';
import type { IntervalBook } from '../market/book.ts';
import { type Setting, WH_PER_KW } from '../setting.ts';

/**
 * Mean power of every point over an interval, kW, injection positive: baseline with noise of its own, plus accepted
 * trades (one leg in a hundred fails to show up), plus activated flexibility, plus curtailment in its direction.
 */
export function actualKw(setting: Setting, interval: number, book: IntervalBook): Float64Array {
  const { seed, points, scenario } = setting;
  const kw = baselineKw(scenario, points, interval, Number.POSITIVE_INFINITY);
  for (let k = 0; k < kw.length; k++) kw[k]! *= 1 + NOISE * drawNormal(seed, interval, k, 51);
  const number = numberOfPoint(setting);
  const move = (point: string, energyWh: number): void => {
    const k = number.get(point);
    if (k !== undefined) kw[k]! += energyWh / WH_PER_KW;
  };
  for (const [id, energyWh] of book.acceptedWh) {
    const trade = book.trades.get(id);
    if (!trade) continue;
    const tradeKey = Number(id % 1_000_000_007n);
    if (draw(seed, interval, tradeKey, 52) >= LEG_FAILS) move(trade.sellerPoint, energyWh);
    if (draw(seed, interval, tradeKey, 53) >= LEG_FAILS) move(trade.buyerPoint, -energyWh);
  }
  book.activations.forEach((a, n) => {
    move(a.point, a.energyWh * (0.97 + 0.06 * draw(seed, interval, n, 54)));
  });
  for (const c of book.curtailments) move(c.point, c.energyWh);
  return kw;
}

/** Metered net energy, Wh, injection positive: what the meter operator reports. */
export function readingsWh(setting: Setting, interval: number, book: IntervalBook): Int32Array {
  return Int32Array.from(actualKw(setting, interval, book), kw => Math.round(kw * WH_PER_KW));
}

/** Number of a point by its id. */
export function numberOfPoint(setting: Setting): ReadonlyMap<string, number> {
  let found = numbers.get(setting);
  if (!found) {
    found = new Map(setting.points.map((point, k) => [point.id, k]));
    numbers.set(setting, found);
  }
  return found;
}

const numbers = new WeakMap<Setting, ReadonlyMap<string, number>>();
/** Relative standard deviation of a point's quarter hour from its forecast. */
const NOISE = 0.05;
const LEG_FAILS = 0.01;
