/** Settlement of batches as nets, objections to them, and when the trades of an interval are final. */
import { type Batch, batchAt } from './batches.ts';
import { deliveredS, mustBeDelivered } from './intervals.ts';
import { post } from './ledger.ts';
import { type Account, type Interval, larger, must, on } from './market.ts';
import { operatorOf, registered } from './registry.ts';
import type { Market } from './state.ts';
import { isDue } from './verdicts.ts';

export interface Nets {
  readonly batch: number;
  /** Of seller's and buyer's side. */
  readonly feesMicroEur: readonly [bigint, bigint];
  readonly accounts: readonly { readonly participant: number; readonly amountMicroEur: bigint }[];
  readonly points: readonly { readonly point: number; readonly netWh: bigint }[];
  /** Bytes beyond whole entries. */
  readonly strayBytes: { readonly accounts: number; readonly points: number };
}

export interface Settled {
  readonly state: 'none' | 'settled' | 'objected' | 'corrected' | 'void';
  readonly untilS: bigint;
  /** Participant number. */
  readonly objector: number;
  readonly nets: Nets | null;
  /** Participant numbers that the fees of both sides went to. */
  readonly operators: readonly [number, number];
}

export interface IntervalTally {
  readonly done: number;
  readonly objected: number;
  readonly untilS: bigint;
}

export function settleBatch(m: Market, sender: Account, a: { nets: Nets }): void {
  const id = a.nets.batch;
  const batch = batchAt(m, id);
  mustBeDelivered(m, batch.interval);
  const operators = batch.areas.map(area => operatorOf(m, area)) as [Account, Account];
  must(sender === batch.submitter || operators.includes(sender), 'NotConcerned');
  mustBeIn(m, id, 'none');
  must(isDue(m, id), 'BatchNotDue');
  must(m.nowS < deliveredS(m, batch.interval) + m.rules.settlementSeconds, 'TooLate');
  const numbers = operators.map(operator => registered(m, operator).number) as [number, number];
  const untilS = m.nowS + m.rules.objectionSeconds;
  m.settled.set(id, { state: 'settled', untilS, objector: 0, nets: a.nets, operators: numbers });
  tally(m, batch, t => ({ ...t, done: t.done + 1, untilS: larger(t.untilS, untilS) }));
  apply(m, batch, a.nets, numbers, 1n);
}

export function objectTo(m: Market, sender: Account, a: { batch: number }): void {
  const batch = batchAt(m, a.batch);
  const settled = mustBeIn(m, a.batch, 'settled');
  must(m.nowS < settled.untilS, 'TooLate');
  const objector = registered(m, sender).number;
  m.settled.set(a.batch, {
    ...settled,
    state: 'objected',
    untilS: m.nowS + m.rules.objectionSeconds,
    objector,
  });
  tally(m, batch, t => ({ ...t, objected: t.objected + 1 }));
}

/** Only daylight gets here. */
export function correct(m: Market, posted: Nets, right: Nets): void {
  const batch = batchAt(m, posted.batch);
  const settled = mustBeIn(m, posted.batch, 'objected');
  must(isSame(posted, settled.nets), 'NetsDiffer');
  m.settled.set(posted.batch, { ...settled, state: 'corrected', nets: right });
  tally(m, batch, t => ({ ...t, objected: t.objected - 1 }));
  if (isSame(posted, right)) {
    const submitter = registered(m, batch.submitter).number;
    post(m, [
      [settled.objector, -m.rules.objectionCostMicroEur],
      [submitter, m.rules.objectionCostMicroEur],
    ]);
    return;
  }
  apply(m, batch, posted, settled.operators, -1n);
  apply(m, batch, right, settled.operators, 1n);
}

export function voidUnsettled(m: Market, _sender: Account, a: { batch: number }): void {
  const batch = batchAt(m, a.batch);
  const settled = mustBeIn(m, a.batch, 'none');
  must(isDue(m, a.batch), 'BatchNotDue');
  must(m.nowS >= deliveredS(m, batch.interval) + m.rules.settlementSeconds, 'TooEarly');
  m.settled.set(a.batch, { ...settled, state: 'void' });
  tally(m, batch, t => ({ ...t, done: t.done + 1 }));
}

export function voidObjected(m: Market, _sender: Account, a: { nets: Nets }): void {
  const batch = batchAt(m, a.nets.batch);
  const settled = mustBeIn(m, a.nets.batch, 'objected');
  must(m.nowS >= settled.untilS, 'TooEarly');
  must(isSame(a.nets, settled.nets), 'NetsDiffer');
  m.settled.set(a.nets.batch, { ...settled, state: 'void' });
  tally(m, batch, t => ({ ...t, objected: t.objected - 1 }));
  apply(m, batch, a.nets, settled.operators, -1n);
}

/** Refuses while anything can change in what was traded. */
export function mustBeFinal(m: Market, interval: Interval): void {
  mustBeDelivered(m, interval);
  const { done, objected, untilS } = m.intervalTallies.at(interval);
  must(done === m.dueBatches.at(interval), 'BatchesOpen');
  must(objected === 0, 'ObjectionsOpen');
  must(m.nowS >= untilS, 'ObjectionTimeRunning');
}

export function isSame(a: unknown, b: unknown): boolean {
  return text(a) === text(b);
}

/** Puts nets into force, or with sign -1 takes them back. */
function apply(
  m: Market,
  batch: Batch,
  nets: Nets,
  operators: readonly [number, number],
  sign: bigint,
): void {
  must(nets.strayBytes.accounts === 0, 'NetsMalformed');
  mustAscend(
    nets.accounts.map(net => net.participant),
    'NetsUnsorted',
  );
  must((nets.accounts.at(-1)?.participant ?? 0) <= m.counts.at('participants'), 'NumberUnknown');
  post(m, [
    ...nets.accounts.map(net => [net.participant, sign * net.amountMicroEur] as const),
    ...operators.map((operator, side) => [operator, sign * nets.feesMicroEur[side]!] as const),
  ]);
  must(nets.strayBytes.points === 0, 'PositionsMalformed');
  let totalWh = 0n;
  let last = 0;
  for (const { point, netWh } of nets.points) {
    must(point > last, 'PositionsUnsorted');
    last = point;
    totalWh += netWh;
    addTraded(m, batch.interval, point, sign * netWh, sign < 0n);
  }
  must(totalWh === 0n, 'PositionsUnbalanced');
  must(last <= m.counts.at('points'), 'PointUnknown');
}

/** @param takesBack never refused: beyond 41 bits the position wraps */
function addTraded(m: Market, interval: Interval, point: number, netWh: bigint, takesBack: boolean): void {
  const before = m.traded.at(on(point, interval));
  const sum = (before ?? 0n) + netWh;
  must(takesBack || (sum <= POSITION_MAX_WH && sum >= -POSITION_MAX_WH), 'PositionTooLarge');
  const after = BigInt.asIntN(41, sum);
  if (before === null) m.tradedPoints.set(interval, m.tradedPoints.at(interval) + 1);
  m.traded.set(on(point, interval), after);
}

function mustAscend(numbers: readonly number[], name: string): void {
  must(
    numbers.every((number, i) => number > (numbers[i - 1] ?? 0)),
    name,
  );
}

function mustBeIn(m: Market, id: number, state: Settled['state']): Settled {
  const found = m.settled.at(id);
  must(found.state === state, 'BatchStateInvalid');
  return found;
}

function tally(m: Market, batch: Batch, change: (t: IntervalTally) => IntervalTally): void {
  m.intervalTallies.set(batch.interval, change(m.intervalTallies.at(batch.interval)));
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part));
}

const POSITION_MAX_WH = 2n ** 40n - 1n;
