/** Buses and cables on a plane in metres, for the map. */
import type { Network } from '../network/network.ts';

export interface Geographic {
  /** 'wgs84': metres east and north of the centre; 'drawing': the file's own units; 'none': nothing is known. */
  readonly coordinates: Network['coordinates'];
  /** Longitude and latitude the metres count from, degrees; null unless 'wgs84'. */
  readonly centre: { readonly longitude: number; readonly latitude: number } | null;
  /** [nBus] NaN where unknown. */
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
  /** One per branch: x0,y0,x1,y1,… from its from-bus to its to-bus; empty where unknown. */
  readonly routes: readonly Float64Array[];
}

/**
 * Equirectangular projection about the middle of the network (WGS84 mean radius): true to 0.1 % within 50 km.
 * A branch without a route of its own is drawn straight between its buses.
 */
export function geographic(network: Network): Geographic {
  const { bus, branch } = network;
  const known = knownBox(bus.x, bus.y);
  if (network.coordinates === 'none' || known === null) {
    const unknown = new Float64Array(bus.count).fill(Number.NaN);
    return {
      coordinates: 'none',
      centre: null,
      eastM: unknown,
      northM: unknown.slice(),
      routes: branch.route.map(() => new Float64Array(0)),
    };
  }
  const isWgs84 = network.coordinates === 'wgs84';
  const centre = isWgs84 ? known : null;
  const scaleX = centre ? METRES_PER_DEGREE * Math.cos((centre.latitude * Math.PI) / 180) : 1;
  const scaleY = centre ? METRES_PER_DEGREE : 1;
  const x0 = centre ? centre.longitude : 0;
  const y0 = centre ? centre.latitude : 0;
  const eastM = bus.x.map(x => (x - x0) * scaleX);
  const northM = bus.y.map(y => (y - y0) * scaleY);
  const routes = branch.route.map((route, row) => {
    if (route.length >= 4)
      return route.map((value, k) => (k % 2 === 0 ? (value - x0) * scaleX : (value - y0) * scaleY));
    const a = branch.from[row]!;
    const b = branch.to[row]!;
    const straight = Float64Array.of(eastM[a]!, northM[a]!, eastM[b]!, northM[b]!);
    return straight.some(Number.isNaN) ? new Float64Array(0) : straight;
  });
  return { coordinates: network.coordinates, centre, eastM, northM, routes };
}

/** Middle of the box around all known places; null where there are none. */
function knownBox(x: Float64Array, y: Float64Array): { longitude: number; latitude: number } | null {
  let west = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < x.length; k++) {
    if (Number.isNaN(x[k]!) || Number.isNaN(y[k]!)) continue;
    west = Math.min(west, x[k]!);
    east = Math.max(east, x[k]!);
    south = Math.min(south, y[k]!);
    north = Math.max(north, y[k]!);
  }
  return east < west ? null : { longitude: (west + east) / 2, latitude: (south + north) / 2 };
}

/** One degree on a sphere of 6,371,008.8 m. */
const METRES_PER_DEGREE = 111_195.08;
