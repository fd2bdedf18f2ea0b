import { describe, expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { feeder } from '../sensitivity/testing/feeder.ts';
import { assess, closest, readings, worst } from './assessment.ts';
import { limitsNotGiven, networkLimits, withVoltageBand } from './limits.ts';
import { trafficLights, worstBySegment } from './traffic-light.ts';

function solved(network: Network, times = 1): SolvedState {
  const injection = baseInjection(network);
  for (let b = 0; b < network.bus.count; b++) {
    injection.pMw[b]! *= times;
    injection.qMvar[b]! *= times;
  }
  const state = solve(buildModel(network), injection);
  if (!state.converged) throw new Error(state.message);
  return state;
}

describe('assessment', () => {
  const network = feeder({ transformerKva: 100, loadsKw: [30, 30, 30], rOhm: 0.05 });
  const limits = networkLimits(network);

  test('a state within its limits has no violation, and names the closest limit all the same', () => {
    const state = solved(network, 0.5);
    expect(assess(network, limits, state)).toEqual([]);
    expect(worst([])).toBeNull();
    const near = closest(network, limits, state)!;
    expect(near.margin).toBeGreaterThan(0);
    expect(near.used).toBe(Math.max(...readings(network, limits, state).map(r => r.used)));
  });

  test('violations come worst first, each with value, limit and a negative margin', () => {
    const found = assess(network, limits, solved(network, 1.3));
    expect(found.map(v => v.limit)).toContain('voltage-low');
    expect(found.map(v => v.element)).toContain('T1');
    for (const [n, v] of found.entries()) {
      expect(v.margin).toBeLessThan(0);
      expect(v.used).toBeGreaterThan(1);
      if (n > 0) expect(v.used).toBeLessThanOrEqual(found[n - 1]!.used);
    }
    expect(worst(found)).toBe(found[0]);
  });

  test('the loading read here is the loading of the power flow', () => {
    const state = solved(network);
    for (const r of readings(network, limits, state).filter(x => x.unit === '%')) {
      expect(r.value).toBeCloseTo(state.loadingPercent[network.branch.id.indexOf(r.element)]!, 10);
    }
  });

  test('a limit that is not given is listed and never read', () => {
    const bare = feeder({ cableA: Number.NaN, vmPuMax: Number.NaN });
    const own = networkLimits(bare);
    expect(limitsNotGiven(bare, own)).toEqual({
      voltageLow: [],
      voltageHigh: ['MV', 'B0', 'B1', 'B2', 'B3'],
      loading: ['C1', 'C2', 'C3'],
    });
    const limitsRead = readings(bare, own, solved(bare)).map(r => r.limit);
    expect(limitsRead).not.toContain('voltage-high');
    expect(limitsRead).not.toContain('line-loading');
    expect(limitsNotGiven(bare, withVoltageBand(own, 0.95, 1.05)).voltageHigh).toEqual([]);
    expect(() => withVoltageBand(own, 1.1, 0.9)).toThrow(/0 < low < high/);
  });
});

describe('traffic light', () => {
  const network = feeder({ transformerKva: 100, loadsKw: [20, 20, 20] });
  const limits = networkLimits(network);
  const calm = solved(network);
  const tight = solved(network, 1.5);
  const over = solved(network, 1.9);
  const worst = (state: SolvedState | null) => state && worstBySegment(network, limits, state);
  const light = (now: SolvedState | null, ...forecast: (SolvedState | null)[]) =>
    trafficLights({ network, now: worst(now), forecast: forecast.map(worst) })[0]!;

  test('green: every limit holds, now and later, however near it is', () => {
    const green = { segment: 'F1', light: 'green', element: null, limit: null };
    expect(light(calm, calm, calm)).toEqual(green);
    expect(light(tight, calm, tight)).toEqual(green);
  });

  test('amber: a limit is violated in the forecast', () => {
    expect(light(calm, calm, over)).toMatchObject({
      light: 'amber',
      element: 'T1',
      limit: 'transformer-loading',
    });
    expect(light(calm, over, tight).light).toBe('amber');
  });

  test('red: a limit is violated now, even where the forecast is missing', () => {
    expect(light(over, null)).toMatchObject({ light: 'red', element: 'T1' });
  });

  test('unknown, never green: no present state, or a missing forecast', () => {
    expect(light(null, calm).light).toBe('unknown');
    expect(light(calm, null).light).toBe('unknown');
    expect(light(null, over).light).toBe('amber');
  });
});
