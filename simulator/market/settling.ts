/**
 * After an interval: meters sign and the meter operator reports, brokers give the nets of their batches and open in daylight
 * what is objected to; when the time for objections is over the retailer settles, group of points by group, and the meter
 * operator closes.
 */
import { encodeBytes32String } from 'ethers';
import {
  groupOfPoint,
  interfaces,
  meteringDomain,
  READING_TYPES,
  splitPositions,
} from '../../contracts/bindings/index.ts';
import { messageOf } from '../chain/link.ts';
import { everybodyIn, type Participant, type Roster } from '../participants.ts';
import { neighbourReadingWh, numberOfPoint, readingsWh } from '../physical/actual.ts';
import { INTERVAL_S } from '../setting.ts';
import { type BookedBatch, isDue, netsOfBatch } from './batch-book.ts';
import type { IntervalBook } from './book.ts';
import { openingOf } from './daylight.ts';
import type { MarketParts } from './parts.ts';
import { chunks } from './trading.ts';

export interface SettlingParts extends MarketParts {
  /** How long a reading may be objected to, s. */
  readonly objectionS: number;
  /** How long after delivery the nets of a batch are taken, s. */
  readonly settlementS: number;
  /** Hears every interval's readings of all points, Wh, injection positive. */
  onReadings(interval: number, netWh: Int32Array): void;
}

export class Settling {
  readonly #p: SettlingParts;
  readonly #attempts = new Map<number, number>();
  readonly #read = new Set<number>();
  #tail: Promise<unknown> = Promise.resolve();
  #busy = false;

  constructor(parts: SettlingParts) {
    this.#p = parts;
  }

  /**
   * Takes up the oldest ended interval that has points to report, or that can be settled.
   * @param fromS intervals before this are only touched when the chain knows of unsettled business in them (a restart)
   */
  step(nowMs: number, fromS: number): void {
    if (this.#busy) return;
    const nowS = nowMs / 1000;
    for (const interval of this.#ended(fromS, nowS - INTERVAL_S - GRACE_S)) {
      if (!this.#read.has(interval)) this.#publish(interval);
      const attempts = this.#attempts.get(interval) ?? 0;
      const work = this.#due(interval, nowS);
      if (work === null || attempts >= ATTEMPTS_MAX) continue;
      this.#busy = true;
      this.#tail = work()
        .catch(error => {
          this.#attempts.set(interval, attempts + 1);
          this.#p.log(
            `settlement of ${interval}, attempt ${attempts + 1} of ${ATTEMPTS_MAX}: ${messageOf(error)}`,
          );
        })
        .finally(() => {
          this.#busy = false;
        });
      return;
    }
  }

  /** What can be done for an ended interval now; null: nothing, or nothing yet. */
  #due(interval: number, nowS: number): (() => Promise<void>) | null {
    const { roster, book, objectionS, settlementS } = this.#p;
    const entry = book.at(interval);
    if (entry.closed) return null;
    const points = pointsWithBusiness(entry).filter(id => roster.ownerAt(id) !== null);
    const unread = points.filter(id => !entry.readings.has(id));
    if (unread.length > 0) return () => this.#report(interval, unread);
    const due = entry.batches.filter(batch => batch.state === 'open' && isDue(batch, book.registry));
    // Too late for nets: what settles nothing must be void before the interval can close.
    if (due.length > 0 && nowS >= interval + INTERVAL_S + settlementS) return () => this.#void(due);
    const withNets = due.filter(batch => batch.trades.some(trade => entry.acceptedWh.has(trade.id)));
    if (withNets.length > 0) return () => this.#giveNets(interval, withNets);
    // Each side let another trade through: nothing flows, and it has to wait until it can be made void.
    if (due.length > 0) return null;
    const objected = entry.batches.filter(batch => batch.state === 'objected');
    if (objected.length > 0) return () => this.#open(objected);
    if (entry.contested.size > 0) return null;
    const finalS = Math.max(interval + INTERVAL_S, entry.latestReadingS, entry.latestNetsS) + objectionS;
    return nowS < finalS + GRACE_S ? null : () => this.#settle(interval, points);
  }

  #ended(fromS: number, endedBefore: number): number[] {
    const { book } = this.#p;
    const before = book
      .intervals()
      .filter(i => i < fromS && i <= endedBefore && pointsWithBusiness(book.at(i)).length > 0);
    const oldest = Math.max(fromS, (Math.floor(endedBefore / INTERVAL_S) - BACKLOG_MAX) * INTERVAL_S);
    for (let interval = oldest; interval <= endedBefore; interval += INTERVAL_S) before.push(interval);
    return before;
  }

  async settled(): Promise<void> {
    await this.#tail;
  }

  #publish(interval: number): void {
    this.#read.add(interval);
    const { setting, book, onReadings } = this.#p;
    onReadings(interval, readingsWh(setting, interval, book.at(interval)));
  }

  async #report(interval: number, points: readonly string[]): Promise<void> {
    const { setting, roster, book, chainId, addresses } = this.#p;
    const entry = book.at(interval);
    const netWh = readingsWh(setting, interval, entry);
    const number = numberOfPoint(setting);
    const readingOf = (id: string): number =>
      netWh[number.get(id) ?? -1] ?? neighbourReadingWh(setting, interval, entry, id);
    const domain = meteringDomain(chainId, addresses.Metering);
    for (const batch of chunks(points, READINGS_PER_BATCH)) {
      const readings = await Promise.all(
        batch.map(async id => {
          const reading = { point: encodeBytes32String(id), interval, netWh: readingOf(id), revision: 0 };
          const signature = await roster.meterAt(id).signTypedData(domain, READING_TYPES, reading);
          return { reading, signature };
        }),
      );
      await this.#send(
        roster.meterOperator,
        'Metering',
        'report',
        [readings],
        100_000 + 60_000 * batch.length,
      );
    }
  }

  /** Who committed a batch gives its nets; for a batch of the pool or an auction that is the aggregator. */
  async #giveNets(interval: number, batches: readonly BookedBatch[]): Promise<void> {
    const { book, roster } = this.#p;
    const feeCap = await this.#feeCap(interval);
    for (const batch of batches) {
      const nets = netsOfBatch(batch, book.registry, feeCap);
      if (nets === null) continue;
      const broker = this.#brokerOf(batch);
      await this.#send(
        broker,
        'NetSettlement',
        'settleBatch',
        [nets],
        300_000 + 100_000 * batch.trades.length,
      );
    }
    this.#p.log(
      `interval ${interval}: nets of ${batches.length} batches given by ${roster.aggregator.name} and others`,
    );
  }

  async #void(batches: readonly BookedBatch[]): Promise<void> {
    const { roster, log } = this.#p;
    for (const { id } of batches) {
      await this.#send(roster.retailer, 'NetSettlement', 'voidUnsettled', [id], 200_000);
      log(`batch ${id}: void, nobody gave its nets in time`);
    }
  }

  /** Every verdict and trade of a batch, with the signatures of both owners, and the nets that follow. */
  async #open(batches: readonly BookedBatch[]): Promise<void> {
    const { book } = this.#p;
    for (const batch of batches) {
      const broker = this.#brokerOf(batch);
      const opening = await openingOf(batch, this.#p, broker.wallet.address);
      const nets = netsOfBatch(batch, book.registry, await this.#feeCap(batch.interval));
      const finish = {
        method: 'finish',
        args: [batch.posted, nets],
        gas: 600_000 + 220_000 * batch.trades.length,
      };
      // One after the other by their nonces, without waiting for blocks between: the time for an answer is short.
      await Promise.all(
        [...opening, finish].map(({ method, args, gas }) =>
          this.#send(broker, 'Daylight', method, args, gas),
        ),
      );
      this.#p.log(`batch ${batch.id}: opened in daylight after an objection`);
    }
  }

  #brokerOf(batch: BookedBatch): Participant {
    const found = everybodyIn(this.#p.roster).find(p => p.wallet.address === batch.submitter);
    if (!found) throw new Error(`batch ${batch.id} was committed by nobody of this world`);
    return found;
  }

  async #feeCap(interval: number): Promise<bigint> {
    const { link, addresses } = this.#p;
    const rules = interfaces.MarketRules;
    const answer = await link.call(addresses.MarketRules, rules.encodeFunctionData('tariffAt', [interval]));
    return rules.decodeFunctionResult('tariffAt', answer)[0].feeCapMicroEurPerKwh as bigint;
  }

  /** Repeats only what is missing: the book knows what the chain has already. */
  async #settle(interval: number, points: readonly string[]): Promise<void> {
    const { roster, book } = this.#p;
    const entry = book.at(interval);
    const byGroup = Map.groupBy(
      points.filter(id => !entry.settledPoints.has(id)),
      id => groupOfPoint(book.registry.connectionOf(id)!.pointNumber),
    );
    for (const [group, open] of byGroup)
      for (const batch of chunks(open, POINTS_PER_BATCH)) await this.#settlePoints(interval, group, batch);
    // Also where all trades cancel out, or others settled the points of theirs.
    for (const group of book.parts.groups(interval)) await this.#settlePoints(interval, group, []);
    await this.#send(roster.meterOperator, 'Settlement', 'closeInterval', [interval], 400_000);
    const trades = entry.acceptedWh.size;
    this.#p.log(`interval ${interval}: ${trades} trades and ${points.length} points settled, closed`);
  }

  /** Points of one group; none: what the group traded is gathered, when nobody did that yet. */
  async #settlePoints(interval: number, group: number, points: readonly string[]): Promise<void> {
    const { roster, book } = this.#p;
    for (;;) {
      const state = await this.#groupOf(interval, group);
      const sheet = book.parts.sheet(interval, group, state);
      if (sheet.parts.length === 0 && points.length === 0) return;
      const positions = sheet.parts.flatMap(part => splitPositions(part.positions));
      try {
        await this.#send(
          roster.retailer,
          'Settlement',
          'settlePoints',
          [interval, sheet, points.map(encodeBytes32String)],
          300_000 +
            250_000 * points.length +
            GAS_PER_POSITION * positions.length +
            GAS_PER_ACTIVATION * book.at(interval).activations.length,
        );
        return;
      } catch (error) {
        if ((await this.#groupOf(interval, group)) === state) throw error;
        // Somebody gathered in front of us, which takes parts off and ends: what is left is sent again.
      }
    }
  }

  async #groupOf(interval: number, group: number): Promise<string> {
    const { link, addresses } = this.#p;
    const trades = interfaces.NetSettlement;
    const data = trades.encodeFunctionData('groupOf', [interval, group]);
    const answer = await link.call(addresses.NetSettlement, data);
    return trades.decodeFunctionResult('groupOf', answer)[0] as string;
  }

  async #send(
    sender: Roster['retailer'],
    contract: 'Metering' | 'NetSettlement' | 'Daylight' | 'Settlement',
    method: string,
    args: readonly unknown[],
    gasLimit: number,
  ): Promise<void> {
    const data = interfaces[contract].encodeFunctionData(method, [...args]);
    await this.#p.link.submit(sender.wallet, this.#p.addresses[contract], data, gasLimit, method);
  }
}

/** Points that traded, were activated or curtailed: only these have anything to settle on the chain. */
function pointsWithBusiness(entry: IntervalBook): string[] {
  const points = new Set<string>();
  for (const id of entry.acceptedWh.keys()) {
    const trade = entry.trades.get(id);
    if (!trade) continue;
    points.add(trade.sellerPoint);
    points.add(trade.buyerPoint);
  }
  for (const a of entry.activations) points.add(a.point);
  for (const c of entry.curtailments) points.add(c.point);
  return [...points].sort();
}

/** Time for the last block before an interval ended or its readings were final, s. */
const GRACE_S = 60;
const ATTEMPTS_MAX = 5;
/** Intervals that are looked at again: those of a day. */
const BACKLOG_MAX = 96;
const READINGS_PER_BATCH = 150;
const POINTS_PER_BATCH = 50;
/** A balance that was 0 before. */
const GAS_PER_POSITION = 30_000;
/** Payment, and the units burned. */
const GAS_PER_ACTIVATION = 50_000;
