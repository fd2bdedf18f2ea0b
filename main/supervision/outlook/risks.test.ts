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

test('a peak is one risk with its worst interval, also where one interval was relieved; a later peak is another', () => {
  const risks = risksOf(
    summaries(
      [],
      [near('T1', 1.02)],
      [near('T1', 0.99)],
      [near('T1', 1.13)],
      [near('T1', 1.01)],
      ...Array.from({ length: 4 }, () => [near('T1', 0.97)]),
      [near('T1', 1.04)],
    ),
    0,
    900,
  );
  expect(risks.map(r => [r.fromInterval, r.toInterval, r.worstInterval])).toEqual([
    [900, 3600, 2700],
    [8100, 8100, 8100],
  ]);
  expect(risks[0]).toMatchObject({ severity: 'foreseen', worstValue: 1.13 * 100, limitValue: 100 });
  expect(risks.map(r => r.violatedIntervals)).toEqual([3, 1]);
});

test('a limit violated in the running interval is violated, one that will be is foreseen', () => {
  expect(risksOf(summaries([near('T1', 1.02)], [near('T1', 1.05)]), 0, 900)[0]?.severity).toBe('violated');
  expect(risksOf(summaries([near('T1', 0.97)], [near('T1', 1.05)]), 0, 900)[0]?.severity).toBe('foreseen');
});

test('what is violated comes before what will be', () => {
  const risks = risksOf(summaries([near('B', 1.01)], [near('A', 1.2)]), 0, 900);
  expect(risks.map(r => r.element)).toEqual(['B', 'A']);
});

test('a limit that is only near is no risk: the check of each trade keeps it', () => {
  expect(risksOf(summaries([near('T1', 0.999)]), 0, 900)).toEqual([]);
});
