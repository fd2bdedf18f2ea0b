import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseInjection, buildModel } from '../../../grid-models/network/build.ts';
import type { Network } from '../../../grid-models/network/network.ts';
import { solve } from '../../../grid-models/power-flow/solve.ts';
import { buses, grid, line, load, slack } from '../../../grid-models/power-flow/testing/grid.ts';
import { highsSolver } from '../../../grid-models/redispatch/highs.ts';
import type { CurtailablePlant } from '../../../grid-models/redispatch/legal-curtailment.ts';
import type { BlockOffer } from '../../../grid-models/redispatch/offers.ts';
import { assess } from '../../../grid-models/security/assessment.ts';
import { networkLimits } from '../../../grid-models/security/limits.ts';
import { B, feeder } from '../../../grid-models/sensitivity/testing/feeder.ts';
import { feeOf, type TradeFee } from '../../../grid-models/tariff/nodal-fee.ts';
import { findRelief, type ReliefCase } from './relief-case.ts';
import type { PlacedTrade } from './relief-fees.ts';
import type { ReliefTariff } from './relief-file.ts';

const solver = await highsSolver();
const HOURS = 0.25;
const TARIFF: ReliefTariff = {
  name: 'test',
  validFrom: '2026-01-01',
  source: 'test',
  energyMicroEurPerKwh: 120_000,
  fixedMicroEurPerKwh: 12_000,
  capMicroEurPerKwh: 10_000_000,
  violationEurPerPercentHour: null,
};

function offer(id: string, bus: number, kw: number, eurPerKwh: number, period = 0): BlockOffer {
  return { id, bus, period, direction: 'up', blocks: [{ kw, eurPerKwh }], kwMin: 0, rebound: [] };
}

function trade(id: string, sellerBus: number, buyerBus: number, kw: number, period = 0): PlacedTrade {
  return { id, period, sellerBus, buyerBus, kw, energyWh: BigInt(Math.round(kw * HOURS * 1000)) };
}

function period(network: Network, trades: readonly PlacedTrade[] = []) {
  const model = buildModel(network);
  const injection = baseInjection(network);
  for (const { sellerBus, buyerBus, kw } of trades) {
    injection.pMw[sellerBus]! += kw / 1000;
    injection.pMw[buyerBus]! -= kw / 1000;
  }
  const state = solve(model, injection);
  if (!state.converged) throw new Error(state.message);
  return { model, injection, limits: networkLimits(network), state };
}

function found(network: Network, rest: Partial<ReliefCase>) {
  const { trades = null, offers = [], plants = null, tariff = TARIFF } = rest;
  const periods = [period(network, trades ?? [])];
  return findRelief({ periods, hours: HOURS, offers, plants, trades, tariff, roomPercent: 1, solver });
}

/**
 * Three like lines without resistance in a triangle, source at row 0. Of what row 1 draws, 2/3 comes over line 1-2, and 1/3 of what
 * row 2 draws: with equal loads of P each, P flows there. It may carry 0.8 MVA; relief ends 1 % below, at 0.792. Row 3 hangs on the
 * source by a line of its own, within its limit.
 */
function triangle(loadMw: number): Network {
  const rated = { ratingMva: 0.8, loadingPercentMax: 100 };
  return grid({
    bus: buses(4),
    branch: [
      { ...line(0, 1, 0, 0.01), ...rated },
      line(0, 2, 0, 0.01),
      line(1, 2, 0, 0.01),
      { ...line(0, 3, 0, 0.01), ...rated },
    ],
    load: [load(1, loadMw), load(2, loadMw), load(3, 0.78)],
    generator: [slack(0)],
  });
}
const [SOURCE, NEAR, FAR, APART] = [0, 1, 2, 3];
/** AC knows reactive power of the lines and a tolerance of 0.05 % of the limit; both are below this share of a result. */
const BY_HAND = 0.01;
const near = (value: number | undefined, byHand: number) =>
  expect(Math.abs(value! / byHand - 1)).toBeLessThan(BY_HAND);

test.each([
  // 0.108 MW of flow: 162 kW at the near bus or 324 kW at the far one.
  { farEurPerKwh: 0.2, taken: 'near', kw: 162, costEur: 12.15, nearPrice: 300_000 },
  { farEurPerKwh: 0.1, taken: 'far', kw: 324, costEur: 8.1, nearPrice: 200_000 },
])(
  'the offer cheapest per relief wins, not per kWh: far at $farEurPerKwh → $taken, and prices follow',
  expected => {
    const offers = [offer('near', NEAR, 500, 0.3), offer('far', FAR, 500, expected.farEurPerKwh)];
    const { set, payments, prices, remaining } = found(triangle(0.9), { offers });
    expect(remaining).toEqual([]);
    expect(payments.map(p => p.offer.id)).toEqual([expected.taken]);
    near(payments[0]!.kw, expected.kw);
    near(set.costEur, expected.costEur);
    near(Number(payments[0]!.microEur), expected.costEur * 1e6);
    near(set.limits[0]!.before, 112.5);
    // A percent of 0.8 MW is 8 kW of flow: the price of the limit is that of 8 kW at 2/3 each.
    near(set.shadowPrices[0]!.eurPerUnitHour, (expected.nearPrice / 1e6 / (2 / 3)) * 8);
    const { congestion, losses, voltage } = prices[0]!;
    near(congestion[NEAR], expected.nearPrice);
    near(congestion[FAR], expected.nearPrice / 2);
    expect(congestion[SOURCE]).toBe(0);
    for (const part of [losses, voltage])
      for (const price of part) expect(Math.abs(price)).toBeLessThan(1e-3);
  },
);

test('trades share the relief by their flow over the line, all of it where the file alone keeps its limits', () => {
  // 97.5 % without trades; they add 0.10 and 0.02 MW, one against the flow takes 0.01 off: 0.89 MW.
  const trades = [
    trade('a', SOURCE, NEAR, 150),
    trade('b', SOURCE, FAR, 60),
    trade('c', NEAR, FAR, 30),
    trade('d', SOURCE, SOURCE, 70),
    // Up to 99.5 % of a line that holds and that no offer relieves.
    trade('e', SOURCE, APART, 16),
  ];
  const { payments, fees } = found(triangle(0.78), { offers: [offer('near', NEAR, 500, 0.3)], trades });
  const sellers = payments[0]!.microEur;
  near(Number(sellers), 0.098e3 * 1.5 * 0.3 * HOURS * 1e6);
  const [a, b, c, d, e] = fees!.trades.map(
    ({ shared }) => Number(shared!.congestionMicroEur) / Number(sellers),
  );
  near(a, 0.1 / 0.11);
  near(b, 0.02 / 0.11);
  near(c, -0.01 / 0.11);
  expect([d, e]).toEqual([0, 0]);
  expect(fees!.check).toMatchObject({ operatorMicroEur: 0n, uncoveredMicroEur: 0n, tradesMicroEur: sellers });
});

test('A to B is not B to A: what one way pays for congestion the way back is paid', () => {
  const trades = [trade('there', FAR, NEAR, 40), trade('back', NEAR, FAR, 40)];
  const { fees } = found(triangle(0.9), { offers: [offer('near', NEAR, 500, 0.3)], trades });
  const [there, back] = fees!.trades.map(({ directed }) => directed!);
  // 10 kWh between 300 000 and 150 000 micro-euro per kWh.
  near(Number(there!.congestionMicroEur), 1_500_000);
  expect(back!.congestionMicroEur).toBe(-there!.congestionMicroEur);
  expect(Number(feeOf(there!))).toBeGreaterThan(0);
  expect(Number(feeOf(back!))).toBeLessThan(0);
});

test('what trades spare of a violation that offers cannot relieve is shared only at a published price', () => {
  // 112.5 % without the trade, 102.5 % with it; down to 99 % the offer can do 5 %, of 12 kW each.
  const offers = [offer('near', NEAR, 60, 0.3)];
  const trades = [trade('against', NEAR, SOURCE, 120)];
  const unpriced = found(triangle(0.9), { offers, trades }).fees!;
  expect(unpriced.trades).toMatchObject([{ shared: null }]);
  expect(unpriced.check).toBeNull();
  expect(unpriced.message).toContain('violationEurPerPercentHour');
  const tariff = { ...TARIFF, violationEurPerPercentHour: 20 };
  const priced = found(triangle(0.9), { offers, trades, tariff }).fees!;
  // Euro per hour: 3.5 % by the offer with the trade; all of the offer and 8.5 % at the price of a violation without it.
  near(Number(priced.trades[0]!.shared!.congestionMicroEur), (3.5 * 12 * 0.3 - 18 - 8.5 * 20) * HOURS * 1e6);
  expect(priced.check!.tradesMicroEur).toBeLessThan(0n);
});

const kw = (min: number, max: number) => fc.integer({ min, max });
const market = fc.record({
  loadsKw: fc.array(kw(5, 45), { minLength: 3, maxLength: 3 }),
  offers: fc.array(fc.record({ at: kw(1, 3), kw: kw(3, 40), cents: kw(1, 50) }), { maxLength: 4 }),
  trades: fc.array(fc.record({ from: kw(0, 4), to: kw(0, 4), kw: kw(1, 40) }), {
    minLength: 1,
    maxLength: 5,
  }),
  capMicroEurPerKwh: fc.constantFrom(100_000, 10_000_000),
});

test('what trades pay, what a cap cuts and the operator’s own part are what the sellers receive, to the micro-euro', () => {
  fc.assert(
    fc.property(market, ({ loadsKw, capMicroEurPerKwh, ...lists }) => {
      const offers = lists.offers.map((o, n) => offer(`o${n}`, B(o.at), o.kw, o.cents / 100));
      const trades = lists.trades.map((t, n) => trade(`t${n}`, t.from, t.to, t.kw));
      const { set, fees } = found(feeder({ transformerKva: 100, vmPuMin: 0.8, loadsKw }), {
        offers,
        trades,
        tariff: { ...TARIFF, capMicroEurPerKwh, violationEurPerPercentHour: 50 },
      });
      // The sellers' side by itself, from kW and price.
      let sellers = 0n;
      for (const { id } of offers) {
        const eur =
          set.parts.reduce((sum, p) => (p.offer === id ? sum + p.kw * p.eurPerKwh : sum), 0) * HOURS;
        sellers += BigInt(Math.round(eur * 1e6));
      }
      const paid = (part: (fee: TradeFee) => bigint) =>
        fees!.trades.reduce((sum, { shared }) => sum + part(shared!), 0n);
      const { operatorMicroEur, uncoveredMicroEur, sellersMicroEur } = fees!.check!;
      expect(sellersMicroEur).toBe(sellers);
      expect(
        paid(fee => fee.congestionMicroEur + fee.voltageMicroEur) + uncoveredMicroEur + operatorMicroEur,
      ).toBe(sellers);
      for (const {
        trade: { energyWh },
        shared,
        directed,
      } of fees!.trades) {
        const cap = (BigInt(capMicroEurPerKwh) * energyWh) / 1000n;
        for (const fee of [shared!, ...(directed ? [directed] : [])])
          expect(feeOf(fee) <= cap && feeOf(fee) >= -cap).toBe(true);
      }
      expect(
        fees!.trades.every(({ directed }) => (directed === null) === (set.outcome === 'remaining')),
      ).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('where offers do not suffice plants give the rest in the legal order, on top of all offers that help', () => {
  // 120 kW of sun behind a transformer of 100 kVA; the offer takes 5 kW of them.
  const network = feeder({ transformerKva: 100, loadsKw: [0, -70, -50], vmPuMax: 1.3 });
  const charge: BlockOffer = { ...offer('charge', B(2), 5, 0.1), direction: 'down' };
  const plant = (
    id: string,
    rank: CurtailablePlant['rank'],
    at: number,
    kwMax: number,
  ): CurtailablePlant => ({
    id,
    rank,
    bus: B(at),
    period: 0,
    direction: 'down',
    kwMax,
  });
  const plants = [
    plant('pv', 'renewable', 2, 40),
    plant('chp', 'chp', 3, 8),
    plant('own', 'self-consumption', 3, 40),
  ];
  const without = found(network, { offers: [charge] });
  expect(without.curtailment).toBeNull();
  expect(without.remaining).toMatchObject([{ element: 'T1', why: { code: 'used-up' } }]);
  const { payments, curtailment, remaining } = found(network, { offers: [charge], plants });
  expect(remaining).toEqual([]);
  expect(payments[0]!.kw).toBe(5);
  expect(curtailment!.parts.map(({ id }) => id)).toEqual(['chp', 'pv']);
  expect(curtailment!.parts[0]!.kw).toBe(8);
  // A power flow of its own: all of it holds the limits, a tenth less of the last does not.
  const violationsWith = (share: number) => {
    const { model, injection, limits } = period(network);
    injection.pMw[B(2)]! -= (payments[0]!.kw + share * curtailment!.parts[1]!.kw) / 1000;
    injection.pMw[B(3)]! -= curtailment!.parts[0]!.kw / 1000;
    const state = solve(model, injection);
    if (!state.converged) throw new Error(state.message);
    return assess(network, limits, state).map(({ element }) => element);
  };
  expect(violationsWith(1)).toEqual([]);
  expect(violationsWith(0.85)).toEqual(['T1']);
});
