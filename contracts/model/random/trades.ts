/** Random trades: sealed batches, the reverse auction, verdicts. */
import type { ShownTrade, TradeTerms } from '../daylight.ts';
import { gateS } from '../intervals.ts';
import { type Account, type Details, KINDS, type Point } from '../market.ts';
import type { Operation } from '../operations.ts';
import { DECISIONS, type Entry, type Round, sidesOf } from '../verdicts.ts';
import { intervalAhead, isQuiet, operation, operatorAt, ownerOf, type Scene, tradesOf } from './scene.ts';

export function commits(scene: Scene): Operation | null {
  const { m, draw, cast, secrets } = scene;
  const interval = draw.chance(0.04)
    ? m.nowS + 600n
    : intervalAhead(scene, 580, draw.chance(0.1) ? 3600 : 1500);
  if (isQuiet(scene, interval)) return null;
  const kind = draw.pick([0, 0, 3, 4, 5, draw.below(8)]);
  const sender = draw.chance(0.8) ? cast.broker : draw.pick([...cast.owners, cast.stranger]);
  const areas = draw.pick([
    [1, 1],
    [1, 1],
    [2, 2],
    [1, 2],
    [2, 1],
    [1, 9],
  ] as const);
  const sequence = m.sequences.at(sender) + (draw.chance(0.03) ? 1n : 0n);
  const count = draw.chance(0.04)
    ? draw.pick([1025, 300, 300, 300])
    : draw.chance(0.03)
      ? 0
      : draw.between(1, 4);
  const trades = Array.from({ length: Math.min(count, 4) }, () =>
    agreed(scene, { interval, kind, areas, broker: sender, sequence }),
  );
  for (const trade of trades) secrets.set(m.terms.leafOf(trade.details), trade);
  const leaves = trades.map(trade => m.terms.leafOf(trade.details)).sort();
  if (count > 4)
    leaves.splice(0, leaves.length, ...Array.from({ length: count }, (_, i) => hex32(BigInt(i + 1))));
  if (draw.chance(0.03) && leaves.length > 0) leaves.push(leaves[0]!);
  return operation('commitTrades', sender, { interval, kind, areas, sequence, leaves });
}

export function judges(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const stray = draw.chance(0.08);
  const ids = Array.from({ length: m.counts.at('batches') }, (_, i) => i + 1).filter(
    id => stray || m.nowS < gateS(m, m.batches.at(id)!.interval),
  );
  // Batches on which an operator has not spoken come first.
  const open = ids.filter(id =>
    sidesOf(m.batches.at(id)!).some(side => m.rounds.at(`${id}/${side}`).length === 0),
  );
  const id = draw.chance(0.01) ? 9999 : draw.chance(0.85) ? lastOf(scene, open) : lastOf(scene, ids);
  if (id === undefined) return null;
  const batch = m.batches.at(id);
  const silent = batch ? sidesOf(batch).findIndex(side => m.rounds.at(`${id}/${side}`).length === 0) : 0;
  const area = batch ? batch.areas[silent === -1 ? draw.below(2) : silent]! : 1;
  const sender = draw.chance(0.95) ? operatorAt(scene, area) : draw.pick([...cast.operators, cast.tso]);
  return operation('giveVerdicts', sender, { rounds: [roundOf(scene, id)] });
}

export function postsBid(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const interval = intervalAhead(scene, 590, draw.chance(0.2) ? 3600 : 1700);
  if (isQuiet(scene, interval)) return null;
  const own = cast.points.filter(point => ownerOf(scene, point) === cast.aggregator);
  const point = draw.chance(0.9) && own.length > 0 ? draw.pick(own) : draw.pick(cast.points);
  const energyWh = draw.chance(0.05) ? 0n : draw.chance(0.02) ? 2n ** 41n : draw.big(500, 6000);
  const maxPriceMicroEurPerKwh = draw.chance(0.05) ? 500_000n : draw.big(120_000, 240_000);
  return operation('postBid', draw.chance(0.95) ? cast.aggregator : draw.pick(cast.owners), {
    point,
    interval: draw.chance(0.03) ? m.nowS : interval,
    energyWh,
    maxPriceMicroEurPerKwh,
  });
}

export function offersToBid(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const bid = draw.chance(0.05) ? draw.between(1, 99) : openBid(scene);
  if (bid === undefined) return null;
  const point = draw.pick(cast.points);
  const asked = m.bids.at(bid);
  const ownPoint = asked && draw.chance(0.03) ? m.connections.at(asked.connection)!.point : point;
  return operation('offerToBid', draw.chance(0.95) ? ownerOf(scene, ownPoint) : draw.pick(cast.owners), {
    bid,
    point: ownPoint,
    energyWh: draw.chance(0.05) ? 99n : asked && asked.energyWh > 2n ** 40n ? 2n ** 40n : draw.big(100, 2000),
    priceMicroEurPerKwh: draw.chance(0.05)
      ? 1n
      : draw.big(100_000, Number(asked?.maxPriceMicroEurPerKwh ?? 200_000n) + 5000),
  });
}

export function closesBid(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const bid = draw.chance(0.1) ? draw.between(1, m.counts.at('bids') + 1) : openBid(scene);
  if (bid === undefined) return null;
  const connection = m.connections.at(m.bids.at(bid)?.connection ?? 0);
  const sender = draw.chance(0.9) ? (connection?.owner ?? cast.aggregator) : draw.pick(cast.owners);
  return operation('closeBid', sender, { bid });
}

/** Verdicts of one side: honest mostly; not always on what exists, and not always what the sealed part says. */
export function roundOf(scene: Scene, id: number): Round {
  const { draw, m } = scene;
  const trades = m.batches.at(id) ? tradesOf(scene, id) : [];
  const entries: Entry[] = [];
  for (const [index, { details }] of trades.entries()) {
    if (draw.chance(0.08)) continue;
    entries.push(entryOn(scene, index, details));
  }
  if (draw.chance(0.02)) entries.push({ ...entryOn(scene, 2000, trades[0]?.details ?? null), index: 2000 });
  if (draw.chance(0.02) && entries.length > 0)
    entries.push({ ...entries[0]!, decision: draw.pick([0, 1, 5]) });
  if (draw.chance(0.02)) entries.length = 0;
  const decisions = entries.map(({ index, decision, reasonCode }) => ({ index, decision, reasonCode }));
  // A sealed verdict that says another thing than the open one counts for nothing in daylight.
  const sealed = entries.map(entry =>
    draw.chance(0.05) ? { ...entry, decision: draw.between(1, 4) } : entry,
  );
  return { batch: id, decisions, strayBytes: draw.chance(0.02) ? draw.between(1, 4) : 0, sealed };
}

function entryOn({ draw }: Scene, index: number, details: Details | null): Entry {
  const decision = draw.pick([1, 1, 1, 1, 2, 2, 3, 4]);
  const askedWh = Number(details?.energyWh ?? 0n);
  const letWh = decision === DECISIONS.reduced ? draw.between(0, askedWh) : askedWh;
  const flows = decision <= DECISIONS.reduced;
  return {
    index,
    decision,
    reasonCode: draw.below(9),
    energyWh: flows ? BigInt(Math.min(draw.chance(0.1) ? letWh + 500 : letWh, 2 ** 39)) : 0n,
    // Now and then beyond the cap.
    feeMicroEur: flows
      ? BigInt(
          Math.floor((letWh * draw.between(-30_000, draw.chance(0.1) ? 200_000 : 90_000)) / 1000) % 2 ** 38,
        )
      : 0n,
    evidence: hex32(BigInt(draw.below(1_000_000))),
  };
}

/** A trade between two points of the areas, signed by both, or nearly. */
function agreed(
  scene: Scene,
  batch: {
    interval: bigint;
    kind: number;
    areas: readonly [number, number];
    broker: Account;
    sequence: bigint;
  },
): ShownTrade {
  const { m, draw, cast } = scene;
  const [seller, buyer] = batch.areas.map(area => {
    const inside = cast.points.filter(point => m.points.at(point)?.area === area);
    return draw.chance(0.95) && inside.length > 0 ? draw.pick(inside) : draw.pick(cast.points);
  }) as [Point, Point];
  const low = batch.kind === KINDS.community ? 10_000 : 90_000;
  const details: Details = {
    sellerConnection: m.points.at(seller)?.connection ?? 0,
    buyerConnection: m.points.at(buyer)?.connection ?? 0,
    energyWh: draw.chance(0.02) ? 0n : draw.big(1, 5000),
    priceMicroEurPerKwh: draw.chance(0.05) ? draw.pick([1n, 410_000n]) : draw.big(low, 260_000),
    attribute: draw.below(3),
    salt: draw.big(1, 2 ** 30) * 2n ** 64n + draw.big(0, 2 ** 30),
  };
  const terms: TradeTerms = {
    sellerPoint: seller,
    buyerPoint: buyer,
    interval: batch.interval,
    energyWh: details.energyWh,
    priceMicroEurPerKwh: details.priceMicroEurPerKwh,
    attribute: details.attribute,
    kind: batch.kind,
    broker: batch.broker,
    sequence: batch.sequence,
    salt: details.salt,
  };
  const sign = (point: Point) => {
    if (draw.chance(0.03)) return null;
    const by = draw.chance(0.03) ? draw.pick(cast.owners) : ownerOf(scene, point);
    return { by, terms: draw.chance(0.03) ? { ...terms, energyWh: terms.energyWh + 1n } : terms };
  };
  return { details, seller: sign(seller), buyer: sign(buyer) };
}

function openBid({ m, draw }: Scene): number | undefined {
  const ids = Array.from({ length: m.counts.at('bids') }, (_, i) => i + 1);
  const open = ids.filter(id => !m.bids.at(id)!.closed && m.nowS < gateS(m, m.bids.at(id)!.interval));
  return open.length > 0 ? draw.pick(open) : undefined;
}

function lastOf({ draw }: Scene, ids: readonly number[]): number | undefined {
  return ids.length > 0 ? draw.pick(ids.slice(-12)) : undefined;
}

const hex32 = (n: bigint): string => `0x${n.toString(16).padStart(64, '0')}`;
