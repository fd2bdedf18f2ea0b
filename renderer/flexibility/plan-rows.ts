/** The plan for every interval of a risk: what of it can be ordered now, what it comes to, and what became of it. */
import type { z } from 'zod';
import type { zPlanInterval } from '../../preload/contract/flexibility.ts';
import type { Input, Output } from '../session/client.ts';
import { sumAmounts } from '../ui/amounts.ts';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { formatInterval, INTERVAL_S } from '../ui/times.ts';
import { isUpper } from './effect-words.ts';
import type { Risk } from './risk-rows.ts';

export type PlanRow = z.output<typeof zPlanInterval>;
export type Answers = Output<'flexibility', 'purchasePlan'>['answers'];

/** The word for an interval; only a proposed one is ordered. */
export const STATE_WORDS: Readonly<Record<PlanRow['state'], string>> = {
  proposed: 'to be ordered',
  clear: 'within the limit',
  'not-clearable': 'cannot be cleared',
  'under-way': 'ordered already',
  'gate-closed': 'its time is over',
  unsolved: 'not solved',
};

/** Delivery goes on beginning while a plan is read: what the console would refuse is neither shown as ordered nor summed up. */
export function planRows(intervals: readonly PlanRow[], nowMs: number | undefined): PlanRow[] {
  return intervals.map(row =>
    row.state === 'proposed' && nowMs !== undefined && nowMs >= row.interval * 1000
      ? { ...row, state: 'gate-closed', note: 'Delivery has begun.' }
      : row,
  );
}

export function planOrders(rows: readonly PlanRow[]): Input<'flexibility', 'purchasePlan'>['intervals'] {
  return proposed(rows).map(({ interval, parts }) => ({ interval, parts }));
}

export interface PlanSum {
  readonly intervals: readonly number[];
  readonly offers: number;
  readonly energyWh: bigint;
  readonly costMicroEur: bigint;
  /** Worst AC value that is left in an ordered interval; null when none is ordered. */
  readonly after: number | null;
}

export function planSum(rows: readonly PlanRow[], limit: Risk['limit']): PlanSum {
  const ordered = proposed(rows);
  const after = ordered.flatMap(row => row.after ?? []);
  return {
    intervals: ordered.map(row => row.interval),
    offers: ordered.reduce((sum, row) => sum + row.parts.length, 0),
    energyWh: sumAmounts(ordered.map(row => row.energyWh)),
    costMicroEur: sumAmounts(ordered.map(row => row.costMicroEur)),
    after: after.length === 0 ? null : isUpper(limit) ? Math.max(...after) : Math.min(...after),
  };
}

/** "at worst 99.0 % in an ordered interval, limit 100.0 %; 2 intervals stay beyond it" */
export function planEffectWords(rows: readonly PlanRow[], sum: PlanSum, risk: Risk): string {
  const text = (value: number) => `${formatNumber(value, decimalsOf(risk.unit))} ${risk.unit}`;
  const left = rows.filter(row => row.state === 'not-clearable').length;
  const rest = left === 0 ? '' : `; ${intervalsWord(left)} cannot be cleared`;
  return sum.after === null
    ? `nothing is ordered${rest}`
    : `at worst ${text(sum.after)} in an ordered interval, limit ${text(risk.limitValue)}${rest}`;
}

export interface Outcome {
  readonly recorded: readonly number[];
  readonly refused: readonly { readonly interval: number; readonly reason: string }[];
}

export function outcomeOf(answers: Answers): Outcome {
  return {
    recorded: answers.flatMap(answer => (answer.accepted ? [answer.interval] : [])),
    refused: answers.flatMap(answer =>
      answer.accepted ? [] : [{ interval: answer.interval, reason: answer.reason }],
    ),
  };
}

/** Intervals in words, unbroken runs as one: "17:00–18:00, 18:30–18:45" */
export function runsOf(intervals: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const interval of intervals) {
    const run = runs.at(-1);
    if (run?.last === interval - INTERVAL_S) run.last = interval;
    else runs.push({ first: interval, last: interval });
  }
  return runs.map(({ first, last }) => formatInterval(first, last - first + INTERVAL_S)).join(', ');
}

export function intervalsWord(count: number): string {
  return count === 1 ? '1 interval' : `${count} intervals`;
}

function proposed(rows: readonly PlanRow[]): PlanRow[] {
  return rows.filter(row => row.state === 'proposed');
}
