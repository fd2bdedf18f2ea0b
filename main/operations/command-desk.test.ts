import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command, Intent, Interlock } from '../records/operations.ts';
import { CommandDesk } from './command-desk.ts';

const purchase = (offerId: string): Command => ({
  type: 'purchase-flexibility',
  interval: 900,
  product: 'congestion',
  parts: [{ offerId, energyWh: 500n }],
  element: 'T3',
  evidence: '',
});
const curtail = (point: string): Command => ({
  type: 'curtail',
  element: 'T3',
  terms: [
    {
      point,
      interval: 900,
      direction: 'down',
      energyWh: 500n,
      legalRank: 'renewable',
      compensationMicroEur: 0n,
    },
  ],
  reasonCode: 1,
  reason: 'the transformer is over its rating',
  marketOverride: '',
  evidence: '',
});

/** A desk over records in memory that behave like the store: the id is the key. */
function desk(
  options: {
    interlock?: Interlock;
    chain?: (id: string) => { accepted: true } | { accepted: false; reason: string };
  } = {},
) {
  const intents = new Map<string, Intent>();
  const sent: string[] = [];
  const made = new CommandDesk({
    interlock: () => options.interlock ?? { locked: false, reasons: [] },
    records: {
      recordIntent: async intent => {
        const known = intents.get(intent.id);
        if (known) return { intent: known, created: false };
        const recorded: Intent = { ...intent, state: 'recorded', transactionHash: null, failure: null };
        intents.set(intent.id, recorded);
        return { intent: recorded, created: true };
      },
      moveIntent: async move => {
        const moved = { ...(intents.get(move.id) as Intent), ...move };
        intents.set(move.id, moved);
        return moved;
      },
      intent: id => intents.get(id) ?? null,
      intents: ({ states }) =>
        [...intents.values()].filter(i => states === undefined || states.includes(i.state)),
    },
    chain: {
      submit: async id => {
        const answer = options.chain?.(id) ?? { accepted: true };
        if (answer.accepted) sent.push(id);
        return answer;
      },
    },
    clock: { nowMs: () => 1000 },
    wallClock: () => '2026-01-14T17:00:00Z',
  });
  return { desk: made, intents, sent };
}

test('the same confirmation, however often it arrives, is sent once', async () => {
  const { desk: d, sent } = desk();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => d.give('token-1', purchase('7'), 'operator 1', 5000)),
  );
  expect(answers.every(a => a.accepted)).toBe(true);
  expect(sent).toEqual(['token-1']);
});

test('a locked console refuses with every reason, and records nothing', async () => {
  const { desk: d, intents } = desk({
    interlock: {
      locked: true,
      reasons: [{ source: 'chain', reason: 'Block 7 failed the check "seals".', sinceMs: 0 }],
    },
  });
  expect(await d.give('t', purchase('7'), 'operator 1', 5000)).toEqual({
    accepted: false,
    reason: 'Commands are locked. Block 7 failed the check "seals".',
  });
  expect(intents.size).toBe(0);
});

test('what comes after its time is refused', async () => {
  expect(await desk().desk.give('t', purchase('7'), 'operator 1', 1000)).toMatchObject({ accepted: false });
});

test('a refusal by the chain is on record with its reason', async () => {
  const { desk: d, intents } = desk({
    chain: () => ({ accepted: false, reason: 'the contract refuses it: DeliveryStarted(900)' }),
  });
  expect(await d.give('t', purchase('7'), 'operator 1', 5000)).toMatchObject({
    accepted: false,
    reason: /DeliveryStarted/,
  });
  expect(intents.get('t')).toMatchObject({
    state: 'failed',
    failure: 'the contract refuses it: DeliveryStarted(900)',
  });
});

test('a confirmation that arrives again is answered with what became of the first', async () => {
  const { desk: d } = desk({
    chain: id => (id === 'bad' ? { accepted: false, reason: 'sold' } : { accepted: true }),
  });
  await d.give('good', purchase('7'), 'operator 1', 5000);
  await d.give('bad', purchase('8'), 'operator 1', 5000);
  expect(d.answerTo('good')).toEqual({ accepted: true, intentId: 'good' });
  expect(d.answerTo('bad')).toEqual({ accepted: false, reason: 'sold' });
  expect(d.answerTo('new')).toBeNull();
  expect(d.underWay().map(i => i.id)).toEqual(['good']);
});

test('two answers to one part and two objections to one batch are never on their way together', async () => {
  const parts = [{ partId: '1', point: 'P', direction: 'up' as const, energyWh: 500n }];
  const answer = { interval: 900, parts, reason: 'why', evidence: '' };
  const objection: Command = { type: 'object-to-batch', batchId: '7', interval: 900, problem: 'fees' };
  const { desk: d, sent } = desk();
  await d.give('a', { type: 'confirm-flexibility', ...answer }, 'operator 1', 5000);
  expect(
    await d.give('b', { type: 'refuse-flexibility', ...answer, reasonCode: 2 }, 'operator 1', 5000),
  ).toMatchObject({ accepted: false, reason: expect.stringContaining('Part 1 is part of another command') });
  await d.give('c', objection, 'operator 1', 5000);
  expect(await d.give('d', objection, 'operator 1', 5000)).toMatchObject({ accepted: false });
  expect(await d.give('e', { ...objection, batchId: '8' }, 'operator 1', 5000)).toMatchObject({
    accepted: true,
  });
  expect(sent).toEqual(['a', 'c', 'e']);
});

test('of random commands, no two on one offer or one point are ever on their way together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ curtails: fc.boolean(), target: fc.constantFrom('a', 'b', 'c'), lands: fc.boolean() }),
        { maxLength: 20 },
      ),
      async steps => {
        const { desk: d, intents, sent } = desk();
        for (const [k, step] of steps.entries()) {
          const command = step.curtails ? curtail(step.target) : purchase(step.target);
          await d.give(`t${k}`, command, 'operator 1', 5000);
          const open = [...intents.values()].filter(i => i.state === 'recorded' || i.state === 'sent');
          const targets = open.map(i =>
            i.command.type === 'curtail'
              ? `point ${i.command.terms[0]?.point}`
              : i.command.type === 'purchase-flexibility'
                ? `offer ${i.command.parts[0]?.offerId}`
                : '',
          );
          expect(new Set(targets).size).toBe(targets.length);
          const last = sent.at(-1);
          if (step.lands && last)
            await d.progress({ id: last, state: 'included', transactionHash: '0x1', reason: null });
        }
      },
    ),
  );
});
