/**
 * From columns to the electrical model every solver reads: nodes, admittances, types, set points.
 *
 * A node is a set of buses fused by closed couplers, in an island that has a source. Nodes are ordered PQ, PV, slack:
 * the nodes whose voltage is unknown come first and Y_LL is the leading part of the admittance matrix.
 */
import { entryAt, leadingPart, patternOfEdges } from '../sparse/pattern.ts';
import type { Pattern } from '../sparse/symbolic.ts';
import { type BranchColumns, GENERATOR_CONTROL, type Network } from './network.ts';
import { NetworkFileError, setpointProblems } from './problems.ts';
import { rotation } from './rotation.ts';
import { type Topology, topology } from './topology.ts';

/** Net injection per bus, generation positive, without what slack units and voltage control add. */
export interface BusInjection {
  /** [nBus] MW */
  readonly pMw: Float64Array;
  /** [nBus] Mvar */
  readonly qMvar: Float64Array;
}

/** Complex square matrix by rows with symmetric pattern, p.u.; entries may be zero (see `rebuildModel`). */
export interface ComplexMatrix {
  readonly pattern: Pattern;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export interface GridModel {
  readonly network: Network;
  readonly nodeCount: number;
  /** Nodes 0 … pqCount-1 are PQ, then PV up to freeCount-1, then slack. */
  readonly pqCount: number;
  readonly freeCount: number;
  /** [nBus] node of the bus, -1 where it is dead (out of service, or in an island without source). */
  readonly nodeOfBus: Int32Array;
  /** [nNode] lowest bus row of the node. */
  readonly busOfNode: Int32Array;
  /** [nNode] voltage set point of PV and slack, p.u.; NaN for PQ. */
  readonly vmPuSet: Float64Array;
  /** [nNode] angle of a slack, rad; NaN otherwise. */
  readonly vaRadSet: Float64Array;
  /** [nNode] start of the file; set points where there are any. */
  readonly vmPuStart: Float64Array;
  readonly vaRadStart: Float64Array;
  /** Does the file give a start at all (any value other than 1 p.u. and 0 degrees)? */
  readonly startGiven: boolean;
  /** Bus admittance Y with line charging, shunts, charged stubs and the constant-impedance part of loads, p.u. */
  readonly admittance: ComplexMatrix;
  /** [nNode] consumption of constant current at 1 p.u., p.u. of baseMva: drawn as pPu·v, qPu·v. */
  readonly constIPu: { readonly p: Float64Array; readonly q: Float64Array };
  /** Node of each branch end, -1 where the end is open, dead or the branch out of service. */
  readonly branchFromNode: Int32Array;
  readonly branchToNode: Int32Array;
  readonly branchAdmittance: BranchAdmittance;
  readonly topology: Topology;
}

/**
 * Two-port of every branch, p.u.: I_from = ff·V_from + ft·V_to, I_to = tf·V_from + tt·V_to, currents into the branch.
 * With one end open only the admittance of the charged stub is left at the other end; all zero where nothing flows.
 */
export interface BranchAdmittance {
  readonly ffRe: Float64Array;
  readonly ffIm: Float64Array;
  readonly ftRe: Float64Array;
  readonly ftIm: Float64Array;
  readonly tfRe: Float64Array;
  readonly tfIm: Float64Array;
  readonly ttRe: Float64Array;
  readonly ttIm: Float64Array;
}

/** @throws NetworkFileError when units in service hold one node at different voltages */
export function buildModel(network: Network): GridModel {
  const conflicts = setpointProblems(network);
  if (conflicts.length > 0) throw new NetworkFileError(network.name, conflicts);
  const top = topology(network);
  const nodes = numberNodes(network, top);
  const ends = branchEnds(network, nodes.nodeOfBus);
  const branchAdmittance = twoPorts(network, ends);
  const loads = voltageDependentLoads(network, nodes.nodeOfBus, nodes.nodeCount);
  return {
    network,
    ...nodes,
    ...setPoints(network, nodes),
    admittance: assemble(network, nodes, ends, branchAdmittance, loads),
    constIPu: { p: loads.constIP, q: loads.constIQ },
    branchFromNode: ends.from,
    branchToNode: ends.to,
    branchAdmittance,
    topology: top,
  };
}

/** The constant-power injection the file states: pq units and the active power of pv units, less constant-power load. */
export function baseInjection(network: Network): BusInjection {
  const { bus, generator, load } = network;
  const pMw = new Float64Array(bus.count);
  const qMvar = new Float64Array(bus.count);
  for (let g = 0; g < generator.count; g++) {
    const control = generator.control[g];
    if (!generator.inService[g] || control === GENERATOR_CONTROL.slack) continue;
    pMw[generator.bus[g]!]! += generator.pMw[g]!;
    if (control === GENERATOR_CONTROL.pq) qMvar[generator.bus[g]!]! += generator.qMvar[g]!;
  }
  for (let l = 0; l < load.count; l++) {
    if (!load.inService[l]) continue;
    const share = 1 - load.constZShare[l]! - load.constIShare[l]!;
    pMw[load.bus[l]!]! -= load.pMw[l]! * share;
    qMvar[load.bus[l]!]! -= load.qMvar[l]! * share;
  }
  return { pMw, qMvar };
}

/** Y_LL, the part of the admittance matrix between nodes whose voltage is unknown (PQ and PV). */
export function freeAdmittance(model: GridModel): ComplexMatrix {
  const { pattern, re, im } = model.admittance;
  const part = leadingPart(pattern, model.freeCount);
  return {
    pattern: part.pattern,
    re: Float64Array.from(part.source, p => re[p]!),
    im: Float64Array.from(part.source, p => im[p]!),
  };
}

interface Nodes {
  readonly nodeCount: number;
  readonly pqCount: number;
  readonly freeCount: number;
  readonly nodeOfBus: Int32Array;
  readonly busOfNode: Int32Array;
}

function numberNodes(network: Network, { busbarOf, islandOf, islands }: Topology): Nodes {
  const { bus, generator } = network;
  const control = new Uint8Array(bus.count);
  for (let g = 0; g < generator.count; g++) {
    const busbar = busbarOf[generator.bus[g]!]!;
    if (generator.inService[g] && busbar >= 0)
      control[busbar] = Math.max(control[busbar]!, generator.control[g]!);
  }
  const busOfNode: number[] = [];
  const counts: number[] = [];
  const nodeOfBus = new Int32Array(bus.count).fill(-1);
  for (const wanted of [GENERATOR_CONTROL.pq, GENERATOR_CONTROL.pv, GENERATOR_CONTROL.slack]) {
    for (let b = 0; b < bus.count; b++) {
      if (busbarOf[b] !== b || control[b] !== wanted || !islands[islandOf[b]!]!.energised) continue;
      nodeOfBus[b] = busOfNode.length;
      busOfNode.push(b);
    }
    counts.push(busOfNode.length);
  }
  // The lowest row of a busbar has its node by now; the others take it over.
  for (let b = 0; b < bus.count; b++) if (busbarOf[b]! >= 0) nodeOfBus[b] = nodeOfBus[busbarOf[b]!]!;
  return {
    nodeCount: busOfNode.length,
    pqCount: counts[0]!,
    freeCount: counts[1]!,
    nodeOfBus,
    busOfNode: Int32Array.from(busOfNode),
  };
}

function setPoints(
  { bus, generator }: Network,
  { nodeCount, nodeOfBus, busOfNode }: Nodes,
): Pick<GridModel, 'vmPuSet' | 'vaRadSet' | 'vmPuStart' | 'vaRadStart' | 'startGiven'> {
  const vmPuSet = new Float64Array(nodeCount).fill(Number.NaN);
  const vaRadSet = new Float64Array(nodeCount).fill(Number.NaN);
  const vmPuStart = Float64Array.from(busOfNode, b => bus.vmPuStart[b]!);
  const vaRadStart = Float64Array.from(busOfNode, b => (bus.vaDegStart[b]! * Math.PI) / 180);
  for (let g = 0; g < generator.count; g++) {
    const node = nodeOfBus[generator.bus[g]!]!;
    const control = generator.control[g];
    if (!generator.inService[g] || node < 0 || control === GENERATOR_CONTROL.pq) continue;
    vmPuSet[node] = generator.vmPuSet[g]!;
    vmPuStart[node] = generator.vmPuSet[g]!;
    if (control !== GENERATOR_CONTROL.slack) continue;
    vaRadSet[node] = (generator.vaDegSet[g]! * Math.PI) / 180;
    vaRadStart[node] = vaRadSet[node]!;
  }
  const startGiven = bus.vmPuStart.some(v => v !== 1) || bus.vaDegStart.some(a => a !== 0);
  return { vmPuSet, vaRadSet, vmPuStart, vaRadStart, startGiven };
}

/** Node of each branch end, -1 where open or dead. */
export interface BranchEnds {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function branchEnds({ branch }: Network, nodeOfBus: Int32Array): BranchEnds {
  const from = new Int32Array(branch.count).fill(-1);
  const to = new Int32Array(branch.count).fill(-1);
  for (let e = 0; e < branch.count; e++) {
    if (!branch.inService[e]) continue;
    if (branch.fromClosed[e]) from[e] = nodeOfBus[branch.from[e]!]!;
    if (branch.toClosed[e]) to[e] = nodeOfBus[branch.to[e]!]!;
    // A closed end at a dead bus: the whole branch is dead, it does not become a stub (a bus out of service is earthed).
    if ((branch.fromClosed[e] && from[e]! < 0) || (branch.toClosed[e] && to[e]! < 0)) {
      from[e] = -1;
      to[e] = -1;
    }
  }
  return { from, to };
}

function twoPorts({ branch }: Network, ends: BranchEnds): BranchAdmittance {
  const n = branch.count;
  const y: BranchAdmittance = {
    ffRe: new Float64Array(n),
    ffIm: new Float64Array(n),
    ftRe: new Float64Array(n),
    ftIm: new Float64Array(n),
    tfRe: new Float64Array(n),
    tfIm: new Float64Array(n),
    ttRe: new Float64Array(n),
    ttIm: new Float64Array(n),
  };
  for (let e = 0; e < n; e++) setTwoPort(branch, ends, e, y);
  return y;
}

/** Writes the two-port of branch `e` into columns that are zero there. */
export function setTwoPort(branch: BranchColumns, ends: BranchEnds, e: number, y: BranchAdmittance): void {
  const fromClosed = ends.from[e]! >= 0;
  const toClosed = ends.to[e]! >= 0;
  if (!fromClosed && !toClosed) return;
  const r = branch.rPu[e]!;
  const x = branch.xPu[e]!;
  const square = r * r + x * x;
  const g = r / square;
  const b = -x / square;
  const ratio = branch.ratio[e]!;
  const gFrom = branch.gFromPu[e]!;
  const bFrom = branch.bFromPu[e]!;
  const gTo = branch.gToPu[e]!;
  const bTo = branch.bToPu[e]!;
  if (!fromClosed) {
    [y.ttRe[e], y.ttIm[e]] = stub(g, b, gFrom, bFrom, gTo, bTo);
  } else if (!toClosed) {
    const [re, im] = stub(g, b, gTo, bTo, gFrom, bFrom);
    y.ffRe[e] = re / (ratio * ratio);
    y.ffIm[e] = im / (ratio * ratio);
  } else {
    const { cos, sin } = rotation(branch.shiftRad[e]!);
    y.ffRe[e] = (g + gFrom) / (ratio * ratio);
    y.ffIm[e] = (b + bFrom) / (ratio * ratio);
    y.ttRe[e] = g + gTo;
    y.ttIm[e] = b + bTo;
    // ft = −y / (ratio·e^{−jshift}), tf = −y / (ratio·e^{jshift})
    y.ftRe[e] = -(g * cos - b * sin) / ratio;
    y.ftIm[e] = -(g * sin + b * cos) / ratio;
    y.tfRe[e] = -(g * cos + b * sin) / ratio;
    y.tfIm[e] = -(b * cos - g * sin) / ratio;
  }
}

/** Admittance seen from the closed end: its own shunt, and the series element in line with the shunt of the open end. */
function stub(
  g: number,
  b: number,
  gFar: number,
  bFar: number,
  gNear: number,
  bNear: number,
): [number, number] {
  const sumRe = g + gFar;
  const sumIm = b + bFar;
  const square = sumRe * sumRe + sumIm * sumIm;
  const productRe = g * gFar - b * bFar;
  const productIm = g * bFar + b * gFar;
  return [
    gNear + (productRe * sumRe + productIm * sumIm) / square,
    bNear + (productIm * sumRe - productRe * sumIm) / square,
  ];
}

export interface VoltageDependentLoads {
  /** p.u. consumption at 1 p.u. */
  readonly constZP: Float64Array;
  readonly constZQ: Float64Array;
  readonly constIP: Float64Array;
  readonly constIQ: Float64Array;
}

export function voltageDependentLoads(
  { load, baseMva }: Network,
  nodeOfBus: Int32Array,
  nodeCount: number,
): VoltageDependentLoads {
  const constZP = new Float64Array(nodeCount);
  const constZQ = new Float64Array(nodeCount);
  const constIP = new Float64Array(nodeCount);
  const constIQ = new Float64Array(nodeCount);
  for (let l = 0; l < load.count; l++) {
    const node = nodeOfBus[load.bus[l]!]!;
    if (!load.inService[l] || node < 0) continue;
    constZP[node]! += (load.pMw[l]! * load.constZShare[l]!) / baseMva;
    constZQ[node]! += (load.qMvar[l]! * load.constZShare[l]!) / baseMva;
    constIP[node]! += (load.pMw[l]! * load.constIShare[l]!) / baseMva;
    constIQ[node]! += (load.qMvar[l]! * load.constIShare[l]!) / baseMva;
  }
  return { constZP, constZQ, constIP, constIQ };
}

export function assemble(
  network: Network,
  nodes: Pick<Nodes, 'nodeCount' | 'nodeOfBus'>,
  ends: BranchEnds,
  y: BranchAdmittance,
  loads: VoltageDependentLoads,
): ComplexMatrix {
  const pattern = patternOfEdges(nodes.nodeCount, ends.from, ends.to);
  const re = new Float64Array(pattern.idx.length);
  const im = new Float64Array(pattern.idx.length);
  const every = new Uint8Array(nodes.nodeCount).fill(1);
  sumRows(network, nodes, ends, y, loads, { pattern, re, im }, every);
  return { pattern, re, im };
}

/**
 * Adds up the rows of Y that are wanted, always in the same order, so that a row has the same bits whether it is summed
 * alone or with all others.
 * @param matrix zero in these rows on entry
 * @param wanted [nNode] 1 for a row to sum
 */
export function sumRows(
  { shunt, baseMva }: Network,
  { nodeCount, nodeOfBus }: Pick<Nodes, 'nodeCount' | 'nodeOfBus'>,
  ends: BranchEnds,
  y: BranchAdmittance,
  loads: VoltageDependentLoads,
  { pattern, re, im }: ComplexMatrix,
  wanted: Uint8Array,
): void {
  const add = (row: number, column: number, g: number, b: number): void => {
    if (!wanted[row]) return;
    const p = entryAt(pattern, row, column);
    re[p]! += g;
    im[p]! += b;
  };
  for (let e = 0; e < ends.from.length; e++) {
    const f = ends.from[e]!;
    const t = ends.to[e]!;
    if (f >= 0) add(f, f, y.ffRe[e]!, y.ffIm[e]!);
    if (t >= 0) add(t, t, y.ttRe[e]!, y.ttIm[e]!);
    if (f < 0 || t < 0) continue;
    add(f, t, y.ftRe[e]!, y.ftIm[e]!);
    add(t, f, y.tfRe[e]!, y.tfIm[e]!);
  }
  // Power drawn at 1 p.u. is conj(y): P − jQ.
  for (let s = 0; s < shunt.count; s++) {
    const node = nodeOfBus[shunt.bus[s]!]!;
    if (shunt.inService[s] && node >= 0) add(node, node, shunt.pMw[s]! / baseMva, -shunt.qMvar[s]! / baseMva);
  }
  for (let i = 0; i < nodeCount; i++) add(i, i, loads.constZP[i]!, -loads.constZQ[i]!);
}
