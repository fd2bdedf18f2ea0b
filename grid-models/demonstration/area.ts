/** What hangs behind a branch: the buses that lose their supply when it opens. */
import { GENERATOR_CONTROL, type Network } from '../network/network.ts';
import { topology } from '../network/topology.ts';

/** Neighbours of every node over closed branches, for areas of many branches of one network. */
export interface Neighbourhood {
  readonly network: Network;
  /** [nBus] lowest bus row it is fused with by closed couplers, −1 out of service. */
  readonly busbarOf: Int32Array;
  /** By busbar row: branch rows and the busbar at their other end. */
  readonly branches: ReadonlyMap<number, readonly { readonly branch: number; readonly other: number }[]>;
  /** Busbars with a source that holds voltage. */
  readonly sources: ReadonlySet<number>;
}

export function neighbourhood(network: Network): Neighbourhood {
  const { branch, generator } = network;
  const { busbarOf } = topology(network);
  const branches = new Map<number, { branch: number; other: number }[]>();
  const link = (at: number, row: number, other: number): void => {
    const list = branches.get(at);
    if (list) list.push({ branch: row, other });
    else branches.set(at, [{ branch: row, other }]);
  };
  for (let e = 0; e < branch.count; e++) {
    if (!branch.inService[e] || !branch.fromClosed[e] || !branch.toClosed[e]) continue;
    const from = busbarOf[branch.from[e]!]!;
    const to = busbarOf[branch.to[e]!]!;
    if (from < 0 || to < 0) continue;
    link(from, e, to);
    link(to, e, from);
  }
  const sources = new Set<number>();
  for (let g = 0; g < generator.count; g++)
    if (generator.inService[g] && generator.control[g] === GENERATOR_CONTROL.slack)
      sources.add(busbarOf[generator.bus[g]!]!);
  return { network, busbarOf, branches, sources };
}

/**
 * Busbars (lowest bus rows) supplied through the branch alone; null where there is another way to a source, so that
 * nothing hangs on the branch alone.
 */
export function areaBehind(around: Neighbourhood, branch: number): ReadonlySet<number> | null {
  const { busbarOf, network } = around;
  const from = reach(around, busbarOf[network.branch.from[branch]!]!, branch);
  const to = reach(around, busbarOf[network.branch.to[branch]!]!, branch);
  if (from && !to) return from;
  if (to && !from) return to;
  return null;
}

/** Busbars reached without the branch; null as soon as a source is among them. */
function reach(around: Neighbourhood, start: number, without: number): Set<number> | null {
  const seen = new Set<number>([start]);
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (around.sources.has(at)) return null;
    for (const { branch, other } of around.branches.get(at) ?? []) {
      if (branch === without || seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}
