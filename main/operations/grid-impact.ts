/** What an activation does to the limits of the grid, and what follows from it: proposed, spoken against, or unknown. Pure. */
import type { MovedLimit } from '../records/supervision.ts';

/** A change of injection at a point, kW, more injection positive. */
export interface PointChange {
  readonly point: string;
  readonly kw: number;
}

export interface GridImpact {
  readonly solved: boolean;
  readonly missing: string | null;
  readonly worst: MovedLimit | null;
  /** Limits that it would violate, or violate worse. */
  readonly broken: readonly MovedLimit[];
}

/** Whether what is seen of the market and the grid can be believed now. */
export interface Conditions {
  readonly chain: { readonly verified: boolean; readonly detail: string };
  /** Why the market's rules are not those of this console; null: they are. */
  readonly rulesMismatch: string | null;
  readonly telemetry: { readonly live: boolean; readonly detail: string };
}

/** none: nothing may be proposed, for its effect is not known. */
export interface Finding {
  readonly proposal: 'confirm' | 'refuse' | 'none';
  /** One sentence. */
  readonly sentence: string;
  /** What it does to the worst element; null: not known. */
  readonly worst: MovedLimit | null;
}

/** @param impact null: the solver did not answer */
export function findingOf(
  impact: GridImpact | null,
  { chain, rulesMismatch, telemetry }: Conditions,
): Finding {
  if (!chain.verified) return unknown(`the chain is not verified (${chain.detail})`);
  if (rulesMismatch !== null) return unknown(rulesMismatch);
  if (!telemetry.live) return unknown(`measurements are not current (${telemetry.detail})`);
  if (impact === null) return unknown('the power flow solver does not answer');
  const { worst, broken } = impact;
  if (!impact.solved || worst === null)
    return unknown(impact.missing ?? 'no limit is given for any element of this network');
  const first = broken[0];
  if (first === undefined)
    return {
      proposal: 'confirm',
      sentence: `It violates no limit and makes none worse: ${limitWords(worst)}.`,
      worst,
    };
  const others = broken.length - 1;
  const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'limit' : 'limits'}`;
  const verb = isViolated(first, first.before) ? 'It makes worse' : 'It would violate';
  return { proposal: 'refuse', sentence: `${verb} ${limitWords(first)}${more}.`, worst: first };
}

/** "T3 97.2 → 99.1 %, limit 100.0" */
export function limitWords({ element, before, after, limitValue, unit }: MovedLimit): string {
  const text = (value: number) => value.toFixed(unit === '%' ? 1 : 4);
  return `${element} ${text(before)} → ${text(after)} ${unit}, limit ${text(limitValue)}`;
}

function isViolated({ limit, limitValue }: MovedLimit, value: number): boolean {
  return limit === 'voltage-low' ? value < limitValue : value > limitValue;
}

function unknown(why: string): Finding {
  return { proposal: 'none', sentence: `Its effect is not known: ${why.replace(/\.$/, '')}.`, worst: null };
}
