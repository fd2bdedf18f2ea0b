/** Balancing offers with what is left of them, and what was ordered of them, as the chain tells it: for those who buy. */
import { decodeBytes32String } from 'ethers';
import { interfaces, type MarketAddresses, PRODUCT } from '../../contracts/bindings/index.ts';
import type { ChainLog } from './book.ts';

export interface BalancingOffer {
  readonly id: bigint;
  readonly interval: number;
  readonly point: string;
  /** One of DIRECTION. */
  readonly direction: number;
  readonly priceMicroEurPerKwh: number;
  /** What may still be bought; what waits for the operator of the area is not among it. */
  readonly remainingWh: number;
}

/** Bought, and not confirmed yet by the operator of its area. */
interface WaitingPart {
  readonly id: bigint;
  readonly buyer: string;
  readonly interval: number;
  readonly offerId: bigint;
  readonly energyWh: number;
}

export class BalancingOffers {
  readonly #address: string;
  readonly #offers = new Map<bigint, BalancingOffer>();
  readonly #orders = new Map<bigint, { readonly buyer: string; readonly interval: number }>();
  readonly #waiting = new Map<bigint, WaitingPart>();

  constructor(addresses: Pick<MarketAddresses, 'Flexibility'>) {
    this.#address = addresses.Flexibility.toLowerCase();
  }

  apply(log: ChainLog): void {
    if (log.address.toLowerCase() !== this.#address) return;
    const event = interfaces.Flexibility.parseLog({ topics: [...log.topics], data: log.data });
    if (event) this.#apply(event.name, event.args.toObject());
  }

  /** Of which something is left, cheapest first. */
  open(interval: number): BalancingOffer[] {
    return [...this.#offers.values()]
      .filter(offer => offer.interval === interval && offer.remainingWh > 0)
      .sort((a, b) => a.priceMicroEurPerKwh - b.priceMicroEurPerKwh || (a.id < b.id ? -1 : 1));
  }

  hasOrdered(buyer: string, interval: number): boolean {
    return [...this.#orders.values()].some(order => order.buyer === buyer && order.interval === interval);
  }

  /** Parts of a buyer that nobody confirmed in time. */
  lapsed(buyer: string, nowS: number): bigint[] {
    return [...this.#waiting.values()]
      .filter(part => part.buyer === buyer && nowS >= part.interval - CONFIRMATION_LEAD_S)
      .map(part => part.id);
  }

  forgetBefore(interval: number): void {
    for (const map of [this.#offers, this.#orders, this.#waiting])
      for (const [id, of] of map) if (of.interval < interval) map.delete(id);
  }

  #apply(name: string, args: Record<string, unknown>): void {
    const id = (key: string) => args[key] as bigint;
    const number = (key: string) => Number(args[key]);
    switch (name) {
      case 'FlexibilityOffered':
        if (number('product') !== PRODUCT.BALANCING) return;
        this.#offers.set(id('offerId'), {
          id: id('offerId'),
          interval: number('interval'),
          point: decodeBytes32String(args['point'] as string),
          direction: number('direction'),
          priceMicroEurPerKwh: number('priceMicroEurPerKwh'),
          remainingWh: number('energyWh'),
        });
        return;
      case 'FlexibilityWithdrawn':
        this.#offers.delete(id('offerId'));
        return;
      case 'FlexibilityOrdered':
        this.#orders.set(id('orderId'), { buyer: args['buyer'] as string, interval: number('interval') });
        return;
      case 'FlexibilityReserved':
        this.#add(id('offerId'), -number('energyWh'));
        this.#waiting.set(id('partId'), {
          id: id('partId'),
          buyer: this.#orders.get(id('orderId'))?.buyer ?? '',
          interval: number('interval'),
          offerId: id('offerId'),
          energyWh: number('energyWh'),
        });
        return;
      case 'FlexibilityActivated':
        if (!this.#waiting.delete(id('partId'))) this.#add(id('offerId'), -number('energyWh'));
        return;
      case 'FlexibilityRefused':
      case 'FlexibilityLapsed':
        if (this.#waiting.delete(id('partId'))) this.#add(id('offerId'), number('energyWh'));
    }
  }

  #add(offerId: bigint, energyWh: number): void {
    const offer = this.#offers.get(offerId);
    if (offer) this.#offers.set(offerId, { ...offer, remainingWh: offer.remainingWh + energyWh });
  }
}

/** The operator of an area answers so long before delivery, as in the contract, s. */
export const CONFIRMATION_LEAD_S = 300;
