/** Meter readings: signed, correctable and contestable for a while, then final. */
import { mustBeDelivered } from './intervals.ts';
import { type Account, type Interval, isSame, must, on, type Point, ROLES } from './market.ts';
import { connected, connectionAt, mustHold } from './registry.ts';
import type { Market } from './state.ts';

export interface Reading {
  readonly point: Point;
  readonly interval: Interval;
  /** Injection positive. */
  readonly netWh: bigint;
  readonly revision: number;
}

export interface SignedReading {
  readonly reading: Reading;
  readonly signed: { readonly by: Account; readonly terms: Reading } | null;
}

export interface Recorded {
  readonly connection: number;
  readonly netWh: bigint;
  readonly revision: number;
  readonly firstS: bigint;
  /** Of the last one that did not answer a contest. */
  readonly changedS: bigint;
  readonly contest: 'none' | 'open' | 'answered';
}

export function report(m: Market, sender: Account, a: { readings: readonly SignedReading[] }): void {
  mustHold(m, sender, ROLES.meterOperator);
  for (const entry of a.readings) {
    mustBeDelivered(m, entry.reading.interval);
    must(!m.progress.at(entry.reading.interval).closed, 'IntervalAlreadyClosed');
    record(m, entry);
  }
}

export function contest(m: Market, sender: Account, a: { point: Point; interval: Interval }): void {
  const held = mustBeRead(m, a.point, a.interval);
  must(connectionAt(m, held.connection).owner === sender, 'NotPointOwner');
  must(held.contest === 'none', 'AlreadyContested');
  must(m.nowS < finalS(m, held), 'WindowOver');
  m.readings.set(on(a.point, a.interval), { ...held, contest: 'open' });
}

export function answer(m: Market, sender: Account, a: { point: Point; interval: Interval }): void {
  mustHold(m, sender, ROLES.meterOperator);
  const held = m.readings.at(on(a.point, a.interval));
  must(held?.contest === 'open', 'ContestMissing');
  must(m.nowS < answerableUntilS(m, held), 'WindowOver');
  m.readings.set(on(a.point, a.interval), { ...held, contest: 'answered' });
}

/** The reading that a point settles against. */
export function finalReading(m: Market, point: Point, interval: Interval): Recorded {
  const held = mustBeRead(m, point, interval);
  must(m.nowS >= finalS(m, held), 'WindowRunning');
  must(held.contest !== 'open' || m.nowS >= answerableUntilS(m, held), 'ContestOpen');
  return held;
}

export function finalS(m: Market, held: Recorded): bigint {
  return held.changedS + m.rules.objectionSeconds;
}

export function mustBeRead(m: Market, point: Point, interval: Interval): Recorded {
  const held = m.readings.at(on(point, interval));
  must(held !== null, 'ReadingMissing');
  return held;
}

function record(m: Market, { reading, signed }: SignedReading): void {
  const { point, interval, netWh, revision } = reading;
  const { connection } = connected(m, point);
  const meter = m.meters.at(point);
  must(meter !== null && BigInt(meter) !== 0n, 'MeterUnknown');
  must(signed?.by === meter && isSame(signed.terms, reading), 'MeterSignatureInvalid');
  const key = on(point, interval);
  const held = m.readings.at(key);
  if (held === null) {
    must(revision === 0, 'RevisionNotFirst');
    m.readingCounts.set(interval, m.readingCounts.at(interval) + 1);
    m.readings.set(key, { connection, netWh, revision, firstS: m.nowS, changedS: m.nowS, contest: 'none' });
    return;
  }
  must(revision !== held.revision, 'ReadingDuplicated');
  must(revision > held.revision, 'RevisionStale');
  must(m.nowS < correctableUntilS(m, held), 'WindowOver');
  const changed = held.contest === 'open' ? { contest: 'answered' as const } : { changedS: m.nowS };
  m.readings.set(key, { ...held, netWh, revision, ...changed });
}

/** Corrections end a while after the first reading; a contest may be answered by one; an answer is the last word. */
function correctableUntilS(m: Market, held: Recorded): bigint {
  if (held.contest === 'answered') return 0n;
  return held.contest === 'open' ? answerableUntilS(m, held) : held.firstS + m.rules.objectionSeconds;
}

function answerableUntilS(m: Market, held: Recorded): bigint {
  return finalS(m, held) + m.rules.objectionSeconds;
}
