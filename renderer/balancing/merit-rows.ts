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
  /** Elements that block an offer, each once. */
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
    blockers: [...new Set(rows.flatMap(({ offer }) => offer.blockedBy ?? []))],
  };
}

/** "480.0 kW usable, 120.0 kW blocked by L4, T3" */
export function sumWords({ usableKw, blockedKw, blockers }: MeritSum): string {
  const usable = `${formatNumber(usableKw, KW_DECIMALS)} kW usable`;
  return blockers.length === 0
    ? usable
    : `${usable}, ${formatNumber(blockedKw, KW_DECIMALS)} kW blocked by ${blockers.join(', ')}`;
}

/** "Bakery at P1: 12.0 kW at 14.00 ct/kWh, 40.0 kW with all cheaper ones" */
export function offerWords({ offer, cumulativeKw }: MeritRow): string {
  const kw = formatNumber(offer.kw, KW_DECIMALS);
  const place =
    offer.blockedBy === null
      ? `${formatNumber(cumulativeKw, KW_DECIMALS)} kW with all cheaper ones`
      : `blocked by ${offer.blockedBy}`;
  return `${offer.sellerName} at ${offer.point}: ${kw} kW at ${formatCentPerKwh(offer.priceMicroEurPerKwh)} ct/kWh, ${place}`;
}

export const KW_DECIMALS = decimalsOf('kW');
