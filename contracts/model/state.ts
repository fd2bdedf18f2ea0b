/** The state of a market: one table a fact, rows by number, address or `thing/interval`. */
import type { Bid, BidOffer } from './auction.ts';
import type { Batch } from './batches.ts';
import type { CurtailmentOrder, CurtailmentTotals } from './curtailment.ts';
import type { Session } from './daylight.ts';
import type { Offer, Part, Position } from './flexibility.ts';
import type { Group } from './groups.ts';
import { type Account, type Details, type Rules, Table, type Tariff, type Written } from './market.ts';
import type { IntervalTally, Settled } from './nets.ts';
import type { Cover, Progress } from './points.ts';
import type { Book, Clearing, Order, PoolTrade, Walk } from './pool.ts';
import type { Recorded } from './readings.ts';
import type { ConnectedPoint, Connection, Participant } from './registry.ts';
import type { Supply } from './units.ts';
import type { Entry } from './verdicts.ts';

export interface Market extends ReturnType<typeof openMarket> {}

export interface MarketTerms {
  readonly administrator: Account;
  readonly rules: Rules;
  readonly tariff: Tariff;
  readonly founders: readonly Account[];
  /** The commitment of a trade, as its order in a batch goes by it. */
  readonly leafOf: (details: Details) => string;
}

export function openMarket(terms: MarketTerms, nowS: bigint) {
  const written: Written[] = [];
  const table = <V>(name: string, zero: V): Table<V> => new Table(name, zero, written);
  const market = {
    terms,
    rules: terms.rules,
    /** Block time of the next operation. */
    nowS,
    written,
    /** Things ever made, by what they are: numbers and ids count up from 1. */
    counts: table('counts', 0),
    paused: table('paused', false),
    tariffs: table<readonly Tariff[]>('tariffs', [terms.tariff]),

    participants: table<Participant | null>('participants', null),
    accounts: table<Account | null>('accounts', null),
    operators: table<Account | null>('operators', null),
    points: table<ConnectedPoint | null>('points', null),
    connections: table<Connection | null>('connections', null),
    meters: table<Account | null>('meters', null),

    batches: table<Batch | null>('batches', null),
    sequences: table('sequences', 0n),
    bids: table<Bid | null>('bids', null),
    bidOffers: table<readonly BidOffer[]>('bidOffers', []),
    bidOffersMade: table('bidOffersMade', 0),

    orders: table<Order | null>('orders', null),
    books: table<Book>('books', { placed: 0, cancelled: 0, cleared: false }),
    orderNonces: table('orderNonces', false),
    walks: table<Walk | null>('walks', null),
    clearings: table<Clearing | null>('clearings', null),
    poolParts: table<readonly PoolTrade[] | null>('poolParts', null),

    /** By batch, side and place. */
    decisions: table('decisions', 0),
    /** Rounds of a batch and side, each the entries its digest binds. */
    rounds: table<readonly (readonly Entry[])[]>('rounds', []),
    dueBatches: table('dueBatches', 0),

    settled: table<Settled>('settled', {
      state: 'none',
      untilS: 0n,
      objector: 0,
      nets: null,
      operators: [0, 0],
    }),
    intervalTallies: table<IntervalTally>('intervalTallies', { done: 0, objected: 0, untilS: 0n }),
    /** Groups of points of an interval, by their number. */
    groups: table<ReadonlyMap<number, Group>>('groups', new Map()),
    sessions: table<Session | null>('sessions', null),

    balances: table('balances', 0n),

    readings: table<Recorded | null>('readings', null),
    readingCounts: table('readingCounts', 0),

    offers: table<Offer | null>('offers', null),
    positions: table<Position>('positions', NO_POSITION),
    parts: table<Part | null>('parts', null),
    orderBuyers: table<{ readonly buyer: Account; readonly beneficiary: string | null } | null>(
      'orderBuyers',
      null,
    ),
    standing: table<readonly number[]>('standing', []),
    activatedPoints: table('activatedPoints', 0),
    openWh: table('openWh', 0n),
    units: table('units', 0n),
    supplies: table<Supply>('supplies', { issuedWh: 0n, retiredWh: 0n, withdrawnWh: 0n }),

    curtailments: table<CurtailmentOrder | null>('curtailments', null),
    curtailmentsOf: table<readonly number[]>('curtailmentsOf', []),
    curtailedPoints: table('curtailedPoints', 0),
    curtailmentTotals: table<CurtailmentTotals>('curtailmentTotals', {
      energyWh: 0n,
      compensationMicroEur: 0n,
      orders: 0,
    }),

    progress: table<Progress>('progress', NO_PROGRESS),
    settledPoints: table('settledPoints', false),
    covers: table<Cover | null>('covers', null),

    claimedWh: table('claimedWh', 0n),
    /** Merit by owner and epoch in which it was claimed. */
    merits: table('merits', 0n),
    meritSince: table<bigint | null>('meritSince', null),
    validators: table<readonly Account[]>('validators', [...terms.founders].sort()),
    candidates: table<readonly Account[]>('candidates', [...terms.founders].sort()),
    epochStartedS: table('epochStartedS', nowS),
  };
  return market;
}

const NO_POSITION: Position = {
  baselineNetWh: 0n,
  activatedWh: 0n,
  activationCount: 0,
  direction: 0,
  stated: false,
  coverOpenCount: 0,
  coverWh: 0n,
};

const NO_PROGRESS: Progress = {
  traded: 0,
  flexible: 0,
  curtailed: 0,
  settled: 0,
  covered: 0,
  coveredSettled: 0,
  closed: false,
};
