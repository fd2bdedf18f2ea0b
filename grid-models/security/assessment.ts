/** Which limits a solved state violates, by how much, and which limit is closest. */
import type { Network } from '../network/network.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { hasRating, type LimitKind, type Limits, loadingKind, voltageScale } from './limits.ts';

/** What limits are read from, of a solved state. */
export type LimitedState = Pick<
  SolvedState,
  'vmPu' | 'pFromMw' | 'qFromMvar' | 'pToMw' | 'qToMvar' | 'iFromKa' | 'iToKa'
>;

export interface LimitReading {
  readonly limit: LimitKind;
  /** Id of the bus or branch. */
  readonly element: string;
  readonly value: number;
  readonly limitValue: number;
  /** Distance to the limit in `unit`; negative: violated. */
  readonly margin: number;
  readonly unit: 'p.u.' | '%';
  /** Used share of what is permitted, 1 at the limit (see `voltageScale`). */
  readonly used: number;
}

/** A reading whose margin is negative. */
export type Violation = LimitReading;

/** All violated limits, the most overstepped first; empty when the state is within every limit that is given. */
export function assess(network: Network, limits: Limits, state: LimitedState): Violation[] {
  return readings(network, limits, state)
    .filter(r => r.margin < 0)
    .sort(byUse);
}

/** The limit of which most is used, violated or not; null when no limit is given at any live element. */
export function closest(network: Network, limits: Limits, state: LimitedState): LimitReading | null {
  let found: LimitReading | null = null;
  for (const reading of readings(network, limits, state))
    if (!found || byUse(reading, found) < 0) found = reading;
  return found;
}

/** The most overstepped of some violations; null of none. */
export function worst(violations: readonly Violation[]): Violation | null {
  let found: Violation | null = null;
  for (const violation of violations) if (!found || byUse(violation, found) < 0) found = violation;
  return found;
}

/** Every given limit with its value in the state, buses before branches. Dead buses and branches have none. */
export function readings(network: Network, limits: Limits, state: LimitedState): LimitReading[] {
  const { bus, branch } = network;
  const out: LimitReading[] = [];
  for (let b = 0; b < bus.count; b++) {
    const value = state.vmPu[b]!;
    if (Number.isNaN(value)) continue;
    const low = limits.vmPuMin[b]!;
    const high = limits.vmPuMax[b]!;
    const { middle, span } = voltageScale(low, high);
    const element = bus.id[b]!;
    if (!Number.isNaN(high)) {
      const used = (value - middle) / span;
      out.push({
        limit: 'voltage-high',
        element,
        value,
        limitValue: high,
        margin: high - value,
        unit: 'p.u.',
        used,
      });
    }
    if (!Number.isNaN(low)) {
      const used = (middle - value) / span;
      out.push({
        limit: 'voltage-low',
        element,
        value,
        limitValue: low,
        margin: value - low,
        unit: 'p.u.',
        used,
      });
    }
  }
  for (let e = 0; e < branch.count; e++) {
    if (!branch.inService[e] || !hasRating(limits, e)) continue;
    const value = loadingPercent(limits, state, e);
    const limitValue = limits.loadingPercentMax[e]!;
    const margin = limitValue - value;
    const used = value / limitValue;
    out.push({
      limit: loadingKind(network, e),
      element: branch.id[e]!,
      value,
      limitValue,
      margin,
      unit: '%',
      used,
    });
  }
  return out;
}

/** Percent of the rating in `limits`, the worse of both ends; NaN where no rating is given. */
export function loadingPercent(limits: Limits, state: LimitedState, branch: number): number {
  const { pFromMw, qFromMvar, pToMw, qToMvar, iFromKa, iToKa } = state;
  const mva = limits.ratingMva[branch]!;
  const shares = [
    iFromKa[branch]! / limits.ratingFromKa[branch]!,
    iToKa[branch]! / limits.ratingToKa[branch]!,
    Math.sqrt(pFromMw[branch]! ** 2 + qFromMvar[branch]! ** 2) / mva,
    Math.sqrt(pToMw[branch]! ** 2 + qToMvar[branch]! ** 2) / mva,
  ].filter(share => !Number.isNaN(share));
  return shares.length === 0 ? Number.NaN : 100 * Math.max(...shares);
}

function byUse(a: LimitReading, b: LimitReading): number {
  // Ties go by name, so that the same state always names the same element.
  return b.used - a.used || (a.element < b.element ? -1 : a.element > b.element ? 1 : 0);
}
