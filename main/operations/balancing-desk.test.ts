import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FlexibilityOffer } from '../records/market.ts';
import { openStore, type Store } from '../store/service.ts';
import { BalancingDesk, type BalancingDeskParts } from './balancing-desk.ts';
import { desks } from './testing/desks.ts';
import { BEHIND, ELEMENT, evening, OVERLOADED, offer } from './testing/evening.ts';

const INTERVAL = OVERLOADED[0]!;

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-balancing-'));
  store = await openStore(folder, 'the test');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const balancing = (id: string, over: Partial<FlexibilityOffer> = {}) =>
  offer(id, INTERVAL, { product: 'balancing', ...over });
const relieving = balancing('up');
const loading = balancing('down', { direction: 'down', point: BEHIND[1]! });
const elsewhere = balancing('far', { point: 'NEXT-AREA' });
const congestion = offer('c', INTERVAL);

function deskOn(over: Partial<BalancingDeskParts> = {}) {
  const town = evening([INTERVAL]);
  const { market, grid } = town;
  market.applyBlock(
    0,
    [relieving, loading, elsewhere, congestion].map(one => ({ type: 'offer', offer: one })),
  );
  const { commands } = desks(town, store);
  const desk = new BalancingDesk({
    grid: {
      impact: async (interval, already, changes) =>
        grid.impact({ interval, injection: market.injection(interval), already, changes }),
    },
    market: {
      openOffers: interval => market.flexibility.openOffers(interval),
      isOfOurArea: point => point !== 'NEXT-AREA',
      confirmationEndsAtMs: interval => (interval - 300) * 1000,
      isWaiting: id => market.flexibility.isWaiting(id),
      offerOf: id => {
        const known = market.flexibility.offerOf(id)?.offer;
        return known && known.point !== 'NEXT-AREA' ? known : null;
      },
    },
    commands,
    conditions: () => ({
      chain: { verified: true, detail: '' },
      rulesMismatch: null,
      telemetry: { live: true, detail: '' },
    }),
    roles: () => ['dso', 'tso'],
    intervalHours: 0.25,
    ...over,
  });
  return { desk, commands };
}
const part = (offerId: string, energyWh = 1000n) => ({ offerId, energyWh });

test('balancing is bought for no element, and expires when delivery begins', async () => {
  const { desk, commands } = deskOn();
  expect(await desk.preview(INTERVAL, [part('up')])).toMatchObject({
    finding: { proposal: 'confirm', worst: { element: ELEMENT } },
    costMicroEur: 200_000n,
    elsewhere: 0,
  });
  expect(await desk.purchase('t', INTERVAL, [part('up')], 'operator 1')).toMatchObject({ accepted: true });
  expect(commands.orders()[0]).toMatchObject({
    expiresAtMs: INTERVAL * 1000,
    command: { type: 'purchase-flexibility', product: 'balancing', element: '', parts: [part('up')] },
  });
});

test('what balances the system and overloads the grid is not bought', async () => {
  const { desk, commands } = deskOn();
  expect(await desk.purchase('t', INTERVAL, [part('down')], 'op')).toMatchObject({
    accepted: false,
    reason: expect.stringContaining(ELEMENT),
  });
  expect(commands.orders()).toEqual([]);
});

test('what lies in another area is not judged here, waits there, and must be ordered in time for its operator', async () => {
  const { desk, commands } = deskOn();
  const parts = [part('up'), part('far')];
  expect(await desk.preview(INTERVAL, parts)).toMatchObject({
    finding: { proposal: 'confirm' },
    elsewhere: 1,
  });
  await desk.purchase('t', INTERVAL, parts, 'op');
  expect(commands.orders()[0]?.expiresAtMs).toBe((INTERVAL - 300) * 1000);
  // The part elsewhere excuses nothing of the part here.
  const mixed = await desk.preview(INTERVAL, [part('down'), part('far')]);
  expect(mixed.finding.proposal).toBe('refuse');
});

test('an offer of another product, one that is gone, and less than is sold are refused', async () => {
  const { desk } = deskOn();
  for (const parts of [[part('c')], [part('gone')], [part('up', 20_000n)], [part('up', 50n)]])
    expect(
      await desk.purchase(`t ${parts[0]?.offerId}${parts[0]?.energyWh}`, INTERVAL, parts, 'op'),
    ).toMatchObject({
      accepted: false,
    });
});

test('without the role of a transmission operator, without a solver or on stale data nothing is bought', async () => {
  const lost = async () => {
    throw new Error('The solver ended.');
  };
  const stale = {
    chain: { verified: true, detail: '' },
    rulesMismatch: null,
    telemetry: { live: false, detail: '9 s old' },
  };
  for (const over of [{ roles: () => ['dso'] }, { grid: { impact: lost } }, { conditions: () => stale }]) {
    const { desk, commands } = deskOn(over);
    expect(await desk.purchase('t', INTERVAL, [part('up')], 'op')).toMatchObject({ accepted: false });
    expect(commands.orders()).toEqual([]);
  }
});
