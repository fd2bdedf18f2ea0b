import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reliefMin } from '../../preload/contract/flexibility.ts';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { effectWords } from './effect-words.ts';
import { forecastWith } from './forecast-with.ts';
import {
  byRelief,
  choiceSum,
  type Offer,
  offerRows,
  partsOf,
  proposedChoice,
  staircase,
  toggled,
} from './offer-rows.ts';
import { type Order, orderProgress, orderTone, underWay, underWayWords } from './order-rows.ts';
import { chosenRisk, periodWords, type Risk, riskIntervals, riskRows, riskTime } from './risk-rows.ts';

const offer = (part: Partial<Offer> & { id: string }): Offer => ({
  point: 'P1',
  sellerName: 'Bakery',
  direction: 'up',
  energyWh: '10000',
  priceMicroEurPerKwh: '120000',
  sensitivityPerKw: -0.1,
  relief: 4,
  eurPerUnit: 0.3,
  proposedWh: '0',
  ...part,
});
const risk = (part: Partial<Risk>): Risk => ({
  id: 'r',
  element: 'T3',
  limit: 'transformer-loading',
  segment: 'S',
  fromInterval: 900,
  toInterval: 2700,
  worstInterval: 1800,
  worstValue: 113,
  violatedIntervals: 3,
  limitValue: 100,
  unit: '%',
  severity: 'foreseen',
  ...part,
});

test('the proposed cheapest set is chosen beforehand, with its partly taken last offer', () => {
  const offers = [
    offer({ id: 'a', proposedWh: '10000' }),
    offer({ id: 'b', proposedWh: '2500' }),
    offer({ id: 'c' }),
  ];
  expect(partsOf(offers, proposedChoice(offers))).toEqual([
    { offerId: 'a', energyWh: '10000' },
    { offerId: 'b', energyWh: '2500' },
  ]);
});

test('relief adds up over the chosen offers only, in proportion to the energy taken', () => {
  const offers = [offer({ id: 'a' }), offer({ id: 'b' }), offer({ id: 'c' })];
  const rows = offerRows(
    offers,
    new Map([
      ['a', 10000n],
      ['c', 5000n],
    ]),
  );
  expect(rows.map(r => r.cumulative)).toEqual([4, 4, 6]);
});

test('an offer taken is taken whole, and put back when pressed again', () => {
  const a = offer({ id: 'a' });
  const once = toggled(new Map(), a);
  expect(once.get('a')).toBe(10000n);
  expect(toggled(once, a).size).toBe(0);
});

test('offers that relieve come first; the others keep their rank behind them, taken or not', () => {
  const offers = ['a', 'b', 'c'].map(id => offer({ id, eurPerUnit: id === 'a' ? 0.3 : null }));
  const { relieving, others } = byRelief(offerRows(offers, new Map([['c', 10000n]])));
  expect(relieving.map(row => row.offer.id)).toEqual(['a']);
  expect(others.map(row => [row.offer.id, row.takenWh])).toEqual([
    ['b', 0n],
    ['c', 10000n],
  ]);
});

test('an offer counts as relieving exactly from where its relief no longer shows as zero', () => {
  for (const unit of ['%', 'p.u.']) {
    const shown = (relief: number) => Number(formatNumber(relief, decimalsOf(unit)));
    expect(shown(reliefMin(unit))).toBeGreaterThan(0);
    expect(shown(reliefMin(unit) * 0.999)).toBe(0);
  }
});

test('the cost shown is never below what the prices ask, and exact where they divide', () => {
  expect(choiceSum(offerRows([offer({ id: 'a' })], new Map([['a', 10000n]]))).costMicroEur).toBe(1200000n);
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      (wh, price) => {
        const o = offer({ id: 'a', energyWh: wh.toString(), priceMicroEurPerKwh: price.toString() });
        const { costMicroEur } = choiceSum(offerRows([o], new Map([['a', wh]])));
        expect(costMicroEur * 1000n >= wh * price && costMicroEur * 1000n < wh * price + 1000n).toBe(true);
      },
    ),
  );
});

test('each stair begins where the one before ends, and the need is always in the picture', () => {
  const rows = offerRows(
    [offer({ id: 'a' }), offer({ id: 'b' })],
    new Map([
      ['a', 10000n],
      ['b', 5000n],
    ]),
  );
  const { stairs, reliefMax, kwhMax } = staircase(rows, 20);
  expect(stairs.map(s => [s.x0, s.x1, s.y0, s.y1])).toEqual([
    [0, 10, 0, 4],
    [10, 15, 4, 6],
  ]);
  expect(kwhMax).toBe(15);
  expect(reliefMax).toBeGreaterThan(20);
});

test('violated comes before foreseen, then the earlier; the selected element’s risk is the one shown', () => {
  const rows = [
    risk({ id: 'late', fromInterval: 1800 }),
    risk({ id: 'early' }),
    risk({ id: 'now', severity: 'violated', element: 'L9', fromInterval: 2700 }),
  ];
  expect(riskRows(rows).map(r => r.id)).toEqual(['now', 'early', 'late']);
  expect(chosenRisk(rows, 'T3')?.id).toBe('late');
  expect(chosenRisk(rows, 'elsewhere')?.id).toBe('now');
  expect(chosenRisk([], 'T3')).toBeNull();
  expect(riskIntervals(risk({}), 900)).toEqual([900, 1800, 2700]);
});

test('a period is one sentence: how many intervals are beyond the limit, of how many, and when', () => {
  const time = riskTime(risk({}));
  expect(periodWords(risk({}))).toBe(`3 intervals are above the limit, ${time}.`);
  expect(periodWords(risk({ violatedIntervals: 1 }))).toBe(
    `1 of 3 intervals at risk is above the limit, ${time}.`,
  );
  expect(periodWords(risk({ limit: 'voltage-low' }))).toContain('below the limit');
});

test('solved, without new violation, and within the limit are three answers', () => {
  const effect = {
    before: 113,
    after: 99,
    limitValue: 100,
    unit: '%',
    solved: true,
    newViolations: [],
    costMicroEur: '1',
  };
  expect(effectWords(effect, true)).toMatchObject({ tone: 'good', blocked: null });
  expect(effectWords({ ...effect, after: 104 }, true)).toMatchObject({ tone: 'amber', blocked: null });
  expect(effectWords({ ...effect, solved: false }, true).blocked).not.toBeNull();
  const unsolved = { ...effect, solved: false, newViolations: ['It diverged at bus 7.'] };
  expect(effectWords(unsolved, true).sentence).toMatch(/unknown\. It diverged at bus 7\.$/);
  expect(effectWords({ ...effect, newViolations: ['L4 104 %'] }, true).sentence).toContain('L4 104 %');
  expect(effectWords({ ...effect, newViolations: ['L4 104 %'] }, true).blocked).not.toBeNull();
});

test('a lower voltage limit holds from above it', () => {
  const effect = {
    before: 0.89,
    after: 0.91,
    limitValue: 0.9,
    unit: 'p.u.',
    solved: true,
    newViolations: [],
    costMicroEur: '1',
  };
  expect(effectWords(effect, false).tone).toBe('good');
  expect(effectWords({ ...effect, after: 0.895 }, false).tone).toBe('amber');
});

test('a measure changes the forecast in its own interval only, and nothing before it is computed', () => {
  const forecast = [900, 1800, 2700].map(interval => ({ interval, value: 110 }));
  const { series } = forecastWith(forecast, 1800, 98);
  expect(series.find(s => s.tone === 'info')?.values).toEqual([110, 98, 110]);
  expect(series.find(s => s.name === 'without')?.values).toEqual([110, 110, 110]);
  expect(forecastWith(forecast, 1800, null).series).toHaveLength(1);
});

test('an order on its way to the same limit is said before another is given; an included one is in the forecast', () => {
  const order = (part: Partial<Order>): Order => ({
    intentId: null,
    kind: 'flexibility',
    interval: 900,
    element: 'T3',
    energyWh: '29750',
    costMicroEur: '1',
    state: 'recorded',
    reason: '',
    atMs: 0,
    by: 'operator 1',
    ...part,
  });
  const orders = [
    order({}),
    order({ interval: 1800 }),
    order({ element: 'T4' }),
    order({ state: 'included' }),
  ];
  expect(underWayWords(underWay(orders, 'T3', 900))).toBe(
    '29.750 kWh flexibility recorded: not in the forecast yet',
  );
  expect(underWayWords(underWay(orders, 'T5', 900))).toBeNull();
});

test('an order goes recorded, sent, included; a failed one says so instead of what never came', () => {
  expect(orderProgress('sent').map(s => s.done)).toEqual([true, true, false]);
  expect(orderProgress('failed').map(s => s.word)).toEqual(['recorded', 'failed']);
  expect(orderTone('expired')).toBe('red');
});
