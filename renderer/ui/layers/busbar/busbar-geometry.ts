/** Busbars, transformer circles and switches: the fixed symbols of the picture, as line pieces and circles. */
import type { GridState } from '../../../../preload/contract/grid.ts';
import { hasValues, write } from '../branch-flow/branch-geometry.ts';
import type { Palette } from '../palette.ts';
import { levelOf, pointAt, type Scene, transformerGap, wayLength } from '../scene.ts';
import { SegmentList, type Segments } from '../segments.ts';

/** Thick bars of a level; owner is the bus. The map has no busbars: buses are dots there. */
export function busbarSegments(scene: Scene, level: 0 | 1 | 2): Segments {
  const list = new SegmentList(scene.topology.busbars.length);
  if (scene.projection === 'map') return list.take();
  for (const bar of scene.topology.busbars) {
    if (levelOf(scene.topology.buses[bar.bus]?.level ?? 0) === level)
      list.push(bar.bus, bar.x0, bar.y, bar.x1, bar.y);
  }
  return list.take();
}

export interface Dots {
  readonly count: number;
  /** [2 × count] */
  readonly position: Float32Array;
  readonly owner: Int32Array;
}

/** Buses of a level that are drawn as dots: all on the map, those without a busbar in the diagram. */
export function busDots(scene: Scene, level: 0 | 1 | 2): Dots {
  const barred = new Set(scene.projection === 'diagram' ? scene.topology.busbars.map(bar => bar.bus) : []);
  const rows: number[] = [];
  scene.topology.buses.forEach((bus, row) => {
    if (levelOf(bus.level) === level && !barred.has(row) && !Number.isNaN(scene.busX[row]!)) rows.push(row);
  });
  const position = new Float32Array(2 * rows.length);
  rows.forEach((row, i) => {
    position[2 * i] = scene.busX[row]!;
    position[2 * i + 1] = scene.busY[row]!;
  });
  return { count: rows.length, position, owner: Int32Array.from(rows) };
}

/** [4 × rows] flow where under voltage, line where dead, stale where unknown. */
export function busColours(owner: Int32Array, state: GridState | null, palette: Palette): Uint8Array {
  const colours = new Uint8Array(4 * owner.length);
  const known = hasValues(state);
  for (let i = 0; i < owner.length; i++) {
    const live = known && (state.vmPu[owner[i]!] ?? Number.NaN) > 0;
    write(colours, i, known ? (live ? palette.flow : palette.line) : palette.stale);
  }
  return colours;
}

export interface Circles {
  readonly count: number;
  readonly position: Float32Array;
  readonly radius: Float32Array;
  readonly owner: Int32Array;
}

/** IEC 60617: two overlapping circles on the transformer's way, in its own direction. */
export function transformerCircles(scene: Scene, level: 0 | 1 | 2): Circles {
  const rows = scene.topology.branches.flatMap((branch, row) =>
    branch.kind === 'transformer' && levelOf(branch.level) === level && scene.ways[row]!.length >= 4
      ? [row]
      : [],
  );
  const position = new Float32Array(4 * rows.length);
  const radius = new Float32Array(2 * rows.length);
  const owner = new Int32Array(2 * rows.length);
  rows.forEach((row, i) => {
    const way = scene.ways[row]!;
    const [begin, end] = transformerGap(scene, row);
    const middle = (begin + end) / 2;
    // Two circles of radius r whose centres are 1.2 r apart span 3.2 r.
    const half = ((end - begin) * 0.6) / 3.2;
    const r = (wayLength(way) * (end - begin)) / 3.2;
    position.set(pointAt(way, middle - half), 4 * i);
    position.set(pointAt(way, middle + half), 4 * i + 2);
    radius.fill(r, 2 * i, 2 * i + 2);
    owner.fill(row, 2 * i, 2 * i + 2);
  });
  return { count: 2 * rows.length, position, radius, owner };
}

export interface Switches {
  /** Closed: a filled square; owner is the coupler, or −1 − branch for an open branch. */
  readonly closed: Segments;
  /** Open: the outline of a square, and the blade standing off the line. */
  readonly open: Segments;
  /** Side of the square, world units. */
  readonly side: number;
}

/** Open and closed are told apart by shape, never by colour alone. */
export function switchSymbols(scene: Scene): Switches {
  const { couplers, branches } = scene.topology;
  const side = switchSide(scene);
  const closed = new SegmentList(couplers.length);
  const open = new SegmentList(couplers.length * 5 + 64);
  couplers.forEach((coupler, row) => {
    const [ax, ay] = [scene.busX[coupler.from]!, scene.busY[coupler.from]!];
    const [bx, by] = [scene.busX[coupler.to]!, scene.busY[coupler.to]!];
    if ([ax, ay, bx, by].some(Number.isNaN)) return;
    const x = (ax + bx) / 2;
    const y = (ay + by) / 2;
    if (coupler.closed) closed.push(row, x - side / 2, y, x + side / 2, y);
    else pushOpen(open, row, x, y, side);
  });
  branches.forEach((branch, row) => {
    const way = scene.ways[row]!;
    if (!branch.open || branch.kind === 'transformer' || way.length < 4) return;
    const [x, y] = pointAt(way, 0.5);
    pushOpen(open, -1 - row, x, y, Math.min(side, wayLength(way) * 0.2));
  });
  return { closed: closed.take(), open: open.take(), side };
}

/** Lines between coupled buses that do not share a place, up to the switch symbol. */
export function couplerLines(scene: Scene): Segments {
  const list = new SegmentList(scene.topology.couplers.length);
  scene.topology.couplers.forEach((coupler, row) => {
    const [ax, ay] = [scene.busX[coupler.from]!, scene.busY[coupler.from]!];
    const [bx, by] = [scene.busX[coupler.to]!, scene.busY[coupler.to]!];
    if ([ax, ay, bx, by].some(Number.isNaN)) return;
    const way = [ax, ay, bx, by];
    const length = wayLength(way);
    const gap = Math.min(0.4, length > 0 ? switchSide(scene) / length / 2 : 0);
    list.pushPart(row, way, length, 0, 0.5 - gap);
    list.pushPart(row, way, length, 0.5 + gap, 1);
  });
  return list.take();
}

function pushOpen(list: SegmentList, row: number, x: number, y: number, side: number): void {
  const h = side / 2;
  list.push(row, x - h, y - h, x + h, y - h);
  list.push(row, x + h, y - h, x + h, y + h);
  list.push(row, x + h, y + h, x - h, y + h);
  list.push(row, x - h, y + h, x - h, y - h);
  list.push(row, x - h, y + h, x + h, y - h);
}

/** A tenth of a medium-voltage branch, so that the symbol fits between its neighbours. */
function switchSide(scene: Scene): number {
  const length = scene.typicalLength.find(Number.isFinite) ?? 10;
  return length * 0.1;
}
