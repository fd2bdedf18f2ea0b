/** Which element lies under the pointer: nearest in the plane, without asking the graphics card. */
import { levelOf, type Scene } from './scene.ts';
import type { Detail } from './view.ts';

/**
 * @param x,y        world point
 * @param reach      furthest distance that still counts, world units
 * @returns          id of a bus or branch; a bus within reach wins over a branch, for it is the smaller target
 */
export function pick(scene: Scene, detail: Detail, x: number, y: number, reach: number): string | null {
  return nearestBus(scene, detail, x, y, reach) ?? nearestBranch(scene, detail, x, y, reach);
}

function nearestBus(scene: Scene, detail: Detail, x: number, y: number, reach: number): string | null {
  const { buses, busbars } = scene.topology;
  let best = reach * reach;
  let found = -1;
  for (let row = 0; row < buses.length; row++) {
    if (!detail.levels[levelOf(buses[row]!.level)]) continue;
    const d = (scene.busX[row]! - x) ** 2 + (scene.busY[row]! - y) ** 2;
    if (d <= best) [best, found] = [d, row];
  }
  if (scene.projection === 'diagram')
    for (const bar of busbars) {
      if (!detail.levels[levelOf(buses[bar.bus]?.level ?? 0)]) continue;
      const d = distanceSquared(x, y, bar.x0, bar.y, bar.x1, bar.y);
      if (d <= best) [best, found] = [d, bar.bus];
    }
  return buses[found]?.id ?? null;
}

function nearestBranch(scene: Scene, detail: Detail, x: number, y: number, reach: number): string | null {
  const { branches } = scene.topology;
  let best = reach * reach;
  let found = -1;
  for (let row = 0; row < branches.length; row++) {
    if (!detail.levels[levelOf(branches[row]!.level)]) continue;
    const way = scene.ways[row]!;
    for (let i = 2; i < way.length; i += 2) {
      const d = distanceSquared(x, y, way[i - 2]!, way[i - 1]!, way[i]!, way[i + 1]!);
      if (d <= best) [best, found] = [d, row];
    }
  }
  return branches[found]?.id ?? null;
}

/** Squared distance of a point from a straight piece. */
function distanceSquared(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2;
}
