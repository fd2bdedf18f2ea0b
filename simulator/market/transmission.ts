/**
 * The transmission operator and the prosumers that cover themselves buy balancing flexibility in the area of the grid operator, who
 * has to confirm it; what was not confirmed in time they give back.
 */
import { encodeBytes32String, type Wallet } from 'ethers';
import { interfaces, PRODUCT } from '../../contracts/bindings/index.ts';
import { messageOf } from '../chain/link.ts';
import { INTERVAL_S } from '../setting.ts';
import { type BalancingOffers, CONFIRMATION_LEAD_S } from './balancing-offers.ts';
import { covers, transmissionPurchase } from './balancing-plans.ts';
import type { MarketParts } from './parts.ts';

export interface TransmissionParts extends Omit<MarketParts, 'chainId'> {
  readonly offers: BalancingOffers;
  /** Time between market moves and the end of the confirmation that a purchase needs, market seconds. */
  readonly marginS: number;
}

export class Transmission {
  readonly #p: TransmissionParts;
  readonly #bought = new Set<number>();
  readonly #releasing = new Set<bigint>();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(parts: TransmissionParts) {
    this.#p = parts;
  }

  /** Buys once for each interval that has come near, and gives back what has lapsed. */
  step(nowMs: number): void {
    const nowS = nowMs / 1000;
    const first = (Math.floor(nowS / INTERVAL_S) + 1) * INTERVAL_S;
    for (let interval = first; interval <= nowS + BUYING_AHEAD_S; interval += INTERVAL_S) {
      const isOpen = nowS < interval - CONFIRMATION_LEAD_S - this.#p.marginS;
      if (!isOpen || this.#bought.has(interval)) continue;
      this.#bought.add(interval);
      this.#queue(`balancing for ${interval}`, () => this.#buy(interval));
    }
    this.#release(nowS);
    for (const interval of this.#bought) if (interval < nowS) this.#bought.delete(interval);
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  async #buy(interval: number): Promise<void> {
    const { setting, roster, book, offers, log } = this.#p;
    const { wallet } = roster.transmission;
    const open = offers.open(interval);
    // After a restart: what was ordered before stands on the chain.
    const parts = offers.hasOrdered(wallet.address, interval)
      ? []
      : transmissionPurchase(setting.seed, interval, open);
    if (parts.length > 0) {
      const ids = parts.map(p => p.offerId);
      const energyWh = parts.map(p => p.energyWh);
      const args = [interval, PRODUCT.BALANCING, ids, energyWh, NOTHING, NOTHING];
      await this.#send(wallet, 'purchase', args, parts.length);
      log(`balancing ${interval}: the transmission operator bought ${parts.length} parts`);
    }
    const taken = new Set(parts.map(p => p.offerId));
    const rest = open.filter(offer => !taken.has(offer.id));
    for (const { buyer, point, part } of covers(setting, roster, interval, rest, book.at(interval))) {
      if (offers.hasOrdered(buyer.wallet.address, interval)) continue;
      const args = [interval, encodeBytes32String(point), [part.offerId], [part.energyWh]];
      await this.#send(buyer.wallet, 'cover', args, 1);
      log(`balancing ${interval}: ${buyer.name} covers itself with ${part.energyWh} Wh`);
    }
  }

  #release(nowS: number): void {
    const { roster, offers } = this.#p;
    for (const { wallet } of [roster.transmission, ...roster.individuals])
      for (const partId of offers.lapsed(wallet.address, nowS)) {
        if (this.#releasing.has(partId)) continue;
        this.#releasing.add(partId);
        this.#queue(`release of part ${partId}`, () => this.#send(wallet, 'release', [partId], 1));
      }
  }

  #queue(what: string, work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work).catch(error => this.#p.log(`${what}: ${messageOf(error)}`));
  }

  async #send(sender: Wallet, method: string, args: readonly unknown[], parts: number): Promise<void> {
    const data = interfaces.Flexibility.encodeFunctionData(method, [...args]);
    await this.#p.link.submit(sender, this.#p.addresses.Flexibility, data, 200_000 + 300_000 * parts, method);
  }
}

/** No element of the grid, no study: 32 zero bytes. */
const NOTHING = encodeBytes32String('');
/** So late that verdicts and offers are known, so early that a person has time to answer. */
const BUYING_AHEAD_S = 60 * 60;
