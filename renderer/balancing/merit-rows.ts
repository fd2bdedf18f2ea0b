/** The merit order by direction: what may be used adds up, what is blocked is listed and does not count. */
import type { Balance } from '../../preload/contract/balancing.ts';
import { formatCentPerKwh } from '../ui/amounts.ts';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';

export type Offer = Balance['meritOrder'][number];
export type Direction = Offer['direction'];

export interface MeritRow {
  readonly offer: Offer;
  /** This offer and all cheaper usable ones of its direction; null where it is blocked. */
  readonly cumulativeKw: number | null;
}

export interface MeritSum {
  readonly usableKw: number;
  readonly blockedKw: number;
  /** Elements that block an offer, each once; the reason itself where no element does. */
  readonly blockers: readonly string[];
}

/** As the chain means them: of the net injection of the point that offers. */
export const DIRECTIONS: Readonly<Record<Direction, { title: string; meaning: string }>> = {
  up: { title: 'Up', meaning: 'more injection or less consumption: the area imports less' },
  down: { title: 'Down', meaning: 'less injection or more consumption: the area imports more' },
};

/** Offers of one direction in the order of the merit order, which is cheapest first. */
export function meritRows(offers: readonly Offer[], direction: Direction): MeritRow[] {
  let cumulativeKw = 0;
  return offers
    .filter(offer => offer.direction === direction)
    .map(offer => {
      if (offer.blockedBy !== null) return { offer, cumulativeKw: null };
      cumulativeKw += offer.kw;
      return { offer, cumulativeKw };
    });
}

export function meritSum(rows: readonly MeritRow[]): MeritSum {
  const kw = (blocked: boolean): number =>
    rows.reduce((sum, { offer }) => sum + ((offer.blockedBy !== null) === blocked ? offer.kw : 0), 0);
  return {
    usableKw: kw(false),
    blockedKw: kw(true),
    blockers: [...new Set(rows.flatMap(({ offer }) => offer.blockedElement ?? offer.blockedBy ?? []))],
  };
}

/** "480.0 kW usable, 120.0 kW blocked: L4, T3 and 4 more" */
export function sumWords({ usableKw, blockedKw, blockers }: MeritSum): string {
  const usable = `${formatNumber(usableKw, KW_DECIMALS)} kW usable`;
  if (blockers.length === 0) return usable;
  const more = blockers.length > BLOCKERS_NAMED ? ` and ${blockers.length - BLOCKERS_NAMED} more` : '';
  const named = blockers.slice(0, BLOCKERS_NAMED).join(', ');
  return `${usable}, ${formatNumber(blockedKw, KW_DECIMALS)} kW blocked: ${named}${more}`;
}

/** What the table and the staircases leave out; null where they leave nothing out. */
export function notShownWords({ up, down }: Balance['notShown']): string | null {
  const parts = [...(up > 0 ? [`${up} up`] : []), ...(down > 0 ? [`${down} down`] : [])];
  return parts.length === 0
    ? null
    : `Not shown and not added up: the dearest offers, ${parts.join(' and ')}.`;
}

/** "Bakery at P1: 12.0 kW at 14.00 ct/kWh, 40.0 kW with all cheaper ones" */
export function offerWords({ offer, cumulativeKw }: MeritRow): string {
  const kw = formatNumber(offer.kw, KW_DECIMALS);
  const place =
    offer.blockedBy === null
      ? `${formatNumber(cumulativeKw, KW_DECIMALS)} kW with all cheaper ones`
      : `blocked: ${offer.blockedBy}`;
  return `${offer.sellerName} at ${offer.point}: ${kw} kW at ${formatCentPerKwh(offer.priceMicroEurPerKwh)} ct/kWh, ${place}`;
}

/** More would not fit beside the sums. */
const BLOCKERS_NAMED = 3;
export const KW_DECIMALS = decimalsOf('kW');
