import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type InterlockInputs, interlock } from './interlock.ts';

const calm: InterlockInputs = {
  chain: { state: 'verified' },
  rulesMismatch: null,
  sinceLastBlockS: 1,
  blockPeriodS: 1,
  telemetry: { state: 'live', detail: '', sinceMs: 0 },
  solverAlive: true,
  storeFailure: null,
  nowMs: 1000,
};

test('commands are free only when chain, rules, measurements, solver and records are all in order', () => {
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
        rulesMismatch: fc.option(fc.constant('the market has other gates')),
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
          change.rulesMismatch === null &&
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

test('rules of the market that are not those of the console lock it as a fact of the chain, in words', () => {
  const rulesMismatch = 'the rules of the market are not known yet';
  expect(interlock({ ...calm, rulesMismatch }).reasons).toEqual([
    { source: 'chain', reason: 'The rules of the market are not known yet.', sinceMs: 1000 },
  ]);
});

test('ten block periods without a block freeze the market, whatever the period', () => {
  for (const blockPeriodS of [1, 2, 5]) {
    expect(interlock({ ...calm, blockPeriodS, sinceLastBlockS: 10 * blockPeriodS }).locked).toBe(false);
    expect(
      interlock({ ...calm, blockPeriodS, sinceLastBlockS: 10 * blockPeriodS + 1 }).reasons[0]?.reason,
    ).toMatch(/Market frozen/);
  }
});
