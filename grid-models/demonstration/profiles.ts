/**
 * How much of its rated power a kind of equipment draws or feeds over the day, and the forecast of a connection point
 * made of it.
 *
 * The shapes are our own smooth functions. They follow the published character of the BDEW/VDEW standard load
 * profiles (H0: morning and higher evening peak; G0: office hours; season and weekend factors), the evening
 * coincidence of home charging (about a quarter of the rated power at 19:00 for many chargers, FNN/VDE studies) and
 * the sun's elevation at 48.5° N for photovoltaics. They are not the tables of any of these.
 */
import type { ConnectionPoint, EquipmentKind } from '../network/network.ts';
import type { DayKind } from './local-time.ts';

export type Season = 'winter' | 'transition' | 'summer';

/** Day of the market the share is asked for. */
export interface DayTime {
  readonly minuteOfDay: number;
  readonly dayKind: DayKind;
  readonly season: Season;
}

/**
 * Share of the rated power in 0..1, as magnitude; `direction` says what it does to the grid. A battery's share is 0:
 * without trades and activations it rests.
 */
export function profileShare(kind: EquipmentKind, at: DayTime): number {
  return SHAPE[kind](at.minuteOfDay / 60, at);
}

/** +1 for kinds that inject, −1 for kinds that consume. */
export function direction(kind: EquipmentKind): 1 | -1 {
  return kind === 'pv' || kind === 'wind' || kind === 'chp' || kind === 'battery' ? 1 : -1;
}

/** Net baseline of a connection point, kW, injection positive: mean over the quarter hour that starts at the minute given. */
export function forecastKw(point: Pick<ConnectionPoint, 'equipment'>, at: DayTime): number {
  const middle = { ...at, minuteOfDay: at.minuteOfDay + HALF_INTERVAL_MIN };
  let kw = 0;
  for (const e of point.equipment) kw += direction(e.kind) * e.ratedKw * profileShare(e.kind, middle);
  return kw;
}

type Shape = (hour: number, at: DayTime) => number;

const SHAPE: Record<EquipmentKind, Shape> = {
  household: (h, at) => {
    const late = at.dayKind === 'workday' ? 0 : 1.5;
    const lunch = at.dayKind === 'workday' ? 0.22 : 0.42;
    const shape = 0.2 + 0.36 * bump(h, 7.2 + late, 1.2) + lunch * bump(h, 12.6, 1.6) + 0.78 * bump(h, 19, 2);
    return Math.min(1, shape * { winter: 1, transition: 0.85, summer: 0.72 }[at.season]);
  },
  business: (h, at) => {
    const open = { workday: 1, saturday: 0.6, sunday: 0.15 }[at.dayKind];
    const hours = step(h, 7.5, 0.7) * (1 - step(h, 18, 0.9)) + 0.25 * bump(h, 18.5, 1.2);
    return Math.min(1, 0.18 + 0.78 * open * hours);
  },
  pv: (h, at) => {
    const sine = sunSine(h, at.season);
    return sine <= 0
      ? 0
      : Math.min(1, { winter: 0.75, transition: 0.85, summer: 0.88 }[at.season] * sine ** 1.15);
  },
  wind: (h, at) => {
    const mean = { winter: 0.38, transition: 0.28, summer: 0.18 }[at.season];
    return mean * (1 + 0.18 * Math.cos(((h - 15) / 12) * Math.PI));
  },
  chp: (h, at) => {
    const heat = { winter: 0.85, transition: 0.5, summer: 0.15 }[at.season];
    return heat * (0.6 + 0.4 * Math.max(bump(h, 7, 2.5), bump(h, 19, 3)));
  },
  battery: () => 0,
  'ev-charger': (h, at) => {
    const evening = at.dayKind === 'workday' ? 0.22 : 0.14;
    return 0.02 + 0.05 * bump(h, 12, 2.5) + evening * bump(h, 19.2, 1.8) + 0.07 * bump(h, 23, 2);
  },
  'heat-pump': (h, at) => {
    const heat = { winter: 0.52, transition: 0.26, summer: 0.07 }[at.season];
    return heat * (0.72 + 0.3 * bump(h, 6.5, 1.6) + 0.26 * bump(h, 18.8, 2.6) - 0.14 * bump(h, 13, 2.5));
  },
  'flexible-load': (h, at) => {
    const on = { workday: 1, saturday: 0.8, sunday: 0.5 }[at.dayKind];
    return 0.3 + 0.4 * on * step(h, 6, 0.8) * (1 - step(h, 22, 0.8));
  },
};

/** Sine of the sun's elevation at latitude 48.5° and solar noon at 12:24 (winter) or 13:24 (summer time). */
function sunSine(hour: number, season: Season): number {
  const declination = { winter: -0.35, transition: 0.03, summer: 0.39 }[season];
  const noon = season === 'winter' ? 12.4 : 13.4;
  const hourAngle = ((hour - noon) / 12) * Math.PI;
  return SIN_LATITUDE * Math.sin(declination) + COS_LATITUDE * Math.cos(declination) * Math.cos(hourAngle);
}

/** Bell of height 1 about `centre`, width in hours, periodic over the day. */
function bump(hour: number, centre: number, width: number): number {
  let distance = Math.abs(hour - centre) % 24;
  if (distance > 12) distance = 24 - distance;
  return Math.exp(-0.5 * (distance / width) ** 2);
}

/** Smooth step from 0 to 1 about `at`, width in hours. */
function step(hour: number, at: number, width: number): number {
  return 1 / (1 + Math.exp((-2 * (hour - at)) / width));
}

const HALF_INTERVAL_MIN = 7.5;
const SIN_LATITUDE = 0.749;
const COS_LATITUDE = 0.6626;
