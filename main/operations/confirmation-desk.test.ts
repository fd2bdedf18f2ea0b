import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MarketEvent } from '../records/market.ts';
import { REFUSAL } from '../records/operations.ts';
import { openStore, type Store } from '../store/service.ts';
import { ConfirmationDesk, type ConfirmationDeskParts, WAITING_LISTED_MAX } from './confirmation-desk.ts';
import type { Conditions } from './grid-impact.ts';
import { desks } from './testing/desks.ts';
import { BEHIND, ELEMENT, ELSEWHERE, evening, OVERLOADED, weather } from './testing/evening.ts';
import { AT, waitingEvents } from './testing/waiting.ts';

const INTERVAL = OVERLOADED[0]!;
/** Before the cold: the transformer has room for some of what is bought behind it, not for all. */
const ROOMY = INTERVAL - 8 * 900;
const GOOD: Conditions = {
  chain: { verified: true, detail: '' },
  rulesMismatch: null,
  telemetry: { live: true, detail: '' },
};

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-confirmation-'));
  store = await openStore(folder, 'the test');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

interface Options {
  readonly conditions?: Conditions;
  readonly impact?: ConfirmationDeskParts['grid']['impact'];
  readonly nowMs?: number;
  readonly locked?: boolean;
}

/** The desk on the town's grid with an area of its own, on which others have bought what the events say. */
function deskOn(events: readonly MarketEvent[], options: Options = {}) {
  const town = evening([ROOMY, INTERVAL]);
  town.market.applyBlock(0, events);
  const nowMs = options.nowMs ?? (ROOMY - 3600) * 1000;
  const { commands } = desks(town, store, { nowMs, locked: options.locked ?? false });
  const { market, grid } = town;
  const desk = new ConfirmationDesk({
    grid: {
      impact:
        options.impact ??
        (async (interval, already, changes) =>
          grid.impact({ interval, injection: market.injection(interval), already, changes })),
    },
    market: {
      waiting: () => market.flexibility.waiting(),
      isWaiting: id => market.flexibility.isWaiting(id),
      offerOf: id => market.flexibility.offerOf(id)?.offer ?? null,
      scheduleRevision: interval => market.scheduleRevision(interval),
      confirmationEndsAtMs: interval => (interval - 300) * 1000,
    },
    commands,
    conditions: () => options.conditions ?? GOOD,
    clock: { nowMs: () => nowMs },
    intervalHours: 0.25,
  });
  return { desk, commands, town };
}

const more = waitingEvents('1', INTERVAL, { direction: 'up' });
const less = waitingEvents('2', INTERVAL, { direction: 'down' });
const words = { code: REFUSAL.limitWouldBeViolated, words: 'The transformer is over its rating.' } as const;

describe('what waits', () => {
  test('is proposed where it relieves, and spoken against where it loads what is overloaded', async () => {
    const { parts } = await deskOn([...more, ...less]).desk.list();
    expect(parts.map(p => [p.part.partId, p.finding.proposal, p.finding.worst?.element])).toEqual([
      ['1', 'confirm', ELEMENT],
      ['2', 'refuse', ELEMENT],
    ]);
  });

  test('is listed by the time left, and no longer than it can be answered', async () => {
    const early = waitingEvents('3', ROOMY, { point: ELSEWHERE[0]! });
    const ids = async (nowMs: number) =>
      (await deskOn([...more, ...early], { nowMs }).desk.list()).parts.map(p => p.part.partId);
    expect(await ids((ROOMY - 301) * 1000)).toEqual(['3', '1']);
    expect(await ids((ROOMY - 300) * 1000)).toEqual(['1']);
  });

  test('beyond a bounded list is counted, and nothing is lost: it comes up later', async () => {
    const many = Array.from({ length: WAITING_LISTED_MAX + 7 }, (_, k) =>
      waitingEvents(`m${k}`, INTERVAL, { point: ELSEWHERE[k % ELSEWHERE.length]!, energyWh: 100n }),
    ).flat();
    const { parts, notListed } = await deskOn([...many, ...waitingEvents('first', ROOMY)]).desk.list();
    expect(parts).toHaveLength(WAITING_LISTED_MAX);
    expect(parts[0]?.part.partId).toBe('first');
    expect(notListed).toBe(8);
  });

  test('is checked once as long as neither its schedule nor what is decided changes', async () => {
    let asked = 0;
    const { desk, town } = deskOn(more, {
      impact: async () => {
        asked++;
        return { solved: false, missing: 'not asked for its sake', worst: null, broken: [] };
      },
    });
    await desk.list();
    await desk.list();
    expect(asked).toBe(1);
    town.market.setForecast(INTERVAL, { ...weather(INTERVAL), issuedAtMs: 1 });
    await desk.list();
    expect(asked).toBe(2);
  });
});

describe('a part whose effect is not known', () => {
  const cases: Record<string, [readonly MarketEvent[], Options]> = {
    'without a forecast': [waitingEvents('1', INTERVAL + 96 * 900), {}],
    'at a point of no network': [waitingEvents('1', INTERVAL, { point: 'NOWHERE' }), {}],
    'while the solver is lost': [
      more,
      {
        impact: async () => {
          throw new Error('The solver ended.');
        },
      },
    ],
    'on an unverified chain': [more, { conditions: { ...GOOD, chain: { verified: false, detail: 'x' } } }],
    'in a market of other rules': [more, { conditions: { ...GOOD, rulesMismatch: 'x' } }],
    'on stale data': [more, { conditions: { ...GOOD, telemetry: { live: false, detail: 'x' } } }],
  };
  test.each(Object.keys(cases))('is neither confirmed nor refused: %s', async name => {
    const [events, options] = cases[name]!;
    const { desk, commands } = deskOn(events, options);
    expect((await desk.list()).parts[0]?.finding).toMatchObject({ proposal: 'none', worst: null });
    const other = { code: REFUSAL.other, words: 'Better safe than sorry.' };
    const answers = [
      await desk.confirm('t1', '1', 'op'),
      await desk.refuse('t2', '1', words, 'op'),
      await desk.refuse('t3', '1', other, 'op'),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ accepted: false, reason: expect.stringContaining('not known') });
    expect(commands.orders()).toEqual([]);
  });
});

describe('an answer', () => {
  test('is recorded with the sentence of the check, its evidence and until when it may be sent', async () => {
    const { desk, commands } = deskOn(more);
    expect(await desk.confirm('token', '1', 'operator 1')).toEqual({ accepted: true, intentId: 'token' });
    expect(commands.orders()[0]).toMatchObject({
      by: 'operator 1',
      expiresAtMs: (INTERVAL - 300) * 1000,
      command: {
        type: 'confirm-flexibility',
        interval: INTERVAL,
        parts: [{ partId: '1', point: BEHIND[0], direction: 'up', energyWh: 1000n }],
        reason: expect.stringContaining(ELEMENT),
        evidence: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    const { rows } = store.read.audit({ text: '', offset: 0, limit: 10 });
    expect(rows.find(r => r.action === 'confirm-flexibility')?.detail).toContain(ELEMENT);
  });

  test('refuses with code and words; both are in the audit log', async () => {
    const { desk, commands } = deskOn(less);
    expect(await desk.refuse('token', '2', words, 'operator 1')).toMatchObject({ accepted: true });
    expect(commands.orders()[0]?.command).toMatchObject({
      type: 'refuse-flexibility',
      reasonCode: 1,
      reason: words.words,
    });
    const { rows } = store.read.audit({ text: '', offset: 0, limit: 10 });
    const detail = rows.find(r => r.action === 'refuse-flexibility')?.detail ?? '';
    expect(JSON.parse(detail)).toMatchObject({ reasonCode: 1, reason: words.words });
  });

  test('does not confirm what would make an overload worse', async () => {
    const { desk, commands } = deskOn(less);
    expect(await desk.confirm('t', '2', 'op')).toMatchObject({
      accepted: false,
      reason: expect.stringContaining(`It makes worse ${ELEMENT}`),
    });
    expect(commands.orders()).toEqual([]);
  });

  test('does not name a limit as its reason that the power flow does not find; another reason may be given', async () => {
    const { desk } = deskOn(more);
    expect(await desk.refuse('t1', '1', words, 'op')).toMatchObject({
      accepted: false,
      reason: expect.stringContaining('The reason does not hold.'),
    });
    const other = { code: REFUSAL.workInTheGrid, words: 'Switching at the station.' };
    expect(await desk.refuse('t2', '1', other, 'op')).toMatchObject({ accepted: true });
  });

  test('given twice acts once, and a second one to the same part is refused', async () => {
    const { desk, commands } = deskOn(more);
    const twice = [desk.confirm('t', '1', 'op'), desk.confirm('t', '1', 'op')];
    expect(await Promise.all(twice)).toEqual([
      { accepted: true, intentId: 't' },
      { accepted: true, intentId: 't' },
    ]);
    const other = { code: REFUSAL.other, words: 'Changed my mind about it.' };
    expect(await desk.refuse('t2', '1', other, 'op')).toMatchObject({ accepted: false });
    expect(commands.orders()).toHaveLength(1);
    expect((await desk.list()).parts[0]?.answer).toEqual({ type: 'confirm-flexibility', state: 'recorded' });
  });

  test('that failed can be given again', async () => {
    const { desk, commands } = deskOn(more);
    await desk.confirm('t', '1', 'op');
    await commands.progress({ id: 't', state: 'reverted', transactionHash: '0x1', reason: 'out of gas' });
    expect(await desk.confirm('t2', '1', 'op')).toMatchObject({ accepted: true });
  });

  test('is refused once the part has lapsed, was answered elsewhere, or while commands are locked', async () => {
    const late = deskOn(more, { nowMs: (INTERVAL - 300) * 1000 }).desk;
    expect(await late.confirm('t1', '1', 'op')).toMatchObject({ accepted: false });
    const { desk } = deskOn([...more, { type: 'reservation-ended', partId: '1', at: AT }]);
    expect(await desk.confirm('t2', '1', 'op')).toMatchObject({ accepted: false });
    const locked = deskOn(more, { locked: true }).desk;
    expect(await locked.confirm('t3', '1', 'op')).toMatchObject({
      accepted: false,
      reason: expect.stringContaining('Commands are locked.'),
    });
  });
});

test('two parts that fit alone and not together: the second is judged on top of the first, asked for at once or one by one', async () => {
  const [a, b] = [BEHIND[0]!, BEHIND[1]!];
  const [energyWh, direction] = [largestThatFits(a, b), 'down'] as const;
  const both = [
    ...waitingEvents('1', ROOMY, { point: a, energyWh, direction }),
    ...waitingEvents('2', ROOMY, { point: b, energyWh, direction }),
  ];
  const { desk, commands, town } = deskOn(both);
  expect((await desk.list()).parts.map(p => p.finding.proposal)).toEqual(['confirm', 'confirm']);
  const answers = await Promise.all([desk.confirm('t1', '1', 'op'), desk.confirm('t2', '2', 'op')]);
  expect(answers.map(answer => answer.accepted)).toEqual([true, false]);
  const proposals = async () => (await desk.list()).parts.map(p => [p.part.partId, p.finding.proposal]);
  expect(await proposals()).toEqual([
    ['1', 'confirm'],
    ['2', 'refuse'],
  ]);
  // In a block, and its event not read yet: neither waiting for the chain nor in the schedule.
  await commands.progress({ id: 't1', state: 'included', transactionHash: '0x1', reason: null });
  expect(await desk.confirm('t3', '2', 'op')).toMatchObject({ accepted: false });
  const { part } = town.market.flexibility.waiting()[0]!;
  town.market.applyBlock(1, [{ type: 'activation', activation: part }]);
  expect(await proposals()).toEqual([['2', 'refuse']]);
});

/** Energy that each of two points may take alone and not both. */
function largestThatFits(a: string, b: string): bigint {
  const { grid, market } = evening([ROOMY]);
  const fits = (changes: readonly string[], kw: number) =>
    grid.impact({
      interval: ROOMY,
      injection: market.injection(ROOMY),
      already: [],
      changes: changes.map(point => ({ point, kw: -kw })),
    }).broken.length === 0;
  for (let kw = 4; kw < 400; kw += 4)
    if (fits([a], kw) && fits([b], kw) && !fits([a, b], kw)) return BigInt(kw * 250);
  throw new Error('There is no such energy at these points.');
}
