/**
 * One grid as the peers are asked about it: MATPOWER's tables, the language that most of them read. Every element of ours is in
 * them as nodes, series elements with an ideal transformer and shunts, so that all solve the same equations.
 */
import type { GridModel } from '../../../grid-models/network/build.ts';
import type { Injection, SolvedState } from '../../../grid-models/power-flow/result.ts';
import { nodeInjection } from '../../../grid-models/power-flow/solve.ts';

/** Largest accepted power mismatch at a node, p.u. of baseMva. */
export const TOLERANCE_PU = 1e-8;
/** No limit: reactive power and flows are free here, and a rating of nothing would be taken for a missing one. */
const UNLIMITED_MVA = 1e4;

/** Nodes in our order: PQ, then voltage-controlled, then slack; buses are numbered from 1. MW, Mvar, degrees, p.u. */
export function questionOf(model: GridModel, injection: Injection, start: SolvedState) {
  const { network, nodeCount, pqCount, freeCount, busOfNode } = model;
  const { baseMva } = network;
  const { pPu, qPu } = nodeInjection(model, injection);
  const { g, b } = shuntsOf(model);
  const nodes = Array.from({ length: nodeCount }, (_, node) => node);
  const vm = nodes.map(node => start.vmPu[busOfNode[node]!]!);
  const va = nodes.map(node => start.vaDeg[busOfNode[node]!]!);
  const bus = nodes.map(node => {
    const type = node < pqCount ? 1 : node < freeCount ? 2 : 3;
    const [pd, qd] = type === 1 ? [-pPu[node]! * baseMva, -qPu[node]! * baseMva] : [0, 0];
    const vnKv = network.bus.vnKv[busOfNode[node]!]!;
    return [
      node + 1,
      type,
      pd,
      qd,
      g[node]! * baseMva,
      b[node]! * baseMva,
      1,
      vm[node]!,
      va[node]!,
      vnKv,
      1,
      2,
      0,
    ];
  });
  const limits = [UNLIMITED_MVA, -UNLIMITED_MVA];
  const gen = nodes.slice(pqCount).map(node => {
    const pMw = node < freeCount ? pPu[node]! * baseMva : 0;
    return [node + 1, pMw, 0, ...limits, vm[node]!, baseMva, 1, ...limits, ...new Array<number>(11).fill(0)];
  });
  const branch = closedBranches(model).map(e => {
    const { rPu, xPu, ratio, shiftRad } = network.branch;
    const shiftDeg = (shiftRad[e]! * 180) / Math.PI;
    // A ratio of 0 says: a line.
    const tap = ratio[e] === 1 && shiftDeg === 0 ? 0 : ratio[e]!;
    const ends = [model.branchFromNode[e]! + 1, model.branchToNode[e]! + 1];
    return [...ends, rPu[e]!, xPu[e]!, 0, UNLIMITED_MVA, 0, 0, tap, shiftDeg, 1, -360, 360];
  });
  return { baseMva, pqCount, freeCount, tolerancePu: TOLERANCE_PU, bus, gen, branch };
}

function closedBranches({ network, branchFromNode, branchToNode }: GridModel): number[] {
  return Array.from({ length: network.branch.count }, (_, e) => e).filter(
    e => branchFromNode[e]! >= 0 && branchToNode[e]! >= 0 && branchFromNode[e] !== branchToNode[e],
  );
}

/** Everything at a node that is no series element, p.u.: row sums of Y show it, less what the ideal transformers leave there. */
function shuntsOf(model: GridModel): { g: number[]; b: number[] } {
  const { network, nodeCount, admittance, branchFromNode, branchToNode } = model;
  const { pattern, re, im } = admittance;
  const { rPu, xPu, ratio } = network.branch;
  const g = new Array<number>(nodeCount).fill(0);
  const b = new Array<number>(nodeCount).fill(0);
  for (let i = 0; i < nodeCount; i++) {
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      if (pattern.idx[p] !== i) continue;
      g[i] = re[p]!;
      b[i] = im[p]!;
    }
  }
  for (const e of closedBranches(model)) {
    const square = rPu[e]! ** 2 + xPu[e]! ** 2;
    const [series, reactive] = [rPu[e]! / square, -xPu[e]! / square];
    g[branchFromNode[e]!]! -= series / ratio[e]! ** 2;
    b[branchFromNode[e]!]! -= reactive / ratio[e]! ** 2;
    g[branchToNode[e]!]! -= series;
    b[branchToNode[e]!]! -= reactive;
  }
  return { g: g.map(cancelled), b: b.map(cancelled) };
}

/** What is left of a difference of equal numbers is nothing. */
function cancelled(pu: number): number {
  return Math.abs(pu) < 1e-9 ? 0 : pu;
}
