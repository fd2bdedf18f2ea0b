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
  expect(objectionBlocked(trouble(), true, 299_999)).toBeNull();
  expect(objectionTime(trouble(), true, 180_000)).toBe('02:00 left to object');
  expect(objectionTime(trouble(), true, 300_000)).toBe('The time for objections is over: it stands.');
});

test('nothing is objected to twice; an objection that failed can be made again', () => {
  expect(objectionBlocked(trouble({ kind: 'objected', objectUntilMs: null }), true, 0)).toContain('already');
  expect(objectionBlocked(trouble({ objection: 'sent' }), true, 0)).toBe('Our objection is sent.');
  expect(objectionBlocked(trouble({ objection: 'failed' }), true, 0)).toBeNull();
  expect(objectionBlocked(trouble({ objectUntilMs: null }), true, 0)).toContain('nothing to object to');
});

test('while the terms of the market are not known that is said, of every batch that could be objected to', () => {
  const unknown = 'The market’s terms for objections are not known yet.';
  expect(objectionBlocked(trouble({ objectUntilMs: null }), false, 0)).toBe(unknown);
  expect(objectionTime(trouble({ objectUntilMs: null }), false, 0)).toBe(unknown);
});
