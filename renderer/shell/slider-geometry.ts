/** The time slider's track: where an interval stands, what is drawn behind it, what a key or a click chooses. */
import type { Instant } from '../session/place.ts';

export interface HorizonInterval {
  readonly interval: number;
  readonly worstLoadingPercent: number | null;
  readonly element: string | null;
  readonly gateClosed: boolean;
}

const INTERVAL_S = 900;
const WARNING_PERCENT = 80;
const LIMIT_PERCENT = 100;

export interface Track {
  readonly columns: readonly {
    readonly interval: number;
    /** 0…1 of the track's width and height. */
    readonly x: number;
    readonly width: number;
    readonly height: number;
    readonly tone: 'plain' | 'amber' | 'red' | 'none';
    readonly gateClosed: boolean;
  }[];
  /** 0…1: the present, the boundary between closed and open gates (null when not in view), the limit's height. */
  readonly now: number;
  readonly gate: number | null;
  readonly limit: number;
}

/** Amber is foreseen: only what comes can be amber; what was or is above its limit is red. */
export function trackOf(intervals: readonly HorizonInterval[], nowMs: number): Track {
  const first = intervals[0]?.interval ?? 0;
  const end = (intervals.at(-1)?.interval ?? 0) + INTERVAL_S;
  const span = Math.max(1, end - first);
  const top = intervals.reduce((m, i) => Math.max(m, i.worstLoadingPercent ?? 0), 120);
  const at = (seconds: number): number => (seconds - first) / span;
  const gate = intervals.find(
    (entry, k) => k > 0 && !entry.gateClosed && intervals[k - 1]?.gateClosed === true,
  );
  return {
    columns: intervals.map(i => {
      const value = i.worstLoadingPercent;
      const coming = i.interval * 1000 > nowMs;
      return {
        interval: i.interval,
        x: at(i.interval),
        width: INTERVAL_S / span,
        height: value === null ? 0 : value / top,
        tone: value === null ? 'none' : value > LIMIT_PERCENT ? (coming ? 'amber' : 'red') : 'plain',
        gateClosed: i.gateClosed,
      };
    }),
    now: at(nowMs / 1000),
    gate: gate === undefined ? null : at(gate.interval),
    limit: LIMIT_PERCENT / top,
  };
}

/** Words for the interval under the slider. */
export function loadingWords(entry: HorizonInterval | undefined): string {
  if (entry === undefined || entry.worstLoadingPercent === null) return 'no solution';
  const level =
    entry.worstLoadingPercent > LIMIT_PERCENT
      ? ', above the limit'
      : entry.worstLoadingPercent > WARNING_PERCENT
        ? ', near the limit'
        : '';
  return `worst loading ${entry.worstLoadingPercent.toFixed(1)} %${entry.element === null ? '' : ` at ${entry.element}`}${level}`;
}

/** The instant that a key chooses: arrows one interval, Page one hour, Home and End the ends, Escape now. */
export function instantByKey(
  key: string,
  instant: Instant,
  intervals: readonly HorizonInterval[],
  runningInterval: number,
): Instant | null {
  const first = intervals[0]?.interval;
  const last = intervals.at(-1)?.interval;
  if (first === undefined || last === undefined) return null;
  const current = instant === 'now' ? runningInterval : instant.interval;
  const clamp = (interval: number): Instant => ({ interval: Math.max(first, Math.min(last, interval)) });
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return clamp(current - INTERVAL_S);
    case 'ArrowRight':
    case 'ArrowUp':
      return clamp(current + INTERVAL_S);
    case 'PageDown':
      return clamp(current - 4 * INTERVAL_S);
    case 'PageUp':
      return clamp(current + 4 * INTERVAL_S);
    case 'Home':
      return clamp(first);
    case 'End':
      return clamp(last);
    case 'Escape':
      return 'now';
    default:
      return null;
  }
}

/** The instant at a position 0…1 of the track. */
export function instantAt(fraction: number, intervals: readonly HorizonInterval[]): Instant | null {
  const index = Math.floor(Math.max(0, Math.min(0.999999, fraction)) * intervals.length);
  const entry = intervals[index];
  return entry === undefined ? null : { interval: entry.interval };
}
