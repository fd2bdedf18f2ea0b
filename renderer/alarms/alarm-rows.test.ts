import { expect, test } from 'vitest';
import type { Alarm } from '../../preload/contract/alarms.ts';
import {
  acknowledgeable,
  needingAHand,
  orderAlarms,
  PAGE,
  pageOf,
  rateOf,
  shelfProblem,
  shelvingRefusal,
  stateWords,
  timeLeft,
  waysOut,
} from './alarm-rows.ts';
import { rateChart } from './rate-geometry.ts';

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

test('a page that the list no longer reaches becomes its last one, in what is shown and in its number', () => {
  const list = Array.from({ length: PAGE + 2 }, (_, k) => alarm(`a${k}`));
  expect(pageOf(list, 0).shown).toHaveLength(PAGE);
  expect(pageOf(list, 1)).toMatchObject({
    at: 1,
    pages: 2,
    shown: [{ id: `a${PAGE}` }, { id: `a${PAGE + 1}` }],
  });
  expect(pageOf(list.slice(0, 3), 4)).toMatchObject({ at: 0, pages: 1, shown: [{}, {}, {}] });
  expect(pageOf([], 0)).toEqual({ shown: [], at: 0, pages: 1 });
});

test('a shelf needs a reason and whole minutes within eight hours', () => {
  expect(shelfProblem(30, 'crew on site')).toBeNull();
  expect(shelfProblem(30, '  a  ')).toContain('why');
  for (const minutes of [4, 481, 7.5, Number.NaN])
    expect(shelfProblem(minutes, 'crew on site')).toContain('480');
});

test('who acknowledged an alarm is said', () => {
  expect(stateWords(alarm('a', { state: 'acknowledged', acknowledgedBy: 'operator 1' }))).toMatch(
    /acknowledged by operator 1$/,
  );
});

test('the rate chart shares its width among all windows, and only a flood passes the flood line', () => {
  const chart = rateChart([{ raised: 0 }, { raised: 10 }, { raised: 12 }], {
    width: 300,
    height: 100,
    top: 20,
  });
  expect(chart.bars.map(b => b.x)).toEqual([0, 100, 200]);
  expect(chart.bars.map(b => b.height)).toEqual([0, expect.closeTo(66.67, 2), 80]);
  expect(chart.bars.map(b => b.flood)).toEqual([false, false, true]);
  expect(chart.bars[1]?.y).toBeCloseTo(chart.floodY);
  // The flood line stands in the picture of a quiet day too.
  expect(rateChart([{ raised: 0 }], { width: 300, height: 100, top: 20 }).floodY).toBe(20);
});

test('a limit at risk leads to its place and to its relief; another alarm to its place alone', () => {
  const link = { screen: 'flexibility', subject: 'T3' };
  expect(waysOut(alarm('a', { link }))).toEqual([
    { word: 'Show', link: { screen: 'diagram', subject: 'T3' } },
    { word: 'Relieve', link },
  ]);
  expect(waysOut(alarm('b', { link: { screen: 'chain', subject: '' } })).map(w => w.word)).toEqual(['Show']);
});
