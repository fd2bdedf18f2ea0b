/** The overview: one row per segment, the day on one time axis, limits at risk. Joins what outlook and market know. */
import type { z } from 'zod';
import type { zOverview, zSegmentRow } from '../../preload/contract/overview.ts';
import type { Implementation } from '../shells/implementation.ts';
import type { IntervalSummary } from '../supervision/solver/grid-core.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

type Overview = z.input<typeof zOverview>;
type SegmentRow = z.input<typeof zSegmentRow>;

/** Elements drawn by name in the chart of loadings. */
const WORST_SHOWN = 4;
const PAST_SHOWN = 16;
const COMING_SHOWN = 48;

export function overviewScreen(services: Services): Implementation['overview'] {
  const { outlook, market } = services;
  return {
    state: (_input, signal) =>
      push({
        read: () => overview(services),
        wake: [h => outlook.onChange(h), h => market.onChange(h)],
        signal,
        everyMs: 1000,
      }),
  };
}

function overview(services: Services): Overview {
  const { outlook, market, clock, times } = services;
  const running = outlook.running();
  const intervals = Array.from(
    { length: PAST_SHOWN + COMING_SHOWN },
    (_, k) => running + (k - PAST_SHOWN) * times.intervalSeconds,
  );
  const summaries = intervals.map(interval => outlook.summary(interval));
  const counts = intervals.map(interval => market.counts(interval));
  return {
    segments: segmentRows(services, summaries.slice(PAST_SHOWN)),
    day: {
      nowMs: clock.nowMs(),
      intervals,
      worst: worstElements(summaries),
      vmPuMin: summaries.map(s => s?.vmPuMin ?? null),
      vmPuMax: summaries.map(s => s?.vmPuMax ?? null),
      trades: {
        pending: counts.map(c => c.pending),
        accepted: counts.map(c => c.accepted),
        reduced: counts.map(c => c.reduced),
        rejected: counts.map(c => c.rejected),
        held: counts.map(c => c.held),
      },
    },
    risks: [...outlook.risks()],
  };
}

/** @param coming summaries from the running interval on */
function segmentRows(
  { outlook, market, network }: Services,
  coming: readonly (IntervalSummary | null)[],
): SegmentRow[] {
  const now = new Map(coming[0]?.segments.map(s => [s.segment, s]));
  const peaks = new Map<string, { percent: number; interval: number; element: string | null }>();
  const bands = new Map<string, { low: number; high: number }>();
  for (const summary of coming) {
    for (const row of summary?.segments ?? []) {
      const known = peaks.get(row.segment);
      if (row.loadingPercent !== null && summary && (!known || row.loadingPercent > known.percent)) {
        peaks.set(row.segment, {
          percent: row.loadingPercent,
          interval: summary.interval,
          element: row.worstElement,
        });
      }
      const band = bands.get(row.segment) ?? {
        low: Number.POSITIVE_INFINITY,
        high: Number.NEGATIVE_INFINITY,
      };
      bands.set(row.segment, {
        low: Math.min(band.low, row.vmPuMin ?? band.low),
        high: Math.max(band.high, row.vmPuMax ?? band.high),
      });
    }
  }
  const contractKw = contractBySegment(
    market.contractFlows(outlook.running() + 900, 1000),
    network.bus.segment,
  );
  return outlook.lights().map(({ segment, light, element, limit }) => {
    const peak = peaks.get(segment);
    const band = bands.get(segment);
    return {
      segment: segment || 'Station',
      light,
      why: why(light, element, limit),
      worstElement: element ?? peak?.element ?? now.get(segment)?.worstElement ?? null,
      loadingNowPercent: now.get(segment)?.loadingPercent ?? null,
      loadingPeakPercent: peak?.percent ?? null,
      peakInterval: peak?.interval ?? null,
      limitPercent: 100,
      vmPuMin: band && Number.isFinite(band.low) ? band.low : null,
      vmPuMax: band && Number.isFinite(band.high) ? band.high : null,
      contractKw: contractKw.get(segment) ?? 0,
    };
  });
}

function why(light: string, element: string | null, limit: string | null): string {
  const word = (limit ?? '').replace('-', ' ');
  switch (light) {
    case 'green':
      return 'Every limit holds now and in every forecast interval.';
    case 'amber':
      return `${element}: ${word} near or over its limit in a coming interval.`;
    case 'red':
      return `${element}: ${word} violated now.`;
    default:
      return 'No current state or no forecast: nothing can be said.';
  }
}

function contractBySegment(
  flows: readonly { fromBus: number; toBus: number; kw: number }[],
  segments: readonly string[],
): Map<string, number> {
  const sum = new Map<string, number>();
  for (const flow of flows) {
    for (const segment of new Set([segments[flow.fromBus] ?? '', segments[flow.toBus] ?? '']))
      sum.set(segment, (sum.get(segment) ?? 0) + flow.kw);
  }
  return sum;
}

/** The elements that are the worst of some interval, by their highest loading; a line each, where it was the worst. */
function worstElements(summaries: readonly (IntervalSummary | null)[]): Overview['day']['worst'] {
  const peaks = new Map<string, number>();
  for (const summary of summaries) {
    for (const row of summary?.segments ?? []) {
      if (row.worstElement !== null && row.loadingPercent !== null)
        peaks.set(row.worstElement, Math.max(peaks.get(row.worstElement) ?? 0, row.loadingPercent));
    }
  }
  const top = [...peaks].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, WORST_SHOWN);
  return top.map(([element]) => ({
    element,
    loadingPercent: summaries.map(
      s => s?.segments.find(row => row.worstElement === element)?.loadingPercent ?? null,
    ),
  }));
}
