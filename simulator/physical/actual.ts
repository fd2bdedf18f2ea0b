/** What really flows at the connection points: the weather's forecast come true, and the market's orders carried out. */

import { localTime } from '../../grid-models/demonstration/local-time.ts';
import { forecastKw } from '../../grid-models/demonstration/profiles.ts';
import { draw, drawNormal } from '../../grid-models/demonstration/random.ts';
import { baselineKw } from '../../grid-models/demonstration/scenarios.ts';
import type { IntervalBook } from '../market/book.ts';
import { NEIGHBOUR_POINTS } from '../neighbour-points.ts';
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

/** Metered net energy of a point next door, Wh: nobody solves that grid, but its meters measure. 0 for a point that is not there. */
export function neighbourReadingWh(
  setting: Setting,
  interval: number,
  book: IntervalBook,
  id: string,
): number {
  const point = NEIGHBOUR_POINTS.find(p => p.id === id);
  if (point === undefined) return 0;
  const { minuteOfDay, dayKind } = localTime(interval);
  let wh = WH_PER_KW * forecastKw(point, { minuteOfDay, dayKind, season: setting.scenario.season });
  for (const [tradeId, energyWh] of book.acceptedWh) {
    const trade = book.trades.get(tradeId);
    if (trade?.sellerPoint === id) wh += energyWh;
    if (trade?.buyerPoint === id) wh -= energyWh;
  }
  return Math.round(wh);
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
