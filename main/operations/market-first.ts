/**
 * The market comes first: curtailment while offers are open needs words on chain why they are not used (Curtailment, rule C5). Pure.
 */
import type { Direction } from '../records/market.ts';
import type { Wh } from '../records/units.ts';

/** The contract takes no more, in UTF-8. */
const OVERRIDE_BYTES_MAX = 512;

export interface MarketCase {
  readonly element: string;
  /** What is left of every offer of the interval, of any product. */
  readonly open: readonly { readonly direction: Direction; readonly remainingWh: Wh }[];
  /** Directions of the curtailment. */
  readonly directions: readonly Direction[];
  /** By the power flow, whether offers clear the limit. */
  readonly marketCanSolve: boolean;
  /** The operator's words for passing over the market; empty: none. */
  readonly operatorsWords: string;
}

/**
 * The operator's words where the operator passes over the market, else what the power flow says of the offers; empty where none is
 * open in a direction that is curtailed.
 */
export function marketOverride(given: MarketCase): string {
  const { element, open, directions, marketCanSolve, operatorsWords } = given;
  const sums = new Map<Direction, Wh>();
  for (const { direction, remainingWh } of open)
    if (directions.includes(direction)) sums.set(direction, (sums.get(direction) ?? 0n) + remainingWh);
  const openWh = [...sums].filter(([, wh]) => wh > 0n);
  if (openWh.length === 0) return '';
  if (operatorsWords !== '') return cut(operatorsWords);
  // The desk has refused before: nothing may stand on chain that the power flow did not say.
  if (marketCanSolve) return '';
  const amounts = openWh.map(([direction, wh]) => `${wh} Wh ${direction}`).join(' and ');
  return cut(
    `By the power flow the congestion offers do not clear the limit of ${element}; open in all products: ${amounts}.`,
  );
}

/** Whole characters within the bound. */
function cut(words: string): string {
  let kept = [...words];
  while (new TextEncoder().encode(kept.join('')).length > OVERRIDE_BYTES_MAX) kept = kept.slice(0, -1);
  return kept.join('');
}
