/** What the chain says about the coming and running intervals: trades, pool orders, verdicts, offers, activations, curtailments. */
import { decodeBytes32String, type SigningKey } from 'ethers';
import {
  DIRECTION,
  interfaces,
  type MarketAddresses,
  type Nets,
  ORDER_SIDE,
  PartBook,
} from '../../contracts/bindings/index.ts';
import {
  type Args,
  type BatchHead,
  type BookedBatch,
  type BookedTrade,
  batchIn,
  flowsOf,
  judge,
} from './batch-book.ts';
import type { PoolOrder } from './pool-clearing.ts';
import { RegistryBook } from './registry-book.ts';

export interface BookedDirection {
  readonly point: string;
  /** Positive: more injection or less consumption. */
  readonly energyWh: number;
}

export interface BookedOrder extends PoolOrder {
  readonly owner: string;
}

/** One delivery interval. */
export interface IntervalBook {
  readonly trades: Map<bigint, BookedTrade>;
  readonly batches: BookedBatch[];
  /** Orders that stand in the pool, by number. */
  readonly orders: Map<number, BookedOrder>;
  poolCleared: boolean;
  /** Accepted energy by trade, the lesser of both sides; a trade without an entry is not accepted on every side. */
  readonly acceptedWh: Map<bigint, number>;
  /** Points that have offered flexibility. */
  readonly offeredPoints: Set<string>;
  readonly activations: BookedDirection[];
  readonly curtailments: BookedDirection[];
  /** The reading that stands, by point, Wh. */
  readonly readings: Map<string, number>;
  /** Points whose reading is contested and not answered. */
  readonly contested: Set<string>;
  /** Block time of the latest reading, Unix seconds; 0: none. */
  latestReadingS: number;
  /** Block time of the latest nets of a batch, Unix seconds; 0: none. */
  latestNetsS: number;
  readonly settledPoints: Set<string>;
  closed: boolean;
}

/** A log as a receipt carries it. */
export interface ChainLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

export interface Book {
  readonly registry: RegistryBook;
  /** What everybody's batches settled, until their interval is closed. */
  readonly parts: PartBook;
  at(interval: number): IntervalBook;
  /** @param blockS time of its block, Unix seconds */
  apply(log: ChainLog, blockS: number): void;
  /** Forgets intervals that start before the given one. */
  forgetBefore(interval: number): void;
  /** Intervals on record, ascending. */
  intervals(): number[];
}

/** @param keyOf key that reads a sealed batch; null: it is not the reader's */
export function book(
  addresses: Pick<MarketAddresses, ReadContract>,
  keyOf: (head: BatchHead, registry: RegistryBook) => SigningKey | null,
): Book {
  const registry = new RegistryBook();
  const parts = new PartBook();
  const batches = new Map<bigint, BookedBatch>();
  const byInterval = new Map<number, IntervalBook>();
  const contractAt = new Map(READ.map(name => [addresses[name].toLowerCase(), name]));
  const at = (interval: number): IntervalBook => {
    let found = byInterval.get(interval);
    if (!found) {
      found = {
        trades: new Map(),
        batches: [],
        orders: new Map(),
        poolCleared: false,
        acceptedWh: new Map(),
        offeredPoints: new Set(),
        activations: [],
        curtailments: [],
        readings: new Map(),
        contested: new Set(),
        latestReadingS: 0,
        latestNetsS: 0,
        settledPoints: new Set(),
        closed: false,
      };
      byInterval.set(interval, found);
    }
    return found;
  };
  const applyToBatch = (event: string, args: Args, blockS: number): void => {
    if (event === 'TradesSealed' || event === 'TradesRecorded') {
      const batch = batchIn(event, args, registry, keyOf);
      if (batch === null) return;
      batches.set(batch.id, batch);
      const entry = at(batch.interval);
      entry.batches.push(batch);
      for (const trade of batch.trades) entry.trades.set(trade.id, trade);
      return;
    }
    const batch = batches.get(args['batchId'] as bigint);
    if (!batch) return;
    const entry = at(batch.interval);
    if (event === 'VerdictsGiven') {
      judge(batch, args);
      flowsOf(batch, registry).forEach((wh, index) => {
        if (wh > 0n) entry.acceptedWh.set(batch.trades[index]!.id, Number(wh));
      });
    } else if (event === 'BatchSettled') {
      batch.posted = postedIn(args);
      batch.state = 'settled';
      entry.latestNetsS = Math.max(entry.latestNetsS, blockS);
    } else if (event === 'BatchObjected') batch.state = 'objected';
    else if (event === 'BatchCorrected' || event === 'BatchVoided') batch.state = 'done';
  };
  return {
    registry,
    parts,
    at,
    apply: (log, blockS) => {
      const name = contractAt.get(log.address.toLowerCase());
      const event = name === undefined ? null : interfaces[name].parseLog(log);
      if (!event) return;
      const args = event.args.toObject();
      parts.apply(event.name, args);
      if (name === 'Registry') registry.apply(event.name, args);
      else if ('batchId' in args) applyToBatch(event.name, args, blockS);
      else RECORD[event.name]?.(at(Number(event.args.getValue('interval'))), args, blockS);
    },
    forgetBefore: interval => {
      parts.forgetBefore(interval);
      for (const key of byInterval.keys()) if (key < interval) byInterval.delete(key);
      for (const [id, batch] of batches) if (batch.interval < interval) batches.delete(id);
    },
    intervals: () => [...byInterval.keys()].sort((a, b) => a - b),
  };
}

function postedIn(args: Args): Nets {
  return {
    batchId: args['batchId'] as bigint,
    sellerSideFeeMicroEur: args['sellerSideFeeMicroEur'] as bigint,
    buyerSideFeeMicroEur: args['buyerSideFeeMicroEur'] as bigint,
    positions: String(args['positions']),
  };
}

const RECORD: Record<string, (book: IntervalBook, args: Args, blockS: number) => void> = {
  OrderPlaced: (b, a) => {
    const number = numberOf(a['orderId']);
    b.orders.set(number, {
      number,
      owner: a['owner'] as string,
      side: Number(a['side']) === ORDER_SIDE.SELL ? 'sell' : 'buy',
      energyWh: Number(a['energyWh']),
      limitPriceMicroEurPerKwh: Number(a['limitPriceMicroEurPerKwh']),
    });
  },
  OrderCancelled: (b, a) => {
    b.orders.delete(numberOf(a['orderId']));
  },
  PoolCleared: b => {
    b.poolCleared = true;
  },
  FlexibilityOffered: (b, a) => {
    b.offeredPoints.add(pointOf(a['point']));
  },
  FlexibilityActivated: (b, a) => {
    b.activations.push(directed(a));
  },
  CurtailmentOrdered: (b, a) => {
    b.curtailments.push(directed(a));
  },
  ReadingRecorded: (b, a, blockS) => {
    b.readings.set(pointOf(a['point']), Number(a['netWh']));
    b.latestReadingS = Math.max(b.latestReadingS, blockS);
  },
  ReadingContested: (b, a) => {
    b.contested.add(pointOf(a['point']));
  },
  ContestAnswered: (b, a) => {
    b.contested.delete(pointOf(a['point']));
  },
  PointSettled: (b, a) => {
    b.settledPoints.add(pointOf(a['point']));
  },
  IntervalClosed: b => {
    b.closed = true;
  },
};

function directed(a: Args): BookedDirection {
  const sign = Number(a['direction']) === DIRECTION.UP ? 1 : -1;
  return { point: pointOf(a['point']), energyWh: sign * Number(a['energyWh']) };
}

/** An order's number in the book of its interval: the lower 32 bits of its id. */
const numberOf = (orderId: unknown): number => Number(BigInt.asUintN(32, orderId as bigint));

const pointOf = (word: unknown): string => decodeBytes32String(word as string);

const READ = [
  'Registry',
  'EnergyMarket',
  'PoolMarket',
  'GridSupervision',
  'Flexibility',
  'Curtailment',
  'Metering',
  'NetSettlement',
  'Settlement',
] as const;
type ReadContract = (typeof READ)[number];
