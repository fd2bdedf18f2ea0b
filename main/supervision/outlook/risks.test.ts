import { expect, test } from 'vitest';
import type { IntervalSummary, NearLimit } from '../solver/grid-core.ts';
import { risksOf } from './risks.ts';

const near = (element: string, used: number): NearLimit => ({
  element,
  segment: 'Mill Road',
  limit: 'transformer-loading',
  value: used * 100,
  limitValue: 100,
  margin: 100 - used * 100,
  unit: '%',
  used,
});

/** Quarter hours 0, 1, 2 …, each with the near limits given. */
const summaries = (...perInterval: NearLimit[][]): IntervalSummary[] =>
  perInterval.map((limits, k) => ({
    interval: k * 900,
    solved: true,
    missing: null,
    worstLoading: null,
    vmPuMin: null,
    vmPuMax: null,
    importMw: null,
    near: limits,
    segments: [],
  }));

test('an unbroken run over the amber threshold is one risk, with its worst interval; a gap makes two', () => {
  const risks = risksOf(
    summaries(
      [],
      [near('T1', 0.96)],
      [near('T1', 1.13)],
      [near('T1', 0.97)],
      [near('T1', 0.92)],
      [near('T1', 0.99)],
    ),
    0,
    900,
  );
  expect(risks.map(r => [r.fromInterval, r.toInterval, r.worstInterval])).toEqual([
    [900, 2700, 1800],
    [4500, 4500, 4500],
  ]);
  expect(risks[0]).toMatchObject({ severity: 'foreseen', worstValue: 1.13 * 100, limitValue: 100 });
});

test('a limit violated in the running interval is violated, one that is only near is foreseen', () => {
  expect(risksOf(summaries([near('T1', 1.02)], [near('T1', 1.05)]), 0, 900)[0]?.severity).toBe('violated');
  expect(risksOf(summaries([near('T1', 0.97)], [near('T1', 1.05)]), 0, 900)[0]?.severity).toBe('foreseen');
});

test('what is violated comes before what will be, and that before what only comes near', () => {
  const risks = risksOf(summaries([near('B', 1.01)], [near('C', 0.96), near('A', 1.2)]), 0, 900);
  expect(risks.map(r => r.element)).toEqual(['B', 'A', 'C']);
});

test('below the amber threshold there is no risk', () => {
  expect(risksOf(summaries([near('T1', 0.94)]), 0, 900)).toEqual([]);
});
