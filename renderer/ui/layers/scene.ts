/**
 * What stands where in a picture of the grid: made once from the topology, for the single-line diagram (drawing units)
 * or the map (metres). x grows to the right and y downward in both, so that one camera serves both.
 */
import type { Topology } from '../../../preload/contract/grid.ts';

export type Projection = 'diagram' | 'map';

export interface Bounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Scene {
  readonly projection: Projection;
  readonly topology: Topology;
  /** Null when nothing has a place. */
  readonly bounds: Bounds | null;
  /** Per bus; NaN where it has no place in this projection. */
  readonly busX: Float32Array;
  readonly busY: Float32Array;
  /** Per branch x0,y0,x1,y1,…; empty where an end has no place. */
  readonly ways: readonly Float32Array[];
  /** Median length of a branch's way per level 0, 1, 2 (infinite where the level is empty): decides the detail shown. */
  readonly typicalLength: readonly [number, number, number];
  readonly busesWithoutPlace: number;
  /** Length of a transformer's symbol, world units: one size for all, so that size claims nothing about rating. */
  readonly transformerLength: number;
}

/** On the map a transformer's two buses share one place; its symbol then gets this much room, metres. */
const STATION_M = 10;
export const LEVELS = [0, 1, 2] as const;

export function sceneOf(topology: Topology, projection: Projection): Scene {
  const count = topology.buses.length;
  const busX = new Float32Array(count);
  const busY = new Float32Array(count);
  let busesWithoutPlace = 0;
  topology.buses.forEach((bus, row) => {
    busX[row] = projection === 'diagram' ? bus.x : (bus.eastM ?? Number.NaN);
    busY[row] = projection === 'diagram' ? bus.y : -(bus.northM ?? Number.NaN);
    if (Number.isNaN(busX[row]!) || Number.isNaN(busY[row]!)) busesWithoutPlace++;
  });
  const ways = topology.branches.map(branch =>
    projection === 'diagram'
      ? wayOr(branch.path, busX, busY, branch.from, branch.to, 0)
      : wayOr(northUp(branch.route), busX, busY, branch.from, branch.to, STATION_M),
  );
  return {
    projection,
    topology,
    bounds: boundsOf(busX, busY, ways),
    busX,
    busY,
    ways,
    typicalLength: typicalLengths(topology, ways),
    busesWithoutPlace,
    transformerLength: transformerLength(topology, ways),
  };
}

export function levelOf(level: number): 0 | 1 | 2 {
  return level <= 0 ? 0 : level >= 2 ? 2 : 1;
}

export function wayLength(way: ArrayLike<number>): number {
  let length = 0;
  for (let i = 2; i < way.length; i += 2)
    length += Math.hypot(way[i]! - way[i - 2]!, way[i + 1]! - way[i - 1]!);
  return length;
}

/** Point at a share 0..1 of the way's length. */
export function pointAt(way: ArrayLike<number>, share: number): readonly [number, number] {
  let rest = wayLength(way) * share;
  for (let i = 2; i < way.length; i += 2) {
    const dx = way[i]! - way[i - 2]!;
    const dy = way[i + 1]! - way[i - 1]!;
    const length = Math.hypot(dx, dy);
    if (rest <= length && length > 0)
      return [way[i - 2]! + (dx * rest) / length, way[i - 1]! + (dy * rest) / length];
    rest -= length;
  }
  return [way[way.length - 2] ?? Number.NaN, way[way.length - 1] ?? Number.NaN];
}

/** Where a branch is pointed at: its symbol, else the middle of its way. */
export function branchCentre(scene: Scene, row: number): readonly [number, number] {
  const way = scene.ways[row]!;
  if (scene.topology.branches[row]!.kind !== 'transformer') return pointAt(way, 0.5);
  const [begin, end] = transformerGap(scene, row);
  return pointAt(way, (begin + end) / 2);
}

/** Part of a transformer's way that its symbol covers, as shares: the middle of its longest straight piece. */
export function transformerGap(scene: Scene, row: number): readonly [number, number] {
  const way = scene.ways[row]!;
  const length = wayLength(way);
  let at = 0;
  let [begin, longest] = [0, 0];
  for (let i = 2; i < way.length; i += 2) {
    const piece = Math.hypot(way[i]! - way[i - 2]!, way[i + 1]! - way[i - 1]!);
    if (piece > longest) [begin, longest] = [at, piece];
    at += piece;
  }
  const span = Math.min(longest * 0.8, scene.transformerLength);
  const middle = begin + longest / 2;
  return [(middle - span / 2) / length, (middle + span / 2) / length];
}

function transformerLength(topology: Topology, ways: readonly Float32Array[]): number {
  const lengths = topology.branches
    .flatMap((branch, row) => (branch.kind === 'transformer' ? [wayLength(ways[row]!)] : []))
    .filter(length => length > 0)
    .sort((a, b) => a - b);
  return (lengths[lengths.length >> 2] ?? 0) * 0.3;
}

function wayOr(
  way: Float32Array,
  x: Float32Array,
  y: Float32Array,
  from: number,
  to: number,
  leastLength: number,
): Float32Array {
  if (way.length >= 4 && (leastLength === 0 || wayLength(way) > 0)) return way;
  const straight = new Float32Array([x[from]!, y[from]!, x[to]!, y[to]!]);
  if (straight.some(Number.isNaN)) return new Float32Array(0);
  if (wayLength(straight) === 0) straight[3] = straight[3]! + leastLength;
  return straight;
}

function northUp(route: Float32Array): Float32Array {
  return route.map((value, i) => (i % 2 === 1 ? -value : value));
}

function boundsOf(x: Float32Array, y: Float32Array, ways: readonly Float32Array[]): Bounds | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const see = (px: number, py: number) => {
    if (Number.isNaN(px) || Number.isNaN(py)) return;
    x0 = Math.min(x0, px);
    y0 = Math.min(y0, py);
    x1 = Math.max(x1, px);
    y1 = Math.max(y1, py);
  };
  for (let i = 0; i < x.length; i++) see(x[i]!, y[i]!);
  for (const way of ways) for (let i = 0; i + 1 < way.length; i += 2) see(way[i]!, way[i + 1]!);
  return x0 <= x1 ? { x0, y0, x1, y1 } : null;
}

function typicalLengths(topology: Topology, ways: readonly Float32Array[]): [number, number, number] {
  const median = (level: number): number => {
    const lengths = topology.branches
      .flatMap((branch, row) => (levelOf(branch.level) === level ? [wayLength(ways[row]!)] : []))
      .filter(length => length > 0)
      .sort((a, b) => a - b);
    return lengths[lengths.length >> 1] ?? Number.POSITIVE_INFINITY;
  };
  return [median(0), median(1), median(2)];
}
