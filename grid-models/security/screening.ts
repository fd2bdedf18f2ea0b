/**
 * Screening of a trade with a proven bound: is the exact state within the limits, without solving for it?
 *
 * Setting. Fixed-voltage sources, constant power at all other nodes, everything linear in Y. With Z = Y_LL⁻¹ and w the
 * voltages without injections (overbar as conj):
 *
 *     V = w + Z·conj(S)/conj(V)                                                          (1)
 *
 * Let V̂ solve (1) for Ŝ, let a trade change S by ΔS, and let d = V − V̂. All sizes are relative to |V̂|:
 *
 *     a = max_i Σ_k |Z_ik|·|ΔS_k| / (|V̂_i||V̂_k|)      size of the trade
 *     ξ = max_i Σ_k |Z_ik|·|Ŝ_k|  / (|V̂_i||V̂_k|)      size of what already flows
 *
 * Bound. If 4a < (1−ξ)² there is a solution with |d_i| ≤ u·|V̂_i| everywhere, the only one in that ball, with
 *
 *     u = [(1−ξ) − √((1−ξ)² − 4a)] / 2                                                   (2)
 *
 * and the linear estimate d¹ (the Jacobian at V̂) is off by at most |d − d¹| ≤ ε·|V̂|, ε = u²/(1−ξ).   (3)
 *
 * Proof. d = Z[conj(Ŝ+ΔS)/conj(V̂+d) − conj(Ŝ)/conj(V̂)]. On the ball |d| ≤ u|V̂| the right side is at most
 * (a + uξ)/(1−u), which is u for the u of (2): Brouwer gives existence. The Lipschitz factor there is (ξ+a)/(1−u)² =
 * (ξ+u)/(1−u) < 1: uniqueness. Subtracting the linear equation and using 1/(v+d) = 1/v − d/v² + d²/(v²(v+d)) gives
 * ε ≤ (au + ξu²)/(1−u) + ξε, and au + ξu² = u²(1−u).
 *
 * Branch currents. An end's current is linear in the node currents, I_b = Σ_k C_bk·conj(S_k/V_k) + const, so the error
 * of y·d¹ as estimate of its change is at most
 *
 *     Σ_k |C_bk|·|ΔS_k|/|V̂_k| · u/(1−u)  +  κ_b·(ε + u²/(1−u)),    κ_b = Σ_k |C_bk|·|Ŝ_k|/|V̂_k|
 *
 * κ is summed once per state. (Bounding it by |y|·(|ε V̂_i| + |ε V̂_j|) would be useless on short cables.)
 *
 * V̂ solves (1) only up to a residual |r_k| ≤ r. As a change of injection it adds ρ = max_i Σ_k |Z_ik|·r/(|V̂_i||V̂_k|)
 * to a, ρ/(1−ξ) to ε and Σ_k |C_bk|·r/|V̂_k|/(1−u) to the currents: that is in the code, so rounding is inside the proof.
 *
 * Same family as Bolognani & Zampieri, IEEE Trans. Power Systems 31 (2016), and Wang, Bernstein, Le Boudec & Paolone,
 * IEEE Trans. Smart Grid 9 (2018). It does not apply to PV nodes, constant-current loads and very large grids: there AC
 * decides.
 */
import { equations } from '../sensitivity/rectangular.ts';
import { type ComplexLu, complexLu, factoriseComplex, solveComplex } from '../sparse/complex-lu.ts';
import type { Watch, WatchRows } from './watch.ts';

/** |Z| and |C| are kept dense, a column per node that injects: beyond this many nodes they would need hundreds of megabytes. */
const NODES_MAX = 2000;
/** Relative allowance for the rounding of sums of positive terms and of √. */
const ROUNDING = 1e-9;
const EPSILON = 2 ** -52;

/** Impedances of one model, seen from its watched rows: the same in every interval. */
export interface Transfer {
  readonly rows: WatchRows;
  readonly lu: ComplexLu;
  readonly columns: Map<number, TransferColumn>;
  /** [free] Σ_k |Z_ik|, [loading row] Σ_k |C_bk| over all nodes. */
  readonly zSum: Float64Array;
  readonly cSum: Float64Array;
  /** Largest Σ_k |Y_ik|: how far rounding can move a mismatch. */
  readonly ySum: number;
  /** Memory for sums over a column. */
  readonly work: Float64Array;
}

interface TransferColumn {
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
  const zSum = new Float64Array(model.freeCount);
  const cSum = new Float64Array(w.branch.length);
  const work = new Float64Array(Math.max(model.freeCount, w.branch.length));
  const t: Transfer = { rows: w, lu, columns: new Map(), zSum, cSum, ySum, work };
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
  /** [free] Σ_k |Z_ik|·|Ŝ_k|/|V̂_k|: ξ is the largest of it over |V̂_i|. */
  readonly drop: Float64Array;
  /** [free] |Ŝ_k|/|V̂_k|. */
  readonly current: Float64Array;
  /** How much the sums may be above the true ones: 1 when freshly summed. */
  readonly slack: number;
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
  const drop = carried ? carried.screen.drop.map(x => x * m) : new Float64Array(freeCount);
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
  let xi = 0;
  let rho = 0;
  for (let i = 0; i < freeCount; i++) {
    xi = Math.max(xi, drop[i]! / vAbs[i]!);
    rho = Math.max(rho, (t.zSum[i]! * residual) / (vAbs[i]! * vLow));
  }
  return {
    transfer: t,
    vAbs,
    xi: xi * (1 + ROUNDING),
    rho: rho * (1 + ROUNDING),
    kappa,
    gamma: t.cSum.map(c => (c * residual) / vLow),
    drop,
    current,
    slack: carried ? slack * (1 + ROUNDING) : 1,
  };
}

/** A change of injection: p.u. at some nodes, none twice. */
export interface Change {
  readonly nodes: readonly number[];
  readonly pPu: readonly number[];
}

export interface Bound {
  /** Relative to |V̂|: size of the change of voltage, and error of the linear estimate. */
  readonly u: number;
  readonly epsilon: number;
}

/** (2) and (3) for one change; null when the condition does not hold and nothing is proven. */
export function boundOf(sc: Screen, change: Change): Bound | null {
  const { vAbs, transfer: t } = sc;
  const { freeCount } = t.rows.model;
  const drop = t.work;
  drop.fill(0, 0, freeCount);
  for (let n = 0; n < change.nodes.length; n++) {
    const node = change.nodes[n]!;
    const current = Math.abs(change.pPu[n]!) / vAbs[node]!;
    const { zAbs } = columnOf(t, node);
    for (let i = 0; i < freeCount; i++) drop[i]! += zAbs[i]! * current;
  }
  let a = 0;
  for (let i = 0; i < freeCount; i++) {
    const here = drop[i]! / vAbs[i]!;
    if (here > a) a = here;
  }
  a = a * (1 + ROUNDING) + sc.rho;
  const room = 1 - sc.xi;
  if (!(room > 0)) return null;
  const discriminant = room * room - 4 * a;
  if (!(discriminant > 0)) return null;
  // The same as (2), without the cancellation.
  const u = (2 * a) / (room + Math.sqrt(discriminant));
  return { u, epsilon: (u * u + sc.rho) / room };
}

/**
 * How far each watched value can be from its linear estimate at most: p.u. of voltage rows, percent of loading rows.
 * @param estimate [rows] values at V̂ + d¹; @param out [rows]
 */
export function rowErrors(
  sc: Screen,
  change: Change,
  { u, epsilon }: Bound,
  estimate: Float64Array,
  out: Float64Array,
): void {
  const { vAbs, kappa, gamma, transfer: t } = sc;
  const w = t.rows;
  const voltageRows = w.node.length;
  for (let row = 0; row < voltageRows; row++) out[row] = (epsilon + ROUNDING) * vAbs[w.node[row]!]!;
  const sum = t.work;
  sum.fill(0, 0, kappa.length);
  for (let n = 0; n < change.nodes.length; n++) {
    const node = change.nodes[n]!;
    const current = Math.abs(change.pPu[n]!) / vAbs[node]!;
    const { cAbs } = columnOf(t, node);
    for (let row = 0; row < kappa.length; row++) sum[row]! += cAbs[row]! * current;
  }
  const own = u / (1 - u);
  const flowing = epsilon + u * own;
  const unsolved = 1 / (1 - u);
  for (let row = 0; row < kappa.length; row++) {
    const here = estimate[voltageRows + row]!;
    let error = w.percentPerPu[row]! * (sum[row]! * own + kappa[row]! * flowing + gamma[row]! * unsolved);
    if (w.isPower[row]) {
      // |S| = |V|·|I|, and both factors err: |V| by ε|V̂| at a |V¹| of (1 ± (u + ε))|V̂|.
      error *= vAbs[w.own[row]!]! * (1 + u + 2 * epsilon);
      error += (here * epsilon) / (1 - u - epsilon);
    }
    out[voltageRows + row] = error * (1 + ROUNDING) + here * ROUNDING;
  }
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

function columnOf(t: Transfer, k: number): TransferColumn {
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
  const zAbs = new Float64Array(n);
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
