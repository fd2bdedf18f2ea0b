import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { DEMONSTRATION_TARIFF } from '../../../grid-models/tariff/demonstration-tariff.ts';
import { BEHIND, evening, NETWORK, OVERLOADED, POINTS } from '../../operations/testing/evening.ts';
import { startSolver } from '../solver/solver.ts';
import { Relief, ReliefError } from './relief.ts';

const PEAK = OVERLOADED[3]!;
const { market } = evening([PEAK]);
const offers = BEHIND.map((point, k) => ({
  id: `o${k}`,
  point,
  direction: 'up' as const,
  kw: 40,
  eurPerKwh: 0.2 + 0.01 * k,
}));

/** A thread that answers each question with its number, one that computes for ever, and one that dies of the first question. */
const PROGRAMMES = {
  answers: `let n = 0; const { parentPort } = require('node:worker_threads');
    parentPort.on('message', () => parentPort.postMessage({ ok: true, found: { restored: true, kw: new Map(), optimal: true, message: String(++n) } }));`,
  computes: `require('node:worker_threads').parentPort.on('message', () => { for (;;); });`,
  dies: `require('node:worker_threads').parentPort.on('message', () => process.exit(3));`,
  throws: `require('node:worker_threads').parentPort.on('message', () => { throw new RangeError('out of memory'); });`,
};

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const one of open.splice(0)) await one.close();
});

/** @param threads what the first, the second … thread does; the last of them for all that follow */
function reliefOf(...threads: (keyof typeof PROGRAMMES)[]) {
  const started: Worker[] = [];
  const relief = new Relief({ network: NETWORK }, market, {
    start: () => {
      const programme = PROGRAMMES[threads[started.length] ?? threads.at(-1)!];
      started.push(new Worker(programme, { eval: true }));
      return started.at(-1)!;
    },
  });
  open.push(relief);
  return { relief, started };
}

test('verdicts go on while relief works', async () => {
  const solver = await startSolver({
    network: NETWORK,
    policy: { oneLeg: 'reject', resolutionWh: 10 },
    tariff: DEMONSTRATION_TARIFF,
    networkVersion: 'test',
  });
  open.push(solver);
  await solver.setSchedule(PEAK, market.injection(PEAK)!);
  const { relief } = reliefOf('computes');
  let answered = false;
  const asked = relief.offers(PEAK, offers, 0.04).finally(() => {
    answered = true;
  });
  asked.catch(() => {});
  const trade = { id: '1', sellerPoint: POINTS[0]!.id, buyerPoint: POINTS[1]!.id, energyWh: 100 };
  for (let turn = 0; turn < 3; turn++) expect(await solver.judge(PEAK, [trade])).toHaveLength(1);
  expect(answered).toBe(false);
});

test('the thread answers as the mathematics does, and starts with the first question only', async () => {
  let threads = 0;
  const { start } = realThread(() => threads++);
  const relief = new Relief({ network: NETWORK }, market, { start });
  open.push(relief);
  expect(threads).toBe(0);
  const found = await relief.offers(PEAK, offers, 0.04);
  expect(found).toMatchObject({ restored: true, optimal: true });
  expect([...found.kw.keys()].length).toBeGreaterThan(0);
  expect(await relief.offers(PEAK + 86_400, offers, 0.04)).toMatchObject({
    restored: false,
    message: 'There is no forecast for this interval yet.',
  });
  expect(await relief.curtailment(PEAK, [], 0.04)).toMatchObject({ restored: false, kw: new Map() });
  expect(threads).toBe(1);
});

test('when the time is up, the answer says so', async () => {
  const relief = new Relief({ network: NETWORK }, market, { ...realThread(), secondsMax: 0 });
  open.push(relief);
  expect(await relief.offers(PEAK, offers, 0.04)).toMatchObject({
    restored: false,
    optimal: false,
    message: expect.stringMatching(/The time for relief was up\.$/),
  });
});

test('who takes a question back waits no longer, its thread ends, and the next question has another', async () => {
  const { relief, started } = reliefOf('computes', 'answers');
  const leaving = new AbortController();
  const asked = relief.offers(PEAK, offers, 0.04, leaving.signal);
  const next = relief.offers(PEAK, offers, 0.04);
  const ended = once(started[0]!, 'exit');
  leaving.abort(new Error('The operator left.'));
  await expect(asked).rejects.toThrow('The operator left.');
  await ended;
  expect((await next).message).toBe('1');
  expect(started).toHaveLength(2);
});

test('a question that still waits is taken back without disturbing the one that is worked on', async () => {
  const { relief, started } = reliefOf('answers');
  const first = relief.offers(PEAK, offers, 0.04);
  const leaving = new AbortController();
  const second = relief.offers(PEAK, offers, 0.04, leaving.signal);
  leaving.abort(new Error('The operator left.'));
  const third = relief.offers(PEAK, offers, 0.04);
  await expect(second).rejects.toThrow('The operator left.');
  expect([(await first).message, (await third).message]).toEqual(['1', '2']);
  expect(started).toHaveLength(1);
  await expect(relief.offers(PEAK, offers, 0.04, leaving.signal)).rejects.toThrow('The operator left.');
});

test.each([
  ['dies', 'Relief ended.'],
  ['throws', 'Relief stopped: out of memory'],
] as const)(
  'a thread that %s fails its question only, in words, and the next has another',
  async (way, message) => {
    const { relief } = reliefOf(way, 'answers');
    const [first, second] = [relief.offers(PEAK, offers, 0.04), relief.curtailment(PEAK, [], 0.04)];
    await expect(first).rejects.toEqual(new ReliefError(message));
    expect((await second).message).toBe('1');
  },
);

test('a thread that gives no answer is ended some time after its own limit', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { relief, started } = reliefOf('computes');
  const asked = relief.offers(PEAK, offers, 0.04);
  const ended = once(started[0]!, 'exit');
  vi.advanceTimersByTime(14_999);
  vi.advanceTimersByTime(1);
  await expect(asked).rejects.toEqual(new ReliefError('Relief gave no answer within 15 s.'));
  await ended;
});

test('more questions than anybody waits for are refused', async () => {
  const { relief } = reliefOf('computes');
  const asked = Array.from({ length: 22 }, () => relief.offers(PEAK, offers, 0.04));
  for (const one of asked) one.catch(() => {});
  await expect(asked[21]).rejects.toThrow('20 questions for relief are waiting already');
  await relief.close();
  for (const one of asked.slice(0, 21)) await expect(one).rejects.toThrow('The console is closing.');
  await expect(relief.offers(PEAK, offers, 0.04)).rejects.toThrow('The console is closing.');
});

function realThread(onStart = () => {}) {
  return {
    start: () => {
      onStart();
      return new Worker(new URL('./worker.ts', import.meta.url), { workerData: { network: NETWORK } });
    },
  };
}
