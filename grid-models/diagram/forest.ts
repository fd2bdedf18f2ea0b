/** Spanning forest of a network as switched: which bus feeds which, seen from the sources. */
import { BRANCH_KIND, GENERATOR_CONTROL, type Network } from '../network/network.ts';

export interface Forest {
  /** Rows of buses without a parent: sources first, then one bus of every island without a source. */
  readonly roots: readonly number[];
  /** Every bus row once, parents before their children. */
  readonly order: Int32Array;
  /** [nBus] row of the bus it is fed from; −1 for roots. */
  readonly parent: Int32Array;
  /** [nBus] link to the parent: branch row, or −2 − coupler row; −1 for roots. */
  readonly link: Int32Array;
  /** [nBus] buses in the subtree, itself included. */
  readonly size: Int32Array;
  /** [nBus] children in the order they were found. */
  readonly children: readonly (readonly number[])[];
  /** Branch and coupler rows that are not in the forest: open, out of service, or closing a ring. */
  readonly chords: { readonly branches: readonly number[]; readonly couplers: readonly number[] };
}

/** Link of a coupler in `Forest.link`. */
export const couplerLink = (coupler: number): number => -2 - coupler;

/** Breadth first from the slack buses over closed switches, so that every bus hangs on the shortest way to its source. */
export function spanningForest(network: Network): Forest {
  const { bus, branch, coupler, generator } = network;
  const neighbours = adjacency(network);
  const parent = new Int32Array(bus.count).fill(-1);
  const link = new Int32Array(bus.count).fill(-1);
  const placed = new Uint8Array(bus.count);
  const order = new Int32Array(bus.count);
  const children: number[][] = Array.from({ length: bus.count }, () => []);
  let count = 0;
  let next = 0;
  const place = (row: number, from: number, by: number): void => {
    placed[row] = 1;
    parent[row] = from;
    link[row] = by;
    order[count++] = row;
    if (from >= 0) children[from]!.push(row);
  };
  const spread = (): void => {
    for (; next < count; next++) {
      const at = order[next]!;
      for (let k = neighbours.start[at]!; k < neighbours.start[at + 1]!; k++) {
        const other = neighbours.bus[k]!;
        if (!placed[other]) place(other, at, neighbours.link[k]!);
      }
    }
  };
  const roots: number[] = [];
  const root = (row: number): void => {
    roots.push(row);
    place(row, -1, -1);
  };
  for (let g = 0; g < generator.count; g++) {
    const row = generator.bus[g]!;
    const isSource =
      generator.inService[g] && generator.control[g] === GENERATOR_CONTROL.slack && bus.inService[row];
    if (isSource && !placed[row]) root(row);
  }
  spread();
  for (let row = 0; row < bus.count; row++) {
    if (placed[row]) continue;
    root(row);
    spread();
  }

  const size = new Int32Array(bus.count).fill(1);
  for (let k = bus.count - 1; k >= 0; k--) {
    const row = order[k]!;
    if (parent[row]! >= 0) size[parent[row]!]! += size[row]!;
  }
  const used = new Set(link);
  return {
    roots,
    order,
    parent,
    link,
    size,
    children,
    chords: {
      branches: rows(branch.count).filter(row => !used.has(row)),
      couplers: rows(coupler.count).filter(row => !used.has(couplerLink(row))),
    },
  };
}

/** Is the link (as in `Forest.link`) a transformer? */
export function isTransformer(network: Network, link: number): boolean {
  return link >= 0 && network.branch.kind[link] === BRANCH_KIND.transformer;
}

interface Adjacency {
  /** [nBus + 1] first entry of each bus. */
  readonly start: Int32Array;
  readonly bus: Int32Array;
  readonly link: Int32Array;
}

/** Closed connections between buses in service, both ways, in the order of the tables. */
function adjacency(network: Network): Adjacency {
  const { bus, branch, coupler } = network;
  const from: number[] = [];
  const to: number[] = [];
  const by: number[] = [];
  const join = (a: number, b: number, link: number): void => {
    if (a < 0 || b < 0 || a === b || !bus.inService[a] || !bus.inService[b]) return;
    from.push(a, b);
    to.push(b, a);
    by.push(link, link);
  };
  for (let c = 0; c < coupler.count; c++)
    if (coupler.closed[c]) join(coupler.from[c]!, coupler.to[c]!, couplerLink(c));
  for (let e = 0; e < branch.count; e++)
    if (branch.inService[e] && branch.fromClosed[e] && branch.toClosed[e])
      join(branch.from[e]!, branch.to[e]!, e);

  const start = new Int32Array(bus.count + 1);
  for (const a of from) start[a + 1]! += 1;
  for (let b = 0; b < bus.count; b++) start[b + 1]! += start[b]!;
  const fill = start.slice();
  const otherBus = new Int32Array(from.length);
  const link = new Int32Array(from.length);
  from.forEach((a, k) => {
    const at = fill[a]!;
    fill[a] = at + 1;
    otherBus[at] = to[k]!;
    link[at] = by[k]!;
  });
  return { start, bus: otherBus, link };
}

const rows = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
