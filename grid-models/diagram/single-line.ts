/** The single-line diagram of a network: where every bus, bar, branch and symbol is drawn. Geometry only, no drawing. */
import { BRANCH_KIND, type Network } from '../network/network.ts';
import { type Forest, spanningForest } from './forest.ts';
import { type Placement, placeForest } from './placement.ts';

/** At which zoom something appears: 0 station, 1 medium voltage, 2 low voltage. */
export type Level = 0 | 1 | 2;

/** All lengths in drawing units, x to the right, y downward; a unit is about the width of a substation's name. */
export interface Diagram {
  /** One per row of the bus table. */
  readonly buses: readonly DiagramBus[];
  /** Thick horizontal bars, and the short ones of medium-voltage buses. */
  readonly busbars: readonly {
    readonly bus: number;
    readonly x0: number;
    readonly x1: number;
    readonly y: number;
  }[];
  /** One per row of the branch table. */
  readonly branches: readonly DiagramBranch[];
  /** One per row of the coupler table. */
  readonly couplers: readonly {
    readonly path: Float64Array;
    readonly symbol: Spot;
    readonly closed: boolean;
  }[];
  /** Place of each transformer's symbol. */
  readonly transformers: readonly (Spot & { readonly branch: number })[];
  /** Open ends of branches: where the open switch is drawn. */
  readonly openEnds: readonly (Spot & { readonly branch: number; readonly end: 'from' | 'to' })[];
  /** Box around the buses of each named segment, in the order in which segments occur. */
  readonly segments: ReadonlyMap<string, Box>;
  readonly bounds: Box;
}

export interface DiagramBus {
  readonly x: number;
  readonly y: number;
  readonly level: Level;
  readonly kind: 'busbar' | 'node';
  readonly label: string;
}

export interface DiagramBranch {
  /** x0,y0,x1,y1,… from the from-bus to the to-bus. */
  readonly path: Float64Array;
  readonly level: Level;
  /** tree: feeds what is below it; chord: closes a ring, or is open or out of service. */
  readonly role: 'tree' | 'chord';
  /** An end is open or the branch is out of service. */
  readonly open: boolean;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Deterministic; linear in the size of the network. */
export function singleLine(network: Network): Diagram {
  const forest = spanningForest(network);
  const at = placeForest(network, forest);
  const levels = busLevels(network);
  const branches = diagramBranches(network, forest, at, levels);
  return {
    buses: Array.from({ length: network.bus.count }, (_, row) => ({
      x: at.x[row]!,
      y: at.y[row]!,
      level: levels[row] as Level,
      kind: at.isBusbar[row] ? ('busbar' as const) : ('node' as const),
      label: network.bus.name[row]! || network.bus.id[row]!,
    })),
    busbars: busbars(network, at, levels),
    branches,
    couplers: Array.from({ length: network.coupler.count }, (_, row) => diagramCoupler(network, at, row)),
    transformers: branches.flatMap((branch, row) =>
      network.branch.kind[row] === BRANCH_KIND.transformer
        ? [{ branch: row, ...symbolSpot(branch.path) }]
        : [],
    ),
    openEnds: openEnds(network, branches),
    ...boxes(network, at),
  };
}

/** A bus of 60 kV and above, or one directly behind a transformer from there, belongs to the station. */
export function busLevels(network: Network): Uint8Array {
  const { bus, branch } = network;
  const level = Uint8Array.from(bus.vnKv, kv => (kv >= STATION_KV ? 0 : kv > LOW_VOLTAGE_KV ? 1 : 2));
  for (let e = 0; e < branch.count; e++) {
    if (branch.kind[e] !== BRANCH_KIND.transformer) continue;
    const a = branch.from[e]!;
    const b = branch.to[e]!;
    if (bus.vnKv[a]! >= STATION_KV || bus.vnKv[b]! >= STATION_KV) {
      level[a] = 0;
      level[b] = 0;
    }
  }
  return level;
}

function diagramBranches(
  network: Network,
  forest: Forest,
  at: Placement,
  levels: Uint8Array,
): DiagramBranch[] {
  const { branch } = network;
  const isChord = new Uint8Array(branch.count);
  const chordPath = chordWay(at, forest.chords.branches.length);
  for (const row of forest.chords.branches) isChord[row] = 1;
  return Array.from({ length: branch.count }, (_, row) => {
    const from = branch.from[row]!;
    const to = branch.to[row]!;
    const level = Math.max(levels[from]!, levels[to]!) as Level;
    const open = !branch.inService[row] || !branch.fromClosed[row] || !branch.toClosed[row];
    if (isChord[row]) return { path: chordPath(from, to, row), level, role: 'chord', open };
    const isDown = forest.parent[to] === from && forest.link[to] === row;
    const path = isDown ? treePath(at, from, to) : reversed(treePath(at, to, from));
    return { path, level, role: 'tree', open };
  });
}

/** From the feeding bus: straight down from a bar, otherwise along the bus's own height and then down. */
function treePath(at: Placement, parent: number, child: number): Float64Array {
  const x = at.x[child]!;
  const y = at.y[parent]!;
  if (at.isBusbar[parent] || x === at.x[parent]!) return Float64Array.of(x, y, x, at.y[child]!);
  return Float64Array.of(at.x[parent]!, y, x, y, x, at.y[child]!);
}

/** Finds the way of chords: beside a trunk when both ends are on it, otherwise below everything between the two ends. */
function chordWay(at: Placement, chords: number): (a: number, b: number, row: number) => Float64Array {
  // In a strongly meshed network ways around everything are longer than what they avoid.
  const goesAround = chords <= CHORDS_AROUND_MAX;
  return (a, b, row) => {
    const lane = LANE + (row % LANES) * LANE_STEP;
    const ax = at.x[a]!;
    const bx = at.x[b]!;
    const ay = at.y[a]!;
    const by = at.y[b]!;
    if (ax === bx) return Float64Array.of(ax, ay, ax + lane, ay, ax + lane, by, bx, by);
    const low = goesAround
      ? lowest(at, Math.min(ax, bx), Math.max(ax, bx), Math.max(ay, by))
      : Math.max(ay, by);
    const y = low + lane;
    return Float64Array.of(ax, ay, ax + lane, ay, ax + lane, y, bx + lane, y, bx + lane, by, bx, by);
  };
}

/** The lowest bus between two x, at least `from`. */
function lowest(at: Placement, x0: number, x1: number, from: number): number {
  let y = from;
  for (let row = 0; row < at.x.length; row++)
    if (at.barX1[row]! >= x0 && at.barX0[row]! <= x1 + LANE_WIDTH && at.y[row]! > y) y = at.y[row]!;
  return y;
}

function diagramCoupler(network: Network, at: Placement, row: number): Diagram['couplers'][number] {
  const { coupler } = network;
  const a = coupler.from[row]!;
  const b = coupler.to[row]!;
  const path = couplerPath(at, a, b, row);
  return { path, symbol: symbolSpot(path), closed: coupler.closed[row] === 1 };
}

/** Bars at one height are joined end to end, others like a chord. */
function couplerPath(at: Placement, a: number, b: number, row: number): Float64Array {
  if (at.y[a] !== at.y[b]) return chordWay(at, 1)(a, b, row);
  const y = at.y[a]!;
  return at.x[a]! < at.x[b]!
    ? Float64Array.of(at.barX1[a]!, y, at.barX0[b]!, y)
    : Float64Array.of(at.barX0[a]!, y, at.barX1[b]!, y);
}

function busbars(network: Network, at: Placement, levels: Uint8Array): Diagram['busbars'] {
  const bars: { bus: number; x0: number; x1: number; y: number }[] = [];
  for (let row = 0; row < network.bus.count; row++) {
    const y = at.y[row]!;
    if (at.isBusbar[row]) bars.push({ bus: row, x0: at.barX0[row]!, x1: at.barX1[row]!, y });
    else if (levels[row]! < 2)
      bars.push({ bus: row, x0: at.x[row]! - SHORT_BAR_HALF, x1: at.x[row]! + SHORT_BAR_HALF, y });
  }
  return bars;
}

/** Middle of the last piece that is not a point: for tree branches the drop to the bus below. */
function symbolSpot(path: Float64Array): Spot {
  const n = path.length;
  let best = 0;
  let length = -1;
  for (let k = 0; k + 3 < n; k += 2) {
    const piece = Math.abs(path[k + 2]! - path[k]!) + Math.abs(path[k + 3]! - path[k + 1]!);
    const isVertical = path[k] === path[k + 2];
    if (piece > 0 && (isVertical || length < 0)) {
      best = k;
      length = piece;
    }
  }
  return { x: (path[best]! + path[best + 2]!) / 2, y: (path[best + 1]! + path[best + 3]!) / 2 };
}

function openEnds(network: Network, branches: readonly DiagramBranch[]): Diagram['openEnds'] {
  const { branch } = network;
  return branches.flatMap((drawn, row) => {
    const ends: { branch: number; end: 'from' | 'to'; x: number; y: number }[] = [];
    if (!branch.fromClosed[row]) ends.push({ branch: row, end: 'from', ...along(drawn.path, OPEN_END) });
    if (!branch.toClosed[row])
      ends.push({ branch: row, end: 'to', ...along(reversed(drawn.path), OPEN_END) });
    return ends;
  });
}

/** The spot at the given distance from the start of a path, at most in the middle of its first piece. */
function along(path: Float64Array, distance: number): Spot {
  const dx = path[2]! - path[0]!;
  const dy = path[3]! - path[1]!;
  const length = Math.abs(dx) + Math.abs(dy);
  const share = length === 0 ? 0 : Math.min(0.5, distance / length);
  return { x: path[0]! + dx * share, y: path[1]! + dy * share };
}

function reversed(path: Float64Array): Float64Array {
  const out = new Float64Array(path.length);
  for (let k = 0; k < path.length; k += 2) {
    out[k] = path[path.length - 2 - k]!;
    out[k + 1] = path[path.length - 1 - k]!;
  }
  return out;
}

function boxes(network: Network, at: Placement): Pick<Diagram, 'segments' | 'bounds'> {
  const segments = new Map<string, { x0: number; y0: number; x1: number; y1: number }>();
  const bounds = emptyBox();
  for (let row = 0; row < network.bus.count; row++) {
    grow(bounds, at, row);
    const name = network.bus.segment[row]!;
    if (name === '') continue;
    let box = segments.get(name);
    if (!box) {
      box = emptyBox();
      segments.set(name, box);
    }
    grow(box, at, row);
  }
  return { segments, bounds: network.bus.count > 0 ? bounds : { x0: 0, y0: 0, x1: 0, y1: 0 } };
}

const emptyBox = (): { x0: number; y0: number; x1: number; y1: number } => ({
  x0: Number.POSITIVE_INFINITY,
  y0: Number.POSITIVE_INFINITY,
  x1: Number.NEGATIVE_INFINITY,
  y1: Number.NEGATIVE_INFINITY,
});

function grow(box: { x0: number; y0: number; x1: number; y1: number }, at: Placement, row: number): void {
  const half = at.isBusbar[row] ? 0 : SHORT_BAR_HALF;
  box.x0 = Math.min(box.x0, at.barX0[row]! - half);
  box.x1 = Math.max(box.x1, at.barX1[row]! + half);
  box.y0 = Math.min(box.y0, at.y[row]!);
  box.y1 = Math.max(box.y1, at.y[row]!);
}

const STATION_KV = 60;
const LOW_VOLTAGE_KV = 1;
const SHORT_BAR_HALF = 0.25;
/** Chords run in lanes beside a bus, within the gap that the placement leaves there. */
const LANE = 0.15;
const LANES = 5;
const LANE_STEP = 0.08;
const LANE_WIDTH = LANE + LANES * LANE_STEP;
const CHORDS_AROUND_MAX = 200;
const OPEN_END = 0.12;
