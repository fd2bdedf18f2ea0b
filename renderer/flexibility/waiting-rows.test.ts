import { expect, test } from 'vitest';
import {
  answerBlocked,
  directionWords,
  purposeWords,
  refusalProblem,
  refusalStart,
  type WaitingPart,
  waitingRows,
} from './waiting-rows.ts';

const worst = {
  element: 'T3',
  limit: 'transformer-loading' as const,
  before: 97.2,
  after: 99.1,
  limitValue: 100,
  unit: '%',
};
const fits: WaitingPart['finding'] = { proposal: 'confirm', sentence: 'It violates no limit.', worst };
const breaks: WaitingPart['finding'] = { proposal: 'refuse', sentence: 'It would violate T3.', worst };
const unknown: WaitingPart['finding'] = {
  proposal: 'none',
  sentence: 'Its effect is not known: no forecast.',
  worst: null,
};
const part = (partId: string, over: Partial<WaitingPart> = {}): WaitingPart => ({
  partId,
  buyerName: 'Transmission',
  product: 'balancing',
  element: '',
  beneficiaryPoint: '',
  point: 'P1',
  sellerName: 'Bakery',
  direction: 'up',
  energyWh: '1000',
  priceMicroEurPerKwh: '200000',
  interval: 3600,
  endsAtMs: 3_300_000,
  finding: fits,
  answer: null,
  ...over,
});

test('the least time left comes first, little of it is marked, and what has lapsed is gone', () => {
  const parts = [part('late'), part('soon', { endsAtMs: 600_000 }), part('gone', { endsAtMs: 60_000 })];
  const rows = waitingRows(parts, 60_000);
  expect(rows.map(r => [r.part.partId, r.left, r.isNear])).toEqual([
    ['soon', '09:00', true],
    ['late', '54:00', false],
  ]);
});

test('a part says what it does to the worst element; where that speaks against it, or is not known, in the check’s words', () => {
  const rows = waitingRows([part('a'), part('b', { finding: breaks }), part('c', { finding: unknown })], 0);
  expect(rows.map(r => [r.tone, r.effect])).toEqual([
    ['good', 'T3 97.2 → 99.1 %, limit 100.0'],
    ['red', breaks.sentence],
    ['unknown', unknown.sentence],
  ]);
});

test('what fits may be confirmed or refused, what does not only refused, what is unknown neither', () => {
  const can = (finding: WaitingPart['finding']) =>
    (['confirm', 'refuse'] as const).map(kind => answerBlocked(part('a', { finding }), kind, 0) === null);
  expect(can(fits)).toEqual([true, true]);
  expect(can(breaks)).toEqual([false, true]);
  expect(can(unknown)).toEqual([false, false]);
  expect(answerBlocked(part('a', { finding: unknown }), 'refuse', 0)).toContain('lapse');
});

test('nothing is answered twice or too late; an answer that failed can be given again', () => {
  const answered = (state: 'sent' | 'included' | 'failed') =>
    part('a', { answer: { kind: 'confirm', state } });
  expect(answerBlocked(answered('sent'), 'refuse', 0)).toBe('It is answered already.');
  expect(answerBlocked(answered('included'), 'confirm', 0)).toBe('It is answered already.');
  expect(answerBlocked(answered('failed'), 'confirm', 0)).toBeNull();
  expect(answerBlocked(part('a'), 'confirm', 3_300_000)).toBe('It has lapsed.');
  expect(waitingRows([answered('sent')], 0)[0]?.answered).toBe('confirmed: sent');
});

test('a refusal needs a reason that holds and words; where the check speaks against the part they are filled in', () => {
  expect(refusalStart(part('a'))).toEqual({ code: null, words: '' });
  expect(refusalStart(part('a', { finding: breaks }))).toEqual({ code: 1, words: breaks.sentence });
  expect(refusalProblem(part('a'), null, 'long enough words')).toBe('Choose a reason.');
  expect(refusalProblem(part('a'), 1, 'long enough words')).toContain('violates no limit');
  expect(refusalProblem(part('a'), 2, '  short    ')).toContain('10 characters');
  expect(refusalProblem(part('a'), 2, 'long enough words')).toBeNull();
  expect(refusalProblem(part('a', { finding: breaks }), 1, breaks.sentence)).toBeNull();
});

test('a purpose is the element, the balance of the system, or the point that is covered', () => {
  expect(purposeWords(part('a'))).toBe('balancing, for the balance of the system');
  expect(purposeWords(part('a', { element: 'T3', product: 'congestion' }))).toBe('congestion, for T3');
  expect(purposeWords(part('a', { beneficiaryPoint: 'P7' }))).toBe('balancing, to cover P7');
  expect([directionWords('up'), directionWords('down')]).toEqual([
    'up: more into the grid',
    'down: less into the grid',
  ]);
});
