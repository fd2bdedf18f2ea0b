import { expect, test } from 'vitest';
import { buildModel } from '../network/build.ts';
import { solve } from '../power-flow/solve.ts';
import { assess } from '../security/assessment.ts';
import { networkLimits, withVoltageBand } from '../security/limits.ts';
import { baseState } from './base-state.ts';
import { countLimits, limitCountBytes, limitCounts, violatedElements } from './limit-counts.ts';
import { mixInject, rowInjection } from './row-mix.ts';
import { seriesSolver } from './series.ts';
import { growingMix } from './testing/growing-mix.ts';
import { radialNetwork } from './testing/radial.ts';

const network = radialNetwork(120);
const model = buildModel(network);
const ROWS = 9;

const mix = growingMix(network, ROWS);

test('the counts are those of assessing every row by itself', () => {
  const limits = withVoltageBand(networkLimits(network), 0.99, 1.0195);
  const counts = limitCounts(new SharedArrayBuffer(limitCountBytes(network, ROWS)), network, ROWS);
  const base = baseState(model, mix);
  if (!base) throw new Error('no base state');
  seriesSolver(model, base).run(0, ROWS, mixInject(mix), countLimits(counts, limits));
  const expected = new Map<string, number>();
  for (let row = 0; row < ROWS; row++) {
    const state = solve(model, rowInjection(mix, row, network.bus.count));
    const violations = state.converged ? assess(network, limits, state) : [];
    expect(counts.ofRow[row]).toBe(violations.length);
    for (const { element, limit } of violations)
      expected.set(`${element} ${limit}`, (expected.get(`${element} ${limit}`) ?? 0) + 1);
  }
  const found = violatedElements(counts, network);
  expect(new Map(found.map(e => [`${e.element} ${e.limit}`, e.rows]))).toEqual(expected);
  expect(new Set(found.map(e => e.limit))).toEqual(new Set(['voltage-low', 'voltage-high', 'line-loading']));
  expect(found.map(e => e.rows)).toEqual(found.map(e => e.rows).sort((a, b) => b - a));
});
