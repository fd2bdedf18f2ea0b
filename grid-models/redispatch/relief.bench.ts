/**
 * The cheapest relief on the demonstration grid, from the solved schedule to the set that AC has confirmed; power flows, slopes and
 * programmes together. `relief/500x200`: 500 offers with price steps, every tenth with a least quantity, and 200 limits violated at
 * once. `relief/hard-500x600`: as many offers, every third with a least quantity, every other with a rebound in the next interval, over
 * four intervals with 600 violated limits that the offers cannot all restore.
 */
import { demonstrationNetwork } from '../demonstration/demonstration-network.ts';
import { baseInjection, buildModel } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { readings } from '../security/assessment.ts';
import { type Limits, networkLimits } from '../security/limits.ts';
import { highsSolver } from './highs.ts';
import { type BlockOffer, kwMaxOf } from './offers.ts';
import { type Relief, type ReliefInput, type ReliefSetOfAll, restoreLimits } from './restore-limits.ts';

const OFFERS = 500;
const LIMITS_OF_A_KIND = 100;
const INTERVALS = 4;
/** In each interval. */
const HARD_LIMITS_OF_A_KIND = 75;
/** Of every offer of all intervals, in each of them. */
const HARD_SHARE = 0.16;
/** Share of every offer that is enough by construction. */
const ENOUGH_SHARE = 0.4;
/** What the limits leave beyond that, percent of what is permitted: more than the room that relief keeps. */
const LEFT_PERCENT = 1.5;

/** @param prefix of the figures asked for */
export async function benchRelief(prefix: string): Promise<{ name: string; value: number; unit: string }[]> {
  const figures: { name: string; value: number; unit: string }[] = [];
  for (const { name, runs, scenario, check } of [EASY, HARD]) {
    if (!name.startsWith(prefix)) continue;
    const input = await scenario();
    const times: number[] = [];
    for (let run = 0; run < runs + 1; run++) {
      const started = performance.now();
      const relief = restoreLimits(input);
      const ms = performance.now() - started;
      check(relief);
      if (run > 0) times.push(ms);
    }
    times.sort((a, b) => a - b);
    figures.push({ name, value: times[runs >> 1]!, unit: 'ms' });
  }
  return figures;
}

interface Case {
  readonly name: string;
  readonly runs: number;
  scenario(): Promise<ReliefInput>;
  check(relief: Relief): void;
}

const EASY: Case = { name: 'relief/500x200', runs: 7, scenario: easyScenario, check: checkRestored };
const HARD: Case = { name: 'relief/hard-500x600', runs: 3, scenario: hardScenario, check: checkRemaining };

async function easyScenario(): Promise<ReliefInput> {
  const network = demonstrationNetwork(1);
  const model = buildModel(network);
  const injection = baseInjection(network);
  const next = chance(7);
  const points = shuffledPoints(network, next);
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
  const better = solved(solve(model, { ...injection, pMw }));
  const limits = overstepped(network, state, better, LIMITS_OF_A_KIND);
  const solver = await highsSolver();
  return { periods: [{ model, injection, limits, state }], hours: 0.25, offers, solver, stepKw: 0.04 };
}

/** Offers are spread over the intervals; the limits ask in each for more than its quarter of them can give. */
async function hardScenario(): Promise<ReliefInput> {
  const network = demonstrationNetwork(1);
  const model = buildModel(network);
  const base = baseInjection(network);
  const next = chance(11);
  const points = shuffledPoints(network, next);
  const offers = Array.from({ length: OFFERS }, (_, n): BlockOffer => {
    const eurPerKwh = 0.05 + next(300) / 1000;
    const period = n % INTERVALS;
    return {
      id: `offer-${String(n).padStart(3, '0')}`,
      bus: points[n]!.bus,
      period,
      direction: n % 5 === 0 ? 'down' : 'up',
      blocks: [0, 1, 2].map(step => ({ kw: 2 + next(10), eurPerKwh: eurPerKwh + 0.04 * step })),
      kwMin: n % 3 === 1 ? 6 : 0,
      rebound: n % 4 < 2 && period + 1 < INTERVALS ? [{ afterPeriods: 1, share: 0.5 }] : [],
    };
  });
  const periods = Array.from({ length: INTERVALS }, (_, period) => {
    const scale = 1 - 0.05 * period;
    const injection = { pMw: base.pMw.map(p => p * scale), qMvar: base.qMvar.map(q => q * scale) };
    const state = solved(solve(model, injection));
    const pMw = injection.pMw.slice();
    for (const offer of offers)
      if (offer.direction === 'up') pMw[offer.bus]! += (HARD_SHARE * kwMaxOf(offer)) / 1000;
    const better = solved(solve(model, { ...injection, pMw }));
    const limits = overstepped(network, state, better, HARD_LIMITS_OF_A_KIND);
    return { model, injection, limits, state };
  });
  return { periods, hours: 0.25, offers, solver: await highsSolver(), stepKw: 0.04 };
}

function chance(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function shuffledPoints(network: Network, next: (below: number) => number): { readonly bus: number }[] {
  return network.points.map(point => ({ bus: point.bus, at: next(1e6) })).sort((a, b) => a.at - b.at);
}

/** Limits that the schedule oversteps and the better state keeps: where the two are furthest apart. */
function overstepped(network: Network, schedule: SolvedState, better: SolvedState, ofAKind: number): Limits {
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
  for (const r of moved.filter(r => r.unit === '%').slice(0, ofAKind))
    limits.loadingPercentMax[branch.indexOf(r.element)] = r.goal * (1 + LEFT_PERCENT / 100);
  for (const r of moved.filter(r => r.limit === 'voltage-low').slice(0, ofAKind))
    limits.vmPuMin[bus.indexOf(r.element)] = r.goal - (LEFT_PERCENT / 100) * HALF_BAND_PU;
  return limits;
}

function solved(state: ReturnType<typeof solve>): SolvedState {
  if (!state.converged) throw new Error(state.message);
  return state;
}

function checkRestored(relief: Relief): void {
  if (relief.outcome !== 'restored' || !relief.agreed)
    throw new Error(`bench: ${relief.outcome}, ${'message' in relief ? relief.message : ''}`);
  checkViolated(relief, 2 * LIMITS_OF_A_KIND);
}

function checkRemaining(relief: Relief): void {
  if (relief.outcome !== 'remaining' || !relief.agreed || relief.parts.length === 0)
    throw new Error(`bench: ${relief.outcome}, ${relief.message}`);
  checkViolated(relief, 2 * HARD_LIMITS_OF_A_KIND * INTERVALS);
}

function checkViolated({ limits }: ReliefSetOfAll, atLeast: number): void {
  const violated = limits.filter(l =>
    l.limit === 'voltage-low' ? l.before < l.limitValue : l.before > l.limitValue,
  );
  if (violated.length < atLeast) throw new Error(`bench: only ${violated.length} limits were violated`);
}

/** Of the low-voltage band, p.u. */
const HALF_BAND_PU = 0.1;
