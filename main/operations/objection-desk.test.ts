import { expect, test } from 'vitest';
import type { BatchTrouble } from '../records/market.ts';
import type { Command, Intent } from '../records/operations.ts';
import { ObjectionDesk, type ObjectionTerms } from './objection-desk.ts';

const wrong: BatchTrouble = {
  batchId: '7',
  interval: 900,
  kind: 'differs',
  detail: 'Given by 0xbroker: grid fees of 5 µ€ instead of 6 µ€',
  atMs: 2_000_000,
  objectable: true,
};

const TERMS: ObjectionTerms = { objectionSeconds: 300, objectionCostMicroEur: 1_000_000n };

function deskOn(
  troubles: readonly BatchTrouble[],
  orders: readonly Intent[] = [],
  terms: () => ObjectionTerms | null = () => TERMS,
) {
  const given: { id: string; command: Command; expiresAtMs: number }[] = [];
  const desk = new ObjectionDesk({
    market: { troubles: () => troubles, objectionTerms: terms },
    commands: {
      answerTo: id => (id === 'known' ? { accepted: true, intentId: id } : null),
      give: async (id, command, _by, expiresAtMs) => {
        given.push({ id, command, expiresAtMs });
        return { accepted: true, intentId: id };
      },
      orders: () => orders,
    },
  });
  return { desk, given };
}

test('nets that differ can be objected to until the objection time is over, with the problem on record', async () => {
  const { desk, given } = deskOn([wrong]);
  expect(desk.list()).toMatchObject([{ batchId: '7', objectUntilMs: 2_300_000, objection: null }]);
  expect(await desk.objectTo('t', '7', 'op')).toEqual({ accepted: true, intentId: 't' });
  expect(given).toEqual([
    {
      id: 't',
      expiresAtMs: 2_300_000,
      command: { type: 'object-to-batch', batchId: '7', interval: 900, problem: wrong.detail },
    },
  ]);
});

test('what cannot be read, is objected to, void or shown by daylight is not objected to, nor is an unknown batch', async () => {
  const troubles = (['unreadable', 'objected', 'void'] as const).map(kind => ({
    ...wrong,
    batchId: kind,
    kind,
  }));
  const shown = { ...wrong, batchId: 'shown', objectable: false };
  const { desk, given } = deskOn([...troubles, shown]);
  expect(desk.list().map(t => t.objectUntilMs)).toEqual([null, null, null, null]);
  for (const id of ['unreadable', 'objected', 'void', 'shown', 'unknown'])
    expect(await desk.objectTo('t', id, 'op')).toMatchObject({ accepted: false });
  expect(given).toEqual([]);
});

test('until the market has told its terms nothing can be objected to; then it is objected to on those', async () => {
  let terms: ObjectionTerms | null = null;
  const { desk, given } = deskOn([wrong], [], () => terms);
  expect(desk.terms).toBeNull();
  expect(desk.list()[0]?.objectUntilMs).toBeNull();
  expect(await desk.objectTo('t', '7', 'op')).toMatchObject({
    accepted: false,
    reason: expect.stringContaining('not known yet'),
  });
  expect(given).toEqual([]);
  terms = { ...TERMS, objectionSeconds: 60 };
  expect(desk.list()[0]?.objectUntilMs).toBe(2_060_000);
  expect(await desk.objectTo('u', '7', 'op')).toMatchObject({ accepted: true });
  expect(given).toMatchObject([{ expiresAtMs: 2_060_000 }]);
});

test('an objection on its way is shown at its batch, and a repeated confirmation gets its first answer', async () => {
  const command: Command = { type: 'object-to-batch', batchId: '7', interval: 900, problem: '' };
  const intent: Intent = {
    id: 'i',
    by: 'op',
    command,
    recordedAtMs: 0,
    expiresAtMs: 0,
    state: 'sent',
    transactionHash: null,
    failure: null,
  };
  const { desk, given } = deskOn([wrong], [intent]);
  expect(desk.list()[0]?.objection).toBe('sent');
  await desk.objectTo('known', '7', 'op');
  expect(given).toEqual([]);
});
