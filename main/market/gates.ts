/** Delivery intervals and their gates. Pure: market time comes in as an argument. */
import type { IntervalStart, MarketMs } from '../records/units.ts';

/** Lengths that gates and energies are worked out with; the market's rules on chain have to say the same. */
export interface MarketTimes {
  readonly intervalSeconds: number;
  /** The gate of an interval closes so long before delivery. */
  readonly gateLeadSeconds: number;
}

/**
 * Why what is worked out with these times does not hold in the market of those rules; null: it does. Rules that are not known
 * yet might be any.
 */
export function rulesMismatch(times: MarketTimes, rules: MarketTimes | null): string | null {
  if (rules === null) return 'the rules of the market are not known yet';
  const { intervalSeconds, gateLeadSeconds } = rules;
  if (intervalSeconds === times.intervalSeconds && gateLeadSeconds === times.gateLeadSeconds) return null;
  return `the market has intervals of ${intervalSeconds} s and gates ${gateLeadSeconds} s before delivery; this console is set up for intervals of ${times.intervalSeconds} s and gates ${times.gateLeadSeconds} s before`;
}

/** The interval an instant lies in. */
export function intervalAt(times: MarketTimes, atMs: MarketMs): IntervalStart {
  return Math.floor(atMs / 1000 / times.intervalSeconds) * times.intervalSeconds;
}

/** The instant from which nothing may be proposed or decided for the interval. */
export function gateClosesAtMs(times: MarketTimes, interval: IntervalStart): MarketMs {
  return (interval - times.gateLeadSeconds) * 1000;
}

/** The contract refuses from the closing instant on, not after it. */
export function isGateClosed(times: MarketTimes, interval: IntervalStart, atMs: MarketMs): boolean {
  return atMs >= gateClosesAtMs(times, interval);
}

/** From then on a part of flexibility that was not confirmed has lapsed. */
export function confirmationEndsAtMs(interval: IntervalStart): MarketMs {
  return (interval - CONFIRMATION_LEAD_S) * 1000;
}

/** The first interval whose gate is still open. */
export function nextGate(
  times: MarketTimes,
  nowMs: MarketMs,
): { interval: IntervalStart; closesAtMs: MarketMs } {
  let interval = intervalAt(times, nowMs + times.gateLeadSeconds * 1000);
  while (isGateClosed(times, interval, nowMs)) interval += times.intervalSeconds;
  return { interval, closesAtMs: gateClosesAtMs(times, interval) };
}

/** `count` intervals from the first on. */
export function intervalsFrom(times: MarketTimes, first: IntervalStart, count: number): IntervalStart[] {
  return Array.from({ length: count }, (_, k) => first + k * times.intervalSeconds);
}

/**
 * Intervals of the calendar day in which the instant lies, in the local time of the market area: 96 of a quarter hour on most
 * days, 92 and 100 on the days on which the clock changes.
 */
export function intervalsOfLocalDay(times: MarketTimes, atMs: MarketMs, timeZone: string): IntervalStart[] {
  const day = localDay(atMs, timeZone);
  const step = times.intervalSeconds * 1000;
  let first = intervalAt(times, atMs) * 1000;
  while (localDay(first - step, timeZone) === day) first -= step;
  let end = first;
  while (localDay(end, timeZone) === day) end += step;
  return intervalsFrom(times, first / 1000, (end - first) / step);
}

/** Share of an hour that an interval lasts: energy in Wh divided by it is power in W. */
export function intervalHours(times: MarketTimes): number {
  return times.intervalSeconds / 3600;
}

function localDay(atMs: MarketMs, timeZone: string): string {
  let format = dayFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormats.set(timeZone, format);
  }
  return format.format(atMs);
}

/** Making one takes a hundred times as long as using it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** CONFIRMATION_LEAD_SECONDS of the contract. */
const CONFIRMATION_LEAD_S = 300;
