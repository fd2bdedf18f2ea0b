/** The forecast of the element at risk as it stands, and with the chosen measure in its interval. */
import type { ChartSeries } from '../ui/TimeChart.tsx';

export interface ForecastPoint {
  readonly interval: number;
  readonly value: number | null;
}

/** Two hours before and four after the interval, so that its steps can be read. */
const BEFORE_S = 2 * 3600;
const AFTER_S = 4 * 3600;

/** @param after  AC value with the measure; null while it is not computed: then only the present forecast is drawn */
export function forecastWith(
  forecast: readonly ForecastPoint[],
  interval: number,
  after: number | null,
): { intervals: number[]; series: ChartSeries[] } {
  const near = forecast.filter(p => p.interval >= interval - BEFORE_S && p.interval <= interval + AFTER_S);
  const without: ChartSeries = {
    name: 'without',
    tone: 'flow',
    kind: 'line',
    values: near.map(p => p.value),
  };
  const changed: ChartSeries = {
    name: 'with the chosen set',
    tone: 'info',
    kind: 'line',
    // An activation acts in its own interval only; elsewhere both lines are one.
    values: near.map(p => (p.interval === interval ? after : p.value)),
  };
  return { intervals: near.map(p => p.interval), series: after === null ? [without] : [changed, without] };
}
