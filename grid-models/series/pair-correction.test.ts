import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { solve } from '../power-flow/solve.ts';
import { correct, correctionWork } from '../security/correction.ts';
import { equations, factoriseAt, nodeInjection, nodeVoltages } from '../sensitivity/rectangular.ts';
import { feeder } from '../sensitivity/testing/feeder.ts';
import { blockLu } from '../sparse/block-lu.ts';
import { correctPair, LANE, rowPair } from './pair-correction.ts';
import { radialNetwork } from './testing/radial.ts';

test.each([
  ['a radial grid', radialNetwork(60)],
  [
    'a ring with constant current and voltage control',
    feeder({
      loadsKw: [10, -20, 8, 12],
      rings: [[3, 0]],
      constIShare: 0.5,
      pv: { at: 2, kw: 10, vmPu: 1.01 },
    }),
  ],
])('in a pair on %s each row has the bits that it has alone, whatever the other is', (_, network) => {
  const { pairOf, alone } = solvers(network);
  const seen = new Set<number>();
  const factor = fc.oneof(
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.constantFrom(1, 60, -900, Number.NaN),
  );
  fc.assert(
    fc.property(factor, factor, (first, second) => {
      const pair = pairOf(first, second);
      [first, second].forEach((scale, lane) => {
        seen.add(pair.outcome[lane]!);
        expect(pair.outcome[lane]).toBe(pairOf(scale, scale).outcome[lane]);
        if (pair.outcome[lane] === LANE.alone) return;
        const { v, converged } = alone(scale);
        expect(converged).toBe(true);
        expect(v.filter((_, i) => !Object.is(v[i], pair.v[4 * (i >> 1) + 2 * lane + (i & 1)]))).toEqual(
          new Float64Array(),
        );
      });
    }),
  );
  expect([...seen].sort()).toEqual([LANE.converged, LANE.alone]);
});

/** Both ways from the file's own state; rows are the file's injection times a factor. */
function solvers(network: Network) {
  const model = buildModel(network);
  const base = solve(model);
  if (!base.converged) throw new Error(base.message);
  const eq = equations(model);
  const start = nodeVoltages(model, base.vmPu, base.vaDeg);
  const kept = blockLu(eq.symbolic);
  if (!factoriseAt(eq, start, kept)) throw new Error('the Jacobian of the file is singular');
  const file = baseInjection(network);
  const specified = (factor: number) =>
    nodeInjection(model, { pMw: file.pMw.map(p => factor * p), qMvar: file.qMvar.map(q => factor * q) });
  return {
    pairOf: (...factors: [number, number]) => {
      const pair = rowPair(eq);
      factors.forEach((factor, lane) => {
        specified(factor).forEach((x, i) => {
          pair.specified[4 * (i >> 1) + 2 * lane + (i & 1)] = x;
        });
        start.forEach((x, i) => {
          pair.v[4 * (i >> 1) + 2 * lane + (i & 1)] = x;
        });
      });
      correctPair(eq, kept, pair);
      return pair;
    },
    alone: (factor: number) => {
      const v = start.slice();
      const { converged } = correct(eq, specified(factor), v, kept, correctionWork(eq));
      return { v, converged };
    },
  };
}
