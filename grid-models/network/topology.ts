/** Which buses are one node, which nodes hang together, and what has no source. */
import { GENERATOR_CONTROL, type Network } from './network.ts';

export interface Topology {
  /** [nBus] lowest bus row it is fused with by closed couplers (itself when none); -1 for a bus out of service. */
  readonly busbarOf: Int32Array;
  /** Islands of buses in service, by lowest bus row; `energised` where a slack in service stands in it. */
  readonly islands: readonly { readonly energised: boolean; readonly buses: Int32Array }[];
  /** [nBus] index into `islands`, -1 for a bus out of service. */
  readonly islandOf: Int32Array;
}

export function topology(network: Network): Topology {
  const { bus, branch, coupler, generator } = network;
  const inService = (row: number) => row >= 0 && bus.inService[row] === 1;

  const fused = disjointSets(bus.count);
  for (let c = 0; c < coupler.count; c++) {
    const from = coupler.from[c]!;
    const to = coupler.to[c]!;
    if (coupler.closed[c] && inService(from) && inService(to)) join(fused, from, to);
  }
  const busbarOf = new Int32Array(bus.count).fill(-1);
  for (let b = 0; b < bus.count; b++) if (inService(b)) busbarOf[b] = rootOf(fused, b);

  const connected = fused.slice();
  for (let e = 0; e < branch.count; e++) {
    const from = branch.from[e]!;
    const to = branch.to[e]!;
    if (!branch.inService[e] || !branch.fromClosed[e] || !branch.toClosed[e]) continue;
    if (inService(from) && inService(to)) join(connected, from, to);
  }
  const islandOf = new Int32Array(bus.count).fill(-1);
  const islandOfRoot = new Map<number, number>();
  const members: number[][] = [];
  for (let b = 0; b < bus.count; b++) {
    if (!inService(b)) continue;
    const root = rootOf(connected, b);
    let island = islandOfRoot.get(root);
    if (island === undefined) {
      island = members.length;
      islandOfRoot.set(root, island);
      members.push([]);
    }
    islandOf[b] = island;
    members[island]!.push(b);
  }
  const energised = new Uint8Array(members.length);
  for (let g = 0; g < generator.count; g++) {
    const at = generator.bus[g]!;
    if (generator.inService[g] && generator.control[g] === GENERATOR_CONTROL.slack && inService(at)) {
      energised[islandOf[at]!] = 1;
    }
  }
  return {
    busbarOf,
    islandOf,
    islands: members.map((rows, i) => ({ energised: energised[i] === 1, buses: Int32Array.from(rows) })),
  };
}

/** Each element points at a smaller one of its set; the smallest points at itself. */
function disjointSets(n: number): Int32Array {
  return Int32Array.from({ length: n }, (_, i) => i);
}

function rootOf(sets: Int32Array, element: number): number {
  let root = element;
  while (sets[root] !== root) {
    sets[root] = sets[sets[root]!]!;
    root = sets[root]!;
  }
  return root;
}

function join(sets: Int32Array, a: number, b: number): void {
  const first = rootOf(sets, a);
  const second = rootOf(sets, b);
  if (first < second) sets[second] = first;
  else sets[first] = second;
}
