import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import { BRANCH_KIND, type Network } from '../network/network.ts';
import { type Diagnosis, diagnose } from './diagnosis.ts';
import type { Injection, SolvedState } from './result.ts';
import { solve } from './solve.ts';
import { buses, grid, line, load, slack, unit } from './testing/grid.ts';

/** The type of the answer holds nothing of a state: this does not compile when a field of one slips in. */
const HOLDS_NO_STATE: Extract<keyof Diagnosis, keyof SolvedState> extends never ? true : false = true;

function diagnosed(network: Network, injection: Injection = baseInjection(network)): Diagnosis {
  const model = buildModel(network);
  const unsolved = solve(model, injection, { fallback: 'globalised' });
  if (unsolved.converged) throw new Error('a state was found');
  return diagnose(model, unsolved, injection);
}

test('an overload names the bus, what stands there and the share that could be served', () => {
  const found = diagnosed(
    grid({
      bus: buses(3),
      branch: [line(0, 1, 0, 0.01), line(1, 2, 0, 0.5)],
      load: [load(1, 0.1), load(2, 1.25)],
      generator: [slack(0)],
    }),
  );
  expect(found.worst[0]).toMatchObject({ bus: '3', elements: ['load L3 (1.25 MW, 0 Mvar)'] });
  // The line alone would carry 0.8 of it; the 0.1 p.u. before it take a little.
  expect(found.nose!.solvedShare).toBeGreaterThan(0.76);
  expect(found.nose!.solvedShare).toBeLessThan(0.8);
  expect(found.message).toMatch(
    /^No state of the grid satisfies this injection\. The grid can serve 7\d(\.\d)? % .*worst at bus 3 with load L3/,
  );
});

test('10 MW on a 400 V bus is told against what its branches carry, with the guess that kW were meant', () => {
  const lv = (rows: number) => buses(rows).map((b, row) => ({ ...b, vnKv: row === 0 ? 20 : 0.4 }));
  const transformer = { ...line(0, 1, 0.05, 0.15), id: 'T1', kind: BRANCH_KIND.transformer, ratingMva: 0.25 };
  const cable = { ...line(1, 2, 0.1, 0.05), ratingFromKa: 0.27, ratingToKa: 0.27 };
  const network = grid({
    bus: lv(3),
    branch: [transformer, cable],
    load: [load(1, 0.03), load(2, 10)],
    generator: [slack(0)],
  });
  const { unitErrors, message } = diagnosed(network);
  expect(unitErrors).toEqual([
    {
      code: 'power-too-large',
      element: 'load L3',
      message:
        'Load L3 states 10 MVA at bus 3 (0.4 kV), whose branches carry 0.187 MVA together. Were kW given as MW?',
    },
  ]);
  expect(message).toContain('Were kW given as MW?');
  const unrated = grid({
    bus: lv(3),
    branch: [line(0, 1, 0.05, 0.15), line(1, 2, 0.1, 0.05)],
    load: [load(2, 100)],
    generator: [slack(0)],
  });
  expect(diagnosed(unrated).unitErrors).toMatchObject([{ code: 'power-too-large', element: 'load L3' }]);
});

test('a line with a thousand times the impedance of its like is named', () => {
  const count = 8;
  const network = grid({
    bus: buses(count),
    branch: Array.from({ length: count - 1 }, (_, n) => line(n, n + 1, n === 4 ? 6 : 0.006, 0.004)),
    load: Array.from({ length: count - 1 }, (_, n) => load(n + 1, 0.05, 0.01)),
    generator: [slack(0)],
  });
  const { unitErrors, message } = diagnosed(network);
  expect(unitErrors.map(e => [e.code, e.element])).toEqual([['impedance-too-large', 'branch 5-6']]);
  expect(message).toMatch(/Branch 5-6 has 832 times the impedance of the other lines/);
});

test('per km a long line is no error', () => {
  const lines = [0.01, 0.02, 0.01, 0.015, 5].map((lengthKm, n) => ({
    ...line(n, n + 1, 0.05 * lengthKm, 0.1 * lengthKm),
    lengthKm,
  }));
  const network = grid({ bus: buses(6), branch: lines, load: [load(5, 2)], generator: [slack(0)] });
  expect(diagnosed(network).unitErrors).toEqual([]);
});

test('islands without source are told by the names of what stands in them', () => {
  const network = grid({
    bus: buses(5),
    branch: [line(0, 1, 0, 0.5), line(2, 3, 0.1, 0.1)],
    load: [load(1, 1.2), load(2, 0.1), load(3, 0.2)],
    generator: [slack(0), unit(3, 0.1, 1)],
  });
  const { withoutSource, message } = diagnosed(network);
  expect(withoutSource).toEqual([
    {
      buses: ['3', '4'],
      elements: [
        'load L3 (0.1 MW, 0 Mvar)',
        'load L4 (0.2 MW, 0 Mvar)',
        'generator G4 (0.1 MW, holds the voltage)',
      ],
    },
    { buses: ['5'], elements: [] },
  ]);
  expect(message).toContain('No source reaches bus 3, 4 with load L3');
});

test('a load of constant current that pulls its voltage to nothing is a collapse, not a state', () => {
  const network = grid({
    bus: buses(2),
    branch: [line(0, 1, 0, 0.5)],
    load: [{ ...load(1, 4), constIShare: 1 }],
    generator: [slack(0)],
  });
  const found = diagnosed(network);
  expect(found.nose!.solvedShare).toBeCloseTo(0.5, 2);
  expect(found.message).toContain('bus 2 with load L2');
});

/** Cases of which it can be said on paper that they have no state. */
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const beyond = fc.oneof(number(1.0005, 1.05), number(1.05, 3), number(3, 1000));

/**
 * Every load lies behind the first line, and lines only add consumption to it: beyond the nose of that line
 * for their sum (see `nose.test.ts`) no state exists, wherever the loads stand.
 */
const overloadedTree = fc
  .record({
    v: number(0.9, 1.1),
    nodes: fc.array(
      fc.record({
        parent: fc.nat(),
        r: number(0, 0.1),
        x: number(0.005, 0.2),
        p: number(0.01, 1),
        q: number(0, 0.8),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    times: beyond,
    dead: fc.boolean(),
  })
  .map(({ v, nodes, times, dead }) => {
    const first = nodes[0]!;
    const p = nodes.reduce((sum, n) => sum + n.p, 0);
    const q = nodes.reduce((sum, n) => sum + n.q, 0);
    const share =
      v ** 2 / (2 * (Math.hypot(first.r, first.x) * Math.hypot(p, q) + first.r * p + first.x * q));
    const count = nodes.length + 1;
    return grid({
      bus: buses(count + (dead ? 2 : 0)),
      branch: [
        ...nodes.map(({ parent, r, x }, n) => line(n === 0 ? 0 : 1 + (parent % n), n + 1, r, x)),
        ...(dead ? [line(count, count + 1, 0.1, 0.1)] : []),
      ],
      load: [
        ...nodes.map((n, at) => load(at + 1, n.p * share * times, n.q * share * times)),
        ...(dead ? [load(count, 1)] : []),
      ],
      generator: [slack(0, v)],
    });
  });

/** P = V₁ V₂ sin θ / x ≤ V₁ V₂ / x between two held voltages. */
const overloadedTransfer = fc
  .record({ v: number(0.9, 1.1), x: number(0.01, 1), times: beyond, feeds: fc.boolean() })
  .map(({ v, x, times, feeds }) =>
    grid({
      bus: buses(2),
      branch: [line(0, 1, 0, x)],
      generator: [slack(0), unit(1, ((feeds ? 1 : -1) * times * v) / x, v)],
    }),
  );

/** Two reactances that cancel out: their far bus hangs on nothing, and has a load. */
const hangingOnNothing = fc.record({ x: number(0.01, 1), p: number(0.01, 10) }).map(({ x, p }) =>
  grid({
    bus: buses(3),
    branch: [line(0, 1, 0.01, 0.1), line(1, 2, 0, x), { ...line(1, 2, 0, -x), id: 'back' }],
    load: [load(1, 0.1), load(2, p)],
    generator: [slack(0)],
  }),
);

const withoutAnySource = fc.nat({ max: 5 }).map(count =>
  grid({
    bus: buses(count + 1),
    branch: Array.from({ length: count }, (_, n) => line(n, n + 1, 0.01, 0.1)),
    load: [load(0, 1)],
    generator: [{ ...slack(0), inService: 0 }],
  }),
);

const notNumbers = fc
  .record({ value: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY), zero: fc.boolean() })
  .map(({ value, zero }) =>
    grid({
      bus: buses(3),
      branch: [line(0, 1, 0.01, 0.1), zero ? line(1, 2, 0, 0) : line(1, 2, 0.01, 0.1)],
      load: [load(1, 0.1), load(2, zero ? 0.1 : value)],
      generator: [slack(0)],
    }),
  );

const infeasible = fc.oneof(
  { weight: 6, arbitrary: overloadedTree },
  { weight: 2, arbitrary: overloadedTransfer },
  { weight: 1, arbitrary: hangingOnNothing },
  { weight: 1, arbitrary: withoutAnySource },
  { weight: 1, arbitrary: notNumbers },
);

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  expect(ArrayBuffer.isView(value)).toBe(false);
  return Object.entries(value).flatMap(([key, part]) => {
    expect(key).not.toMatch(/^(vm|va|vn|i|p|q)[A-Z]|loading|slack|losses/);
    return numbersIn(part);
  });
}

test('of 1,000 cases without a state none yields numbers, and each has a reason', {
  timeout: 120_000,
}, () => {
  expect(HOLDS_NO_STATE).toBe(true);
  let seen = 0;
  fc.assert(
    fc.property(infeasible, network => {
      const model = buildModel(network);
      for (const fallback of ['none', 'globalised'] as const) {
        const unsolved = solve(model, undefined, { fallback });
        if (unsolved.converged) throw new Error(`a state was found: ${[...unsolved.vmPu]}`);
        expect('vmPu' in unsolved).toBe(false);
        if (fallback === 'none') continue;
        seen++;
        const found = diagnose(model, unsolved);
        expect(numbersIn(found).every(Number.isFinite)).toBe(true);
        expect(found.message).toMatch(/^(No|The) .*\.$|\?$/);
        expect(found.message).not.toMatch(/NaN|undefined|Infinity/);
        const { nose, unitErrors, withoutSource } = found;
        const reasons: boolean[] = [
          nose !== null && nose.unsolvedShare !== null,
          unitErrors.length > 0,
          withoutSource.length > 0,
        ];
        expect(reasons).toContain(true);
        if (nose?.solvedShare) expect(nose.solvedShare).toBeLessThan(1);
      }
    }),
    { seed: 20_261_128, numRuns: 1000 },
  );
  expect(seen).toBe(1000);
});
