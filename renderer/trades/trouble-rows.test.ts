import { expect, test } from 'vitest';
import type { BatchTrouble } from '../../preload/contract/trades.ts';
import { objectionBlocked, objectionTime } from './trouble-rows.ts';

const trouble = (over: Partial<BatchTrouble> = {}): BatchTrouble => ({
  batchId: '7',
  interval: 900,
  kind: 'differs',
  detail: 'grid fees of 5 µ€ instead of 6 µ€',
  objectUntilMs: 300_000,
  objection: null,
  ...over,
});

test('nets that differ can be objected to until their time is over, and the time left is said', () => {
  expect(objectionBlocked(trouble(), 299_999)).toBeNull();
  expect(objectionTime(trouble(), 180_000)).toBe('02:00 left to object');
  expect(objectionTime(trouble(), 300_000)).toBe('The time for objections is over: it stands.');
});

test('nothing is objected to twice; an objection that failed can be made again', () => {
  expect(objectionBlocked(trouble({ kind: 'objected', objectUntilMs: null }), 0)).toContain('already');
  expect(objectionBlocked(trouble({ objection: 'sent' }), 0)).toBe('Our objection is sent.');
  expect(objectionBlocked(trouble({ objection: 'failed' }), 0)).toBeNull();
  expect(objectionBlocked(trouble({ objectUntilMs: null }), 0)).toContain('nothing to object to');
});
