/** What the grid operators said of each trade before its gate. */
import { type Batch, batchAt, isTwoSided } from './batches.ts';
import { mustBeBeforeGate } from './intervals.ts';
import { type Account, must, on, ROLES } from './market.ts';
import { holds, operatorOf } from './registry.ts';
import type { Market } from './state.ts';

export const DECISIONS = { accepted: 1, reduced: 2, rejected: 3, held: 4 } as const;

/** What is said in the open. */
export interface Decided {
  readonly index: number;
  readonly decision: number;
  readonly reasonCode: number;
}

/** What the digest of a round binds. */
export interface Entry extends Decided {
  readonly energyWh: bigint;
  readonly feeMicroEur: bigint;
  /** 32 bytes, hex. */
  readonly evidence: string;
}

export interface Round {
  readonly batch: number;
  readonly decisions: readonly Decided[];
  /** Bytes beyond whole decisions. */
  readonly strayBytes: number;
  /** Honest: the decisions with energy and fee. */
  readonly sealed: readonly Entry[];
}

export function giveVerdicts(m: Market, sender: Account, a: { rounds: readonly Round[] }): void {
  for (const round of a.rounds) give(m, sender, round);
}

/** 0 nothing or held, else the decision. @param side 0 the seller's area (or the only one), 1 the buyer's */
export function decisionOf(m: Market, batch: number, side: number, index: number): number {
  return m.decisions.at(on(batch, side, index));
}

/** True when every side lets some trade settle. */
export function isDue(m: Market, id: number): boolean {
  const batch = batchAt(m, id);
  return sidesOf(batch).every(side => batch.leaves.some((_, index) => lets(decisionOf(m, id, side, index))));
}

export function sidesOf(batch: Batch): readonly number[] {
  return isTwoSided(batch) ? [0, 1] : [0];
}

export function lets(decision: number): boolean {
  return decision === DECISIONS.accepted || decision === DECISIONS.reduced;
}

function give(m: Market, sender: Account, round: Round): void {
  const batch = batchAt(m, round.batch);
  mustBeBeforeGate(m, batch.interval);
  const wasDue = isDue(m, round.batch);
  const sides = sidesOf(batch).filter(side => operatorOf(m, batch.areas[side]!) === sender);
  for (const side of sides) {
    record(m, batch, round, side);
    const key = on(round.batch, side);
    m.rounds.set(key, [...m.rounds.at(key), round.sealed]);
  }
  must(sides.length > 0 && holds(m, sender, ROLES.dso | ROLES.tso), 'NotOperator');
  if (!wasDue && isDue(m, round.batch)) m.dueBatches.set(batch.interval, m.dueBatches.at(batch.interval) + 1);
}

function record(m: Market, batch: Batch, round: Round, side: number): void {
  must(round.decisions.length > 0 || round.strayBytes > 0, 'RoundEmpty');
  must(round.strayBytes === 0, 'DecisionsMalformed');
  for (const { index, decision } of round.decisions) {
    must(index < batch.leaves.length, 'TradeUnknown');
    must(decision >= DECISIONS.accepted && decision <= DECISIONS.held, 'DecisionInvalid');
    must(decisionOf(m, round.batch, side, index) === 0, 'VerdictFinal');
    if (decision !== DECISIONS.held) m.decisions.set(on(round.batch, side, index), decision);
  }
}
