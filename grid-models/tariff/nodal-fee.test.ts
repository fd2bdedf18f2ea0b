import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import { solve } from '../power-flow/solve.ts';
import { networkLimits } from '../security/limits.ts';
import { B, feeder } from '../sensitivity/testing/feeder.ts';
import { sensitivities } from '../sensitivity/voltage-and-flow.ts';
import { DEMONSTRATION_TARIFF } from './demonstration-tariff.ts';
import { feeOf, nodalPrices, tradeFee } from './nodal-fee.ts';

const network = demonstrationNetwork(1);
const model = buildModel(network);
const injection = baseInjection(network);
const state = solve(model, injection);
if (!state.converged) throw new Error('the demonstration town does not solve');
const sens = sensitivities(model, state);
if (!sens) throw new Error('no slopes at the state of the demonstration town');
const limits = networkLimits(network);
const prices = nodalPrices(sens, state, limits, DEMONSTRATION_TARIFF);
const bus = fc.constantFrom(...network.points.map(point => point.bus));
const energyWh = fc.bigInt({ min: 1n, max: 200_000n });
const uncapped = { ...DEMONSTRATION_TARIFF, capMicroEurPerKwh: 1e12 };

test('the parts sum to the fee exactly, and the fee stays within its cap', () => {
  fc.assert(
    fc.property(bus, bus, energyWh, (sellerBus, buyerBus, wh) => {
      const fee = feeOf(tradeFee(prices, DEMONSTRATION_TARIFF, { sellerBus, buyerBus, energyWh: wh }));
      const cap = (BigInt(DEMONSTRATION_TARIFF.capMicroEurPerKwh) * wh) / 1000n;
      expect(fee <= cap && fee >= -cap).toBe(true);
    }),
  );
});

test('the fee is directed: what A→B burdens, B→A relieves, to the micro-euro', () => {
  fc.assert(
    fc.property(bus, bus, energyWh, (a, b, wh) => {
      const there = tradeFee(prices, uncapped, { sellerBus: a, buyerBus: b, energyWh: wh });
      const back = tradeFee(prices, uncapped, { sellerBus: b, buyerBus: a, energyWh: wh });
      expect(back.lossesMicroEur).toBe(-there.lossesMicroEur);
      expect(back.congestionMicroEur).toBe(-there.congestionMicroEur);
      expect(back.voltageMicroEur).toBe(-there.voltageMicroEur);
      // The fixed part also takes what is left by rounding: two halves at most on each way.
      const fixed = Number(there.fixedMicroEur + back.fixedMicroEur);
      expect(Math.abs(fixed - (2 * uncapped.fixedMicroEurPerKwh * Number(wh)) / 1000)).toBeLessThanOrEqual(4);
    }),
  );
});

test('every part is the price difference to the nearest micro-euro, the fixed part what is left to the rounded sum', () => {
  fc.assert(
    fc.property(bus, bus, energyWh, (sellerBus, buyerBus, wh) => {
      const kwh = Number(wh) / 1000;
      const exact = (price: Float64Array) => (price[buyerBus]! - price[sellerBus]!) * kwh;
      const fee = tradeFee(prices, uncapped, { sellerBus, buyerBus, energyWh: wh });
      const near = (part: bigint, value: number) => Math.abs(Number(part) - value) <= 0.5 + 1e-6;
      expect(near(fee.lossesMicroEur, exact(prices.losses))).toBe(true);
      expect(near(fee.congestionMicroEur, exact(prices.congestion))).toBe(true);
      expect(near(fee.voltageMicroEur, exact(prices.voltage))).toBe(true);
      const sum = exact(prices.losses) + exact(prices.congestion) + exact(prices.voltage);
      expect(near(feeOf(fee), sum + uncapped.fixedMicroEurPerKwh * kwh)).toBe(true);
    }),
  );
});

test('a trade over the round way costs the sum of its legs: prices are nodal', () => {
  fc.assert(
    fc.property(bus, bus, bus, (a, b, c) => {
      const leg = (x: number, y: number) =>
        Number(tradeFee(prices, uncapped, { sellerBus: x, buyerBus: y, energyWh: 100_000n }).lossesMicroEur);
      expect(Math.abs(leg(a, b) + leg(b, c) - leg(a, c))).toBeLessThanOrEqual(2);
    }),
  );
});

test('the loss part is what the losses of a small trade cost by two full power flows', () => {
  const [seller, buyer] = [network.points[10]?.bus ?? 0, network.points[400]?.bus ?? 0];
  const pMw = Float64Array.from(injection.pMw);
  pMw[seller] = (pMw[seller] ?? 0) + 0.001;
  pMw[buyer] = (pMw[buyer] ?? 0) - 0.001;
  const after = solve(model, { pMw, qMvar: injection.qMvar }, { tolerancePu: 1e-10 });
  const before = solve(model, injection, { tolerancePu: 1e-10 });
  if (!after.converged || !before.converged) throw new Error('no solution');
  const lossesKwh = (after.lossesMw - before.lossesMw) * 1000;
  const fee = tradeFee(prices, uncapped, { sellerBus: seller, buyerBus: buyer, energyWh: 1000n });
  expect(Number(fee.lossesMicroEur) / DEMONSTRATION_TARIFF.energyMicroEurPerKwh).toBeCloseTo(lossesKwh, 3);
});

test('loss factors are the differences of AC losses, whatever way the grid is loaded', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 4, maxLength: 4 }), loadsKw => {
      const grid = feeder({ loadsKw, parents: [0, 1, 1, 3] });
      const small = buildModel(grid);
      const given = baseInjection(grid);
      const lossesKw = (at: number, kw: number) => {
        const pMw = given.pMw.slice();
        pMw[at]! += kw / 1000;
        const solved = solve(small, { pMw, qMvar: given.qMvar }, { tolerancePu: 1e-11 });
        if (!solved.converged) throw new Error(solved.message);
        return { kw: 1000 * solved.lossesMw, solved };
      };
      const { solved } = lossesKw(0, 0);
      const slopes = sensitivities(small, solved);
      if (!slopes) throw new Error('singular');
      const { losses } = nodalPrices(slopes, solved, networkLimits(grid), DEMONSTRATION_TARIFF);
      for (const at of [B(1), B(2), B(3), B(4)]) {
        const measured = (lossesKw(at, 0.1).kw - lossesKw(at, -0.1).kw) / 0.2;
        expect(-losses[at]! / DEMONSTRATION_TARIFF.energyMicroEurPerKwh).toBeCloseTo(measured, 6);
      }
    }),
    { numRuns: 30 },
  );
});

test('below the threshold congestion costs nothing', () => {
  const calm = nodalPrices(
    sens,
    { ...state, loadingPercent: state.loadingPercent.map(() => 50) },
    limits,
    DEMONSTRATION_TARIFF,
  );
  expect(calm.congestion.every(price => price === 0)).toBe(true);
});
