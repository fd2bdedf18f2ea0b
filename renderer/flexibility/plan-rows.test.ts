import { expect, test } from 'vitest';
import { formatInterval } from '../ui/times.ts';
import {
  outcomeOf,
  type PlanRow,
  planEffectWords,
  planOrders,
  planRows,
  planSum,
  runsOf,
} from './plan-rows.ts';
import type { Risk } from './risk-rows.ts';

const row = (interval: number, part: Partial<PlanRow> = {}): PlanRow => ({
  interval,
  state: 'proposed',
  parts: [{ offerId: String(interval), energyWh: '5000' }],
  sellers: 1,
  energyWh: '5000',
  costMicroEur: '1000000',
  before: 108,
  after: 99,
  clears: true,
  note: '',
  ...part,
});
const none = { parts: [], sellers: 0, energyWh: '0', costMicroEur: '0', after: null, clears: false };
const risk: Risk = {
  id: 'r',
  element: 'T3',
  limit: 'transformer-loading',
  segment: 'S',
  fromInterval: 900,
  toInterval: 3600,
  worstInterval: 900,
  worstValue: 108,
  violatedIntervals: 4,
  limitValue: 100,
  unit: '%',
  severity: 'foreseen',
};
const plan = [
  row(900),
  row(1800, { after: 99.5, costMicroEur: '2500000' }),
  row(2700, { ...none, state: 'not-clearable', note: 'Nobody offers flexibility for this interval.' }),
  row(3600),
];

test('only what is proposed is ordered and summed up', () => {
  expect(planOrders(plan).map(order => order.interval)).toEqual([900, 1800, 3600]);
  expect(planSum(plan, risk.limit)).toEqual({
    intervals: [900, 1800, 3600],
    offers: 3,
    energyWh: 15000n,
    costMicroEur: 4500000n,
    after: 99.5,
  });
});

test('an interval whose delivery begins while the plan is read leaves order and sum at that instant', () => {
  expect(planRows(plan, 899_999)).toEqual(plan);
  const rows = planRows(plan, 900_000);
  expect(rows[0]).toMatchObject({ state: 'gate-closed', note: 'Delivery has begun.' });
  expect(planOrders(rows).map(order => order.interval)).toEqual([1800, 3600]);
  expect(planSum(rows, risk.limit).costMicroEur).toBe(3500000n);
  // Market time is not known yet: the console judges.
  expect(planRows(plan, undefined)).toEqual(plan);
});

test('the effect names the worst value that is left, from above or below, and what cannot be cleared', () => {
  expect(planEffectWords(plan, planSum(plan, risk.limit), risk)).toBe(
    'at worst 99.5 % in an ordered interval, limit 100.0 %; 1 interval cannot be cleared',
  );
  const low = { ...risk, limit: 'voltage-low' as const, limitValue: 0.9, unit: 'p.u.' };
  const rows = [row(900, { after: 0.92 }), row(1800, { after: 0.91 })];
  expect(planEffectWords(rows, planSum(rows, low.limit), low)).toBe(
    'at worst 0.9100 p.u. in an ordered interval, limit 0.9000 p.u.',
  );
  const nothing = [plan[2]!];
  expect(planEffectWords(nothing, planSum(nothing, risk.limit), risk)).toBe(
    'nothing is ordered; 1 interval cannot be cleared',
  );
});

test('what became of a plan: recorded intervals as runs, each refusal with its reason', () => {
  const outcome = outcomeOf([
    { interval: 900, accepted: true, intentId: 'token 900' },
    { interval: 1800, accepted: true, intentId: 'token 1800' },
    { interval: 2700, accepted: false, reason: 'Offer 7 is gone.' },
    { interval: 3600, accepted: true, intentId: 'token 3600' },
  ]);
  expect(outcome.refused).toEqual([{ interval: 2700, reason: 'Offer 7 is gone.' }]);
  expect(runsOf(outcome.recorded)).toBe(`${formatInterval(900, 1800)}, ${formatInterval(3600)}`);
});
