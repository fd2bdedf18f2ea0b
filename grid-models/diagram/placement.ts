/**
 * Places the buses of a spanning forest so that no two branches of it cross and no two subtrees overlap.
 *
 * Two ways to hang children, chosen per bus:
 * - a busbar carries its children side by side below a horizontal bar (roots, low sides of transformers);
 * - a trunk goes straight down through its largest child of the same voltage; other children hang to its left and
 *   right, each in a rectangle of its own, on whichever side has room further up.
 * Every subtree keeps to its rectangle; rectangles of one bus are disjoint. Linear in the number of buses.
 */
import type { Network } from '../network/network.ts';
import { type Forest, isTransformer } from './forest.ts';

export interface Placement {
  /** [nBus] drawing units, x to the right, y downward. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** [nBus] 1 where children hang below a bar. */
  readonly isBusbar: Uint8Array;
  /** [nBus] ends of the bar for busbars, x of the bus for others. */
  readonly barX0: Float64Array;
  readonly barX1: Float64Array;
}

export function placeForest(network: Network, forest: Forest): Placement {
  const n = network.bus.count;
  const space: Space = {
    network,
    forest,
    isBusbar: Uint8Array.from({ length: n }, (_, row) => (isBusbar(network, forest, row) ? 1 : 0)),
    dx: new Float64Array(n),
    dy: new Float64Array(n),
    left: new Float64Array(n),
    right: new Float64Array(n),
    height: new Float64Array(n),
    barLeft: new Float64Array(n),
    barRight: new Float64Array(n),
    trunk: Int32Array.from({ length: n }, () => -1),
  };
  for (let row = 0; row < n; row++)
    if (!space.isBusbar[row]) space.trunk[row] = trunkChild(network, forest, row);
  // Children come after their parents in `order`: backwards, every subtree is finished before it is hung.
  for (let k = n - 1; k >= 0; k--) {
    const row = forest.order[k]!;
    if (space.isBusbar[row]) hangBelowBar(space, row);
    else if (!isTrunkChild(space, row)) hangAlongTrunk(space, row);
  }
  return absolute(space);
}

interface Space {
  readonly network: Network;
  readonly forest: Forest;
  readonly isBusbar: Uint8Array;
  /** Position relative to the parent; relative to the head of its trunk for buses within a trunk. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  /** Rectangle of the subtree about its top bus: how far it reaches left, right and down. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly height: Float64Array;
  readonly barLeft: Float64Array;
  readonly barRight: Float64Array;
  /** The child a trunk goes on to, −1: none. */
  readonly trunk: Int32Array;
}

/** Roots with more than one child, low sides of transformers with children, and whatever fans out in four or more. */
function isBusbar(network: Network, forest: Forest, row: number): boolean {
  const children = forest.children[row]!.length;
  if (forest.parent[row]! < 0) return children !== 1;
  if (isTransformer(network, forest.link[row]!)) return true;
  return children >= 4;
}

/** The largest child that is a bus of the same voltage, not a busbar; −1 where there is none. */
function trunkChild(network: Network, forest: Forest, row: number): number {
  let best = -1;
  for (const child of forest.children[row]!) {
    if (isTransformer(network, forest.link[child]!) || isBusbar(network, forest, child)) continue;
    if (best < 0 || forest.size[child]! > forest.size[best]!) best = child;
  }
  return best;
}

function isTrunkChild(space: Space, row: number): boolean {
  const parent = space.forest.parent[row]!;
  return parent >= 0 && space.trunk[parent] === row;
}

function hangBelowBar(space: Space, row: number): void {
  const children = space.forest.children[row]!;
  const widths = children.map(c => space.left[c]! + space.right[c]!);
  const total = widths.reduce((a, b) => a + b, 0) + SIDE_GAP * Math.max(0, children.length - 1);
  let edge = -total / 2;
  let height = 0;
  children.forEach((child, k) => {
    const drop = dropTo(space, child);
    space.dx[child] = edge + space.left[child]!;
    space.dy[child] = drop;
    height = Math.max(height, drop + space.height[child]!);
    edge += widths[k]! + SIDE_GAP;
  });
  const first = children.length > 0 ? space.dx[children[0]!]! : 0;
  const last = children.length > 0 ? space.dx[children[children.length - 1]!]! : 0;
  space.barLeft[row] = Math.min(-BAR_HALF, first - BAR_END);
  space.barRight[row] = Math.max(BAR_HALF, last + BAR_END);
  space.left[row] = Math.max(total / 2, -space.barLeft[row]!);
  space.right[row] = Math.max(total / 2, space.barRight[row]!);
  space.height[row] = Math.max(height, BUS_HEIGHT);
}

/** Lays out the whole trunk that begins at `head`; positions of its buses are relative to the head. */
function hangAlongTrunk(space: Space, head: number): void {
  const { forest } = space;
  // Rectangles on each side are stacked downward; these are the lower edges so far.
  let bottomLeft = Number.NEGATIVE_INFINITY;
  let bottomRight = Number.NEGATIVE_INFINITY;
  let reachLeft = BUS_HALF;
  let reachRight = BUS_HALF;
  let y = 0;
  let lowest = BUS_HEIGHT;
  for (let at = head; at >= 0; at = space.trunk[at]!) {
    const sides = forest.children[at]!.filter(child => child !== space.trunk[at]);
    if (at !== head) y += dropTo(space, at);
    const onLeft: number[] = [];
    const onRight: number[] = [];
    for (const [k, child] of sides.entries()) {
      const rightFirst = bottomRight <= bottomLeft;
      (rightFirst === (k % 2 === 0) ? onRight : onLeft).push(child);
    }
    // The connection to a side runs at the height of the bus: it must clear what hangs there already.
    if (onLeft.length > 0) y = Math.max(y, bottomLeft + ROW_GAP);
    if (onRight.length > 0) y = Math.max(y, bottomRight + ROW_GAP);
    if (at !== head) space.dy[at] = y;
    let edge = SIDE_GAP;
    for (const child of onRight) {
      space.dx[child] = edge + space.left[child]!;
      edge += space.left[child]! + space.right[child]! + SIDE_GAP;
      space.dy[child] = dropTo(space, child);
      bottomRight = Math.max(bottomRight, y + space.dy[child]! + space.height[child]!);
    }
    if (onRight.length > 0) reachRight = Math.max(reachRight, edge - SIDE_GAP);
    edge = SIDE_GAP;
    for (const child of onLeft) {
      space.dx[child] = -(edge + space.right[child]!);
      edge += space.left[child]! + space.right[child]! + SIDE_GAP;
      space.dy[child] = dropTo(space, child);
      bottomLeft = Math.max(bottomLeft, y + space.dy[child]! + space.height[child]!);
    }
    if (onLeft.length > 0) reachLeft = Math.max(reachLeft, edge - SIDE_GAP);
    lowest = Math.max(lowest, y + BUS_HEIGHT, bottomLeft, bottomRight);
  }
  space.left[head] = reachLeft;
  space.right[head] = reachRight;
  space.height[head] = lowest;
}

/** How far below its feeding bus a bus hangs: room for a transformer's symbol, less at low voltage. */
function dropTo(space: Space, row: number): number {
  if (isTransformer(space.network, space.forest.link[row]!)) return TRANSFORMER_DROP;
  return space.network.bus.vnKv[row]! <= LOW_VOLTAGE_KV ? LV_DROP : LINE_DROP;
}

function absolute(space: Space): Placement {
  const { forest, network } = space;
  const n = network.bus.count;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const headOf = new Int32Array(n);
  let edge = 0;
  for (const row of forest.order) {
    headOf[row] = row;
    const parent = forest.parent[row]!;
    if (parent < 0) {
      x[row] = edge + space.left[row]!;
      edge = x[row]! + space.right[row]! + ROOT_GAP;
    } else if (isTrunkChild(space, row)) {
      const head = headOf[parent]!;
      headOf[row] = head;
      x[row] = x[head]!;
      y[row] = y[head]! + space.dy[row]!;
    } else {
      x[row] = x[parent]! + space.dx[row]!;
      y[row] = y[parent]! + space.dy[row]!;
    }
  }
  return {
    x,
    y,
    isBusbar: space.isBusbar,
    barX0: x.map((value, row) => value + space.barLeft[row]!),
    barX1: x.map((value, row) => value + space.barRight[row]!),
  };
}

/** Drawing units; one is about the width of a substation's name at reading size. */
const LINE_DROP = 1;
const LV_DROP = 0.6;
const TRANSFORMER_DROP = 1.2;
/** Room below the last bus of a trunk, also where open cables run. */
const BUS_HEIGHT = 0.4;
const BUS_HALF = 0.3;
const SIDE_GAP = 0.6;
const ROW_GAP = 0.4;
const BAR_HALF = 0.4;
const BAR_END = 0.3;
const ROOT_GAP = 2;
const LOW_VOLTAGE_KV = 1;
