import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { rebuildModel } from '../network/rebuild.ts';
import { solve } from '../power-flow/solve.ts';
import { equations } from '../sensitivity/rectangular.ts';
import { grids, network } from './testing/drawn-grids.ts';

/** p.u. (angles: degrees): an entry that is zero may change the order of elimination, and so the last bits. */
const SAME = 1e-12;
const TOLERANCE_PU = 1e-13;

function thrown(network: Network, column: 'inService' | 'fromClosed' | 'toClosed', at: number): Network {
  const { branch } = network;
  const row = at % branch.count;
  return { ...network, branch: { ...branch, [column]: branch[column].with(row, 1 - branch[column][row]!) } };
}

test('after switching, the state is that of a model built from the start, and the analysis that of the model before', () => {
  const columns = fc.constantFrom('inService', 'fromClosed', 'toClosed' as const);
  const operations = fc.array(fc.tuple(columns, fc.nat(60)), { minLength: 1, maxLength: 8 });
  let compared = 0;
  let reused = 0;
  fc.assert(
    fc.property(grids, operations, (drawn, thrownOnes) => {
      let now = network(drawn);
      let model = buildModel(now);
      for (const [column, at] of thrownOnes) {
        now = thrown(now, column, at);
        const before = model;
        model = rebuildModel(before, now);
        if (model.admittance.pattern === before.admittance.pattern) {
          reused++;
          expect(equations(model).symbolic).toBe(equations(before).symbolic);
        }
        const state = solve(model, undefined, { tolerancePu: TOLERANCE_PU });
        const twin = solve(buildModel(now), undefined, { tolerancePu: TOLERANCE_PU });
        if (!state.converged || !twin.converged) continue;
        compared++;
        for (const column of ['vmPu', 'vaDeg'] as const)
          expect(distance(state[column], twin[column]), column).toBeLessThan(SAME);
        for (const column of ['pFromMw', 'qFromMvar', 'pToMw', 'qToMvar'] as const)
          expect(distance(state[column], twin[column]) / now.baseMva, column).toBeLessThan(SAME);
      }
    }),
  );
  expect(Math.min(compared, reused)).toBeGreaterThan(50);
});

/** Dead buses have no number in either. */
function distance(a: Float64Array, b: Float64Array): number {
  expect([...a].map(Number.isNaN)).toEqual([...b].map(Number.isNaN));
  return a.reduce((most, x, i) => (Number.isNaN(x) ? most : Math.max(most, Math.abs(x - b[i]!))), 0);
}
