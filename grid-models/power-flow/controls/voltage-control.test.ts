import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildModel } from '../../network/build.ts';
import { GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { buses, grid, line, load, slack, unit } from '../testing/grid.ts';
import { reactiveLimits } from './reactive-limits.ts';
import { solveControlled } from './solve-controlled.ts';
import { type RemoteVoltages, remoteVoltageControl } from './voltage-control.ts';

const TOLERANCE_PU = 1e-6;

/** The unit of row 1 holds the bus of row 2. */
function remote(vmPuTarget: number, vmPuSetMax = 1.2): RemoteVoltages {
  return {
    count: 1,
    generator: Int32Array.of(1),
    bus: Int32Array.of(2),
    vmPuTarget: Float64Array.of(vmPuTarget),
    tolerancePu: Float64Array.of(TOLERANCE_PU),
    vmPuSetMin: Float64Array.of(0.8),
    vmPuSetMax: Float64Array.of(vmPuSetMax),
  };
}

function chain(pMw: number, qMvar: number, qMvarMax = Number.NaN): Network {
  return grid({
    bus: buses(3),
    branch: [line(0, 1, 0.01, 0.1), line(1, 2, 0.02, 0.08)],
    load: [load(2, pMw, qMvar)],
    generator: [slack(0), unit(1, 0.1, 1, Number.NaN, qMvarMax)],
  });
}

test('a unit moves its set point until the remote bus has its voltage', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(number(0, 1), number(-0.5, 0.5), number(0.97, 1.03), (p, q, target) => {
      const result = solveControlled(buildModel(chain(p, q)), undefined, [
        remoteVoltageControl(remote(target)),
      ]);
      if (result.outcome !== 'settled') throw new Error(result.outcome);
      expect(Math.abs(result.state.vmPu[2]! - target)).toBeLessThanOrEqual(TOLERANCE_PU);
      expect(result.rounds).toBeLessThan(9);
    }),
  );
});

test('where a set point moves the remote bus by a third only, the secant finds that out', () => {
  // The bus lies between the source and the unit, nearer to the source.
  const network = grid({
    bus: buses(3),
    branch: [line(0, 2, 0.01, 0.05), line(2, 1, 0.02, 0.1)],
    load: [load(2, 0.4, 0.2)],
    generator: [slack(0), unit(1, 0.1, 1)],
  });
  const result = solveControlled(buildModel(network), undefined, [remoteVoltageControl(remote(1.02))]);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  expect(Math.abs(result.state.vmPu[2]! - 1.02)).toBeLessThanOrEqual(TOLERANCE_PU);
  expect(result.rounds).toBeLessThan(8);
});

test('at the end of the range of its set point it stays and says so', () => {
  const result = solveControlled(buildModel(chain(0.8, 0.3)), undefined, [
    remoteVoltageControl(remote(1.1, 1.05)),
  ]);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  expect(result.state.vmPu[1]).toBe(1.05);
  expect(result.notes[0]!.message).toBe(
    'generator G2 does not hold the voltage of bus 3: its set point is at the end of its range.',
  );
});

test('at its reactive limit the unit holds nothing, neither its own voltage nor the remote one', () => {
  const controls = [reactiveLimits(), remoteVoltageControl(remote(1.03))];
  const result = solveControlled(buildModel(chain(0.8, 0.3, 0.2)), undefined, controls);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  expect(result.model.network.generator.control[1]).toBe(GENERATOR_CONTROL.pq);
  expect(result.model.network.generator.qMvar[1]).toBe(0.2);
  expect(result.state.vmPu[2]).toBeLessThan(1.03);
});

test('units at one node move together; a second row for the node, or a unit that holds nothing, is refused', () => {
  const network = chain(0.5, 0.2);
  const shared = grid({
    bus: buses(3),
    branch: [line(0, 1, 0.01, 0.1), line(1, 2, 0.02, 0.08)],
    load: [load(2, 0.5, 0.2)],
    generator: [slack(0), unit(1, 0.1, 1), { ...unit(1, 0.2, 1), id: 'second' }],
  });
  const result = solveControlled(buildModel(shared), undefined, [remoteVoltageControl(remote(1))]);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  const { vmPuSet } = result.model.network.generator;
  expect(vmPuSet[1]).toBe(vmPuSet[2]);
  const one = remote(1);
  const twice: RemoteVoltages = {
    count: 2,
    generator: Int32Array.of(1, 2),
    bus: Int32Array.of(2, 2),
    vmPuTarget: Float64Array.of(1, 1),
    tolerancePu: Float64Array.of(1e-6, 1e-6),
    vmPuSetMin: Float64Array.of(0.9, 0.9),
    vmPuSetMax: Float64Array.of(1.1, 1.1),
  };
  const begin = (net: Network, table: RemoteVoltages) => () =>
    solveControlled(buildModel(net), undefined, [remoteVoltageControl(table)]);
  expect(begin(shared, twice)).toThrow(/generator second stands at a node whose set point another row moves/);
  expect(begin(network, { ...one, generator: Int32Array.of(5) })).toThrow(/generator \? holds no voltage/);
});
