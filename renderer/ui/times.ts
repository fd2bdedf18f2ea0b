/** Times as the operator reads them, in the machine's time zone. Market ms and interval starts (s) come in. */

export const INTERVAL_S = 900;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: '2-digit', month: 'short' });
const zone = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZoneName: 'short' });
const stamp = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

/** 14:07:31 */
export function formatClock(ms: number): string {
  return clock.format(ms);
}

/** 14:07 */
export function formatMinute(ms: number): string {
  return minute.format(ms);
}

/** Tue 24 Nov */
export function formatDay(ms: number): string {
  return day.format(ms).replace(',', '');
}

/** CET */
export function zoneName(ms: number): string {
  return zone.formatToParts(ms).find(p => p.type === 'timeZoneName')?.value ?? '';
}

/** 2026-11-24 14:07:31 */
export function formatStamp(ms: number): string {
  return stamp.format(ms);
}

/** 14:00–14:15 */
export function formatInterval(interval: number, seconds = INTERVAL_S): string {
  return `${minute.format(interval * 1000)}–${minute.format((interval + seconds) * 1000)}`;
}

/** Wed 14 Jan 18:45–19:00 */
export function formatDelivery(interval: number): string {
  return `${formatDay(interval * 1000)} ${formatInterval(interval)}`;
}

/** Time left as 03:12 or 1:03:12; past is "closed". */
export function formatCountdown(ms: number): string {
  if (ms <= 0) return '00:00';
  const total = Math.ceil(ms / 1000);
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}
