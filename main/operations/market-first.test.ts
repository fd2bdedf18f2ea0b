import { expect, test } from 'vitest';
import { type MarketCase, marketOverride } from './market-first.ts';

const open: MarketCase['open'] = [
  { direction: 'down', remainingWh: 700n },
  { direction: 'down', remainingWh: 540n },
  { direction: 'up', remainingWh: 90n },
];
const given: MarketCase = {
  element: 'C3',
  open,
  directions: ['down'],
  marketCanSolve: false,
  operatorsWords: '',
};

test('where no offer is open in a direction that is curtailed, nothing needs to be said', () => {
  expect(marketOverride({ ...given, open: [] })).toBe('');
  expect(marketOverride({ ...given, open: [open[2]!], operatorsWords: 'too late' })).toBe('');
  expect(marketOverride({ ...given, open: [{ direction: 'down', remainingWh: 0n }] })).toBe('');
});

test('where offers are open and cannot solve it, the power flow says so with how much is open', () => {
  expect(marketOverride(given)).toBe(
    'By the power flow the congestion offers do not clear the limit of C3; open in all products: 1240 Wh down.',
  );
  expect(marketOverride({ ...given, directions: ['down', 'up'] })).toContain(': 1240 Wh down and 90 Wh up.');
});

test("an operator who passes over the market does so in the operator's own words", () => {
  expect(marketOverride({ ...given, operatorsWords: 'too late' })).toBe('too late');
  expect(marketOverride({ ...given, marketCanSolve: true, operatorsWords: 'too late' })).toBe('too late');
});

test('what the power flow did not say is not said for it: the contract then refuses', () => {
  expect(marketOverride({ ...given, marketCanSolve: true })).toBe('');
});

test('words are cut at whole characters to what the contract takes', () => {
  const words = marketOverride({ ...given, operatorsWords: `a${'ü'.repeat(300)}` });
  expect(new TextEncoder().encode(words).length).toBe(511);
  expect(words).toBe(`a${'ü'.repeat(255)}`);
});
