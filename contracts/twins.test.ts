import { expect, test } from 'vitest';
import { staleFaults } from './twins.ts';

test('the fault of every broken twin still stands in its source, once', () => {
  expect(staleFaults()).toEqual([]);
});
