import { expect, test } from 'vitest';
import {
  composedReason,
  curtailmentSum,
  rankRows,
  reasonMissing,
  type Step,
  skippedRanks,
  typedWh,
} from './step-rows.ts';

const step = (point: string, legalRank: Step['legalRank'], part: Partial<Step> = {}): Step => ({
  point,
  name: point,
  direction: 'down',
  legalRank,
  energyWh: '4000',
  availableWh: '6000',
  compensationMicroEur: '500000',
  relief: 2,
  ...part,
});
const steps = [step('PV', 'renewable'), step('CHP', 'chp'), step('Gas', 'conventional')];
const none = new Map<string, bigint>();

test('the ranks stand in the legal order with the empty ones, whatever order they come in', () => {
  expect(rankRows(steps, none).map(r => [r.rank, r.rows.length])).toEqual([
    ['conventional', 1],
    ['chp', 1],
    ['renewable', 1],
    ['self-consumption', 0],
    ['load', 0],
  ]);
});

test('the proposal itself skips no rank; taking less of an earlier rank while a later is touched does', () => {
  expect(skippedRanks(steps, none)).toEqual([]);
  expect(skippedRanks(steps, new Map([['CHP', 1000n]]))).toEqual(['Combined heat and power']);
  expect(skippedRanks(steps, new Map([['PV', 1000n]]))).toEqual([]);
  expect(skippedRanks(steps, new Map([['PV', 0n]]))).toEqual([]);
  expect(
    skippedRanks(
      steps,
      new Map([
        ['CHP', 0n],
        ['PV', 0n],
      ]),
    ),
  ).toEqual([]);
});

test('a changed amount is no longer the set that was checked, and is paid in proportion, rounded up', () => {
  expect(curtailmentSum(steps, none)).toMatchObject({ asProposed: true, compensationMicroEur: 1500000n });
  const less = curtailmentSum(steps, new Map([['PV', 1333n]]));
  expect(less).toMatchObject({ asProposed: false, energyWh: 9333n, compensationMicroEur: 1166625n });
});

test('a typed amount is read to the Wh, bounded by what is available, and refused when it is no number', () => {
  expect(typedWh('1.5', steps[0]!)).toBe(1500n);
  expect(typedWh('1,25', steps[0]!)).toBe(1250n);
  expect(typedWh('99', steps[0]!)).toBe(6000n);
  expect(typedWh('-1', steps[0]!)).toBeNull();
  expect(typedWh('1e3', steps[0]!)).toBeNull();
  expect(typedWh('', steps[0]!)).toBeNull();
});

test('an order needs its reason, and each override a reason of its own', () => {
  const typed = { reason: 'Transformer T3 overloaded', overMarket: '', overRank: '' };
  expect(reasonMissing({ ...typed, reason: 'short' }, { market: false, rank: false })).not.toBeNull();
  expect(reasonMissing(typed, { market: false, rank: false })).toBeNull();
  expect(reasonMissing(typed, { market: true, rank: false })).toMatch(/market/);
  expect(reasonMissing(typed, { market: false, rank: true })).toMatch(/rank/);
  const long = { ...typed, overMarket: 'x'.repeat(390) };
  expect(reasonMissing(long, { market: true, rank: false })).toMatch(/longer/);
});

test('the record names the override it gives the reason for', () => {
  const text = composedReason(
    { reason: 'T3 overloaded', overMarket: 'no seller answers', overRank: 'unused' },
    { market: true, rank: false },
  );
  expect(text).toBe('T3 overloaded | Market passed over: no seller answers');
});
