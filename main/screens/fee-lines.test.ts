import { expect, test } from 'vitest';
import type { MarketEvent, RecordedVerdict } from '../records/market.ts';
import type { FeeParts, Verdict } from '../records/supervision.ts';
import { unequalLines } from '../reports/fee-report.ts';
import { position, tradeEvent } from '../store/testing/builders.ts';
import { feeLines } from './fee-lines.ts';

const fee = (lossesMicroEur: bigint, fixedMicroEur: bigint): FeeParts => ({
  lossesMicroEur,
  congestionMicroEur: 0n,
  voltageMicroEur: 0n,
  fixedMicroEur,
});

const own = (part: Partial<Verdict>): Verdict => ({
  tradeId: '7',
  interval: 900,
  kind: 'bilateral',
  decision: 'accepted',
  energyAskedWh: 1000n,
  energySafeWh: 1000n,
  binding: null,
  decidedBy: 'ac',
  reason: '',
  reasonCode: 0,
  fee: fee(100n, 20n),
  inputHash: '0xaa',
  decidedAtMs: 1000,
  ...part,
});

const onChain = (part: Partial<RecordedVerdict>): MarketEvent => ({
  type: 'verdict',
  verdict: {
    tradeId: '7',
    decision: 'accepted',
    energyWh: 1000n,
    feeMicroEur: 120n,
    reasonCode: 0,
    evidence: '0xaa',
    recordedAt: position(2),
    ...part,
  },
});

const lines = (recorded: MarketEvent, ...verdicts: Verdict[]) =>
  feeLines({ events: () => [tradeEvent(7, position(1)), recorded], everyVerdict: () => verdicts });

test('the parts are those of the verdict on chain, not of one that was given later', () => {
  const later = own({ inputHash: '0xbb', fee: fee(900n, 20n), decidedAtMs: 2000 });
  expect(lines(onChain({}), own({}), later)).toMatchObject([
    { tradeId: '7', lossesMicroEur: 100n, fixedMicroEur: 20n, feeMicroEur: 120n },
  ]);
});

test('the parts of the later verdict are taken where that one is on chain', () => {
  const held = own({ decision: 'held', energySafeWh: 0n, inputHash: '', fee: fee(0n, 0n) });
  expect(lines(onChain({}), held, own({}))).toMatchObject([{ lossesMicroEur: 100n, fixedMicroEur: 20n }]);
});

test('a fee that no verdict of this console led to stands whole in the fixed part', () => {
  const whole = [{ lossesMicroEur: 0n, fixedMicroEur: 120n, feeMicroEur: 120n }];
  expect(lines(onChain({ evidence: '0xcc' }), own({}))).toMatchObject(whole);
  expect(lines(onChain({ energyWh: 400n }), own({}))).toMatchObject(whole);
  expect(lines(onChain({}))).toMatchObject(whole);
});

test('a fee on chain that differs from the parts of its own verdict is found by the report, not hidden here', () => {
  const found = lines(onChain({ feeMicroEur: 121n }), own({}));
  expect(found).toMatchObject([{ lossesMicroEur: 100n, fixedMicroEur: 20n, feeMicroEur: 121n }]);
  expect(unequalLines(found)).toHaveLength(1);
});

test('a trade that nothing was accepted of has no fee line', () => {
  expect(lines(onChain({ energyWh: 0n, feeMicroEur: 0n }), own({ energySafeWh: 0n }))).toEqual([]);
});
