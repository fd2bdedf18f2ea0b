import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { globalisedNewton } from './globalised.ts';
import { newton, newtonWorkspace, type VoltageState } from './newton.ts';
import { nodeInjection, solve } from './solve.ts';
import { buses, grid, line, load, meshedGrid, slack } from './testing/grid.ts';

const OPTIONS = { tolerancePu: 1e-8, maxIterations: 20 };

function prepared(network: Network) {
  const model = buildModel(network);
  const problem = { ...model, ...nodeInjection(model, baseInjection(network)) };
  return { model, problem, workspace: newtonWorkspace(model.admittance, model.freeCount) };
}

/** Set points are kept, everything else is where the draws put it. */
function start(network: Network, draws: readonly { vm: number; va: number }[]): VoltageState {
  const { pqCount, freeCount, vmPuSet, nodeCount } = buildModel(network);
  const drawn = (node: number) => draws[node % draws.length]!;
  return {
    vmPu: Float64Array.from({ length: nodeCount }, (_, n) => (n < pqCount ? drawn(n).vm : vmPuSet[n]!)),
    vaRad: Float64Array.from({ length: nodeCount }, (_, n) => (n < freeCount ? drawn(n).va : 0)),
  };
}

const copy = ({ vmPu, vaRad }: VoltageState): VoltageState => ({ vmPu: vmPu.slice(), vaRad: vaRad.slice() });

const draws = fc.array(
  fc.record({
    vm: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    va: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  }),
  { minLength: 3, maxLength: 12 },
);

test('from bad starts it finds states that full steps miss, and never loses more than it wins', () => {
  let won = 0;
  let lost = 0;
  fc.assert(
    fc.property(meshedGrid, draws, (network, drawn) => {
      const { model, problem, workspace } = prepared(network);
      if (!solve(model).converged) return;
      const from = start(network, drawn);
      const plain = newton(problem, copy(from), workspace, OPTIONS);
      const state = copy(from);
      const globalised = globalisedNewton(problem, state, workspace, OPTIONS);
      if (globalised.outcome === 'converged') {
        const check = newton(problem, state, workspace, { ...OPTIONS, maxIterations: 0 });
        expect(check.outcome).toBe('converged');
        if (plain.outcome !== 'converged') won++;
      } else if (plain.outcome === 'converged') lost++;
    }),
    { numRuns: 300 },
  );
  expect(won).toBeGreaterThan(5);
  expect(lost).toBeLessThan(won);
});

test('where full steps work it is Newton, step for step', () => {
  fc.assert(
    fc.property(meshedGrid, network => {
      const { problem, workspace } = prepared(network);
      const from = start(network, [{ vm: 1, va: 0 }]);
      const [a, b] = [copy(from), copy(from)];
      const plain = newton(problem, a, workspace, OPTIONS);
      const mismatches = [0, 1, 2, 3, 4, 5].map(
        maxIterations => newton(problem, copy(from), workspace, { ...OPTIONS, maxIterations }).maxMismatchPu,
      );
      // Only where every full step reduces the mismatch by itself.
      if (plain.outcome !== 'converged' || mismatches.some((m, n) => n > 0 && m > 0.3 * mismatches[n - 1]!))
        return;
      const globalised = globalisedNewton(problem, b, workspace, OPTIONS);
      expect(globalised.iterations).toBe(plain.iterations);
      expect([...b.vmPu]).toEqual([...a.vmPu]);
    }),
  );
});

test('where there is no state it comes to rest at the least mismatch, which the gap in power gives', () => {
  // x = 0.5 carries 1 at unity power factor; of 1.2 at least some 0.1 stays open, wherever the search began.
  const network = grid({
    bus: buses(2),
    branch: [line(0, 1, 0, 0.5)],
    load: [load(1, 1.2)],
    generator: [slack(0)],
  });
  for (const from of [
    { vm: 1, va: 0 },
    { vm: 0.8, va: -0.9 },
  ]) {
    const { problem, workspace } = prepared(network);
    const result = globalisedNewton(problem, start(network, [from]), workspace, OPTIONS);
    expect(result.outcome).not.toBe('converged');
    expect(result.iterations).toBeLessThanOrEqual(60);
    expect(result.maxMismatchPu).toBeGreaterThan(0.05);
    expect(result.maxMismatchPu).toBeLessThan(0.2);
  }
});

test('a start that holds no numbers is diverged at once', () => {
  const network = grid({
    bus: buses(2),
    branch: [line(0, 1, 0, 0.5)],
    load: [load(1, 0.2)],
    generator: [slack(0)],
  });
  const { problem, workspace } = prepared(network);
  const state = start(network, [{ vm: Number.NaN, va: 0 }]);
  expect(globalisedNewton(problem, state, workspace, OPTIONS)).toMatchObject({
    outcome: 'diverged',
    iterations: 0,
  });
});
