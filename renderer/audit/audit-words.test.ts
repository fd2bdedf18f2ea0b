import { expect, test } from 'vitest';
import { auditWords, prettyDetail } from './audit-words.ts';

const words = (action: string, detail: unknown, costMicroEur: string | null = null): string =>
  auditWords({ action, detail: JSON.stringify(detail), costMicroEur });

test('a batch of verdicts is counted by decision, and a decision nobody got is not named', () => {
  const verdicts = ['accepted', 'rejected', 'accepted', 'reduced'].map(decision => ({ decision }));
  expect(words('give-verdicts', { type: 'give-verdicts', verdicts })).toBe(
    '4 trades: 2 accepted, 1 reduced, 1 rejected',
  );
  expect(words('give-verdicts', { verdicts: [{ decision: 'held' }] })).toBe('1 trade: 1 held');
});

test('a purchase has energy, element, interval and cost; a cost that is not known is said to be so', () => {
  const detail = {
    element: 'T3',
    interval: 0,
    parts: [
      { offerId: '1', energyWh: '12000' },
      { offerId: '2', energyWh: '500' },
    ],
  };
  expect(words('purchase-flexibility', detail, '1234567')).toMatch(
    /^12\.500 kWh of 2 offers for T3, \w{3} \d\d \w+ \d\d:\d\d–\d\d:\d\d, 1\.23 €$/,
  );
  expect(words('purchase-flexibility', detail)).toMatch(/, cost not known here$/);
});

test('a curtailment has energy, points, intervals, compensation and its reason', () => {
  const term = { interval: 0, energyWh: '2000', compensationMicroEur: '250000' };
  const one = { element: 'T3', reason: 'No offer reaches it.', terms: [term] };
  expect(words('curtail', one)).toMatch(
    /^2\.000 kWh at 1 point for T3, .+–\d\d:\d\d, 0\.25 € compensation: No offer reaches it\.$/,
  );
  const two = { ...one, terms: [term, { ...term, interval: 1800 }] };
  expect(words('curtail', two)).toMatch(/^4\.000 kWh at 2 points for T3, .+ to .+, 0\.50 €/);
});

test('an answer to flexibility has energy, point, interval and its reason; an objection its batch and the problem', () => {
  const detail = { interval: 0, parts: [{ point: 'P7', energyWh: '1050' }], reason: 'It violates no limit.' };
  expect(words('confirm-flexibility', detail)).toMatch(
    /^1\.050 kWh at P7, .+–\d\d:\d\d: It violates no limit\.$/,
  );
  expect(words('refuse-flexibility', { ...detail, reasonCode: 2 })).toMatch(/, reason 2: It violates/);
  expect(words('object-to-batch', { batchId: '7', interval: 0, problem: 'fees of 5 µ€' })).toMatch(
    /^batch 7 for .+: fees of 5 µ€$/,
  );
  const balancing = { element: '', interval: 0, parts: [{ energyWh: '1000' }] };
  expect(words('purchase-flexibility', balancing, '1')).toContain('for the balance of the system');
});

test('a command on its way names its transaction, one that ended without effect its reason', () => {
  const move = { transactionHash: `0x222d${'0'.repeat(56)}beef`, failure: null };
  expect(words('command-sent', move)).toBe('transaction 0x222d00…beef');
  expect(words('command-included', move)).toBe('transaction 0x222d00…beef');
  expect(words('command-failed', { transactionHash: null, failure: 'sold already' })).toBe('sold already');
  expect(words('command-expired', { transactionHash: null, failure: null })).toBe('no reason given');
});

test('alarms and the start of the console are said with what was decided', () => {
  expect(words('acknowledge-alarm', { title: 'T3 113 % from 18:15' })).toBe('T3 113 % from 18:15');
  expect(words('shelve-alarm', { minutes: 30, reason: 'crew on site' })).toBe('for 30 min: crew on site');
  expect(
    words('console-started', { scenario: 'winter-evening', seed: 7, speed: 30, networkVersion: 'x' }),
  ).toBe('scenario winter-evening, seed 7, 30 × speed');
});

test('an unknown action, a detail of another form and text that is no JSON stand as they were written', () => {
  expect(words('set-state', { state: 'alert' })).toBe('{"state":"alert"}');
  expect(words('give-verdicts', { verdicts: 12 })).toBe('{"verdicts":12}');
  expect(auditWords({ action: 'curtail', detail: 'by telephone', costMicroEur: null })).toBe('by telephone');
  expect(words('constructor', {})).toBe('{}');
});

test('the detail is laid out over lines, and what is no JSON is left alone', () => {
  expect(prettyDetail('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(prettyDetail('by telephone')).toBe('by telephone');
});
