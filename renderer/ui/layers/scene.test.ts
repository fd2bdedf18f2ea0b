import { expect, test } from 'vitest';
import { pick } from './pick.ts';
import { branchCentre, sceneOf, transformerGap, wayLength } from './scene.ts';
import { topologyOfBranches } from './testing/topology.ts';
import { detailAt, fitBounds, lookAt, toPixel, toWorld, valuesZoom, zoomBy, zoomRange } from './view.ts';

const WINDOW = { width: 800, height: 600 };

test('north is up on the map: a larger northM lies higher in the picture', () => {
  const scene = sceneOf(topologyOfBranches([{ path: [0, 0, 0, -5] }]), 'map');
  expect(scene.busY[1]!).toBeLessThan(scene.busY[0]!);
});

test('a bus without a place is counted, and its branch is not drawn', () => {
  const topology = topologyOfBranches([{ path: [0, 0, 1, 0] }, { path: [5, 5, 6, 5] }]);
  topology.buses[3]!.eastM = null;
  const scene = sceneOf(topology, 'map');
  expect(scene.busesWithoutPlace).toBe(1);
  expect(scene.ways[1]!.length).toBe(0);
  expect(scene.ways[0]!.length).toBe(4);
});

test('a transformer between two buses at one place gets room for its symbol on the map', () => {
  const scene = sceneOf(topologyOfBranches([{ path: [3, 3, 3, 3], kind: 'transformer' }]), 'map');
  expect(wayLength(scene.ways[0]!)).toBeGreaterThan(0);
});

test('the symbol of a transformer sits on the longest straight piece of its way, in its middle', () => {
  const scene = sceneOf(topologyOfBranches([{ path: [0, 0, 2, 0, 2, 10], kind: 'transformer' }]), 'diagram');
  expect(branchCentre(scene, 0)).toEqual([2, 5]);
  const [begin, end] = transformerGap(scene, 0);
  expect(begin).toBeGreaterThan(2 / 12);
  expect(end).toBeLessThan(1);
});

test('fit shows every bus inside the window, whatever its shape', () => {
  const scene = sceneOf(topologyOfBranches([{ path: [-40, 3, 900, 17] }]), 'diagram');
  const view = fitBounds(scene.bounds!, WINDOW);
  for (let bus = 0; bus < 2; bus++) {
    const [x, y] = toPixel(view, WINDOW, scene.busX[bus]!, scene.busY[bus]!);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WINDOW.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(WINDOW.height);
  }
});

test('a pixel read back from the world is the same pixel', () => {
  const view = { x: 12, y: -7, zoom: 3.3 };
  const [x, y] = toWorld(view, WINDOW, 123, 456);
  const [px, py] = toPixel(view, WINDOW, x, y);
  expect(px).toBeCloseTo(123);
  expect(py).toBeCloseTo(456);
});

test('zoom stops at both ends', () => {
  const scene = sceneOf(topologyOfBranches([{ path: [0, 0, 100, 0] }]), 'diagram');
  const range = zoomRange(scene, WINDOW);
  const view = fitBounds(scene.bounds!, WINDOW);
  expect(zoomBy(view, 100, range).zoom).toBe(range.max);
  expect(zoomBy(view, -100, range).zoom).toBe(range.min);
});

test('low voltage appears with zoom, stations and medium voltage always, values last', () => {
  const scene = sceneOf(
    topologyOfBranches([
      { path: [0, 0, 100, 0], level: 1 },
      { path: [0, 0, 10, 0], level: 2 },
    ]),
    'diagram',
  );
  expect(detailAt(scene, -3).levels).toEqual([true, true, false]);
  expect(detailAt(scene, 0).levels).toEqual([true, true, true]);
  expect(detailAt(scene, 0).values).toEqual([true, true, false]);
  expect(detailAt(scene, valuesZoom(scene, 2)).values[2]).toBe(true);
});

test('finding a single bus stops at a zoom where its value can be read', () => {
  const scene = sceneOf(topologyOfBranches([{ path: [0, 0, 10, 0] }]), 'diagram');
  const zoom = valuesZoom(scene, 1);
  expect(lookAt({ x0: 4, y0: 4, x1: 4, y1: 4 }, WINDOW, zoom)).toEqual({ x: 4, y: 4, zoom });
});

test('a press takes the bus within reach before the branch that ends at it, and nothing far away or hidden', () => {
  const scene = sceneOf(topologyOfBranches([{ path: [0, 0, 100, 0] }]), 'diagram');
  const all = detailAt(scene, 2);
  expect(pick(scene, all, 1, 1, 3)).toBe('b0-from');
  expect(pick(scene, all, 50, 2, 3)).toBe('l0');
  expect(pick(scene, all, 50, 9, 3)).toBeNull();
  expect(pick(scene, { ...all, levels: [true, false, false] }, 50, 0, 3)).toBeNull();
});
