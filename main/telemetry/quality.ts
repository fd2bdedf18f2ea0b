/**
 * What a measured value is worth (promise A26): reported quality, plausibility, age. Five qualities for humans (hmi.md); what is
 * not a number, out of range, late, from the future or a duplicate never becomes a value. Pure.
 */
import type { Measured, Quality } from '../records/telemetry.ts';
import type { MarketMs } from '../records/units.ts';
import type { ReportedQuality } from './source.ts';

/** One signal as last heard. */
export interface Heard {
  readonly value: number;
  readonly atMs: MarketMs;
  readonly reported: Exclude<Quality, 'stale'>;
  /** Frames in a row with exactly this value: a stuck sensor repeats itself, a living one never does for long. */
  readonly sameCount: number;
}

export type Refusal = 'not-a-number' | 'out-of-range' | 'from-the-future' | 'older-than-known';

/** A clock of the field may run ahead of ours by so much real time; more is a fault. */
const AHEAD_REAL_MS_MAX = 5_000;
/** Exactly equal values of a measured flow or voltage in so many frames: the sensor or its gateway is stuck. */
export const FROZEN_AFTER_FRAMES = 30;
/** Scan cycles after which a value is stale (hmi.md: 3), and how long a cycle is in real time. */
export const STALE_AFTER_CYCLES = 3;

/** Bounds of what each kind of signal can physically be; outside, the sensor errs. */
const RANGE: Record<string, readonly [number, number]> = {
  vmPu: [0, 2],
  loadingPercent: [0, 1000],
  pFromMw: [-1e5, 1e5],
  qFromMvar: [-1e5, 1e5],
};

const REPORTED: Record<ReportedQuality, Exclude<Quality, 'stale'>> = {
  0: 'good',
  1: 'suspect',
  2: 'bad',
  3: 'substituted',
};

/** Takes a new value over the one known, or says why not. @param speed market seconds per real second */
export function hear(
  signal: string,
  value: number,
  reported: ReportedQuality,
  atMs: MarketMs,
  known: Heard | undefined,
  nowMs: MarketMs,
  speed: number,
): Heard | Refusal {
  if (!Number.isFinite(value)) return 'not-a-number';
  const [low, high] = RANGE[signal.slice(signal.lastIndexOf(':') + 1)] ?? [-1e9, 1e9];
  if (value < low || value > high) return 'out-of-range';
  if (atMs > nowMs + AHEAD_REAL_MS_MAX * speed) return 'from-the-future';
  if (known && atMs <= known.atMs) return 'older-than-known';
  const sameCount = known && known.value === value ? known.sameCount + 1 : 0;
  // Nothing measured is exactly zero times in a row for being stuck: a dead feeder is.
  const frozen = sameCount >= FROZEN_AFTER_FRAMES && value !== 0;
  const said = REPORTED[reported];
  return { value, atMs, sameCount, reported: frozen && said === 'good' ? 'suspect' : said };
}

/** The value as it may be shown at an instant: stale once it is older than three cycles. @param cycleMs market time */
export function measuredAt(signal: string, heard: Heard, nowMs: MarketMs, cycleMs: number): Measured {
  const isStale = nowMs - heard.atMs > STALE_AFTER_CYCLES * cycleMs;
  return {
    signal,
    value: heard.value,
    atMs: heard.atMs,
    quality: isStale ? 'stale' : heard.reported,
    source: heard.reported === 'substituted' ? 'substituted' : 'measured',
  };
}

/** Derived values inherit the worst of what they are made of. */
export function worstQuality(qualities: Iterable<Quality>): Quality {
  let worst: Quality = 'good';
  for (const quality of qualities) if (ORDER[quality] > ORDER[worst]) worst = quality;
  return worst;
}

const ORDER: Record<Quality, number> = { good: 0, substituted: 1, suspect: 2, stale: 3, bad: 4 };
