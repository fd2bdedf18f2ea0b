/** Offers of flexibility with what is left of them, what was bought, and what was curtailed, by delivery interval. Pure. */
import type {
  Activation,
  CurtailmentOrder,
  FlexibilityOffer,
  FlexibilityProduct,
} from '../records/market.ts';
import type { IntervalStart, MarketMs, Wh } from '../records/units.ts';

export interface OpenOffer {
  readonly offer: FlexibilityOffer;
  readonly remainingWh: Wh;
}

/** One purchase with its parts, in the order of the chain. */
export interface FlexibilityOrder {
  readonly orderId: string;
  readonly buyer: string;
  readonly interval: IntervalStart;
  readonly product: FlexibilityProduct;
  readonly element: string;
  readonly evidence: string;
  /** The point a customer covers; empty when an operator bought. */
  readonly beneficiaryPoint: string;
  readonly atMs: MarketMs;
  readonly activations: readonly Activation[];
}

/** A part that waits for the operator of its area, with who bought it and what for. */
export interface WaitingPart {
  readonly part: Activation;
  readonly order: Omit<FlexibilityOrder, 'activations'>;
}

export class FlexibilityBook {
  readonly #offers = new Map<string, FlexibilityOffer>();
  readonly #remainingWh = new Map<string, Wh>();
  readonly #offersOf = new Map<IntervalStart, string[]>();
  readonly #orders = new Map<string, Omit<FlexibilityOrder, 'activations'> & { activations: Activation[] }>();
  readonly #activationsOf = new Map<IntervalStart, Activation[]>();
  readonly #withdrawn = new Set<string>();
  /** Parts that wait for the operator of their area, by id: taken out of their offer already. */
  readonly #reserved = new Map<string, Activation>();
  readonly #curtailments = new Map<string, CurtailmentOrder>();
  readonly #curtailmentsOf = new Map<IntervalStart, CurtailmentOrder[]>();

  offer(offer: FlexibilityOffer): void {
    if (this.#offers.has(offer.id)) return;
    this.#offers.set(offer.id, offer);
    this.#remainingWh.set(offer.id, offer.energyWh);
    append(this.#offersOf, offer.interval, offer.id);
  }

  withdraw(offerId: string): void {
    this.#remainingWh.set(offerId, 0n);
    this.#withdrawn.add(offerId);
  }

  order(order: Omit<FlexibilityOrder, 'activations'>): void {
    if (!this.#orders.has(order.orderId)) this.#orders.set(order.orderId, { ...order, activations: [] });
  }

  /** @throws Error when the chain reserves more than is left: the log then misses an offer */
  reserve(part: Activation): void {
    if (this.#reserved.has(part.partId)) return;
    this.#take(part);
    this.#reserved.set(part.partId, part);
  }

  /** What was reserved is open again, unless its seller has withdrawn the offer since. */
  endReservation(partId: string): void {
    const part = this.#reserved.get(partId);
    if (part === undefined) return;
    this.#reserved.delete(partId);
    if (this.#withdrawn.has(part.offerId)) return;
    this.#remainingWh.set(part.offerId, (this.#remainingWh.get(part.offerId) ?? 0n) + part.energyWh);
  }

  isWaiting(partId: string): boolean {
    return this.#reserved.has(partId);
  }

  /** What waits for the operator of its area, by delivery and then in the order of the chain; also what nobody gave back yet. */
  waiting(): WaitingPart[] {
    return [...this.#reserved.values()]
      .flatMap(part => {
        const order = this.#orders.get(part.orderId);
        return order === undefined ? [] : [{ part, order }];
      })
      .sort((a, b) => a.part.interval - b.part.interval);
  }

  /** @throws Error when the chain activates more than is left: the log then misses an offer */
  activate(activation: Activation): void {
    if (!this.#reserved.delete(activation.partId)) this.#take(activation);
    append(this.#activationsOf, activation.interval, activation);
    this.#orders.get(activation.orderId)?.activations.push(activation);
  }

  #take({ orderId, offerId, energyWh }: Activation): void {
    const left = (this.#remainingWh.get(offerId) ?? 0n) - energyWh;
    if (left < 0n)
      throw new Error(`order ${orderId} takes ${energyWh} Wh of offer ${offerId}, which has less`);
    this.#remainingWh.set(offerId, left);
  }

  curtail(order: CurtailmentOrder): void {
    if (this.#curtailments.has(order.id)) return;
    this.#curtailments.set(order.id, order);
    append(this.#curtailmentsOf, order.interval, order);
  }

  /** Offers of an interval of which something is left, in the order of the chain. */
  openOffers(interval: IntervalStart): OpenOffer[] {
    return (this.#offersOf.get(interval) ?? []).flatMap(id => {
      const remainingWh = this.#remainingWh.get(id) ?? 0n;
      const offer = this.#offers.get(id);
      return offer === undefined || remainingWh === 0n ? [] : [{ offer, remainingWh }];
    });
  }

  offerOf(id: string): OpenOffer | null {
    const offer = this.#offers.get(id);
    return offer === undefined ? null : { offer, remainingWh: this.#remainingWh.get(id) ?? 0n };
  }

  activations(interval: IntervalStart): readonly Activation[] {
    return this.#activationsOf.get(interval) ?? [];
  }

  curtailments(interval: IntervalStart): readonly CurtailmentOrder[] {
    return this.#curtailmentsOf.get(interval) ?? [];
  }

  /** In the order of the chain. */
  orders(): FlexibilityOrder[] {
    return [...this.#orders.values()];
  }

  allCurtailments(): CurtailmentOrder[] {
    return [...this.#curtailments.values()];
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
