/** Random pools: signed orders, cancellations, clearings in one go and in steps. */

import { gateS } from '../intervals.ts';
import { attempt, type Interval, on } from '../market.ts';
import type { Operation } from '../operations.ts';
import {
  BUY,
  beginClearing,
  inOrder,
  ORDERS_PER_STEP_MAX,
  type OrderTerms,
  poolClosureS,
  priceOf,
  SELL,
  type SignedOrder,
  stepClearing,
  type Walk,
} from '../pool.ts';
import { everybody, intervalAhead, isQuiet, operation, ownerOf, type Scene } from './scene.ts';

export function places(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const interval = draw.chance(0.02)
    ? m.nowS
    : intervalAhead(scene, draw.chance(0.04) ? 1 : 1500, draw.chance(0.2) ? 3600 : 2500);
  if (isQuiet(scene, interval)) return null;
  const sender = draw.pick(everybody(scene));
  const orders = Array.from({ length: draw.between(1, 4) }, (): SignedOrder => {
    const place = draw.below(cast.points.length);
    const point = draw.chance(0.01) ? `0x${'ef'.repeat(32)}` : cast.points[place]!;
    const owner = ownerOf(scene, point);
    const terms: OrderTerms = {
      point,
      interval,
      // A point keeps to its side, mostly.
      side: draw.chance(0.03) ? draw.between(0, 2) : (place + Number(interval / 900n)) % 2,
      energyWh: draw.chance(0.03) ? draw.pick([99n, 2n ** 40n]) : draw.big(100, 4000),
      // Equal limits and odd ones.
      limitPriceMicroEurPerKwh: draw.chance(0.4) ? draw.big(6, 40) * 10_000n : draw.big(60_000, 400_000),
      expiresAt: draw.chance(0.02) ? m.nowS : draw.chance(0.1) ? m.nowS + draw.big(1, 1500) : interval,
      nonce: draw.big(0, draw.chance(0.1) ? 20 : 1_000_000),
    };
    const by = draw.chance(0.02) ? draw.pick(cast.owners) : owner;
    const over = draw.chance(0.01) ? { ...terms, energyWh: terms.energyWh + 1n } : terms;
    return {
      terms,
      signed: (sender === owner && draw.chance(0.5)) || by === cast.stranger ? null : { by, terms: over },
    };
  });
  return operation('placeOrders', sender, { orders });
}

export function cancels(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const keys = [...m.orders.rows.keys()].slice(-60);
  if (keys.length === 0) return null;
  const [interval, number] = draw.pick(keys).split('/') as [string, string];
  const order = m.orders.at(on(interval, number))!;
  const owner = m.connections.at(order.connection)!.owner;
  return operation('cancelOrder', draw.chance(0.9) ? owner : draw.pick(cast.owners), {
    interval: BigInt(interval),
    number: draw.chance(0.05) ? 9999 : Number(number),
  });
}

export function voidsOrder(scene: Scene): Operation {
  const { draw, cast } = scene;
  const point = draw.pick(cast.points);
  const sender = draw.chance(0.8) ? ownerOf(scene, point) : draw.pick(cast.owners);
  return operation('voidOrder', sender, { point, nonce: draw.big(0, 40) });
}

/** In one go, or the beginning of a walk whose steps follow. */
export function clears(scene: Scene): Operation | null {
  const { m, draw } = scene;
  const interval = clearable(scene);
  if (interval === null) return null;
  const sender = draw.pick(everybody(scene));
  if (draw.chance(0.5)) return operation('clearPool', sender, claimOn(scene, interval));
  const sells = listOf(scene, interval, SELL);
  const buys = listOf(scene, interval, BUY);
  scene.script.push(() => operation('beginClearing', sender, { interval }));
  // How much is listed of each side is for the market to say: each step goes on from there, a few steps more than needed.
  const steps = Math.ceil((sells.length + buys.length) / 3) + 3;
  for (let k = 0; k < steps; k++)
    scene.script.push(() => {
      const walk = m.walks.at(on(interval, sender));
      if (!walk || isWhole(walk)) return null;
      const size = draw.between(2, 6);
      const from = (side: 0 | 1, all: number[]) =>
        all.slice(walk.listed[side].length, walk.listed[side].length + size);
      return operation('stepClearing', sender, { interval, sells: from(SELL, sells), buys: from(BUY, buys) });
    });
  scene.script.push(() => {
    const walk = m.walks.at(on(interval, sender));
    if (!walk)
      return operation('finishClearing', sender, { interval, priceMicroEurPerKwh: 0n, energyWh: 0n });
    const price = walk.last[0] === 0 ? 0n : priceOf(m, interval, walk);
    const off = draw.chance(0.1) ? 1n : 0n;
    return operation('finishClearing', sender, {
      interval,
      priceMicroEurPerKwh: price,
      energyWh: walk.energyWh + off,
    });
  });
  for (let k = 0; k < 3; k++) scene.script.push(() => recordsTrades(scene));
  return null;
}

export function steps(scene: Scene): Operation | null {
  const { draw } = scene;
  const interval = clearable(scene);
  if (interval === null) return null;
  const sender = draw.pick(everybody(scene));
  if (draw.chance(0.3))
    return operation('finishClearing', sender, { interval, priceMicroEurPerKwh: 1n, energyWh: 1n });
  return operation('stepClearing', sender, {
    interval,
    sells: draw.some(listOf(scene, interval, SELL), 3),
    buys: draw.some(listOf(scene, interval, BUY), 3),
  });
}

export function recordsTrades(scene: Scene): Operation | null {
  const { m, draw } = scene;
  const cleared = [...m.clearings.rows].filter(
    ([interval, clearing]) => clearing && clearing.parts > 0 && m.nowS < gateS(m, BigInt(interval)),
  );
  const found = cleared.length > 0 ? draw.pick(cleared) : null;
  if (!found) return null;
  const [text, clearing] = found as [string, NonNullable<(typeof found)[1]>];
  const firstPart = draw.below(clearing.parts);
  const parts = Array.from({ length: draw.between(1, clearing.parts - firstPart) }, (_, i) =>
    m.poolParts.at(on(text, clearing.clearedBy, firstPart + i)),
  );
  return operation('recordTrades', draw.pick(everybody(scene)), {
    interval: BigInt(text),
    firstPart,
    parts: parts.map(trades => trades ?? []),
  });
}

/** What the book comes to, or nearly. */
function claimOn(scene: Scene, interval: Interval) {
  const { m, draw, cast } = scene;
  const sells = listOf(scene, interval, SELL);
  const buys = listOf(scene, interval, BUY);
  const claim = { interval, sells, buys, ...resultOf(scene, interval, sells, buys) };
  if (draw.chance(0.75)) return claim;
  const unknown = m.books.at(interval).placed + 5;
  return draw.pick([
    { ...claim, priceMicroEurPerKwh: claim.priceMicroEurPerKwh + 1n },
    { ...claim, energyWh: claim.energyWh + 1n },
    { ...claim, sells: sells.slice(1) },
    { ...claim, buys: buys.slice(0, -1) },
    { ...claim, sells: [...sells].reverse() },
    { ...claim, sells: buys, buys: sells },
    { ...claim, sells: [...sells, unknown] },
    { ...claim, buys: [...buys, ...buys.slice(-1)] },
    { ...claim, sells: Array.from({ length: ORDERS_PER_STEP_MAX + 1 }, () => cast.points.length) },
  ]);
}

/** Found by walking the model as nobody, and taking that back. */
function resultOf({ m, cast }: Scene, interval: Interval, sells: readonly number[], buys: readonly number[]) {
  let result = { priceMicroEurPerKwh: 0n, energyWh: 0n };
  attempt(m, () => {
    beginClearing(m, cast.broker, { interval });
    stepClearing(m, cast.broker, { interval, sells, buys });
    const walk = m.walks.at(on(interval, cast.broker))!;
    result = { priceMicroEurPerKwh: priceOf(m, interval, walk), energyWh: walk.energyWh };
  });
  for (const row of m.written.reverse()) row.undo();
  m.written.length = 0;
  return result;
}

function listOf({ m }: Scene, interval: Interval, side: number): number[] {
  return inOrder(m, interval, side, m.books.at(interval).cancelled);
}

/** One whose pool is closed and whose gate is not, mostly with orders. */
function clearable(scene: Scene): Interval | null {
  const { m, draw } = scene;
  const interval = draw.chance(0.9) ? intervalAhead(scene, 601, 1500) : intervalAhead(scene, 1, 3000);
  const isOpen = m.nowS >= poolClosureS(m, interval) && m.nowS < gateS(m, interval);
  const book = m.books.at(interval);
  if ((!isOpen || book.placed === 0) && !draw.chance(0.1)) return null;
  if (book.cleared && !draw.chance(0.1)) return null;
  return interval;
}

function isWhole(walk: Walk): boolean {
  return walk.listed[SELL].length === walk.sells && walk.listed[BUY].length === walk.buys;
}
