/** Local time of the demonstration town: Central European Time with the summer time of Directive 2000/84/EC. */

export type DayKind = 'workday' | 'saturday' | 'sunday';

export interface LocalTime {
  /** Minutes since local midnight, 0 … 1439. */
  readonly minuteOfDay: number;
  readonly dayKind: DayKind;
  /** Hours ahead of UTC: 1 in winter, 2 in summer. */
  readonly offsetHours: 1 | 2;
}

/** @param unixS seconds since 1970-01-01 UTC */
export function localTime(unixS: number): LocalTime {
  const offsetHours = unixS >= changeS(unixS, MARCH) && unixS < changeS(unixS, OCTOBER) ? 2 : 1;
  const localS = unixS + offsetHours * 3600;
  const weekday = new Date(localS * 1000).getUTCDay();
  return {
    minuteOfDay: Math.floor((((localS % DAY_S) + DAY_S) % DAY_S) / 60),
    dayKind: weekday === 0 ? 'sunday' : weekday === 6 ? 'saturday' : 'workday',
    offsetHours,
  };
}

/** Unix seconds at which the local day of `unixS` shows the given minute on its clock (never asked between 02:00 and 03:00). */
export function atLocalMinute(unixS: number, minuteOfDay: number): number {
  const here = localTime(unixS);
  const guess = unixS - (unixS % 60) + (minuteOfDay - here.minuteOfDay) * 60;
  return guess + (here.offsetHours - localTime(guess).offsetHours) * 3600;
}

/** Last Sunday of the month, 01:00 UTC, in the year of `unixS`. */
function changeS(unixS: number, month: number): number {
  const lastDayS = Date.UTC(new Date(unixS * 1000).getUTCFullYear(), month, 31) / 1000;
  return lastDayS - new Date(lastDayS * 1000).getUTCDay() * DAY_S + 3600;
}

const DAY_S = 86_400;
/** Both months have 31 days. */
const MARCH = 2;
const OCTOBER = 9;
