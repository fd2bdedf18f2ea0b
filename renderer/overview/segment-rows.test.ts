import { expect, test } from 'vitest';
import { marginPercent, orderSegments, riskSentence, type SegmentRow } from './segment-rows.ts';

const row = (
  segment: string,
  light: SegmentRow['light'],
  now: number | null,
  peak: number | null,
): SegmentRow => ({
  segment,
  light,
  why: '',
  worstElement: null,
  loadingNowPercent: now,
  loadingPeakPercent: peak,
  peakInterval: null,
  limitPercent: 100,
  vmPuMin: null,
  vmPuMax: null,
  contractKw: 0,
});

test('the segment of most concern stands first', () => {
  const order = orderSegments([
    row('calm', 'green', 20, 30),
    row('tight', 'green', 20, 92),
    row('dark', 'unknown', null, null),
    row('over', 'red', 104, 110),
    row('foreseen', 'amber', 40, 113),
  ]).map(r => r.segment);
  expect(order).toEqual(['over', 'foreseen', 'dark', 'tight', 'calm']);
});

test('the margin is that of the worse of now and forecast, and unknown stays unknown', () => {
  expect(marginPercent(row('a', 'amber', 40, 113))).toBe(-13);
  expect(marginPercent(row('a', 'green', 70, null))).toBe(30);
  expect(marginPercent(row('a', 'unknown', null, null))).toBeNull();
});

test('a risk is one sentence with value, limit and time', () => {
  const sentence = riskSentence({
    id: 'r',
    element: 'T3',
    limit: 'transformer-loading',
    segment: 's',
    fromInterval: 900,
    toInterval: 1800,
    worstInterval: 900,
    worstValue: 113.24,
    violatedIntervals: 2,
    limitValue: 100,
    unit: '%',
    severity: 'foreseen',
  });
  expect(sentence).toContain('T3 at 113.2 % (limit 100 %)');
});
