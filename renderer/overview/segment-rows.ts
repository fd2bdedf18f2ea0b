/** Segments in the order of concern, and the sentences of the limits at risk. */
import type { z } from 'zod';
import type { zRisk } from '../../preload/contract/common.ts';
import type { Overview } from '../../preload/contract/overview.ts';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { formatInterval } from '../ui/times.ts';

export type SegmentRow = Overview['segments'][number];
export type Risk = z.output<typeof zRisk>;

const RANK = { red: 0, amber: 1, unknown: 2, green: 3 } as const;

/** Red, amber, unknown, green; inside each the smallest margin first. */
export function orderSegments(segments: readonly SegmentRow[]): SegmentRow[] {
  return segments.toSorted(
    (a, b) =>
      RANK[a.light] - RANK[b.light] ||
      (marginPercent(a) ?? Number.POSITIVE_INFINITY) - (marginPercent(b) ?? Number.POSITIVE_INFINITY) ||
      (a.segment < b.segment ? -1 : 1),
  );
}

/** What is left to the limit in the worst of now and the forecast; negative: over it. null where nothing is known. */
export function marginPercent(row: SegmentRow): number | null {
  const worst = [row.loadingNowPercent, row.loadingPeakPercent].filter(v => v !== null);
  return worst.length === 0 ? null : row.limitPercent - Math.max(...worst);
}

/** "T3 at 113.2 % (limit 100 %) at 18:15–18:30, from 18:00 to 19:00." */
export function riskSentence(risk: Risk): string {
  const decimals = decimalsOf(risk.unit);
  const value = `${formatNumber(risk.worstValue, decimals)} ${risk.unit}`;
  const limit = `${formatNumber(risk.limitValue, risk.unit === '%' ? 0 : decimals)} ${risk.unit}`;
  const from = formatInterval(risk.fromInterval).slice(0, 5);
  const to = formatInterval(risk.toInterval).slice(6);
  return `${risk.element} at ${value} (limit ${limit}) in ${formatInterval(risk.worstInterval)}, over the limit from ${from} to ${to}.`;
}
