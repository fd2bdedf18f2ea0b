/**
 * Tracing: whose power flows in a branch, by proportional sharing (Bialek, IEE Proc. GTD 143, 1996; Kirschen, Allan &
 * Strbac, IEEE Trans. Power Systems 12, 1997). At a node everything that comes in mixes, and every way out takes the
 * same mix:
 *
 *     downstream, from source s:   α_i·P_i = G_i(s) + Σ_e α_sender(e)·received_e      over the branches into i
 *     upstream, to sink d:         β_i·P_i = D_i(d) + Σ_e β_receiver(e)·sent_e        over the branches out of i
 *
 * P_i is what passes through node i, G its net injection, D its net withdrawal. The flows are the solved ones at both
 * ends, neither Bialek's gross nor his net flows: those replace the solved state by one without losses. What a branch
 * loses is borne by its mix, so the shares of all sources sum to the flow at either end, those of all sinks as well,
 * and each attributes all losses once.
 *
 * - The slack is a source where it imports and a sink where it exports, like any other bus.
 * - A node is netted: what a bus makes and uses itself never flows, and cannot be traced.
 * - A branch that passes nothing on (open at one end, fed from both, or idle) counts to its buses, with no share.
 * - Without loop flows one sweep along the flows does, O(branches). Where flows go round (phase shifters, or parallel
 *   branches of unlike r/x) one sparse system is solved, and the loop belongs to those who feed it, in the proportion of
 *   its mix. A loop that feeds nothing but its own losses has no sink: upstream, it and what covers them are nobody's.
 */
import type { GridModel } from '../network/build.ts';
import type { SolvedState } from '../power-flow/result.ts';
import { entryAt } from '../sparse/pattern.ts';
import { factoriseReal, realLu, solveReal } from '../sparse/real-lu.ts';
import { analyse } from '../sparse/symbolic.ts';

/** Active power of a solved state with its directions: what the grid passes on, from where to where. */
export interface DirectedFlows {
  readonly model: GridModel;
  /** [nBranch] node that sends and node that receives; -1 where the branch passes nothing on. */
  readonly sender: Int32Array;
  readonly receiver: Int32Array;
  /** [nBranch] MW into the branch at its sender and out of it at its receiver, both positive; 0 where it passes nothing on. */
  readonly sentMw: Float64Array;
  readonly receivedMw: Float64Array;
  /** [nNode] MW, all at least 0: net injection, net withdrawal, and what passes through (the larger of in and out). */
  readonly injectionMw: Float64Array;
  readonly withdrawalMw: Float64Array;
  readonly throughMw: Float64Array;
  /** Branches that pass something on, each after all that feed its sender; null where flows go round. */
  readonly order: Int32Array | null;
}

/** What one source or one sink has of everything that flows. */
export interface Trace {
  /** [nNode] its share of what passes through the node, 0 to 1. */
  readonly ofNode: Float64Array;
  /** [nBranch] its share of the flow, the same at both ends, 0 to 1; 0 where the branch passes nothing on. */
  readonly ofBranch: Float64Array;
  /** Its share of the losses of all branches that pass something on. */
  readonly lossesKw: number;
}

export function directedFlows(model: GridModel, { pFromMw, pToMw }: SolvedState): DirectedFlows {
  const { nodeCount, branchFromNode, branchToNode } = model;
  const sender = new Int32Array(pFromMw.length).fill(-1);
  const receiver = new Int32Array(pFromMw.length).fill(-1);
  const sentMw = new Float64Array(pFromMw.length);
  const receivedMw = new Float64Array(pFromMw.length);
  const inMw = new Float64Array(nodeCount);
  const outMw = new Float64Array(nodeCount);
  const leastMw = FLOW_LEAST_PU * model.network.baseMva;
  for (let e = 0; e < pFromMw.length; e++) {
    const from = branchFromNode[e]!;
    const to = branchToNode[e]!;
    if (from < 0 || to < 0 || from === to) continue;
    const forward = pFromMw[e]! > 0;
    const sent = forward ? pFromMw[e]! : pToMw[e]!;
    const received = forward ? -pToMw[e]! : -pFromMw[e]!;
    if (sent < leastMw || received < leastMw) continue;
    sender[e] = forward ? from : to;
    receiver[e] = forward ? to : from;
    sentMw[e] = sent;
    receivedMw[e] = received;
    outMw[sender[e]!]! += sent;
    inMw[receiver[e]!]! += received;
  }
  return {
    model,
    sender,
    receiver,
    sentMw,
    receivedMw,
    injectionMw: outMw.map((out, i) => Math.max(0, out - inMw[i]!)),
    withdrawalMw: inMw.map((into, i) => Math.max(0, into - outMw[i]!)),
    throughMw: inMw.map((into, i) => Math.max(into, outMw[i]!)),
    order: alongTheFlow(nodeCount, sender, receiver),
  };
}

/** Downstream: where the net injection at the bus (a row of the bus table) goes. All shares are 0 where it injects nothing. */
export function traceInjection(flows: DirectedFlows, bus: number): Trace {
  const { injectionMw, sender, receiver, receivedMw, order } = flows;
  return trace(flows, bus, { ownMw: injectionMw, from: sender, to: receiver, passedMw: receivedMw, order });
}

/** Upstream: where the net withdrawal at the bus comes from; otherwise as `traceInjection`. */
export function traceWithdrawal(flows: DirectedFlows, bus: number): Trace {
  const { withdrawalMw, sender, receiver, sentMw } = flows;
  const order = flows.order?.slice().reverse() ?? null;
  return trace(flows, bus, { ownMw: withdrawalMw, from: receiver, to: sender, passedMw: sentMw, order });
}

/** One way of looking along the branches: what nodes add themselves, who hands the mix on, who gets it, and how much. */
interface Direction {
  readonly ownMw: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly passedMw: Float64Array;
  readonly order: Int32Array | null;
}

/** Kahn's order of the branches. @returns null when some go round */
function alongTheFlow(nodeCount: number, sender: Int32Array, receiver: Int32Array): Int32Array | null {
  const waitsFor = new Int32Array(nodeCount);
  const leaving: number[][] = Array.from({ length: nodeCount }, () => []);
  let passing = 0;
  for (let e = 0; e < sender.length; e++) {
    if (sender[e]! < 0) continue;
    leaving[sender[e]!]!.push(e);
    waitsFor[receiver[e]!]!++;
    passing++;
  }
  const order = new Int32Array(passing);
  let ordered = 0;
  const ready = Array.from(waitsFor.keys()).filter(node => waitsFor[node] === 0);
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const e of leaving[node]!) {
      order[ordered++] = e;
      if (--waitsFor[receiver[e]!]! === 0) ready.push(receiver[e]!);
    }
  }
  return ordered === passing ? order : null;
}

function trace(flows: DirectedFlows, bus: number, direction: Direction): Trace {
  const { model, throughMw, sentMw, receivedMw } = flows;
  const { ownMw, from, to, passedMw, order } = direction;
  // [nNode] MW of what passes through each node that are those of the bus.
  const content = new Float64Array(model.nodeCount);
  const start = model.nodeOfBus[bus]!;
  if (start >= 0) content[start] = ownMw[start]!;
  if (!order) solveAround(flows, direction, content);
  else for (const e of order) content[to[e]!]! += passedMw[e]! * (content[from[e]!]! / throughMw[from[e]!]!);
  const ofNode = content.map((mw, i) => (throughMw[i]! > 0 ? mw / throughMw[i]! : 0));
  const ofBranch = new Float64Array(from.length);
  let lossesMw = 0;
  for (let e = 0; e < from.length; e++) {
    if (from[e]! < 0) continue;
    ofBranch[e] = ofNode[from[e]!]!;
    lossesMw += ofBranch[e]! * (sentMw[e]! - receivedMw[e]!);
  }
  return { ofNode, ofBranch, lossesKw: 1000 * lossesMw };
}

/**
 * Solves content_to − Σ passed_e/through_from · content_from = own for all nodes at once.
 * @param content [nNode] MW, own on entry, with all that is passed on upon return
 */
function solveAround(flows: DirectedFlows, direction: Direction, content: Float64Array): void {
  const { model, throughMw } = flows;
  const { from, to, passedMw } = direction;
  const { pattern } = model.admittance;
  const fed = fedNodes(flows, direction);
  for (let i = 0; i < fed.length; i++) if (!fed[i]) content[i] = 0;
  const values = new Float64Array(pattern.idx.length);
  for (let i = 0; i < pattern.n; i++) values[entryAt(pattern, i, i)] = 1;
  for (let e = 0; e < from.length; e++) {
    if (from[e]! < 0 || !fed[from[e]!]) continue;
    values[entryAt(pattern, to[e]!, from[e]!)]! -= passedMw[e]! / throughMw[from[e]!]!;
  }
  // Regular: each row of the fed part is at least balanced, and each is fed by one with something of its own to spare.
  const lu = realLu(analyse(pattern));
  if (!factoriseReal(lu, values)) throw new Error('tracing: the mix of a loop that is fed has no solution');
  solveReal(lu, content, content);
}

/** [nNode] 1 where anything arrives that some node adds. The mix of a loop that nobody feeds is undefined. */
function fedNodes({ model, sender }: DirectedFlows, { ownMw, from, to }: Direction): Uint8Array {
  const leaving: number[][] = Array.from(ownMw, () => []);
  sender.forEach((node, e) => {
    if (node >= 0) leaving[from[e]!]!.push(to[e]!);
  });
  const leastMw = FLOW_LEAST_PU * model.network.baseMva;
  const fed = Uint8Array.from(ownMw, mw => (mw > leastMw ? 1 : 0));
  const waiting = Array.from(fed.keys()).filter(node => fed[node]);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const next of leaving[node]!) {
      if (fed[next]) continue;
      fed[next] = 1;
      waiting.push(next);
    }
  }
  return fed;
}

/** Below the tolerance of the power flow (1e-8 p.u.) a flow is rounding, and its direction chance. */
const FLOW_LEAST_PU = 1e-9;
