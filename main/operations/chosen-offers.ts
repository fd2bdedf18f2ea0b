/** Parts of offers that an operator chose, found again among what is open: what the chain would refuse is refused here in words. Pure. */
import type { FlexibilityOffer } from '../records/market.ts';
import type { MicroEur, Wh } from '../records/units.ts';
import { soldWh } from './order-terms.ts';

/** A part of an offer that an operator chose. */
export interface ChosenPart {
  readonly offerId: string;
  readonly energyWh: Wh;
}

export interface OpenOffer {
  readonly offer: FlexibilityOffer;
  readonly remainingWh: Wh;
}

export interface ChosenOffer {
  readonly offer: FlexibilityOffer;
  readonly energyWh: Wh;
}

export function chosenOffers(
  open: readonly OpenOffer[],
  parts: readonly ChosenPart[],
): { readonly parts: readonly ChosenOffer[] } | { readonly problem: string } {
  const known = new Map(open.map(o => [o.offer.id, o]));
  const chosen: ChosenOffer[] = [];
  for (const { offerId, energyWh } of parts) {
    const found = known.get(offerId);
    if (!found || energyWh > found.remainingWh || energyWh <= 0n)
      return {
        problem: `Offer ${offerId} is gone or has less than ${energyWh} Wh left: look at the offers again.`,
      };
    const leastWh = soldWh(energyWh, found.remainingWh);
    if (energyWh < leastWh) return { problem: `Less than ${leastWh} Wh of offer ${offerId} is not sold.` };
    chosen.push({ offer: found.offer, energyWh });
  }
  return { parts: chosen };
}

/** As the contract rounds each part: down. */
export function costOf(parts: readonly ChosenOffer[]): MicroEur {
  return parts.reduce((sum, { offer, energyWh }) => sum + (offer.priceMicroEurPerKwh * energyWh) / 1000n, 0n);
}
