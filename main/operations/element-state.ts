/** What the power flow says of one element: where it stands, and what a measure does to it. Pure. */
import { type ElementAtRisk, needOf } from '../../grid-models/redispatch/relief.ts';
import type { LimitKind } from '../records/supervision.ts';

export interface Slopes {
  readonly value: number;
  readonly limitValue: number;
  readonly unit: string;
  readonly limit: LimitKind;
  /** Change of the value per kW more injection, by point. */
  readonly perKw: ReadonlyMap<string, number>;
}

export interface Effect {
  readonly solved: boolean;
  readonly missing: string | null;
  readonly before: number;
  readonly after: number;
  readonly limitValue: number;
  readonly unit: string;
  readonly newViolations: readonly string[];
}

/** Whether the element is beyond its limit as scheduled. */
export function isViolated(slopes: Slopes): boolean {
  return needOf(atRisk(slopes), 0) > 0;
}

export function atRisk(slopes: Slopes): ElementAtRisk {
  return { value: slopes.value, limitValue: slopes.limitValue, isLower: slopes.limit === 'voltage-low' };
}

export function isAtRisk(slopes: Slopes): boolean {
  return needOf(atRisk(slopes), roomOf(slopes)) > 0;
}

export function roomOf(slopes: Slopes): number {
  return slopes.unit === '%' ? ROOM.percent : ROOM.voltage;
}

/** Why something must not be ordered; null: it may be. */
export function obstacleOf(effect: Effect, what: 'set' | 'measure'): string | null {
  if (!effect.solved) return effect.missing ?? `The power flow has no solution with this ${what}.`;
  return effect.newViolations.length === 0
    ? null
    : `The ${what} itself would violate ${effect.newViolations.join(', ')}.`;
}

export function noEffect(missing: string): Effect {
  return {
    solved: false,
    missing,
    before: Number.NaN,
    after: Number.NaN,
    limitValue: Number.NaN,
    unit: '',
    newViolations: [],
  };
}

/** Room kept to the limit: a measure ends below it, or the next kilowatt would violate it again. Percentage points; p.u. */
const ROOM = { percent: 1, voltage: 0.001 };
