import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FlexibilityOffer } from '../records/market.ts';
import { openStore, type Store } from '../store/service.ts';
import { soldWh } from './order-terms.ts';
import { type DeskOptions, desks } from './testing/desks.ts';
import {
  BEHIND,
  ELEMENT,
  ELSEWHERE,
  evening,
  OVERLOADED,
  offer,
  RELIEF,
  streetOffers,
} from './testing/evening.ts';

const INTERVAL = OVERLOADED[0]!;

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-relief-'));
  store = await openStore(folder, 'the test');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function deskOn(
  offers: readonly FlexibilityOffer[],
  options: (town: ReturnType<typeof evening>) => DeskOptions,
) {
  const town = evening([INTERVAL]);
  town.market.applyBlock(
    0,
    offers.map(one => ({ type: 'offer', offer: one })),
  );
  return desks(town, store, options(town)).desk;
}
const asItIs = (): DeskOptions => ({});

/** 100 kW each from the other end of the town: they move the transformer by the losses they save upstream. */
const farOffers = ELSEWHERE.map((point, k) => offer(`far${k}`, INTERVAL, { point, energyWh: 25_000n }));

test('an offer whose relief cannot be seen does not relieve and stands last, however cheap', async () => {
  const cheap = farOffers.map(o => ({ ...o, priceMicroEurPerKwh: 1n }));
  const list = (await deskOn([...cheap, ...streetOffers([INTERVAL])], asItIs).offers(ELEMENT, INTERVAL))!;
  expect(list.offers.map(o => o.eurPerUnit !== null)).toEqual([
    ...BEHIND.map(() => true),
    ...farOffers.map(() => false),
  ]);
});

test('a set that falls short is not filled up with offers from elsewhere', async () => {
  const desk = deskOn([...farOffers, ...streetOffers([INTERVAL], 500n)], asItIs);
  const list = (await desk.offers(ELEMENT, INTERVAL))!;
  expect(list.clears).toBe(false);
  const proposed = list.offers.filter(o => o.proposedWh > 0n);
  expect(proposed.map(o => o.offer.point).sort()).toEqual([...BEHIND].sort());
});

test('where all offers are too small to be seen, they are what there is', async () => {
  const list = (await deskOn(streetOffers([INTERVAL], 20n), asItIs).offers(ELEMENT, INTERVAL))!;
  expect(list.offers.every(o => o.proposedWh === 20n && o.eurPerUnit !== null)).toBe(true);
});

test('where the power flow finds less relief than the slopes said, more is taken until it clears', async () => {
  // A grid that answers with half of what its slopes promise.
  const desk = deskOn(streetOffers([INTERVAL]), ({ grid }) => ({
    grid: {
      effect: async (...question) => {
        const effect = grid.effect(...question);
        return { ...effect, after: (effect.before + effect.after) / 2 };
      },
    },
  }));
  const list = (await desk.offers(ELEMENT, INTERVAL))!;
  const set = await desk.clearing(ELEMENT, INTERVAL, list);
  if (set.problem !== null) throw new Error(set.problem);
  const sum = (parts: readonly { readonly energyWh: bigint }[]) => parts.reduce((s, p) => s + p.energyWh, 0n);
  const first = list.offers.map(o => ({ energyWh: o.proposedWh }));
  expect(set.effect.after).toBeLessThanOrEqual(100);
  expect(Number(sum(set.parts)) / Number(sum(first))).toBeGreaterThan(1.2);
});

test('a set that would violate another limit is no clearing set, and says which', async () => {
  const desk = deskOn(streetOffers([INTERVAL]), ({ grid }) => ({
    grid: {
      effect: async (...question) => ({ ...grid.effect(...question), newViolations: ['L4 line-loading'] }),
    },
  }));
  const list = (await desk.offers(ELEMENT, INTERVAL))!;
  expect(await desk.clearing(ELEMENT, INTERVAL, list)).toEqual({
    problem: 'The set itself would violate L4 line-loading.',
  });
});

test('where the cheapest set would violate another limit, the cheapest for all limits together is proposed', async () => {
  // The power flow is the town's, but the cheap offer is said to overload the line it comes through.
  const cheap = offer('cheap', INTERVAL, { point: BEHIND[0]!, priceMicroEurPerKwh: 1n });
  const desk = deskOn([cheap, ...streetOffers([INTERVAL])], ({ grid, market }) => ({
    grid: {
      effect: async (interval, element, changes) => ({
        ...grid.effect(interval, element, changes),
        newViolations: changes.some(c => c.point === BEHIND[0]) ? ['L4 line-loading'] : [],
      }),
      relief: async (interval, offers, stepKw) =>
        RELIEF.find(
          {
            what: 'offers',
            injection: market.injection(interval)!,
            offers: offers.filter(o => o.point !== BEHIND[0]),
            stepKw,
          },
          () => Number.POSITIVE_INFINITY,
        ),
    },
  }));
  const list = (await desk.offers(ELEMENT, INTERVAL))!;
  expect(list.offers.filter(o => o.proposedWh > 0n).map(o => o.offer.id)).toEqual(['cheap']);
  const set = await desk.clearing(ELEMENT, INTERVAL, list);
  if (set.problem !== null) throw new Error(set.problem);
  expect(set.effect.after).toBeLessThanOrEqual(100);
  expect(set.parts.map(part => part.offerId)).not.toContain('cheap');
  expect(set.parts.every(part => part.energyWh > 0n && part.energyWh % 10n === 0n)).toBe(true);
  expect(set.effect.costMicroEur).toBeGreaterThan(0n);
});

test('where no set keeps all limits, both reasons are said', async () => {
  const desk = deskOn(streetOffers([INTERVAL]), ({ grid }) => ({
    grid: {
      effect: async (...question) => ({ ...grid.effect(...question), newViolations: ['L4 line-loading'] }),
      relief: async () => ({
        restored: false,
        kw: new Map(),
        optimal: true,
        message: 'L4 keeps 3 % too much.',
      }),
    },
  }));
  const list = (await desk.offers(ELEMENT, INTERVAL))!;
  expect(await desk.clearing(ELEMENT, INTERVAL, list)).toEqual({
    problem: 'The set itself would violate L4 line-loading. L4 keeps 3 % too much.',
  });
});

test('offers of another product are not for the desk', async () => {
  const balancing = streetOffers([INTERVAL]).map(o => ({ ...o, product: 'balancing' as const }));
  const desk = deskOn(balancing, asItIs);
  expect((await desk.offers(ELEMENT, INTERVAL))!.offers).toEqual([]);
  const parts = [{ offerId: balancing[0]!.id, energyWh: 500n }];
  expect(await desk.purchase('id', ELEMENT, INTERVAL, parts, 'operator 1')).toMatchObject({
    accepted: false,
  });
});

test('less of an offer than the contract sells is neither proposed nor bought, unless no more is left', async () => {
  const desk = deskOn([offer('1', INTERVAL), offer('2', INTERVAL, { energyWh: 60n })], asItIs);
  const bought = (offerId: string, energyWh: bigint) =>
    desk.purchase(offerId, ELEMENT, INTERVAL, [{ offerId, energyWh }], 'operator 1');
  expect(await bought('1', 90n)).toEqual({
    accepted: false,
    reason: 'Less than 100 Wh of offer 1 is not sold.',
  });
  expect(await bought('2', 60n)).toMatchObject({ accepted: true });
  const proposed = (await deskOn(streetOffers([INTERVAL]), asItIs).offers(ELEMENT, INTERVAL))!.offers.filter(
    o => o.proposedWh > 0n,
  );
  expect(proposed.length).toBeGreaterThan(0);
  expect(proposed.every(o => o.proposedWh >= 100n)).toBe(true);
  // As the last of a set that needs a little more of it.
  expect(soldWh(10n, 10_000n)).toBe(100n);
  expect(soldWh(10n, 60n)).toBe(60n);
});
