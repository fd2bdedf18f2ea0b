/** Where the operator is: screen, selected element and trade, instant. One value, written in the address. */

export type Instant = 'now' | { readonly interval: number };

export interface Place {
  readonly screen: string;
  /** Bus, branch or segment id that all screens mark. */
  readonly element: string | null;
  readonly trade: string | null;
  readonly instant: Instant;
}

export const HOME: Place = { screen: 'overview', element: null, trade: null, instant: 'now' };

const INTERVAL_S = 900;

/** `#/diagram?select=T3&trade=0x12&interval=1769900400`. What it does not understand it leaves at home's value. */
export function parseHash(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const query = new URLSearchParams(search);
  const interval = Number(query.get('interval') ?? Number.NaN);
  return {
    screen: /^[a-z]+$/.test(path) ? path : HOME.screen,
    element: query.get('select') || null,
    trade: query.get('trade') || null,
    instant: Number.isInteger(interval) && interval > 0 && interval % INTERVAL_S === 0 ? { interval } : 'now',
  };
}

export function hashOf(place: Place): string {
  const query = new URLSearchParams();
  if (place.element !== null) query.set('select', place.element);
  if (place.trade !== null) query.set('trade', place.trade);
  if (place.instant !== 'now') query.set('interval', String(place.instant.interval));
  const search = query.toString();
  return `#/${place.screen}${search ? `?${search}` : ''}`;
}

/** Whether an instant lies before the running interval, in it, or after it. 'now' is live. */
export function tenseOf(instant: Instant, runningInterval: number): 'live' | 'past' | 'running' | 'coming' {
  if (instant === 'now') return 'live';
  if (instant.interval < runningInterval) return 'past';
  return instant.interval === runningInterval ? 'running' : 'coming';
}

/** Where an alarm's or a status part's link leads: a trade on the trades screen, else the subject as selection. */
export function placeOfLink(link: { screen: string; subject: string }, from: Place): Place {
  const subject = link.subject === '' ? null : link.subject;
  return link.screen === 'trades' || link.screen === 'fees'
    ? { ...from, screen: link.screen, trade: subject ?? from.trade }
    : { ...from, screen: link.screen, element: subject ?? from.element };
}
