/**
 * The town's streets: a lattice of column streets (u constant) and row streets (v constant), bent by one smooth map.
 * Whatever follows the lattice without crossing does not cross in the bent town either, because the map is one to one.
 */
import type { Place } from './network-builder.ts';

export interface LatticePoint {
  /** East, in blocks from the centre. */
  readonly u: number;
  /** North, in blocks from the centre. */
  readonly v: number;
}

/** Place of a lattice point, rounded to 1e-6 degrees (about 0.1 m), so that all engines agree on it. */
export function place(point: LatticePoint): Place {
  const metres = bend(point);
  return {
    longitude: round6(CENTRE.longitude + metres.eastM / (METRES_PER_DEGREE * COS_CENTRE)),
    latitude: round6(CENTRE.latitude + metres.northM / METRES_PER_DEGREE),
  };
}

/** The way along streets through the given lattice points (each leg along one street), sampled where streets bend. */
export function way(points: readonly LatticePoint[]): Place[] {
  const places: Place[] = [place(points[0]!)];
  for (let k = 1; k < points.length; k++) {
    const a = points[k - 1]!;
    const b = points[k]!;
    const pieces = Math.max(1, Math.ceil(Math.hypot(b.u - a.u, b.v - a.v) / SAMPLE_BLOCKS));
    for (let s = 1; s <= pieces; s++)
      places.push(place({ u: a.u + ((b.u - a.u) * s) / pieces, v: a.v + ((b.v - a.v) * s) / pieces }));
  }
  return places;
}

/** Length of a way, km, rounded to the metre; at least one metre. */
export function lengthKm(places: readonly Place[]): number {
  let metres = 0;
  for (let k = 1; k < places.length; k++) {
    const east = (places[k]!.longitude - places[k - 1]!.longitude) * METRES_PER_DEGREE * COS_CENTRE;
    const north = (places[k]!.latitude - places[k - 1]!.latitude) * METRES_PER_DEGREE;
    metres += Math.sqrt(east * east + north * north);
  }
  return Math.max(1, Math.round(metres)) / 1000;
}

/** Bent lattice in metres: blocks of 310 × 280 m, streets that follow a valley, turned by about 14 degrees. */
function bend({ u, v }: LatticePoint): { eastM: number; northM: number } {
  const east = BLOCK_EAST_M * (u + 0.22 * Math.sin(0.55 * v + 0.4) + 0.012 * u * Math.abs(u));
  const north = BLOCK_NORTH_M * (v + 0.3 * Math.sin(0.42 * u) - 0.02 * u * u);
  return { eastM: east * COS_TURN - north * SIN_TURN, northM: east * SIN_TURN + north * COS_TURN };
}

const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A place between the Neckar and the Alb where no such town is. */
const CENTRE = { longitude: 9.012, latitude: 48.492 };
const METRES_PER_DEGREE = 111_320;
/** cos 48.492°. */
const COS_CENTRE = 0.66272;
const BLOCK_EAST_M = 310;
const BLOCK_NORTH_M = 280;
const COS_TURN = 0.97;
const SIN_TURN = 0.2431;
const SAMPLE_BLOCKS = 0.25;
