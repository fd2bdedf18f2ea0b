/**
 * What goes wrong between people now and then: a meter operator corrects a reading, an owner contests one and is answered, a
 * participant objects to the nets of a batch. Few and seeded; the rest of the world deals with it as in earnest.
 */
import { encodeBytes32String } from 'ethers';
import { interfaces, meteringDomain, READING_TYPES } from '../../contracts/bindings/index.ts';
import { draw } from '../../grid-models/demonstration/random.ts';
import { messageOf } from '../chain/link.ts';
import type { Participant } from '../participants.ts';
import { INTERVAL_S } from '../setting.ts';
import type { MarketParts } from './parts.ts';

export interface QuarrelParts extends MarketParts {
  /** How long readings and nets may be objected to, market seconds. */
  readonly objectionS: number;
}

type Quarrel = 'correction' | 'contest' | 'objection';

export class Quarrels {
  readonly #p: QuarrelParts;
  /** What was begun, by interval. */
  readonly #begun = new Map<number, Set<string>>();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(parts: QuarrelParts) {
    this.#p = parts;
  }

  step(nowMs: number): void {
    const { book, objectionS } = this.#p;
    const nowS = nowMs / 1000;
    for (const interval of this.#begun.keys()) if (interval < nowS - DAY_S) this.#begun.delete(interval);
    for (const interval of book.intervals()) {
      if (interval < nowS - DAY_S) continue;
      const entry = book.at(interval);
      for (const point of entry.contested)
        this.#once(interval, `answer for ${point}`, () => this.#answer(interval, point));
      const since = nowS - Math.max(interval + INTERVAL_S, entry.latestReadingS);
      // Early in the time for objections: answers need the rest of it.
      if (entry.closed || entry.readings.size === 0 || since > objectionS / 3) continue;
      if (this.#happens('correction', interval))
        this.#once(interval, 'correction', () => this.#correct(interval));
      if (this.#happens('contest', interval)) this.#once(interval, 'contest', () => this.#contest(interval));
      const settled = entry.batches.find(batch => batch.state === 'settled');
      if (settled && nowS - entry.latestNetsS <= objectionS / 3 && this.#happens('objection', interval))
        this.#once(interval, 'objection', () => this.#object(settled.id));
    }
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  #happens(what: Quarrel, interval: number): boolean {
    return draw(this.#p.setting.seed, interval, CODE[what]) < SHARE[what];
  }

  /** The meter's second thought: a few watt-hours more or less. */
  async #correct(interval: number): Promise<void> {
    const { roster, addresses, chainId, book, log } = this.#p;
    const found = this.#pick(interval, 82);
    if (found === null) return;
    const [id, netWh] = found;
    const reading = { point: encodeBytes32String(id), interval, netWh: netWh + 3, revision: 1 };
    const meter = roster.meterAt(id);
    const domain = meteringDomain(chainId, addresses.Metering);
    const signature = await meter.signTypedData(domain, READING_TYPES, reading);
    await this.#send(roster.meterOperator, 'Metering', 'report', [[{ reading, signature }]], 250_000);
    log(
      `interval ${interval}: the reading of ${id} was corrected (${book.at(interval).readings.get(id)} Wh)`,
    );
  }

  async #contest(interval: number): Promise<void> {
    const found = this.#pick(interval, 83);
    const owner = found === null ? null : this.#p.roster.ownerAt(found[0]);
    if (found === null || owner === null) return;
    await this.#send(owner, 'Metering', 'contest', [encodeBytes32String(found[0]), interval, 1], 200_000);
    this.#p.log(`interval ${interval}: ${owner.name} contests the reading of ${found[0]}`);
  }

  /** The meter operator has looked again: the reading stands. */
  async #answer(interval: number, point: string): Promise<void> {
    const { roster, log } = this.#p;
    await this.#send(
      roster.meterOperator,
      'Metering',
      'answer',
      [encodeBytes32String(point), interval],
      200_000,
    );
    log(`interval ${interval}: the reading of ${point} is upheld`);
  }

  async #object(batchId: bigint): Promise<void> {
    const { roster, log } = this.#p;
    const objector = roster.individuals[0] ?? roster.vpp;
    await this.#send(objector, 'NetSettlement', 'objectTo', [batchId], 200_000);
    log(`batch ${batchId}: ${objector.name} objects to its nets`);
  }

  #pick(interval: number, code: number): [string, number] | null {
    const readings = [...this.#p.book.at(interval).readings];
    return readings[Math.floor(readings.length * draw(this.#p.setting.seed, interval, code))] ?? null;
  }

  #once(interval: number, what: string, work: () => Promise<void>): void {
    const begun = this.#begun.get(interval) ?? new Set();
    if (begun.has(what)) return;
    this.#begun.set(interval, begun.add(what));
    this.#tail = this.#tail
      .then(work)
      .catch(error => this.#p.log(`interval ${interval}, ${what}: ${messageOf(error)}`));
  }

  async #send(
    sender: Participant,
    contract: 'Metering' | 'NetSettlement',
    method: string,
    args: readonly unknown[],
    gas: number,
  ): Promise<void> {
    const data = interfaces[contract].encodeFunctionData(method, [...args]);
    await this.#p.link.submit(sender.wallet, this.#p.addresses[contract], data, gas, method);
  }
}

const CODE: Record<Quarrel, number> = { correction: 84, contest: 85, objection: 86 };
/** Of all intervals. */
const SHARE: Record<Quarrel, number> = { correction: 0.1, contest: 0.05, objection: 0.04 };
const DAY_S = 24 * 3600;
