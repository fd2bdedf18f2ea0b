import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeBytes32String } from 'ethers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DIRECTION, PRODUCT } from '../../contracts/bindings/index.ts';
import { ConfirmationDesk } from './confirmation-desk.ts';
import { BEHIND, ELEMENT, evening, OVERLOADED, streetOffers } from './testing/evening.ts';
import { marketOnChain } from './testing/market-on-chain.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlock-orders-'));
const closing: (() => Promise<void> | void)[] = [];
const town = evening();
let onChain: Awaited<ReturnType<typeof marketOnChain>>;
beforeAll(async () => {
  onChain = await marketOnChain(town, folder, closing);
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

test('a market that was set up here tells rules that fit this console, and a meter for every point', async () => {
  const { market } = town;
  await expect.poll(() => BEHIND.filter(point => !market.hasMeter(point)), { timeout: 20_000 }).toEqual([]);
  expect(market.rulesMismatch()).toBeNull();
  expect(market.rules).toMatchObject({ objectionSeconds: 300, objectionCostMicroEur: 1_000_000n });
});

test('a plan for six quarter hours becomes six orders on the chain, and with them the transformer stays within its rating', async () => {
  await congestionOffers();
  const { period, commands } = onChain;
  const plan = await period.plan(ELEMENT);
  const orders = plan!.intervals.map(({ interval, parts }) => ({ interval, parts }));
  const answers = await period.purchase('token', ELEMENT, orders, 'operator 1');
  expect(answers.map(a => [a.interval, a.accepted])).toEqual(OVERLOADED.map(interval => [interval, true]));

  await expect.poll(() => commands.underWay().length, { timeout: 20_000 }).toBe(0);
  expect(commands.orders().map(intent => intent.state)).toEqual(OVERLOADED.map(() => 'included'));
  await expect.poll(() => town.market.flexibility.orders().length).toBe(OVERLOADED.length);
  const ordered = town.market.flexibility.orders();
  expect(ordered.map(o => [o.interval, o.element])).toEqual(OVERLOADED.map(interval => [interval, ELEMENT]));
  expect(ordered.map(o => o.activations.map(a => ({ offerId: a.offerId, energyWh: a.energyWh })))).toEqual(
    orders.map(o => o.parts),
  );

  town.reschedule();
  // No limit is at risk there any more.
  expect(await period.plan(ELEMENT)).toBeNull();
});

test('of two parts that a transmission operator buys, the one confirmed enters the schedule and the one refused is open again', async () => {
  const { street, transmission, send, account, clock, commands } = onChain;
  const { market, grid } = town;
  const interval = OVERLOADED[5]!;
  const points = BEHIND.slice(0, 2);
  await send(street, 'Flexibility', 'offer', [
    points.map(point => terms(point, interval, PRODUCT.BALANCING, 2000n)),
  ]);
  const balancing = () =>
    market.flexibility.openOffers(interval).filter(({ offer }) => offer.product === 'balancing');
  await expect.poll(() => balancing().length, { timeout: 20_000 }).toBe(2);
  const nothing = encodeBytes32String('');
  const ids = balancing().map(({ offer }) => BigInt(offer.id));
  await send(transmission, 'Flexibility', 'purchase', [
    interval,
    PRODUCT.BALANCING,
    ids,
    [1000n, 1500n],
    nothing,
    nothing,
  ]);
  const desk = new ConfirmationDesk({
    grid: {
      impact: async (at, already, changes) =>
        grid.impact({ interval: at, injection: market.injection(at), already, changes }),
    },
    market: {
      waiting: () =>
        market.flexibility.waiting().filter(({ part }) => market.areas.isOperatedBy(part.point, account)),
      isWaiting: id => market.flexibility.isWaiting(id),
      offerOf: id => market.flexibility.offerOf(id)?.offer ?? null,
      scheduleRevision: at => market.scheduleRevision(at),
      confirmationEndsAtMs: at => (at - 300) * 1000,
    },
    commands,
    conditions: () => ({
      chain: { verified: true, detail: '' },
      rulesMismatch: null,
      telemetry: { live: true, detail: '' },
    }),
    clock,
    intervalHours: 0.25,
  });
  await expect.poll(() => desk.open().length, { timeout: 20_000 }).toBe(2);
  const { parts } = await desk.list();
  expect(parts.map(p => [p.part.energyWh, p.order.product, p.finding.proposal])).toEqual([
    [1000n, 'balancing', 'confirm'],
    [1500n, 'balancing', 'confirm'],
  ]);
  const before = market.injection(interval)!.pMw.reduce((sum, p) => sum + p, 0);
  const [first, second] = parts.map(p => p.part.partId) as [string, string];
  const words = { code: 2, words: 'Switching in the street at that time.' } as const;
  expect(await desk.confirm('confirm-1', first, 'operator 1')).toMatchObject({ accepted: true });
  expect(await desk.refuse('refuse-2', second, words, 'operator 1')).toMatchObject({ accepted: true });

  await expect.poll(() => desk.open().length, { timeout: 20_000 }).toBe(0);
  // 1,000 Wh in a quarter of an hour are 4 kW.
  const after = market.injection(interval)!.pMw.reduce((sum, p) => sum + p, 0);
  expect(after - before).toBeCloseTo(0.004, 9);
  expect(balancing().map(o => o.remainingWh)).toEqual([1000n, 2000n]);
  await expect.poll(() => commands.underWay().length, { timeout: 20_000 }).toBe(0);
  expect(commands.orders().map(o => [o.command.type, o.state])).toEqual(
    expect.arrayContaining([
      ['confirm-flexibility', 'included'],
      ['refuse-flexibility', 'included'],
    ]),
  );
});

async function congestionOffers(): Promise<void> {
  const { street, send } = onChain;
  const offers = streetOffers(OVERLOADED);
  await send(street, 'Flexibility', 'offer', [
    offers.map(o => terms(o.point, o.interval, PRODUCT.CONGESTION, o.energyWh, o.priceMicroEurPerKwh)),
  ]);
  await expect
    .poll(() => OVERLOADED.reduce((n, i) => n + town.market.flexibility.openOffers(i).length, 0), {
      timeout: 30_000,
    })
    .toBe(offers.length);
}

function terms(
  point: string,
  interval: number,
  product: number,
  energyWh: bigint,
  priceMicroEurPerKwh = 200_000n,
) {
  return {
    point: encodeBytes32String(point),
    interval,
    product,
    direction: DIRECTION.UP,
    energyWh,
    priceMicroEurPerKwh,
    baselineNetWh: 0n,
  };
}
