/** Which deliveries are shown: choices in market time, days and typed instants in the control room's wall clock. */
import { formatStamp, INTERVAL_S, zoneName } from '../ui/times.ts';

/** Deliveries that start from `fromMs` on and before `toMs`, market time. */
export interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

export type Named = 'today' | 'yesterday' | 'last-24-h' | 'last-7-days' | 'all';
export type Choice = { readonly kind: Named } | ({ readonly kind: 'custom' } & Period);

export const NAMED: readonly { readonly kind: Named; readonly word: string }[] = [
  { kind: 'today', word: 'today' },
  { kind: 'yesterday', word: 'yesterday' },
  { kind: 'last-24-h', word: 'last 24 h' },
  { kind: 'last-7-days', word: 'last 7 days' },
  { kind: 'all', word: 'all' },
];

/** The same while the operator asks the same question, even when its answer moves on with the clock. */
export function keyOf(choice: Choice): string {
  return choice.kind === 'custom' ? `${choice.fromMs}-${choice.toMs}` : choice.kind;
}

export function periodOf(choice: Choice, nowMs: number): Period {
  switch (choice.kind) {
    case 'today':
      return { fromMs: midnight(nowMs, 0), toMs: midnight(nowMs, 1) };
    case 'yesterday':
      return { fromMs: midnight(nowMs, -1), toMs: midnight(nowMs, 0) };
    case 'last-24-h':
      return upToRunning(nowMs, 24);
    case 'last-7-days':
      return upToRunning(nowMs, 7 * 24);
    case 'all':
      return ALL;
    case 'custom':
      return { fromMs: choice.fromMs, toMs: choice.toMs };
  }
}

/** "2026-01-13 00:00 to 2026-01-14 00:00 CET, end not included" */
export function periodWords({ fromMs, toMs }: Period): string {
  if (fromMs === ALL.fromMs && toMs === ALL.toMs) return 'all deliveries on record';
  return `deliveries from ${minuteStamp(fromMs)} to ${minuteStamp(toMs)} ${zoneName(toMs)}, end not included`;
}

/** What stands in the two fields, as `datetime-local` writes it. */
export interface Draft {
  readonly from: string;
  readonly to: string;
}

export function draftOf({ fromMs, toMs }: Period): Draft {
  return { from: minuteStamp(fromMs).replace(' ', 'T'), to: minuteStamp(toMs).replace(' ', 'T') };
}

/** The period that was typed, or what is wrong with it in words. */
export function typedPeriod(draft: Draft): Period | { readonly problem: string } {
  const fromMs = localMs(draft.from);
  const toMs = localMs(draft.to);
  if (fromMs === null || toMs === null) return { problem: 'Both ends need a date and a time.' };
  if (fromMs % INTERVAL_MS !== 0 || toMs % INTERVAL_MS !== 0)
    return { problem: 'Deliveries start on the quarter hour: :00, :15, :30 or :45.' };
  if (fromMs >= toMs) return { problem: 'The start must lie before the end.' };
  return { fromMs, toMs };
}

/** A day has 23 or 25 hours twice a year: counted by the calendar, not in milliseconds. */
function midnight(nowMs: number, days: number): number {
  const now = new Date(nowMs);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime();
}

/** Ends with the running interval, whose deliveries have begun. */
function upToRunning(nowMs: number, hours: number): Period {
  const toMs = Math.floor(nowMs / INTERVAL_MS) * INTERVAL_MS + INTERVAL_MS;
  return { fromMs: toMs - hours * 3_600_000, toMs };
}

function localMs(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return null;
  const ms = new Date(text).getTime();
  return Number.isNaN(ms) ? null : ms;
}

function minuteStamp(ms: number): string {
  return formatStamp(ms).slice(0, 16);
}

const INTERVAL_MS = INTERVAL_S * 1000;
/** Wider than any market's life; ends that a file name and a document's date can still carry. */
const ALL: Period = { fromMs: 0, toMs: Date.UTC(2100, 0, 1) };
