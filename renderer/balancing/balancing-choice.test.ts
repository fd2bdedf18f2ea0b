import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PART_MIN_WH } from '../../preload/contract/flexibility.ts';
import { balancingChoice, kwTyped, sellerWords } from './balancing-choice.ts';
import { meritRows, type Offer } from './merit-rows.ts';

const offer = (offerId: string, energyWh: number, over: Partial<Offer> = {}): Offer => ({
  offerId,
  point: offerId,
  sellerName: offerId,
  direction: 'up',
  kw: energyWh / 250,
  energyWh: String(energyWh),
  priceMicroEurPerKwh: '140000',
  blockedBy: null,
  blockedElement: null,
  elsewhere: false,
  ...over,
});
const choice = (offers: readonly Offer[], kw: number) => balancingChoice(meritRows(offers, 'up'), kw);

test('power is taken in merit order, the last offer in part; what is blocked is passed over', () => {
  const offers = [offer('a', 1000), offer('b', 500, { blockedBy: 'T3' }), offer('c', 2000)];
  // 6 kW over a quarter of an hour are 1,500 Wh.
  expect(choice(offers, 6)).toMatchObject({
    parts: [
      { offerId: 'a', energyWh: '1000' },
      { offerId: 'c', energyWh: '500' },
    ],
    energyWh: 1500n,
    sellers: ['a', 'c'],
    missingWh: 0n,
  });
});

test('what the offers lack is said, and offers in other areas are counted', () => {
  expect(choice([offer('a', 1000), offer('b', 200, { elsewhere: true })], 6)).toMatchObject({
    energyWh: 1200n,
    missingWh: 300n,
    elsewhere: 1,
  });
});

test('every part is one that the market sells, whatever is offered and wanted', () => {
  const offers = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 20 });
  fc.assert(
    fc.property(offers, fc.double({ min: 0.01, max: 100, noNaN: true }), (energies, kw) => {
      const made = choice(
        energies.map((wh, k) => offer(String(k), wh)),
        kw,
      );
      for (const { offerId, energyWh } of made.parts) {
        const offered = energies[Number(offerId)]!;
        expect(Number(energyWh)).toBeLessThanOrEqual(offered);
        expect(Number(energyWh) >= PART_MIN_WH || Number(energyWh) === offered).toBe(true);
      }
      const wanted = Math.round(kw * 250);
      const all = energies.reduce((sum, wh) => sum + wh, 0);
      expect(Number(made.energyWh)).toBeGreaterThanOrEqual(Math.min(wanted, all));
      expect(Number(made.energyWh)).toBeLessThan(wanted + PART_MIN_WH);
    }),
  );
});

test('a power is typed with point or comma; nothing, zero, less and words are none', () => {
  expect(['12.5', '12,5', ' 3 '].map(kwTyped)).toEqual([12.5, 12.5, 3]);
  expect(['', '0', '-4', 'many', '1e9', 'Infinity'].map(kwTyped)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('more than three sellers are counted', () => {
  expect(sellerWords(['a', 'b', 'c'])).toBe('a, b, c');
  expect(sellerWords(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});
