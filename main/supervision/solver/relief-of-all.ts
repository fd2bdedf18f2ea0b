/** The cheapest offers that restore every limit of one interval, in the words of the desk. */
import type { GridPeriod } from '../../../grid-models/redispatch/limit-rows.ts';
import type { LinearSolver } from '../../../grid-models/redispatch/linear-programme.ts';
import type { RemainingViolation } from '../../../grid-models/redispatch/remaining.ts';
import { restoreLimits } from '../../../grid-models/redispatch/restore-limits.ts';

export interface OfferAtPoint {
  readonly id: string;
  readonly point: string;
  readonly direction: 'up' | 'down';
  readonly kw: number;
  readonly eurPerKwh: number;
}

/** The cheapest quantities that restore every limit of an interval, by the power flow; or why there are none. */
export interface ReliefOfAll {
  readonly restored: boolean;
  /** kW by offer, above 0; empty where it is not restored. */
  readonly kw: ReadonlyMap<string, number>;
  readonly message: string;
}

export function noRelief(message: string): ReliefOfAll {
  return { restored: false, kw: new Map(), message };
}

/** @param offers with the row of their bus, -1 where the network does not have the point */
export function reliefOfAll(
  period: GridPeriod,
  offers: readonly (OfferAtPoint & { readonly bus: number })[],
  options: { readonly stepKw: number; readonly hours: number; readonly solver: LinearSolver },
): ReliefOfAll {
  const found = restoreLimits({
    periods: [period],
    offers: offers.map(({ id, bus, direction, kw, eurPerKwh }) => ({
      id,
      bus,
      period: 0,
      direction,
      blocks: [{ kw, eurPerKwh }],
      kwMin: 0,
      rebound: [],
    })),
    ...options,
  });
  if (found.outcome === 'unsolved') return noRelief(found.message);
  const [worst] = found.remaining;
  if (worst) {
    const value = `${worst.value.toFixed(worst.unit === '%' ? 1 : 3)} ${worst.unit}`;
    return noRelief(`With all that helps ${worst.element} still has ${value}: ${whyLeft(worst)}`);
  }
  const kw = new Map<string, number>();
  for (const part of found.parts) kw.set(part.offer, (kw.get(part.offer) ?? 0) + part.kw);
  return { restored: true, kw, message: found.message };
}

function whyLeft({ why }: RemainingViolation): string {
  switch (why.code) {
    case 'nothing-relieves':
      return 'no offer relieves it.';
    case 'used-up':
      return 'all offers that relieve it are used up.';
    case 'held-back':
      return `more would violate ${why.by.map(({ element }) => element).join(', ')}.`;
    case 'indivisible':
      return 'what is left comes in pieces too large.';
    case 'not-agreed':
      return why.message;
  }
}
