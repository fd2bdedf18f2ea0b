import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Light } from '../../grid-models/security/traffic-light.ts';
import { zPart } from '../../preload/contract/session.ts';
import type { ChainFault, ChainFollowerStatus, EndpointStatus } from '../chain/follower.ts';
import { interlock } from '../operations/interlock.ts';
import { Telemetry } from '../telemetry/service.ts';
import type { SourceHandlers } from '../telemetry/source.ts';
import { chainPart, dataPart, gridState, supervisionPart } from './session.ts';

const NOW_MS = 1_700_000_000_000;
const BLOCK_PERIOD_S = 1;

test('the grid is normal only when every segment is green', () => {
  const lights = fc.array(fc.constantFrom<Light>('green', 'amber', 'red', 'unknown'), { maxLength: 6 });
  fc.assert(
    fc.property(lights, list => {
      const isNormal = gridState(list.map(segment)).gridState === 'normal';
      expect(isNormal).toBe(list.length > 0 && list.every(light => light === 'green'));
    }),
  );
});

test('one limit violated is an emergency, one foreseen to be violated an alert, each naming its element, whatever else is unknown', () => {
  expect(state('green', 'unknown', 'amber', 'red')).toEqual({
    gridState: 'emergency',
    gridStateWhy: 'A limit is violated now: T3.',
  });
  expect(state('amber', 'unknown', 'amber', 'green')).toEqual({
    gridState: 'alert',
    gridStateWhy: 'A limit is foreseen to be violated: T0, T2.',
  });
});

test('a grid of which a part is not known is unknown, and says how much of it', () => {
  expect(state('green', 'unknown', 'green')).toEqual({
    gridState: 'unknown',
    gridStateWhy: '1 of 3 segments have no solved state.',
  });
  const nothing = { gridState: 'unknown', gridStateWhy: 'No state of the grid is known yet.' };
  expect(state()).toEqual(nothing);
  expect(state('unknown', 'unknown')).toEqual(nothing);
});

test('the chain is slow after three block periods and the market frozen after ten', () => {
  expect(chainAt(3).state).toBe('good');
  expect(chainAt(3.1)).toMatchObject({
    state: 'amber',
    text: 'executed ✓ sealed ✓ 3.1 s',
    reason: 'The chain is slow: no block for 3 s.',
  });
  expect(chainAt(10).state).toBe('amber');
  expect(chainAt(10.1)).toMatchObject({ state: 'red', reason: 'Market frozen: no block for 10 s.' });
});

test('the status line says frozen exactly when the interlock locks for it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.integer({ min: 1, max: 6 }),
      (ageS, periodS) => {
        const ageMs = Math.round(ageS * 1000);
        const part = chainPart(verified({ lastBlockAtMs: NOW_MS - ageMs }), NOW_MS, periodS);
        const { locked } = interlock({
          chain: { state: 'verified' },
          rulesMismatch: null,
          sinceLastBlockS: ageMs / 1000,
          blockPeriodS: periodS,
          telemetry: { state: 'live', detail: '', sinceMs: 0 },
          solverAlive: true,
          storeFailure: null,
          nowMs: NOW_MS,
        });
        expect(part.state === 'red').toBe(locked);
      },
    ),
  );
});

test('a verified chain of which no block has come since the console was opened is not called current', () => {
  expect(chainPart(verified({ lastBlockAtMs: null }), NOW_MS, BLOCK_PERIOD_S)).toMatchObject({
    state: 'unknown',
    reason: 'No block has come since the console was opened.',
  });
});

test('a machine clock set back does not make a block younger than new', () => {
  expect(chainAt(-5).text).toBe('executed ✓ sealed ✓ 0.0 s');
});

test('a refused block is shown as invalid with what was expected and what came, however new the last good one is', () => {
  const fault = { stage: 'state-root', blockNumber: 8, expected: '0xaa', got: '0xbb' } as ChainFault;
  expect(chainPart(verified({ verified: 'invalid', fault }), NOW_MS, BLOCK_PERIOD_S)).toMatchObject({
    state: 'red',
    text: 'INVALID',
    reason: 'Block 8 failed the check "state-root": expected 0xaa, got 0xbb.',
  });
});

test('a chain that does not answer is red, one that is behind is amber, and executing the newest blocks is not behind', () => {
  const at = (over: Partial<ChainFollowerStatus>) => chainPart(verified(over), NOW_MS, BLOCK_PERIOD_S);
  expect(at({ verified: 'unreachable' })).toMatchObject({ state: 'red', text: 'unreachable' });
  const behind = (blocks: number) =>
    at({ verified: 'catching-up', endpoints: [endpoint({ head: 7 + blocks })] });
  expect(behind(40)).toMatchObject({ state: 'amber', text: 'catching up' });
  expect(behind(1)).toMatchObject({ state: 'good' });
});

test('endpoints that are gone or were caught in a lie do not count as agreeing', () => {
  const lie = { what: 'seals', blockNumber: 3, expected: '', got: '', atMs: 0 };
  const endpoints = [endpoint({}), endpoint({ connected: false }), endpoint({ lies: [lie] })];
  expect(chainPart(verified({ endpoints }), NOW_MS, BLOCK_PERIOD_S)).toMatchObject({
    endpoints: 3,
    endpointsAgree: 1,
  });
});

test('measurements are lost before the first, good while they come, stale after three cycles, and lost after half a minute', () => {
  const { field, telemetry, wait } = meters();
  const part = () => dataPart(telemetry.status());
  expect(part()).toEqual({
    state: 'red',
    text: 'LOST',
    reason: 'Measurements are not current: none has come yet; not connected yet.',
    ageS: 0,
  });

  field.connection(true, '');
  field.values({ atMs: NOW_MS, sequence: 1, ids: ['bus:1:vmPu'], values: [1.01], quality: [0] });
  expect(part()).toEqual({ state: 'good', text: 'measured', reason: '1 signals, quality good.', ageS: 0 });
  wait(6_000);
  expect(part().state).toBe('good');
  wait(1_000);
  expect(part()).toEqual({
    state: 'red',
    text: 'STALE',
    reason: 'Measurements are not current: the last came 7 s ago.',
    ageS: 7,
  });
  wait(24_000);
  expect(part()).toMatchObject({ text: 'LOST', ageS: 31 });
});

test('a cut connection is lost as soon as values are due again, and says why it was cut', () => {
  const { field, telemetry, wait } = meters();
  field.connection(true, '');
  field.values({ atMs: NOW_MS, sequence: 1, ids: ['bus:1:vmPu'], values: [1.01], quality: [0] });
  field.connection(false, 'refused the token');
  wait(7_000);
  expect(dataPart(telemetry.status())).toMatchObject({
    text: 'LOST',
    reason: 'Measurements are not current: the last came 7 s ago; refused the token.',
  });
});

test('held trades turn supervision amber, a solver that is gone turns it red', () => {
  const totals = { pending: 2, held: 0, rejected: 1, accepted: 5, reduced: 1 };
  expect(supervisionPart(totals, true)).toEqual({
    ...totals,
    state: 'good',
    text: '2 pending, 0 held',
    reason: '5 accepted, 1 reduced, 1 rejected.',
  });
  expect(supervisionPart({ ...totals, held: 1 }, true).state).toBe('amber');
  expect(supervisionPart({ ...totals, held: 1 }, false)).toMatchObject({
    state: 'red',
    reason: 'The solver is being restarted; nothing is checked meanwhile.',
  });
});

test('every part has a reason in words', () => {
  const parts = [
    chainAt(1),
    chainPart(verified({ verified: 'unreachable' }), NOW_MS, BLOCK_PERIOD_S),
    dataPart(meters().telemetry.status()),
    supervisionPart({ pending: 0, held: 0, rejected: 0, accepted: 0, reduced: 0 }, true),
  ];
  for (const part of parts) expect(zPart.parse(part).reason).toMatch(/\w.*\.$/);
});

/** Segment number k follows from element Tk where its light follows from one. */
function segment(light: Light, k: number) {
  return { light, element: light === 'red' || light === 'amber' ? `T${k}` : null };
}

function state(...lights: Light[]) {
  return gridState(lights.map(segment));
}

/** A verified chain whose last block came so many seconds ago. */
function chainAt(ageS: number) {
  return chainPart(verified({ lastBlockAtMs: NOW_MS - ageS * 1000 }), NOW_MS, BLOCK_PERIOD_S);
}

function verified(over: Partial<ChainFollowerStatus>): Parameters<typeof chainPart>[0] {
  return {
    verified: 'verified',
    head: 7,
    endpoints: [endpoint({})],
    fault: null,
    executedFrom: 1,
    lastBlockAtMs: NOW_MS,
    ...over,
  };
}

function endpoint(over: Partial<EndpointStatus>): EndpointStatus {
  return {
    url: 'http://127.0.0.1:8545',
    connected: true,
    head: 7,
    lagBlocks: 0,
    lies: [],
    lastError: null,
    latencyMs: 3,
    ...over,
  };
}

/** The console's telemetry on a field that sends what the test says, at a time the test lets go on. */
function meters() {
  let nowMs = NOW_MS;
  let field!: SourceHandlers;
  const clock = { nowMs: () => nowMs };
  const telemetry = new Telemetry({
    source: {
      start: handlers => {
        field = handlers;
      },
      close: async () => {},
    },
    clock,
    realClock: clock,
    speed: 1,
    cycleMs: 2_000,
    forecast: () => {},
  });
  const wait = (ms: number) => {
    nowMs += ms;
  };
  return { field, telemetry, wait };
}
