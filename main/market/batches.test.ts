import { expect, test } from 'vitest';
import type { MarketEvent } from '../records/market.ts';
import { Batches } from './batches.ts';
import { Names } from './names.ts';
import { at } from './testing/builders.ts';

const names = new Names();
names.setParticipant({
  account: '0xBroker',
  number: 4,
  name: 'Valley Aggregator',
  roles: [],
  suspended: false,
});

const settled = (problem: string): MarketEvent => ({
  type: 'batch-settled',
  batchId: '7',
  interval: 900,
  settledBy: '0xbroker',
  problem,
  at: at(1),
});

test('nets that are not ours are a trouble until they are put right', () => {
  const batches = new Batches(names);
  batches.apply(settled('grid fees of 5 µ€ instead of 6 µ€'));
  expect(batches.troubles()).toEqual([
    {
      batchId: '7',
      interval: 900,
      kind: 'differs',
      detail: 'Given by Valley Aggregator: grid fees of 5 µ€ instead of 6 µ€',
      atMs: at(1).atMs,
      objectable: true,
    },
  ]);
  batches.apply({
    type: 'batch-objected',
    batchId: '7',
    interval: 900,
    objector: '0xa',
    answerUntilMs: 9,
    at: at(2),
  });
  expect(batches.troubles()[0]?.kind).toBe('objected');
  batches.apply(settled(''));
  expect(batches.troubles()).toEqual([]);
});

test('a batch that cannot be read says how many trades stay on hold and whose they are, by name', () => {
  const batches = new Batches(names);
  const problem = 'the envelope is not for this key';
  const unreadable = { batchId: '8', interval: 900, submitter: '0xbroker', trades: 3, problem, at: at(1) };
  batches.apply({ type: 'batch-unreadable', ...unreadable });
  expect(batches.troubles()[0]).toMatchObject({
    kind: 'unreadable',
    detail: '3 trades by Valley Aggregator: the envelope is not for this key',
  });
  batches.forgetBefore(1800);
  expect(batches.troubles()).toEqual([]);
});
