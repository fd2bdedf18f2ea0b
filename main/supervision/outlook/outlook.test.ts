import { afterEach, describe, expect, test } from 'vitest';
import { Market } from '../../market/service.ts';
import { own, trade, tradeEvent } from '../../market/testing/builders.ts';
import {
  BEHIND,
  ELEMENT,
  ELSEWHERE,
  NETWORK,
  OVERLOADED,
  offer,
  POINTS,
  TIMES,
  townGrid,
  weather,
} from '../../operations/testing/evening.ts';
import type { MarketEvent } from '../../records/market.ts';
import type { IntervalStart } from '../../records/units.ts';
import { solverOf } from '../testing/solver-of.ts';
import { INTERVALS_AHEAD, Outlook } from './outlook.ts';

/** 14:00 UTC of the evening's day, and some quarter hours after it: every limit is far. */
const CALM = OVERLOADED[0]! - 3 * 3600;
const ahead = (intervals: number): IntervalStart => CALM + intervals * 900;

const open: Outlook[] = [];
afterEach(async () => {
  for (const outlook of open.splice(0)) await outlook.close();
});

/** At CALM, after the first look at everything. */
async function outlookOn(forecast: readonly IntervalStart[]) {
  const market = new Market(TIMES, NETWORK, POINTS);
  for (const interval of forecast) market.setForecast(interval, weather(interval));
  const solver = solverOf(townGrid);
  const clock = { now: CALM };
  const kept: IntervalStart[] = [];
  const outlook = new Outlook({
    solver,
    schedules: market,
    clock: { nowMs: () => clock.now * 1000 },
    intervalSeconds: TIMES.intervalSeconds,
    keep: values => kept.push(values.interval),
  });
  open.push(outlook);
  const looked = () =>
    new Promise<void>(resolve => {
      const stop = outlook.onChange(() => {
        stop();
        resolve();
      });
    });
  const before = { unknown: outlook.unknownIntervals(), lights: outlook.lights() };
  // The nearest intervals are looked at and announced first.
  await looked();
  const first = { unknown: outlook.unknownIntervals(), lights: outlook.lights() };
  const horizon = Array.from({ length: INTERVALS_AHEAD }, (_, k) => ahead(k));
  while (horizon.some(interval => outlook.summary(interval) === null)) await looked();
  return {
    outlook,
    market,
    solver,
    kept,
    before,
    first,
    looked,
    /** What is done, and the look that follows it. */
    async after(change: () => void): Promise<void> {
      const next = looked();
      change();
      await next;
    },
    /** A second of real time after market time has come to an instant. */
    async at(instant: number): Promise<void> {
      clock.now = instant;
      await this.after(() => outlook.tick());
      // The end of the old intervals and the look at the new ones are two announcements.
      await looked();
    },
    light: () => [...new Set(outlook.lights().map(row => row.light))].sort(),
  };
}

/** A forecast that no state of the grid satisfies: one house draws what a region does. */
const collapse = (interval: IntervalStart) => ({
  pKw: weather(interval).pKw.with(0, -1e6),
  issuedAtMs: 1,
});

/** 200 kW to one house: a little more than its line carries, had nobody checked it. */
const sale = (interval: IntervalStart) =>
  trade('1', { interval, sellerPoint: ELSEWHERE[0]!, buyerPoint: BEHIND[0]!, energyWh: 50_000n });

/** Every house behind the transformer feeds 40 kW more in the interval. */
const relief = (interval: IntervalStart): MarketEvent[] =>
  BEHIND.flatMap((point, k): MarketEvent[] => {
    const of = offer(`${interval} ${k}`, interval, { point });
    return [
      { type: 'offer', offer: of },
      {
        type: 'activation',
        activation: { ...of, partId: of.id, orderId: of.id, offerId: of.id, orderedAt: of.offeredAt },
      },
    ];
  });

describe('what is not known', () => {
  test('every interval without a solved state counts: not looked at yet, no forecast, no solution', async () => {
    const o = await outlookOn([ahead(0), ahead(1)]);
    expect(o.before).toEqual({ unknown: INTERVALS_AHEAD, lights: [] });
    expect(o.outlook.unknownIntervals()).toBe(INTERVALS_AHEAD - 2);
    await o.after(() => o.market.setForecast(ahead(2), weather(ahead(2))));
    expect(o.outlook.unknownIntervals()).toBe(INTERVALS_AHEAD - 3);
    await o.after(() => o.market.setForecast(ahead(2), collapse(ahead(2))));
    expect(o.outlook.unknownIntervals()).toBe(INTERVALS_AHEAD - 2);
    expect(o.outlook.summary(ahead(2))?.missing).toMatch(/^The power flow has no solution/);
    expect(o.outlook.summary(ahead(3))?.missing).toBe('There is no forecast for this interval yet.');
  });

  test('a forecast interval without a solution makes every light unknown; one that has no forecast yet makes none', async () => {
    const o = await outlookOn([ahead(0), ahead(1)]);
    expect(o.light()).toEqual(['green']);
    await o.after(() => o.market.setForecast(ahead(1), collapse(ahead(1))));
    expect(o.light()).toEqual(['unknown']);
  });

  test('the nearest intervals are shown before the far ones are solved, and no light is green until then', async () => {
    const far = ahead(INTERVALS_AHEAD - 1);
    const o = await outlookOn([ahead(0), ahead(1), far]);
    expect(o.first.unknown).toBe(INTERVALS_AHEAD - 2);
    expect(new Set(o.first.lights.map(row => row.light))).toEqual(new Set(['unknown']));
    expect(o.light()).toEqual(['green']);
  });

  test('without a forecast for the running interval no light is green', async () => {
    const o = await outlookOn([ahead(1)]);
    expect(o.light()).toEqual(['unknown']);
  });
});

describe('risks come and go with the schedules', () => {
  test('the cold evening is one risk with its quarter hours and an amber light, until enough relief is ordered', async () => {
    const [first, second] = [OVERLOADED[2]!, OVERLOADED[3]!];
    const o = await outlookOn([CALM, first]);
    await o.after(() => o.market.setForecast(second, weather(second)));
    expect(o.outlook.risks()).toMatchObject([
      {
        element: ELEMENT,
        limit: 'transformer-loading',
        fromInterval: first,
        toInterval: second,
        worstInterval: second,
        violatedIntervals: 2,
        limitValue: 100,
        severity: 'foreseen',
      },
    ]);
    expect(o.outlook.lights().filter(row => row.light !== 'green')).toMatchObject([
      { light: 'amber', element: ELEMENT },
    ]);
    await o.after(() => o.market.applyBlock(0, relief(second)));
    expect(o.outlook.risks()).toMatchObject([{ toInterval: first, violatedIntervals: 1 }]);
    await o.after(() => o.market.applyBlock(0, relief(first)));
    expect(o.outlook.risks()).toEqual([]);
    expect(o.light()).toEqual(['green']);
  });

  test('energy that is agreed counts as soon as it is decided, and no longer than it is', async () => {
    const o = await outlookOn([ahead(0), ahead(1)]);
    const of = sale(ahead(1));
    o.market.applyBlock(0, [tradeEvent(of)]);
    await o.after(() => o.market.decide([own(of, 'accepted')]));
    expect(o.outlook.risks()).toMatchObject([
      { limit: 'line-loading', fromInterval: ahead(1), severity: 'foreseen' },
    ]);
    await o.after(() => o.market.decide([own(of, 'rejected')]));
    expect(o.outlook.risks()).toEqual([]);
  });

  test('what was foreseen is violated, and its light red, once its interval runs', async () => {
    const o = await outlookOn([ahead(0), ahead(1)]);
    const of = sale(ahead(1));
    o.market.applyBlock(0, [tradeEvent(of)]);
    await o.after(() => o.market.decide([own(of, 'accepted')]));
    await o.at(ahead(1));
    expect(o.outlook.risks()).toMatchObject([{ fromInterval: ahead(1), severity: 'violated' }]);
    expect(o.light()).toEqual(['green', 'red']);
  });
});

describe('a lost solver', () => {
  test('leaves no light green, at once and until all schedules were solved anew', async () => {
    const o = await outlookOn([ahead(0), ahead(1)]);
    o.solver.lose();
    expect(new Set(o.outlook.lights().map(row => row.light))).toEqual(new Set(['unknown']));
    await o.after(() => o.market.setForecast(ahead(1), weather(ahead(1))));
    expect(o.light()).toEqual(['unknown']);
    expect(o.outlook.summary(ahead(1))).toMatchObject({ solved: false, missing: 'The solver ended.' });
    expect(o.outlook.unknownIntervals()).toBe(INTERVALS_AHEAD - 1);
    o.solver.restart();
    expect(o.light()).toEqual(['unknown']);
    while (o.outlook.unknownIntervals() > INTERVALS_AHEAD - 2) await o.looked();
    expect(o.light()).toEqual(['green']);
  });

  test('names no element as the reason for a light that is unknown', async () => {
    const o = await outlookOn([CALM, OVERLOADED[3]!]);
    expect(o.outlook.lights().some(row => row.element === ELEMENT)).toBe(true);
    o.solver.lose();
    await o.after(() => o.market.setForecast(CALM, weather(CALM)));
    for (const row of o.outlook.lights())
      expect(row).toMatchObject({ light: 'unknown', element: null, limit: null });
  });
});

describe('time goes on', () => {
  test('an interval that has ended is kept with its values, and its summary stays for the way back', async () => {
    const o = await outlookOn([ahead(0), ahead(1)]);
    await o.at(ahead(1) + 5);
    expect(o.outlook.running()).toBe(ahead(1));
    expect(o.kept).toEqual([CALM]);
    expect(o.outlook.summary(CALM)?.solved).toBe(true);
    expect(o.light()).toEqual(['green']);
  });

  test('after a leap over several intervals each one that came within reach is looked at, none is passed over', async () => {
    const far = [ahead(INTERVALS_AHEAD), ahead(INTERVALS_AHEAD + 1), ahead(INTERVALS_AHEAD + 2)];
    const o = await outlookOn([ahead(0), ahead(3), ...far]);
    expect(far.map(interval => o.outlook.summary(interval))).toEqual([null, null, null]);
    await o.at(ahead(3));
    expect(far.map(interval => o.outlook.summary(interval)?.solved)).toEqual([true, true, true]);
    expect(o.outlook.unknownIntervals()).toBe(INTERVALS_AHEAD - 4);
  });

  test('an interval that ends while the solver is lost has no picture, and nothing is green', async () => {
    const o = await outlookOn([ahead(0), ahead(1)]);
    o.solver.lose();
    await o.at(ahead(1));
    expect(o.kept).toEqual([]);
    expect(o.light()).toEqual(['unknown']);
  });
});
