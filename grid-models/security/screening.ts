/**
 * Screening of a trade with a proven bound: is the exact state within the limits, without solving for it?
 *
 * Setting. Fixed-voltage sources, constant power at all other nodes, everything linear in Y. With Z = Y_LL⁻¹ and w the
 * voltages without injections (overbar as conj):
 *
 *     V = w + Z·conj(S)/conj(V)                                                          (1)
 *
 * Let V̂ solve (1) for Ŝ, let a trade change S by ΔS at its nodes K, let V be the solution for Ŝ + ΔS and δ_k = (V_k − V̂_k)/V̂_k.
 * Subtracting (1) for V̂ from (1) for V, with 1/(1+δ) = 1 − δ/(1+δ),
 *
 *     V̂_i δ_i = Σ_K Z_ik conj(ΔS_k/V̂_k)·(1 − conj(δ_k/(1+δ_k))) − Σ_k Z_ik conj(Ŝ_k/V̂_k)·conj(δ_k/(1+δ_k))     (2)
 *
 * The linear estimate δ¹ (the Jacobian at V̂) is (2) with the last factors replaced by 1 and by conj(δ¹_k). It is known as
 * numbers, node by node; a bound that used only sizes would forget that seller and buyer on one feeder nearly cancel on
 * the way to the source. What is bounded is the rest e = δ − δ¹. With |δ_k| ≤ D_k = |δ¹_k| + ε, D = max_k D_k, and
 * δ/(1+δ) = δ − δ²/(1+δ), (2) gives for every |e| ≤ ε
 *
 *     |V̂_i||e_i| ≤ Σ_K |Z_ik| c_k D_k/(1−D_k) + Σ_k |Z_ik| ĉ_k · (ε + D²/(1−D)),   c = |ΔS|/|V̂|, ĉ = |Ŝ|/|V̂|      (3)
 *
 * Bound. Let a_k = max_i |Z_ik| c_k/|V̂_i| and ξ = max_i Σ_k |Z_ik| ĉ_k/|V̂_i|. If ε and D < 1 satisfy
 *
 *     Σ_K a_k D_k/(1−D_k) + ξ·(ε + D²/(1−D)) ≤ ε                                           (4)
 *
 * then the right side of (2) maps the ball |e_i| ≤ ε into itself: Brouwer gives a solution there. If besides
 *
 *     (Σ_K a_k + ξ)/(1−D)² < 1                                                              (5)
 *
 * it is the only one with |δ| ≤ D, as the map (2) contracts there. Both conditions hold for t·ΔS, 0 ≤ t ≤ 1, when they
 * hold for ΔS: the solution is the one that grows out of V̂, which is the one an exact solver follows. The least such ε is
 * found by iterating (4) from below. Node by node the error is then the right side of (3), much less than ε|V̂_i| where
 * the trade is far.
 *
 * Branch currents. An end's current is linear in the node currents, I_b = Σ_k C_bk·conj(S_k/V_k) + const, so the same
 * steps give the error of y·d¹ as estimate of its change: (3) with |C_bk| in place of |Z_ik|. Its second sum κ_b = Σ_k |C_bk|
 * ĉ_k is formed once per state. (Bounding it by |y|·(|e_i| + |e_j|) would be useless on short cables.)
 *
 * V̂ solves (1) only up to a residual |r_k| ≤ r. That is a change of injection the estimate does not know: it adds
 * Σ_k |Z_ik| r/|V̂_k| · (1/(1−D) + ε + D²/(1−D)) to (3), ρ = max_i Σ_k |Z_ik| r/(|V̂_i||V̂_k|) times the same to (4), and
 * ρ to (5): that is in the code, so rounding is inside the proof.
 *
 * Same family as Bolognani & Zampieri, IEEE Trans. Power Systems 31 (2016), and Wang, Bernstein, Le Boudec & Paolone,
 * IEEE Trans. Smart Grid 9 (2018), who bound by sizes alone. It does not apply to PV nodes (their reactive power would be
 * a second unknown), constant-current loads and very large grids: there AC decides.
 */
import { equations } from '../sensitivity/rectangular.ts';
import { type ComplexLu, complexLu, factoriseComplex, solveComplex } from '../sparse/complex-lu.ts';
import type { Watch, WatchRows } from './watch.ts';

/** |Z| and |C| are kept dense, a column per node that injects: beyond this many nodes they would need hundreds of megabytes. */
const NODES_MAX = 2000;
/** Relative allowance for the rounding of sums of positive terms and of √. */
export const ROUNDING = 1e-9;
const EPSILON = 2 ** -52;

/** Impedances of one model, seen from its watched rows: the same in every interval. */
export interface Transfer {
  readonly rows: WatchRows;
  readonly lu: ComplexLu;
  readonly columns: Map<number, TransferColumn>;
  /** [node] Σ_k |Z_ik|, [loading row] Σ_k |C_bk| over all nodes. */
  readonly zSum: Float64Array;
  readonly cSum: Float64Array;
  /** Largest Σ_k |Y_ik|: how far rounding can move a mismatch. */
  readonly ySum: number;
  /** The column of no change. */
  readonly nothing: WeightedColumn;
}

interface TransferColumn {
  /** [node] 0 at sources. */
  readonly zAbs: Float64Array;
  readonly cAbs: Float64Array;
}

/** @returns null where the bound does not apply to the model */
export function transfer(w: WatchRows): Transfer | null {
  const { model } = w;
  const eq = equations(model);
  if (model.pqCount !== model.freeCount || eq.constantCurrent || model.freeCount > NODES_MAX) return null;
  const lu = complexLu(eq.symbolic);
  const { re, im, pattern } = model.admittance;
  const ownRe = Float64Array.from(eq.source, p => re[p]!);
  const ownIm = Float64Array.from(eq.source, p => im[p]!);
  if (!factoriseComplex(lu, ownRe, ownIm)) return null;
  let ySum = 0;
  for (let i = 0; i < model.freeCount; i++) {
    let sum = 0;
    for (let p = pattern.ptr[i]!; p < pattern.ptr[i + 1]!; p++) {
      sum += Math.sqrt(re[p]! * re[p]! + im[p]! * im[p]!);
    }
    ySum = Math.max(ySum, sum);
  }
  const zSum = new Float64Array(model.nodeCount);
  const cSum = new Float64Array(w.branch.length);
  const nothing = {
    zAbs: new Float64Array(model.nodeCount),
    cAbs: new Float64Array(w.branch.length),
    weight: 0,
  };
  const t: Transfer = { rows: w, lu, columns: new Map(), zSum, cSum, ySum, nothing };
  for (let k = 0; k < model.freeCount; k++) {
    const { zAbs, cAbs } = computeColumn(t, k);
    for (let i = 0; i < zSum.length; i++) zSum[i]! += zAbs[i]!;
    for (let b = 0; b < cSum.length; b++) cSum[b]! += cAbs[b]!;
  }
  return t;
}

/** What the bound needs of one state V̂, Ŝ. */
export interface Screen {
  readonly transfer: Transfer;
  /** [node] |V̂|. */
  readonly vAbs: Float64Array;
  readonly xi: number;
  readonly rho: number;
  /** [loading row] κ and γ = Σ_k |C_bk|·r/|V̂_k|, p.u. of current. */
  readonly kappa: Float64Array;
  readonly gamma: Float64Array;
  /** [node] Σ_k |Z_ik|·|Ŝ_k|/|V̂_k| and Σ_k |Z_ik|·r/|V̂_k|: ξ and ρ are the largest of them over |V̂_i|. */
  readonly drop: Float64Array;
  readonly residualDrop: Float64Array;
  /** [free] |Ŝ_k|/|V̂_k|. */
  readonly current: Float64Array;
  /** How much the sums may be above the true ones: 1 when freshly summed. */
  readonly slack: number;
  /** By node, max_i |Z_ik|/|V̂_i|, once asked for. */
  readonly peaks: Map<number, number>;
}

/** Sums that may be this much too large are summed afresh. */
const SLACK_MAX = 1.02;

/**
 * Summed over all nodes for a first state, and carried over to a state nearby by what changed. With m = max |V̂|/|V̂'| no
 * current of an unchanged injection grew by more than m, so
 *
 *     Σ_k |Z_ik| c'_k  ≤  m·Σ_k |Z_ik| c_k + Σ_changed |Z_ik| (c'_k − m·c_k)
 *
 * and κ alike: still above the true sums, which is all the proof asks.
 *
 * @param s [2·free] injections Ŝ, @param v [2·node] voltages V̂, @param mismatchPu how well V̂ solves for Ŝ
 * @param before a state nearby and its injections, or null
 */
export function screen(
  t: Transfer,
  s: Float64Array,
  v: Float64Array,
  mismatchPu: number,
  before: { readonly screen: Screen; readonly s: Float64Array } | null,
): Screen {
  const { freeCount, nodeCount } = t.rows.model;
  const vAbs = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++)
    vAbs[i] = Math.sqrt(v[2 * i]! * v[2 * i]! + v[2 * i + 1]! * v[2 * i + 1]!);
  const current = new Float64Array(freeCount);
  let vLow = Number.POSITIVE_INFINITY;
  let vHigh = 0;
  let m = 1;
  for (let k = 0; k < freeCount; k++) {
    const size = vAbs[k]!;
    current[k] = Math.sqrt(s[2 * k]! * s[2 * k]! + s[2 * k + 1]! * s[2 * k + 1]!) / size;
    vLow = Math.min(vLow, size);
    vHigh = Math.max(vHigh, size);
    if (before) m = Math.max(m, before.screen.vAbs[k]! / size);
  }
  const slack = before ? before.screen.slack * m : 1;
  const carried = before && slack <= SLACK_MAX ? before : null;
  const drop = carried ? carried.screen.drop.map(x => x * m) : new Float64Array(nodeCount);
  const kappa = carried ? carried.screen.kappa.map(x => x * m) : new Float64Array(t.rows.branch.length);
  for (let k = 0; k < freeCount; k++) {
    let more = current[k]!;
    if (carried) {
      if (s[2 * k] === carried.s[2 * k] && s[2 * k + 1] === carried.s[2 * k + 1]) continue;
      more -= m * carried.screen.current[k]!;
    }
    if (more === 0) continue;
    const { zAbs, cAbs } = columnOf(t, k);
    for (let i = 0; i < freeCount; i++) drop[i]! += zAbs[i]! * more;
    for (let b = 0; b < kappa.length; b++) kappa[b]! += cAbs[b]! * more;
  }
  // P and Q mismatch, and what floating point adds when a sum over a row of Y is formed.
  const residual = Math.SQRT2 * mismatchPu + 8 * EPSILON * t.ySum * vHigh * vHigh;
  const residualDrop = t.zSum.map(z => (z * residual) / vLow);
  let xi = 0;
  let rho = 0;
  for (let i = 0; i < freeCount; i++) {
    xi = Math.max(xi, drop[i]! / vAbs[i]!);
    rho = Math.max(rho, residualDrop[i]! / vAbs[i]!);
  }
  return {
    transfer: t,
    vAbs,
    xi: xi * (1 + ROUNDING),
    rho: rho * (1 + ROUNDING),
    kappa,
    gamma: t.cSum.map(c => (c * residual) / vLow),
    drop,
    residualDrop,
    current,
    slack: carried ? slack * (1 + ROUNDING) : 1,
    peaks: new Map(),
  };
}

/** A change of injection: p.u. at some nodes, none twice. */
export interface Change {
  readonly nodes: readonly number[];
  readonly pPu: readonly number[];
}

/** What is proven about the state after a change. All relative to |V̂|. */
export interface Bound {
  /** D: no voltage changes by more. */
  readonly change: number;
  /** ε: no voltage is further from its linear estimate. */
  readonly error: number;
  /** Per node of the change: c_k·D_k/(1−D_k), p.u. of current. */
  readonly unseen: readonly number[];
  /** ε + D²/(1−D), what the currents already flowing add; and 1/(1−D) more, what the residual adds. */
  readonly flowing: number;
  readonly residual: number;
}

/** Steps of (4) before it is taken that there is no ε: it converges like ξ. */
const BOUND_STEPS_MAX = 80;
/** Each step goes a little further, so that it passes the least ε instead of creeping up to it. */
const OVER = 1 + 1e-4;

/**
 * (4) and (5) for one change; null when the conditions do not hold and nothing is proven.
 * @param d [2·free] linear estimate of the change of all voltages, p.u.
 */
export function boundOf(sc: Screen, change: Change, d: Float64Array): Bound | null {
  const { vAbs, xi, rho } = sc;
  let widest = 0;
  for (let i = 0; 2 * i < d.length; i++) {
    const size = (d[2 * i]! * d[2 * i]! + d[2 * i + 1]! * d[2 * i + 1]!) / (vAbs[i]! * vAbs[i]!);
    if (size > widest) widest = size;
  }
  widest = Math.sqrt(widest) * (1 + ROUNDING);
  const current = change.nodes.map((node, n) => Math.abs(change.pPu[n]!) / vAbs[node]!);
  const own = change.nodes.map(
    node =>
      (Math.sqrt(d[2 * node]! * d[2 * node]! + d[2 * node + 1]! * d[2 * node + 1]!) / vAbs[node]!) *
      (1 + ROUNDING),
  );
  const reach = change.nodes.map((node, n) => peakOf(sc, node) * current[n]! * (1 + ROUNDING));
  let a = rho;
  for (const r of reach) a += r;
  let error = 0;
  for (let step = 0; step < BOUND_STEPS_MAX; step++) {
    const change_ = widest + error;
    if (!(change_ < 1)) return null;
    const flowing = error + (change_ * change_) / (1 - change_);
    const residual = flowing + 1 / (1 - change_);
    let next = xi * flowing + rho * residual;
    for (let n = 0; n < reach.length; n++) next += (reach[n]! * (own[n]! + error)) / (1 - own[n]! - error);
    next *= 1 + ROUNDING;
    if (next <= error) {
      if (!((a + xi) / ((1 - change_) * (1 - change_)) < 1 - ROUNDING)) return null;
      const unseen = own.map((size, n) => (current[n]! * (size + error)) / (1 - size - error));
      return { change: change_, error, unseen, flowing, residual };
    }
    error = next * OVER;
  }
  return null;
}

/**
 * How far each watched value can be from its linear estimate at most: p.u. of voltage rows, percent of loading rows.
 * @param estimate [rows] values at V̂ + d¹; @param out [rows]
 */
export function rowErrors(
  sc: Screen,
  { nodes }: Change,
  { change, error, unseen, flowing, residual }: Bound,
  estimate: Float64Array,
  out: Float64Array,
): void {
  const { vAbs, drop, residualDrop, kappa, gamma, transfer: t } = sc;
  const w = t.rows;
  const voltageRows = w.node.length;
  const [first, second] = columnsOf(t, nodes, unseen);
  for (let row = 0; row < voltageRows; row++) {
    const node = w.node[row]!;
    const here =
      drop[node]! * flowing +
      residualDrop[node]! * residual +
      first.zAbs[node]! * first.weight +
      second.zAbs[node]! * second.weight;
    out[row] = here * (1 + ROUNDING) + vAbs[node]! * ROUNDING;
  }
  for (let row = 0; row < kappa.length; row++) {
    const here = estimate[voltageRows + row]!;
    let off =
      w.percentPerPu[row]! *
      (kappa[row]! * flowing +
        gamma[row]! * residual +
        first.cAbs[row]! * first.weight +
        second.cAbs[row]! * second.weight);
    if (w.isPower[row]) {
      // |S| = |V|·|I|, and both factors err: |V| by ε|V̂| at a |V| of (1 ± D)|V̂|.
      off *= vAbs[w.own[row]!]! * (1 + change);
      off += (here * error) / (1 - change);
    }
    out[voltageRows + row] = off * (1 + ROUNDING) + here * ROUNDING;
  }
}

interface WeightedColumn extends TransferColumn {
  readonly weight: number;
}

/** The columns of a change as two, so that one run over the rows takes them all: more than two are summed first. */
function columnsOf(
  t: Transfer,
  nodes: readonly number[],
  weights: readonly number[],
): readonly [WeightedColumn, WeightedColumn] {
  if (nodes.length <= 2) {
    const at = (n: number) =>
      n < nodes.length ? { ...columnOf(t, nodes[n]!), weight: weights[n]! } : t.nothing;
    return [at(0), at(1)];
  }
  const zAbs = new Float64Array(t.nothing.zAbs.length);
  const cAbs = new Float64Array(t.nothing.cAbs.length);
  for (let n = 0; n < nodes.length; n++) {
    const column = columnOf(t, nodes[n]!);
    const weight = weights[n]!;
    for (let i = 0; i < zAbs.length; i++) zAbs[i]! += column.zAbs[i]! * weight;
    for (let row = 0; row < cAbs.length; row++) cAbs[row]! += column.cAbs[row]! * weight;
  }
  return [{ zAbs, cAbs, weight: 1 }, t.nothing];
}

/** Does every value keep what is allowed, wherever it is within its error? */
export function withinAllowed(w: Watch, estimate: Float64Array, error: Float64Array): boolean {
  const voltageRows = w.node.length;
  for (let row = 0; row < voltageRows; row++) {
    if (!(estimate[row]! + error[row]! <= w.allowedHigh[row]!)) return false;
    if (!(estimate[row]! - error[row]! >= w.allowedLow[row]!)) return false;
  }
  for (let row = 0; row < w.branch.length; row++) {
    if (!(estimate[voltageRows + row]! + error[voltageRows + row]! <= w.allowedMax[row]!)) return false;
  }
  return true;
}

/** max_i |Z_ik|/|V̂_i|: the largest relative change of voltage per p.u. of current at a node. */
export function peakOf(sc: Screen, k: number): number {
  let peak = sc.peaks.get(k);
  if (peak === undefined) {
    const { zAbs } = columnOf(sc.transfer, k);
    peak = 0;
    for (let i = 0; i < zAbs.length; i++) peak = Math.max(peak, zAbs[i]! / sc.vAbs[i]!);
    sc.peaks.set(k, peak);
  }
  return peak;
}

/** |Z_·k| and |C_·k|, kept once asked for. */
export function columnOf(t: Transfer, k: number): TransferColumn {
  let column = t.columns.get(k);
  if (!column) {
    column = computeColumn(t, k);
    t.columns.set(k, column);
  }
  return column;
}

/** |Z_·k| by one solve, and |C_·k| = |own·Z_own,k + other·Z_other,k|. */
function computeColumn({ rows: w, lu }: Transfer, k: number): TransferColumn {
  const n = w.model.freeCount;
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  re[k] = 1;
  solveComplex(lu, re, im, re, im);
  const zAbs = new Float64Array(w.model.nodeCount);
  for (let i = 0; i < n; i++) zAbs[i] = Math.sqrt(re[i]! * re[i]! + im[i]! * im[i]!);
  const cAbs = new Float64Array(w.branch.length);
  const { own, other, ownRe, ownIm, otherRe, otherIm } = w;
  for (let row = 0; row < cAbs.length; row++) {
    let a = 0;
    let b = 0;
    const o = own[row]!;
    if (o < n) {
      a += ownRe[row]! * re[o]! - ownIm[row]! * im[o]!;
      b += ownRe[row]! * im[o]! + ownIm[row]! * re[o]!;
    }
    const x = other[row]!;
    if (x >= 0 && x < n) {
      a += otherRe[row]! * re[x]! - otherIm[row]! * im[x]!;
      b += otherRe[row]! * im[x]! + otherIm[row]! * re[x]!;
    }
    cAbs[row] = Math.sqrt(a * a + b * b);
  }
  return { zAbs, cAbs };
}
