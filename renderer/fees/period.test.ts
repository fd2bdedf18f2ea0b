import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { draftOf, keyOf, NAMED, periodOf, periodWords, typedPeriod } from './period.ts';

// Set before the modules above make their formatters.
vi.hoisted(() => {
  process.env['TZ'] = 'Europe/Berlin';
});

const HOUR_MS = 3_600_000;
const at = (text: string) => new Date(text).getTime();

test('today is the market day in the wall clock of the control room', () => {
  const now = at('2026-01-13T00:07:31');
  expect(periodOf({ kind: 'today' }, now)).toEqual({
    fromMs: at('2026-01-13T00:00'),
    toMs: at('2026-01-14T00:00'),
  });
  expect(periodOf({ kind: 'yesterday' }, now).toMs).toBe(at('2026-01-13T00:00'));
});

test('the day on which the clocks go forward has 23 hours, the one on which they go back 25', () => {
  const hours = (now: string) => {
    const { fromMs, toMs } = periodOf({ kind: 'today' }, at(now));
    return (toMs - fromMs) / HOUR_MS;
  };
  expect([hours('2026-03-29T12:00'), hours('2026-10-25T12:00'), hours('2026-06-01T12:00')]).toEqual([
    23, 25, 24,
  ]);
});

test('the last 24 hours end with the running interval and move by whole intervals', () => {
  const period = periodOf({ kind: 'last-24-h' }, at('2026-01-13T14:07:31'));
  expect(period).toEqual({ fromMs: at('2026-01-12T14:15'), toMs: at('2026-01-13T14:15') });
  expect(periodOf({ kind: 'last-24-h' }, at('2026-01-13T14:14:59'))).toEqual(period);
});

test('every choice is a period of whole intervals that holds something, whatever the time', () => {
  fc.assert(
    fc.property(fc.integer({ min: at('2020-01-01T00:00'), max: at('2060-01-01T00:00') }), now => {
      for (const { kind } of NAMED) {
        const { fromMs, toMs } = periodOf({ kind }, now);
        expect(fromMs).toBeLessThan(toMs);
        expect([fromMs % 900_000, toMs % 900_000], kind).toEqual([0, 0]);
      }
    }),
  );
});

test('a typed period reads back as it was written', () => {
  const period = { fromMs: at('2026-01-13T06:15'), toMs: at('2026-01-13T06:30') };
  expect(draftOf(period)).toEqual({ from: '2026-01-13T06:15', to: '2026-01-13T06:30' });
  expect(typedPeriod(draftOf(period))).toEqual(period);
});

test('a typed period that is empty, backwards, between intervals or not there is refused in words', () => {
  const problem = (from: string, to: string) => JSON.stringify(typedPeriod({ from, to }));
  expect(problem('2026-01-13T06:15', '2026-01-13T06:15')).toContain('before the end');
  expect(problem('2026-01-14T06:15', '2026-01-13T06:15')).toContain('before the end');
  expect(problem('2026-01-13T06:05', '2026-01-13T06:15')).toContain('quarter hour');
  expect(problem('', '2026-01-13T06:15')).toContain('date and a time');
  expect(problem('2026-13-40T06:15', '2026-01-13T06:15')).toContain('date and a time');
});

test('a moving choice stays one question, two typed periods are two', () => {
  expect(keyOf({ kind: 'last-24-h' })).toBe('last-24-h');
  expect(keyOf({ kind: 'custom', fromMs: 0, toMs: 1 })).not.toBe(
    keyOf({ kind: 'custom', fromMs: 0, toMs: 2 }),
  );
});

test('a period names its ends, its zone, and that the end is outside', () => {
  const words = periodWords(periodOf({ kind: 'today' }, at('2026-01-13T12:00')));
  expect(words).toMatch(
    /^deliveries from 2026-01-13 00:00 to 2026-01-14 00:00 (CET|GMT\+1), end not included$/,
  );
  expect(periodWords(periodOf({ kind: 'all' }, 0))).toBe('all deliveries on record');
});
