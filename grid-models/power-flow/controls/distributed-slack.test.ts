import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildModel } from '../../network/build.ts';
import type { Network } from '../../network/network.ts';
import { buses, grid, line, load, meshedGrid, slack, unit } from '../testing/grid.ts';
import { unitOutput } from '../unit-output.ts';
import { distributedSlack, type Participation } from './distributed-slack.ts';
import { reactiveLimits } from './reactive-limits.ts';
import { solveControlled } from './solve-controlled.ts';

/** MW at baseMva 1. */
const SHARE_MW = 1e-6;

interface Row {
  readonly generator: number;
  readonly factor: number;
  readonly pMwMin?: number;
  readonly pMwMax?: number;
}

function participation(rows: readonly Row[]): Participation {
  return {
    count: rows.length,
    generator: Int32Array.from(rows, r => r.generator),
    factor: Float64Array.from(rows, r => r.factor),
    pMwMin: Float64Array.from(rows, r => r.pMwMin ?? Number.NaN),
    pMwMax: Float64Array.from(rows, r => r.pMwMax ?? Number.NaN),
  };
}

function settled(network: Network, rows: readonly Row[]) {
  const result = solveControlled(buildModel(network), undefined, [distributedSlack(participation(rows))]);
  if (result.outcome !== 'settled') throw new Error(result.outcome);
  return { ...result, pMw: unitOutput(result).pMw };
}

const three = grid({
  bus: buses(3),
  branch: [line(0, 1, 0.01, 0.05), line(1, 2, 0.02, 0.05), line(0, 2, 0.01, 0.08)],
  load: [load(1, 0.5, 0.1), load(2, 0.7, 0.2)],
  generator: [slack(0, 1, 0.2), unit(1, 0.3, 1), unit(2, 0.1, 1)],
});

test('three units share load and losses beyond their schedule as 1 : 2 : 5', () => {
  const { state, pMw } = settled(three, [
    { generator: 0, factor: 1 },
    { generator: 1, factor: 2 },
    { generator: 2, factor: 5 },
  ]);
  const missing = 1.2 + state.lossesMw - 0.6;
  expect(pMw[0]! - 0.2).toBeCloseTo((1 / 8) * missing, 6);
  expect(pMw[1]! - 0.3).toBeCloseTo((2 / 8) * missing, 6);
  expect(pMw[2]! - 0.1).toBeCloseTo((5 / 8) * missing, 6);
});

test('a slack without a factor keeps its schedule', () => {
  const { pMw } = settled(three, [{ generator: 2, factor: 1 }]);
  expect(pMw[0]).toBeCloseTo(0.2, 6);
  expect(pMw[1]).toBe(0.3);
});

test('what a unit cannot take the others share; when all are full the source carries the rest', () => {
  const partly = settled(three, [
    { generator: 0, factor: 1 },
    { generator: 1, factor: 2, pMwMax: 0.35 },
    { generator: 2, factor: 3 },
  ]);
  expect(partly.pMw[1]).toBeCloseTo(0.35, 6);
  expect((partly.pMw[2]! - 0.1) / (partly.pMw[0]! - 0.2)).toBeCloseTo(3, 4);
  const full = settled(three, [{ generator: 1, factor: 2, pMwMax: 0.35 }]);
  expect(full.pMw[1]).toBeCloseTo(0.35, 6);
  expect(full.pMw[0]).toBeCloseTo(1.2 + full.state.lossesMw - 0.45, 6);
  expect(full.notes).toMatchObject([{ code: 'at-end', element: 'generator G2' }]);
});

test('in any grid the deviations from schedule are as the factors and close the balance', () => {
  fc.assert(
    fc.property(
      meshedGrid,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 14, maxLength: 14 }),
      (network, factors) => {
        const rows = Array.from({ length: network.generator.count }, (_, generator) => ({
          generator,
          factor: factors[generator]!,
        }));
        const result = solveControlled(buildModel(network), undefined, [
          distributedSlack(participation(rows)),
          reactiveLimits(),
        ]);
        if (result.outcome !== 'settled') return;
        const { pMw } = unitOutput(result);
        const deviation = pMw.map((p, g) => p - network.generator.pMw[g]!);
        const total = deviation.reduce((sum, mw) => sum + mw, 0);
        const weight = rows.reduce((sum, r) => sum + r.factor, 0);
        for (const [g, { factor }] of rows.entries())
          expect(Math.abs(deviation[g]! - (total * factor) / weight)).toBeLessThan(SHARE_MW);
        const consumed = network.load.pMw.reduce((sum, p) => sum + p, 0);
        const injected = pMw.reduce((sum, p) => sum + p, 0);
        expect(Math.abs(injected - consumed - result.state.lossesMw)).toBeLessThan(SHARE_MW);
      },
    ),
  );
});

test('each island balances itself', () => {
  const network = grid({
    bus: buses(4),
    branch: [line(0, 1, 0.01, 0.05), line(2, 3, 0.01, 0.05)],
    load: [load(1, 0.4), load(3, 1)],
    generator: [slack(0), unit(1, 0, 1), slack(2), unit(3, 0, 1)],
  });
  const { pMw } = settled(
    network,
    [0, 1, 2, 3].map(generator => ({ generator, factor: 1 })),
  );
  expect(pMw[0]).toBeCloseTo(pMw[1]!, 6);
  expect(pMw[2]).toBeCloseTo(pMw[3]!, 6);
  expect(pMw[2]).toBeGreaterThan(pMw[0]! + 0.2);
});

test('a factor that is no weight, or a unit that stands twice, is refused', () => {
  const begin = (rows: readonly Row[]) => () =>
    solveControlled(buildModel(three), undefined, [distributedSlack(participation(rows))]);
  expect(
    begin([
      { generator: 1, factor: 0 },
      { generator: 1, factor: 1 },
    ]),
  ).toThrow(/generator G2 has factor 0; generator G2 stands in the table twice/);
});
