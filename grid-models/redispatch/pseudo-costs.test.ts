import { expect, test } from 'vitest';
import { PseudoCosts } from './pseudo-costs.ts';

const LEAST = Float64Array.of(10, 0, 10, 10);

test('before anything is known, the column furthest from nothing and from its least goes first', () => {
  const costs = new PseudoCosts(LEAST);
  expect(costs.choose(Float64Array.of(2, 5, 6, 9))).toBe(2);
  expect(costs.choose(Float64Array.of(0, 5, 10, 12))).toBe(-1);
});

test('the column whose both branches cost most goes first, wherever it stands', () => {
  const costs = new PseudoCosts(LEAST);
  for (const taken of [true, false]) {
    costs.learn({ column: 0, taken, share: 0.5 }, 8);
    costs.learn({ column: 2, taken, share: 0.5 }, 0.001);
  }
  expect(costs.choose(Float64Array.of(2, 0, 5, 0))).toBe(0);
  // One not yet tried counts as their mean: less than the first, more than the last.
  expect(costs.choose(Float64Array.of(0, 0, 5, 5))).toBe(3);
  expect(costs.choose(Float64Array.of(5, 0, 0, 5))).toBe(0);
});

test('a branch that costs much on one side only closes no gap', () => {
  const costs = new PseudoCosts(LEAST);
  costs.learn({ column: 0, taken: true, share: 0.5 }, 100);
  costs.learn({ column: 0, taken: false, share: 0.5 }, 0);
  for (const taken of [true, false]) costs.learn({ column: 2, taken, share: 0.5 }, 1);
  expect(costs.choose(Float64Array.of(5, 0, 5, 0))).toBe(2);
});
