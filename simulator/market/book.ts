/** What the chain says about the coming and running intervals: trades, pool orders, verdicts, offers, activations, curtailments. */
import { decodeBytes32String } from 'ethers';
import {
  DECISION,
  DIRECTION,
  interfaces,
  type MarketAddresses,
  ORDER_SIDE,
} from '../../contracts/bindings/index.ts';
import type { PoolOrder } from './pool-clearing.ts';

export interface BookedTrade {
  readonly id: bigint;
  readonly interval: number;
  readonly sellerPoint: string;
  readonly buyerPoint: string;
  readonly kind: number;
  readonly energyWh: number;
}

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
  /** Orders that stand in the pool, by number. */
  readonly orders: Map<number, BookedOrder>;
  poolCleared: boolean;
  /** Accepted energy by trade; a trade without an entry has no accepting verdict. */
  readonly acceptedWh: Map<bigint, number>;
  /** Points that have offered flexibility. */
  readonly offeredPoints: Set<string>;
  readonly activations: BookedDirection[];
  readonly curtailments: BookedDirection[];
  readonly settledTrades: Set<bigint>;
  readonly readPoints: Set<string>;
  /** Block time of the latest reading, Unix seconds; 0: none. */
  latestReadingS: number;
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
  at(interval: number): IntervalBook;
  /** @param blockS time of its block, Unix seconds */
  apply(log: ChainLog, blockS: number): void;
  /** Forgets intervals that start before the given one. */
  forgetBefore(interval: number): void;
  /** Intervals on record, ascending. */
  intervals(): number[];
}

export function book(addresses: Pick<MarketAddresses, ReadContract>): Book {
  const byInterval = new Map<number, IntervalBook>();
  const contractAt = new Map(READ.map(name => [addresses[name].toLowerCase(), name]));
  const at = (interval: number): IntervalBook => {
    let found = byInterval.get(interval);
    if (!found) {
      found = {
        trades: new Map(),
        orders: new Map(),
        poolCleared: false,
        acceptedWh: new Map(),
        offeredPoints: new Set(),
        activations: [],
        curtailments: [],
        settledTrades: new Set(),
        readPoints: new Set(),
        latestReadingS: 0,
        settledPoints: new Set(),
        closed: false,
      };
      byInterval.set(interval, found);
    }
    return found;
  };
  return {
    at,
    apply: (log, blockS) => {
      const name = contractAt.get(log.address.toLowerCase());
      const event = name === undefined ? null : interfaces[name].parseLog(log);
      const record = event === null ? undefined : RECORD[event.name];
      if (event && record) record(at(Number(event.args.getValue('interval'))), event.args.toObject(), blockS);
    },
    forgetBefore: interval => {
      for (const key of byInterval.keys()) if (key < interval) byInterval.delete(key);
    },
    intervals: () => [...byInterval.keys()].sort((a, b) => a - b),
  };
}

/** Arguments of an event by name, as ethers decodes them. */
type Args = Record<string, unknown>;

const RECORD: Record<string, (book: IntervalBook, args: Args, blockS: number) => void> = {
  TradeProposed: (b, a) => {
    const id = a['tradeId'] as bigint;
    b.trades.set(id, {
      id,
      interval: Number(a['interval']),
      sellerPoint: pointOf(a['sellerPoint']),
      buyerPoint: pointOf(a['buyerPoint']),
      kind: Number(a['kind']),
      energyWh: Number(a['energyWh']),
    });
  },
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
  VerdictGiven: (b, a) => {
    const decision = Number(a['decision']);
    if (decision === DECISION.ACCEPTED || decision === DECISION.REDUCED)
      b.acceptedWh.set(a['tradeId'] as bigint, Number(a['energyWh']));
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
  TradeSettled: (b, a) => {
    b.settledTrades.add(a['tradeId'] as bigint);
  },
  ReadingRecorded: (b, a, blockS) => {
    b.readPoints.add(pointOf(a['point']));
    b.latestReadingS = Math.max(b.latestReadingS, blockS);
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
  'EnergyMarket',
  'PoolMarket',
  'GridSupervision',
  'Flexibility',
  'Curtailment',
  'Metering',
  'Settlement',
] as const;
type ReadContract = (typeof READ)[number];
