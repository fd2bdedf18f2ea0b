/** Random gathering: groups whole, in steps, again, or by a wrong sheet; and the settlement of their points. */
import { groupOf, type Part, POINTS_PER_GROUP, type Sheet, sheetOf } from '../groups.ts';
import { type Interval, on } from '../market.ts';
import type { Operation } from '../operations.ts';
import { delivered, everybody, isFinal, operation, pickOrNone, type Scene } from './scene.ts';

/** What is still open, mostly. */
export function gathers(scene: Scene): Operation | null {
  const { m, draw, script } = scene;
  const intervals = delivered(scene, 5).filter(ended => isFinal(scene, ended) || draw.chance(0.04));
  const groups = intervals.flatMap(interval =>
    [...m.groups.at(interval)].map(([group, { left }]) => ({ interval, group, left })),
  );
  const open = groups.filter(group => group.left > 0);
  const its = pickOrNone(scene, draw.chance(0.95) ? open : groups);
  if (its === undefined) return null;
  const { interval, group, left } = its;
  const sheet = sheetOf(m, interval, group, draw.chance(0.3) ? 0 : draw.below(left));
  const sender = draw.pick(everybody(scene));
  if (draw.chance(0.05)) {
    for (const wrong of wrongSheets(scene, sheet))
      script.push(() => operation('gather', sender, { interval, sheet: wrong }));
    return null;
  }
  return operation('gather', sender, {
    interval,
    sheet: draw.chance(0.8) ? sheet : draw.pick(wrongSheets(scene, sheet)),
  });
}

/** Those that are read and not settled, covered ones last, mostly; of one group, mostly. */
export function settlesPoints(scene: Scene): Operation | null {
  const { m, draw, cast } = scene;
  const final = delivered(scene, 5).filter(ended => isFinal(scene, ended) || draw.chance(0.1));
  const interval = draw.chance(0.02) ? m.nowS - 1n : pickOrNone(scene, final);
  if (interval === undefined) return null;
  const read = cast.points.filter(point => m.readings.at(on(point, interval)) !== null);
  const open = read.filter(point => !m.settledPoints.at(on(point, interval)));
  const able = open.filter(point => m.positions.at(on(point, interval)).coverOpenCount === 0);
  const from = draw.chance(0.7) ? able : draw.chance(0.6) ? open : draw.chance(0.5) ? read : cast.points;
  if (from.length === 0) return null;
  const [group, inside] = draw.pick([...Map.groupBy(from, point => groupOf(m.points.at(point)!.number))]);
  const points = draw.shuffled(draw.some(draw.chance(0.03) ? from : inside, draw.chance(0.5) ? 3 : 1));
  const sheet = draw.chance(0.95) ? sheetOf(m, interval, group) : partly(scene, interval, group);
  return operation('settlePoints', draw.pick(everybody(scene)), {
    interval,
    sheet: draw.chance(0.92) ? sheet : draw.pick(wrongSheets(scene, sheet)),
    points,
  });
}

/** With something left below, where there is anything. */
function partly({ m, draw }: Scene, interval: Interval, group: number): Sheet {
  return sheetOf(m, interval, group, draw.below(2 + (m.groups.at(interval).get(group)?.left ?? 0)));
}

/** Something left out, altered, swapped or claimed too much; a few are right where there is too little to spoil. */
function wrongSheets({ draw }: Scene, sheet: Sheet): Sheet[] {
  const { parts, rest, netsWh, group } = sheet;
  const place = draw.below(POINTS_PER_GROUP);
  const [part, ...later] = parts;
  const [first, ...others] = part?.positions ?? [];
  const altered = (change: Partial<Part>) => ({ ...sheet, parts: [{ ...part!, ...change }, ...later] });
  const inParts =
    part && first
      ? [
          { ...sheet, parts: later },
          { ...sheet, parts: [...parts, part] },
          { ...sheet, parts: parts.toReversed() },
          altered({ sign: part.sign === 1n ? -1n : 1n }),
          altered({ positions: others }),
          altered({ positions: part.positions.toReversed() }),
          altered({ positions: [{ ...first, amountMicroEur: first.amountMicroEur ^ 1n }, ...others] }),
          altered({ positions: [{ ...first, netWh: first.netWh ^ 1n }, ...others] }),
        ]
      : [];
  return [
    ...inParts,
    { ...sheet, netsWh: netsWh.with(place, netsWh[place]! + draw.pick([1n, -1n, 2n ** 40n])) },
    { ...sheet, netsWh: netsWh.map(() => 0n) },
    { ...sheet, group: group + 1 },
    { ...sheet, rest: [...rest, ...parts.slice(-1)] },
    { ...sheet, rest: rest.slice(1) },
  ];
}
