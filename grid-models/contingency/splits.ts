/**
 * Which single branches a part of the grid hangs on: the bridges of the graph of nodes, all sources seen as one root.
 *
 * Depth-first search with the earliest number reached from below (Tarjan 1974); the nodes behind a bridge are then a run
 * of the search order. A part that keeps a source of its own is not lost and does not count as split off.
 */
import type { GridModel } from '../network/build.ts';

export interface Splits {
  /** Nodes without a source once the branch (a row of its table) is out, ascending by search; empty where none. */
  lostNodes(branch: number): Int32Array;
}

/** O(nodes + branches). Parallel branches carry each other; a branch with an open end carries nobody. */
export function findSplits(model: GridModel): Splits {
  const { nodeCount, freeCount, branchFromNode, branchToNode } = model;
  const { ptr, edge } = edgesAtNodes(model);
  const order = new Int32Array(freeCount);
  /** Place in `order`; -1 not seen; slack nodes, the joint root, stand before all. */
  const number = new Int32Array(nodeCount).fill(-1);
  const lowest = new Int32Array(nodeCount);
  const enteredBy = new Int32Array(nodeCount).fill(-1);
  const next = ptr.slice(0, nodeCount);
  const first = new Int32Array(branchFromNode.length);
  const end = new Int32Array(branchFromNode.length);
  const stack = new Int32Array(nodeCount);
  let found = 0;
  for (let root = freeCount; root < nodeCount; root++) number[root] = ROOT;
  for (let root = freeCount; root < nodeCount; root++) {
    let depth = 0;
    stack[0] = root;
    lowest[root] = ROOT;
    while (depth >= 0) {
      const at = stack[depth]!;
      if (next[at]! < ptr[at + 1]!) {
        const e = edge[next[at]!++]!;
        const to = branchFromNode[e] === at ? branchToNode[e]! : branchFromNode[e]!;
        if (e === enteredBy[at]) continue;
        if (number[to] === -1) {
          order[found] = to;
          number[to] = found;
          lowest[to] = found++;
          enteredBy[to] = e;
          stack[++depth] = to;
        } else lowest[at] = Math.min(lowest[at]!, number[to]!);
        continue;
      }
      depth--;
      if (depth < 0) break;
      const above = stack[depth]!;
      lowest[above] = Math.min(lowest[above]!, lowest[at]!);
      if (lowest[at] === number[at]) {
        first[enteredBy[at]!] = number[at]!;
        end[enteredBy[at]!] = found;
      }
    }
  }
  return { lostNodes: branch => order.subarray(first[branch], end[branch]) };
}

/** Branches with two live ends at two nodes, by node. */
function edgesAtNodes({ nodeCount, branchFromNode, branchToNode }: GridModel): {
  ptr: Int32Array;
  edge: Int32Array;
} {
  const ptr = new Int32Array(nodeCount + 1);
  const joins = (e: number) =>
    branchFromNode[e]! >= 0 && branchToNode[e]! >= 0 && branchFromNode[e] !== branchToNode[e];
  for (let e = 0; e < branchFromNode.length; e++) {
    if (!joins(e)) continue;
    ptr[branchFromNode[e]! + 1]!++;
    ptr[branchToNode[e]! + 1]!++;
  }
  for (let i = 0; i < nodeCount; i++) ptr[i + 1]! += ptr[i]!;
  const edge = new Int32Array(ptr[nodeCount]!);
  const next = ptr.slice(0, nodeCount);
  for (let e = 0; e < branchFromNode.length; e++) {
    if (!joins(e)) continue;
    edge[next[branchFromNode[e]!]!++] = e;
    edge[next[branchToNode[e]!]!++] = e;
  }
  return { ptr, edge };
}

/** Number of the joint root: before the first place of `order`, and not the mark of a node not seen. */
const ROOT = -2;
