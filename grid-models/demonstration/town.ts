/**
 * The plan of the town: substations at street crossings, six feeders that run through them as open rings, and the
 * low-voltage streets around each substation. Lattice coordinates only; the network is made of it in
 * `demonstration-network.ts`.
 *
 * Twelve columns by ten rows of blocks, the station in the middle. Each feeder takes four columns of five rows: up
 * one column, down the next. Opposite feeders end across the main street from each other: there the ring is open.
 */
import type { Random } from './random.ts';
import type { LatticePoint } from './streets.ts';

export interface TownPlan {
  readonly feeders: readonly FeederPlan[];
  /** Open ring cables between the last substations of two feeders (numbers in `feeders`). */
  readonly ties: readonly { readonly a: number; readonly b: number; readonly way: readonly LatticePoint[] }[];
}

export interface FeederPlan {
  /** 1 … 6. */
  readonly number: number;
  readonly name: string;
  /** 0: section A of the station's busbar (transformer T1), 1: section B (T2). */
  readonly section: 0 | 1;
  readonly substations: readonly SubstationPlan[];
  /** Normally open cable inside the feeder, between two of its substations (numbers in `substations`). */
  readonly chord: { readonly a: number; readonly b: number; readonly way: readonly LatticePoint[] };
}

export interface SubstationPlan {
  readonly name: string;
  readonly at: LatticePoint;
  /** Number of the substation the cable comes from; −1: the station. */
  readonly upstream: number;
  readonly way: readonly LatticePoint[];
}

export const STATION: LatticePoint = { u: 0, v: 0 };

export function townPlan(at: Random): TownPlan {
  const feeders = DISTRICTS.map((d, k) => feeder(d, k + 1, at));
  return {
    feeders,
    ties: TIES.map(([a, b]) => ({
      a,
      b,
      way: [lastOnRing(feeders[a]!).at, lastOnRing(feeders[b]!).at],
    })),
  };
}

/** The substation at the ring's end: the last that is not a spur. Spurs stand at the end of the list. */
export function lastOnRing(plan: FeederPlan): SubstationPlan {
  return plan.substations[plan.substations.length - 1 - SPURS]!;
}

interface District {
  /** The street that gives the feeder its name. */
  readonly street: string;
  readonly columns: readonly number[];
  readonly north: boolean;
  /** Distance from the middle of the main street, in blocks: cables side by side never cross when they turn off. */
  readonly lane: number;
}

function feeder(district: District, number: number, at: Random): FeederPlan {
  const sign = district.north ? 1 : -1;
  const cells = serpentine(district.columns);
  const parks = parkCells(cells, at);
  const substations: SubstationPlan[] = [];
  const rowOf: number[] = [];
  let pending: LatticePoint[] = [STATION, { u: 0, v: district.lane }, { u: cells[0]!.u, v: district.lane }];
  let upstream = -1;
  cells.forEach((cell, k) => {
    const here = { u: cell.u, v: sign * (FIRST_ROW + cell.row) };
    pending.push(here);
    if (parks.has(k)) return;
    substations.push({
      name: crossing(cell.column, cell.row, district.north),
      at: here,
      upstream,
      way: pending,
    });
    rowOf.push(k);
    upstream = substations.length - 1;
    pending = [here];
  });
  const chordRow = 2;
  const chord = [0, 1].map(c => rowOf.findIndex(k => cells[k]!.row === chordRow && cells[k]!.order === c));
  const a = chord[0]!;
  const b = chord[1]!;
  spurs(cells, rowOf, substations, sign, at);
  return {
    number,
    name: `Feeder ${number} · ${district.street}`,
    section: number % 2 === 1 ? 0 : 1,
    substations,
    chord: { a, b, way: [substations[a]!.at, substations[b]!.at] },
  };
}

interface Cell {
  readonly column: number;
  /** 0 … 3 in the order the feeder takes them. */
  readonly order: number;
  readonly row: number;
  readonly u: number;
}

function serpentine(columns: readonly number[]): Cell[] {
  const cells: Cell[] = [];
  columns.forEach((column, order) => {
    for (let k = 0; k < ROWS; k++)
      cells.push({ column, order, row: order % 2 === 0 ? k : ROWS - 1 - k, u: column - 5.5 });
  });
  return cells;
}

/** Two blocks of each district are parks: the cable passes, no substation stands there. Never an end or a chord's row. */
function parkCells(cells: readonly Cell[], at: Random): Set<number> {
  const parks = new Set<number>();
  while (parks.size < SPURS) {
    const k = at.below(cells.length);
    const cell = cells[k]!;
    if (cell.row === 1 || cell.row === 3) parks.add(k);
  }
  return parks;
}

/** Two outlying substations on spurs beyond the outer row of two columns. */
function spurs(
  cells: readonly Cell[],
  rowOf: readonly number[],
  list: SubstationPlan[],
  sign: number,
  at: Random,
): void {
  const first = at.below(2);
  for (let s = 0; s < SPURS; s++) {
    const order = s * 2 + first;
    const base = rowOf.findIndex(k => cells[k]!.row === ROWS - 1 && cells[k]!.order === order);
    const cell = cells[rowOf[base]!]!;
    const here = { u: cell.u, v: sign * (FIRST_ROW + ROWS) };
    list.push({
      name: `${COLUMN_STREETS[cell.column]!} ${OUTLYING[(cell.column * 2 + (sign > 0 ? 0 : 1)) % OUTLYING.length]!}`,
      at: here,
      upstream: base,
      way: [list[base]!.at, here],
    });
  }
}

function crossing(column: number, row: number, north: boolean): string {
  return `${COLUMN_STREETS[column]!} at ${(north ? NORTH_STREETS : SOUTH_STREETS)[row]!}`;
}

const ROWS = 5;
const SPURS = 2;
/** The first row of substations stands this far from the main street, in blocks. */
const FIRST_ROW = 0.7;
const DISTRICTS: readonly District[] = [
  { street: 'Chapel Road', columns: [3, 2, 1, 0], north: true, lane: 0.015 },
  { street: 'Ferry Street', columns: [3, 2, 1, 0], north: false, lane: -0.015 },
  { street: 'Mill Road', columns: [4, 5, 6, 7], north: true, lane: 0.045 },
  { street: 'Granary Lane', columns: [4, 5, 6, 7], north: false, lane: -0.045 },
  { street: 'Kiln Lane', columns: [8, 9, 10, 11], north: true, lane: 0.015 },
  { street: 'Willow Walk', columns: [8, 9, 10, 11], north: false, lane: -0.015 },
];
const TIES: readonly (readonly [number, number])[] = [
  [0, 1],
  [2, 3],
  [4, 5],
];
const COLUMN_STREETS = [
  'Orchard Way',
  'Weir Lane',
  'Tanner Street',
  'Chapel Road',
  'Mill Road',
  'Castle Street',
  'Bridge Street',
  'Market Road',
  'Kiln Lane',
  'Linden Avenue',
  'Quarry Road',
  'Vineyard Way',
] as const;
const NORTH_STREETS = ['North Parade', 'Elm Street', 'School Lane', 'Abbey Walk', 'Ridge Road'] as const;
const SOUTH_STREETS = ['South Parade', 'Ferry Street', 'Granary Lane', 'Willow Walk', 'Meadow Road'] as const;
const OUTLYING = [
  'Farm',
  'Waterworks',
  'Sports Ground',
  'Nursery',
  'Sawmill',
  'Observatory',
  'Allotments',
] as const;
