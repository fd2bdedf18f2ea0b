/** What the points of a group traded in an interval: kept part by part, gathered when nothing can change any more. */
import { type Interval, isSame, must, sum } from './market.ts';
import type { Market } from './state.ts';

/** What a participant traded at a point, net. */
export interface TradedPosition {
  /** Numbers of the registry. */
  readonly point: number;
  readonly participant: number;
  /** Sold positive. */
  readonly netWh: bigint;
  /** Received positive. */
  readonly amountMicroEur: bigint;
}

/** What the nets of a batch say of a group, or a piece of it where that is long. */
export interface Part {
  /** -1: taken back. */
  readonly sign: 1n | -1n;
  readonly positions: readonly TradedPosition[];
}

export interface Group {
  /** Oldest first. */
  readonly parts: readonly Part[];
  /** So many of them, the oldest, are not gathered yet. */
  readonly left: number;
}

/** Parts of a group as somebody brings them back. */
export interface Sheet {
  readonly group: number;
  /** Left below the parts for later, oldest first. */
  readonly rest: readonly Part[];
  /** Gathered before, by place of the point in its group. */
  readonly netsWh: readonly bigint[];
  readonly parts: readonly Part[];
}

export const groupOf = (point: number): number => Math.floor(point / POINTS_PER_GROUP);
export const placeOf = (point: number): number => point % POINTS_PER_GROUP;

/** The parts that positions make, by group. */
function partsOf(positions: readonly TradedPosition[], sign: Part['sign']): Map<number, Part[]> {
  const byGroup = Map.groupBy(positions, position => groupOf(position.point));
  const cut = (own: TradedPosition[]): Part[] =>
    own.length === 0
      ? []
      : [{ sign, positions: own.slice(0, POSITIONS_PER_PART) }, ...cut(own.slice(POSITIONS_PER_PART))];
  return new Map([...byGroup].map(([group, own]) => [group, cut(own)]));
}

export function append(
  m: Market,
  interval: Interval,
  positions: readonly TradedPosition[],
  sign: Part['sign'],
): void {
  const groups = new Map(m.groups.at(interval));
  for (const [number, added] of partsOf(positions, sign)) {
    const { parts, left } = groups.get(number) ?? NO_TRADES;
    groups.set(number, { parts: [...parts, ...added], left: left + added.length });
  }
  m.groups.set(interval, groups);
}

/** Takes the parts of a sheet off their group. @returns what is gathered now, by place */
export function takeOff(m: Market, interval: Interval, sheet: Sheet): readonly bigint[] {
  const groups = m.groups.at(interval);
  const { parts, left } = groups.get(sheet.group) ?? NO_TRADES;
  const isRight =
    isSame([...sheet.rest, ...sheet.parts], parts.slice(0, left)) &&
    isSame(sheet.netsWh, netsWhOf(parts.slice(left)));
  must(isRight, 'SheetDiffers');
  const after = { parts, left: sheet.rest.length };
  if (sheet.parts.length > 0) m.groups.set(interval, new Map(groups).set(sheet.group, after));
  return netsWhOf(parts.slice(after.left));
}

/** The sheet that gathers a group down to its oldest `below` parts. */
export function sheetOf(m: Market, interval: Interval, group: number, below = 0): Sheet {
  const { parts, left } = m.groups.at(interval).get(group) ?? NO_TRADES;
  return {
    group,
    rest: parts.slice(0, below),
    netsWh: netsWhOf(parts.slice(left)),
    parts: parts.slice(below, left),
  };
}

/** Groups with parts that nobody gathered yet. */
export function openGroups(m: Market, interval: Interval): number {
  return [...m.groups.at(interval).values()].filter(group => group.left > 0).length;
}

/** Points of the gathered groups whose trades do not cancel out. */
export function tradedPoints(m: Market, interval: Interval): number {
  const gathered = [...m.groups.at(interval).values()].filter(group => group.left === 0);
  return gathered.flatMap(group => netsWhOf(group.parts)).filter(netWh => netWh !== 0n).length;
}

/** What a point traded by all parts, gathered or not. */
export function tradedWh(m: Market, interval: Interval, point: number): bigint {
  const { parts } = m.groups.at(interval).get(groupOf(point)) ?? NO_TRADES;
  return netsWhOf(parts)[placeOf(point)]!;
}

function netsWhOf(parts: readonly Part[]): readonly bigint[] {
  const energies = parts.flatMap(({ sign, positions }) =>
    positions.map(({ point, netWh }) => ({ place: placeOf(point), netWh: sign * netWh })),
  );
  const byPlace = Map.groupBy(energies, energy => energy.place);
  return Array.from({ length: POINTS_PER_GROUP }, (_, place) =>
    sum((byPlace.get(place) ?? []).map(energy => energy.netWh)),
  );
}

export const POINTS_PER_GROUP = 256;
const POSITIONS_PER_PART = 512;
const NO_TRADES: Group = { parts: [], left: 0 };
