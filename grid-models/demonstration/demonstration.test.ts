import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildModel } from '../network/build.ts';
import { connectionPoints } from '../network/connection-points.ts';
import { BRANCH_KIND } from '../network/network.ts';
import { topology } from '../network/topology.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { areaBehind, neighbourhood } from './area.ts';
import { demonstrationNetwork } from './demonstration-network.ts';
import { atLocalMinute, localTime } from './local-time.ts';
import { pointInjector } from './point-injection.ts';
import { forecastKw, profileShare } from './profiles.ts';
import { draw, drawNormal, random } from './random.ts';
import { baselineKw, scenario, scenarioStartS } from './scenarios.ts';

const WINTER_NOON_S = Date.UTC(2027, 0, 20, 12) / 1000;
const network = demonstrationNetwork(1);
const model = buildModel(network);

test('the town has one station, 120 substations, more than 1,000 buses and several hundred points', () => {
  expect(network.bus.count).toBeGreaterThan(1000);
  expect(network.points.length).toBeGreaterThan(500);
  expect(network.branch.id.filter(id => id.startsWith('T-S'))).toHaveLength(120);
  expect(new Set(network.bus.id).size).toBe(network.bus.count);
  expect(new Set(network.branch.id).size).toBe(network.branch.count);
  expect(new Set(network.points.map(p => p.id)).size).toBe(network.points.length);
  expect(network.points.every(p => p.id.length <= 31)).toBe(true);
});

test('the same seed is the same town, another seed another one', () => {
  expect(demonstrationNetwork(1)).toEqual(network);
  expect(demonstrationNetwork(2).load.pMw).not.toEqual(network.load.pMw);
});

test('every bus is supplied, and the grid is radial with ten open points', () => {
  const { islands } = topology(network);
  expect(islands).toHaveLength(1);
  const open = [...network.branch.toClosed].filter(closed => closed === 0).length;
  expect(open + network.coupler.count).toBe(10);
  expect(network.branch.count - open).toBe(network.bus.count - 1);
});

test('the planned evening converges within all limits, with transformers between 80 and 95 percent', () => {
  const state = solved(solve(model));
  expect(violations(state)).toEqual([]);
  const busy = [...state.loadingPercent].filter(
    (value, b) => network.branch.kind[b] === BRANCH_KIND.transformer && value > 80 && value < 95,
  );
  expect(busy.length).toBeGreaterThanOrEqual(2);
});

test('on the cold evening exactly one transformer goes over its rating, to between 105 and 115 percent', () => {
  const cold = scenario(network, network.points, 'evening-peak', 1);
  const over = new Map<string, number>();
  for (const [interval, state] of day(cold))
    for (const element of violations(state)) {
      expect(localTime(interval).minuteOfDay).toBeGreaterThanOrEqual(17 * 60 + 15);
      over.set(element, Math.max(over.get(element) ?? 0, state.loadingPercent[cold.stress!.branch]!));
    }
  expect([...over.keys()]).toEqual([cold.stress!.element]);
  expect(over.get(cold.stress!.element)).toBeGreaterThan(105);
  expect(over.get(cold.stress!.element)).toBeLessThan(115);
});

test('stores and flexible loads behind the cold transformer outweigh its overload', () => {
  const { stress } = scenario(network, network.points, 'evening-peak', 1);
  const batteriesKw = [...stress!.points]
    .flatMap(k => network.points[k]!.equipment)
    .filter(e => e.kind === 'battery')
    .reduce((sum, e) => sum + e.ratedKw, 0);
  expect(batteriesKw).toBeGreaterThan(0.12 * 400);
});

test('a calm day stays within all limits', () => {
  for (const [, state] of day(scenario(network, network.points, 'calm-day', 1)))
    expect(violations(state)).toEqual([]);
});

test('the cold is not in a forecast made before 17:00, and is in one made after', () => {
  const cold = scenario(network, network.points, 'evening-peak', 1);
  const interval = atLocalMinute(WINTER_NOON_S, 18 * 60 + 15);
  const sum = (atS: number): number =>
    baselineKw(cold, network.points, interval, atS).reduce((a, b) => a + b, 0);
  const before = sum(atLocalMinute(WINTER_NOON_S, 16 * 60 + 59));
  const after = sum(atLocalMinute(WINTER_NOON_S, 17 * 60));
  expect(before - after).toBeCloseTo(cold.stress!.extraKw.workday, 6);
});

test('the area behind a transformer is its street, and behind a ring cable everything after it', () => {
  const around = neighbourhood(network);
  const row = network.branch.id.indexOf('T-S031');
  const area = areaBehind(around, row)!;
  const names = new Set([...area].map(b => network.bus.segment[b]));
  expect(names.size).toBe(1);
  expect([...names][0]).toMatch(/^S031 /);
  expect(area.size).toBe(network.bus.segment.filter(s => s.startsWith('S031 ')).length);
});

test('injections of points at their planning power are the load table', () => {
  const pKw = Float64Array.from(network.points, point =>
    forecastKw(point, { minuteOfDay: 18.5 * 60 - 7.5, dayKind: 'workday', season: 'winter' }),
  );
  const { pMw } = pointInjector(network, network.points).injection(pKw);
  const fromTable = new Float64Array(network.bus.count);
  network.load.bus.forEach((b, k) => {
    fromTable[b]! -= network.load.pMw[k]!;
  });
  for (let b = 0; b < network.bus.count; b++) expect(pMw[b]).toBeCloseTo(fromTable[b]!, 4);
  expect(connectionPoints(network)).toBe(network.points);
});

test('shares stay in 0..1 for every kind, time and season, and the sun does not shine at night', () => {
  const kinds = [
    'household',
    'business',
    'pv',
    'wind',
    'chp',
    'battery',
    'ev-charger',
    'heat-pump',
    'flexible-load',
  ] as const;
  const seasons = ['winter', 'transition', 'summer'] as const;
  const days = ['workday', 'saturday', 'sunday'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom(...seasons),
      fc.constantFrom(...days),
      fc.integer({ min: 0, max: 1439 }),
      (kind, season, dayKind, minuteOfDay) => {
        const share = profileShare(kind, { minuteOfDay, dayKind, season });
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      },
    ),
  );
  expect(profileShare('pv', { minuteOfDay: 23 * 60, dayKind: 'workday', season: 'summer' })).toBe(0);
});

test('local time follows summer time', () => {
  expect(localTime(Date.UTC(2027, 2, 28, 0, 59) / 1000).minuteOfDay).toBe(119);
  expect(localTime(Date.UTC(2027, 2, 28, 1, 0) / 1000).minuteOfDay).toBe(180);
  expect(localTime(Date.UTC(2027, 9, 31, 1, 0) / 1000).minuteOfDay).toBe(120);
  expect(localTime(Date.UTC(2027, 0, 23, 12) / 1000).dayKind).toBe('saturday');
  expect(
    new Date(
      scenarioStartS(scenario(network, network.points, 'evening-peak', 1), WINTER_NOON_S) * 1000,
    ).toISOString(),
  ).toBe('2027-01-20T15:30:00.000Z');
});

test('draws depend on their keys alone and look uniform', () => {
  expect(draw(7, 1_800_000_000, 3)).toBe(draw(7, 1_800_000_000, 3));
  expect(draw(7, 1_800_000_000, 3)).not.toBe(draw(7, 1_800_000_000, 4));
  const at = random(5);
  const drawn = Array.from({ length: 20_000 }, () => at.unit());
  expect(drawn.reduce((a, b) => a + b, 0) / drawn.length).toBeCloseTo(0.5, 1);
  const keyed = Array.from({ length: 5000 }, (_, k) => drawNormal(9, k));
  expect(Math.abs(keyed.reduce((a, b) => a + b, 0) / keyed.length)).toBeLessThan(0.06);
});

function* day(of: ReturnType<typeof scenario>): Generator<[number, SolvedState]> {
  const injector = pointInjector(network, network.points);
  const startS = scenarioStartS(of, WINTER_NOON_S);
  for (let k = 0; k < 96; k++) {
    const interval = startS + k * 900;
    yield [
      interval,
      solved(solve(model, injector.injection(baselineKw(of, network.points, interval, Infinity)))),
    ];
  }
}

function solved(result: ReturnType<typeof solve>): SolvedState {
  if (!result.converged) throw new Error(result.message);
  return result;
}

/** Ids of branches above their permitted loading and buses outside their band. */
function violations(state: SolvedState): string[] {
  const { branch, bus } = network;
  return [
    ...branch.id.filter((_, b) => state.loadingPercent[b]! > branch.loadingPercentMax[b]!),
    ...bus.id.filter((_, b) => state.vmPu[b]! < bus.vmPuMin[b]! || state.vmPu[b]! > bus.vmPuMax[b]!),
  ];
}
