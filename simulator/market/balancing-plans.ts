/** What is bought of the balancing offers of an interval by others than the grid operator: pure, from seed, interval and offers alone. */
import { DIRECTION, ROLE } from '../../contracts/bindings/index.ts';
import { draw } from '../../grid-models/demonstration/random.ts';
import type { Participant, Roster } from '../participants.ts';
import type { Setting } from '../setting.ts';
import type { BalancingOffer } from './balancing-offers.ts';
import type { IntervalBook } from './book.ts';

export interface BoughtPart {
  readonly offerId: bigint;
  readonly energyWh: number;
}

export interface PlannedCover {
  readonly buyer: Participant;
  readonly point: string;
  readonly part: BoughtPart;
}

/** Now and then the transmission operator takes the cheapest few of one direction; mostly nothing. */
export function transmissionPurchase(
  seed: number,
  interval: number,
  open: readonly BalancingOffer[],
): BoughtPart[] {
  if (draw(seed, interval, 71) >= PURCHASE_SHARE) return [];
  const [up, down] = [DIRECTION.UP, DIRECTION.DOWN].map(d => open.filter(o => o.direction === d));
  const wanted = draw(seed, interval, 72) < 0.5 ? up! : down!;
  // What it would rather have may not be offered.
  const offers = wanted.length > 0 ? wanted : open;
  const most = 1 + Math.floor(PARTS_MAX * draw(seed, interval, 73));
  const parts: BoughtPart[] = [];
  const points = new Set<string>();
  for (const offer of offers) {
    if (parts.length === most) break;
    // One meter cannot show two directions.
    if (points.has(offer.point)) continue;
    points.add(offer.point);
    parts.push({
      offerId: offer.id,
      energyWh: partWh(offer, 0.4 + 0.6 * draw(seed, interval, parts.length, 74)),
    });
  }
  return parts;
}

/**
 * Some prosumers that trade cover what they may fail to deliver. Points are settled in the order of their ids, and a covered one
 * after its seller: so it is covered from points before it, and only when it is settled anyway, because it trades.
 */
export function covers(
  { points, seed }: Setting,
  { individuals }: Roster,
  interval: number,
  open: readonly BalancingOffer[],
  { trades, acceptedWh, offeredPoints }: IntervalBook,
): PlannedCover[] {
  if (draw(seed, interval, 76) >= COVERED_SHARE) return [];
  const trading = new Set<string>();
  for (const id of acceptedWh.keys()) {
    const trade = trades.get(id);
    if (trade) trading.add(trade.sellerPoint).add(trade.buyerPoint);
  }
  const left = open.filter(offer => offer.direction === DIRECTION.UP);
  const planned: PlannedCover[] = [];
  for (const buyer of individuals) {
    if (planned.length === COVERS_MAX) break;
    const k = buyer.points[0]!;
    const point = points[k]!.id;
    if (buyer.roles !== ROLE.PROSUMER || !trading.has(point) || offeredPoints.has(point)) continue;
    if (draw(seed, interval, k, 75) >= COVER_SHARE) continue;
    const at = left.findIndex(offer => offer.point < point);
    if (at < 0) continue;
    // The next one has other offers to choose from.
    const [offer] = left.splice(at, 1);
    const energyWh = Math.min(COVER_WH, partWh(offer!, 0.5));
    planned.push({ buyer, point, part: { offerId: offer!.id, energyWh } });
  }
  return planned;
}

/** In whole 10 Wh; at least what the contract sells, and all where less would be left. */
function partWh({ remainingWh }: BalancingOffer, share: number): number {
  const wh = Math.max(PART_MIN_WH, Math.round((remainingWh * share) / 10) * 10);
  return remainingWh - wh < PART_MIN_WH ? remainingWh : wh;
}

/** Of the intervals: with both, about one part an interval asks for an answer. */
const PURCHASE_SHARE = 0.25;
const COVERED_SHARE = 0.25;
const PARTS_MAX = 3;
/** Of the prosumers in such an interval. */
const COVER_SHARE = 0.1;
const COVERS_MAX = 2;
const COVER_WH = 500;
const PART_MIN_WH = 100;
