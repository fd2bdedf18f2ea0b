import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMatpower } from '../../formats/matpower/read.ts';
import { buildModel } from '../../network/build.ts';
import { GENERATOR_CONTROL, type Network } from '../../network/network.ts';
import { buses, grid, line, load, meshedGrid, slack, unit } from '../testing/grid.ts';
import { heldReactiveMvar, reactiveRange, type Solved, unitOutput, voltageHolders } from '../unit-output.ts';
import { reactiveLimits } from './reactive-limits.ts';
import { type ControlledResult, solveControlled } from './solve-controlled.ts';

const VM_PU = 2e-6;
const Q_PU = 2e-6;

function run(network: Network): ControlledResult {
  return solveControlled(buildModel(network), undefined, [reactiveLimits()]);
}

function settled(network: Network): Solved & Extract<ControlledResult, { outcome: 'settled' }> {
  const result = run(network);
  if (result.outcome !== 'settled') throw new Error(`${result.outcome}`);
  return result;
}

/**
 * Every node of units is at its set voltage within its range, or at a limit with the voltage on the right
 * side.
 */
function brokenUnits(network: Network, solved: Solved): string[] {
  const before = buildModel(network);
  const needed = heldReactiveMvar(solved);
  const tolerance = Q_PU * network.baseMva;
  const broken: string[] = [];
  for (const [node, units] of voltageHolders(before)) {
    if (node >= before.freeCount) continue;
    const [first] = units;
    const bus = before.busOfNode[node]!;
    const excess = solved.state.vmPu[bus]! - network.generator.vmPuSet[first!]!;
    const now = solved.model.network.generator;
    const { qMvarMin, qMvarMax } = reactiveRange(network.generator, units);
    const holds = now.control[first!] === GENERATOR_CONTROL.pv;
    const q = holds
      ? needed[solved.model.nodeOfBus[bus]!]!
      : units.reduce((sum, g) => sum + now.qMvar[g]!, 0);
    const right = holds
      ? Math.abs(excess) < VM_PU && q > qMvarMin - tolerance && q < qMvarMax + tolerance
      : (q === qMvarMax && excess < VM_PU) || (q === qMvarMin && excess > -VM_PU);
    if (!right) broken.push(`bus ${network.bus.id[bus]}: ${q} of ${qMvarMin} … ${qMvarMax}, ${excess}`);
  }
  return broken;
}

const behindReactance = (...units: ReturnType<typeof unit>[]): Network =>
  grid({ bus: buses(2), branch: [line(0, 1, 0, 0.1)], generator: [slack(0), ...units] });

test('a unit that lacks reactive power stands at its limit, with the voltage that limit gives', () => {
  // Two buses, x = 0.1, no active power: q = v (v − 1) / x. Holding 1.05 takes 0.525; with 0.3 v = (1 +
  // √1.12) / 2.
  const result = settled(behindReactance(unit(1, 0, 1.05, -0.3, 0.3)));
  expect(result.state.vmPu[1]).toBeCloseTo((1 + Math.sqrt(1.12)) / 2, 8);
  expect(result.model.network.generator.qMvar[1]).toBe(0.3);
  expect(result.notes).toEqual([
    {
      code: 'at-end',
      element: 'generator G2',
      message: 'generator G2 stands at its reactive upper limit and no longer holds its voltage.',
    },
  ]);
});

test('at the lower limit the voltage stays above its set point', () => {
  // q = −0.3: v = (1 + √0.88) / 2 = 0.969, above the wanted 0.95 which would take −0.475.
  const result = settled(behindReactance(unit(1, 0, 0.95, -0.3, 0.3)));
  expect(result.state.vmPu[1]).toBeCloseTo((1 + Math.sqrt(0.88)) / 2, 8);
});

test('a limit that is not reached changes nothing, one that is not given never binds', () => {
  expect(settled(behindReactance(unit(1, 0, 1.05, -1, 0.6))).rounds).toBe(1);
  expect(settled(behindReactance(unit(1, 0, 1.3))).state.vmPu[1]).toBe(1.3);
});

test('units at one bus act as one, each at the same fraction of its range, and reach their limits together', () => {
  const two = (qMvarMax: number) => [
    unit(1, 0, 1.05, -0.1, qMvarMax),
    { ...unit(1, 0, 1.05, -0.2, 2 * qMvarMax), id: 'second' },
  ];
  const holding = settled(behindReactance(...two(0.2)));
  expect(holding.state.vmPu[1]).toBe(1.05);
  const { qMvar } = unitOutput(holding);
  expect(qMvar[1]! + qMvar[2]!).toBeCloseTo(0.525, 7);
  expect(qMvar[2]! / qMvar[1]!).toBeCloseTo(2, 7);
  const limited = settled(behindReactance(...two(0.1)));
  expect(limited.state.vmPu[1]).toBeCloseTo((1 + Math.sqrt(1.12)) / 2, 8);
  expect([...limited.model.network.generator.qMvar]).toEqual([0, 0.1, 0.2]);
});

test('a unit that was sent to its limit by a neighbour’s shortage returns when that is over', () => {
  // Holding 1.05 at both buses, the second would have to absorb; once the first is limited it no longer must.
  const network = grid({
    bus: buses(3),
    branch: [line(0, 1, 0, 0.1), line(1, 2, 0, 0.05)],
    load: [load(1, 0.2, 0.1)],
    generator: [slack(0), unit(1, 0, 1.08, -0.3, 0.2), unit(2, 0, 1.02, -0.4, 0.4)],
  });
  const result = settled(network);
  expect(brokenUnits(network, result)).toEqual([]);
  expect(result.model.network.generator.control[2]).toBe(GENERATOR_CONTROL.pv);
  expect(result.rounds).toBeGreaterThan(2);
});

test('every unit ends at its set voltage within its limits, or at a limit with the voltage on the right side', () => {
  const outcomes = { settled: 0, hunting: 0, unsolved: 0 };
  fc.assert(
    fc.property(meshedGrid, network => {
      const result = run(network);
      outcomes[result.outcome]++;
      if (result.outcome !== 'settled') return;
      expect(brokenUnits(network, result)).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(outcomes.settled).toBeGreaterThan(290);
});

test('the same case gives the same bits', () => {
  fc.assert(
    fc.property(meshedGrid, network => {
      const [a, b] = [run(network), run(network)];
      expect(a.outcome).toBe(b.outcome);
      if (a.outcome === 'unsolved' || b.outcome === 'unsolved') return;
      expect([...a.state.vmPu]).toEqual([...b.state.vmPu]);
    }),
    { numRuns: 30 },
  );
});

test('limits that are crossed are refused, all at once', () => {
  const network = behindReactance(unit(1, 0, 1, 2, 1), { ...unit(1, 0, 1, 4, 3), id: 'H' });
  expect(() => run(network)).toThrow(/G2 has no reactive range: 2 … 1 Mvar; generator H/);
});

const CASES = '../shared/data/matpower/cases';

describe.skipIf(!existsSync(CASES))('published cases (skipped where the data is absent)', () => {
  test.each(['case14', 'case30', 'case39', 'case57', 'case118', 'case300', 'case1354pegase'])(
    '%s comes to rest with every unit within its limits',
    name => {
      const network = readMatpower(name, readFileSync(`${CASES}/${name}.m`, 'utf8'));
      const result = settled(network);
      expect(brokenUnits(network, result)).toEqual([]);
    },
  );
});
