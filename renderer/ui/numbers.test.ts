import { expect, test } from 'vitest';
import { formatAge, formatNumber, NO_VALUE } from './numbers.ts';

test('a value that is missing is a dash, never a zero', () => {
  expect(formatNumber(null, 1)).toBe(NO_VALUE);
  expect(formatNumber(Number.NaN, 1)).toBe(NO_VALUE);
  expect(formatNumber(0, 1)).toBe('0.0');
});

test('the sign is a real minus, and nothing is minus zero', () => {
  expect(formatNumber(-1234.56, 1)).toBe('−1,234.6');
  expect(formatNumber(-0.04, 1)).toBe('0.0');
  expect(formatNumber(0.04, 1, true)).toBe('0.0');
  expect(formatNumber(2, 1, true)).toBe('+2.0');
});

test('an age is said in the unit that a person would use', () => {
  expect([1.2, 45, 720, 10_800].map(formatAge)).toEqual(['1.2 s', '45 s', '12 min', '3 h']);
});
