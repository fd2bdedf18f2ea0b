import { expect, test } from 'vitest';
import type { Risk } from '../../records/supervision.ts';
import { acknowledge, type ListedAlarm, moveAlarms, RETURN_AFTER_MS, shelve } from './alarm-list.ts';
import { type AlarmFacts, alarmDemands } from './alarm-rules.ts';
import { alarmFacts, type FactSources } from './facts.ts';

const risk: Risk = {
  id: 'T3',
  element: 'T3',
  limit: 'transformer-loading',
  segment: 'Mill Road',
  fromInterval: 64_800,
  toInterval: 68_400,
  worstInterval: 65_700,
  worstValue: 113.2,
  violatedIntervals: 4,
  limitValue: 100,
  unit: '%',
  severity: 'foreseen',
};

const calm: AlarmFacts = {
  risks: [],
  held: [],
  undecidedNearGate: null,
  telemetry: { state: 'live', detail: '' },
  chain: { state: 'verified', detail: '', lies: [] },
  sinceLastBlockS: 0,
  blockPeriodS: 1,
  failedCommands: [],
  batchTroubles: [],
  waitingFlexibility: null,
  storeFailure: null,
  worldLost: false,
  clockText: ms => new Date(ms).toISOString().slice(11, 16),
};

const at = (realMs: number) => ({ marketMs: realMs * 60, realMs });
let serial = 0;
const move = (list: readonly ListedAlarm[], facts: Partial<AlarmFacts>, realMs: number) =>
  moveAlarms(list, alarmDemands({ ...calm, ...facts }), at(realMs), key => `${key}#${serial++}`);

test('when all is well there is no alarm', () => {
  expect(alarmDemands(calm)).toEqual([]);
});

test('a limit at risk is one card per element, with value, window, action and the time to decide by', () => {
  const [card, ...rest] = alarmDemands({
    ...calm,
    risks: [risk, { ...risk, id: 'again', fromInterval: 72_000, toInterval: 72_000 }],
  });
  expect(rest).toEqual([]);
  expect(card).toMatchObject({
    priority: 'high',
    title: 'T3 113 % from 18:00',
    count: 2,
    decideByMs: 64_800_000,
    link: { screen: 'flexibility', subject: 'T3' },
  });
  expect(card?.consequence).toContain('18:00 to 19:15');
});

test('a limit violated now is critical, one that will be is high', () => {
  const [now] = alarmDemands({ ...calm, risks: [{ ...risk, severity: 'violated' }] });
  const [coming] = alarmDemands({ ...calm, risks: [risk] });
  expect([now?.priority, coming?.priority]).toEqual(['critical', 'high']);
});

test('three block periods without a block are a warning, ten freeze the market', () => {
  expect(alarmDemands({ ...calm, sinceLastBlockS: 3 })).toEqual([]);
  expect(alarmDemands({ ...calm, sinceLastBlockS: 4 })[0]).toMatchObject({
    priority: 'medium',
    title: 'The chain is slow',
  });
  expect(alarmDemands({ ...calm, sinceLastBlockS: 11 })[0]).toMatchObject({
    priority: 'high',
    title: 'Market frozen',
  });
});

test('the same trouble keeps its card while its numbers move, and is raised once', () => {
  const first = move([], { risks: [risk] }, 0);
  const second = move(first.list, { risks: [{ ...risk, worstValue: 115 }] }, 1000);
  expect(first.raised).toHaveLength(1);
  expect(second.raised).toHaveLength(0);
  expect(second.list[0]?.card.id).toBe(first.list[0]?.card.id);
  expect(second.list[0]?.card.title).toContain('115 %');
});

test('trouble that comes and goes within the delay does not chatter', () => {
  let state = move([], { risks: [risk] }, 0);
  let raised = 1;
  for (let k = 1; k < 20; k++) {
    state = move(state.list, k % 2 === 0 ? { risks: [risk] } : {}, (k * RETURN_AFTER_MS) / 4);
    raised += state.raised.length;
  }
  expect(raised).toBe(1);
});

test('an alarm nobody saw stays as returned; an acknowledged one leaves when its trouble is over', () => {
  const raised = move([], { risks: [risk] }, 0).list;
  const gone = (list: readonly ListedAlarm[]) => move(move(list, {}, 1000).list, {}, 1000 + RETURN_AFTER_MS);
  expect(gone(raised).list[0]?.card.state).toBe('returned');
  const id = raised[0]?.card.id ?? '';
  expect(gone(acknowledge(raised, [id], 'operator 1')).removed).toEqual([id]);
});

test('an acknowledged alarm that gets worse is announced again', () => {
  const raised = move([], { risks: [risk] }, 0).list;
  const seen = acknowledge(raised, [raised[0]?.card.id ?? ''], 'operator 1');
  const worse = move(seen, { risks: [{ ...risk, severity: 'violated' }] }, 1000);
  expect(worse.raised).toHaveLength(1);
  expect(worse.list[0]?.card.state).toBe('unacknowledged');
});

test('a shelf ends with a fresh announcement; critical alarms are never shelved', () => {
  const raised = move([], { risks: [risk] }, 0).list;
  const id = raised[0]?.card.id ?? '';
  const shelved = shelve(raised, id, at(60_000)) ?? [];
  expect(move(shelved, { risks: [risk] }, 59_000).list[0]?.card.state).toBe('shelved');
  expect(move(shelved, { risks: [risk] }, 60_000).raised).toHaveLength(1);
  expect(move(shelved, { risks: [{ ...risk, severity: 'violated' }] }, 1000).list[0]?.card.state).toBe(
    'unacknowledged',
  );
  const critical = move([], { risks: [{ ...risk, severity: 'violated' }] }, 0).list;
  expect(shelve(critical, critical[0]?.card.id ?? '', at(60_000))).toBeNull();
});

test('nets that differ are to be decided on until the objection time is over; then they stand, and nothing is to be decided', () => {
  const trouble = { batchId: '7', interval: 900, kind: 'differs' as const, detail: 'fees', objectUntilMs: 5 };
  const cards = (nowMs: number, objectUntilMs: number | null = 5) =>
    alarmDemands(alarmFacts({ ...QUIET, nowMs, batchTroubles: [{ ...trouble, objectUntilMs }] }));
  const open = { key: 'batch differs', priority: 'high', decideByMs: 5, link: { screen: 'trades' } };
  const over = { key: 'batch stands', priority: 'medium', decideByMs: null, link: { screen: 'trades' } };
  expect(cards(4)).toMatchObject([open]);
  expect(cards(5)).toMatchObject([over]);
  // What daylight showed was never open to objection.
  expect(cards(4, null)).toMatchObject([over]);
});

test('what waits for an answer is one card when its time is nearly up, with the energy and the first time-out', () => {
  const nowMs = 10 * 3_600_000;
  const waits = (minutes: number) => {
    const endsAtMs = nowMs + minutes * 60_000;
    return { interval: endsAtMs / 1000 + 300, energyWh: 1050n, endsAtMs };
  };
  const cards = (...minutes: number[]) =>
    alarmDemands(alarmFacts({ ...QUIET, nowMs, waitingFlexibility: minutes.map(waits) }));
  expect(cards(15, 40)).toEqual([]);
  expect(cards(14)).toMatchObject([{ title: 'An activation waits for your answer', count: 1 }]);
  const [card, ...rest] = cards(40, 12, 3);
  expect(rest).toEqual([]);
  expect(card).toMatchObject({
    key: 'flexibility waiting',
    priority: 'medium',
    title: '2 activations wait for your answer',
    decideByMs: nowMs + 3 * 60_000,
    link: { screen: 'flexibility', subject: '' },
    count: 2,
  });
  expect(card?.cause).toContain('2.1 kWh');
});

test('a command that failed is called by what it was', () => {
  const failed = (type: string) =>
    alarmDemands(alarmFacts({ ...QUIET, failedOrders: [{ id: 'x', command: { type }, failure: 'no' }] }))[0]
      ?.title;
  expect(failed('confirm-flexibility')).toBe('A confirmation of flexibility did not take effect');
  expect(failed('curtail')).toBe('A curtailment did not take effect');
  expect(failed('object-to-batch')).toBe('An objection to a batch did not take effect');
});

const QUIET: FactSources = {
  risks: [],
  undecided: [],
  gateClosesAtMs: interval => interval * 1000,
  nowMs: 0,
  telemetry: calm.telemetry,
  chain: calm.chain,
  lastBlockAtMs: 0,
  realNowMs: 0,
  blockPeriodS: 1,
  failedOrders: [],
  batchTroubles: [],
  waitingFlexibility: [],
  storeFailure: null,
  worldLost: false,
};
