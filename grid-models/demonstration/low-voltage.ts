/** The low-voltage streets around one substation: which nodes there are, which feeds which, and along which way. */
import type { LatticePoint } from './streets.ts';

export interface LvNode {
  /** Number of the feeding node in the list; −1: the substation's busbar. */
  readonly upstream: number;
  /** Ends on the substation or node it comes from; offsets from the substation, in blocks. */
  readonly way: readonly LatticePoint[];
  /** 1, 2, …: the outgoing feeder of the substation. */
  readonly feeder: number;
}

/** How many nodes each of the four streets has, by rating of the transformer in kVA. */
export function lowVoltageNodes(ratingKva: 250 | 400 | 630): LvNode[] {
  const size = SIZE[ratingKva];
  const nodes: LvNode[] = [];
  const run = (feeder: number, upstream: number, stops: readonly (readonly LatticePoint[])[]): number => {
    let last = upstream;
    for (const way of stops) last = nodes.push({ upstream: last, way, feeder }) - 1;
    return last;
  };
  run(1, -1, alongRow(size.east, 1));
  run(2, -1, alongRow(size.west, -1));
  backStreet(3, 1, size.north, run);
  if (size.south > 0) backStreet(4, -1, size.south, run);
  return nodes;
}

type Run = (feeder: number, upstream: number, stops: readonly (readonly LatticePoint[])[]) => number;

/** Along the row street, in the pavement beside the 20 kV cables. */
function alongRow(count: number, side: 1 | -1): LatticePoint[][] {
  const lane = side * PAVEMENT;
  return Array.from({ length: count }, (_, k) => {
    const to = { u: side * HOUSE_STEP * (k + 1), v: lane };
    return k === 0 ? [{ u: 0, v: 0 }, { u: 0, v: lane }, to] : [{ u: side * HOUSE_STEP * k, v: lane }, to];
  });
}

/** Up (or down) the column street to the back street, then along it to both sides. */
function backStreet(feeder: number, side: 1 | -1, count: number, run: Run): void {
  const lane = side * PAVEMENT;
  const half = { u: lane, v: side * BACK_STREET * 0.5 };
  const corner = { u: lane, v: side * BACK_STREET };
  const trunk = run(feeder, -1, [
    [{ u: 0, v: 0 }, { u: lane, v: 0 }, half],
    [half, corner],
  ]);
  const sides = count - 2;
  for (let k = 0; k < sides; k++) {
    const east = k % 2 === 0 ? 1 : -1;
    run(feeder, trunk, [[corner, { u: lane + east * SIDE_STEP, v: corner.v }]]);
  }
}

const SIZE = {
  250: { east: 2, west: 2, north: 2, south: 0 },
  400: { east: 2, west: 2, north: 4, south: 0 },
  630: { east: 3, west: 3, north: 4, south: 2 },
} as const;
/** Offsets in blocks of about 300 m. */
const PAVEMENT = 0.02;
const HOUSE_STEP = 0.145;
const BACK_STREET = 0.28;
const SIDE_STEP = 0.22;
