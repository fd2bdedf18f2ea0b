/** What an AC check says about a measure: three answers that are never one. */
import type { z } from 'zod';
import type { zEffect } from '../../preload/contract/flexibility.ts';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';

export type Effect = z.output<typeof zEffect>;

export interface EffectWords {
  readonly sentence: string;
  readonly tone: 'good' | 'amber' | 'red';
  /** Why the measure must not be ordered as it is; null when it may. */
  readonly blocked: string | null;
}

/** @param upper  whether the limit bounds from above (loading, high voltage) or below */
export function effectWords(effect: Effect, upper: boolean): EffectWords {
  if (!effect.solved) {
    return {
      // The console then states the reason in place of violations.
      sentence:
        `The AC check found no solution with this measure: its effect is unknown. ${effect.newViolations.join(' ')}`.trim(),
      tone: 'red',
      blocked: 'its effect could not be computed',
    };
  }
  const d = decimalsOf(effect.unit);
  const text = (value: number) => `${formatNumber(value, d)} ${effect.unit}`;
  const change = `${text(effect.before)} → ${text(effect.after)}, limit ${text(effect.limitValue)}`;
  if (effect.newViolations.length > 0) {
    return {
      sentence: `${change}, but it would violate another limit: ${effect.newViolations.join('; ')}.`,
      tone: 'red',
      blocked: 'it would violate another limit',
    };
  }
  const holds = upper ? effect.after <= effect.limitValue : effect.after >= effect.limitValue;
  return holds
    ? { sentence: `${change}. The limit holds.`, tone: 'good', blocked: null }
    : { sentence: `${change}. It helps, but the limit does not hold yet.`, tone: 'amber', blocked: null };
}

/** Loading and high voltage are bounded from above, low voltage from below. */
export function isUpper(limit: string | undefined): boolean {
  return limit !== 'voltage-low';
}
