/** Random settlement: nets right and wrong, objections, daylight in chunks, readings, closing. */
import { netsOf } from '../daylight.ts';
import { tradedWh } from '../groups.ts';
import { deliveredS } from '../intervals.ts';
import { type Interval, on, type Point } from '../market.ts';
import type { Nets } from '../nets.ts';
import type { Operation } from '../operations.ts';
import { finalS, type Reading, type SignedReading } from '../readings.ts';
import { isDue, sidesOf } from '../verdicts.ts';
import { brokenNets, netsGiven } from './nets.ts';
import {
  batchesOf,
  busyPoints,
  delivered,
  everybody,
  isQuiet,
  operation,
  operatorAt,
  pickOrNone,
  type Scene,
  tradesOf,
} from './scene.ts';

export function settles(scene: Scene): Operation | null {
  const { m, draw, cast, script } = scene;
  const interval = draw.pick(delivered(scene, 4));
  const batches = draw.chance(0.95)
    ? batchesOf(scene, interval)
    : [...m.batches.rows.keys()].map(Number).slice(-20);
  // And of some nobody gives the nets.
  const given = batches.filter(id => id % 8 > 0);
  const waiting = given.filter(id => m.settled.at(id).state === 'none' && isDue(m, id));
  const id = draw.chance(0.9) ? pickOrNone(scene, waiting) : draw.between(1, m.counts.at('batches') + 1);
  if (id === undefined) return null;
  const batch = m.batches.at(id);
  const concerned = batch
    ? [batch.submitter, ...batch.areas.map(area => operatorAt(scene, area))]
    : [cast.broker];
  if (batch && waiting.includes(id) && m.nowS >= deliveredS(m, batch.interval) && draw.chance(0.04)) {
    for (const nets of brokenNets(scene, id))
      script.push(() => operation('settleBatch', batch.submitter, { nets }));
    return null;
  }
  return operation('settleBatch', draw.chance(0.96) ? draw.pick(concerned) : draw.pick(everybody(scene)), {
    nets: batch ? netsGiven(scene, id) : { ...NO_NETS, batch: id },
  });
}

export function objects(scene: Scene): Operation | null {
  const { m, draw } = scene;
  const ids = recent(scene).filter(id => m.settled.at(id).state === 'settled' || draw.chance(0.1));
  const running = ids.filter(id => m.nowS < m.settled.at(id).untilS);
  const id = pickOrNone(scene, draw.chance(0.9) ? running : ids);
  return id === undefined ? null : operation('objectTo', draw.pick(everybody(scene)), { batch: id });
}

/** Nobody gave the nets, or nobody proved them. */
export function voids(scene: Scene): Operation | null {
  const { m, draw } = scene;
  const sender = draw.pick(everybody(scene));
  const objected = recent(scene).filter(id => m.settled.at(id).state === 'objected');
  const over = objected.filter(id => m.nowS >= m.settled.at(id).untilS);
  if (over.length > 0 || (objected.length > 0 && draw.chance(0.3))) {
    const nets = m.settled.at(draw.pick(over.length > 0 ? over : objected)).nets!;
    return operation('voidObjected', sender, { nets: draw.chance(0.1) ? { ...nets, positions: [] } : nets });
  }
  const late = recent(scene).filter(id => {
    const isLate = m.nowS >= deliveredS(m, m.batches.at(id)!.interval) + m.rules.settlementSeconds;
    return (isLate && m.settled.at(id).state === 'none' && isDue(m, id)) || draw.chance(0.01);
  });
  const id = pickOrNone(scene, late);
  return id === undefined ? null : operation('voidUnsettled', sender, { batch: id });
}

/** Opens an objected batch: the whole way at once, a step an operation; some ways are wrong and end in a refusal. */
export function opensInDaylight(scene: Scene): Operation | null {
  const { m, draw, cast, script } = scene;
  // Some are proven by nobody.
  const ids = recent(scene).filter(
    candidate => m.settled.at(candidate).state === 'objected' && candidate % 4 > 0,
  );
  const id = pickOrNone(scene, ids);
  if (id === undefined) return null;
  const batch = m.batches.at(id)!;
  const opener = draw.pick([
    batch.submitter,
    batch.submitter,
    operatorAt(scene, batch.areas[0]),
    draw.pick(cast.owners),
  ]);
  const session = m.sessions.at(on(id, opener));
  if (session && !draw.chance(0.3)) return null;
  const steps: Operation[] = [];
  for (const side of sidesOf(batch) as (0 | 1)[])
    for (const sealed of m.rounds.at(on(id, side))) {
      const cut = draw.chance(0.4) ? draw.between(0, sealed.length) : 0;
      const first = sealed.slice(0, cut);
      const rest = sealed.slice(cut);
      if (cut > 0)
        steps.push(operation('showVerdicts', opener, { batch: id, side, entries: first, endsRound: false }));
      steps.push(operation('showVerdicts', opener, { batch: id, side, entries: rest, endsRound: true }));
    }
  if (draw.chance(0.1)) steps.splice(draw.below(steps.length + 1), 1);
  const trades = tradesOf(scene, id);
  if (draw.chance(0.05)) trades.reverse();
  if (draw.chance(0.03)) trades.push(trades[0]!);
  if (draw.chance(0.03)) {
    const huge = draw.chance(0.5) ? { energyWh: 2n ** 41n } : { priceMicroEurPerKwh: 2n ** 33n };
    trades[0] = { ...trades[0]!, details: { ...trades[0]!.details, ...huge } };
  }
  const chunk = Math.max(draw.between(1, 4), trades.length >> 3);
  for (let k = 0; k < trades.length; k += chunk)
    steps.push(operation('showTrades', opener, { batch: id, trades: trades.slice(k, k + chunk) }));
  if (draw.chance(0.05))
    steps.push(operation('showVerdicts', opener, { batch: id, side: 0, entries: [], endsRound: true }));
  script.push(...steps.map(step => () => step));
  script.push(() => {
    const posted = m.settled.at(id).nets;
    if (posted === null) return null;
    const right = netsOf(m, id, tradesOf(scene, id));
    return operation('finish', opener, {
      posted: draw.chance(0.05) ? { ...posted, positions: [] } : posted,
      right: draw.chance(0.25) ? posted : right,
    });
  });
  return null;
}

export function reports(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const interval = draw.chance(0.03) ? m.nowS - (m.nowS % 900n) : draw.pick(delivered(scene, 3));
  if (m.progress.at(interval).closed && !draw.chance(0.1)) return null;
  if (isQuiet(scene, interval) && !draw.chance(0.05)) return null;
  const unread = cast.points.filter(point => m.readings.at(on(point, interval)) === null);
  const busy = new Set(busyPoints(scene, interval));
  const wanted = unread.filter(point => busy.has(point) || draw.chance(0.3));
  const isCorrection = draw.chance(0.15) || wanted.length === 0;
  const running = cast.points.filter(point => {
    const held = m.readings.at(on(point, interval));
    return held !== null && m.nowS < held.firstS + m.rules.objectionSeconds;
  });
  if (isCorrection && running.length === 0 && !draw.chance(0.1)) return null;
  const correctable = running.length > 0 ? running : cast.points;
  const points = isCorrection ? draw.some(correctable, 2) : draw.some(wanted, 6);
  const readings = points.map(point => readingOf(scene, point, interval));
  return operation('report', draw.chance(0.97) ? cast.meterOperator : draw.pick(everybody(scene)), {
    readings,
  });
}

export function contests(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const interval = draw.pick(delivered(scene, 2));
  const read = cast.points.filter(point => m.readings.at(on(point, interval)) !== null);
  const running = read.filter(point => m.nowS < finalS(m, m.readings.at(on(point, interval))!));
  const from = draw.chance(0.85) ? running : draw.chance(0.7) ? read : cast.points;
  const point = pickOrNone(scene, from);
  if (point === undefined) return null;
  const reading = m.readings.at(on(point, interval));
  const owner = m.connections.at(reading?.connection ?? 0)?.owner ?? cast.stranger;
  return operation('contest', draw.chance(0.93) ? owner : draw.pick(cast.owners), { point, interval });
}

export function answers(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const open = delivered(scene, 4).flatMap(interval =>
    cast.points
      .filter(point => m.readings.at(on(point, interval))?.contest === 'open')
      .map(point => ({ point, interval })),
  );
  if (open.length === 0 && !draw.chance(0.1)) return null;
  const its =
    open.length > 0 ? draw.pick(open) : { point: cast.points[0]!, interval: delivered(scene, 1)[0]! };
  return operation('answer', draw.chance(0.95) ? cast.meterOperator : draw.pick(cast.owners), its);
}

export function closes(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const intervals = delivered(scene, 6).filter(
    interval => !m.progress.at(interval).closed || draw.chance(0.1),
  );
  if (intervals.length === 0) return null;
  const interval = draw.chance(0.02) ? m.nowS - 7n : draw.pick(intervals);
  const sender = draw.chance(0.95)
    ? draw.pick([cast.meterOperator, ...cast.operators])
    : draw.pick(everybody(scene));
  return operation('closeInterval', sender, { interval });
}

function readingOf(scene: Scene, point: Point, interval: Interval): SignedReading {
  const { m, draw, cast } = scene;
  const held = m.readings.at(on(point, interval));
  const position = m.positions.at(on(point, interval));
  const number = m.points.at(point)?.number ?? 0;
  const about = Number(position.stated ? position.baselineNetWh : tradedWh(m, interval, number));
  const near = Math.abs(about) < 10_000 ? about : 0;
  const orderedWh = Number(position.activatedWh) < 20_000 ? Number(position.activatedWh) : 0;
  const moved =
    (position.direction === 0 ? 1 : -1) * draw.pick([orderedWh, orderedWh, Math.floor(orderedWh / 2), -50]);
  const reading: Reading = {
    point: draw.chance(0.01) ? `0x${'cd'.repeat(32)}` : point,
    interval,
    netWh: BigInt(near + moved + draw.between(-900, 900) * draw.below(2)),
    revision: (held ? held.revision + 1 : 0) + (draw.chance(0.06) ? draw.pick([1, held ? -1 : 2]) : 0),
  };
  const revision = Math.max(
    0,
    draw.chance(held && held.revision > 0 ? 0.2 : 0) ? reading.revision - 2 : reading.revision,
  );
  const signedReading = { ...reading, revision };
  const by = draw.chance(0.02) ? draw.pick(cast.meters) : (m.meters.at(point) ?? cast.meters[0]!);
  const terms = draw.chance(0.02) ? { ...signedReading, netWh: signedReading.netWh + 1n } : signedReading;
  return { reading: signedReading, signed: BigInt(by) === 0n || draw.chance(0.01) ? null : { by, terms } };
}

function recent({ m }: Scene): number[] {
  const count = m.counts.at('batches');
  return Array.from({ length: Math.min(count, 40) }, (_, i) => count - i);
}

const NO_NETS: Omit<Nets, 'batch'> = { feesMicroEur: [0n, 0n], positions: [], strayBytes: 0 };
