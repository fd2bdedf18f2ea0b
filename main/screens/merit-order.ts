/** The merit order of flexibility: what each direction offers, cheapest first, and what the grid does not let it be used for. Pure. */
import type { LimitReading } from '../../grid-models/security/assessment.ts';
import type { Balance } from '../../preload/contract/balancing.ts';
import type { Direction } from '../records/market.ts';
import type { IntervalRoom } from '../supervision/solver/grid-core.ts';

export type MeritOffer = Balance['meritOrder'][number];
export type OfferBlock = Pick<MeritOffer, 'blockedBy' | 'blockedElement'>;

/**
 * A product used for balance must not make trouble in the grid it comes from: what would use more of a limit that is near or
 * violated is blocked. Unknown is never safe.
 * @param segment of the offer's connection point; null where the network has no such point
 */
export function offerBlock(
  offer: { readonly point: string; readonly direction: Direction },
  segment: string | null,
  { missing, segments }: IntervalRoom,
): OfferBlock {
  if (segment === null) return unknown(`connection point ${offer.point} is not in this network.`);
  if (missing !== null) return unknown(missing);
  const room = segments.find(s => s.segment === segment);
  if (!room) return unknown(`no limit of segment ${segment || 'Station'} has a value.`);
  const reading = room[offer.direction];
  return reading === null
    ? { blockedBy: null, blockedElement: null }
    : { blockedBy: words(reading), blockedElement: reading.element };
}

/** Both directions cheapest first; each is cut by itself, so that many offers of one never hide those of the other. */
export function meritOrder(
  offers: readonly MeritOffer[],
  shownMax = OFFERS_SHOWN_MAX,
): Pick<Balance, 'meritOrder' | 'notShown'> {
  const sorted = offers.toSorted(
    (a, b) =>
      Number(BigInt(a.priceMicroEurPerKwh) - BigInt(b.priceMicroEurPerKwh)) ||
      (a.offerId < b.offerId ? -1 : 1),
  );
  const up = sorted.filter(offer => offer.direction === 'up');
  const down = sorted.filter(offer => offer.direction === 'down');
  return {
    meritOrder: [...up.slice(0, shownMax), ...down.slice(0, shownMax)],
    notShown: { up: Math.max(0, up.length - shownMax), down: Math.max(0, down.length - shownMax) },
  };
}

/** "T3: transformer loading 98.2 %, limit 100.0 %" */
function words({ element, limit, value, limitValue, unit }: LimitReading): string {
  const amount = (of: number) => `${of.toFixed(unit === '%' ? 1 : 4)} ${unit}`;
  return `${element}: ${QUANTITY[limit]} ${amount(value)}, limit ${amount(limitValue)}`;
}

function unknown(why: string): OfferBlock {
  return { blockedBy: `unknown: ${why.replace(/\.$/, '')}`, blockedElement: null };
}

const QUANTITY: Record<LimitReading['limit'], string> = {
  'voltage-high': 'high voltage',
  'voltage-low': 'low voltage',
  'line-loading': 'line loading',
  'transformer-loading': 'transformer loading',
};

/** Rows a screen can take at once, per direction. */
const OFFERS_SHOWN_MAX = 200;
