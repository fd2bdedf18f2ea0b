/**
 * Standing for the validator set: the aggregator and the transmission operator stand, merit from closed intervals is claimed for
 * those who own several points, and the epoch is ended once a day.
 */
import { encodeBytes32String } from 'ethers';
import { interfaces, type MarketAddresses } from '../../contracts/bindings/index.ts';
import { type ChainLink, messageOf } from '../chain/link.ts';
import type { Participant } from '../participants.ts';
import { INTERVAL_S } from '../setting.ts';
import type { IntervalBook } from './book.ts';
import type { MarketParts } from './parts.ts';

export interface StandingParts extends Omit<MarketParts, 'setting' | 'chainId'> {
  /** Length of an epoch, market seconds. */
  readonly epochS: number;
}

export class Standing {
  readonly #p: StandingParts;
  readonly #claimed = new Set<number>();
  #epoch: number | null = null;
  #hasStood = false;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(parts: StandingParts) {
    this.#p = parts;
  }

  step(nowMs: number): void {
    const { book, epochS } = this.#p;
    const nowS = nowMs / 1000;
    if (!this.#hasStood) {
      this.#hasStood = true;
      this.#queue('standing for validator', () => this.#stand());
    }
    const epoch = Math.floor(nowS / epochS);
    // The epoch that runs when the world starts is not ended by it: somebody may just have done so.
    if (this.#epoch !== null && epoch > this.#epoch)
      this.#queue('end of the epoch', () =>
        this.#send(this.#p.roster.retailer, 'Validators', 'endEpoch', [], 3_000_000),
      );
    this.#epoch = epoch;
    for (const interval of book.intervals()) {
      if (!book.at(interval).closed || this.#claimed.has(interval)) continue;
      this.#claimed.add(interval);
      // The contract takes claims of this epoch and the one before.
      if (Math.floor(interval / epochS) + 1 < epoch) continue;
      this.#queue(`merit of ${interval}`, () => this.#claim(interval));
    }
    for (const interval of this.#claimed) if (interval < nowS - 2 * epochS) this.#claimed.delete(interval);
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  async #stand(): Promise<void> {
    const { roster, link, addresses } = this.#p;
    const validators = interfaces.Validators;
    const answer = await link.call(addresses.Validators, validators.encodeFunctionData('candidates'));
    const standing = [...(validators.decodeFunctionResult('candidates', answer)[0] as string[])];
    for (const one of [roster.aggregator, roster.transmission])
      if (!standing.includes(one.wallet.address)) await this.#send(one, 'Validators', 'stand', [], 200_000);
  }

  async #claim(interval: number): Promise<void> {
    const { roster, book } = this.#p;
    for (const owner of [roster.aggregator, roster.community, roster.vpp]) {
      const points = meritPoints(
        book.at(interval),
        point => book.registry.connectionOf(point)?.owner === owner.wallet.address,
      );
      if (points.length === 0) continue;
      const words = points.map(encodeBytes32String).sort();
      const args = [owner.wallet.address, interval, words];
      await this.#send(owner, 'ProofOfEnergy', 'claim', args, 200_000 + 12_000 * words.length);
      this.#p.log(`merit ${interval}: claimed for ${owner.name} over ${words.length} points`);
    }
  }

  #queue(what: string, work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work).catch(error => this.#p.log(`${what}: ${messageOf(error)}`));
  }

  async #send(
    sender: Participant,
    contract: 'Validators' | 'ProofOfEnergy',
    method: string,
    args: readonly unknown[],
    gas: number,
  ): Promise<void> {
    const data = interfaces[contract].encodeFunctionData(method, [...args]);
    await this.#p.link.submit(sender.wallet, this.#p.addresses[contract], data, gas, method);
  }
}

/** Points of an owner that together used what they made; none when nothing was both made and used. */
export function meritPoints(
  { readings }: Pick<IntervalBook, 'readings'>,
  isOwn: (point: string) => boolean,
): string[] {
  const own = [...readings].filter(([point]) => isOwn(point));
  // The largest first: a claim names only so many.
  const named = own.sort(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, POINTS_PER_CLAIM_MAX);
  const made = named.some(([, netWh]) => netWh > 0);
  const used = named.some(([, netWh]) => netWh < 0);
  return made && used ? named.map(([point]) => point) : [];
}

/** As the contract bounds it. */
const POINTS_PER_CLAIM_MAX = 64;

/** Epochs at a time that the world asks the chain for. */
export async function epochSecondsOf(link: ChainLink, addresses: MarketAddresses): Promise<number> {
  const proof = interfaces.ProofOfEnergy;
  const answer = await link.call(addresses.ProofOfEnergy, proof.encodeFunctionData('epochSeconds'));
  return Math.max(INTERVAL_S, Number(proof.decodeFunctionResult('epochSeconds', answer)[0]));
}
