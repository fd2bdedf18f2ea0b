import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FROZEN_AFTER_FRAMES, type Heard, hear, measuredAt, worstQuality } from './quality.ts';
import { Telemetry } from './service.ts';
import type { ForecastFrame, SourceHandlers } from './source.ts';

const SIGNAL = 'bus:12:vmPu';

test('what is not a finite, plausible number of now never becomes a value', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constant(Number.NaN),
        fc.constant(Number.POSITIVE_INFINITY),
        fc.double({ min: 2.0001, max: 1e308 }),
        fc.double({ min: -1e308, max: -0.0001 }),
      ),
      value => {
        expect(typeof hear(SIGNAL, value, 0, 1000, undefined, 1000, 1)).toBe('string');
      },
    ),
  );
  expect(hear(SIGNAL, 1, 0, 6001, undefined, 1000, 1)).toBe('from-the-future');
  expect(hear(SIGNAL, 1, 0, 1000 + 5000 * 60, undefined, 1000, 60)).toMatchObject({ value: 1 });
  const known = hear(SIGNAL, 1, 0, 1000, undefined, 1000, 1) as Heard;
  expect(hear(SIGNAL, 1.01, 0, 1000, known, 2000, 1)).toBe('older-than-known');
});

test('a value is stale after three cycles, whatever its quality was', () => {
  const heard = hear(SIGNAL, 1, 0, 0, undefined, 0, 1) as Heard;
  expect(measuredAt(SIGNAL, heard, 6000, 2000).quality).toBe('good');
  expect(measuredAt(SIGNAL, heard, 6001, 2000).quality).toBe('stale');
});

test('a sensor that repeats itself to the last digit is suspect; a dead feeder at zero is not', () => {
  const repeat = (value: number) => {
    let heard: Heard | undefined;
    for (let k = 0; k <= FROZEN_AFTER_FRAMES; k++)
      heard = hear(SIGNAL, value, 0, k + 1, heard, k + 1, 1) as Heard;
    return heard?.reported;
  };
  expect(repeat(0.987)).toBe('suspect');
  expect(repeat(0)).toBe('good');
});

test('a derived value is as good as the worst it is made of', () => {
  expect(worstQuality(['good', 'stale', 'suspect'])).toBe('stale');
  expect(worstQuality(['good', 'bad', 'stale'])).toBe('bad');
  expect(worstQuality([])).toBe('good');
});

function field() {
  let handlers: SourceHandlers | undefined;
  let realMs = 0;
  const forecasts: ForecastFrame[] = [];
  const telemetry = new Telemetry({
    source: { start: h => (handlers = h), close: async () => {} },
    clock: { nowMs: () => realMs * 60 },
    realClock: { nowMs: () => realMs },
    speed: 60,
    cycleMs: 2000,
    forecast: frame => forecasts.push(frame),
  });
  return {
    telemetry,
    forecasts,
    handlers: handlers as unknown as SourceHandlers,
    wait: (ms: number) => {
      realMs += ms;
    },
    frame: (sequence: number, value = 1) =>
      handlers?.values({ atMs: realMs * 60, sequence, ids: [SIGNAL], values: [value], quality: [0] }),
  };
}

test('live, then stale after three cycles without frames, lost when the connection is gone', () => {
  const f = field();
  expect(f.telemetry.status()).toMatchObject({ state: 'lost', ageS: null });
  f.handlers.connection(true, '');
  f.wait(1);
  f.frame(1);
  expect(f.telemetry.status()).toMatchObject({ state: 'live', signals: 1 });
  f.wait(6001);
  expect(f.telemetry.status()).toMatchObject({ state: 'stale', quality: 'stale' });
  f.handlers.connection(false, 'ECONNREFUSED');
  expect(f.telemetry.status().state).toBe('lost');
  expect(f.telemetry.status().detail).toContain('ECONNREFUSED');
});

test('a gateway that repeats its last frame goes stale: the repetition refreshes nothing', () => {
  const f = field();
  f.handlers.connection(true, '');
  f.wait(1);
  f.frame(7);
  for (let k = 0; k < 5; k++) {
    f.wait(2000);
    f.frame(7);
  }
  expect(f.telemetry.status()).toMatchObject({ state: 'stale', refused: { 'duplicate-frame': 5 } });
});
