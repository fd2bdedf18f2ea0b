/**
 * Measurements and what the grid model says they should read.
 *
 * With θ_ik = θ_i − θ_k and a two-port or bus admittance g + jb, every power is a sum of
 *
 *     P = Σ v_i v_k (g cos θ_ik + b sin θ_ik),     Q = Σ v_i v_k (g sin θ_ik − b cos θ_ik)
 *
 * plus its own term v_i² g, −v_i² b.
 */
import type { GridModel } from '../network/build.ts';

/**
 * One reading with its standard deviation, both in the unit of its quantity. Voltages and injections are at a bus row,
 * flows at an end of a branch row, positive from bus into branch. An injection is that of the whole node (all buses
 * fused with it), generation positive, without the shunts and constant-impedance loads that the model holds.
 */
export type Measurement = { readonly id: string; readonly value: number; readonly sigma: number } & (
  | { readonly quantity: 'vmPu' | 'pInjectionMw' | 'qInjectionMvar'; readonly bus: number }
  | { readonly quantity: 'pFlowMw' | 'qFlowMvar'; readonly branch: number; readonly end: 'from' | 'to' }
);

/** Unknowns: angle and magnitude of every node, but one angle per island, which is held. */
export interface StateNumbering {
  readonly count: number;
  /** [nNode] number of the unknown, -1 for a held angle. */
  readonly angle: Int32Array;
  readonly magnitude: Int32Array;
}

/** A measurement in p.u. and as terms between nodes: what to evaluate, and which unknowns it depends on. */
export interface Equation {
  readonly measurement: Measurement;
  readonly valuePu: number;
  readonly sigmaPu: number;
  readonly kind: 'voltage' | 'active' | 'reactive';
  readonly node: number;
  /** Own term, then per far node its admittance. */
  readonly ownG: number;
  readonly ownB: number;
  readonly far: Int32Array;
  readonly g: Float64Array;
  readonly b: Float64Array;
  /** Unknowns the reading depends on; derivatives come in this order: θ and v of `node`, then of each far node. */
  readonly unknowns: Int32Array;
}

export function numberStates(model: GridModel): StateNumbering {
  const { nodeCount, freeCount, busOfNode, topology } = model;
  const angle = new Int32Array(nodeCount);
  const magnitude = new Int32Array(nodeCount);
  const held = new Set<number>();
  let count = 0;
  // Slack nodes come last; the first one met in each island holds its angle.
  for (let node = nodeCount - 1; node >= 0; node--) {
    const island = topology.islandOf[busOfNode[node]!]!;
    if (node >= freeCount && !held.has(island)) {
      held.add(island);
      angle[node] = -1;
    } else {
      angle[node] = count++;
    }
    magnitude[node] = count++;
  }
  return { count, angle, magnitude };
}

/** @returns null where the measurement is at a dead bus or branch end: it says nothing about the state */
export function equationOf(
  model: GridModel,
  numbering: StateNumbering,
  measurement: Measurement,
): Equation | null {
  const { baseMva } = model.network;
  const scale = measurement.quantity === 'vmPu' ? 1 : baseMva;
  const common = { measurement, valuePu: measurement.value / scale, sigmaPu: measurement.sigma / scale };
  const terms = 'bus' in measurement ? termsOfBus(model, measurement) : termsOfBranch(model, measurement);
  if (!terms) return null;
  const nodes = [terms.node, ...terms.far];
  const unknowns = Int32Array.from(
    nodes.flatMap(node => [numbering.angle[node]!, numbering.magnitude[node]!]),
  );
  return { ...common, ...terms, unknowns };
}

type Terms = Pick<Equation, 'kind' | 'node' | 'ownG' | 'ownB' | 'far' | 'g' | 'b'>;

function termsOfBus(model: GridModel, measurement: Measurement & { bus: number }): Terms | null {
  const node = model.nodeOfBus[measurement.bus]!;
  if (node < 0) return null;
  const none = new Float64Array(0);
  if (measurement.quantity === 'vmPu') {
    return { kind: 'voltage', node, ownG: 0, ownB: 0, far: new Int32Array(0), g: none, b: none };
  }
  const { pattern, re, im } = model.admittance;
  const far: number[] = [];
  const g: number[] = [];
  const b: number[] = [];
  let ownG = 0;
  let ownB = 0;
  for (let p = pattern.ptr[node]!; p < pattern.ptr[node + 1]!; p++) {
    if (pattern.idx[p] === node) {
      ownG = re[p]!;
      ownB = im[p]!;
    } else {
      far.push(pattern.idx[p]!);
      g.push(re[p]!);
      b.push(im[p]!);
    }
  }
  const kind = measurement.quantity === 'pInjectionMw' ? 'active' : 'reactive';
  return {
    kind,
    node,
    ownG,
    ownB,
    far: Int32Array.from(far),
    g: Float64Array.from(g),
    b: Float64Array.from(b),
  };
}

function termsOfBranch(
  model: GridModel,
  measurement: Measurement & { branch: number; end: 'from' | 'to' },
): Terms | null {
  const { branch: row, end } = measurement;
  const y = model.branchAdmittance;
  const fromNode = model.branchFromNode[row]!;
  const toNode = model.branchToNode[row]!;
  const isFrom = end === 'from';
  const node = isFrom ? fromNode : toNode;
  const other = isFrom ? toNode : fromNode;
  if (node < 0) return null;
  const hasFar = other >= 0;
  return {
    kind: measurement.quantity === 'pFlowMw' ? 'active' : 'reactive',
    node,
    ownG: (isFrom ? y.ffRe : y.ttRe)[row]!,
    ownB: (isFrom ? y.ffIm : y.ttIm)[row]!,
    far: Int32Array.from(hasFar ? [other] : []),
    g: Float64Array.from(hasFar ? [(isFrom ? y.ftRe : y.tfRe)[row]!] : []),
    b: Float64Array.from(hasFar ? [(isFrom ? y.ftIm : y.tfIm)[row]!] : []),
  };
}

/** What the reading would be at this state, p.u.; `derivatives` is filled in the order of `unknowns`. */
export function evaluateEquation(
  equation: Equation,
  vmPu: Float64Array,
  vaRad: Float64Array,
  derivatives: Float64Array,
): number {
  const { kind, node, ownG, ownB, far, g, b } = equation;
  const v = vmPu[node]!;
  if (kind === 'voltage') {
    derivatives[0] = 0;
    derivatives[1] = 1;
    return v;
  }
  const isActive = kind === 'active';
  let value = isActive ? v * v * ownG : -v * v * ownB;
  let byAngle = 0;
  let byMagnitude = isActive ? 2 * v * ownG : -2 * v * ownB;
  for (let t = 0; t < far.length; t++) {
    const k = far[t]!;
    const cos = Math.cos(vaRad[node]! - vaRad[k]!);
    const sin = Math.sin(vaRad[node]! - vaRad[k]!);
    const alongP = g[t]! * cos + b[t]! * sin;
    const alongQ = g[t]! * sin - b[t]! * cos;
    const along = isActive ? alongP : alongQ;
    // d/dθ_i of P is −Q's sum, of Q is P's sum.
    const turned = v * vmPu[k]! * (isActive ? -alongQ : alongP);
    value += v * vmPu[k]! * along;
    byAngle += turned;
    byMagnitude += vmPu[k]! * along;
    derivatives[2 + 2 * t] = -turned;
    derivatives[3 + 2 * t] = v * along;
  }
  derivatives[0] = byAngle;
  derivatives[1] = byMagnitude;
  return value;
}
