import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { mismatch } from '../sensitivity/rectangular.ts';
import { feeder } from '../sensitivity/testing/feeder.ts';
import type { Present } from './interval-solver.ts';
import { networkLimits } from './limits.ts';
import { LEG_MISMATCH_PU, NearStates, SIDES } from './near-states.ts';
import type { Change } from './screening.ts';
import { openInterval } from './trade-check.ts';

function opened(network: Network) {
  const { solver } = openInterval({
    model: buildModel(network),
    injection: baseInjection(network),
    limits: networkLimits(network),
    policy: { oneLeg: 'reject', resolutionWh: 1 },
    networkVersion: network.name,
  });
  const present = solver.present();
  if ('unsolved' in present) throw new Error(present.unsolved);
  return { solver, present };
}

/** What the full equations are off by at the voltages of a change. */
function offBy({ solver, present }: ReturnType<typeof opened>, change: Change, v: Float64Array): number {
  const s = present.s.slice();
  change.nodes.forEach((node, n) => {
    s[2 * node]! += change.pPu[n]!;
  });
  return mismatch(solver.eq, s, v, new Float64Array(s.length));
}

/** [2·node] of each side the voltages a question ends with. */
function solved(
  near: NearStates,
  present: Present,
  changes: readonly Change[],
  scaled?: number,
): Float64Array[] {
  near.solve(present, changes, scaled);
  return changes.map((_, side) =>
    Float64Array.from(
      { length: near.v.length / SIDES },
      (_, i) => near.v[2 * SIDES * (i >> 1) + 2 * side + (i & 1)]!,
    ),
  );
}

test('three changes at once each end at a solution of the full equations, with and without voltage control', () => {
  const options = fc.record({
    loads: fc.array(fc.double({ min: -15, max: 15, noNaN: true }), { minLength: 3, maxLength: 10 }),
    picks: fc.array(fc.nat(1000), { minLength: 10, maxLength: 10 }),
    kw: fc.array(fc.double({ min: -15, max: 15, noNaN: true }), { minLength: 3, maxLength: 3 }),
    controlled: fc.boolean(),
  });
  fc.assert(
    fc.property(options, ({ loads, picks, kw, controlled }) => {
      const all = opened(
        feeder({
          loadsKw: loads,
          parents: loads.map((_, n) => picks[n]! % (n + 1)),
          rOhm: 0.008,
          ...(controlled ? { pv: { at: 1, kw: 10, vmPu: 1 } } : {}),
        }),
      );
      const { freeCount } = all.solver.input.model;
      const changes = kw.map((p, side) => ({
        nodes: [(side + 1) % freeCount, (side + 2) % freeCount],
        pPu: [p / 1000, -p / 2000],
      }));
      const found = solved(new NearStates(all.solver.eq), all.present, changes);
      changes.forEach((change, side) => {
        expect(offBy(all, change, found[side]!)).toBeLessThan(1.01 * LEG_MISMATCH_PU);
      });
    }),
    { numRuns: 100 },
  );
});

test('a change that no state can carry is told from its neighbours, which are solved all the same', () => {
  const { solver, present } = opened(feeder({ loadsKw: [5, 5], rOhm: 0.05 }));
  const small = { nodes: [1], pPu: [-0.002] };
  const [first, second, third] = solver.solveChanges(present, [small, { nodes: [1], pPu: [-40] }, small]);
  expect(second).toBeNull();
  const alone = solver.solveChange(present, small)!;
  for (const values of [first!, third!])
    for (const [row, value] of values.entries()) expect(value).toBeCloseTo(alone[row]!, 5);
});

test('a question leaves nothing for the next', () => {
  const { solver, present } = opened(feeder());
  const change = { nodes: [1, 2], pPu: [0.004, -0.004] };
  const near = new NearStates(solver.eq);
  const first = solved(near, present, [change])[0]!;
  near.solve(present, [
    { nodes: [2], pPu: [-40] },
    { nodes: [0], pPu: [0.3] },
  ]);
  expect(solved(near, present, [change])[0]).toEqual(first);
});

test('a question begun from the last one, scaled, ends at the same states', () => {
  const { solver, present } = opened(feeder({ loadsKw: [5, 5, 5], rOhm: 0.03 }));
  const of = (share: number): Change[] => [
    { nodes: [1, 3], pPu: [0.03 * share, -0.03 * share] },
    { nodes: [3], pPu: [-0.02 * share] },
  ];
  const afresh = solved(new NearStates(solver.eq), present, of(0.7));
  const near = new NearStates(solver.eq);
  near.solve(present, of(1));
  solved(near, present, of(0.7), 0.7).forEach((v, side) => {
    v.forEach((value, i) => {
      expect(value).toBeCloseTo(afresh[side]![i]!, 7);
    });
  });
  // After a question without a solution there is nothing to begin from.
  near.solve(present, [{ nodes: [1], pPu: [-40] }]);
  solved(near, present, of(0.7), 0.7).forEach((v, side) => {
    expect(offBy({ solver, present }, of(0.7)[side]!, v)).toBeLessThan(1.01 * LEG_MISMATCH_PU);
  });
});
