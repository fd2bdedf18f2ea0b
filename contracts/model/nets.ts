/** Settlement of batches as nets, objections to them, when the trades of an interval are final, and what is gathered then. */
import { type Batch, batchAt } from './batches.ts';
import { append, type Sheet, type TradedPosition, takeOff } from './groups.ts';
import { deliveredS, mustBeDelivered } from './intervals.ts';
import { CLEARING, post } from './ledger.ts';
import { type Account, type Interval, isSame, larger, must, sum } from './market.ts';
import { operatorOf, registered } from './registry.ts';
import type { Market } from './state.ts';
import { isDue } from './verdicts.ts';

export interface Nets {
  readonly batch: number;
  /** Of seller's and buyer's side. */
  readonly feesMicroEur: readonly [bigint, bigint];
  /** Honest: ascending by point, then participant. */
  readonly positions: readonly TradedPosition[];
  /** Bytes beyond whole positions. */
  readonly strayBytes: number;
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
  must(a.nets.positions.length <= 2 * batch.leaves.length, 'TooManyPositions');
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

/** Parts of a group come back, and their money moves. @returns what is gathered of the group now, Wh by place */
export function gather(
  m: Market,
  _sender: Account,
  a: { interval: Interval; sheet: Sheet },
): readonly bigint[] {
  mustBeFinal(m, a.interval);
  const netsWh = takeOff(m, a.interval, a.sheet);
  for (const { sign, positions } of a.sheet.parts)
    for (const { participant, amountMicroEur } of positions)
      post(m, [
        [CLEARING, -sign * amountMicroEur],
        [participant, sign * amountMicroEur],
      ]);
  return netsWh;
}

/** Refuses while anything can change in what was traded. */
export function mustBeFinal(m: Market, interval: Interval): void {
  mustBeDelivered(m, interval);
  const { done, objected, untilS } = m.intervalTallies.at(interval);
  must(done === m.dueBatches.at(interval), 'BatchesOpen');
  must(objected === 0, 'ObjectionsOpen');
  must(m.nowS >= untilS, 'ObjectionTimeRunning');
}

/** Puts nets into force, or with sign -1 takes them back. Fees move at once, the rest when it is gathered. */
function apply(
  m: Market,
  batch: Batch,
  { feesMicroEur, positions, strayBytes }: Nets,
  operators: readonly [number, number],
  sign: 1n | -1n,
): void {
  must(strayBytes === 0, 'PositionsMalformed');
  must(
    positions.every((position, i) => isBehind(position, positions[i - 1])),
    'PositionsUnsorted',
  );
  must(sum(positions.map(position => position.netWh)) === 0n, 'PositionsUnbalanced');
  must(
    positions.every(({ point }) => point <= m.counts.at('points')),
    'PointUnknown',
  );
  must(
    positions.every(({ participant }) => participant <= m.counts.at('participants')),
    'NumberUnknown',
  );
  const fees = sum(feesMicroEur);
  must(sum(positions.map(position => position.amountMicroEur)) + fees === 0n, 'NetsUnbalanced');
  append(m, batch.interval, positions, sign);
  post(m, [
    [CLEARING, -sign * fees],
    [operators[0], sign * feesMicroEur[0]],
    [operators[1], sign * feesMicroEur[1]],
  ]);
}

/** Numbers count from 1. */
function isBehind({ point, participant }: TradedPosition, before: TradedPosition | undefined): boolean {
  return point === before?.point
    ? participant > before.participant
    : point > (before?.point ?? 0) && participant > 0;
}

function mustBeIn(m: Market, id: number, state: Settled['state']): Settled {
  const found = m.settled.at(id);
  must(found.state === state, 'BatchStateInvalid');
  return found;
}

function tally(m: Market, batch: Batch, change: (t: IntervalTally) => IntervalTally): void {
  m.intervalTallies.set(batch.interval, change(m.intervalTallies.at(batch.interval)));
}
