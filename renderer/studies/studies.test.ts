import { expect, test } from 'vitest';
import type { CaseResult } from '../../preload/contract/studies.ts';
import { changeSentence, scenarioOf, typedFactor } from './case-builder.ts';
import { differences, quantities, sentenceTree, violationRows } from './comparison.ts';

const result = (part: Partial<CaseResult>): CaseResult => ({
  name: 'Present',
  intervals: [900, 1800],
  converged: [true, true],
  worstLoadingPercent: Float32Array.of(60, 80),
  worstElement: ['T3', 'T3'],
  vmPuMin: Float32Array.of(0.97, 0.96),
  vmPuMax: Float32Array.of(1.02, 1.02),
  lossesMw: Float32Array.of(0.5, 0.25),
  violations: [],
  inputHash: 'aa',
  ...part,
});
const violation = (value: number, interval = 900, limitValue = 100) => ({
  interval,
  element: 'T3',
  limit: 'transformer-loading',
  value,
  limitValue,
});

test('a case needs a name and a change before it can run', () => {
  const rows = [{ key: 1, change: { type: 'switch' as const, element: 'S1', closed: false } }];
  expect(scenarioOf({ name: ' ', from: null, intervals: 96, rows })).toHaveProperty('missing');
  expect(scenarioOf({ name: 'x', from: null, intervals: 96, rows: [] })).toHaveProperty('missing');
  expect(scenarioOf({ name: ' x ', from: null, intervals: 4, rows })).toMatchObject({
    scenario: { name: 'x', intervals: 4 },
  });
});

test('a factor is a number from 0 to 20, with point or comma', () => {
  expect(['2', '0', '1,5', '1.25', '20'].map(typedFactor)).toEqual([2, 0, 1.5, 1.25, 20]);
  expect(['', '-1', '21', '2x', '1e1'].map(typedFactor)).toEqual([null, null, null, null, null]);
});

test('changes read as sentences', () => {
  const name = (id: string) => (id === 'S1' ? 'Coupler S1' : id);
  expect(changeSentence({ type: 'scale', what: 'heat-pump', segment: 'Feeder 7', factor: 2 }, name)).toBe(
    'Heat pumps in Feeder 7 × 2.00',
  );
  expect(changeSentence({ type: 'switch', element: 'S1', closed: false }, name)).toBe('Coupler S1: opened');
});

test('both cases are drawn in one range, and a failed interval has no numbers in any chart', () => {
  const changed = result({
    name: 'Heat pumps',
    converged: [true, false],
    worstLoadingPercent: Float32Array.of(120, 999),
  });
  const loading = quantities(result({}), changed).find(q => q.key === 'loading')!;
  expect(loading.range).toEqual([60, 120]);
  expect(loading.columns[1]!.series[0]!.values).toEqual([120, null]);
  expect(loading.difference[0]!.values).toEqual([60, null]);
});

test('a difference is changed minus present', () => {
  expect(differences([1, null, 3], [2, 5, null])).toEqual([1, null, null]);
});

test('a limit that holds in one case and not in the other is new or gone', () => {
  expect(violationRows(result({}), result({ violations: [violation(113)] }))[0]).toMatchObject({
    verdict: 'new',
    base: null,
    changed: { intervals: 1, worst: 113 },
  });
  expect(violationRows(result({ violations: [violation(113)] }), result({}))[0]!.verdict).toBe('gone');
});

test('worse and better are measured by how far beyond the limit, also for a lower one', () => {
  const low = (value: number) => ({ ...violation(value, 900, 0.9), limit: 'voltage-low' });
  const rows = (before: number, after: number) =>
    violationRows(result({ violations: [low(before)] }), result({ violations: [low(after)] }))[0]!.verdict;
  expect(rows(0.89, 0.88)).toBe('worse');
  expect(rows(0.88, 0.89)).toBe('better');
  expect(rows(0.88, 0.88)).toBe('same');
});

test('of several intervals the worst counts, new limits come first', () => {
  const before = result({ violations: [violation(101)] });
  const after = result({
    violations: [violation(105), violation(109, 1800), { ...violation(102), element: 'L4' }],
  });
  const rows = violationRows(before, after);
  expect(rows.map(r => [r.element, r.verdict])).toEqual([
    ['L4', 'new'],
    ['T3', 'worse'],
  ]);
  expect(rows[1]!.changed).toEqual({ intervals: 2, worst: 109 });
});

test('the tree has the changes first and what came of them after', () => {
  const tree = sentenceTree(['A is opened.', 'The worst loading goes up.'], 1);
  expect(tree.map(branch => branch.sentences)).toEqual([['A is opened.'], ['The worst loading goes up.']]);
});
