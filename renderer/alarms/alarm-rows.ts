/** Alarms in the order in which an operator must look at them, and what is said about their time. */
import type { Alarm } from '../../preload/contract/alarms.ts';
import { formatAge } from '../ui/numbers.ts';
import { formatCountdown, formatMinute } from '../ui/times.ts';

const RANK = { critical: 0, high: 1, medium: 2, low: 3 } as const;
const STATE_RANK = { unacknowledged: 0, returned: 1, acknowledged: 2, shelved: 3 } as const;
/** The most that are acknowledged at once: what one page shows. */
export const PAGE = 12;
/** A window of ten minutes with more alarms than this is a flood (EEMUA 191). */
export const FLOOD_ABOVE = 10;
/** Bounds of shelving: minutes of market time (hmi.md: at most 8 h), characters of the reason on record. */
export const SHELF_MINUTES = { least: 5, most: 480 } as const;
export const REASON_CHARACTERS = { least: 5, most: 200 } as const;

/** Unacknowledged before acknowledged, by priority, by time left, then oldest first. Shelved last, but always listed. */
export function orderAlarms(alarms: readonly Alarm[]): Alarm[] {
  return alarms.toSorted(
    (a, b) =>
      STATE_RANK[a.state] - STATE_RANK[b.state] ||
      RANK[a.priority] - RANK[b.priority] ||
      (a.decideByMs ?? Number.MAX_SAFE_INTEGER) - (b.decideByMs ?? Number.MAX_SAFE_INTEGER) ||
      a.raisedAtMs - b.raisedAtMs ||
      (a.id < b.id ? -1 : 1),
  );
}

export interface AlarmPage {
  readonly shown: readonly Alarm[];
  /** Counted from 0; the last page when the wanted one no longer exists. */
  readonly at: number;
  readonly pages: number;
}

/** One page of the list. Alarms leave while the operator reads: the page then moves with the list's end. */
export function pageOf(alarms: readonly Alarm[], wanted: number): AlarmPage {
  const pages = Math.max(1, Math.ceil(alarms.length / PAGE));
  const at = Math.min(wanted, pages - 1);
  return { shown: alarms.slice(at * PAGE, (at + 1) * PAGE), at, pages };
}

/** What stands in «Needs a hand»: everything still true or unseen; not what is shelved or acknowledged and gone. */
export function needingAHand(alarms: readonly Alarm[]): Alarm[] {
  return orderAlarms(alarms).filter(a => a.state !== 'shelved');
}

export interface TimeLeft {
  readonly text: string;
  readonly over: boolean;
}

/** "decide by 17:50, 12:04 left", or how long it has stood when no decision is due. */
export function timeLeft(alarm: Alarm, nowMs: number): TimeLeft {
  if (alarm.state === 'returned' && alarm.returnedAtMs !== null)
    return { text: `gone since ${formatMinute(alarm.returnedAtMs)}, not acknowledged`, over: false };
  if (alarm.decideByMs === null)
    return { text: `${formatAge((nowMs - alarm.raisedAtMs) / 1000)} old`, over: false };
  const left = alarm.decideByMs - nowMs;
  return left > 0
    ? { text: `decide by ${formatMinute(alarm.decideByMs)}, ${formatCountdown(left)} left`, over: false }
    : { text: `decision was due ${formatMinute(alarm.decideByMs)}`, over: true };
}

/** "raised 14:07, acknowledged by operator 1" */
export function stateWords(alarm: Alarm): string {
  switch (alarm.state) {
    case 'unacknowledged':
      return `raised ${formatMinute(alarm.raisedAtMs)}, not acknowledged`;
    case 'acknowledged':
      return `raised ${formatMinute(alarm.raisedAtMs)}, acknowledged by ${alarm.acknowledgedBy ?? 'nobody'}`;
    case 'returned':
      return 'over';
    case 'shelved':
      return alarm.shelvedUntilMs === null
        ? 'shelved'
        : `shelved until ${formatMinute(alarm.shelvedUntilMs)}`;
  }
}

/** The ways out of an alarm: to the place it is about, and for a limit at risk also to where it is relieved. */
export function waysOut(alarm: Alarm): { word: string; link: Alarm['link'] }[] {
  const { link } = alarm;
  if (link.screen !== 'flexibility' || link.subject === '') return [{ word: 'Show', link }];
  return [
    { word: 'Show', link: { ...link, screen: 'diagram' } },
    { word: 'Relieve', link },
  ];
}

/** Ids that «acknowledge this page» takes: the visible ones that are not yet acknowledged, never more. */
export function acknowledgeable(page: readonly Alarm[]): string[] {
  return page.filter(a => a.state === 'unacknowledged' || a.state === 'returned').map(a => a.id);
}

/** Why an alarm cannot be shelved; null when it can. */
export function shelvingRefusal(alarm: Alarm): string | null {
  if (alarm.priority === 'critical') return 'A critical alarm cannot be shelved.';
  return alarm.state === 'shelved' ? 'It is shelved already.' : null;
}

/** What is still wrong with a shelf that is being asked for; null when nothing is. */
export function shelfProblem(minutes: number, reason: string): string | null {
  if (reason.trim().length < REASON_CHARACTERS.least)
    return `Say why, in ${REASON_CHARACTERS.least} characters or more.`;
  const { least, most } = SHELF_MINUTES;
  return Number.isInteger(minutes) && minutes >= least && minutes <= most
    ? null
    : `Whole minutes, between ${least} and ${most}.`;
}

export interface Rate {
  /** Windows of ten minutes with more than ten alarms. */
  readonly floods: number;
  readonly windows: number;
  readonly perTenMinutes: number;
  readonly most: number;
  /** Share of each priority, per cent of all raised; null when nothing was raised. */
  readonly share: Readonly<Record<keyof typeof RANK, number>> | null;
}

/** The standard's own figures. Empty windows count: an average over busy ones alone would flatter nobody. */
export function rateOf(
  windows: readonly { raised: number }[],
  byPriority: Partial<Record<keyof typeof RANK, number>>,
): Rate {
  const total = windows.reduce((sum, w) => sum + w.raised, 0);
  const raised = Object.values(byPriority).reduce((sum, n) => sum + n, 0);
  const percent = (n: number | undefined): number => (100 * (n ?? 0)) / raised;
  return {
    floods: windows.filter(w => w.raised > FLOOD_ABOVE).length,
    windows: windows.length,
    perTenMinutes: windows.length === 0 ? 0 : total / windows.length,
    most: windows.reduce((m, w) => Math.max(m, w.raised), 0),
    share:
      raised === 0
        ? null
        : {
            critical: percent(byPriority.critical),
            high: percent(byPriority.high),
            medium: percent(byPriority.medium),
            low: percent(byPriority.low),
          },
  };
}
