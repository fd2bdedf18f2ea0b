import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { BRANCH_KIND, GENERATOR_CONTROL, type Network } from '../network/network.ts';
import { type Forest, spanningForest } from './forest.ts';
import { geographic } from './geographic.ts';
import { type Placement, placeForest } from './placement.ts';
import { singleLine } from './single-line.ts';

const town = demonstrationNetwork(1);

test('every bus of the town is placed exactly once, at a place of its own', () => {
  const forest = spanningForest(town);
  expect([...forest.order].sort((a, b) => a - b)).toEqual(
    Array.from({ length: town.bus.count }, (_, k) => k),
  );
  const { buses } = singleLine(town);
  expect(buses).toHaveLength(town.bus.count);
  expect(new Set(buses.map(b => `${b.x.toFixed(6)} ${b.y.toFixed(6)}`)).size).toBe(town.bus.count);
});

test('open branches are no part of the tree and show their open end', () => {
  const diagram = singleLine(town);
  const open = diagram.branches.flatMap((b, row) => (b.open ? [row] : []));
  expect(open).toHaveLength(9);
  for (const row of open) expect(diagram.branches[row]!.role).toBe('chord');
  expect(diagram.openEnds.map(e => e.branch)).toEqual(open);
  expect(diagram.transformers).toHaveLength(122);
});

test('a path starts at the from-bus and ends at the to-bus', () => {
  const diagram = singleLine(town);
  diagram.branches.forEach(({ path, role }, row) => {
    const to = diagram.buses[town.branch.to[row]!]!;
    const from = diagram.buses[town.branch.from[row]!]!;
    expect(path[path.length - 1]).toBe(to.y);
    expect(path[1]).toBe(from.y);
    // Below a bar the way starts where the bar is tapped.
    if (role === 'chord' || from.kind === 'node') expect(path[0]).toBe(from.x);
    expect(path[path.length - 2]).toBe(to.x);
  });
});

test('levels are station, medium voltage, low voltage', () => {
  const { buses } = singleLine(town);
  const levelOf = (id: string) => buses[town.bus.id.indexOf(id)]!.level;
  expect([levelOf('UW.110'), levelOf('UW.20A'), levelOf('S001.20'), levelOf('S001.04')]).toEqual([
    0, 0, 1, 2,
  ]);
});

test('the same network gives the same drawing', () => {
  expect(singleLine(demonstrationNetwork(1))).toEqual(singleLine(town));
});

test('no branches of a random tree cross, and no subtree reaches into its sibling', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat(4)), { minLength: 1, maxLength: 60 }),
      fc.nat(1),
      (choices, chain) => {
        // Half of the trees are bushy, half grow from their last few buses: long trunks with long sides.
        const parentOf = (at: number, k: number): number => (chain ? k - Math.min(k, at % 6) : at % (k + 1));
        const network = tree(
          choices.map(([at, kind], k) => ({ parent: parentOf(at, k), transformer: kind === 0 })),
        );
        const forest = spanningForest(network);
        const at = placeForest(network, forest);
        const diagram = singleLine(network);
        expect(crossings(diagram.branches.map(b => b.path))).toEqual([]);
        const boxes = subtreeBoxes(forest, at);
        forest.children.forEach((children, parent) => {
          // A trunk goes on below its sides: the rest of it is not beside them.
          const beside = children.filter(c => at.isBusbar[parent] || at.x[c] !== at.x[parent]);
          for (const [i, a] of beside.entries())
            for (const b of beside.slice(i + 1)) expect(disjoint(boxes[a]!, boxes[b]!)).toBe(true);
        });
        expect(new Set(Array.from(at.x, (x, k) => `${x.toFixed(9)} ${at.y[k]!.toFixed(9)}`)).size).toBe(
          at.x.length,
        );
      },
    ),
    { numRuns: 150 },
  );
});

describe('size', () => {
  test('10,000 buses are laid out, also as one chain', () => {
    for (const parentOf of [
      (k: number) => Math.floor(k / 3),
      (k: number) => k,
      (k: number) => (k * 7919) % (k + 1),
    ]) {
      const network = tree(
        Array.from({ length: 9999 }, (_, k) => ({ parent: parentOf(k), transformer: k % 10 === 9 })),
      );
      const diagram = singleLine(network);
      expect(diagram.buses.every(b => Number.isFinite(b.x) && Number.isFinite(b.y))).toBe(true);
    }
  });
});

test('a bus without supply is a root of its own beside the rest', () => {
  const network = tree([
    { parent: 0, transformer: false },
    { parent: 1, transformer: false },
  ]);
  const cut: Network = { ...network, branch: { ...network.branch, inService: Uint8Array.of(1, 0) } };
  expect(spanningForest(cut).roots).toEqual([0, 2]);
  expect(singleLine(cut).branches[1]).toMatchObject({ role: 'chord', open: true });
});

test('the map is in metres about the middle, and lengths agree with the cables within 2 percent', () => {
  const map = geographic(town);
  expect(map.coordinates).toBe('wgs84');
  let drawnM = 0;
  let tableM = 0;
  map.routes.forEach((route, row) => {
    if (town.branch.kind[row] !== BRANCH_KIND.line) return;
    for (let k = 2; k < route.length; k += 2)
      drawnM += Math.hypot(route[k]! - route[k - 2]!, route[k + 1]! - route[k - 1]!);
    tableM += town.branch.lengthKm[row]! * 1000;
  });
  expect(drawnM / tableM).toBeGreaterThan(0.98);
  expect(drawnM / tableM).toBeLessThan(1.02);
});

test('a network without places has no map, and a drawing keeps its own units', () => {
  const none = geographic({ ...town, coordinates: 'none' });
  expect(none.coordinates).toBe('none');
  expect(none.eastM.every(Number.isNaN)).toBe(true);
  const drawing = geographic({ ...town, coordinates: 'drawing' });
  expect(drawing.eastM).toEqual(town.bus.x);
});

/** A network of one source and branches that are the given tree: bus k + 1 hangs on `parent`. */
function tree(rows: readonly { parent: number; transformer: boolean }[]): Network {
  const count = rows.length + 1;
  const n = rows.length;
  const vnKv = new Float64Array(count).fill(20);
  const zeros = new Float64Array(n);
  const ones = new Uint8Array(n).fill(1);
  return {
    ...town,
    bus: {
      ...town.bus,
      count,
      id: Array.from({ length: count }, (_, k) => `${k}`),
      name: Array.from({ length: count }, () => ''),
      vnKv,
      inService: new Uint8Array(count).fill(1),
      segment: Array.from({ length: count }, () => ''),
      x: new Float64Array(count).fill(Number.NaN),
      y: new Float64Array(count).fill(Number.NaN),
    },
    branch: {
      ...town.branch,
      count: n,
      id: rows.map((_, k) => `b${k}`),
      kind: Uint8Array.from(rows, r => (r.transformer ? BRANCH_KIND.transformer : BRANCH_KIND.line)),
      from: Int32Array.from(rows, r => r.parent),
      to: Int32Array.from(rows, (_, k) => k + 1),
      inService: ones,
      fromClosed: ones,
      toClosed: ones,
      route: rows.map(() => zeros.subarray(0, 0)),
    },
    coupler: { count: 0, id: [], from: new Int32Array(0), to: new Int32Array(0), closed: new Uint8Array(0) },
    generator: {
      ...town.generator,
      count: 1,
      id: ['grid'],
      bus: Int32Array.of(0),
      control: Uint8Array.of(GENERATOR_CONTROL.slack),
      inService: Uint8Array.of(1),
    },
  };
}

type Box = { x0: number; x1: number; y0: number; y1: number };

/** Box around the buses of each subtree. */
function subtreeBoxes(forest: Forest, at: Placement): Box[] {
  const boxes = Array.from(at.x, (x, k) => ({ x0: x, x1: x, y0: at.y[k]!, y1: at.y[k]! }));
  for (const row of [...forest.order].reverse()) {
    const up = boxes[forest.parent[row]!];
    const own = boxes[row]!;
    if (!up) continue;
    up.x0 = Math.min(up.x0, own.x0);
    up.x1 = Math.max(up.x1, own.x1);
    up.y0 = Math.min(up.y0, own.y0);
    up.y1 = Math.max(up.y1, own.y1);
  }
  return boxes;
}

const disjoint = (a: Box, b: Box): boolean => a.x1 < b.x0 || b.x1 < a.x0 || a.y1 < b.y0 || b.y1 < a.y0;

/** Pairs of horizontal and vertical pieces of different paths that cross in their interiors. */
function crossings(paths: readonly Float64Array[]): string[] {
  const horizontal: number[][] = [];
  const vertical: number[][] = [];
  paths.forEach((p, row) => {
    for (let k = 0; k + 3 < p.length; k += 2) {
      const [x0, y0, x1, y1] = [p[k]!, p[k + 1]!, p[k + 2]!, p[k + 3]!];
      if (y0 === y1 && x0 !== x1) horizontal.push([row, Math.min(x0, x1), Math.max(x0, x1), y0]);
      else if (x0 === x1 && y0 !== y1) vertical.push([row, Math.min(y0, y1), Math.max(y0, y1), x0]);
    }
  });
  const eps = 1e-9;
  const found: string[] = [];
  for (const [r, x0, x1, y] of horizontal)
    for (const [s, y0, y1, x] of vertical)
      if (r !== s && x! > x0! + eps && x! < x1! - eps && y! > y0! + eps && y! < y1! - eps)
        found.push(`${r} × ${s}`);
  return found;
}
