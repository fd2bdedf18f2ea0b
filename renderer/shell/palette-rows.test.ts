import { expect, test } from 'vitest';
import { type Finding, findingsOf, score } from './palette-rows.ts';

const finding = (kind: Finding['kind'], title: string): Finding => ({ kind, id: title, title, note: '' });
const sources = {
  screen: [finding('screen', 'Trades'), finding('screen', 'Overview')],
  element: Array.from({ length: 500 }, (_, i) => finding('element', `T${i}`)),
  trade: [{ ...finding('trade', '12 kWh'), id: '0xabc' }],
  action: [finding('action', 'Day theme')],
};

test('an exact name beats a start, a start beats a word inside, nothing is no match', () => {
  expect(score('T3', 't3')).toBeGreaterThan(score('T30', 't3'));
  expect(score('T30', 't3')).toBeGreaterThan(score('feeder T3', 't3'));
  expect(score('feeder T3', 't3')).toBeGreaterThan(score('feederT3', 't3'));
  expect(score('bus 7', 'zz')).toBe(0);
});

test('with nothing typed there are the screens and actions, not ten thousand elements', () => {
  expect(findingsOf('', sources).map(f => f.title)).toEqual(['Trades', 'Overview', 'Day theme']);
});

test('many elements do not push a screen out', () => {
  expect(findingsOf('t', sources).map(f => f.title)).toContain('Trades');
  expect(findingsOf('t3', sources)[0]?.title).toBe('T3');
});

test('a trade that the console found stays found', () => {
  expect(findingsOf('roof of smith', sources).map(f => f.id)).toEqual(['0xabc']);
});
