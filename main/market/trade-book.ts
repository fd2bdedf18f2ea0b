/**
 * The trades by delivery interval, as the verified chain and the own verdicts leave them. Applying events one by one and building
 * anew from all of them give the same book. Pure: it knows market time only from the blocks.
 */
import type { Decision, RecordedVerdict, Trade } from '../records/market.ts';
import type { Verdict } from '../records/supervision.ts';
import type { IntervalStart, MarketMs, MicroEur, Wh } from '../records/units.ts';
import { isGateClosed, type MarketTimes } from './gates.ts';

/** Beyond: the oldest intervals whose gate has closed leave the book; their events stay in the store. */
export const TRADES_KEPT_MAX = 400_000;

export type TradeDecision = Decision | 'pending';

export interface TradeEntry {
  readonly trade: Trade;
  /** The latest own verdict. */
  readonly own: Verdict | null;
  /** The latest verdict on chain. */
  readonly recorded: RecordedVerdict | null;
  /** The latest verdict of the operator of the other area, where the trade lies between two. */
  readonly other: { readonly operator: string; readonly verdict: RecordedVerdict } | null;
  readonly settled: { readonly amountMicroEur: MicroEur; readonly feeMicroEur: MicroEur } | null;
  /** The gate has closed on the verified chain: what is not recorded will not be. */
  readonly lapsed: boolean;
}

export type DecisionCounts = Readonly<Record<TradeDecision, number>>;

/** What a change of an entry means for the schedule: this much more between its two points. */
export interface EnergyChange {
  readonly trade: Trade;
  readonly changeWh: Wh;
}

/** A verdict or settlement of a trade that the chain never proposed: our own mistake or a broken log. */
export class TradeUnknownError extends Error {
  constructor(what: string, tradeId: string) {
    super(`${what} names trade ${tradeId}, which is not in the book`);
    this.name = 'TradeUnknownError';
  }
}

/** The decision that holds: a final one on chain, else the latest own one, else a hold on chain. */
export function decisionOf({ own, recorded }: TradeEntry): TradeDecision {
  if (recorded !== null && recorded.decision !== 'held') return recorded.decision;
  return own?.decision ?? recorded?.decision ?? 'pending';
}

/** What may flow: on chain what is recorded there; decided here and on its way, until the gate closes. Of two sides the lesser. */
export function scheduledWh(entry: TradeEntry): Wh {
  const [own, other] = [ownSideWh(entry), otherSideWh(entry)];
  return own < other ? own : other;
}

function ownSideWh({ own, recorded, lapsed }: TradeEntry): Wh {
  if (recorded !== null && recorded.decision !== 'held') return recorded.energyWh;
  return own !== null && !lapsed ? own.energySafeWh : 0n;
}

/** Until the gate the other operator may still let everything through; its silence then lets nothing. */
function otherSideWh({ trade, other, lapsed }: TradeEntry): Wh {
  if (other !== null && other.verdict.decision !== 'held') return other.verdict.energyWh;
  return trade.otherArea !== null && lapsed ? 0n : trade.energyWh;
}

/** Whether supervision still has a say in it. */
export function isUndecided(entry: TradeEntry): boolean {
  if (entry.lapsed) return false;
  const decision = decisionOf(entry);
  return decision === 'pending' || decision === 'held';
}

/** Number of the batch that a trade stands in. */
export function batchOf(trade: Pick<Trade, 'id'>): string {
  return String(BigInt(trade.id) / TRADES_PER_BATCH);
}

const TRADES_PER_BATCH = 1024n;

export class TradeBook {
  readonly #times: MarketTimes;
  readonly #entries = new Map<string, TradeEntry>();
  readonly #byInterval = new Map<IntervalStart, string[]>();
  readonly #undecided = new Map<IntervalStart, Set<string>>();
  readonly #counts = new Map<IntervalStart, Record<TradeDecision, number>>();
  /** Intervals whose gate has not closed on the chain yet. */
  readonly #open = new Set<IntervalStart>();
  #advancedToMs: MarketMs = Number.NEGATIVE_INFINITY;
  #revision = 0;

  constructor(times: MarketTimes) {
    this.#times = times;
  }

  /** Rises with every change. */
  get revision(): number {
    return this.#revision;
  }

  get total(): number {
    return this.#entries.size;
  }

  propose(trade: Trade): void {
    if (this.#entries.has(trade.id)) return;
    const { interval, id } = trade;
    const lapsed = isGateClosed(this.#times, interval, this.#advancedToMs);
    if (!lapsed) this.#open.add(interval);
    listed(this.#byInterval, interval).push(id);
    this.#put({ trade, own: null, recorded: null, other: null, settled: null, lapsed }, null);
  }

  /** An own verdict. What the chain has made final is not touched by it. */
  decide(own: Verdict): EnergyChange {
    const before = this.#known('an own verdict', own.tradeId);
    return this.#replace({ ...before, own }, before);
  }

  record(recorded: RecordedVerdict): EnergyChange {
    const before = this.#known('a verdict on chain', recorded.tradeId);
    return this.#replace({ ...before, recorded }, before);
  }

  recordOther(operator: string, verdict: RecordedVerdict): EnergyChange {
    const before = this.#known('a verdict of the other area', verdict.tradeId);
    return this.#replace({ ...before, other: { operator, verdict } }, before);
  }

  settle(tradeId: string, amountMicroEur: MicroEur, feeMicroEur: MicroEur): void {
    const before = this.#known('a settlement', tradeId);
    this.#replace({ ...before, settled: { amountMicroEur, feeMicroEur } }, before);
  }

  /** A batch that settles nothing: what was settled of it is taken back. */
  void(batchId: string, interval: IntervalStart): void {
    for (const entry of this.ofInterval(interval))
      if (entry.settled !== null && batchOf(entry.trade) === batchId)
        this.#replace({ ...entry, settled: null }, entry);
  }

  /** The chain has reached an instant: gates that lie before it are closed, and own verdicts not recorded are void. */
  advance(toMs: MarketMs): EnergyChange[] {
    if (toMs <= this.#advancedToMs) return [];
    this.#advancedToMs = toMs;
    const changes: EnergyChange[] = [];
    for (const interval of this.#open) {
      if (!isGateClosed(this.#times, interval, toMs)) continue;
      this.#open.delete(interval);
      for (const id of this.#byInterval.get(interval) ?? []) {
        const before = this.#entries.get(id) as TradeEntry;
        const change = this.#replace({ ...before, lapsed: true }, before);
        if (change.changeWh !== 0n) changes.push(change);
      }
    }
    this.#forget();
    return changes;
  }

  entry(id: string): TradeEntry | null {
    return this.#entries.get(id) ?? null;
  }

  /** In the order of the chain. */
  entries(): Iterable<TradeEntry> {
    return this.#entries.values();
  }

  /** Trades of an interval in the order of the chain. */
  ofInterval(interval: IntervalStart): TradeEntry[] {
    return (this.#byInterval.get(interval) ?? []).map(id => this.#entries.get(id) as TradeEntry);
  }

  /** Undecided or held, gate open; intervals by their gates, inside an interval in the order of the chain. */
  undecided(): TradeEntry[] {
    const intervals = [...this.#undecided.keys()].sort((a, b) => a - b);
    return intervals.flatMap(interval =>
      [...(this.#undecided.get(interval) ?? [])]
        .map(id => this.#entries.get(id) as TradeEntry)
        .sort(byPosition),
    );
  }

  counts(interval: IntervalStart): DecisionCounts {
    return this.#counts.get(interval) ?? NO_COUNTS;
  }

  /** Over all intervals in the book. */
  totals(): DecisionCounts {
    const sum = { ...NO_COUNTS };
    for (const counts of this.#counts.values())
      for (const decision of DECISIONS) sum[decision] += counts[decision];
    return sum;
  }

  #replace(after: TradeEntry, before: TradeEntry): EnergyChange {
    this.#put(after, before);
    return { trade: after.trade, changeWh: scheduledWh(after) - scheduledWh(before) };
  }

  #put(after: TradeEntry, before: TradeEntry | null): void {
    const { id, interval } = after.trade;
    this.#entries.set(id, after);
    const counts = this.#counts.get(interval) ?? { ...NO_COUNTS };
    this.#counts.set(interval, counts);
    if (before !== null) counts[decisionOf(before)]--;
    counts[decisionOf(after)]++;
    const waiting = this.#undecided.get(interval) ?? new Set();
    if (isUndecided(after)) this.#undecided.set(interval, waiting.add(id));
    else if (waiting.delete(id) && waiting.size === 0) this.#undecided.delete(interval);
    this.#revision++;
  }

  #known(what: string, id: string): TradeEntry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new TradeUnknownError(what, id);
    return entry;
  }

  #forget(): void {
    if (this.#entries.size <= TRADES_KEPT_MAX) return;
    for (const interval of [...this.#byInterval.keys()].sort((a, b) => a - b)) {
      if (this.#entries.size <= TRADES_KEPT_MAX || this.#open.has(interval)) return;
      for (const id of this.#byInterval.get(interval) ?? []) this.#entries.delete(id);
      this.#byInterval.delete(interval);
      this.#counts.delete(interval);
      this.#revision++;
    }
  }
}

export function byPosition(a: TradeEntry, b: TradeEntry): number {
  const left = a.trade.proposedAt;
  const right = b.trade.proposedAt;
  return (
    left.blockNumber - right.blockNumber ||
    left.logIndex - right.logIndex ||
    // Of one batch, by place.
    Number(BigInt(a.trade.id) - BigInt(b.trade.id))
  );
}

function listed<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

const DECISIONS = ['pending', 'accepted', 'reduced', 'rejected', 'held'] as const;
const NO_COUNTS: Record<TradeDecision, number> = {
  pending: 0,
  accepted: 0,
  reduced: 0,
  rejected: 0,
  held: 0,
};
