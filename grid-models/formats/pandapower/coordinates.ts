/** Where buses and lines lie. pandapower does not say whether its coordinates are on the globe: the file is asked. */
import type { NetworkProblem } from '../../network/problems.ts';
import type { BranchRow, BusRow } from '../../network/rows.ts';
import { isArray, isRecord, type PandapowerFile, parse, type Table } from './table.ts';

export type Coordinates = 'wgs84' | 'drawing' | 'none';

/** Lines on a map are somewhat longer than the straight way between their ends; a drawing is off by orders of magnitude. */
const DISTANCE_FACTOR_MAX = 3;
const EARTH_RADIUS_KM = 6371;

/**
 * 'wgs84' when every coordinate is in the range of longitude and latitude and the distance on the globe between the ends
 * of the lines agrees with their stated length within a factor of three (median over the lines that have both).
 */
export function coordinatesOf(buses: readonly BusRow[], branches: readonly BranchRow[]): Coordinates {
  const placed = buses.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  if (placed.length === 0) return 'none';
  if (placed.some(({ x, y }) => Math.abs(x) > 180 || Math.abs(y) > 90)) return 'drawing';
  const ratios: number[] = [];
  for (const { from, to, lengthKm } of branches) {
    const a = buses[from];
    const b = buses[to];
    const ratio = a && b ? distanceKm(a, b) / lengthKm : Number.NaN;
    if (Number.isFinite(ratio) && ratio > 0) ratios.push(ratio);
  }
  ratios.sort((a, b) => a - b);
  const median = ratios[ratios.length >> 1];
  if (median === undefined) return 'drawing';
  return median <= DISTANCE_FACTOR_MAX && median >= 1 / DISTANCE_FACTOR_MAX ? 'wgs84' : 'drawing';
}

/** Great-circle distance (haversine). */
function distanceKm(a: BusRow, b: BusRow): number {
  const rad = Math.PI / 180;
  const north = Math.sin(((b.y - a.y) * rad) / 2);
  const east = Math.sin(((b.x - a.x) * rad) / 2);
  const h = north * north + Math.cos(a.y * rad) * Math.cos(b.y * rad) * east * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** [x, y] of a bus: GeoJSON Point in `geo`, or the table `bus_geodata` of files before version 3; NaN where unknown. */
export function pointOf(
  file: PandapowerFile,
  bus: Table,
  row: number,
  problems: NetworkProblem[],
): [number, number] {
  if (bus.value(row, 'geo') !== null) {
    const [point] = positionsOf(bus, row, 'Point', problems);
    return point ?? [Number.NaN, Number.NaN];
  }
  const old = file.tables.get('bus_geodata');
  const at = old ? old.index.indexOf(bus.index[row]!) : -1;
  if (!old || at < 0) return [Number.NaN, Number.NaN];
  return [old.number(at, 'x', Number.NaN), old.number(at, 'y', Number.NaN)];
}

/** Way of a line as x0,y0,x1,y1,…; empty where unknown. */
export function routeOf(
  file: PandapowerFile,
  line: Table,
  row: number,
  problems: NetworkProblem[],
): Float64Array {
  if (line.value(row, 'geo') !== null) {
    return Float64Array.from(positionsOf(line, row, 'LineString', problems).flat());
  }
  const old = file.tables.get('line_geodata');
  const at = old ? old.index.indexOf(line.index[row]!) : -1;
  if (!old || at < 0) return new Float64Array(0);
  return Float64Array.from((positions(old.value(at, 'coords')) ?? []).flat());
}

function positionsOf(
  table: Table,
  row: number,
  type: 'Point' | 'LineString',
  problems: NetworkProblem[],
): [number, number][] {
  const value = table.value(row, 'geo');
  const geo = typeof value === 'string' ? parse(value) : value;
  const coordinates = isRecord(geo) && geo['type'] === type ? geo['coordinates'] : undefined;
  const found = positions(type === 'Point' ? [coordinates] : coordinates);
  if (found) return found;
  problems.push({
    code: 'text-malformed',
    what: `${table.element(row)} has a geo that is not a GeoJSON ${type}`,
  });
  return [];
}

function positions(value: unknown): [number, number][] | undefined {
  if (!isArray(value)) return undefined;
  const found: [number, number][] = [];
  for (const position of value) {
    if (!isArray(position)) return undefined;
    const [x, y] = position;
    if (typeof x !== 'number' || typeof y !== 'number') return undefined;
    found.push([x, y]);
  }
  return found;
}
