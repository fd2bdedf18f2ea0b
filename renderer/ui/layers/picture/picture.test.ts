import { expect, test } from 'vitest';
import type { Element } from '../../../../preload/contract/grid.ts';
import { stateOf, topologyOfBranches } from '../testing/topology.ts';
import { ARCS_MAX, chosenFlows } from './contract-choice.ts';
import { firstViolation, forecastChart } from './element-rows.ts';
import { findRows } from './find-rows.ts';
import { segmentSummary } from './segment-summary.ts';
import { stateWords } from './state-words.ts';

const topology = topologyOfBranches([
  { id: 'T3', path: [0, 0, 1, 0] },
  { id: 'T31', path: [2, 0, 3, 0] },
]);
const flow = (kw: number, fromBus = 0, toBus = 1) => ({ fromBus, toBus, kw, trades: 1 });

test('the equal id is found before ids that only begin with it, and a connection point finds its bus', () => {
  expect(findRows(topology, 't3').map(r => r.id)).toEqual(['T3', 'T31']);
  expect(findRows(topology, 'p1-to').map(r => r.id)).toEqual(['b1-to']);
  expect(findRows(topology, '  ')).toEqual([]);
});

test('the ten largest contract flows are drawn and the rest is counted', () => {
  const chosen = chosenFlows(
    'top',
    Array.from({ length: 25 }, (_, k) => flow(k)),
    topology,
    null,
    null,
  );
  expect(chosen.flows.map(f => f.kw)).toEqual([24, 23, 22, 21, 20, 19, 18, 17, 16, 15]);
  expect(chosen.left).toBe(15);
});

test('a selection shows the flows that begin or end at its buses, a branch those of both ends', () => {
  const flows = [flow(5, 0, 3), flow(4, 2, 3)];
  expect(chosenFlows('selection', flows, topology, 'b0-from', null).flows).toEqual([flows[0]]);
  expect(chosenFlows('selection', flows, topology, 'T31', null).flows).toHaveLength(2);
  const many = Array.from({ length: ARCS_MAX + 5 }, (_, k) => flow(k));
  expect(chosenFlows('selection', many, topology, 'S', null).left).toBe(5);
});

test('an empty choice says in words what is missing', () => {
  expect(chosenFlows('selection', [], topology, null, null).nothing).toMatch(/Select an element/);
  expect(chosenFlows('trade', [], topology, null, null).nothing).toMatch(/Select a trade/);
  const foreign = { id: '0x1', sellerPoint: 'nowhere', buyerPoint: 'p0-to', kw: 1 };
  expect(chosenFlows('trade', [], topology, null, foreign).nothing).toMatch(/outside this network/);
});

test('the trade alone runs from its seller’s bus to its buyer’s', () => {
  const trade = { id: '0x1', sellerPoint: 'p1-to', buyerPoint: 'p0-from', kw: 8 };
  expect(chosenFlows('trade', [], topology, null, trade).flows).toEqual([flow(8, 3, 0)]);
});

test('a picture says whether it is live, past or planned, and never calls a schedule measured', () => {
  const state = stateOf(topology, {});
  expect(stateWords(state, 'now', 1800).tense).toBe('live');
  expect(stateWords({ ...state, source: 'calculated' }, { interval: 2700 }, 1800)).toMatchObject({
    tense: 'planned',
    note: 'calculated from forecasts and accepted trades, not measured',
  });
  expect(stateWords({ ...state, source: 'calculated' }, { interval: 900 }, 1800)).toMatchObject({
    tense: 'past',
    note: 'as planned then, not measured',
  });
});

test('values that are no longer fresh are never called live', () => {
  expect(stateWords(stateOf(topology, {}), 'now', 1800, true).title).toMatch(/^Last known, not live/);
});

test('missing values are said with the console’s own reason', () => {
  const words = stateWords(stateOf(topology, { missing: 'diverged at bus 7' }), 'now', 1800);
  expect(words).toMatchObject({ tense: 'none', note: 'diverged at bus 7' });
  expect(words.title).toMatch(/no values/);
});

test('a segment names its most loaded branch, and has no numbers without values', () => {
  const state = stateOf(topology, { loadingPercent: [30, 80] });
  expect(segmentSummary(topology, 'S', state)).toMatchObject({ buses: 4, points: 4, worst: { id: 'T31' } });
  expect(segmentSummary(topology, 'S', null)).toMatchObject({ worst: null, vmPuMin: null });
});

test('the first forecast interval beyond a limit is found; an unstated limit is never assumed', () => {
  const element = (limits: Element['limits']): Element => ({
    id: 'T3',
    kind: 'transformer',
    name: 'T3',
    segment: '',
    facts: [],
    limits,
    now: [],
    forecast: [
      { interval: 900, value: null },
      { interval: 1800, value: 99 },
      { interval: 2700, value: 101 },
    ],
    trades: [],
  });
  const stated = element([{ limit: 'transformer-loading', value: 100, unit: '%' }]);
  expect(firstViolation(stated)).toEqual({ interval: 2700, value: 101 });
  const unstated = element([{ limit: 'transformer-loading', value: null, unit: '%' }]);
  expect(firstViolation(unstated)).toBeNull();
  expect(forecastChart(unstated).limits).toEqual([]);
});
