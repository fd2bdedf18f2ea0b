/**
 * The power-flow equations in rectangular coordinates, V_i = e_i + j·f_i, with their Jacobian.
 *
 * With I = Y·V = a + j·b the power that leaves node i into the grid is
 *
 *     P_i = e·a + f·b + p_i·|V_i|        Q_i = f·a − e·b + q_i·|V_i|
 *
 * where p, q is what constant-current loads draw at 1 p.u. PQ nodes ask P_i = P, Q_i = Q; PV nodes ask P_i = P and
 * e² + f² = v²; slack nodes keep their voltage and have no equation. The derivatives are, for a neighbour k,
 *
 *     ∂P_i/∂e_k = e_i·G + f_i·B     ∂P_i/∂f_k = f_i·G − e_i·B
 *     ∂Q_i/∂e_k = f_i·G − e_i·B     ∂Q_i/∂f_k = −f_i·B − e_i·G
 *
 * and on the diagonal also (a, b; −b, a) and the slope of |V| for constant-current loads.
 *
 * Only + − × ÷ and √ in a fixed order: what is computed here has the same bits on every machine, so verdicts may rest
 * on it. Units: p.u. of the network's baseMva and nominal voltages; generation positive. Every vector is interleaved:
 * real part of node i at 2i, imaginary part at 2i + 1.
 */
import type { GridModel } from '../network/build.ts';
import type { Injection } from '../power-flow/result.ts';
import { type BlockLu, blockLu, factoriseBlocks, solveBlocks } from '../sparse/block-lu.ts';
import { complexLu, factoriseComplex, solveComplex } from '../sparse/complex-lu.ts';
import { leadingPart } from '../sparse/pattern.ts';
import { analyse, type Pattern, type Symbolic } from '../sparse/symbolic.ts';

/** What all states of one model share: patterns and the order of elimination. */
export interface Equations {
  readonly model: GridModel;
  /** Free nodes only (PQ, PV); `source` leads from its entries to those of the whole admittance matrix. */
  readonly pattern: Pattern;
  readonly source: Int32Array;
  readonly symbolic: Symbolic;
  readonly constantCurrent: boolean;
}

const equationsOf = new WeakMap<GridModel, Equations>();
/** Patterns and order belong to the pattern of Y: models that share it (a switched branch, a moved tap) share them. */
const structureOf = new WeakMap<Pattern, Pick<Equations, 'pattern' | 'source' | 'symbolic'>>();

/** The equations of a model, analysed once per pattern and kept as long as the model lives. */
export function equations(model: GridModel): Equations {
  const known = equationsOf.get(model);
  if (known) return known;
  const whole = model.admittance.pattern;
  let structure = structureOf.get(whole);
  if (structure?.pattern.n !== model.freeCount) {
    const { pattern, source } = leadingPart(whole, model.freeCount);
    structure = { pattern, source, symbolic: analyse(pattern) };
    structureOf.set(whole, structure);
  }
  const made: Equations = {
    model,
    ...structure,
    constantCurrent: model.constIPu.p.some(p => p !== 0) || model.constIPu.q.some(q => q !== 0),
  };
  equationsOf.set(model, made);
  return made;
}

/** Injection per free node, p.u. (dead buses and slack nodes take no part: nothing there changes a voltage). */
export function nodeInjection(model: GridModel, injection: Injection): Float64Array {
  const { network, nodeOfBus, freeCount } = model;
  const out = new Float64Array(2 * freeCount);
  for (let b = 0; b < nodeOfBus.length; b++) {
    const node = nodeOfBus[b]!;
    if (node < 0 || node >= freeCount) continue;
    out[2 * node]! += injection.pMw[b]! / network.baseMva;
    out[2 * node + 1]! += injection.qMvar[b]! / network.baseMva;
  }
  return out;
}

/** Voltages from magnitude and angle per bus. Uses sin and cos: good for a start or for sensitivities, not for a verdict. */
export function nodeVoltages(model: GridModel, vmPu: Float64Array, vaDeg: Float64Array): Float64Array {
  const v = new Float64Array(2 * model.nodeCount);
  for (let i = 0; i < model.nodeCount; i++) {
    const bus = model.busOfNode[i]!;
    const angle = (vaDeg[bus]! * Math.PI) / 180;
    v[2 * i] = vmPu[bus]! * Math.cos(angle);
    v[2 * i + 1] = vmPu[bus]! * Math.sin(angle);
  }
  return v;
}

/**
 * Voltages without any injection, w = −Y_LL⁻¹·Y_LS·V_S: the start for grids without PV nodes. Phase shifts of
 * transformers are in Y, so it is near the solution where a flat start is 150° away.
 * @returns null when Y_LL is singular
 */
export function voltagesWithoutInjection(eq: Equations): Float64Array | null {
  const { model, pattern, source, symbolic } = eq;
  const { freeCount, nodeCount, admittance } = model;
  const v = new Float64Array(2 * nodeCount);
  for (let i = freeCount; i < nodeCount; i++) {
    v[2 * i] = model.vmPuSet[i]! * Math.cos(model.vaRadSet[i]!);
    v[2 * i + 1] = model.vmPuSet[i]! * Math.sin(model.vaRadSet[i]!);
  }
  const lu = complexLu(symbolic);
  const { re, im } = admittance;
  const entries = pattern.idx.length;
  const ownRe = new Float64Array(entries);
  const ownIm = new Float64Array(entries);
  for (let p = 0; p < entries; p++) {
    ownRe[p] = re[source[p]!]!;
    ownIm[p] = im[source[p]!]!;
  }
  if (!factoriseComplex(lu, ownRe, ownIm)) return null;
  const bRe = new Float64Array(freeCount);
  const bIm = new Float64Array(freeCount);
  const { ptr, idx } = admittance.pattern;
  for (let i = 0; i < freeCount; i++) {
    for (let p = ptr[i]!; p < ptr[i + 1]!; p++) {
      const k = idx[p]!;
      if (k < freeCount) continue;
      bRe[i]! -= re[p]! * v[2 * k]! - im[p]! * v[2 * k + 1]!;
      bIm[i]! -= re[p]! * v[2 * k + 1]! + im[p]! * v[2 * k]!;
    }
  }
  solveComplex(lu, bRe, bIm, bRe, bIm);
  for (let i = 0; i < freeCount; i++) {
    v[2 * i] = bRe[i]!;
    v[2 * i + 1] = bIm[i]!;
  }
  return v;
}

/**
 * What the equations are off by at v: specified less calculated, p.u. (PV nodes: v² less |V|² in the second row).
 * @param s [2·free] specified injection; @param v [2·node]; @param out [2·free]
 * @returns largest absolute entry; NaN when any is
 */
export function mismatch(eq: Equations, s: Float64Array, v: Float64Array, out: Float64Array): number {
  const { model } = eq;
  const { freeCount, pqCount, constIPu, vmPuSet } = model;
  const { pattern, re, im } = model.admittance;
  const { ptr, idx } = pattern;
  let worst = 0;
  for (let i = 0; i < freeCount; i++) {
    let a = 0;
    let b = 0;
    for (let p = ptr[i]!; p < ptr[i + 1]!; p++) {
      const k = 2 * idx[p]!;
      const g = re[p]!;
      const y = im[p]!;
      const ek = v[k]!;
      const fk = v[k + 1]!;
      a += g * ek - y * fk;
      b += g * fk + y * ek;
    }
    const e = v[2 * i]!;
    const f = v[2 * i + 1]!;
    let dp = s[2 * i]! - (e * a + f * b);
    let dq = s[2 * i + 1]! - (f * a - e * b);
    if (eq.constantCurrent) {
      const vm = Math.sqrt(e * e + f * f);
      dp -= constIPu.p[i]! * vm;
      dq -= constIPu.q[i]! * vm;
    }
    if (i >= pqCount) dq = vmPuSet[i]! * vmPuSet[i]! - (e * e + f * f);
    out[2 * i] = dp;
    out[2 * i + 1] = dq;
    const size = Math.max(Math.abs(dp), Math.abs(dq));
    // Written so that NaN wins: a mismatch that is no number is never small.
    if (!(size <= worst)) worst = size;
  }
  return worst;
}

/** The Jacobian at one point, factorised: what a change of injections does to the voltages, and the other way round. */
export interface Linearisation {
  readonly eq: Equations;
  /** [2·node] voltages it was made at. */
  readonly v: Float64Array;
  readonly lu: BlockLu;
  /** Of the transposed Jacobian; made at the first question about one element. */
  transposed: BlockLu | null;
}

/** @returns null when the Jacobian is singular there (a nose point, or a node without admittance) */
export function linearise(eq: Equations, v: Float64Array): Linearisation | null {
  const lu = blockLu(eq.symbolic);
  return factoriseAt(eq, v, lu) ? { eq, v: v.slice(), lu, transposed: null } : null;
}

/** Factorises the Jacobian at v into `lu`. @returns false when it is singular */
export function factoriseAt(eq: Equations, v: Float64Array, lu: BlockLu): boolean {
  return factoriseBlocks(lu, jacobian(eq, v));
}

/** Solves J·d = r for the change of voltages, both [2·free]. */
export function voltageChange(lin: Linearisation, r: Float64Array, out: Float64Array): void {
  solveBlocks(lin.lu, r, out);
}

/**
 * Solves Jᵀ·λ = g. With g the gradient of any value by the voltages, λ is its gradient by the injections.
 * The transposed matrix is factorised once; the pattern is symmetric, so it is the same run with other numbers.
 */
export function injectionGradient(lin: Linearisation, g: Float64Array, out: Float64Array): void {
  if (!lin.transposed) {
    const { eq } = lin;
    const { ptr, idx } = eq.pattern;
    const values = jacobian(eq, lin.v);
    const turned = new Float64Array(values.length);
    const next = ptr.slice(0, eq.pattern.n);
    // Rows are visited in ascending order, so each column of the symmetric pattern fills from its start.
    for (let i = 0; i < eq.pattern.n; i++) {
      for (let p = ptr[i]!; p < ptr[i + 1]!; p++) {
        const q = 4 * next[idx[p]!]!++;
        turned[q] = values[4 * p]!;
        turned[q + 1] = values[4 * p + 2]!;
        turned[q + 2] = values[4 * p + 1]!;
        turned[q + 3] = values[4 * p + 3]!;
      }
    }
    const lu = blockLu(eq.symbolic);
    if (!factoriseBlocks(lu, turned))
      throw new Error('sensitivity: Jacobian is regular, its transpose is not');
    lin.transposed = lu;
  }
  solveBlocks(lin.transposed, g, out);
}

function jacobian(eq: Equations, v: Float64Array): Float64Array {
  const { model, pattern, source } = eq;
  const { freeCount, pqCount, constIPu } = model;
  const { re, im } = model.admittance;
  const whole = model.admittance.pattern;
  const values = new Float64Array(4 * pattern.idx.length);
  for (let i = 0; i < freeCount; i++) {
    const e = v[2 * i]!;
    const f = v[2 * i + 1]!;
    let a = 0;
    let b = 0;
    for (let p = whole.ptr[i]!; p < whole.ptr[i + 1]!; p++) {
      const k = 2 * whole.idx[p]!;
      a += re[p]! * v[k]! - im[p]! * v[k + 1]!;
      b += re[p]! * v[k + 1]! + im[p]! * v[k]!;
    }
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      const at = 4 * p;
      const own = pattern.idx[p] === i;
      if (i >= pqCount) {
        values[at + 2] = own ? 2 * e : 0;
        values[at + 3] = own ? 2 * f : 0;
      }
      const g = re[source[p]!]!;
      const y = im[source[p]!]!;
      const along = e * g + f * y;
      const across = f * g - e * y;
      values[at] = along;
      values[at + 1] = across;
      if (i < pqCount) {
        values[at + 2] = across;
        values[at + 3] = -along;
      }
      if (!own) continue;
      values[at]! += a;
      values[at + 1]! += b;
      if (i < pqCount) {
        values[at + 2]! -= b;
        values[at + 3]! += a;
      }
      if (!eq.constantCurrent) continue;
      const vm = Math.sqrt(e * e + f * f);
      values[at]! += (constIPu.p[i]! * e) / vm;
      values[at + 1]! += (constIPu.p[i]! * f) / vm;
      if (i < pqCount) {
        values[at + 2]! += (constIPu.q[i]! * e) / vm;
        values[at + 3]! += (constIPu.q[i]! * f) / vm;
      }
    }
  }
  return values;
}
