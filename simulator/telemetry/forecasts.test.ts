import { expect, test } from 'vitest';
import { localTime } from '../../grid-models/demonstration/local-time.ts';
import { baselineKw, coldWeight } from '../../grid-models/demonstration/scenarios.ts';
import type { Setting } from '../setting.ts';
import { january, town } from '../testing/settings.ts';
import { type Forecasts, forecasts } from './forecasts.ts';
import { zFrame } from './frames.ts';

const cold = town(1);
/** Half of the last digit that is sent, kW. */
const ROUNDING_KW = 0.0005;

test('forecasts cover the running interval and the 95 after it, one frame each, with every point', () => {
  const issued = forecasts(cold).advance(january(14, 16, 37) * 1000);
  expect(issued.map(f => f.interval)).toEqual(
    Array.from({ length: 96 }, (_, k) => january(14, 16, 30) + k * 900),
  );
  for (const frame of issued) {
    expect(frame.points).toEqual(cold.points.map(p => p.id));
    expect(frame.pKw).toHaveLength(frame.points.length);
    expect(frame.issuedAtMs).toBe(january(14, 16, 37) * 1000);
  }
  expect(zFrame.parse(issued[0])).toEqual(issued[0]);
});

test('time that goes on brings one interval at its end and nothing twice', () => {
  const f = forecasts(cold);
  f.advance(january(14, 9) * 1000);
  expect(f.advance(january(14, 9, 14) * 1000)).toEqual([]);
  expect(f.advance(january(14, 9, 15) * 1000).map(g => g.interval)).toEqual([january(15, 9)]);
  // A clock that jumps, as after a pause of the machine.
  expect(f.advance(january(14, 11) * 1000)).toHaveLength(7);
});

test('at 17:00 the cold evening is issued again, its intervals alone, each with what it will really be', () => {
  const f = forecasts(cold);
  f.advance(january(14, 16, 45) * 1000);
  f.advance(january(14, 16, 59) * 1000);
  const before = f.current();
  const again = f.advance(january(14, 17) * 1000).filter(g => g.interval < january(15, 16));
  expect(again.map(g => g.interval)).toEqual(
    [
      [17, 30],
      [17, 45],
      [18, 0],
      [18, 15],
      [18, 30],
      [18, 45],
      [19, 0],
      [19, 15],
      [19, 30],
    ].map(([hour, minute]) => january(14, hour!, minute)),
  );
  const behind = new Set(cold.scenario.stress!.points);
  for (const frame of again) {
    const old = before.find(g => g.interval === frame.interval)!;
    const changed = frame.pKw.flatMap((kw, k) => (kw === old.pKw[k] ? [] : [k]));
    expect(changed.filter(k => !behind.has(k))).toEqual([]);
    expect(sum(frame.pKw)).toBeLessThan(sum(old.pKw));
    expect(
      farthestKw(frame.pKw, baselineKw(cold.scenario, cold.points, frame.interval, Infinity)),
    ).toBeLessThan(ROUNDING_KW * 1.01);
  }
  expect(f.advance(january(14, 17, 1) * 1000)).toEqual([]);
});

test("tomorrow's cold is not known today, and is issued at 17:00 tomorrow", () => {
  const f = forecasts(cold);
  const evening = january(15, 18, 30);
  for (let s = january(14, 16); s <= january(15, 16, 59); s += 900) f.advance(s * 1000);
  const known = f.current().find(g => g.interval === evening)!;
  const calm = baselineKw({ ...cold.scenario, stress: null }, cold.points, evening, Infinity);
  expect(farthestKw(known.pKw, calm)).toBeLessThan(ROUNDING_KW * 1.01);
  const again = f.advance(january(15, 17) * 1000).map(g => g.interval);
  expect(again).toContain(evening);
});

test('a world that starts when the cold is known issues it at once and not again', () => {
  const f = forecasts(cold);
  const first = f.advance(january(14, 17, 20) * 1000).find(g => g.interval === january(14, 18, 30))!;
  const real = baselineKw(cold.scenario, cold.points, january(14, 18, 30), Infinity);
  expect(farthestKw(first.pKw, real)).toBeLessThan(ROUNDING_KW * 1.01);
  expect(intervals(f, january(14, 17, 29))).toEqual([]);
});

test('on a calm day nothing is issued a second time', () => {
  const calm: Setting = town(1, 'calm-day');
  const f = forecasts(calm);
  const all = Array.from({ length: 96 }, (_, k) => intervals(f, january(14, 9) + k * 900)).flat();
  expect(new Set(all).size).toBe(all.length);
});

test('who comes later hears the valid forecast of every interval that is not over, the oldest interval first', () => {
  const f = forecasts(cold);
  for (const s of [january(14, 16, 30), january(14, 17), january(14, 18, 20)]) f.advance(s * 1000);
  const heard = f.current();
  expect(heard.map(g => g.interval)).toEqual(
    Array.from({ length: 96 }, (_, k) => january(14, 18, 15) + k * 900),
  );
  const isEvening = (interval: number) =>
    interval < january(15, 0) && coldWeight(localTime(interval).minuteOfDay) > 0;
  for (const frame of heard.filter(g => isEvening(g.interval)))
    expect(frame.issuedAtMs).toBe(january(14, 17) * 1000);
});

function intervals(f: Forecasts, atS: number): number[] {
  return f.advance(atS * 1000).map(g => g.interval);
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

function farthestKw(sent: readonly number[], exact: Float64Array): number {
  return Math.max(...sent.map((kw, k) => Math.abs(kw - exact[k]!)));
}
