/** The frame of every screen: clock, interlock, chain, data age, counts. */
import type { z } from 'zod';
import type { SegmentLight } from '../../grid-models/security/traffic-light.ts';
import type { zStatus } from '../../preload/contract/session.ts';
import { type ChainFollowerStatus, isAtHead } from '../chain/follower.ts';
import { nextGate } from '../market/gates.ts';
import { FROZEN_AFTER_PERIODS } from '../operations/interlock.ts';
import type { Implementation } from '../shells/implementation.ts';
import type { TelemetryStatus } from '../telemetry/service.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

type Status = z.input<typeof zStatus>;

export function sessionScreen(services: Services): Implementation['session'] {
  const { seconds, alarms, follower } = services;
  return {
    status: (_input, signal) =>
      push({
        read: () => status(services),
        wake: [seconds, h => alarms.onChange(h), h => follower.onStatus(h)],
        signal,
        everyMs: 250,
      }),
  };
}

function status(services: Services): Status {
  const { network, telemetry, speed, operator, clock, outlook, times, alarms, interlock } = services;
  const { follower, realClock, blockPeriodS, market, solver } = services;
  const nowMs = clock.nowMs();
  return {
    network: network.name,
    simulated: telemetry.simulated,
    speed,
    operator,
    nowMs,
    interval: outlook.running(),
    intervalSeconds: times.intervalSeconds,
    gate: nextGate(times, nowMs),
    ...gridState(outlook.lights()),
    chain: chainPart(follower.status(), realClock.nowMs(), blockPeriodS),
    data: dataPart(telemetry.status()),
    supervision: supervisionPart(market.totals(), solver.alive()),
    alarms: alarms.counts(),
    interlock: { ...interlock(), reasons: [...interlock().reasons] },
  };
}

/** Proposed from the limits (SOGL Art. 18); set for good by a person. */
export function gridState(
  lights: readonly Pick<SegmentLight, 'light' | 'element'>[],
): Pick<Status, 'gridState' | 'gridStateWhy'> {
  if (lights.length === 0 || lights.every(l => l.light === 'unknown'))
    return { gridState: 'unknown', gridStateWhy: 'No state of the grid is known yet.' };
  const red = lights.filter(l => l.light === 'red');
  if (red.length > 0)
    return {
      gridState: 'emergency',
      gridStateWhy: `A limit is violated now: ${red.map(l => l.element).join(', ')}.`,
    };
  const amber = lights.filter(l => l.light === 'amber');
  if (amber.length > 0)
    return {
      gridState: 'alert',
      gridStateWhy: `A limit is foreseen to be violated: ${amber.map(l => l.element).join(', ')}.`,
    };
  const unknown = lights.filter(l => l.light === 'unknown').length;
  if (unknown > 0)
    return {
      gridState: 'unknown',
      gridStateWhy: `${unknown} of ${lights.length} segments have no solved state.`,
    };
  return { gridState: 'normal', gridStateWhy: 'Every limit holds now and in every forecast interval.' };
}

export function chainPart(
  status: Pick<
    ChainFollowerStatus,
    'verified' | 'head' | 'endpoints' | 'fault' | 'executedFrom' | 'lastBlockAtMs'
  >,
  realNowMs: number,
  blockPeriodS: number,
): Status['chain'] {
  const agree = status.endpoints.filter(e => e.connected && e.lies.length === 0).length;
  const counts = { head: status.head, endpoints: status.endpoints.length, endpointsAgree: agree };
  if (status.fault)
    return {
      ...counts,
      state: 'red',
      text: 'INVALID',
      reason: `Block ${status.fault.blockNumber} failed the check "${status.fault.stage}": expected ${status.fault.expected}, got ${status.fault.got}.`,
    };
  if (status.verified === 'unreachable')
    return {
      ...counts,
      state: 'red',
      text: 'unreachable',
      reason: 'No endpoint of the chain answers.',
    };
  if (!isAtHead(status))
    return {
      ...counts,
      state: 'amber',
      text: 'catching up',
      reason: 'Blocks are being executed; what is shown is behind.',
    };
  // A chain that stood still before the console was opened must not look like one whose block has just come.
  if (status.lastBlockAtMs === null)
    return {
      ...counts,
      state: 'unknown',
      text: 'executed ✓ sealed ✓',
      reason: 'No block has come since the console was opened.',
    };
  const ageS = Math.max(0, (realNowMs - status.lastBlockAtMs) / 1000);
  const rest = { ...counts, text: `executed ✓ sealed ✓ ${ageS.toFixed(1)} s` };
  if (ageS > FROZEN_AFTER_PERIODS * blockPeriodS)
    return { ...rest, state: 'red', reason: `Market frozen: no block for ${ageS.toFixed(0)} s.` };
  if (ageS > 3 * blockPeriodS)
    return { ...rest, state: 'amber', reason: `The chain is slow: no block for ${ageS.toFixed(0)} s.` };
  return {
    ...rest,
    state: 'good',
    reason: `Every seal checked and every block executed here since block ${status.executedFrom}.`,
  };
}

export function dataPart({
  state,
  detail,
  ageS,
  quality,
}: Pick<TelemetryStatus, 'state' | 'detail' | 'ageS' | 'quality'>): Status['data'] {
  const age = ageS ?? 0;
  if (state === 'live')
    return {
      state: 'good',
      text: 'measured',
      reason: `${detail}, quality ${quality}.`,
      ageS: age,
    };
  return {
    state: 'red',
    text: state === 'stale' ? 'STALE' : 'LOST',
    reason: `Measurements are not current: ${detail}.`,
    ageS: age,
  };
}

export function supervisionPart(
  counts: ReturnType<Services['market']['totals']>,
  solverAlive: boolean,
): Status['supervision'] {
  const text = `${counts.pending} pending, ${counts.held} held`;
  if (!solverAlive)
    return {
      ...counts,
      state: 'red',
      text,
      reason: 'The solver is being restarted; nothing is checked meanwhile.',
    };
  return {
    ...counts,
    state: counts.held > 0 ? 'amber' : 'good',
    text,
    reason: `${counts.accepted} accepted, ${counts.reduced} reduced, ${counts.rejected} rejected.`,
  };
}
