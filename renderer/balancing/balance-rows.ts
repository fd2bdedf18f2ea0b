/** The exchange of the area with the upstream grid in figures, in words and as series of a chart. */
import type { Balance } from '../../preload/contract/balancing.ts';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import type { ChartSeries } from '../ui/TimeChart.tsx';

export interface Figure {
  readonly name: string;
  /** Import positive; null where there is no value. */
  readonly mw: number | null;
  /** What the figure means, or why there is none. */
  readonly words: string;
}

export type Exchange = Pick<Balance, 'scheduledMw' | 'measuredMw' | 'imbalanceMw'>;

/** Scheduled, measured, and the difference, in this order. */
export function balanceFigures({ scheduledMw, measuredMw, imbalanceMw }: Exchange): Figure[] {
  return [
    {
      name: 'Scheduled',
      mw: scheduledMw,
      words:
        scheduledMw === null
          ? 'No value: the power flow of the running interval is not solved.'
          : exchangeWords(scheduledMw),
    },
    {
      name: 'Measured',
      mw: measuredMw,
      words:
        measuredMw === null
          ? 'No value: a feed-in from the upstream grid is not measured, or its measurement is stale or bad.'
          : exchangeWords(measuredMw),
    },
    {
      name: 'Imbalance, measured − scheduled',
      mw: imbalanceMw,
      words: imbalanceMw === null ? missingWords(scheduledMw, measuredMw) : imbalanceWords(imbalanceMw),
    },
  ];
}

/**
 * Measured as bars, scheduled as a line over them. Bars, because the measurement is known for single intervals only, and a
 * line needs two points to be seen.
 */
export function exchangeSeries(intervals: Balance['intervals']): ChartSeries[] {
  return [
    { name: 'measured', tone: 'line', kind: 'stack', values: intervals.map(i => i.measuredMw) },
    { name: 'scheduled', tone: 'text', kind: 'line', values: intervals.map(i => i.scheduledMw) },
  ];
}

/** Whether the chart has anything to show. */
export function hasExchange(intervals: Balance['intervals']): boolean {
  return intervals.some(i => i.scheduledMw !== null || i.measuredMw !== null);
}

/** "importing 1.200 MW" */
function exchangeWords(mw: number): string {
  if (isZero(mw)) return 'no exchange';
  return `${mw > 0 ? 'importing' : 'exporting'} ${size(mw)} MW`;
}

function imbalanceWords(mw: number): string {
  if (isZero(mw)) return 'as scheduled';
  return mw > 0
    ? `${size(mw)} MW more import than scheduled: the area is short, offers up would close it`
    : `${size(mw)} MW less import than scheduled: the area is long, offers down would close it`;
}

function missingWords(scheduledMw: number | null, measuredMw: number | null): string {
  const missing = [
    ...(scheduledMw === null ? ['the schedule'] : []),
    ...(measuredMw === null ? ['the measurement'] : []),
  ];
  return missing.length === 0
    ? 'No value: the console gave none.'
    : `No value: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`;
}

/** Zero as shown: a word for a direction would contradict 0.000. */
function isZero(mw: number): boolean {
  return Number(mw.toFixed(DECIMALS)) === 0;
}

function size(mw: number): string {
  return formatNumber(Math.abs(mw), DECIMALS);
}

const DECIMALS = decimalsOf('MW');
