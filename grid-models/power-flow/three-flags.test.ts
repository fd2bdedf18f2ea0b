import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import { readings } from '../security/assessment.ts';
import { networkLimits } from '../security/limits.ts';
import { reactiveLimits } from './controls/reactive-limits.ts';
import { solveControlled } from './controls/solve-controlled.ts';
import type { TapChangers } from './controls/tap-changers.ts';
import { solve } from './solve.ts';
import { buses, grid, line, load, slack, unit } from './testing/grid.ts';
import { type PhysicalEvidence, type StateFlags, stateFlags } from './three-flags.ts';

function flagsOf(network: Network, evidence: PhysicalEvidence = {}): StateFlags {
  const model = buildModel(network);
  const injection = baseInjection(network);
  const state = solve(model, injection);
  const margins = state.converged ? readings(network, networkLimits(network), state) : [];
  return stateFlags({ model, injection, state }, margins, evidence);
}

const band = (vmPuMin: number, vmPuMax: number) => buses(2).map(b => ({ ...b, vmPuMin, vmPuMax }));

/** A unit at bus 2 that holds 1.05 and for that delivers 0.525 Mvar. */
const held = (qMvarMax: number, vmPuMax = 1.1) =>
  grid({
    bus: band(0.9, vmPuMax),
    branch: [line(0, 1, 0, 0.1)],
    generator: [slack(0), unit(1, 0, 1.05, -1, qMvarMax)],
  });

test('a state may converge, be reachable and keep its limits: nothing to say', () => {
  expect(flagsOf(held(1))).toEqual({ converged: true, reachable: true, withinLimits: true, reasons: [] });
});

test('a state that takes more reactive power than a unit has is not reachable, though every limit holds', () => {
  const flags = flagsOf(held(0.3));
  expect(flags).toMatchObject({ converged: true, reachable: false, withinLimits: true });
  expect(flags.reasons).toEqual([
    {
      flag: 'reachable',
      element: 'generator G2',
      message: 'Holding the voltage takes 0.525 Mvar of generator G2, which can do -1 … 0.3 Mvar.',
    },
  ]);
});

test('a reachable state may violate a limit', () => {
  const flags = flagsOf(held(1, 1.02));
  expect(flags).toMatchObject({ converged: true, reachable: true, withinLimits: false });
  expect(flags.reasons[0]!.message).toBe('2: voltage-high 1.05 p.u., permitted 1.02 p.u..');
});

test('without a state the other two are unknown, and without limits the third is', () => {
  const overload = grid({
    bus: band(0.9, 1.1),
    branch: [line(0, 1, 0, 0.5)],
    load: [load(1, 1.2)],
    generator: [slack(0)],
  });
  const flags = flagsOf(overload);
  expect(flags).toMatchObject({ converged: false, reachable: null, withinLimits: null });
  expect(flags.reasons.map(r => r.flag)).toEqual(['converged']);
  expect(flagsOf(grid({ bus: buses(1), generator: [slack(0)] })).withinLimits).toBeNull();
});

test('a source is asked for no more than it is said to have, active and reactive', () => {
  const network = grid({
    bus: band(0.9, 1.1),
    branch: [line(0, 1, 0.01, 0.1)],
    load: [load(1, 0.5, 0.2)],
    generator: [{ ...slack(0), qMvarMax: 0.1 }],
  });
  const capability = {
    count: 1,
    generator: Int32Array.of(0),
    pMwMin: Float64Array.of(0),
    pMwMax: Float64Array.of(0.4),
  };
  const { reachable, reasons } = flagsOf(network, { capability });
  expect(reachable).toBe(false);
  expect(reasons.map(r => r.message)).toEqual([
    expect.stringMatching(
      /^Balancing the grid takes 0\.2\d+ Mvar of generator grid-1, which can do any … 0\.1 Mvar\.$/,
    ),
    expect.stringMatching(/^The state takes 0\.50\d+ MW of generator grid-1, which can do 0 … 0\.4 MW\.$/),
  ]);
  const enough = { ...capability, pMwMax: Float64Array.of(Number.NaN) };
  expect(
    flagsOf(
      { ...network, generator: { ...network.generator, qMvarMax: Float64Array.of(1) } },
      { capability: enough },
    ).reachable,
  ).toBe(true);
});

test('a ratio that is none of the steps of its transformer is not reachable', () => {
  const taps: TapChangers = {
    count: 1,
    branch: Int32Array.of(0),
    bus: Int32Array.of(1),
    vmPuTarget: Float64Array.of(1),
    vmPuDeadband: Float64Array.of(0.01),
    step: Int32Array.of(0),
    stepMin: Int32Array.of(-2),
    stepMax: Int32Array.of(2),
    ratioNeutral: Float64Array.of(1),
    ratioPerStep: Float64Array.of(0.0125),
    keepsFromSide: Uint8Array.of(0),
  };
  const at = (ratio: number) =>
    flagsOf(
      grid({
        bus: band(0.9, 1.1),
        branch: [{ ...line(0, 1, 0.01, 0.1), ratio }],
        load: [load(1, 0.1)],
        generator: [slack(0)],
      }),
      { taps },
    ).reachable;
  expect(at(1.025)).toBe(true);
  expect(at(1.0375)).toBe(false);
  expect(at(1.006)).toBe(false);
});

test('the state of a controlled power flow is reachable when it settled, and not when controls hunt', () => {
  const network = held(0.3);
  const result = solveControlled(buildModel(network), undefined, [reactiveLimits()]);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  expect(stateFlags(result, [], { notes: result.notes }).reachable).toBe(true);
  const hunting = { code: 'hunting', element: 'branch T1', message: 'branch T1 gave up.' } as const;
  expect(stateFlags(result, [], { notes: [hunting] })).toMatchObject({ converged: true, reachable: false });
});
