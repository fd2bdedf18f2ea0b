import { expect, test } from 'vitest';
import { sceneOf } from '../scene.ts';
import { PALETTE, stateOf, topologyOfBranches } from '../testing/topology.ts';
import {
  branchColours,
  branchSegments,
  branchWidthsPx,
  flowArrows,
  loadingBand,
  loadingBars,
} from './branch-geometry.ts';

const straight = (part: object = {}) =>
  sceneOf(topologyOfBranches([{ path: [0, 0, 10, 0], ...part }]), 'diagram');

test('loading is amber from 90 % and red only above the limit', () => {
  expect([Number.NaN, 0, 89.9, 90, 100, 100.1].map(loadingBand)).toEqual([
    'none',
    'normal',
    'normal',
    'warning',
    'warning',
    'violated',
  ]);
});

test('an arrowhead points where the power goes: from → to for positive pFromMw, back for negative', () => {
  const scene = straight();
  const ahead = flowArrows(scene, stateOf(scene.topology, { pFromMw: [0.2] }), 1);
  expect([...ahead.source, ...ahead.target]).toEqual([0, 0, 10, 0]);
  const back = flowArrows(scene, stateOf(scene.topology, { pFromMw: [-0.2] }), 1);
  expect([...back.source, ...back.target]).toEqual([10, 0, 0, 0]);
});

test('without flow, or on an open branch, no direction is claimed', () => {
  const scene = straight();
  expect(flowArrows(scene, stateOf(scene.topology, { pFromMw: [0] }), 1).count).toBe(0);
  const open = straight({ open: true });
  expect(flowArrows(open, stateOf(open.topology, {}), 1).count).toBe(0);
});

test('the bar reaches over loading/limit of the branch, around its corner, and never beyond its end', () => {
  const scene = sceneOf(topologyOfBranches([{ path: [0, 0, 6, 0, 6, 4] }]), 'diagram');
  const bar = loadingBars(scene, stateOf(scene.topology, { loadingPercent: [80] }), PALETTE, {
    above: false,
  });
  expect([...bar.segments.target].slice(-2)).toEqual([6, 2]);
  const over = loadingBars(scene, stateOf(scene.topology, { loadingPercent: [140] }), PALETTE, {
    above: true,
  });
  expect([...over.segments.target].slice(-2)).toEqual([6, 4]);
  expect([...over.colours.slice(0, 4)]).toEqual([...PALETTE.red]);
});

test('an open branch has a gap in the middle, a thin dead line, and no bar', () => {
  const scene = straight({ open: true });
  const segments = branchSegments(scene, 1);
  expect([...segments.source]).toEqual([0, 0, 6, 0]);
  expect([...segments.target]).toEqual([4, 0, 10, 0]);
  const state = stateOf(scene.topology, {});
  expect([...branchWidthsPx(scene, segments)]).toEqual([1, 1]);
  expect([...branchColours(scene, segments, state, PALETTE)].slice(0, 4)).toEqual([...PALETTE.line]);
  expect(loadingBars(scene, state, PALETTE, { above: false }).segments.count).toBe(0);
});

test('where the console says why values are missing, there is no bar, no arrowhead and no live colour', () => {
  const scene = straight();
  const state = stateOf(scene.topology, { missing: 'no convergence' });
  expect(loadingBars(scene, state, PALETTE, { above: false }).segments.count).toBe(0);
  expect(flowArrows(scene, state, 1).count).toBe(0);
  const colours = branchColours(scene, branchSegments(scene, 1), state, PALETTE);
  expect([...colours.slice(0, 4)]).toEqual([...PALETTE.stale]);
});
