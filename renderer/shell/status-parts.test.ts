import { expect, test } from 'vitest';
import type { Status } from '../../preload/contract/session.ts';
import { statusParts } from './status-parts.ts';

const status: Status = {
  network: 'N',
  simulated: true,
  speed: 1,
  operator: { name: 'operator 1', role: 'DSO', account: '0x0' },
  nowMs: 0,
  interval: 0,
  intervalSeconds: 900,
  gate: { interval: 900, closesAtMs: 0 },
  gridState: 'normal',
  gridStateWhy: '',
  chain: { state: 'good', text: 'executed ✓', reason: 'r', head: 81_204, endpoints: 2, endpointsAgree: 2 },
  data: { state: 'good', text: '', reason: '', ageS: 1.2 },
  supervision: {
    state: 'good',
    text: '',
    reason: '',
    pending: 1204,
    held: 3,
    rejected: 0,
    accepted: 9,
    reduced: 0,
  },
  alarms: { critical: 0, high: 0, medium: 0, low: 0, unacknowledged: 0 },
  interlock: { locked: false, reasons: [] },
};
const part = (id: string, s: Status = status) => statusParts(s).find(p => p.id === id);

test('the line reads as the operator reads it', () => {
  expect(statusParts(status).map(p => p.text)).toEqual([
    'chain #81,204 executed ✓',
    '2/2 endpoints agree',
    'data age 1.2 s',
    '1,204 pending, 3 held',
    'commands free',
    'simulated market',
  ]);
});

test('one endpoint that differs is amber, none that agree is red', () => {
  expect(part('endpoints', { ...status, chain: { ...status.chain, endpointsAgree: 1 } })?.tone).toBe('amber');
  expect(part('endpoints', { ...status, chain: { ...status.chain, endpointsAgree: 0 } })?.tone).toBe('red');
});

test('a lock is red, names every reason and leads to the first cause', () => {
  const locked = part('interlock', {
    ...status,
    interlock: {
      locked: true,
      reasons: [
        { source: 'chain', reason: 'block 9 invalid', sinceMs: 0 },
        { source: 'telemetry', reason: 'data 40 s old', sinceMs: 0 },
      ],
    },
  });
  expect(locked).toMatchObject({ tone: 'red', screen: 'chain' });
  expect(locked?.reason).toBe('chain: block 9 invalid · telemetry: data 40 s old');
});

test('a real market does not claim to be simulated', () => {
  expect(part('simulated', { ...status, simulated: false })).toBeUndefined();
});
