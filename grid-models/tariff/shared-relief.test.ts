import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../network/build.ts';
import { solve } from '../power-flow/solve.ts';
import { highsSolver } from '../redispatch/highs.ts';
import type { BlockOffer } from '../redispatch/offers.ts';
import { reliefCostAlong, type ScaledTrade } from '../redispatch/relief-cost.ts';
import { restoreLimits } from '../redispatch/restore-limits.ts';
import { networkLimits } from '../security/limits.ts';
import { B, type FeederOptions, feeder } from '../sensitivity/testing/feeder.ts';
import { sensitivities } from '../sensitivity/voltage-and-flow.ts';
import { DEMONSTRATION_TARIFF } from './demonstration-tariff.ts';
import { feeOf, nodalPrices, nodalPricesOfRelief } from './nodal-fee.ts';
import {
  type CostAt,
  feesWithSharedRelief,
  type ReliefShares,
  shareAlongRay,
  shareCost,
} from './shared-relief.ts';

const solver = await highsSolver();

/** max_j (a_j + Σ_i b_ji·λ): any convex, piecewise linear cost; odd trades burden voltages, even ones loadings. */
function costOf(planes: readonly { readonly at: number; readonly by: readonly number[] }[]) {
  return (scale: number): CostAt => {
    const values = planes.map(({ at, by }) => at + scale * by.reduce((sum, b) => sum + b, 0));
    const eurPerHour = Math.max(...values);
    const { by } = planes[values.indexOf(eurPerHour)]!;
    return {
      eurPerHour,
      congestion: Float64Array.from(by, (b, i) => (i % 2 === 0 ? b : 0)),
      voltage: Float64Array.from(by, (b, i) => (i % 2 === 0 ? 0 : b)),
    };
  };
}

const planes = fc.integer({ min: 1, max: 5 }).chain(trades =>
  fc.array(
    fc.record({
      at: fc.integer({ min: -40, max: 10 }),
      by: fc.array(fc.integer({ min: -20, max: 40 }), { minLength: trades, maxLength: trades }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
);

function shared(costAt: (scale: number) => CostAt | null, trades: number): ReliefShares {
  const shares = shareAlongRay(costAt, trades);
  if (!shares) throw new Error('the cost is not known');
  return shares;
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

test('shares are the marginal price times the own effect, averaged along the ray, and cover what the trades cost', () => {
  fc.assert(
    fc.property(planes, list => {
      const costAt = costOf(list);
      const trades = list[0]!.by.length;
      const { congestion, voltage, withTrades, withoutTrades } = shared(costAt, trades);
      expect(sum(congestion) + sum(voltage)).toBeCloseTo(withTrades - withoutTrades, 6);
      const pieces = 2000;
      for (let i = 0; i < trades; i++) {
        let mean = 0;
        for (let n = 0; n < pieces; n++) {
          const at = costAt((n + 0.5) / pieces);
          mean += (at.congestion[i]! + at.voltage[i]!) / pieces;
        }
        expect(Math.abs(congestion[i]! + voltage[i]! - mean)).toBeLessThan(0.1);
      }
    }),
    { numRuns: 60 },
  );
});

test('shares and the operator’s own part sum to the cost, to the micro-euro', () => {
  fc.assert(
    fc.property(planes, fc.bigInt({ min: 0n, max: 10n ** 12n }), (list, costMicroEur) => {
      const split = shareCost(costMicroEur, shared(costOf(list), list[0]!.by.length), 0.25);
      const all = [...split.congestionMicroEur, ...split.voltageMicroEur, split.ownMicroEur];
      expect(all.reduce((total, part) => total + part, 0n)).toBe(costMicroEur);
    }),
  );
});

test('a bill is shared in the proportion of the shares; trades that spare all of it are paid what they spare', () => {
  const ray = (by: readonly number[], withoutTrades: number, withTrades: number): ReliefShares => ({
    congestion: Float64Array.from(by),
    voltage: new Float64Array(by.length),
    withoutTrades,
    withTrades,
  });
  // The programme says 10 €/h, 2.5 € for a quarter of an hour; the bill is a tenth more.
  expect(shareCost(2_750_000n, ray([2, 6], 2, 10), 0.25)).toMatchObject({
    congestionMicroEur: [550_000n, 1_650_000n],
    ownMicroEur: 550_000n,
  });
  expect(shareCost(0n, ray([-8, 3], 5, 0), 0.25)).toMatchObject({
    congestionMicroEur: [-2_000_000n, 750_000n],
    ownMicroEur: 1_250_000n,
  });
  // Where trades turn from burden to relief nothing jumps.
  expect(shareCost(1_100_000n, ray([3, -3], 4, 4), 0.25).congestionMicroEur).toEqual([825_000n, -825_000n]);
});

test('what all trades pay is what the operator receives, part by part, and what a cap cuts is named', () => {
  const network = feeder({ loadsKw: [30, 40, 20], transformerKva: 160 });
  const model = buildModel(network);
  const state = solve(model, baseInjection(network));
  if (!state.converged) throw new Error(state.message);
  const sens = sensitivities(model, state);
  if (!sens) throw new Error('singular');
  const prices = nodalPrices(sens, state, networkLimits(network), DEMONSTRATION_TARIFF);
  const trade = fc.record({
    sellerBus: fc.integer({ min: 0, max: 4 }),
    buyerBus: fc.integer({ min: 0, max: 4 }),
    energyWh: fc.bigInt({ min: 1n, max: 50_000n }),
  });
  fc.assert(
    fc.property(
      planes.chain(list =>
        fc.tuple(
          fc.constant(list),
          fc.array(trade, { minLength: list[0]!.by.length, maxLength: list[0]!.by.length }),
          fc.bigInt({ min: 0n, max: 10n ** 8n }),
        ),
      ),
      ([list, trades, costMicroEur]) => {
        const split = shareCost(costMicroEur, shared(costOf(list), trades.length), 0.25);
        const { fees, received, uncoveredMicroEur } = feesWithSharedRelief(
          prices,
          DEMONSTRATION_TARIFF,
          trades,
          split,
        );
        const paid = fees.reduce((total, fee) => total + feeOf(fee), 0n);
        expect(feeOf(received)).toBe(paid);
        expect(
          received.congestionMicroEur + received.voltageMicroEur + uncoveredMicroEur + split.ownMicroEur,
        ).toBe(costMicroEur);
        fees.forEach((fee, i) => {
          const cap = (BigInt(DEMONSTRATION_TARIFF.capMicroEurPerKwh) * trades[i]!.energyWh) / 1000n;
          expect(feeOf(fee) <= cap && feeOf(fee) >= -cap).toBe(true);
        });
      },
    ),
  );
});

const offer = (id: string, at: number, kw: number, eurPerKwh: number): BlockOffer => ({
  id,
  bus: B(at),
  period: 0,
  direction: 'up',
  blocks: [{ kw, eurPerKwh }],
  kwMin: 0,
  rebound: [],
});
/** The schedule with all trades; those not at a customer's bus come from the 20 kV side. */
function grid(loadsKw: readonly number[], trades: readonly ScaledTrade[], options: FeederOptions = {}) {
  const network = feeder({ transformerKva: 100, vmPuMin: 0.8, ...options, loadsKw });
  const model = buildModel(network);
  const given = baseInjection(network);
  const pMw = given.pMw.slice();
  for (const { sellerBus, buyerBus, kw } of trades) {
    pMw[sellerBus]! += kw / 1000;
    pMw[buyerBus]! -= kw / 1000;
  }
  const injection = { pMw, qMvar: given.qMvar };
  const state = solve(model, injection, { tolerancePu: 1e-11 });
  if (!state.converged) throw new Error(state.message);
  return { model, injection, limits: networkLimits(network), state };
}
const MV = 0;
const offers = [offer('a', 2, 8, 0.1), offer('b', 3, 8, 0.2), offer('c', 1, 40, 0.4)];

function sharesOf(
  trades: readonly ScaledTrade[],
  periods = [grid([30, 30, 25], trades)],
  offered: readonly BlockOffer[] = offers,
): ReliefShares {
  const along = reliefCostAlong({
    periods,
    offers: offered,
    trades,
    solver,
    roomPercent: 1,
    violationEurPerPercentHour: 50,
    timeLimitS: 10,
  });
  if (!along) throw new Error('no slopes');
  return shared(along, trades.length);
}

test('of several trades through one transformer each pays by its effect, and one against the flow is paid', () => {
  const into = (bus: number, kw: number): ScaledTrade => ({ period: 0, sellerBus: MV, buyerBus: bus, kw });
  const { congestion, voltage, withTrades, withoutTrades } = sharesOf([
    into(B(1), 12),
    into(B(1), 6),
    into(B(1), 6),
    { period: 0, sellerBus: B(1), buyerBus: MV, kw: 4 },
    { period: 0, sellerBus: B(2), buyerBus: B(2), kw: 9 },
  ]);
  expect(withoutTrades).toBeCloseTo(0, 6);
  expect(withTrades).toBeGreaterThan(0.5);
  expect(sum(congestion) + sum(voltage)).toBeCloseTo(withTrades - withoutTrades, 6);
  expect(congestion[1]).toBeCloseTo(congestion[2]!, 9);
  expect(congestion[0]).toBeCloseTo(2 * congestion[1]!, 9);
  expect(congestion[3]).toBeCloseTo(-congestion[0]! / 3, 9);
  expect(congestion[4]).toBeCloseTo(0, 9);
});

test('a limit far inside only because of a trade against the flow counts: the trade is paid what it spares', () => {
  const against: ScaledTrade = { period: 0, sellerBus: B(2), buyerBus: MV, kw: 45 };
  const { congestion, withTrades, withoutTrades } = sharesOf([against], [grid([50, 30, 35], [against])]);
  expect(withTrades).toBe(0);
  expect(withoutTrades).toBeGreaterThan(1);
  expect(congestion[0]).toBeCloseTo(-withoutTrades, 6);
});

test('where every limit is far away relief costs nothing, and so do all shares', () => {
  const trade: ScaledTrade = { period: 0, sellerBus: MV, buyerBus: B(1), kw: 1 };
  const calm = [grid([5, 5, 5], [trade])];
  expect(sharesOf([trade], calm, [])).toMatchObject({ withTrades: 0, withoutTrades: 0 });
});

test('what an offer gives later is shared among the trades of that interval', () => {
  const now: ScaledTrade = { period: 0, sellerBus: MV, buyerBus: B(1), kw: 10 };
  const later: ScaledTrade = { period: 1, sellerBus: MV, buyerBus: B(1), kw: 20 };
  const periods = [grid([20, 20, 15], [now]), grid([30, 30, 25], [later])];
  // Stored now, given back later: less injection first, the same again as more.
  const store = { ...offer('store', 1, 30, 0.1), direction: 'down' as const };
  const shares = sharesOf([now, later], periods, [{ ...store, rebound: [{ afterPeriods: 1, share: 1 }] }]);
  expect(shares.withoutTrades).toBeCloseTo(0, 6);
  expect(shares.withTrades).toBeGreaterThan(0.5);
  expect(shares.withTrades).toBeLessThan(0.1 * 30);
  expect(shares.congestion[0]).toBeCloseTo(0, 6);
  expect(shares.congestion[1]).toBeCloseTo(shares.withTrades, 6);
});

test('a trade that is split into two pays the same', () => {
  const one = sharesOf([
    { period: 0, sellerBus: MV, buyerBus: B(2), kw: 16 },
    { period: 0, sellerBus: MV, buyerBus: B(1), kw: 8 },
  ]);
  const two = sharesOf([
    { period: 0, sellerBus: MV, buyerBus: B(2), kw: 10 },
    { period: 0, sellerBus: MV, buyerBus: B(2), kw: 6 },
    { period: 0, sellerBus: MV, buyerBus: B(1), kw: 8 },
  ]);
  expect(two.congestion[0]! + two.congestion[1]!).toBeCloseTo(one.congestion[0]!, 9);
  expect(two.congestion[2]).toBeCloseTo(one.congestion[1]!, 9);
});

test.each([
  ['congestion', [45, 30, 35], {}, [B(1), B(3)]],
  ['voltage', [20, 20, 40], { transformerKva: 630, rOhm: 0.05, vmPuMin: 0.95 }, [B(1), B(3)]],
] as const)(
  '%s prices are what a kilowatt more costs in relief, by two reliefs with their own power flows',
  (part, loads, options, buses) => {
    const cost = (extra: readonly ScaledTrade[]) => {
      const period = grid(loads, extra, options);
      const found = restoreLimits({ periods: [period], hours: 1, offers, solver, roomPercent: 1 });
      if (found.outcome !== 'restored') throw new Error(found.outcome);
      return { period, found };
    };
    const { period, found } = cost([]);
    // Relief holds the values at its end: slopes are taken there.
    const at = found.after[0]!;
    const sens = sensitivities(period.model, at);
    if (!sens) throw new Error('singular');
    const prices = nodalPricesOfRelief(sens, at, period.limits, DEMONSTRATION_TARIFF, found.shadowPrices);
    for (const bus of buses) {
      const more = cost([{ period: 0, sellerBus: MV, buyerBus: bus, kw: 0.5 }]).found.costEur;
      const less = cost([{ period: 0, sellerBus: MV, buyerBus: bus, kw: -0.5 }]).found.costEur;
      const measured = more - less;
      expect(measured).toBeGreaterThan(0.01);
      expect(Math.abs((prices[part][bus]! - prices[part][MV]!) / 1e6 / measured - 1)).toBeLessThan(0.03);
    }
  },
);
