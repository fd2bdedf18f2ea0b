/** The market as the verified chain tells it: trades, offers, orders, readings and the schedule that follows from them. */
import type { ConnectionPoint, Network } from '../../grid-models/network/network.ts';
import type { Injection } from '../../grid-models/power-flow/result.ts';
import type { TradeRow } from '../../preload/contract/trades.ts';
import type { MarketEvent, MarketRules, MarketTariff, Reading, Trade } from '../records/market.ts';
import type { Verdict } from '../records/supervision.ts';
import type { IntervalStart, MarketMs } from '../records/units.ts';
import { Areas } from './areas.ts';
import { Batches } from './batches.ts';
import { type ContractFlow, contractFlows } from './contract-flows.ts';
import { FlexibilityBook } from './flexibility-book.ts';
import { intervalAt, intervalHours, type MarketTimes, rulesMismatch } from './gates.ts';
import { Names } from './names.ts';
import { type Baseline, type PointSchedule, Schedules } from './schedule.ts';
import { type EnergyChange, TradeBook, type TradeEntry } from './trade-book.ts';
import { matches, rowOf, sorted, type TradeFilter, type TradeSort } from './trade-rows.ts';

/** Schedules, readings and closed intervals older than this are not kept in memory: two days, for the time slider and studies. */
const PAST_INTERVALS_KEPT = 192;

/** What changed with one block, forecast or verdict. */
export interface MarketChange {
  readonly revision: number;
  readonly total: number;
  /** Intervals whose schedule is another now. */
  readonly intervals: readonly IntervalStart[];
}

export class Market {
  readonly times: MarketTimes;
  readonly names = new Names();
  readonly areas = new Areas();
  readonly flexibility = new FlexibilityBook();
  readonly batches = new Batches(this.names);
  readonly #book: TradeBook;
  readonly #schedules: Schedules;
  readonly #readings = new Map<IntervalStart, Map<string, Reading>>();
  readonly #closed = new Set<IntervalStart>();
  /** Points whose readings can be signed. */
  readonly #metered = new Set<string>();
  #rules: MarketRules | null = null;
  /** In the order in which they begin to hold. */
  readonly #tariffs: MarketTariff[] = [];
  readonly #handlers = new Set<(change: MarketChange) => void>();
  #changed = new Set<IntervalStart>();
  #page: { readonly key: string; readonly entries: readonly TradeEntry[] } = { key: '', entries: [] };

  constructor(times: MarketTimes, network: Network, points: readonly ConnectionPoint[]) {
    this.times = times;
    this.#book = new TradeBook(times);
    this.#schedules = new Schedules(times, network, points);
  }

  /** One verified block, its events in the order of the logs. @throws TradeUnknownError when an event names an unknown trade */
  applyBlock(atMs: MarketMs, events: Iterable<MarketEvent>): void {
    for (const event of events) this.#apply(event);
    for (const change of this.#book.advance(atMs)) this.#reschedule(change);
    this.#forget(atMs);
    this.#announce();
  }

  /** Own verdicts: they count in the schedule at once, on chain they follow. */
  decide(verdicts: readonly Verdict[]): void {
    for (const verdict of verdicts) this.#reschedule(this.#book.decide(verdict));
    this.#announce();
  }

  /** Forecast of what points do without trades. Later issues replace earlier ones; an older one is ignored. */
  setForecast(interval: IntervalStart, baseline: Baseline): void {
    const known = this.#schedules.ofPoints(interval);
    if (known !== null && known.issuedAtMs > baseline.issuedAtMs) return;
    this.#schedules.setBaseline(interval, baseline);
    this.#changed.add(interval);
    this.#announce();
  }

  get revision(): number {
    return this.#book.revision;
  }

  get total(): number {
    return this.#book.total;
  }

  /** Undecided or held trades whose gate is open: by gate, then in the order of the chain. */
  undecided(): TradeEntry[] {
    return this.#book.undecided();
  }

  trade(id: string): TradeEntry | null {
    return this.#book.entry(id);
  }

  tradesOf(interval: IntervalStart): TradeEntry[] {
    return this.#book.ofInterval(interval);
  }

  counts(interval: IntervalStart) {
    return this.#book.counts(interval);
  }

  totals() {
    return this.#book.totals();
  }

  row(entry: TradeEntry): TradeRow {
    return rowOf(entry, this.times, this.names, point => this.placeBeyond(point));
  }

  page(filter: TradeFilter, sort: TradeSort, offset: number, limit: number) {
    const key = JSON.stringify([this.revision, filter, sort]);
    if (key !== this.#page.key) {
      const from =
        filter.interval === undefined ? this.#book.entries() : this.#book.ofInterval(filter.interval);
      const found = [...from].filter(entry => matches(entry, filter, this.names));
      this.#page = { key, entries: sorted(found, sort) };
    }
    const { entries } = this.#page;
    return {
      total: entries.length,
      revision: this.revision,
      rows: entries.slice(offset, offset + limit).map(entry => this.row(entry)),
    };
  }

  contractFlows(interval: IntervalStart, most: number): ContractFlow[] {
    const busOf = (point: string) => this.#schedules.busOf(point);
    return contractFlows(this.#book.ofInterval(interval), busOf, intervalHours(this.times), most);
  }

  /** Row of the bus table; null when the network has no such point. */
  busOf(point: string): number | null {
    return this.#schedules.busOf(point);
  }

  /**
   * Whether an end of a trade lies beyond this network, in the area of the other operator that has a say in it: that operator
   * answers for it, and here its energy enters or leaves through the slack.
   */
  isAbroad({ otherArea }: Pick<Trade, 'otherArea'>, point: string): boolean {
    return otherArea !== null && this.busOf(point) === null && this.areas.areaOf(point) === otherArea;
  }

  /** Area and operator of a point that is not in this network, in words; null: it is, or nobody knows it. */
  placeBeyond(point: string): string | null {
    const area = this.busOf(point) === null ? this.areas.areaOf(point) : null;
    return area === null ? null : `area ${area}, ${this.names.ofAccount(this.areas.operatorOf(area))}`;
  }

  schedule(interval: IntervalStart): PointSchedule | null {
    return this.#schedules.ofPoints(interval);
  }

  /** Per bus, for the power flow; null: there is no forecast for the interval. */
  injection(interval: IntervalStart): Injection | null {
    return this.#schedules.injection(interval);
  }

  scheduleRevision(interval: IntervalStart): number {
    return this.#schedules.revision(interval);
  }

  /** null: none is known for the interval. */
  tariffAt(interval: IntervalStart): MarketTariff | null {
    return this.#tariffs.findLast(tariff => tariff.validFrom <= interval) ?? null;
  }

  /** null: the chain has not told them yet. */
  get rules(): MarketRules | null {
    return this.#rules;
  }

  /** Why nothing here may be acted on in this market; null: its rules are those that this console is set up for. */
  rulesMismatch(): string | null {
    return rulesMismatch(this.times, this.#rules);
  }

  /** What a point without a meter delivers is never settled. */
  hasMeter(point: string): boolean {
    return this.#metered.has(point);
  }

  readings(interval: IntervalStart): ReadonlyMap<string, Reading> {
    return this.#readings.get(interval) ?? new Map();
  }

  /** Settlement of the interval is complete on chain. */
  isClosed(interval: IntervalStart): boolean {
    return this.#closed.has(interval);
  }

  onChange(handler: (change: MarketChange) => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  #apply(event: MarketEvent): void {
    switch (event.type) {
      case 'participant':
        this.names.setParticipant(event.participant);
        break;
      case 'point':
        this.names.setOwner(event.point, event.owner);
        this.areas.setPoint(event.point, event.area);
        break;
      case 'area':
        this.areas.setOperator(event.area, event.operator);
        break;
      case 'meter':
        if (event.meter === null) this.#metered.delete(event.point);
        else this.#metered.add(event.point);
        break;
      case 'rules':
        this.#rules = event.rules;
        break;
      case 'tariff':
        this.#tariffs.push(event.tariff);
        break;
      case 'batch-unreadable':
      case 'batch-settled':
      case 'batch-objected':
        this.batches.apply(event);
        break;
      case 'batch-voided':
        this.batches.apply(event);
        this.#book.void(event.batchId, event.interval);
        break;
      case 'trade':
        this.#book.propose(event.trade);
        break;
      case 'verdict':
        this.#reschedule(this.#book.record(event.verdict));
        break;
      case 'verdict-of-other-side':
        this.#reschedule(this.#book.recordOther(event.operator, event.verdict));
        break;
      case 'offer':
        this.flexibility.offer(event.offer);
        break;
      case 'offer-withdrawn':
        this.flexibility.withdraw(event.offerId);
        break;
      case 'flexibility-order':
        this.flexibility.order({ ...event, atMs: event.at.atMs });
        break;
      case 'reservation':
        this.flexibility.reserve(event.reservation);
        break;
      case 'reservation-ended':
        this.flexibility.endReservation(event.partId);
        break;
      case 'activation': {
        const { point, interval, direction, energyWh } = event.activation;
        this.flexibility.activate(event.activation);
        this.#add(point, interval, direction === 'up' ? energyWh : -energyWh);
        break;
      }
      case 'curtailment': {
        const { point, interval, direction, energyWh } = event.order;
        this.flexibility.curtail(event.order);
        this.#add(point, interval, direction === 'up' ? energyWh : -energyWh);
        break;
      }
      case 'reading': {
        const byPoint = this.#readings.get(event.reading.interval) ?? new Map<string, Reading>();
        this.#readings.set(event.reading.interval, byPoint.set(event.reading.point, event.reading));
        break;
      }
      case 'trade-settled':
        this.#book.settle(event.tradeId, event.amountMicroEur, event.feeMicroEur);
        break;
      case 'interval-closed':
        this.#closed.add(event.interval);
    }
  }

  #reschedule({ trade, changeWh }: EnergyChange): void {
    if (changeWh === 0n) return;
    this.#add(trade.sellerPoint, trade.interval, changeWh);
    this.#add(trade.buyerPoint, trade.interval, -changeWh);
  }

  #add(point: string, interval: IntervalStart, energyWh: bigint): void {
    this.#schedules.add(point, interval, energyWh);
    this.#changed.add(interval);
  }

  #forget(atMs: MarketMs): void {
    const oldest = intervalAt(this.times, atMs) - PAST_INTERVALS_KEPT * this.times.intervalSeconds;
    this.#schedules.forgetBefore(oldest);
    this.batches.forgetBefore(oldest);
    for (const interval of this.#readings.keys()) if (interval < oldest) this.#readings.delete(interval);
    for (const interval of this.#closed) if (interval < oldest) this.#closed.delete(interval);
  }

  #announce(): void {
    const intervals = [...this.#changed].sort((a, b) => a - b);
    this.#changed = new Set();
    const change = { revision: this.revision, total: this.total, intervals };
    for (const handler of this.#handlers) handler(change);
  }
}
