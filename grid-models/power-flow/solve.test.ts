import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import { GENERATOR_CONTROL, type Network } from '../network/network.ts';
import {
  type NetworkRows,
  networkOfRows,
  PLAIN_BRANCH,
  PLAIN_BUS,
  PLAIN_GENERATOR,
} from '../network/rows.ts';
import type { SolvedState } from './result.ts';
import { solve } from './solve.ts';

const HEAD = {
  name: 'test',
  format: 'demonstration',
  frequencyHz: 50,
  points: [],
  coordinates: 'none',
} as const;

function grid(baseMva: number, rows: Partial<NetworkRows>): Network {
  return networkOfRows(
    { ...HEAD, baseMva },
    { bus: [], branch: [], coupler: [], load: [], generator: [], shunt: [], ...rows },
  );
}

const bus = (id: number, vnKv = 20) => ({ ...PLAIN_BUS, id: `${id}`, name: '', vnKv });
const line = (from: number, to: number, rPu: number, xPu: number) => ({
  ...PLAIN_BRANCH,
  id: `${from}-${to}`,
  name: '',
  from,
  to,
  rPu,
  xPu,
});
const slack = (at: number, vmPuSet = 1) => ({
  ...PLAIN_GENERATOR,
  id: `grid-${at}`,
  bus: at,
  control: GENERATOR_CONTROL.slack,
  vmPuSet,
  vaDegSet: 0,
});
const load = (at: number, pMw: number, qMvar = 0) => ({
  id: `load-${at}`,
  bus: at,
  pMw,
  qMvar,
  constZShare: 0,
  constIShare: 0,
  inService: 1,
});

function solved(network: Network): SolvedState {
  const result = solve(buildModel(network));
  if (!result.converged) throw new Error(result.message);
  return result;
}

interface Feeder {
  readonly vnKv: number;
  readonly lines: readonly [number, number, number, number][];
  readonly loads: readonly [number, number, number][];
}

function baranWu(): Network {
  const file = `${import.meta.dirname}/reference/baran-wu-33/feeder.json`;
  const { vnKv, lines, loads } = JSON.parse(readFileSync(file, 'utf8')) as Feeder;
  const zBase = vnKv ** 2 / 10;
  return grid(10, {
    bus: Array.from({ length: 33 }, (_, i) => bus(i + 1, vnKv)),
    branch: lines.map(([from, to, r, x]) => line(from - 1, to - 1, r / zBase, x / zBase)),
    load: loads.map(([at, kw, kvar]) => load(at - 1, kw / 1000, kvar / 1000)),
    generator: [slack(0)],
  });
}

test('the 33-bus feeder of Baran and Wu loses 202.7 kW and drops to 0.9131 p.u. at bus 18', () => {
  const state = solved(baranWu());
  expect(state.lossesMw * 1000).toBeCloseTo(202.7, 1);
  expect(state.lossesMvar * 1000).toBeCloseTo(135.1, 1);
  expect(Math.min(...state.vmPu)).toBeCloseTo(0.9131, 4);
  expect(state.vmPu.indexOf(Math.min(...state.vmPu))).toBe(17);
  expect(state.slack).toHaveLength(1);
  expect(state.slack[0]!.pMw).toBeCloseTo(3.715 + 0.2027, 4);
});

describe('a state that exists', () => {
  test('of two buses is the root of the quadratic', () => {
    // v² over a resistance R with load P: v⁴ − v² + P·R·2… for pure R: v = (1 + √(1 − 4 P R)) / 2
    const state = solved(
      grid(1, {
        bus: [bus(1), bus(2)],
        branch: [line(0, 1, 0.1, 1e-9)],
        load: [load(1, 0.5)],
        generator: [slack(0)],
      }),
    );
    expect(state.vmPu[1]).toBeCloseTo((1 + Math.sqrt(1 - 4 * 0.5 * 0.1)) / 2, 7);
    expect(state.iToKa[1]! || state.iToKa[0]!).toBeCloseTo(0.5 / state.vmPu[1]! / (Math.sqrt(3) * 20), 7);
  });

  test('balances: what slacks and units inject is load and losses', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            parent: fc.nat(),
            r: fc.double({ min: 0.001, max: 0.02, noNaN: true }),
            x: fc.double({ min: 0.001, max: 0.02, noNaN: true }),
            p: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
            q: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
          }),
          { minLength: 1, maxLength: 20 },
        ),
        tree => {
          const network = grid(1, {
            bus: Array.from({ length: tree.length + 1 }, (_, i) => bus(i)),
            branch: tree.map(({ parent, r, x }, i) => line(parent % (i + 1), i + 1, r, x)),
            load: tree.map(({ p, q }, i) => load(i + 1, p, q)),
            generator: [slack(0, 1.02)],
          });
          const state = solved(network);
          const consumed = tree.reduce((sum, { p }) => sum + p, 0);
          expect(state.slack[0]!.pMw).toBeCloseTo(consumed + state.lossesMw, 6);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('does not depend on the order of the buses', () => {
    const network = baranWu();
    const count = network.bus.count;
    const moved = (row: number): number => (row * 5 + 3) % count;
    const turned = grid(10, {
      bus: Array.from({ length: count }, (_, i) => bus(i, 12.66)),
      branch: Array.from({ length: network.branch.count }, (_, e) =>
        line(
          moved(network.branch.from[e]!),
          moved(network.branch.to[e]!),
          network.branch.rPu[e]!,
          network.branch.xPu[e]!,
        ),
      ),
      load: Array.from({ length: network.load.count }, (_, l) =>
        load(moved(network.load.bus[l]!), network.load.pMw[l]!, network.load.qMvar[l]!),
      ),
      generator: [slack(moved(0))],
    });
    const before = solved(network);
    const after = solved(turned);
    for (let row = 0; row < count; row++) expect(after.vmPu[moved(row)]).toBeCloseTo(before.vmPu[row]!, 9);
  });

  test('is reported on every fused bus, and couplers share slack power by unit', () => {
    const state = solved(
      grid(1, {
        bus: [bus(1), bus(2), bus(3), bus(4)],
        branch: [line(0, 1, 0.01, 0.02)],
        coupler: [
          { id: 'K1', from: 1, to: 2, closed: 1 },
          { id: 'K2', from: 0, to: 3, closed: 1 },
        ],
        load: [load(2, 0.5, 0.1)],
        generator: [slack(0), slack(3)],
      }),
    );
    expect(state.vmPu[2]).toBe(state.vmPu[1]);
    expect(state.slack.map(s => s.bus)).toEqual([0, 3]);
    expect(state.slack[0]!.pMw).toBeCloseTo(state.slack[1]!.pMw, 12);
    expect(state.slack[0]!.pMw * 2).toBeCloseTo(0.5 + state.lossesMw, 7);
  });

  test('has zero flow and no voltage where the grid is dead, and lists the dead island', () => {
    const state = solved(
      grid(1, {
        bus: [bus(1), bus(2), bus(3)],
        branch: [line(1, 2, 0.01, 0.02)],
        load: [load(2, 1)],
        generator: [slack(0)],
      }),
    );
    expect([...state.vmPu]).toEqual([1, Number.NaN, Number.NaN]);
    expect(state.pFromMw[0]).toBe(0);
    expect(state.islands.map(i => [i.energised, [...i.buses]])).toEqual([
      [true, [0]],
      [false, [1, 2]],
    ]);
  });

  test('feeds a line open at its far end with its charging only', () => {
    const charged = { ...line(0, 1, 0.01, 0.02), bFromPu: 0.05, bToPu: 0.05, toClosed: 0 };
    const state = solved(grid(1, { bus: [bus(1), bus(2)], branch: [charged], generator: [slack(0)] }));
    expect(state.qFromMvar[0]).toBeCloseTo(-0.1, 3);
    expect(state.iToKa[0]).toBe(0);
    expect(state.vmPu[1]).toBeNaN();
  });

  test('drops a load of constant impedance with the square of the voltage, of constant current with the voltage', () => {
    for (const [share, exponent] of [
      [{ constZShare: 1 }, 2],
      [{ constIShare: 1 }, 1],
    ] as const) {
      const state = solved(
        grid(1, {
          bus: [bus(1), bus(2)],
          branch: [line(0, 1, 0.05, 0.05)],
          load: [{ ...load(1, 0.6, 0.2), ...share }],
          generator: [slack(0)],
        }),
      );
      expect(-state.pToMw[0]!).toBeCloseTo(0.6 * state.vmPu[1]! ** exponent, 6);
      expect(-state.qToMvar[0]!).toBeCloseTo(0.2 * state.vmPu[1]! ** exponent, 6);
    }
  });

  test('is reached in quadratic steps: digits double, with voltage-dependent loads as well', () => {
    for (const share of [{ constZShare: 1 }, { constIShare: 1 }, {}]) {
      const loads = [1, 2, 3, 4].map(at => ({ ...load(at, 0.4, 0.3), ...share }));
      const network = grid(1, {
        bus: [0, 1, 2, 3, 4].map(id => bus(id)),
        branch: [0, 1, 2, 3].map(at => line(at, at + 1, 0.02, 0.04)),
        load: loads,
        generator: [slack(0)],
      });
      const mismatches = [1, 2, 3, 4].map(maxIterations => {
        return solve(buildModel(network), undefined, { start: 'flat', maxIterations, tolerancePu: 1e-13 })
          .maxMismatchPu;
      });
      // Once below 0.1 a step squares the mismatch, up to a factor of the curvature.
      expect(mismatches[2]!).toBeLessThan(10 * mismatches[1]! ** 2 + 1e-12);
      expect(mismatches[3]!).toBeLessThan(10 * mismatches[2]! ** 2 + 1e-12);
    }
  });

  test('is found through transformers that shift by 150 degrees, from a start that knows no angle', () => {
    const shifted = { ...line(0, 1, 0.005, 0.1), shiftRad: (150 * Math.PI) / 180 };
    const again = { ...line(1, 2, 0.005, 0.1), shiftRad: (150 * Math.PI) / 180 };
    const state = solved(
      grid(1, {
        bus: [bus(1, 110), bus(2), bus(3, 0.4)],
        branch: [shifted, again],
        load: [load(2, 0.5)],
        generator: [slack(0)],
      }),
    );
    expect(state.vaDeg[1]).toBeLessThan(-150);
    expect(state.vaDeg[2]).toBeCloseTo(60 - 6, -1);
  });

  test('is its own best start', () => {
    const model = buildModel(baranWu());
    const first = solve(model);
    if (!first.converged) throw new Error(first.message);
    expect(solve(model, baseInjection(model.network), { start: first }).iterations).toBe(0);
  });

  test('loads a branch by the worse end, in percent of its rating; without rating the loading is unknown', () => {
    const network = (rating: object) =>
      grid(1, {
        bus: [bus(1), bus(2)],
        branch: [{ ...line(0, 1, 0.1, 0.1), ...rating }],
        load: [load(1, 0.5)],
        generator: [slack(0)],
      });
    const byCurrent = solved(network({ ratingFromKa: 0.01, ratingToKa: 0.02 }));
    expect(byCurrent.loadingPercent[0]).toBeCloseTo((100 * byCurrent.iFromKa[0]!) / 0.01, 9);
    const byPower = solved(network({ ratingMva: 1 }));
    expect(byPower.loadingPercent[0]).toBeCloseTo(
      100 * Math.hypot(byPower.pFromMw[0]!, byPower.qFromMvar[0]!),
      9,
    );
    expect(solved(network({})).loadingPercent[0]).toBeNaN();
  });
});

describe('no state', () => {
  test('beyond the most a line can carry there is a reason and no numbers', () => {
    const model = buildModel(
      grid(1, {
        bus: [bus(1), bus(2)],
        branch: [line(0, 1, 0, 0.5)],
        load: [load(1, 1.2)],
        generator: [slack(0)],
      }),
    );
    const result = solve(model);
    expect(result.converged).toBe(false);
    if (result.converged) return;
    expect(['diverged', 'iteration-limit', 'singular']).toContain(result.reason);
    expect(result.message).toContain('bus 2');
    expect(result.worst[0]!.bus).toBe(1);
    expect('vmPu' in result).toBe(false);
  });

  test('just below that point there is one', () => {
    const network = grid(1, {
      bus: [bus(1), bus(2)],
      branch: [line(0, 1, 0, 0.5)],
      load: [load(1, 0.999)],
      generator: [slack(0)],
    });
    expect(solved(network).vmPu[1]).toBeCloseTo(Math.SQRT1_2, 1);
  });

  test('without a source in service the answer is no-slack', () => {
    const result = solve(buildModel(grid(1, { bus: [bus(1)] })));
    expect(result).toMatchObject({ converged: false, reason: 'no-slack' });
  });
});
