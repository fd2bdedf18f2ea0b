/** The chosen element's limits, present values and forecast as rows and chart lines. */
import type { Element } from '../../../../preload/contract/grid.ts';
import type { ChartSeries } from '../../TimeChart.tsx';

const LIMIT_WORD: Record<Element['limits'][number]['limit'], string> = {
  'voltage-high': 'highest voltage',
  'voltage-low': 'lowest voltage',
  'line-loading': 'loading',
  'transformer-loading': 'loading',
};

const SOURCE_WORD: Record<Element['now'][number]['source'], string> = {
  measured: 'measured',
  calculated: 'calculated',
  estimated: 'estimated',
  substituted: 'entered by hand',
  none: 'no value',
};

export function limitWord(limit: Element['limits'][number]['limit']): string {
  return LIMIT_WORD[limit];
}

export function sourceWord(source: Element['now'][number]['source']): string {
  return SOURCE_WORD[source];
}

export interface ForecastChart {
  readonly title: string;
  readonly unit: string;
  readonly intervals: readonly number[];
  readonly series: readonly ChartSeries[];
  readonly limits: readonly { readonly value: number; readonly label: string }[];
}

/** Loading in % for branches, voltage in p.u. for buses; only limits that the network states are drawn. */
export function forecastChart(element: Element): ForecastChart {
  const bus = element.kind === 'bus';
  return {
    title: bus ? 'Voltage forecast' : 'Loading forecast',
    unit: bus ? 'p.u.' : '%',
    intervals: element.forecast.map(f => f.interval),
    series: [
      {
        name: bus ? 'voltage' : 'loading',
        tone: 'flow',
        kind: 'line',
        values: element.forecast.map(f => f.value),
      },
    ],
    limits: element.limits.flatMap(l =>
      l.value === null ? [] : [{ value: l.value, label: `${limitWord(l.limit)} ${l.value} ${l.unit}` }],
    ),
  };
}

/** First interval in which the forecast leaves the limits; null when it stays within them or they are unknown. */
export function firstViolation(element: Element): { interval: number; value: number } | null {
  const high = element.limits.filter(l => l.limit !== 'voltage-low').map(l => l.value);
  const low = element.limits.filter(l => l.limit === 'voltage-low').map(l => l.value);
  for (const { interval, value } of element.forecast) {
    if (value === null) continue;
    if (
      high.some(limit => limit !== null && value > limit) ||
      low.some(limit => limit !== null && value < limit)
    )
      return { interval, value };
  }
  return null;
}
