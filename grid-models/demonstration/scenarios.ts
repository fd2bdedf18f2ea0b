/**
 * What happens on the market day: a calm day, or an evening that turns cold and drives one transformer over its rating.
 *
 * Works for every network with connection points. The transformer of `evening-peak` is found, not named: the one
 * nearest to its rating among those whose area can also relieve it. The cold arrives as a forecast update at 17:00.
 */
import { BRANCH_KIND, type ConnectionPoint, type EquipmentKind, type Network } from '../network/network.ts';
import { areaBehind, neighbourhood } from './area.ts';
import { LOAD_TAN_PHI } from './customers.ts';
import { atLocalMinute, type DayKind, localTime } from './local-time.ts';
import { forecastKw, profileShare, type Season } from './profiles.ts';
import { draw } from './random.ts';

export const SCENARIO_NAMES = ['evening-peak', 'calm-day'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

export interface Scenario {
  readonly name: ScenarioName;
  readonly season: Season;
  /** Local clock at which the market day starts, minutes since midnight. */
  readonly startMinute: number;
  /** The cluster that comes on in the evening; null on a calm day, or where no transformer qualifies. */
  readonly stress: Stress | null;
}

export interface Stress {
  /** Row and id of the transformer. */
  readonly branch: number;
  readonly element: string;
  /** Loading its area's consumption is driven to, percent of the rating. */
  readonly loadingPercent: number;
  /** Numbers of the points behind it (rows of the list given), and the share of the extra load each takes; sum 1. */
  readonly points: Int32Array;
  readonly share: Float64Array;
  /** Extra consumption of all of them at full height, kW, by kind of day. */
  readonly extraKw: Readonly<Record<DayKind, number>>;
}

/** @param points the network's connection points, as `connectionPoints(network)` gives them */
export function scenario(
  network: Network,
  points: readonly ConnectionPoint[],
  name: ScenarioName,
  seed: number,
): Scenario {
  if (name === 'calm-day') return { name, season: 'transition', startMinute: 9 * 60 + 30, stress: null };
  const season = 'winter';
  return { name, season, startMinute: 16 * 60 + 30, stress: findStress(network, points, season, seed) };
}

/** Unix seconds at which the scenario starts on the local day of `dayUnixS`. */
export function scenarioStartS(of: Scenario, dayUnixS: number): number {
  return atLocalMinute(dayUnixS, of.startMinute);
}

/**
 * Net baseline of every point in an interval, kW, injection positive, as far as it is known at `knownAtS`.
 * @param intervalS start of the interval, Unix seconds
 * @param knownAtS  Unix seconds; Infinity for what will really happen
 */
export function baselineKw(
  of: Scenario,
  points: readonly ConnectionPoint[],
  intervalS: number,
  knownAtS: number,
): Float64Array {
  const { minuteOfDay, dayKind } = localTime(intervalS);
  const at = { minuteOfDay, dayKind, season: of.season };
  const kw = Float64Array.from(points, point => forecastKw(point, at));
  if (of.stress === null || knownAtS < atLocalMinute(intervalS, COLD_KNOWN_MINUTE)) return kw;
  const extraKw = of.stress.extraKw[dayKind] * coldWeight(minuteOfDay);
  of.stress.points.forEach((row, k) => {
    kw[row]! -= extraKw * of.stress!.share[k]!;
  });
  return kw;
}

/** 0..1: how far the cold evening is on, for the interval that starts at the minute given. */
export function coldWeight(minuteOfDay: number): number {
  const [from, full, end, gone] = COLD_MINUTES;
  if (minuteOfDay < from || minuteOfDay >= gone) return 0;
  if (minuteOfDay < full) return (minuteOfDay - from) / (full - from);
  return minuteOfDay < end ? 1 : (gone - minuteOfDay) / (gone - end);
}

/** Of the transformers that one area hangs on, the one with the highest loading below its rating that can be relieved. */
function findStress(
  network: Network,
  points: readonly ConnectionPoint[],
  season: Season,
  seed: number,
): Stress | null {
  const { branch } = network;
  const around = neighbourhood(network);
  const peak = { minuteOfDay: 18.5 * 60, dayKind: 'workday', season } as const;
  let best: { row: number; inside: number[]; percent: number } | null = null;
  for (let row = 0; row < branch.count; row++) {
    const ratingKw = transformerKw(network, row);
    if (ratingKw === null) continue;
    const area = areaBehind(around, row);
    if (area === null) continue;
    const inside: number[] = [];
    let drawnKw = 0;
    let reliefKw = 0;
    points.forEach((point, k) => {
      if (!area.has(around.busbarOf[point.bus]!)) return;
      inside.push(k);
      drawnKw -= forecastKw(point, peak);
      reliefKw += flexibleKw(point, peak);
    });
    const percent = (100 * drawnKw) / ratingKw;
    const canRelieve = reliefKw >= RELIEF_SHARE_MIN * ratingKw;
    if (percent > 0 && percent < 100 && canRelieve && percent > (best?.percent ?? 0))
      best = { row, inside, percent };
  }
  if (best === null) return null;
  const loadingPercent = 108 + 4 * draw(seed, 11, best.row);
  const targetKw = (loadingPercent / 100) * transformerKw(network, best.row)!;
  const room = best.inside.map(k => coldRoomKw(points[k]!));
  const roomSum = room.reduce((a, b) => a + b, 0);
  const extra = (dayKind: DayKind): number => {
    let highestKw = 0;
    for (let minute = COLD_MINUTES[1]; minute < COLD_MINUTES[2]; minute += 15) {
      let kw = 0;
      for (const k of best.inside) kw -= forecastKw(points[k]!, { minuteOfDay: minute, dayKind, season });
      highestKw = Math.max(highestKw, kw);
    }
    return Math.max(0, targetKw - highestKw);
  };
  return {
    branch: best.row,
    element: branch.id[best.row]!,
    loadingPercent,
    points: Int32Array.from(best.inside),
    share: Float64Array.from(room, kw => kw / roomSum),
    extraKw: { workday: extra('workday'), saturday: extra('saturday'), sunday: extra('sunday') },
  };
}

/** Consumption behind a transformer that loads it to its rating, kW; null for other branches or without a rating. */
function transformerKw(network: Network, row: number): number | null {
  const { branch, bus } = network;
  if (branch.kind[row] !== BRANCH_KIND.transformer || !branch.inService[row]) return null;
  const byCurrent = Math.sqrt(3) * branch.ratingFromKa[row]! * bus.vnKv[branch.from[row]!]!;
  const ratingMva = Number.isNaN(branch.ratingMva[row]!) ? byCurrent : branch.ratingMva[row]!;
  if (!(ratingMva > 0)) return null;
  return (ratingMva * 1000 * COS_PHI) / LOSSES_AND_VOLTAGE;
}

/** What the point could draw less or feed more, kW. */
function flexibleKw(point: ConnectionPoint, at: Parameters<typeof profileShare>[1]): number {
  let kw = 0;
  for (const e of point.equipment) {
    if (e.kind === 'battery') kw += e.ratedKw;
    else if (FLEXIBLE.includes(e.kind)) kw += e.ratedKw * profileShare(e.kind, at);
  }
  return kw;
}

/** What heat pumps and chargers of the point can draw on top of their profile; ordinary load where there are none. */
function coldRoomKw(point: ConnectionPoint): number {
  let kw = 0;
  for (const e of point.equipment) {
    if (e.kind === 'heat-pump') kw += 0.45 * e.ratedKw;
    else if (e.kind === 'ev-charger') kw += 0.7 * e.ratedKw;
    else if (e.kind === 'household') kw += 0.02 * e.ratedKw;
    else if (e.kind === 'business') kw += 0.02 * e.ratedKw;
  }
  return kw;
}

const FLEXIBLE: readonly EquipmentKind[] = ['ev-charger', 'heat-pump', 'flexible-load'];
/** The cold starts, is full, ends, is gone: local minutes. */
const COLD_MINUTES = [17 * 60 + 15, 18 * 60, 19 * 60, 19 * 60 + 45] as const;
/** The weather service's update reaches everybody. */
export const COLD_KNOWN_MINUTE = 17 * 60;
/** An area qualifies when its stores and flexible loads come to this share of the transformer's rating. */
const RELIEF_SHARE_MIN = 0.12;
const COS_PHI = 1 / Math.sqrt(1 + LOAD_TAN_PHI * LOAD_TAN_PHI);
/** Apparent power at the transformer over that at the customers: losses of the streets, reactive losses of the transformer. */
const LOSSES_AND_VOLTAGE = 1.055;
