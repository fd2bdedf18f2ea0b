import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeeRow } from '../../preload/contract/fees.ts';
import { centPerKwh, equalityOf, type FeeTotals, partLines, partsMayBeUnknown } from './fee-rows.ts';
import { placeBars, waterfallOf } from './waterfall-geometry.ts';

interface Parts {
  readonly losses?: bigint;
  readonly congestion?: bigint;
  readonly voltage?: bigint;
  readonly fixed?: bigint;
  readonly fee?: bigint;
}

const row = (parts: Parts): FeeRow => ({
  tradeId: '12',
  interval: 900,
  sellerPoint: 'P1',
  buyerPoint: 'P2',
  sellerPlace: null,
  buyerPlace: null,
  energyWh: '1500',
  lossesMicroEur: String(parts.losses ?? 0n),
  congestionMicroEur: String(parts.congestion ?? 0n),
  voltageMicroEur: String(parts.voltage ?? 0n),
  fixedMicroEur: String(parts.fixed ?? 0n),
  feeMicroEur: String(parts.fee ?? 0n),
  settled: false,
  blockNumber: 7,
});

const totals = (change: Partial<FeeTotals>): FeeTotals => ({
  trades: 2,
  energyWh: '3000',
  lossesMicroEur: '10',
  congestionMicroEur: '-4',
  voltageMicroEur: '0',
  fixedMicroEur: '3',
  rowsMicroEur: '9',
  chainMicroEur: '9',
  settledMicroEur: '5',
  equal: true,
  fromBlock: 3,
  toBlock: 9,
  toBlockHash: '0xab',
  ...change,
});

const FRAME = { width: 500, height: 200, top: 20, bottom: 40 };
const amount = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n });
const anyParts = fc.record({ losses: amount, congestion: amount, voltage: amount, fixed: amount });

test('the last level of the parts is the fee to the micro-euro, in numbers and on the picture', () => {
  fc.assert(
    fc.property(anyParts, p => {
      const fee = p.losses + p.congestion + p.voltage + p.fixed;
      const { steps, gapMicroEur } = waterfallOf(row({ ...p, fee }));
      expect(steps.map(s => s.name)).toEqual(['Losses', 'Congestion', 'Voltage', 'Fixed', 'Fee']);
      expect(steps[3]?.to).toBe(fee);
      expect(steps[4]).toEqual({ name: 'Fee', from: 0n, to: fee });
      expect(gapMicroEur).toBe(0n);
      const { bars } = placeBars(steps, FRAME);
      expect(bars[4]?.endY).toBe(bars[3]?.endY);
    }),
  );
});

test('each part begins where the last one ended, and every bar stays inside the frame', () => {
  fc.assert(
    fc.property(anyParts, p => {
      const { steps } = waterfallOf(row({ ...p, fee: p.losses }));
      expect(steps.slice(0, 4).map(s => s.from)).toEqual([0n, ...steps.slice(0, 3).map(s => s.to)]);
      const { bars, zeroY } = placeBars(steps, FRAME);
      for (const y of [zeroY, ...bars.flatMap(b => [b.y, b.y + b.height])]) {
        expect(y).toBeGreaterThanOrEqual(FRAME.top);
        expect(y).toBeLessThanOrEqual(FRAME.height - FRAME.bottom + 1e-9);
      }
    }),
  );
});

test('a part that relieves the grid goes down with its amount below, one that burdens it goes up with its amount above', () => {
  const { steps } = waterfallOf(row({ losses: 30n, congestion: -20n, fee: 10n }));
  const { bars, zeroY } = placeBars(steps, FRAME);
  const [losses, congestion] = bars;
  expect(losses?.endY).toBeLessThan(zeroY);
  expect(losses?.amountY).toBeLessThan(losses?.endY ?? Number.NaN);
  expect(congestion?.endY).toBeGreaterThan(losses?.endY ?? Number.NaN);
  expect(congestion?.amountY).toBeGreaterThan(congestion?.endY ?? Number.NaN);
  expect(congestion?.amountMicroEur).toBe(-20n);
});

test('parts that miss the fee by one micro-euro leave a gap of one', () => {
  expect(waterfallOf(row({ losses: 5n, fixed: 3n, fee: 9n })).gapMicroEur).toBe(1n);
});

test('a fee of nothing is a flat line, not a division by zero', () => {
  expect(placeBars(waterfallOf(row({})).steps, FRAME).bars.map(b => b.height)).toEqual([0, 0, 0, 0, 0]);
});

test('every part and the fee have their amount and a sentence', () => {
  const lines = partLines(row({ losses: 1n, congestion: 2n, voltage: -3n, fixed: 4n, fee: 4n }));
  expect(lines.map(l => l.microEur)).toEqual(['1', '2', '-3', '4', '4']);
  expect(lines.every(l => l.words.endsWith('.'))).toBe(true);
});

test('a fee that is fixed alone may hide parts of another console, a fee of nothing hides none', () => {
  expect(partsMayBeUnknown(row({ fixed: 4n, fee: 4n }))).toBe(true);
  expect(partsMayBeUnknown(row({ losses: 1n, fixed: 3n, fee: 4n }))).toBe(false);
  expect(partsMayBeUnknown(row({}))).toBe(false);
});

test('the rate is the amount over the energy, rounded to the last digit shown', () => {
  expect(centPerKwh('15000', '1500')).toBe('+1.000');
  expect(centPerKwh('-10', '3')).toBe('−0.333');
  expect(centPerKwh('20', '3')).toBe('+0.667');
  expect(centPerKwh('5', '0')).toBe('–');
});

test('sums that agree are equal, and what is not settled yet is the rest', () => {
  expect(equalityOf(totals({}))).toEqual({
    equal: true,
    words: ['equal, row by row'],
    signs: { rows: '=', chain: '=' },
    openMicroEur: 4n,
  });
});

test('rows and chain that differ say by how much, and nothing is called open', () => {
  const found = equalityOf(totals({ chainMicroEur: '10', equal: false }));
  expect(found).toEqual({
    equal: false,
    words: ['rows less chain is −0.000001 €'],
    signs: { rows: '=', chain: '≠' },
    openMicroEur: null,
  });
});

test('a part that is missing in the sum of the rows is found even if the console calls the sums equal', () => {
  const found = equalityOf(totals({ fixedMicroEur: '5' }));
  expect(found.equal).toBe(false);
  expect(found.words).toEqual(['the four parts less the rows are +0.000002 €']);
});

test('rows that differ and cancel out are not called equal', () => {
  const found = equalityOf(totals({ equal: false }));
  expect(found.equal).toBe(false);
  expect(found.words.join()).toContain('single rows');
});
