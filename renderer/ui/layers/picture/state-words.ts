/** What the picture's values are, in words: live, past or planned, by what means, and why there are none. */
import type { GridState } from '../../../../preload/contract/grid.ts';
import { formatClock, formatDelivery } from '../../times.ts';

export interface StateWords {
  readonly title: string;
  readonly note: string;
  readonly tense: 'live' | 'past' | 'planned' | 'none';
}

/**
 * @param runningInterval  start of the interval that runs now, Unix seconds
 * @param old              the live values are no longer fresh: they are never called live then
 */
export function stateWords(
  state: GridState | null,
  instant: 'now' | { interval: number },
  runningInterval: number | null,
  old = false,
): StateWords {
  const when =
    instant === 'now'
      ? 'Live'
      : `${tense(instant.interval, runningInterval)} ${formatDelivery(instant.interval)}`;
  if (state === null) return { title: when, note: 'Reading values…', tense: 'none' };
  if (state.missing !== null || state.source === 'none')
    return {
      title: `${when}: no values`,
      note: state.missing ?? 'The console has no values for this instant.',
      tense: 'none',
    };
  if (instant === 'now')
    return {
      title: `${old ? 'Last known, not live' : 'Live'}, ${formatClock(state.atMs)}`,
      note:
        state.source === 'measured'
          ? 'measured, completed by calculation'
          : 'calculated, nothing is measured',
      tense: 'live',
    };
  const past = runningInterval !== null && instant.interval < runningInterval;
  return {
    title: when,
    note: past
      ? state.source === 'measured'
        ? 'as measured then'
        : 'as planned then, not measured'
      : 'calculated from forecasts and accepted trades, not measured',
    tense: past ? 'past' : 'planned',
  };
}

function tense(interval: number, running: number | null): string {
  if (running === null) return 'Schedule';
  return interval < running
    ? 'Past:'
    : interval === running
      ? 'Schedule of the running interval:'
      : 'Schedule:';
}
