import { expect, test } from 'vitest';
import { meritPoints } from './standing.ts';

test('merit is claimed where an owner both made and used energy, for its 64 largest points', () => {
  const readings = new Map([
    ['A', 500],
    ['B', -300],
    ['C', -9000],
  ]);
  expect(meritPoints({ readings }, point => point !== 'C')).toEqual(['A', 'B']);
  expect(meritPoints({ readings }, point => point === 'C')).toEqual([]);
  expect(meritPoints({ readings: new Map([['A', 500]]) }, () => true)).toEqual([]);
  const many = new Map(Array.from({ length: 100 }, (_, k) => [`P${k}`, k % 2 === 0 ? k : -k]));
  const named = meritPoints({ readings: many }, () => true);
  expect(named).toHaveLength(64);
  expect(named).toContain('P99');
  expect(named).not.toContain('P35');
});
