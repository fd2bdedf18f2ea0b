import { expect, test } from 'vitest';
import { footprintOf } from '../footprint/footprint-geometry.ts';
import { sceneOf } from '../scene.ts';
import { stateOf, topologyOfBranches } from '../testing/topology.ts';
import { detailAt } from '../view.ts';
import { voltageMarks, voltageText } from '../voltage/voltage-values.ts';
import { flowText, type Label, labelCandidates } from './label-candidates.ts';
import { boxOf, thin } from './thin.ts';

const WINDOW = { width: 800, height: 600 };
const ALL = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 };
const scene = sceneOf(topologyOfBranches([{ path: [0, 0, 100, 0] }, { path: [0, 50, 100, 50] }]), 'diagram');
const far = detailAt(scene, -6);
const label = (part: Partial<Label>): Label => ({
  x: 0,
  y: 0,
  dxPx: 0,
  dyPx: 0,
  anchor: 'start',
  text: 'T3  113.0 %',
  sizePx: 12,
  tone: 'text',
  rank: 5,
  ...part,
});

test('of two texts in one place the more important one is shown', () => {
  const kept = thin(
    [label({ text: 'name', rank: 4 }), label({ text: 'alarm', rank: 0 })],
    { x: 0, y: 0, zoom: 0 },
    WINDOW,
  );
  expect(kept.map(l => l.text)).toEqual(['alarm']);
});

test('a text that would run out of the window stands on the other side of its point', () => {
  const view = { x: 0, y: 0, zoom: 0 };
  const [shown] = thin([label({ x: 380, dxPx: 9 })], view, WINDOW);
  expect(boxOf(shown!, view, WINDOW).x1).toBeLessThanOrEqual(WINDOW.width);
});

test('no two shown texts overlap', () => {
  const view = { x: 0, y: 0, zoom: 0 };
  const crowd = Array.from({ length: 400 }, (_, k) =>
    label({ x: (k * 37) % 300, y: (k * 53) % 200, rank: k }),
  );
  const boxes = thin(crowd, view, WINDOW).map(l => boxOf(l, view, WINDOW));
  expect(boxes.length).toBeGreaterThan(20);
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false);
});

test('a branch above its limit is named with a shape at every zoom, a healthy one only close by', () => {
  const state = stateOf(scene.topology, { loadingPercent: [113, 40] });
  const texts = labelCandidates({
    scene,
    state,
    detail: far,
    inView: ALL,
    voltage: new Map(),
    selected: null,
  });
  expect(texts.map(t => t.text)).toEqual(['▲ Line 0  +1.000 MW · 113.0 %']);
  expect(texts[0]!.tone).toBe('red');
});

test('a voltage is coloured only where the console states a passed limit in that interval', () => {
  const risk = {
    id: 'r',
    element: 'b0-from',
    limit: 'voltage-low' as const,
    segment: 'S',
    fromInterval: 900,
    toInterval: 1800,
    worstInterval: 900,
    worstValue: 0.89,
    violatedIntervals: 2,
    limitValue: 0.9,
    unit: 'p.u.',
    severity: 'violated' as const,
  };
  const state = stateOf(scene.topology, {});
  const tones = (interval: number) =>
    labelCandidates({
      scene,
      state,
      detail: detailAt(scene, 3),
      inView: ALL,
      voltage: voltageMarks([risk], interval),
      selected: null,
    }).filter(t => t.tone === 'red');
  expect(tones(1800).map(t => t.text)).toEqual(['▲ Bus 0 from  1.0000 p.u.']);
  expect(tones(2700)).toEqual([]);
  expect(voltageMarks([{ ...risk, limit: 'line-loading' }], 900).size).toBe(0);
});

test('without values there are names but no numbers', () => {
  const state = stateOf(scene.topology, { missing: 'diverged' });
  const texts = labelCandidates({
    scene,
    state,
    detail: detailAt(scene, 3),
    inView: ALL,
    voltage: new Map(),
    selected: 'l0',
  });
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.every(t => !/MW|kW|p\.u\.|%/.test(t.text))).toBe(true);
  expect(voltageText(state, 0)).toBeNull();
});

test('low voltage is written in kW, the rest in MW, both with sign', () => {
  const state = stateOf(scene.topology, { pFromMw: [-0.0123], loadingPercent: [7] });
  expect(flowText(state, 0, 0.4)).toBe('−12.3 kW · 7.0 %');
  expect(flowText(state, 0, 20)).toBe('−0.012 MW · 7.0 %');
});

test('a busbar whose left end is out of sight is named at the edge of the window', () => {
  const topology = topologyOfBranches([{ path: [0, 0, 100, 0] }]);
  topology.busbars.push({ bus: 0, x0: -500, x1: 500, y: 0 });
  const labels = labelCandidates({
    scene: sceneOf(topology, 'diagram'),
    state: null,
    detail: detailAt(scene, 3),
    inView: { x0: -60, y0: -60, x1: 60, y1: 60 },
    voltage: new Map(),
    selected: 'b0-from',
  });
  expect(labels.find(l => l.text.startsWith('Bus 0 from'))?.x).toBe(-50);
});

test('a footprint says + where the trade adds to the flow and − where it relieves it', () => {
  const state = stateOf(scene.topology, { pFromMw: [0.5, -0.5] });
  const parts = [
    { branch: 0, pMw: 0.0105 },
    { branch: 1, pMw: 0.0105 },
  ];
  expect(footprintOf(scene, parts, state).labels.map(l => l.text)).toEqual(['Δ +10.5 kW', 'Δ −10.5 kW']);
  expect(footprintOf(scene, parts, null).labels[0]!.text).toBe('Δ 10.5 kW');
});
