/** Flexibility offers as an operator may use them: price steps, a least quantity, what comes back later. */
import type { GridPeriod, Measure } from './limit-rows.ts';

export interface BlockOffer {
  readonly id: string;
  /** Row of the bus table. */
  readonly bus: number;
  /** Interval of delivery, number in the list of periods. */
  readonly period: number;
  /** up: more injection (or less consumption). */
  readonly direction: 'up' | 'down';
  /** Price steps, taken in this order. */
  readonly blocks: readonly OfferBlock[];
  /** Nothing, or at least this much, kW; 0: any quantity. */
  readonly kwMin: number;
  /** What comes back, against the direction, so many periods later: a share of the quantity each. Empty: nothing does. */
  readonly rebound: readonly Rebound[];
}

export interface OfferBlock {
  readonly kw: number;
  readonly eurPerKwh: number;
}

export interface Rebound {
  readonly afterPeriods: number;
  /** kW per kW of the offer. */
  readonly share: number;
}

export interface LeftOut {
  readonly offer: string;
  readonly why:
    | 'id-repeated'
    | 'bus-unknown'
    | 'period-unknown'
    | 'quantity-not-positive'
    /** An operator buys relief: an offer that pays would be taken without any need. */
    | 'price-negative'
    | 'minimum-above-quantity'
    /** Its energy comes back when nobody looks: unknown is never safe. */
    | 'rebound-beyond-periods'
    | 'rebound-not-after';
}

/** The offers that can be used, by id, and every other one with its reason. */
export function usableOffers(
  offers: readonly BlockOffer[],
  periods: readonly GridPeriod[],
): { readonly usable: readonly BlockOffer[]; readonly leftOut: readonly LeftOut[] } {
  const count = new Map<string, number>();
  for (const { id } of offers) count.set(id, (count.get(id) ?? 0) + 1);
  const usable: BlockOffer[] = [];
  const leftOut: LeftOut[] = [];
  for (const offer of [...offers].sort((a, b) => byId(a.id, b.id))) {
    const why = count.get(offer.id)! > 1 ? 'id-repeated' : obstacle(offer, periods);
    if (why === null) usable.push(offer);
    else leftOut.push({ offer: offer.id, why });
  }
  return { usable, leftOut };
}

export function measureOf(offer: BlockOffer): Measure {
  const towards = offer.direction === 'up' ? 1 : -1;
  const { id, bus, period } = offer;
  return {
    id,
    kwMax: kwMaxOf(offer),
    impulses: [
      { period, bus, kwPerKw: towards },
      ...offer.rebound.map(({ afterPeriods, share }) => ({
        period: period + afterPeriods,
        bus,
        kwPerKw: -towards * share,
      })),
    ],
  };
}

export function kwMaxOf({ blocks }: BlockOffer): number {
  return blocks.reduce((sum, block) => sum + block.kw, 0);
}

/** [block] kW of each price step when so much of the offer is taken. */
export function kwByBlock({ blocks }: BlockOffer, kw: number): number[] {
  let left = kw;
  return blocks.map(block => {
    const taken = Math.min(block.kw, left);
    left -= taken;
    return taken;
  });
}

export function eurPerHourOf(offer: BlockOffer, kw: number): number {
  return kwByBlock(offer, kw).reduce((sum, taken, b) => sum + taken * offer.blocks[b]!.eurPerKwh, 0);
}

/** The same order on every machine, whatever its language. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function obstacle(offer: BlockOffer, periods: readonly GridPeriod[]): LeftOut['why'] | null {
  const { bus, period, blocks, kwMin, rebound } = offer;
  const at = periods[period];
  if (!at) return 'period-unknown';
  if (!(bus >= 0 && bus < at.model.network.bus.count)) return 'bus-unknown';
  if (blocks.length === 0 || !blocks.every(block => block.kw > 0 && block.kw < Number.POSITIVE_INFINITY))
    return 'quantity-not-positive';
  if (!blocks.every(block => block.eurPerKwh >= 0 && block.eurPerKwh < Number.POSITIVE_INFINITY))
    return 'price-negative';
  if (!(kwMin >= 0 && kwMin <= kwMaxOf(offer))) return 'minimum-above-quantity';
  if (!rebound.every(r => Number.isInteger(r.afterPeriods) && r.afterPeriods > 0 && Number.isFinite(r.share)))
    return 'rebound-not-after';
  if (rebound.some(r => r.share !== 0 && period + r.afterPeriods >= periods.length))
    return 'rebound-beyond-periods';
  return null;
}
