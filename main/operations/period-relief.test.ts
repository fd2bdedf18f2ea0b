import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { flexibility } from '../../preload/contract/flexibility.ts';
import type { FlexibilityOffer } from '../records/market.ts';
import { openStore, type Store } from '../store/service.ts';
import type { PeriodRelief, ReliefPlan } from './period-relief.ts';
import { type DeskOptions, desks } from './testing/desks.ts';
import { ELEMENT, type Evening, evening, OVERLOADED, offer, streetOffers } from './testing/evening.ts';

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-period-'));
  store = await openStore(folder, 'the test');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** An hour before the first delivery, unless the test says otherwise. */
function desksOn(town: Evening, offers: readonly FlexibilityOffer[], options: DeskOptions = {}) {
  town.market.applyBlock(
    0,
    offers.map(one => ({ type: 'offer', offer: one })),
  );
  return desks(town, store, options);
}

const planned = async (period: PeriodRelief): Promise<ReliefPlan> => (await period.plan(ELEMENT))!;
const states = (plan: ReliefPlan) => plan.intervals.map(one => one.state);
const ordersOf = (plan: ReliefPlan) =>
  plan.intervals.filter(one => one.state === 'proposed').map(({ interval, parts }) => ({ interval, parts }));

test('every interval over the limit gets a set after which the power flow finds the transformer below it, and not far below', async () => {
  const town = evening();
  const { period, desk } = desksOn(town, streetOffers(OVERLOADED));
  const plan = await planned(period);
  expect(plan.intervals.map(one => one.interval)).toEqual(OVERLOADED);
  for (const one of plan.intervals) {
    expect(one).toMatchObject({ state: 'proposed', clears: true, sellers: one.parts.length });
    expect(one.before).toBeGreaterThan(100);
    const effect = await desk.effectOfParts(ELEMENT, one.interval, one.parts);
    expect(effect).toMatchObject({ after: one.after, costMicroEur: one.costMicroEur, newViolations: [] });
    expect(effect.after).toBeLessThanOrEqual(100);
    expect(effect.after).toBeGreaterThan(98);
  }
});

test('the plan proposes for an interval what a single order for it would start from', async () => {
  const { period, desk } = desksOn(evening(), streetOffers(OVERLOADED));
  const [first] = (await planned(period)).intervals;
  const list = (await desk.offers(ELEMENT, OVERLOADED[0]!))!;
  expect(first?.parts).toEqual(
    list.offers.filter(o => o.proposedWh > 0n).map(o => ({ offerId: o.offer.id, energyWh: o.proposedWh })),
  );
});

test('what cannot be ordered is named: delivery has begun, an order under way, nobody offers, no forecast', async () => {
  const [running, ordered, offered, unsold] = OVERLOADED as [number, number, number, number];
  const town = evening([running, ordered, offered, unsold]);
  const risk = { ...town.risks()[0]!, toInterval: unsold + 900 };
  const { period, desk } = desksOn(town, streetOffers([running, ordered, offered]), {
    nowMs: running * 1000,
    risks: () => [risk],
  });
  const [, before] = (await planned(period)).intervals;
  await desk.purchase('a single order', ELEMENT, ordered, before!.parts, 'operator 1');
  const plan = await planned(period);
  expect(states(plan)).toEqual(['gate-closed', 'under-way', 'proposed', 'not-clearable', 'unsolved']);
  expect(plan.intervals[3]).toMatchObject({
    note: 'Nobody offers flexibility for this interval.',
    parts: [],
    clears: false,
  });
  expect(plan.intervals[4]?.note).toBe('There is no forecast for this interval yet.');
});

test('an interval for which relief of all limits breaks off is not clearable as far as is known; the others are planned', async () => {
  const town = evening();
  const [, broken, cut] = OVERLOADED;
  // In two intervals the cheapest set is said to overload another line, so that all limits are asked for.
  let sets = 0;
  const { period } = desksOn(town, streetOffers(OVERLOADED), {
    grid: {
      effect: async (interval, ...question) => ({
        ...town.grid.effect(interval, ...question),
        newViolations: interval === broken || (interval === cut && sets++ === 0) ? ['L4 line-loading'] : [],
      }),
      relief: async (interval, offers) => {
        if (interval === broken) throw new Error('Relief ended.');
        return { restored: true, kw: new Map(offers.map(o => [o.id, o.kw])), optimal: false, message: '' };
      },
    },
  });
  const plan = await planned(period);
  expect(states(plan)).toEqual(['proposed', 'not-clearable', ...Array(4).fill('proposed')]);
  expect(plan.intervals[1]).toMatchObject({
    note: 'Relief ended. Whether a set clears the limit is not known.',
    parts: [],
    clears: false,
  });
  expect(plan.intervals[2]?.note).toBe('The time was up: a cheaper set may exist.');
});

test('a plan that the operator leaves asks no further', async () => {
  const town = evening();
  const leaving = new AbortController();
  const asked: number[] = [];
  const { period } = desksOn(town, streetOffers(OVERLOADED), {
    grid: {
      effect: async (interval, ...question) => ({
        ...town.grid.effect(interval, ...question),
        newViolations: ['L4 line-loading'],
      }),
      relief: async (interval, _offers, _stepKw, signal) => {
        asked.push(interval);
        leaving.abort(new Error('The operator left.'));
        signal?.throwIfAborted();
        throw new Error('not reached');
      },
    },
  });
  await expect(period.plan(ELEMENT, leaving.signal)).rejects.toThrow('The operator left.');
  expect(asked).toEqual([OVERLOADED[0]]);
});

test('too little on offer clears nothing and is not proposed', async () => {
  const { period } = desksOn(evening(), streetOffers(OVERLOADED, 100n));
  const plan = await planned(period);
  expect(new Set(states(plan))).toEqual(new Set(['not-clearable']));
  expect(plan.intervals[0]?.note).toBe(
    'All offers that relieve the element together do not clear the limit.',
  );
});

test('what is ordered counts: an interval whose order is on chain is no part of the next plan', async () => {
  const town = evening();
  const { period, commands } = desksOn(town, streetOffers(OVERLOADED));
  const [first] = ordersOf(await planned(period));
  const [answer] = await period.purchase('token', ELEMENT, [first!], 'operator 1');
  const intentId = answer?.accepted ? answer.intentId : '';
  town.market.applyBlock(
    0,
    first!.parts.map(part => ({
      type: 'activation',
      activation: {
        ...offered(town, part.offerId),
        ...part,
        partId: part.offerId,
        orderId: '1',
        orderedAt: POSITION,
      },
    })),
  );
  town.reschedule();
  await commands.progress({ id: intentId, state: 'included', transactionHash: '0x1', reason: null });
  const plan = await planned(period);
  expect(plan.intervals.map(i => i.interval)).toEqual(OVERLOADED.slice(1));
  expect(new Set(states(plan))).toEqual(new Set(['proposed']));
});

test('a plan becomes one order per interval, the next delivery first, each with its own evidence on record', async () => {
  const { period, sent } = desksOn(evening(), streetOffers(OVERLOADED));
  const orders = ordersOf(await planned(period));
  const answers = await period.purchase('token', ELEMENT, [...orders].reverse(), 'operator 1');
  expect(answers).toEqual(
    OVERLOADED.map(interval => ({ interval, accepted: true, intentId: `token ${interval}` })),
  );
  expect(sent).toEqual(OVERLOADED);
  const evidence = OVERLOADED.map(interval => {
    const command = store.read.intent(`token ${interval}`)!.command;
    return command.type === 'purchase-flexibility' ? command.evidence : '';
  });
  expect(new Set(evidence).size).toBe(OVERLOADED.length);
  expect(evidence.every(hash => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
});

test('one interval refused, and one whose check breaks off, stop no other and say why', async () => {
  const [gone, broken, good] = OVERLOADED as [number, number, number];
  let ordering = false;
  const town = evening();
  const { period, sent } = desksOn(town, streetOffers(OVERLOADED), {
    grid: {
      effect: async (interval, ...question) => {
        if (ordering && interval === broken) throw new Error('The solver ended.');
        return town.grid.effect(interval, ...question);
      },
    },
  });
  const orders = ordersOf(await planned(period)).filter(o => o.interval <= good);
  ordering = true;
  town.market.applyBlock(0, [
    { type: 'offer-withdrawn', offerId: orders[0]!.parts[0]!.offerId, at: POSITION },
  ]);
  expect(await period.purchase('token', ELEMENT, orders, 'operator 1')).toEqual([
    { interval: gone, accepted: false, reason: expect.stringMatching(/^Offer 1 is gone or has less than/) },
    {
      interval: broken,
      accepted: false,
      reason: 'The solver ended. Whether it was recorded is not known: look at the orders.',
    },
    { interval: good, accepted: true, intentId: `token ${good}` },
  ]);
  expect(sent).toEqual([good]);
});

test('a confirmation that arrives again orders nothing more and is answered as the first, even after delivery', async () => {
  const over = { nowMs: OVERLOADED[0]! * 1000 - 60_000 };
  const { period, sent } = desksOn(evening(), streetOffers(OVERLOADED), over);
  const orders = ordersOf(await planned(period));
  const first = await period.purchase('token', ELEMENT, orders, 'operator 1');
  over.nowMs = OVERLOADED.at(-1)! * 1000;
  expect(await period.purchase('token', ELEMENT, orders, 'operator 1')).toEqual(first);
  expect(sent).toEqual(OVERLOADED);
});

test('delivery that began while the plan was read is too late for its own interval only', async () => {
  const over = { nowMs: OVERLOADED[0]! * 1000 - 1 };
  const { period } = desksOn(evening(), streetOffers(OVERLOADED), over);
  const orders = ordersOf(await planned(period));
  over.nowMs += 1;
  const answers = await period.purchase('token', ELEMENT, orders, 'operator 1');
  expect(answers.map(a => a.accepted)).toEqual([false, true, true, true, true, true]);
  expect(answers[0]).toMatchObject({ reason: expect.stringMatching(/^Too late/) });
});

test('a locked console refuses every interval with its reason and records none', async () => {
  const town = evening();
  const { period, sent } = desksOn(town, streetOffers(OVERLOADED), { locked: true });
  const answers = await period.purchase('token', ELEMENT, ordersOf(await planned(period)), 'operator 1');
  expect(new Set(answers.map(a => (a.accepted ? '' : a.reason)))).toEqual(
    new Set(['Commands are locked. Measurements are lost.']),
  );
  expect(sent).toEqual([]);
  expect(store.read.intents({ limit: 10 })).toEqual([]);
});

test('two orders for one interval do not pass the border: the second would be answered as the first', () => {
  const order = { interval: 900, parts: [{ offerId: '1', energyWh: '10' }] };
  const asked = (intervals: unknown[]) =>
    flexibility.purchasePlan.input.safeParse({ element: ELEMENT, intervals, confirmToken: 'token-of-8' })
      .success;
  expect(asked([order])).toBe(true);
  expect(asked([order, order])).toBe(false);
  expect(asked([])).toBe(false);
});

test('an element whose limit is not at risk has no plan', async () => {
  const { period } = desksOn(evening(), []);
  expect(await period.plan('elsewhere')).toBeNull();
});

const POSITION = offer('0', 0).offeredAt;

function offered(town: Evening, offerId: string): FlexibilityOffer {
  return town.market.flexibility.offerOf(offerId)!.offer;
}
