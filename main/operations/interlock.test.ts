import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InterlockInputs, interlock } from './interlock.ts';

const calm: InterlockInputs = {
  chain: { state: 'verified' },
  sinceLastBlockS: 1,
  blockPeriodS: 1,
  telemetry: { state: 'live', detail: '', sinceMs: 0 },
  solverAlive: true,
  storeFailure: null,
  nowMs: 1000,
};

test('commands are free only when chain, measurements, solver and records are all in order', () => {
  expect(interlock(calm).locked).toBe(false);
  fc.assert(
    fc.property(
      fc.record({
        chain: fc.constantFrom<InterlockInputs['chain']>(
          { state: 'verified' },
          { state: 'catching-up', detail: 'block 5 of 9', sinceMs: 0 },
          { state: 'unreachable', detail: 'refused', sinceMs: 0 },
          { state: 'invalid', stage: 'state-root', blockNumber: 7, detail: 'differs', sinceMs: 0 },
        ),
        sinceLastBlockS: fc.double({ min: 0, max: 30, noNaN: true }),
        telemetry: fc.constantFrom<InterlockInputs['telemetry']>(
          { state: 'live', detail: '', sinceMs: 0 },
          { state: 'stale', detail: 'x', sinceMs: 0 },
          { state: 'lost', detail: 'x', sinceMs: 0 },
        ),
        solverAlive: fc.boolean(),
        storeFailure: fc.option(fc.constant('disk full')),
      }),
      change => {
        const result = interlock({ ...calm, ...change });
        const allWell =
          change.chain.state === 'verified' &&
          change.sinceLastBlockS <= 10 &&
          change.telemetry.state === 'live' &&
          change.solverAlive &&
          change.storeFailure === null;
        expect(result.locked).toBe(!allWell);
        expect(result.reasons.length > 0).toBe(result.locked);
      },
    ),
  );
});

test('an invalid block is named with its number and the check it failed', () => {
  const { reasons } = interlock({
    ...calm,
    chain: {
      state: 'invalid',
      stage: 'state-root',
      blockNumber: 7,
      detail: 'expected 0xa, got 0xb',
      sinceMs: 3,
    },
  });
  expect(reasons[0]).toEqual({
    source: 'chain',
    reason: 'Block 7 failed the check "state-root": expected 0xa, got 0xb',
    sinceMs: 3,
  });
});

test('ten block periods without a block freeze the market, whatever the period', () => {
  for (const blockPeriodS of [1, 2, 5]) {
    expect(interlock({ ...calm, blockPeriodS, sinceLastBlockS: 10 * blockPeriodS }).locked).toBe(false);
    expect(
      interlock({ ...calm, blockPeriodS, sinceLastBlockS: 10 * blockPeriodS + 1 }).reasons[0]?.reason,
    ).toMatch(/Market frozen/);
  }
});
