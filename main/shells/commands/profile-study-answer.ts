/** What `study --profile` answers: JSON, a table of all intervals, and the words of a summary. Pure. */
import type { Network } from '../../../grid-models/network/network.ts';
import { limitsNotGiven, networkLimits } from '../../../grid-models/security/limits.ts';
import { violatedElements } from '../../../grid-models/series/limit-counts.ts';
import { ROW_OUTCOME, reasonOf, type SummaryColumns } from '../../../grid-models/series/summary.ts';
import { inertText } from '../../reports/inert-text.ts';
import type { SeriesAnswer } from '../../studies/series-pool.ts';
import { idOf } from './solve-answer.ts';

const OUTCOMES = ['not-run', 'solved', 'unsolved'] as const;
const QUANTITIES = ['loadingPercentMax', 'vmPuMin', 'vmPuMax', 'lossesMw'] as const;
const PERCENTS = [0, 5, 50, 95, 99, 100] as const;
const LISTED_MAX = 20;

export type ProfileAnswer = ReturnType<typeof profileAnswer>;
export type Percentiles = Record<(typeof QUANTITIES)[number], number | null> & { readonly percent: number };

/** @param names of the intervals, row by row */
export function profileAnswer(
  network: Network,
  names: readonly string[],
  { summary, counts, done }: SeriesAnswer,
) {
  const bus = (row: number) => (row < 0 ? null : idOf(network, network.bus.id[row]!));
  const branch = (row: number) => (row < 0 ? null : idOf(network, network.branch.id[row]!));
  const limits = limitsNotGiven(network, networkLimits(network));
  return {
    format: network.format,
    intervals: names.map((interval, row) => ({
      interval,
      outcome: OUTCOMES[summary.outcome[row]!]!,
      reason: reasonOf(summary, row),
      loadingPercentMax: finite(summary.loadingPercentMax[row]!),
      loadingMaxBranch: branch(summary.loadingMaxBranch[row]!),
      vmPuMin: finite(summary.vmPuMin[row]!),
      vmPuMinBus: bus(summary.vmPuMinBus[row]!),
      vmPuMax: finite(summary.vmPuMax[row]!),
      vmPuMaxBus: bus(summary.vmPuMaxBus[row]!),
      lossesMw: finite(summary.lossesMw[row]!),
      violations: summary.outcome[row] === ROW_OUTCOME.solved ? counts.ofRow[row]! : null,
    })),
    isComplete: done === names.length,
    percentiles: percentiles(summary),
    violated: violatedElements(counts, network).map(v => ({
      element: idOf(network, v.element),
      limit: v.limit,
      intervals: v.rows,
    })),
    limitsNotGiven: {
      voltageLow: limits.voltageLow.length,
      voltageHigh: limits.voltageHigh.length,
      loading: limits.loading.length,
    },
  };
}

/** Of the solved intervals, each quantity ranked by itself: the smallest value that so many percent do not exceed. */
export function percentiles(summary: SummaryColumns): Percentiles[] {
  const ranked = QUANTITIES.map(
    quantity => [quantity, summary[quantity].filter(value => !Number.isNaN(value)).sort()] as const,
  );
  const at = (values: Float64Array, percent: number): number | null =>
    values[Math.max(0, Math.ceil((percent / 100) * values.length) - 1)] ?? null;
  return PERCENTS.map(percent => ({
    percent,
    ...(Object.fromEntries(ranked.map(([quantity, values]) => [quantity, at(values, percent)])) as Record<
      (typeof QUANTITIES)[number],
      number | null
    >),
  }));
}

/** RFC 4180; cells without number stay empty. */
export function intervalsCsv({ intervals }: ProfileAnswer): string {
  const titles = [
    'interval',
    'outcome',
    'reason',
    'loadingPercentMax',
    'loadingMaxBranch',
    'vmPuMin',
    'vmPuMinBus',
    'vmPuMax',
    'vmPuMaxBus',
    'lossesMw',
    'violations',
  ] as const;
  const lines = intervals.map(row => titles.map(title => cell(row[title])).join(','));
  return [titles.join(','), ...lines].map(line => `${line}\r\n`).join('');
}

export function profileSummary(file: string, answer: ProfileAnswer): string {
  const { intervals, violated } = answer;
  const unsolved = intervals.filter(row => row.outcome === 'unsolved');
  const run = intervals.filter(row => row.outcome !== 'not-run').length;
  const broken = intervals.filter(row => (row.violations ?? 0) > 0).length;
  const lines = [
    answer.isComplete
      ? `${file}: ${run} intervals, ${broken} with a violated limit, ${unsolved.length} without solution`
      : `${file}: stopped after ${run} of ${intervals.length} intervals, ${broken} with a violated limit, ${unsolved.length} without solution`,
    ...percentileTable(answer.percentiles),
    ...listed(
      'violated limits, by intervals',
      violated.map(v => `${v.element} ${v.limit}: ${v.intervals}`),
    ),
    ...listed(
      'intervals without solution and without numbers',
      unsolved.map(row => `${row.interval}: ${row.reason}`),
    ),
  ];
  const { voltageLow, voltageHigh, loading } = answer.limitsNotGiven;
  if (voltageLow + voltageHigh + loading > 0)
    lines.push(
      `limits that the file does not give, and nothing was held against: ${voltageLow} lowest and ${voltageHigh} highest voltages, ${loading} loadings`,
    );
  return lines.join('\n');
}

function percentileTable(rows: readonly Percentiles[]): string[] {
  const digits = { loadingPercentMax: 1, vmPuMin: 4, vmPuMax: 4, lossesMw: 4 };
  const line = (cells: readonly string[]) => `  ${cells.map(text => text.padStart(19)).join('')}`;
  return [
    line(['percentile', ...QUANTITIES]),
    ...rows.map(row =>
      line([
        `${row.percent}`,
        ...QUANTITIES.map(quantity => row[quantity]?.toFixed(digits[quantity]) ?? 'none'),
      ]),
    ),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > LISTED_MAX ? [`  … and ${lines.length - LISTED_MAX} more (see --json)`] : [];
  return [`${title}:`, ...lines.slice(0, LISTED_MAX).map(line => `  ${line}`), ...more];
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = inertText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
