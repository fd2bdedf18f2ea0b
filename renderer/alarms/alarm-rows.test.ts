import { expect, test } from 'vitest';
import type { Alarm } from '../../preload/contract/alarms.ts';
import {
  acknowledgeable,
  needingAHand,
  orderAlarms,
  rateOf,
  shelvingRefusal,
  timeLeft,
} from './alarm-rows.ts';

const alarm = (id: string, change: Partial<Alarm> = {}): Alarm => ({
  id,
  priority: 'medium',
  title: id,
  cause: '',
  consequence: '',
  action: '',
  link: { screen: 'diagram', subject: id },
  raisedAtMs: 0,
  decideByMs: null,
  state: 'unacknowledged',
  returnedAtMs: null,
  acknowledgedBy: null,
  shelvedUntilMs: null,
  count: 1,
  ...change,
});

test('unseen before seen, then by priority, then by the time that is left', () => {
  const ids = orderAlarms([
    alarm('seen-critical', { state: 'acknowledged', priority: 'critical' }),
    alarm('shelved', { state: 'shelved', priority: 'high' }),
    alarm('later', { priority: 'high', decideByMs: 900_000 }),
    alarm('sooner', { priority: 'high', decideByMs: 300_000 }),
    alarm('open-end', { priority: 'high' }),
    alarm('critical', { priority: 'critical' }),
  ]).map(a => a.id);
  expect(ids).toEqual(['critical', 'sooner', 'later', 'open-end', 'seen-critical', 'shelved']);
});

test('a shelved alarm does not ask for a hand', () => {
  expect(needingAHand([alarm('a'), alarm('b', { state: 'shelved' })]).map(a => a.id)).toEqual(['a']);
});

test('the time left counts down, and a missed decision is said', () => {
  expect(timeLeft(alarm('a', { decideByMs: 724_000 }), 0).text).toContain('12:04 left');
  expect(timeLeft(alarm('a', { decideByMs: 1_000 }), 2_000)).toMatchObject({ over: true });
  expect(timeLeft(alarm('a', { raisedAtMs: 0 }), 720_000).text).toBe('12 min old');
});

test('acknowledging a page takes only what is on it and unseen', () => {
  expect(
    acknowledgeable([alarm('a'), alarm('b', { state: 'acknowledged' }), alarm('c', { state: 'returned' })]),
  ).toEqual(['a', 'c']);
});

test('a critical alarm is never shelved', () => {
  expect(shelvingRefusal(alarm('a', { priority: 'critical' }))).toContain('critical');
  expect(shelvingRefusal(alarm('a'))).toBeNull();
});

test('empty windows count into the rate and a flood is more than ten in ten minutes', () => {
  const rate = rateOf([{ raised: 0 }, { raised: 11 }, { raised: 10 }, { raised: 0 }], { low: 15, medium: 6 });
  expect(rate).toMatchObject({ floods: 1, windows: 4, perTenMinutes: 5.25, most: 11 });
  expect(rate.share?.low).toBeCloseTo(71.43, 2);
  expect(rateOf([], {}).share).toBeNull();
});
