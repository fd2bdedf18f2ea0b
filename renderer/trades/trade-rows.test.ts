import { expect, test } from 'vitest';
import type { TradeRow } from '../../preload/contract/trades.ts';
import { zTradeFilter } from '../../preload/contract/trades.ts';
import { bindingWords, feeParts, filterOf, recordWords, shortHash, termsWords } from './trade-rows.ts';

const row: TradeRow = {
  id: '0x1',
  kind: 'bilateral',
  interval: 900,
  gateClosesAtMs: 0,
  sellerPoint: 'P1',
  buyerPoint: 'P2',
  sellerPlace: null,
  buyerPlace: null,
  sellerName: 'a',
  buyerName: 'b',
  energyWh: '100000',
  safeWh: '42000',
  priceMicroEurPerKwh: '80000',
  decision: 'rejected',
  decidedBy: 'ac',
  reason: '',
  binding: {
    limit: 'transformer-loading',
    element: 'T3',
    value: 113.24,
    limitValue: 100,
    margin: -13.24,
    unit: '%',
    leg: 'both',
  },
  feeMicroEur: null,
  record: 'on-chain',
};

test('an empty wish filters nothing, a wish is what the contract takes', () => {
  expect(filterOf({ decisions: [], text: ' ', interval: null, element: null })).toEqual({});
  const filter = filterOf({
    decisions: ['held'],
    text: ` ${'x'.repeat(200)}`,
    interval: 1800,
    element: 'T3',
  });
  expect(zTradeFilter.parse(filter)).toEqual({
    decision: ['held'],
    text: 'x'.repeat(100),
    interval: 1800,
    element: 'T3',
  });
});

test('what bound the verdict is named with its value and unit', () => {
  expect(bindingWords(row)).toBe('T3 113.2 %');
  expect(bindingWords({ ...row, binding: null })).toBe('–');
});

test('the terms of a trade are said in one line, without a safe energy or a margin where there is none', () => {
  expect(termsWords(row)).toBe(
    'bilateral, 100.000 kWh at 8.00 ct/kWh, 42.000 kWh safe, margin −13.2 %, on chain',
  );
  expect(termsWords({ ...row, safeWh: null, binding: null, record: 'none' })).toBe(
    'bilateral, 100.000 kWh at 8.00 ct/kWh, open',
  );
});

test('a record goes from decided over on chain to settled', () => {
  expect(recordWords(row)).toEqual({ steps: 2, words: 'on chain' });
  expect(recordWords({ ...row, record: 'none' }).steps).toBe(0);
});

test('the fee has its four parts in the order of the waterfall', () => {
  const parts = feeParts({
    lossesMicroEur: '1',
    congestionMicroEur: '2',
    voltageMicroEur: '-3',
    fixedMicroEur: '4',
  });
  expect(parts.map(p => p.microEur)).toEqual(['1', '2', '-3', '4']);
});

test('a hash is short enough for a row and still tells two apart', () => {
  expect(shortHash('0x1234567890abcdef1234567890abcdef')).toBe('0x123456…cdef');
  expect(shortHash('t-1')).toBe('t-1');
});
