import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../../network/build.ts';
import { diagnose } from '../diagnosis.ts';
import { solve } from '../solve.ts';
import { buses, grid, line, load, meshedGrid, slack, unit } from '../testing/grid.ts';
import { type Control, MOVED } from './control.ts';
import { distributedSlack } from './distributed-slack.ts';
import { reactiveLimits } from './reactive-limits.ts';
import { solveControlled } from './solve-controlled.ts';
import { tapChangers } from './tap-changers.ts';

test('without controls the answer is that of the power flow, bit for bit', () => {
  fc.assert(
    fc.property(meshedGrid, network => {
      const model = buildModel(network);
      const plain = solve(model);
      const controlled = solveControlled(model);
      if (!plain.converged) return;
      if (controlled.outcome !== 'settled') throw new Error(controlled.outcome);
      expect([...controlled.state.vmPu]).toEqual([...plain.vmPu]);
      expect(controlled.rounds).toBe(1);
    }),
  );
});

test('the answer carries the model and injection that it solves: solving them again finds the same state', () => {
  fc.assert(
    fc.property(meshedGrid, network => {
      const count = network.generator.count;
      const sharing = distributedSlack({
        count,
        generator: Int32Array.from({ length: count }, (_, g) => g),
        factor: new Float64Array(count).fill(1),
        pMwMin: new Float64Array(count).fill(Number.NaN),
        pMwMax: new Float64Array(count).fill(Number.NaN),
      });
      const result = solveControlled(buildModel(network), undefined, [sharing, reactiveLimits()]);
      if (result.outcome !== 'settled') return;
      const rebuilt = buildModel(result.model.network);
      const again = solve(rebuilt, baseInjection(result.model.network), { start: result.state });
      if (!again.converged) throw new Error(again.message);
      for (const [b, vmPu] of again.vmPu.entries()) expect(vmPu).toBeCloseTo(result.state.vmPu[b]!, 7);
    }),
  );
});

test('taps, reactive limits and shared slack come to rest together', () => {
  const network = grid({
    bus: buses(3),
    branch: [line(0, 1, 0.005, 0.1), line(1, 2, 0.01, 0.05)],
    load: [load(1, 0.3, 0.2), load(2, 0.4, 0.3)],
    generator: [slack(0, 1), unit(2, 0.1, 1.02, -0.1, 0.1)],
  });
  const result = solveControlled(buildModel(network), undefined, [
    distributedSlack({
      count: 2,
      generator: Int32Array.of(0, 1),
      factor: Float64Array.of(3, 1),
      pMwMin: Float64Array.of(Number.NaN, 0),
      pMwMax: Float64Array.of(Number.NaN, 0.15),
    }),
    reactiveLimits(),
    tapChangers({
      count: 1,
      branch: Int32Array.of(0),
      bus: Int32Array.of(1),
      vmPuTarget: Float64Array.of(1),
      vmPuDeadband: Float64Array.of(0.01),
      step: Int32Array.of(0),
      stepMin: Int32Array.of(-8),
      stepMax: Int32Array.of(8),
      ratioNeutral: Float64Array.of(1),
      ratioPerStep: Float64Array.of(0.0125),
      keepsFromSide: Uint8Array.of(0),
    }),
  ]);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  const { generator, branch } = result.model.network;
  expect(Math.abs(result.state.vmPu[1]! - 1)).toBeLessThanOrEqual(0.01);
  expect(branch.ratio[0]).toBeLessThan(1);
  expect(generator.qMvar[1]).toBe(0.1);
  expect(generator.pMw[1]).toBeCloseTo(0.15, 9);
});

test('a control that never rests uses up its rounds and is named', () => {
  const restless: Control = { name: 'pendulum', begin: () => ({ act: () => MOVED }) };
  const model = buildModel(grid({ bus: buses(1), generator: [slack(0)] }));
  const result = solveControlled(model, undefined, [restless], { roundsMax: 7 });
  expect(result).toMatchObject({
    outcome: 'hunting',
    rounds: 7,
    notes: [{ code: 'hunting', element: 'pendulum' }],
  });
});

test('when a control leaves the grid without a state, the answer is the reason and no state', () => {
  // Held at 1 p.u. at both ends x = 0.5 carries 2; with 0.1 Mvar at the far end only it carries 1.05 (1.2 is
  // asked).
  const network = grid({
    bus: buses(2),
    branch: [line(0, 1, 0, 0.5)],
    load: [load(1, 1.2)],
    generator: [slack(0), unit(1, 0, 1, -0.1, 0.1)],
  });
  expect(solve(buildModel(network)).converged).toBe(true);
  const result = solveControlled(buildModel(network), undefined, [reactiveLimits()]);
  expect(result).toMatchObject({ outcome: 'unsolved', rounds: 2, unsolved: { converged: false } });
  expect('state' in result).toBe(false);
  if (result.outcome !== 'unsolved') return;
  // Diagnosed with the unit at its limit: 1.05 of 1.2 asked, with 0.1 Mvar that shrink along with the load.
  const { nose, worst } = diagnose(result.model, result.unsolved, result.injection);
  expect(nose!.solvedShare! * 1.2).toBeGreaterThan(1);
  expect(nose!.solvedShare! * 1.2).toBeLessThan(1.1);
  expect(worst[0]!.elements).toEqual(['load L2 (1.2 MW, 0 Mvar)', 'generator G2 (0 MW, 0.1 Mvar)']);
});
