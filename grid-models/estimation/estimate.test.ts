import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildModel, type GridModel } from '../network/build.ts';
import { GENERATOR_CONTROL } from '../network/network.ts';
import { networkOfRows, PLAIN_BRANCH, PLAIN_BUS, PLAIN_GENERATOR } from '../network/rows.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { type EstimatedState, estimate } from './estimate.ts';
import { equationOf, evaluateEquation, type Measurement, numberStates } from './measurement.ts';

const LOADS_MW = [0, 0.8, 0.5, 0.3, 0.9, 0.4];

/** A meshed ring of six buses behind a 150° transformer, slack at the first. */
function ring(): GridModel {
  const line = (from: number, to: number) => ({
    ...PLAIN_BRANCH,
    id: `${from}-${to}`,
    name: '',
    from,
    to,
    rPu: 0.01,
    xPu: 0.02,
    bFromPu: 0.002,
    bToPu: 0.002,
  });
  return buildModel(
    networkOfRows(
      {
        name: 'ring',
        format: 'demonstration',
        baseMva: 10,
        frequencyHz: 50,
        points: [],
        coordinates: 'none',
      },
      {
        bus: LOADS_MW.map((_, i) => ({ ...PLAIN_BUS, id: `${i}`, name: '', vnKv: i === 0 ? 110 : 20 })),
        branch: [
          { ...line(0, 1), ratio: 0.98, shiftRad: (150 * Math.PI) / 180 },
          ...[line(1, 2), line(2, 3), line(3, 4), line(4, 5), line(5, 1)],
        ],
        coupler: [],
        load: LOADS_MW.map((pMw, bus) => ({
          ...{ id: `${bus}`, bus, pMw, qMvar: pMw / 4, constZShare: 0, constIShare: 0, inService: 1 },
        })),
        generator: [
          {
            ...PLAIN_GENERATOR,
            id: 'g',
            bus: 0,
            control: GENERATOR_CONTROL.slack,
            vmPuSet: 1.01,
            vaDegSet: 0,
          },
        ],
        shunt: [],
      },
    ),
  );
}

const model = ring();
const truth = (() => {
  const result = solve(model);
  if (!result.converged) throw new Error(result.message);
  return result;
})();

/** Voltages, injections and flows everywhere, without noise. */
function readings(state: SolvedState): Measurement[] {
  const all: Measurement[] = [];
  for (let bus = 0; bus < LOADS_MW.length; bus++) {
    all.push({ id: `v${bus}`, quantity: 'vmPu', bus, value: state.vmPu[bus]!, sigma: 0.002 });
    if (bus === 0) continue;
    all.push({ id: `p${bus}`, quantity: 'pInjectionMw', bus, value: -LOADS_MW[bus]!, sigma: 0.01 });
    all.push({ id: `q${bus}`, quantity: 'qInjectionMvar', bus, value: -LOADS_MW[bus]! / 4, sigma: 0.01 });
  }
  for (let branch = 0; branch < model.network.branch.count; branch++) {
    const at = { branch, end: 'from' } as const;
    all.push({ id: `pf${branch}`, quantity: 'pFlowMw', ...at, value: state.pFromMw[branch]!, sigma: 0.01 });
    all.push({
      id: `qf${branch}`,
      quantity: 'qFlowMvar',
      ...at,
      value: state.qFromMvar[branch]!,
      sigma: 0.01,
    });
  }
  return all;
}

function estimated(measurements: readonly Measurement[]): EstimatedState {
  const result = estimate(model, measurements);
  if (!result.estimated) throw new Error(result.message);
  return result;
}

function expectTruth(state: EstimatedState, tolerance: number): void {
  for (let bus = 0; bus < LOADS_MW.length; bus++) {
    expect(Math.abs(state.vmPu[bus]! - truth.vmPu[bus]!)).toBeLessThan(tolerance);
    expect(Math.abs(state.vaDeg[bus]! - truth.vaDeg[bus]!)).toBeLessThan(100 * tolerance);
  }
}

test('readings without noise give back the state of the power flow', () => {
  const state = estimated(readings(truth));
  expectTruth(state, 1e-7);
  expect(state.objective).toBeLessThan(1e-6);
  expect(state.bad).toEqual([]);
  expect(state.redundancy).toBe(28 - 11);
  expect(state.flows.lossesMw).toBeCloseTo(truth.lossesMw, 6);
});

test('noise within its standard deviation moves the estimate less than the readings', () => {
  let seed = 7;
  const uniform = (): number => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const gauss = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const noisy = readings(truth).map(m => ({
    ...m,
    value: m.value + m.sigma * Math.max(-2.5, Math.min(2.5, gauss())),
  }));
  const state = estimated(noisy);
  expectTruth(state, 0.004);
  expect(state.bad).toEqual([]);
  expect(state.objective).toBeLessThan(4 * state.redundancy);
});

describe('one bad reading', () => {
  test.each(readings(truth).map(m => m.id))(
    '%s is found, taken out and told what it should have read',
    id => {
      const all = readings(truth).map(m => (m.id === id ? { ...m, value: m.value + 40 * m.sigma } : m));
      const state = estimated(all);
      expect(state.bad.map(r => r.measurement.id)).toEqual([id]);
      const right = readings(truth).find(m => m.id === id)!;
      expect(Math.abs(state.bad[0]!.estimated - right.value)).toBeLessThan(right.sigma / 100);
      expectTruth(state, 1e-6);
    },
  );

  test('that nothing checks is listed as critical and not judged', () => {
    // Bus 5 hangs on the flow of branch 5 alone.
    const others = ['v5', 'p5', 'q5', 'p4', 'q4', 'p1', 'q1', 'pf4', 'qf4'];
    const critical = readings(truth).filter(m => !others.includes(m.id));
    const state = estimated(critical.map(m => (m.id === 'pf5' ? { ...m, value: m.value + 1 } : m)));
    expect(state.bad).toEqual([]);
    expect(state.readings.filter(r => r.critical).map(r => r.measurement.id)).toEqual(['pf5', 'qf5']);
  });
});

describe('observability', () => {
  test('is lost for exactly the bus no reading reaches', () => {
    const touching = ['v5', 'p5', 'q5', 'p4', 'q4', 'p1', 'q1', 'pf4', 'qf4', 'pf5', 'qf5'];
    const result = estimate(
      model,
      readings(truth).filter(m => !touching.includes(m.id)),
    );
    expect(result).toMatchObject({ estimated: false, reason: 'unobservable', unobservable: [5] });
  });

  test('is lost for every bus without any voltage reading: only differences are measured', () => {
    const result = estimate(
      model,
      readings(truth).filter(m => m.quantity === 'pFlowMw'),
    );
    expect(result.estimated).toBe(false);
    if (!result.estimated) expect(result.unobservable).toHaveLength(LOADS_MW.length);
  });

  test('nothing measured leaves everything open', () => {
    const result = estimate(model, []);
    expect(result).toMatchObject({
      estimated: false,
      reason: 'unobservable',
      unobservable: [0, 1, 2, 3, 4, 5],
    });
  });
});

test('a measurement that is no number is a mistake of the caller', () => {
  const [first] = readings(truth);
  expect(() => estimate(model, [{ ...first!, sigma: 0 }])).toThrow(RangeError);
  expect(() => estimate(model, [{ ...first!, value: Number.NaN }])).toThrow(RangeError);
});

test('derivatives agree with differences', () => {
  const numbering = numberStates(model);
  const vm = model.vmPuSet.map((_, i) => 1 + 0.01 * i);
  const va = model.vmPuSet.map((_, i) => 0.1 * Math.sin(3 * i));
  fc.assert(
    fc.property(fc.constantFrom(...readings(truth)), fc.nat({ max: 5 }), fc.boolean(), (m, node, byAngle) => {
      const equation = equationOf(model, numbering, m)!;
      const derivatives = new Float64Array(equation.unknowns.length);
      const at = (change: number): number => {
        const v = vm.slice();
        const a = va.slice();
        (byAngle ? a : v)[node]! += change;
        return evaluateEquation(equation, v, a, new Float64Array(equation.unknowns.length));
      };
      evaluateEquation(equation, vm, va, derivatives);
      const unknown = (byAngle ? numbering.angle : numbering.magnitude)[node]!;
      if (unknown < 0) return;
      const place = equation.unknowns.indexOf(unknown);
      const H = 1e-6;
      expect(place < 0 ? 0 : derivatives[place]!).toBeCloseTo((at(H) - at(-H)) / (2 * H), 6);
    }),
  );
});
