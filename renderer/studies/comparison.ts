/** Present and changed case side by side: same axes, differences, and limits that come, go or get worse. */
import type { CaseResult } from '../../preload/contract/studies.ts';
import type { ChartSeries } from '../ui/TimeChart.tsx';

export interface Quantity {
  readonly key: 'loading' | 'voltage' | 'losses';
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly columns: readonly { readonly name: string; readonly series: readonly ChartSeries[] }[];
  /** Range that both cases are drawn in. */
  readonly range: readonly [number, number];
  readonly difference: readonly ChartSeries[];
}

export function quantities(base: CaseResult, changed: CaseResult): Quantity[] {
  return [
    quantity('loading', 'Worst loading', '%', 1, base, changed, result => [
      line('worst loading', values(result, result.worstLoadingPercent)),
    ]),
    quantity('voltage', 'Voltage band', 'p.u.', 4, base, changed, result => [
      {
        name: 'lowest…highest',
        tone: 'flow',
        kind: 'band',
        values: values(result, result.vmPuMin),
        upper: values(result, result.vmPuMax),
      },
    ]),
    quantity('losses', 'Losses', 'MW', 3, base, changed, result => [
      line('losses', values(result, result.lossesMw)),
    ]),
  ];
}

/** Of each interval; null where a case has no solution: a failed interval has no numbers. */
export function differences(a: readonly (number | null)[], b: readonly (number | null)[]): (number | null)[] {
  return a.map((value, i) => {
    const other = b[i];
    return value === null || other === null || other === undefined ? null : other - value;
  });
}

export interface ViolationRow {
  readonly key: string;
  readonly element: string;
  readonly limit: string;
  readonly limitValue: number;
  /** Intervals in violation and the worst value of each case; null where there is none. */
  readonly base: { readonly intervals: number; readonly worst: number } | null;
  readonly changed: { readonly intervals: number; readonly worst: number } | null;
  readonly verdict: 'new' | 'worse' | 'same' | 'better' | 'gone';
}

/** One row per element and limit: new first, then by how far the changed case goes beyond. */
export function violationRows(base: CaseResult, changed: CaseResult): ViolationRow[] {
  const before = grouped(base);
  const after = grouped(changed);
  const rows = [...new Set([...before.keys(), ...after.keys()])].map((key): ViolationRow => {
    const b = before.get(key);
    const c = after.get(key);
    const known = (c ?? b)!;
    return {
      key,
      element: known.element,
      limit: known.limit,
      limitValue: known.limitValue,
      base: b ? { intervals: b.intervals, worst: b.worst } : null,
      changed: c ? { intervals: c.intervals, worst: c.worst } : null,
      verdict: verdictOf(b, c),
    };
  });
  const order = ['new', 'worse', 'same', 'better', 'gone'];
  const beyond = (row: ViolationRow) =>
    Math.abs((row.changed?.worst ?? row.limitValue) - row.limitValue) / Math.abs(row.limitValue || 1);
  return rows.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || beyond(b) - beyond(a));
}

/** Sentences as a tree: what was changed, and what came of it. The console states the changes first, one each. */
export function sentenceTree(
  sentences: readonly string[],
  changes: number,
): { title: string; sentences: readonly string[] }[] {
  return [
    { title: 'What was changed', sentences: sentences.slice(0, changes) },
    { title: 'What came of it', sentences: sentences.slice(changes) },
  ];
}

export function unsolved(result: CaseResult): number {
  return result.converged.filter(ok => !ok).length;
}

interface Group {
  readonly element: string;
  readonly limit: string;
  readonly limitValue: number;
  intervals: number;
  worst: number;
}

function grouped(result: CaseResult): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const v of result.violations) {
    const key = `${v.element} ${v.limit}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { ...v, intervals: 1, worst: v.value });
    else {
      group.intervals++;
      if (Math.abs(v.value - v.limitValue) > Math.abs(group.worst - group.limitValue)) group.worst = v.value;
    }
  }
  return groups;
}

/** Compared by how far beyond the limit; a hundredth of a per cent of it counts as the same. */
function verdictOf(base: Group | undefined, changed: Group | undefined): ViolationRow['verdict'] {
  if (!base) return 'new';
  if (!changed) return 'gone';
  const d = Math.abs(changed.worst - changed.limitValue) - Math.abs(base.worst - base.limitValue);
  if (Math.abs(d) <= 1e-4 * Math.abs(base.limitValue)) return 'same';
  return d > 0 ? 'worse' : 'better';
}

function quantity(
  key: Quantity['key'],
  title: string,
  unit: string,
  decimals: number,
  base: CaseResult,
  changed: CaseResult,
  seriesOf: (result: CaseResult) => ChartSeries[],
): Quantity {
  const columns = [base, changed].map(result => ({ name: result.name, series: seriesOf(result) }));
  const all = columns
    .flatMap(column => column.series)
    .flatMap(s => [...s.values, ...(s.upper ?? [])])
    .filter(value => value !== null);
  const [a, b] = columns.map(column => column.series[0]);
  const difference: ChartSeries[] =
    !a || !b
      ? []
      : [
          {
            name: a.upper ? 'lowest' : 'changed − present',
            tone: 'info',
            kind: 'line',
            values: differences(a.values, b.values),
          },
          ...(a.upper && b.upper
            ? [
                {
                  name: 'highest',
                  tone: 'info',
                  kind: 'line' as const,
                  dashed: true,
                  values: differences(a.upper, b.upper),
                },
              ]
            : []),
        ];
  const range: [number, number] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
  return { key, title, unit, decimals, columns, range, difference };
}

function line(name: string, values: (number | null)[]): ChartSeries {
  return { name, tone: 'flow', kind: 'line', values };
}

function values(result: CaseResult, column: Float32Array): (number | null)[] {
  return Array.from(column, (value, i) =>
    result.converged[i] === true && Number.isFinite(value) ? value : null,
  );
}
