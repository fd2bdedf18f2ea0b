import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel, type GridModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import type { Injection, SolvedState, Unsolved } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { B, feeder } from '../sensitivity/testing/feeder.ts';
import type { RowState } from './row-state.ts';
import { type Inject, seriesSolver } from './series.ts';
import { ROW_OUTCOME, summarise, summaryBytes, summaryColumns, summaryOf } from './summary.ts';
import { radialNetwork } from './testing/radial.ts';

/** Of the largest value in the column: two methods, with mismatches below 1e-10 and 1e-11 p.u. at every bus. */
const EQUAL = 3e-8;

function prepared(network: Network): { model: GridModel; base: SolvedState; file: Injection } {
  const model = buildModel(network);
  const base = solve(model);
  if (!base.converged) throw new Error(base.message);
  return { model, base, file: baseInjection(network) };
}

/** The file's injection times a factor per row. */
const scaled =
  (file: Injection, factors: ArrayLike<number>): Inject =>
  (row, pMw, qMvar) => {
    for (let b = 0; b < pMw.length; b++) {
      pMw[b] = factors[row]! * file.pMw[b]!;
      qMvar[b] = factors[row]! * file.qMvar[b]!;
    }
  };

interface Kept {
  readonly row: number;
  readonly state: RowState | Unsolved['reason'];
}

function run(model: GridModel, base: SolvedState, inject: Inject, from: number, to: number): Kept[] {
  const kept: Kept[] = [];
  const done = seriesSolver(model, base).run(from, to, inject, {
    solved: (row, state) => kept.push({ row, state: structuredClone(state) }),
    unsolved: (row, reason) => kept.push({ row, state: reason }),
  });
  expect(done).toBe(to - from);
  return kept;
}

function expectSame(actual: RowState, expected: SolvedState): void {
  const columns = ['vmPu', 'pFromMw', 'qFromMvar', 'pToMw', 'qToMvar', 'loadingPercent'] as const;
  for (const column of columns) {
    const size = expected[column].reduce(
      (most, x) => (Number.isNaN(x) ? most : Math.max(most, Math.abs(x))),
      1,
    );
    for (let k = 0; k < expected[column].length; k++) {
      if (Number.isNaN(expected[column][k])) expect(actual[column][k]).toBeNaN();
      else expect(Math.abs(actual[column][k]! - expected[column][k]!)).toBeLessThan(EQUAL * size);
    }
  }
  expect(Math.abs(actual.lossesMw - expected.lossesMw)).toBeLessThan(EQUAL);
}

describe('rows are those of the power flow', () => {
  test.each([
    ['the demonstration grid', demonstrationNetwork(1)],
    ['a radial grid of 500 buses', radialNetwork(500)],
    [
      'a feeder with a ring, constant-current loads and voltage control',
      feeder({
        loadsKw: [10, -20, 8, 12],
        rings: [[3, 0]],
        constIShare: 0.5,
        pv: { at: 2, kw: 10, vmPu: 1.01 },
      }),
    ],
  ])('on %s', (_, network) => {
    const { model, base, file } = prepared(network);
    const factors = [1, 0.3, -0.5, 1.4, 0.05];
    for (const { row, state } of run(model, base, scaled(file, factors), 0, factors.length)) {
      const injection = {
        pMw: file.pMw.map(p => factors[row]! * p),
        qMvar: file.qMvar.map(q => factors[row]! * q),
      };
      const alone = solve(model, injection, { tolerancePu: 1e-11 });
      if (!alone.converged || typeof state === 'string') throw new Error(`row ${row} has no solution`);
      expectSame(state, alone);
    }
  });
});

describe('a row without solution', () => {
  const network = feeder({ loadsKw: [40, 30, 30, 30], rOhm: 0.05, constIShare: 0.2 });
  const { model, base, file } = prepared(network);

  test('leaves nothing: the rows around it have the bits they have alone, in any order and chunk', () => {
    let failed = 0;
    const factor = fc.oneof(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.constantFrom(50, -300, Number.NaN),
    );
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 12 }), fc.nat(12), (factors, cut) => {
        const inject = scaled(file, factors);
        const whole = run(model, base, inject, 0, factors.length);
        const at = Math.min(cut, factors.length);
        expect([...run(model, base, inject, 0, at), ...run(model, base, inject, at, factors.length)]).toEqual(
          whole,
        );
        for (const { row, state } of whole) {
          expect(run(model, base, inject, row, row + 1)).toEqual([{ row, state }]);
          if (typeof state === 'string') failed++;
          else expect(state.vmPu.some(Number.isNaN)).toBe(false);
        }
      }),
    );
    expect(failed).toBeGreaterThan(0);
  });

  test('has no numbers in the summary, and the others have theirs', () => {
    const columns = summaryColumns(new SharedArrayBuffer(summaryBytes(4)), 4);
    seriesSolver(model, base).run(0, 3, scaled(file, [1, 50, 0.5]), summarise(columns));
    const seen = summaryOf(columns.buffer, 4);
    expect([...seen.outcome]).toEqual([
      ROW_OUTCOME.solved,
      ROW_OUTCOME.unsolved,
      ROW_OUTCOME.solved,
      ROW_OUTCOME.notRun,
    ]);
    for (const row of [1, 3]) {
      for (const c of [seen.loadingPercentMax, seen.vmPuMin, seen.vmPuMax, seen.lossesMw])
        expect(c[row]).toBeNaN();
      for (const c of [seen.loadingMaxBranch, seen.vmPuMinBus, seen.vmPuMaxBus]) expect(c[row]).toBe(-1);
    }
    expect(seen.loadingPercentMax[0]).toBeCloseTo(Math.max(...base.loadingPercent), 7);
    expect(seen.vmPuMin[0]).toBeCloseTo(Math.min(...base.vmPu), 9);
    expect(seen.vmPuMinBus[0]).toBe(B(4));
    expect(seen.vmPuMaxBus[0]).toBe(0);
    expect(seen.lossesMw[2]).toBeLessThan(seen.lossesMw[0]!);
  });
});

test('the state handed to the sink is the same object for every row', () => {
  const { model, base, file } = prepared(feeder());
  const seen = new Set<RowState>();
  seriesSolver(model, base).run(0, 5, scaled(file, [1, 2, 3, 4, 5]), {
    solved: (_, state) => seen.add(state),
    unsolved: () => {},
  });
  expect(seen.size).toBe(1);
});

test('progress is told after each row, and once stopped the rows left are not run', () => {
  const { model, base, file } = prepared(feeder());
  const columns = summaryColumns(new ArrayBuffer(summaryBytes(10)), 10);
  const seen: number[] = [];
  const done = seriesSolver(model, base).run(2, 10, scaled(file, new Array(10).fill(1)), summarise(columns), {
    onDone: (row, total) => seen.push(row, total),
    shouldStop: () => seen.length === 6,
  });
  expect(done).toBe(3);
  expect(seen).toEqual([1, 8, 2, 8, 3, 8]);
  expect([...columns.outcome]).toEqual([0, 0, 1, 1, 1, 0, 0, 0, 0, 0]);
});
