/** Entries of the trade book as the rows a screen asks for: filtered, sorted, one page. Pure. */
import type { z } from 'zod';
import type { TradeRow, zTradeFilter, zTradeSort } from '../../preload/contract/trades.ts';
import { REASON } from '../records/supervision.ts';
import { gateClosesAtMs, type MarketTimes } from './gates.ts';
import type { Names } from './names.ts';
import { byPosition, decisionOf, type TradeEntry } from './trade-book.ts';

export type TradeFilter = z.output<typeof zTradeFilter>;
export type TradeSort = z.output<typeof zTradeSort>;

/** @param placeBeyond area and operator of a point that is not in this network; null: it is, or nobody knows it */
export function rowOf(
  entry: TradeEntry,
  times: MarketTimes,
  names: Names,
  placeBeyond: (point: string) => string | null,
): TradeRow {
  const { trade, own, recorded, settled } = entry;
  const feeMicroEur = recorded?.feeMicroEur ?? (own === null ? null : feeOf(own.fee));
  const safeWh = recorded?.energyWh ?? own?.energySafeWh;
  return {
    id: trade.id,
    kind: trade.kind,
    interval: trade.interval,
    gateClosesAtMs: gateClosesAtMs(times, trade.interval),
    sellerPoint: trade.sellerPoint,
    buyerPoint: trade.buyerPoint,
    sellerPlace: placeBeyond(trade.sellerPoint),
    buyerPlace: placeBeyond(trade.buyerPoint),
    sellerName: names.ofAccount(trade.seller),
    buyerName: names.ofAccount(trade.buyer),
    energyWh: String(trade.energyWh),
    safeWh: safeWh === undefined ? null : String(safeWh),
    priceMicroEurPerKwh: String(trade.priceMicroEurPerKwh),
    decision: decisionOf(entry),
    decidedBy: own?.decidedBy ?? null,
    reason: [reasonOf(entry), ...otherSideWords(entry)].join(' '),
    binding: own?.binding ?? null,
    feeMicroEur: feeMicroEur === null ? null : String(feeMicroEur),
    record: settled !== null ? 'settled' : recorded !== null ? 'on-chain' : own !== null ? 'decided' : 'none',
  };
}

export function matches(entry: TradeEntry, filter: TradeFilter, names: Names): boolean {
  const { trade, own } = entry;
  if (filter.interval !== undefined && trade.interval !== filter.interval) return false;
  if (filter.decision !== undefined && !filter.decision.includes(decisionOf(entry))) return false;
  if (filter.element !== undefined && own?.binding?.element !== filter.element) return false;
  const text = filter.text?.trim().toLowerCase();
  if (!text) return true;
  return [
    trade.id,
    trade.sellerPoint,
    trade.buyerPoint,
    names.ofAccount(trade.seller),
    names.ofAccount(trade.buyer),
  ].some(field => field.toLowerCase().includes(text));
}

/** Entries in the order asked; equal ones in the order of the chain, whichever way the sort runs. */
export function sorted(entries: readonly TradeEntry[], sort: TradeSort): TradeEntry[] {
  const sign = sort.descending ? -1 : 1;
  if (sort.by === 'id') {
    const ordered = [...entries].sort(byPosition);
    return sort.descending ? ordered.reverse() : ordered;
  }
  // Keys once per entry: comparing integers of money a million times is what takes the time.
  const key = KEY[sort.by];
  const keyed = entries.map(entry => ({ entry, key: key(entry) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return byPosition(a.entry, b.entry);
    // What has no value stands last either way.
    if (Number.isNaN(a.key)) return Number.isNaN(b.key) ? byPosition(a.entry, b.entry) : 1;
    return Number.isNaN(b.key) ? -1 : sign * (a.key - b.key);
  });
  return keyed.map(k => k.entry);
}

function reasonOf(entry: TradeEntry): string {
  const { own, recorded, lapsed } = entry;
  const decision = decisionOf(entry);
  if (lapsed && decision === 'pending') return 'no verdict before the gate closed: it will not settle';
  if (lapsed && recorded === null)
    return `decided here (${decision}) but not recorded before the gate closed: it will not settle`;
  if (own !== null) return own.reason;
  if (recorded !== null)
    return `recorded on chain: ${WORDS_OF_CODE.get(recorded.reasonCode) ?? `reason ${recorded.reasonCode}`}`;
  return 'waits for its check';
}

/** Where a trade that passed here does not flow, or not whole, because of the other area. */
function otherSideWords(entry: TradeEntry): string[] {
  const { trade, other, lapsed } = entry;
  const decision = decisionOf(entry);
  if (trade.otherArea === null || (decision !== 'accepted' && decision !== 'reduced')) return [];
  const who = `The operator of area ${trade.otherArea}`;
  if (other === null || other.verdict.decision === 'held')
    return lapsed ? [`${who} gave no verdict before the gate: it will not settle.`] : [];
  if (other.verdict.decision === 'rejected') return [`${who} rejected it: it will not settle.`];
  return other.verdict.decision === 'reduced'
    ? [`${who} lets ${other.verdict.energyWh} Wh of it through.`]
    : [];
}

function feeOf(fee: {
  lossesMicroEur: bigint;
  congestionMicroEur: bigint;
  voltageMicroEur: bigint;
  fixedMicroEur: bigint;
}): bigint {
  return fee.lossesMicroEur + fee.congestionMicroEur + fee.voltageMicroEur + fee.fixedMicroEur;
}

const DECISION_ORDER = { pending: 0, held: 1, rejected: 2, reduced: 3, accepted: 4 } as const;

const KEY: Record<Exclude<TradeSort['by'], 'id'>, (entry: TradeEntry) => number> = {
  interval: e => e.trade.interval,
  energyWh: e => Number(e.trade.energyWh),
  price: e => Number(e.trade.priceMicroEurPerKwh),
  decision: e => DECISION_ORDER[decisionOf(e)],
  margin: e => e.own?.binding?.margin ?? Number.NaN,
};

const REASON_WORDS: Readonly<Record<keyof typeof REASON, string>> = {
  withinLimits: 'within limits',
  limitWouldBeViolated: 'a limit would be violated',
  oneLegWouldViolate: 'one leg alone would violate a limit',
  outsideCorridor: 'its price was outside the corridor',
  samePoint: 'both ends were the same connection point',
  noConvergence: 'no state of the grid was found',
  staleTelemetry: 'measured values were stale',
  noForecast: 'no forecast for the interval',
  unknownPoint: 'a connection point is unknown',
  deadBus: 'a connection point is not energised',
  chainNotVerified: 'the chain was not verified',
  noTariff: 'no tariff for the interval',
  noMeter: 'a connection point had no meter',
  otherRules: 'the market had other rules than the console',
};
const WORDS_OF_CODE = new Map<number, string>(
  Object.entries(REASON).map(([name, code]) => [code, REASON_WORDS[name as keyof typeof REASON]]),
);
