import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sceneOf } from '../scene.ts';
import { topologyOfBranches } from '../testing/topology.ts';
import { arcOf, arcText, contractArcs } from './arc-geometry.ts';

const scene = sceneOf(topologyOfBranches([{ path: [0, 0, 100, 0] }]), 'diagram');
const flow = { fromBus: 0, toBus: 1, kw: 12.44, trades: 3 };

test('an arc begins at the seller, ends at the buyer, and leaves the straight line between them', () => {
  const curve = arcOf(scene, flow)!;
  expect([...curve.slice(0, 2), ...curve.slice(-2)]).toEqual([0, 0, 100, 0]);
  expect(Math.abs(curve[curve.length / 2]!)).toBeGreaterThan(10);
});

test('A to B and B to A bow to opposite sides: two directions are never one line', () => {
  const there = arcOf(scene, flow)!;
  const back = arcOf(scene, { fromBus: 1, toBus: 0 })!;
  const middle = there.length / 2;
  expect(Math.sign(there[middle]!)).toBe(-Math.sign(back[middle]!));
});

test('an arc is never on the physical way between its ends, wherever these are', () => {
  const coordinate = fc.integer({ min: -500, max: 500 });
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (x0, y0, x1, y1) => {
      fc.pre(x0 !== x1 || y0 !== y1);
      const s = sceneOf(topologyOfBranches([{ path: [x0, y0, x1, y1] }]), 'diagram');
      const curve = arcOf(s, flow)!;
      const length = Math.hypot(x1 - x0, y1 - y0);
      const at = curve.length / 2 - 1;
      const off = Math.abs((x1 - x0) * (curve[at + 1]! - y0) - (y1 - y0) * (curve[at]! - x0)) / length;
      expect(off / length).toBeGreaterThan(0.1);
    }),
  );
});

test('a flow within one bus is counted as not drawn', () => {
  const arcs = contractArcs(scene, [{ ...flow, toBus: 0 }, flow], 0);
  expect(arcs.notDrawn).toBe(1);
  expect(arcs.labels).toHaveLength(1);
});

test('a dot stands between every two dashes, and dashes keep their length on screen when zoomed', () => {
  const far = contractArcs(scene, [flow], 0);
  const near = contractArcs(scene, [flow], 1);
  expect(far.dots.length / 2).toBeGreaterThanOrEqual(far.dashes.count - 1);
  expect(near.dashes.count / far.dashes.count).toBeCloseTo(2, 0);
});

test('the arrowhead points to the buyer', () => {
  const { arrows } = contractArcs(scene, [flow], 0);
  expect(arrows.target[0]!).toBeGreaterThan(arrows.source[0]!);
});

test('the label says power and number of trades', () => {
  expect(arcText(flow)).toBe('12.4 kW · 3 trades');
  expect(arcText({ ...flow, trades: 1 })).toBe('12.4 kW · 1 trade');
});
