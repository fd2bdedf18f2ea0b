import { describe, expect, test } from 'vitest';
import {
  gateClosesAtMs,
  intervalAt,
  intervalsOfLocalDay,
  isGateClosed,
  nextGate,
  rulesMismatch,
} from './gates.ts';
import { INTERVAL, TIMES } from './testing/builders.ts';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

describe('days of the market area', () => {
  test.each([
    ['2026-01-14', 96],
    ['2026-03-29', 92],
    ['2026-10-25', 100],
  ])('%s has %i quarter hours, none missing and none twice', (day, count) => {
    const intervals = intervalsOfLocalDay(TIMES, noon(day), 'Europe/Berlin');
    expect(intervals).toHaveLength(count);
    expect(intervals.every((start, k) => k === 0 || start - (intervals[k - 1] ?? 0) === 900)).toBe(true);
    const next = intervalsOfLocalDay(TIMES, ((intervals.at(-1) ?? 0) + 900) * 1000, 'Europe/Berlin');
    expect(next[0]).toBe((intervals.at(-1) ?? 0) + 900);
  });
});

test('a gate is closed from its instant on, and the next gate is always open', () => {
  const closes = gateClosesAtMs(TIMES, INTERVAL);
  expect(closes).toBe((INTERVAL - 600) * 1000);
  expect(isGateClosed(TIMES, INTERVAL, closes - 1)).toBe(false);
  expect(isGateClosed(TIMES, INTERVAL, closes)).toBe(true);
  expect(nextGate(TIMES, closes - 1)).toEqual({ interval: INTERVAL, closesAtMs: closes });
  expect(nextGate(TIMES, closes)).toEqual({ interval: INTERVAL + 900, closesAtMs: closes + 900_000 });
});

test('an instant lies in the interval that starts at or before it', () => {
  expect(intervalAt(TIMES, INTERVAL * 1000)).toBe(INTERVAL);
  expect(intervalAt(TIMES, INTERVAL * 1000 - 1)).toBe(INTERVAL - 900);
});

test('rules of the market that are not known, or of other lengths, do not fit; which is which is said', () => {
  expect(rulesMismatch(TIMES, { ...TIMES })).toBeNull();
  expect(rulesMismatch(TIMES, null)).toBe('the rules of the market are not known yet');
  expect(rulesMismatch(TIMES, { ...TIMES, intervalSeconds: 1800 })).toBe(
    'the market has intervals of 1800 s and gates 600 s before delivery; this console is set up for intervals of 900 s and gates 600 s before',
  );
  expect(rulesMismatch(TIMES, { ...TIMES, gateLeadSeconds: 300 })).toContain('gates 300 s before delivery;');
});
