import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEGAL_ORDER, leastCurtailment, type Plant, skippedRanks } from './curtailment.ts';
import { cheapestRelief, needOf, type ReliefOffer, rankOffers } from './relief.ts';

const element = { value: 113, limitValue: 100, isLower: false };

const offers = fc.array(
  fc.record({
    kwMax: fc.double({ min: 0.5, max: 200, noNaN: true }),
    eurPerKwh: fc.double({ min: 0.01, max: 1, noNaN: true }),
    changePerKw: fc.double({ min: -0.5, max: 0.2, noNaN: true }),
  }),
  { maxLength: 7 },
);
const named = (list: readonly Omit<ReliefOffer, 'id'>[]): ReliefOffer[] =>
  list.map((o, k) => ({ ...o, id: `o${k}` }));

/** The same linear programme by its corners: with one constraint, at most one offer is taken in part. */
function cheapestByCorners(list: readonly ReliefOffer[], need: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let whole = 0; whole < 1 << list.length; whole++) {
    for (let part = -1; part < list.length; part++) {
      if (part >= 0 && (whole >> part) & 1) continue;
      let relief = 0;
      let cost = 0;
      list.forEach((o, k) => {
        if (!((whole >> k) & 1)) return;
        relief -= o.changePerKw * o.kwMax;
        cost += o.eurPerKwh * o.kwMax;
      });
      const partial = list[part];
      if (partial && partial.changePerKw < 0) {
        const kw = Math.min(partial.kwMax, Math.max(0, (need - relief) / -partial.changePerKw));
        relief -= partial.changePerKw * kw;
        cost += partial.eurPerKwh * kw;
      }
      if (relief >= need - 1e-9) best = Math.min(best, cost);
    }
  }
  return best;
}

test('the set taken is the cheapest of all sets that clear the limit', () => {
  fc.assert(
    fc.property(offers, fc.double({ min: 0.1, max: 30, noNaN: true }), (list, need) => {
      const set = cheapestRelief(element, rankOffers(element, named(list)), need);
      const best = cheapestByCorners(named(list), need);
      expect(set.clears).toBe(Number.isFinite(best));
      if (set.clears) expect(set.eurPerHour).toBeCloseTo(best, 6);
    }),
  );
});

test('no offer is taken beyond what it has, and none that makes things worse', () => {
  fc.assert(
    fc.property(offers, fc.double({ min: 0.1, max: 30, noNaN: true }), (list, need) => {
      const all = named(list);
      for (const part of cheapestRelief(element, rankOffers(element, all), need).parts) {
        const offer = all.find(o => o.id === part.id);
        expect(part.kw).toBeGreaterThan(0);
        expect(part.kw).toBeLessThanOrEqual(offer?.kwMax ?? 0);
        expect(offer?.changePerKw).toBeLessThan(0);
      }
    }),
  );
});

test('the ranking does not depend on the order in which offers came', () => {
  fc.assert(
    fc.property(offers, list => {
      const all = named(list);
      expect(rankOffers(element, [...all].reverse())).toEqual(rankOffers(element, all));
    }),
  );
});

test('a low voltage is relieved by what raises it', () => {
  const low = { value: 0.88, limitValue: 0.9, isLower: true };
  expect(needOf(low, 0.002)).toBeCloseTo(0.022);
  const [best] = rankOffers(low, [
    { id: 'down', kwMax: 10, eurPerKwh: 0.1, changePerKw: -0.001 },
    { id: 'up', kwMax: 10, eurPerKwh: 0.4, changePerKw: 0.001 },
  ]);
  expect(best).toMatchObject({ id: 'up', relief: 0.01 });
});

const plants = fc.array(
  fc.record({
    rank: fc.constantFrom(...LEGAL_ORDER),
    kwMax: fc.double({ min: 0.5, max: 100, noNaN: true }),
    changePerKw: fc.double({ min: -0.5, max: 0.2, noNaN: true }),
  }),
  { maxLength: 12 },
);

test('a rank is touched only when all that relieves in the ranks before it is used up', () => {
  fc.assert(
    fc.property(plants, fc.double({ min: 0.1, max: 60, noNaN: true }), (list, need) => {
      const all: Plant[] = list.map((p, k) => ({ ...p, id: `p${k}` }));
      const { parts } = leastCurtailment(element, all, need);
      expect(skippedRanks(element, all, new Map(parts.map(p => [p.id, p.kw])))).toEqual([]);
    }),
  );
});

test('choosing a plant of a later rank by hand names the ranks that were skipped', () => {
  const all: Plant[] = [
    { id: 'a', rank: 'conventional', kwMax: 10, changePerKw: -0.1 },
    { id: 'b', rank: 'chp', kwMax: 10, changePerKw: 0.1 },
    { id: 'c', rank: 'renewable', kwMax: 10, changePerKw: -0.1 },
  ];
  expect(skippedRanks(element, all, new Map([['c', 5]]))).toEqual(['conventional']);
  expect(
    skippedRanks(
      element,
      all,
      new Map([
        ['a', 10],
        ['c', 5],
      ]),
    ),
  ).toEqual([]);
});
