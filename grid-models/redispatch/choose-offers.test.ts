import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseOffers } from './choose-offers.ts';
import { LEGAL_ORDER, leastCurtailment } from './curtailment.ts';
import { highsSolver } from './highs.ts';
import { type CurtailablePlant, chooseByRank, measureOfPlant } from './legal-curtailment.ts';
import type { LimitRow } from './limit-rows.ts';
import { type BlockOffer, eurPerHourOf, kwMaxOf, measureOf } from './offers.ts';
import { bestCorners, corners, violation } from './testing/vertices.ts';

const solver = await highsSolver();
const RULES = { roomPercent: 0, stepKw: 0, programmeSeconds: () => 20 };

/** What is left of rounding, relative for costs; violations add up a few rows, a kept limit weighs a hundred. */
const SAME_COST = 1e-9;
const SAME_VIOLATION = 1e-7;
/** Of ranks: equal plants of a rank are told apart by a millionth, and rows hold to the solver's tolerance over slopes of a hundredth. */
const SAME = 5e-4;
/** Two decimals: differences that are there can be seen. */
const number = (min: number, max: number) =>
  fc.integer({ min: Math.round(100 * min), max: Math.round(100 * max) }).map(n => n / 100);

function rowsOf(overs: readonly number[], slopes: readonly (readonly number[])[]): LimitRow[] {
  return overs.map((overPercent, r) => ({
    reading: {
      period: 0,
      limit: 'line-loading',
      element: `L${r}`,
      unit: '%',
      value: 100 + overPercent,
      limitValue: 100,
      margin: -overPercent,
      used: 1 + overPercent / 100,
      overPercent,
      percentPerUnit: 1,
    },
    isKept: overPercent <= 0,
    perKw: Float64Array.from(slopes[r]!),
  }));
}

const rowsFor = (measures: number) =>
  fc.integer({ min: 1, max: 3 }).chain(count =>
    fc
      .tuple(
        fc.array(number(-3, 12), { minLength: count, maxLength: count }),
        fc.array(fc.array(number(-0.9, 0.4), { minLength: measures, maxLength: measures }), {
          minLength: count,
          maxLength: count,
        }),
      )
      .map(([overs, slopes]) => rowsOf(overs, slopes)),
  );

function offer(
  id: string,
  blocks: readonly (readonly [kw: number, eurPerKwh: number])[],
  kwMin = 0,
): BlockOffer {
  return {
    id,
    bus: 0,
    period: 0,
    direction: 'up',
    blocks: blocks.map(([kw, eurPerKwh]) => ({ kw, eurPerKwh })),
    kwMin,
    rebound: [],
  };
}

function choose(offers: readonly BlockOffer[], rows: readonly LimitRow[]) {
  const at = { kw: new Float64Array(offers.length), keeps: false };
  const choice = chooseOffers(offers, offers.map(measureOf), solver, RULES)(rows, at);
  if (typeof choice === 'string') throw new Error(choice);
  return choice;
}

const offersWithMinimum = fc
  .array(fc.record({ kw: number(1, 30), eurPerKwh: number(0.02, 0.5), share: number(0, 1) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map(list =>
    list.map(({ kw, eurPerKwh, share }, k) =>
      offer(`o${k}`, [[kw, eurPerKwh]], share < 0.5 ? 0 : share * kw),
    ),
  );

test('the set violates least, and of the sets that violate as little it is the cheapest: as by trying every corner', () => {
  fc.assert(
    fc.property(
      offersWithMinimum.chain(offers => fc.tuple(fc.constant(offers), rowsFor(offers.length))),
      ([offers, rows]) => {
        const choice = choose(offers, rows);
        const quantities = offers.map(o => ({ kwMin: o.kwMin, kwMax: kwMaxOf(o) }));
        const cost = (q: readonly number[]) => offers.reduce((sum, o, k) => sum + eurPerHourOf(o, q[k]!), 0);
        const best = bestCorners(corners(quantities, rows), rows, [cost]);
        expect(Math.abs(violation(rows, [...choice.kw]) - best.violation)).toBeLessThan(SAME_VIOLATION);
        expect(Math.abs(choice.cost[0]! - best.costs[0]!)).toBeLessThan(SAME_COST * (1 + best.costs[0]!));
      },
    ),
  );
});

test('no quantity lies between nothing and the least that is offered', () => {
  fc.assert(
    fc.property(
      offersWithMinimum.chain(offers => fc.tuple(fc.constant(offers), rowsFor(offers.length))),
      ([offers, rows]) => {
        choose(offers, rows).kw.forEach((kw, k) => {
          const { kwMin } = offers[k]!;
          expect(kw === 0 || (kw >= kwMin - 1e-6 && kw <= kwMaxOf(offers[k]!) + 1e-9)).toBe(true);
        });
      },
    ),
  );
});

test('an offer that is left out is left out whole, not up to the tolerance of a whole number', () => {
  const offers = [offer('a', [[15.56, 0.27]], 15.56), offer('b', [[27.52, 0.08]], 23.392)];
  const { kw } = choose(offers, rowsOf([5.92, 0, 0], [[-0.1, 0], [0, 0], [0, 0]])); // biome-ignore format: one row a line
  expect(kw).toEqual(Float64Array.of(15.56, 0));
});

test('where another violation remains anyway, the cheaper of two whole offers that violate as little is taken, in whatever order', () => {
  const rows = rowsOf([2, 5], [[0, 0], [-1, -1]]); // biome-ignore format: one row a line
  const [dear, cheap] = [0.5, 0.1];
  for (const [a, b] of [
    [dear, cheap],
    [cheap, dear],
  ] as const) {
    // biome-ignore format: both orders
    const { kw } = choose([offer('a', [[10, a]], 10), offer('b', [[10, b]], 10)], rows);
    expect(kw).toEqual(a === cheap ? Float64Array.of(10, 0) : Float64Array.of(0, 10));
  }
});

test('price steps are paid in their order, also where a later one is cheaper', () => {
  const need = rowsOf([12], [[-1, -1]]);
  const falling = offer('a', [[10, 0.3], [10, 0.01]]); // biome-ignore format: steps in a line
  const flat = offer('b', [[20, 0.2]]);
  // 12 kW of a cost 3.02 €/h: the cheap step opens only behind the dear one. b alone costs 2.4 €/h.
  expect(choose([falling, flat], need)).toMatchObject({ kw: Float64Array.of(0, 12) });
  // 20 kW of a cost 3.1 €/h, of b 4 €/h.
  expect(choose([falling, flat], rowsOf([20], [[-1, -1]]))).toMatchObject({ kw: Float64Array.of(20, 0) });
});

test('equal offers are taken in the order of their ids', () => {
  const equal = ['a', 'b', 'c'].map(id => offer(id, [[10, 0.2]]));
  const { kw } = choose(equal, rowsOf([15], [[-1, -1, -1]]));
  expect([...kw].map(value => Number(value.toFixed(6)))).toEqual([10, 5, 0]);
});

test('the price of a limit is what its last percent costs', () => {
  const offers = [offer('a', [[10, 0.1]]), offer('b', [[10, 0.3]])];
  const rows = (over: number) => rowsOf([over, -5], [[-0.5, -0.5], [0.1, 0]]); // biome-ignore format: one row a line
  const { shadowEurPerPercentHour } = choose(offers, rows(7));
  expect(shadowEurPerPercentHour?.[0]).toBeCloseTo(0.3 / 0.5, 3);
  expect(shadowEurPerPercentHour?.[1]).toBeCloseTo(0, 6);
  const saved = choose(offers, rows(7)).cost[0]! - choose(offers, rows(6.9)).cost[0]!;
  expect(saved / 0.1).toBeCloseTo(0.3 / 0.5, 3);
});

const plantsAndRows = fc
  .array(fc.record({ rank: fc.constantFrom(...LEGAL_ORDER), kwMax: number(1, 30) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map(list =>
    list
      .map((p, k): CurtailablePlant => ({ ...p, id: `p${k}`, bus: 0, period: 0, direction: 'down' }))
      .sort((a, b) => LEGAL_ORDER.indexOf(a.rank) - LEGAL_ORDER.indexOf(b.rank)),
  )
  .chain(plants => fc.tuple(fc.constant(plants), rowsFor(plants.length)));

function curtail(plants: readonly CurtailablePlant[], rows: readonly LimitRow[]) {
  const at = { kw: new Float64Array(plants.length), keeps: false };
  const choice = chooseByRank(plants, plants.map(measureOfPlant), solver, RULES)(rows, at);
  if (typeof choice === 'string') throw new Error(choice);
  return choice;
}

test('over several limits no later rank gives a kilowatt that an earlier one could have spared: as by trying every corner', () => {
  fc.assert(
    fc.property(plantsAndRows, ([plants, rows]) => {
      const choice = curtail(plants, rows);
      const ofRank = [...LEGAL_ORDER]
        .reverse()
        .map(
          rank => (q: readonly number[]) =>
            plants.reduce((sum, plant, k) => (plant.rank === rank ? sum + q[k]! : sum), 0),
        );
      const quantities = plants.map(({ kwMax }) => ({ kwMin: 0, kwMax }));
      const best = bestCorners(corners(quantities, rows), rows, ofRank);
      expect(Math.abs(violation(rows, [...choice.kw]) - best.violation)).toBeLessThan(SAME);
      for (const [k, kw] of choice.cost.entries())
        expect(Math.abs(kw - best.costs[k]!)).toBeLessThan(20 * SAME);
    }),
  );
});

test('for one limit it is what the ranks give one after the other', () => {
  fc.assert(
    fc.property(plantsAndRows, ([plants, [row]]) => {
      if (!row || row.reading.overPercent <= 0) return;
      const choice = curtail(plants, [row]);
      const single = leastCurtailment(
        { value: 100 + row.reading.overPercent, limitValue: 100, isLower: false },
        plants.map((plant, k) => ({ ...plant, changePerKw: row.perKw[k]! })),
        row.reading.overPercent,
      );
      for (const [n, rank] of [...LEGAL_ORDER].reverse().entries()) {
        const kw = single.parts.reduce((sum, part) => (part.rank === rank ? sum + part.kw : sum), 0);
        expect(Math.abs(choice.cost[n]! - kw)).toBeLessThan(20 * SAME);
      }
    }),
  );
});
