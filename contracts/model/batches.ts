/** Trades on record, in batches: sealed ones by who commits them, open ones by pool and auction. */
import { mustBeBeforeGate } from './intervals.ts';
import {
  type Account,
  type Details,
  ENERGY_TRADE_MAX_WH,
  type Interval,
  KINDS,
  must,
  PRICE_TRADE_MAX,
  ROLES,
} from './market.ts';
import { counted, isActive, mustBeOpen, mustHold, operatorOf } from './registry.ts';
import type { Market } from './state.ts';

export interface Batch {
  readonly submitter: Account;
  readonly interval: Interval;
  readonly kind: number;
  readonly areas: readonly [number, number];
  /** What the root binds, in order. */
  readonly leaves: readonly string[];
  /** Of its submitter's sealed batches; 0 for open ones. */
  readonly sequence: bigint;
  /** Null where the details are sealed. */
  readonly open: readonly Details[] | null;
}

export interface CommitArguments {
  interval: Interval;
  kind: number;
  areas: readonly [number, number];
  sequence: bigint;
  leaves: readonly string[];
}

export function commitTrades(m: Market, sender: Account, a: CommitArguments): number {
  mustBeOpen(m);
  if (a.kind === KINDS.community) mustHold(m, sender, ROLES.community);
  else if (a.kind === KINDS.sharing) mustHold(m, sender, ROLES.sharingProvider);
  else {
    must(a.kind === KINDS.bilateral || a.kind === KINDS.multiBilateral, 'KindInvalid');
    must(isActive(m, sender), 'NotParticipant');
  }
  must(a.sequence === m.sequences.at(sender), 'SequenceInvalid');
  m.sequences.set(sender, a.sequence + 1n);
  mustBeBeforeGate(m, a.interval);
  for (const area of a.areas) operatorOf(m, area);
  const isSorted = a.leaves.every((leaf, i) => (i === 0 ? BigInt(leaf) > 0n : leaf > a.leaves[i - 1]!));
  must(isSorted, 'LeavesUnsorted');
  const { interval, kind, areas, sequence, leaves } = a;
  return stored(m, { submitter: sender, interval, kind, areas, sequence, leaves, open: null });
}

/** A trade that pool or auction matched, and the areas of its points. */
export interface MatchedTrade {
  readonly sellerConnection: number;
  readonly buyerConnection: number;
  readonly sellerArea: number;
  readonly buyerArea: number;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

/** One batch for each pair of areas, in the order of their first trades. @returns ids */
export function recordOpen(
  m: Market,
  submitter: Account,
  interval: Interval,
  kind: number,
  matched: readonly MatchedTrade[],
): number[] {
  const byAreas = Map.groupBy(matched, trade => `${trade.sellerArea}/${trade.buyerArea}`);
  return [...byAreas.values()].map(trades => {
    const open = trades.map(trade => openDetails(trade));
    for (const details of open) {
      must(details.energyWh > 0n, 'EnergyZero');
      mustFit(details);
    }
    const areas = [trades[0]!.sellerArea, trades[0]!.buyerArea] as const;
    const leaves = open.map(m.terms.leafOf);
    return stored(m, { submitter, interval, kind, areas, sequence: 0n, leaves, open });
  });
}

export function batchAt(m: Market, id: number): Batch {
  const found = m.batches.at(id);
  must(found !== null, 'BatchUnknown');
  return found;
}

/** A trade carries 40 bits of energy and 32 of price. */
export function mustFit(details: Details): void {
  must(details.energyWh <= ENERGY_TRADE_MAX_WH, 'EnergyTooLarge');
  must(details.priceMicroEurPerKwh <= PRICE_TRADE_MAX, 'PriceTooLarge');
}

export function isTwoSided(batch: Batch): boolean {
  return batch.areas[0] !== batch.areas[1];
}

function openDetails(trade: MatchedTrade): Details {
  const { sellerConnection, buyerConnection, energyWh, priceMicroEurPerKwh } = trade;
  return { sellerConnection, buyerConnection, energyWh, priceMicroEurPerKwh, attribute: 0, salt: 0n };
}

function stored(m: Market, batch: Batch): number {
  must(batch.leaves.length > 0, 'BatchEmpty');
  must(batch.leaves.length <= TRADES_PER_BATCH_MAX, 'BatchTooLarge');
  const id = counted(m, 'batches');
  m.batches.set(id, batch);
  return id;
}

export const TRADES_PER_BATCH_MAX = 1024;
