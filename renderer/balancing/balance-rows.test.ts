import { expect, test } from 'vitest';
import { valueRange } from '../ui/time-chart-geometry.ts';
import { balanceFigures, type Exchange, exchangeSeries, hasExchange } from './balance-rows.ts';

const figures = (part: Partial<Exchange>) =>
  balanceFigures({ scheduledMw: 1.2, measuredMw: 1.5, imbalanceMw: 0.3, ...part });

test('a positive exchange is an import, a negative one an export, and what rounds to zero is neither', () => {
  expect(figures({})[0]?.words).toBe('importing 1.200 MW');
  expect(figures({ measuredMw: -0.25 })[1]?.words).toBe('exporting 0.250 MW');
  expect(figures({ measuredMw: -0.0004 })[1]?.words).toBe('no exchange');
});

test('more import than scheduled means the area is short and up would close it; less means long and down would', () => {
  expect(figures({})[2]?.words).toBe(
    '0.300 MW more import than scheduled: the area is short, offers up would close it',
  );
  expect(figures({ imbalanceMw: -0.3 })[2]?.words).toMatch(
    /^0\.300 MW less import .* long, offers down would/,
  );
  expect(figures({ imbalanceMw: 0.0001 })[2]?.words).toBe('as scheduled');
});

test('a missing value stays without a number and says what is missing', () => {
  const unmeasured = figures({ measuredMw: null, imbalanceMw: null });
  expect(unmeasured.map(f => f.mw)).toEqual([1.2, null, null]);
  expect(unmeasured[1]?.words).toContain('stale');
  expect(unmeasured[2]?.words).toBe('No value: the measurement is missing.');
  expect(figures({ scheduledMw: null, imbalanceMw: null })[0]?.words).toContain('not solved');
  expect(figures({ scheduledMw: null, measuredMw: null, imbalanceMw: null })[2]?.words).toBe(
    'No value: the schedule and the measurement are missing.',
  );
});

test('an interval without a value is a gap in its series, and the chart is empty only when all are', () => {
  const intervals = [
    { interval: 900, scheduledMw: null, measuredMw: null },
    { interval: 1800, scheduledMw: -2, measuredMw: -3 },
  ];
  const series = exchangeSeries(intervals);
  expect(series.map(s => [s.name, s.values])).toEqual([
    ['measured', [null, -3]],
    ['scheduled', [null, -2]],
  ]);
  // An export lies below zero and inside the picture.
  expect(valueRange(series, [0])[0]).toBeLessThan(-3);
  expect(hasExchange(intervals)).toBe(true);
  expect(hasExchange(intervals.slice(0, 1))).toBe(false);
});
