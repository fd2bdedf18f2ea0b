/** Random flexibility and curtailment: offers, orders, answers between grids, lapses, cover, the last resort. */
import { REASON_BYTES_MAX } from '../curtailment.ts';
import { confirmationEndS, FLEXIBILITY_MIN_WH, openOfferedWh } from '../flexibility.ts';
import { type Interval, on } from '../market.ts';
import type { Operation } from '../operations.ts';
import { everybody, intervalAhead, isQuiet, operation, operatorAt, ownerOf, type Scene } from './scene.ts';

export function offersFlexibility(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const interval = draw.chance(0.03) ? m.nowS : intervalAhead(scene, 1, draw.chance(0.2) ? 2700 : 1300);
  if (isQuiet(scene, interval)) return null;
  const place = draw.below(cast.points.length);
  const point = cast.points[place]!;
  // Every third point is rather covered than a seller.
  if (place % 3 === 0 && !draw.chance(0.1)) return null;
  const position = m.positions.at(on(point, interval));
  const baselineNetWh =
    position.stated && !draw.chance(0.05) ? position.baselineNetWh : draw.big(-4000, 4000);
  const direction = draw.chance(0.02) ? 2 : draw.chance(0.9) ? place % 2 : draw.below(2);
  const terms = Array.from({ length: draw.between(1, 2) }, () => ({
    point,
    interval,
    product: draw.chance(0.02) ? 5 : draw.pick([0, 0, 0, 1, 2, 3, 4]),
    direction,
    energyWh: draw.chance(0.03) ? 99n : draw.big(100, 3000),
    priceMicroEurPerKwh: draw.big(10_000, 300_000),
    baselineNetWh,
  }));
  return operation('offerFlexibility', draw.chance(0.96) ? ownerOf(scene, point) : draw.pick(cast.owners), {
    terms,
  });
}

export function withdraws(scene: Scene): Operation | null {
  const { m, draw } = scene;
  const id = pickOffer(scene, 0.1);
  if (id === null) return null;
  const seller = m.connections.at(m.offers.at(id)?.connection ?? 0)?.owner;
  return operation('withdrawOffer', draw.chance(0.6) && seller ? seller : draw.pick(everybody(scene)), {
    offer: id,
  });
}

export function purchases(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const first = pickOffer(scene, 0.03);
  if (first === null) return null;
  const offer = m.offers.at(first);
  const interval = offer && !draw.chance(0.03) ? offer.interval : intervalAhead(scene, 1, 900);
  const offers = draw.chance(0.8) ? [first] : [first, pickOffer(scene, 0.02) ?? first];
  const energiesWh = offers.map(id => askedOf(scene, id));
  if (draw.chance(0.02)) energiesWh.pop();
  const product = draw.chance(0.02) ? 5 : draw.chance(0.95) ? (offer?.product ?? 0) : draw.below(5);
  const area = m.points.at(m.connections.at(offer?.connection ?? 0)?.point ?? '')?.area ?? 1;
  const buyer = draw.chance(0.5)
    ? operatorAt(scene, area)
    : draw.pick([...cast.operators, cast.tso, cast.tso]);
  const sender = draw.chance(0.97) ? buyer : draw.pick(everybody(scene));
  return operation('purchase', sender, { interval, product, offers, energiesWh });
}

export function covers(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const offer = draw.chance(0.95) ? pickOffer(scene, 0.02, 0) : pickOffer(scene, 0.1);
  if (offer === null) return null;
  const interval = m.offers.at(offer)?.interval ?? intervalAhead(scene, 1, 900);
  const place = draw.chance(0.85)
    ? 3 * draw.below(Math.ceil(cast.points.length / 3))
    : draw.below(cast.points.length);
  const beneficiary = cast.points[place]!;
  const energiesWh = [draw.chance(0.03) ? 25_001n : askedOf(scene, offer)];
  if (draw.chance(0.02)) energiesWh.push(1n);
  const sender = draw.chance(0.93) ? ownerOf(scene, beneficiary) : draw.pick(everybody(scene));
  return operation('coverPoint', sender, { interval, beneficiary, offers: [offer], energiesWh });
}

/** The operator of the points' area confirms or refuses what waits. */
export function answersParts(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const waiting = waitingParts(scene).filter(
    id => m.nowS < confirmationEndS(intervalOf(scene, id)) || draw.chance(0.05),
  );
  if (waiting.length === 0 && !draw.chance(0.05)) return null;
  const first = waiting.length > 0 ? draw.pick(waiting) : draw.between(1, m.counts.at('parts') + 1);
  const area = areaOf(scene, first);
  const parts = [
    first,
    ...waiting.filter(id => id !== first && areaOf(scene, id) === area && draw.chance(0.2)),
  ];
  const sender = draw.chance(0.93)
    ? operatorAt(scene, area)
    : draw.pick([...cast.operators, cast.tso, cast.broker]);
  if (draw.chance(0.7)) return operation('confirmParts', sender, { parts });
  return operation('refuseParts', sender, { parts, reasonCode: draw.chance(0.05) ? 0 : 3 });
}

export function releases(scene: Scene): Operation | null {
  const { m, draw } = scene;
  const lapsed = waitingParts(scene).filter(
    id => m.nowS >= confirmationEndS(intervalOf(scene, id)) || draw.chance(0.03),
  );
  const part = lapsed.length > 0 ? draw.pick(lapsed) : draw.chance(0.03) ? draw.between(1, 9) : null;
  return part === null ? null : operation('releasePart', draw.pick(everybody(scene)), { part });
}

export function curtails(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const interval = intervalAhead(scene, draw.chance(0.06) ? -1800 : -890, 900);
  if (isQuiet(scene, interval)) return null;
  const point = draw.chance(0.02) ? `0x${'aa'.repeat(32)}` : draw.pick(cast.points);
  const count = draw.chance(0.03) ? 9 : draw.between(1, 3);
  const direction = draw.chance(0.02) ? 2 : draw.chance(0.8) ? 1 : 0;
  const terms = Array.from({ length: count }, (_, i) => {
    const energyWh = draw.chance(0.03) ? draw.pick([0n, 10_000_001n]) : draw.big(100, 4000);
    return {
      point: i === 0 || draw.chance(0.7) ? point : draw.pick(cast.points),
      interval,
      energyWh,
      direction: draw.chance(0.1) ? 0 : direction,
      legalRank: draw.chance(0.02) ? draw.pick([0, 6]) : draw.between(1, 5),
      reasonCode: draw.chance(0.02) ? 0 : draw.between(1, 9),
      compensationMicroEur: draw.chance(0.03) ? energyWh * 1000n + 1n : draw.big(0, 90_000),
    };
  });
  const area = m.points.at(point)?.area ?? 1;
  // Exactly what the market could do, and one Wh more.
  const openWh = m.operators.at(area) ? openOfferedWh(m, interval, direction, area) : 0n;
  if (openWh > 0n && draw.chance(0.2)) {
    const energyWh = openWh + draw.big(0, 1);
    terms.splice(0, terms.length, { ...terms[0]!, point, direction, energyWh, compensationMicroEur: 0n });
  }
  const sender = draw.chance(0.95) ? operatorAt(scene, area) : draw.pick(everybody(scene));
  const words = (share: number) =>
    draw.chance(0.02) ? 'x'.repeat(REASON_BYTES_MAX + 1) : draw.chance(share) ? 'words' : '';
  return operation('curtail', sender, { terms, reason: words(0.97), marketOverride: words(0.4) });
}

function pickOffer({ m, draw }: Scene, stray: number, product: number | null = null): number | null {
  const count = m.counts.at('offers');
  if (draw.chance(stray)) return draw.between(1, count + 2);
  const open = Array.from({ length: Math.min(count, 60) }, (_, i) => count - i).filter(id => {
    const offer = m.offers.at(id)!;
    return (
      offer.remainingWh > 0n && m.nowS < offer.interval && (product === null || offer.product === product)
    );
  });
  return open.length > 0 ? draw.pick(open) : null;
}

function askedOf({ m, draw }: Scene, offer: number): bigint {
  const remaining = Number(m.offers.at(offer)?.remainingWh ?? 0n);
  if (draw.chance(0.04)) return draw.pick([0n, 50n, BigInt(remaining + 1)]);
  const least = Math.min(remaining, Number(FLEXIBILITY_MIN_WH));
  return draw.chance(0.2) ? BigInt(remaining) : draw.big(least, Math.max(least, Math.min(remaining, 900)));
}

function waitingParts({ m }: Scene): number[] {
  const count = m.counts.at('parts');
  return Array.from({ length: Math.min(count, 80) }, (_, i) => count - i).filter(
    id => m.parts.at(id)!.state === 'waiting',
  );
}

function intervalOf({ m }: Scene, part: number): Interval {
  return m.offers.at(m.parts.at(part)!.offer)!.interval;
}

function areaOf({ m }: Scene, part: number): number {
  const offer = m.offers.at(m.parts.at(part)?.offer ?? 0);
  return m.points.at(m.connections.at(offer?.connection ?? 0)?.point ?? '')?.area ?? 1;
}
