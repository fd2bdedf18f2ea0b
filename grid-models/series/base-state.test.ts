import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import { solve } from '../power-flow/solve.ts';
import { baseState } from './base-state.ts';
import { meanInjection, mixInject, rowMix } from './row-mix.ts';
import { seriesSolver } from './series.ts';
import { radialNetwork } from './testing/radial.ts';

const network = radialNetwork(120);
const model = buildModel(network);

test('where the mean of all rows has no solution, the rows are solved from the grid without injection', () => {
  const file = baseInjection(network);
  const absurd = rowMix([file], 3, Float64Array.of(1, 1e6, 0.5));
  expect(solve(model, meanInjection(absurd, network.bus.count)).converged).toBe(false);
  const base = baseState(model, absurd);
  if (!base) throw new Error('no base state');
  const seen: string[] = [];
  seriesSolver(model, base).run(0, 3, mixInject(absurd), {
    solved: row => seen.push(`${row} solved`),
    unsolved: row => seen.push(`${row} unsolved`),
  });
  expect(seen).toEqual(['0 solved', '1 unsolved', '2 solved']);
});
