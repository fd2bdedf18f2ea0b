import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildModel } from '../../network/build.ts';
import type { Network } from '../../network/network.ts';
import { buses, grid, line, load, shunt, slack } from '../testing/grid.ts';
import { solveControlled } from './solve-controlled.ts';
import { type SwitchedShunts, switchedShunts } from './switched-shunts.ts';

function blocks(qMvarPerStep: number, stepMin: number, stepMax: number, vmPuDeadband = 0.01): SwitchedShunts {
  return {
    count: 1,
    shunt: Int32Array.of(0),
    bus: Int32Array.of(1),
    vmPuTarget: Float64Array.of(1),
    vmPuDeadband: Float64Array.of(vmPuDeadband),
    step: Int32Array.of(0),
    stepMin: Int32Array.of(stepMin),
    stepMax: Int32Array.of(stepMax),
    pMwPerStep: Float64Array.of(0),
    qMvarPerStep: Float64Array.of(qMvarPerStep),
  };
}

function behindReactance(pMw: number, qMvar: number, vmPuSet = 1): Network {
  return grid({
    bus: buses(2),
    branch: [line(0, 1, 0, 0.1)],
    load: [load(1, pMw, qMvar)],
    generator: [slack(0, vmPuSet)],
    shunt: [shunt(1, 0)],
  });
}

test('capacitors are switched in one by one until the voltage is in its band', () => {
  // n blocks of 0.1, no active power: v (v − 1) / 0.1 = 0.1 n v² − 0.3: (1 − 0.01 n) v² − v + 0.03 = 0.
  const result = solveControlled(buildModel(behindReactance(0, 0.3)), undefined, [
    switchedShunts(blocks(-0.1, 0, 5)),
  ]);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  const n = -result.model.network.shunt.qMvar[0]! / 0.1;
  const root = (steps: number) =>
    (1 + Math.sqrt(1 - 4 * (1 - steps * 0.01) * 0.03)) / (2 * (1 - steps * 0.01));
  expect(result.state.vmPu[1]).toBeCloseTo(root(n), 8);
  expect(root(n)).toBeGreaterThanOrEqual(0.99);
  expect(root(n - 1)).toBeLessThan(0.99);
});

test('the voltage ends in its band or the bank at the end of its range, capacitors and reactors alike', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(number(-1, 1), number(-1, 1.2), number(0.94, 1.06), fc.boolean(), (p, q, vm, reactor) => {
      const table = reactor ? blocks(0.1, -4, 6) : blocks(-0.1, -6, 4);
      const result = solveControlled(buildModel(behindReactance(p, q, vm)), undefined, [
        switchedShunts(table),
      ]);
      if (result.outcome === 'unsolved') return;
      expect(result.outcome).toBe('settled');
      const missing = 1 - result.state.vmPu[1]!;
      if (Math.abs(missing) <= 0.01) return;
      // Least consumption is most voltage: -0.4 Mvar when some is missing, 0.6 Mvar when there is too much.
      expect(result.model.network.shunt.qMvar[0]).toBeCloseTo(missing > 0 ? -0.4 : 0.6, 12);
      expect(result.notes.map(note => note.code)).toEqual(['at-end']);
    }),
    { numRuns: 200 },
  );
});

test('blocks too large for their band are answered as hunting', () => {
  const result = solveControlled(buildModel(behindReactance(0, 0.3)), undefined, [
    switchedShunts(blocks(-0.4, 0, 5, 0.001)),
  ]);
  expect(result.outcome).toBe('hunting');
});

test('a table that does not tell of the network’s shunt is refused', () => {
  const table = { ...blocks(-0.1, 0, 5), step: Int32Array.of(2) };
  expect(() =>
    solveControlled(buildModel(behindReactance(0, 0)), undefined, [switchedShunts(table)]),
  ).toThrow(/shunt S2 draws 0 Mvar, its step 2 says -0.2/);
});
