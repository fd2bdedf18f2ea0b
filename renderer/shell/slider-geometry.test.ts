import { expect, test } from 'vitest';
import { type HorizonInterval, instantAt, instantByKey, loadingWords, trackOf } from './slider-geometry.ts';

const intervals: HorizonInterval[] = [50, 113, 90, 113].map((worstLoadingPercent, i) => ({
  interval: 900 * (i + 1),
  worstLoadingPercent,
  element: 'T3',
  gateClosed: i < 3,
}));

test('what was above its limit is red, what will be is amber, the rest is grey', () => {
  const track = trackOf(intervals, 2_800_000);
  expect(track.columns.map(c => c.tone)).toEqual(['plain', 'red', 'plain', 'amber']);
});

test('now and the first open gate stand at their time', () => {
  const track = trackOf(intervals, 2_700_000);
  expect(track.now).toBeCloseTo(0.5);
  expect(track.gate).toBeCloseTo(0.75);
});

test('a missing solution has no height and says so', () => {
  const gap: HorizonInterval = { interval: 900, worstLoadingPercent: null, element: null, gateClosed: true };
  expect(trackOf([gap], 0).columns[0]).toMatchObject({ height: 0, tone: 'none' });
  expect(loadingWords(gap)).toBe('no solution');
});

test('keys move by quarter, hour, to the ends and back to now, and never leave the track', () => {
  const by = (key: string, interval = 1800) => instantByKey(key, { interval }, intervals, 1800);
  expect(by('ArrowRight')).toEqual({ interval: 2700 });
  expect(by('PageUp')).toEqual({ interval: 3600 });
  expect(by('PageDown')).toEqual({ interval: 900 });
  expect(by('Home')).toEqual({ interval: 900 });
  expect(by('End')).toEqual({ interval: 3600 });
  expect(by('Escape')).toBe('now');
  expect(by('x')).toBeNull();
  expect(instantByKey('ArrowLeft', 'now', intervals, 1800)).toEqual({ interval: 900 });
});

test('a click chooses the interval under it, at the edges too', () => {
  expect(instantAt(0, intervals)).toEqual({ interval: 900 });
  expect(instantAt(0.49, intervals)).toEqual({ interval: 1800 });
  expect(instantAt(1, intervals)).toEqual({ interval: 3600 });
  expect(instantAt(0.5, [])).toBeNull();
});
