import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildModel } from '../../network/build.ts';
import type { Network } from '../../network/network.ts';
import { buses, grid, line, load, slack } from '../testing/grid.ts';
import { type ControlledResult, solveControlled } from './solve-controlled.ts';
import { type TapChangers, tapChangers, tapRatio } from './tap-changers.ts';

/** One row per branch given; ±8 steps of 1.25 % from step 0, band 1 ± 0.01 p.u. at the bus given. */
function changers(
  rows: readonly { branch: number; bus: number; keepsFromSide?: 0 | 1; step?: number }[],
): TapChangers {
  const column = (value: number) => Float64Array.from(rows, () => value);
  return {
    count: rows.length,
    branch: Int32Array.from(rows, r => r.branch),
    bus: Int32Array.from(rows, r => r.bus),
    vmPuTarget: column(1),
    vmPuDeadband: column(0.01),
    step: Int32Array.from(rows, r => r.step ?? 0),
    stepMin: Int32Array.from(rows, () => -8),
    stepMax: Int32Array.from(rows, () => 8),
    ratioNeutral: column(1),
    ratioPerStep: column(0.0125),
    keepsFromSide: Uint8Array.from(rows, r => r.keepsFromSide ?? 0),
  };
}

function run(network: Network, table: TapChangers): ControlledResult {
  return solveControlled(buildModel(network), undefined, [tapChangers(table)]);
}

/** A transformer from bus 1 to bus 2 and a line on to bus 3, loads at both. */
function feeder(vmPuSet: number, pMw: number, qMvar: number): Network {
  return grid({
    bus: buses(3),
    branch: [line(0, 1, 0.005, 0.1), line(1, 2, 0.01, 0.02)],
    load: [load(1, pMw / 2, qMvar / 2), load(2, pMw / 2, qMvar / 2)],
    generator: [slack(0, vmPuSet)],
  });
}

test('a transformer steps down its ratio until the bus behind it is in its band', () => {
  const network = feeder(1, 0.4, 0.3);
  const result = run(network, changers([{ branch: 0, bus: 1 }]));
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  // Unregulated about 0.967; one step adds about 0.0125, the band begins at 0.99: two steps.
  expect(result.model.network.branch.ratio[0]).toBe(1 - 2 * 0.0125);
  expect(Math.abs(result.state.vmPu[1]! - 1)).toBeLessThanOrEqual(0.01);
  expect(result.notes).toEqual([]);
  expect(network.branch.ratio[0]).toBe(1);
});

test('seen from the other side a higher ratio raises the voltage', () => {
  const network = grid({
    bus: buses(2),
    branch: [line(1, 0, 0.005, 0.1)],
    load: [load(1, 0.4, 0.4)],
    generator: [slack(0)],
  });
  const result = run(network, changers([{ branch: 0, bus: 1, keepsFromSide: 1 }]));
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  expect(result.model.network.branch.ratio[0]).toBeGreaterThan(1);
  expect(Math.abs(result.state.vmPu[1]! - 1)).toBeLessThanOrEqual(0.01);
});

test('the voltage ends in its band, or the changer at the end of its range on the right side, and says so', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const seen = { band: 0, end: 0 };
  fc.assert(
    fc.property(
      number(0.85, 1.15),
      number(-1, 1.2),
      number(-0.5, 0.8),
      fc.integer({ min: 1, max: 2 }),
      (vm, p, q, bus) => {
        const table = changers([{ branch: 0, bus }]);
        const result = run(feeder(vm, p, q), table);
        if (result.outcome === 'unsolved') return;
        expect(result.outcome).toBe('settled');
        const missing = 1 - result.state.vmPu[bus]!;
        if (Math.abs(missing) <= 0.01) {
          seen.band++;
          expect(result.notes).toEqual([]);
          return;
        }
        seen.end++;
        // A low ratio raises the voltage: a missing voltage is left at the lowest step only.
        expect(result.model.network.branch.ratio[0]).toBe(tapRatio(table, 0, missing > 0 ? -8 : 8));
        expect(result.notes.map(n => n.code)).toEqual(['at-end']);
      },
    ),
    { numRuns: 300 },
  );
  expect(seen.band).toBeGreaterThan(100);
  expect(seen.end).toBeGreaterThan(10);
});

test('two changers in a row come to rest in their bands', () => {
  const network = grid({
    bus: buses(4),
    branch: [line(0, 1, 0.005, 0.1), line(1, 2, 0.02, 0.02), line(2, 3, 0.005, 0.1)],
    load: [load(1, 0.2, 0.1), load(3, 0.4, 0.2)],
    generator: [slack(0, 0.96)],
  });
  const table = changers([
    { branch: 0, bus: 1 },
    { branch: 2, bus: 3 },
  ]);
  const result = run(network, table);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  for (const bus of [1, 3]) expect(Math.abs(result.state.vmPu[bus]! - 1)).toBeLessThanOrEqual(0.01);
});

test('a band narrower than a step is answered as hunting, not by going round for ever', () => {
  const table = { ...changers([{ branch: 0, bus: 1 }]), vmPuDeadband: Float64Array.of(1e-4) };
  const result = run(feeder(1, 0.4, 0.3), table);
  expect(result.outcome).toBe('hunting');
  if (result.outcome !== 'hunting') return;
  expect(result.notes[0]!.message).toMatch(
    /branch 1-2 gave up at step -\d and leaves bus 2 outside its band/,
  );
  expect(result.rounds).toBeLessThan(20);
});

test('a changer of a dead part rests', () => {
  const network = grid({
    bus: buses(3),
    branch: [line(1, 2, 0.005, 0.1)],
    load: [load(2, 0.4)],
    generator: [slack(0)],
  });
  expect(run(network, changers([{ branch: 0, bus: 2 }]))).toMatchObject({
    outcome: 'settled',
    rounds: 1,
    notes: [],
  });
});

test('a table that contradicts itself or the network is refused with all its faults', () => {
  const wrong = {
    ...changers([
      { branch: 0, bus: 7, step: 3 },
      { branch: 0, bus: 1, step: 9 },
    ]),
  };
  expect(() => run(feeder(1, 0.1, 0), wrong)).toThrow(
    /keeps no bus; .*step 9 of -8 … 8; .*has ratio 1, its step 3 says 1\.0375; .*two tap changers/,
  );
});
