/** What must be said across the whole screen: the console is not heard, or what it shows stands still. */
import { formatAge } from '../ui/numbers.ts';
import { formatClock } from '../ui/times.ts';

export interface Heard {
  readonly connection: { readonly state: string; readonly sinceMs: number; readonly reason?: string };
  /** Wall clock of the last status, ms. */
  readonly statusAtMs: number | undefined;
  readonly statusFailure: string | undefined;
  readonly data: { readonly state: string; readonly reason: string } | undefined;
  readonly nowMs: number;
}

/** A status comes about once a second; four missed ones are said within five seconds. */
const STATUS_SILENCE_MS = 4_000;

export function bannerOf(heard: Heard): { title: string; text: string } | null {
  const { connection, statusAtMs, nowMs, data } = heard;
  const last =
    statusAtMs === undefined ? 'no data yet' : `last data ${formatAge((nowMs - statusAtMs) / 1000)} old`;
  if (connection.state === 'lost')
    return {
      title: `Console not reachable since ${formatClock(connection.sinceMs)}, ${last}`,
      text: `${connection.reason ?? ''} Values shown are old; commands are off.`.trim(),
    };
  if (heard.statusFailure !== undefined)
    return { title: `The console's state cannot be read, ${last}`, text: heard.statusFailure };
  if (connection.state === 'connected' && nowMs - (statusAtMs ?? connection.sinceMs) > STATUS_SILENCE_MS)
    return {
      title: `The console is connected but silent, ${last}`,
      text: 'Clock and values stand still. Do not act on them.',
    };
  if (data?.state === 'red') return { title: 'Measured values are not reliable', text: data.reason };
  return null;
}
