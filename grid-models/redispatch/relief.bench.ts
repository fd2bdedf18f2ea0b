/**
 * The cheapest relief on the demonstration grid: 500 offers with price steps, every tenth with a least quantity, and 200 limits violated
 * at once. Power flows, slopes and programmes together, from the solved schedule to the set that AC has confirmed.
 */
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { readings } from '../security/assessment.ts';
import { type Limits, networkLimits } from '../security/limits.ts';
import { highsSolver } from './highs.ts';
import { type BlockOffer, kwMaxOf } from './offers.ts';
import { type Relief, type ReliefInput, restoreLimits } from './restore-limits.ts';

const OFFERS = 500;
const LIMITS_OF_A_KIND = 100;
const RUNS = 7;
/** Share of every offer that is enough by construction. */
const ENOUGH_SHARE = 0.4;
/** What the limits leave beyond that, percent of what is permitted: more than the room that relief keeps. */
const LEFT_PERCENT = 1.5;

export async function benchRelief(): Promise<{ name: string; value: number; unit: string }[]> {
  const input = await scenario();
  const times: number[] = [];
  for (let run = 0; run < RUNS + 2; run++) {
    const started = performance.now();
    const relief = restoreLimits(input);
    const ms = performance.now() - started;
    check(relief);
    if (run >= 2) times.push(ms);
  }
  times.sort((a, b) => a - b);
  return [{ name: 'relief/500x200', value: times[RUNS >> 1]!, unit: 'ms' }];
}

async function scenario(): Promise<ReliefInput> {
  const network = demonstrationNetwork(1);
  const model = buildModel(network);
  const injection = baseInjection(network);
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const points = network.points.map(point => ({ bus: point.bus, at: next(1e6) })).sort((a, b) => a.at - b.at);
  const offers = Array.from({ length: OFFERS }, (_, n): BlockOffer => {
    const eurPerKwh = 0.05 + next(300) / 1000;
    return {
      id: `offer-${String(n).padStart(3, '0')}`,
      bus: points[n]!.bus,
      period: 0,
      direction: n % 5 === 0 ? 'down' : 'up',
      blocks: [0, 1, 2].map(step => ({ kw: 2 + next(10), eurPerKwh: eurPerKwh + 0.04 * step })),
      kwMin: n % 10 === 3 ? 6 : 0,
      rebound: [],
    };
  });
  const state = solved(solve(model, injection));
  const pMw = injection.pMw.slice();
  for (const offer of offers)
    if (offer.direction === 'up') pMw[offer.bus]! += (ENOUGH_SHARE * kwMaxOf(offer)) / 1000;
  const limits = overstepped(network, state, solved(solve(model, { ...injection, pMw })));
  const solver = await highsSolver();
  return { periods: [{ model, injection, limits, state }], hours: 0.25, offers, solver, stepKw: 0.04 };
}

/** Limits that the schedule oversteps and the better state keeps: where the two are furthest apart. */
function overstepped(
  network: ReturnType<typeof demonstrationNetwork>,
  schedule: SolvedState,
  better: SolvedState,
): Limits {
  const given = networkLimits(network);
  const limits = {
    ...given,
    vmPuMin: given.vmPuMin.slice(),
    loadingPercentMax: given.loadingPercentMax.slice(),
  };
  const after = readings(network, given, better);
  const moved = readings(network, given, schedule)
    .map((reading, n) => ({ ...reading, goal: after[n]!.value, gain: reading.used - after[n]!.used }))
    .sort((a, b) => b.gain - a.gain);
  const [branch, bus] = [network.branch.id, network.bus.id];
  for (const r of moved.filter(r => r.unit === '%').slice(0, LIMITS_OF_A_KIND))
    limits.loadingPercentMax[branch.indexOf(r.element)] = r.goal * (1 + LEFT_PERCENT / 100);
  for (const r of moved.filter(r => r.limit === 'voltage-low').slice(0, LIMITS_OF_A_KIND))
    limits.vmPuMin[bus.indexOf(r.element)] = r.goal - (LEFT_PERCENT / 100) * HALF_BAND_PU;
  return limits;
}

function solved(state: ReturnType<typeof solve>): SolvedState {
  if (!state.converged) throw new Error(state.message);
  return state;
}

function check(relief: Relief): void {
  if (relief.outcome !== 'restored' || !relief.agreed)
    throw new Error(`bench: ${relief.outcome}, ${'message' in relief ? relief.message : ''}`);
  const violated = relief.limits.filter(l =>
    l.limit === 'voltage-low' ? l.before < l.limitValue : l.before > l.limitValue,
  );
  if (violated.length < 2 * LIMITS_OF_A_KIND)
    throw new Error(`bench: only ${violated.length} limits were violated`);
}

/** Of the low-voltage band, p.u. */
const HALF_BAND_PU = 0.1;
