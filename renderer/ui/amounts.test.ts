import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCentPerKwh, formatDecimal, formatEuro, formatKwh, sumAmounts } from './amounts.ts';

test('a fee is shown with every digit it has on chain', () => {
  expect(formatEuro('31204')).toBe('0.031204');
  expect(formatEuro('-31204')).toBe('−0.031204');
  expect(formatEuro('9007199254740993000001', 6)).toBe('9,007,199,254,740,993.000001');
  expect(formatKwh('42000')).toBe('42.000');
  expect(formatCentPerKwh('85000')).toBe('8.50');
});

test('cut digits round half to even, so that many small fees do not drift', () => {
  expect(formatEuro('5000', 2)).toBe('0.00');
  expect(formatEuro('15000', 2)).toBe('0.02');
  expect(formatEuro('25000', 2)).toBe('0.02');
  expect(formatEuro('25001', 2)).toBe('0.03');
});

test('a rounded-away negative amount has no sign, a wanted plus is written', () => {
  expect(formatEuro('-4', 2)).toBe('0.00');
  expect(formatKwh('1500', 1, true)).toBe('+1.5');
  expect(formatKwh('0', 1, true)).toBe('0.0');
});

test('text that is not an integer is refused instead of shown as NaN', () => {
  expect(() => formatEuro('1.5')).toThrow(SyntaxError);
});

test('the shown digits read back as the amount itself', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.integer({ min: 0, max: 9 }), (amount, scale) => {
      const shown = formatDecimal(amount, { scale, decimals: scale });
      expect(BigInt(shown.replace(/[,.]/g, '').replace('−', '-'))).toBe(amount);
    }),
  );
});

test('a sum of amounts beyond 2^53 keeps its last digit', () => {
  expect(sumAmounts(['9007199254740993', '-1', '9007199254740993'])).toBe(18014398509481985n);
});
