import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import type { SolvedState } from './result.ts';
import { solve } from './solve.ts';
import { baranWu33, cigreMv } from './testing/published-feeders.ts';

function solved(network: Network): SolvedState {
  const state = solve(buildModel(network));
  if (!state.converged) throw new Error(state.message);
  return state;
}

test('the 33-bus feeder of Baran & Wu: 202.7 kW of losses, 0.913 p.u. at bus 18', () => {
  const state = solved(baranWu33());
  expect(1000 * state.lossesMw).toBeCloseTo(202.7, 1);
  expect(state.vmPu[17]).toBeCloseTo(0.9131, 4);
  expect(Math.min(...state.vmPu)).toBe(state.vmPu[17]);
});

const EXPECTED = '../shared/data/pandapower/expected/cigre_mv_pv_wind.json';

test.skipIf(!existsSync(EXPECTED))(
  'the medium-voltage benchmark of CIGRE, written from the brochure, has the voltages that pandapower finds (skipped where the data is absent)',
  () => {
    const { bus } = JSON.parse(readFileSync(EXPECTED, 'utf8')) as {
      bus: { index: number; vm_pu: number }[];
    };
    const state = solved(cigreMv(true));
    for (const row of bus) expect(state.vmPu[row.index]).toBeCloseTo(row.vm_pu, 5);
  },
);

test('without its units the benchmark draws what its loads and losses ask for', () => {
  const network = cigreMv(false);
  const state = solved(network);
  const drawn = network.load.pMw.reduce((sum, p) => sum + p, 0);
  expect(drawn).toBeCloseTo(44.742, 3);
  expect(state.slack[0]!.pMw).toBeCloseTo(drawn + state.lossesMw, 9);
});
