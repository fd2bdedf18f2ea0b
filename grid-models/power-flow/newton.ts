/**
 * Full Newton-Raphson power flow in polar form (Tinney & Hart 1967; Stott 1974).
 *
 * Unknowns are θ at PQ and PV nodes and v at PQ nodes. With Y_ik = G + jB, θ_ik = θ_i − θ_k and specified S = P + jQ
 * (injection positive, constant-current consumption p_I, q_I at 1 p.u. drawn as v·p_I, v·q_I) solve f = 0:
 *
 *     f_P,i = Σ_k v_i v_k (G cos θ_ik + B sin θ_ik) + v_i p_I,i − P_i
 *     f_Q,i = Σ_k v_i v_k (G sin θ_ik − B cos θ_ik) + v_i q_I,i − Q_i          (PQ only)
 *
 * With the step in relative magnitude, (Δθ, Δv/v), one 2×2 block per entry of Y needs no trigonometry of its own:
 * a = G c + B s and h = G s − B c with c = v_i v_k cos θ_ik, s = v_i v_k sin θ_ik taken from rectangular voltages, and
 *
 *     off the diagonal  ( h  a )      on it, with P°, Q° the sums over k ≠ i:   ( −Q°   P° + 2 G v² + v p_I )
 *                       (−a  h )                                                (  P°   Q° − 2 B v² + v q_I )
 *
 * A PV node keeps its block with the second row (0, |Q°|) and right side 0, so every topology has one block pattern.
 * No equation for the slack: its injection is whatever closes the balance.
 */
import type { ComplexMatrix } from '../network/build.ts';
import { type BlockLu, blockLu, factoriseBlocks, solveBlocks } from '../sparse/block-lu.ts';
import { leadingPart } from '../sparse/pattern.ts';
import { analyse, type Symbolic } from '../sparse/symbolic.ts';

/** Nodes ordered PQ, PV, slack; powers in p.u. of baseMva, injection positive. */
export interface NewtonProblem {
  readonly admittance: ComplexMatrix;
  readonly pqCount: number;
  readonly freeCount: number;
  /** [nNode] specified constant-power injection. */
  readonly pPu: Float64Array;
  readonly qPu: Float64Array;
  /** [nNode] constant-current consumption at 1 p.u. */
  readonly constIPu: { readonly p: Float64Array; readonly q: Float64Array };
}

/** [nNode] p.u. and rad: start on entry, last iterate on return. */
export interface VoltageState {
  readonly vmPu: Float64Array;
  readonly vaRad: Float64Array;
}

export interface NewtonOptions {
  /** Largest accepted |ΔP|, |ΔQ| at a node, p.u. */
  readonly tolerancePu: number;
  readonly maxIterations: number;
}

export interface NewtonResult {
  readonly outcome: 'converged' | 'diverged' | 'singular' | 'iteration-limit';
  readonly iterations: number;
  readonly maxMismatchPu: number;
}

/** Memory and symbolic analysis of one topology, reused by every solve. */
export interface NewtonWorkspace {
  readonly symbolic: Symbolic;
  readonly lu: BlockLu;
  /** 4 per entry of the free part of Y. */
  readonly jacobian: Float64Array;
  /** [2·free] −f on entry of the linear solve (ΔP, ΔQ side by side), the step on return. */
  readonly mismatch: Float64Array;
  readonly step: Float64Array;
  readonly e: Float64Array;
  readonly f: Float64Array;
}

/** A voltage never shrinks below this share in one step: polar magnitudes stay positive on the way. */
const MAGNITUDE_SHARE_MIN = 0.1;
/** p.u.; beyond it the iterates have left any grid and will not come back. */
const MISMATCH_HOPELESS = 1e12;

export function newtonWorkspace(admittance: ComplexMatrix, freeCount: number): NewtonWorkspace {
  const symbolic = analyse(leadingPart(admittance.pattern, freeCount).pattern);
  return {
    symbolic,
    lu: blockLu(symbolic),
    jacobian: new Float64Array(4 * symbolic.pattern.idx.length),
    mismatch: new Float64Array(2 * freeCount),
    step: new Float64Array(2 * freeCount),
    e: new Float64Array(admittance.pattern.n),
    f: new Float64Array(admittance.pattern.n),
  };
}

export function newton(
  problem: NewtonProblem,
  state: VoltageState,
  workspace: NewtonWorkspace,
  options: NewtonOptions,
): NewtonResult {
  const { vmPu, vaRad } = state;
  const { pqCount, freeCount } = problem;
  const { lu, jacobian, mismatch, step } = workspace;
  for (let iterations = 0; ; iterations++) {
    const maxMismatchPu = evaluate(problem, state, workspace);
    if (maxMismatchPu <= options.tolerancePu) return { outcome: 'converged', iterations, maxMismatchPu };
    if (!(maxMismatchPu < MISMATCH_HOPELESS)) return { outcome: 'diverged', iterations, maxMismatchPu };
    if (iterations >= options.maxIterations) return { outcome: 'iteration-limit', iterations, maxMismatchPu };
    if (!factoriseBlocks(lu, jacobian)) return { outcome: 'singular', iterations, maxMismatchPu };
    solveBlocks(lu, mismatch, step);
    for (let i = 0; i < freeCount; i++) {
      vaRad[i]! += step[2 * i]!;
      if (i < pqCount) vmPu[i]! *= Math.max(1 + step[2 * i + 1]!, MAGNITUDE_SHARE_MIN);
    }
  }
}

/** Fills mismatch (−f) and Jacobian in one pass over Y. @returns the largest |f|, NaN when the state holds no numbers. */
function evaluate(problem: NewtonProblem, { vmPu, vaRad }: VoltageState, workspace: NewtonWorkspace): number {
  const { admittance, pqCount, freeCount, pPu, qPu, constIPu } = problem;
  const { re, im } = admittance;
  const { n, ptr, idx } = admittance.pattern;
  const { jacobian, mismatch, e, f } = workspace;
  for (let i = 0; i < n; i++) {
    e[i] = vmPu[i]! * Math.cos(vaRad[i]!);
    f[i] = vmPu[i]! * Math.sin(vaRad[i]!);
  }
  let worst = 0;
  let at = 0;
  for (let i = 0; i < freeCount; i++) {
    const ei = e[i]!;
    const fi = f[i]!;
    const isPq = i < pqCount;
    let sumP = 0;
    let sumQ = 0;
    let g = 0;
    let b = 0;
    let diagonal = 0;
    for (let p = ptr[i]!; p < ptr[i + 1]!; p++) {
      const k = idx[p]!;
      if (k === i) {
        g = re[p]!;
        b = im[p]!;
        diagonal = at;
        at += 4;
        continue;
      }
      const c = ei * e[k]! + fi * f[k]!;
      const s = fi * e[k]! - ei * f[k]!;
      const a = re[p]! * c + im[p]! * s;
      const h = re[p]! * s - im[p]! * c;
      sumP += a;
      sumQ += h;
      if (k >= freeCount) continue;
      const columnIsPq = k < pqCount;
      jacobian[at] = h;
      jacobian[at + 1] = columnIsPq ? a : 0;
      jacobian[at + 2] = isPq ? -a : 0;
      jacobian[at + 3] = isPq && columnIsPq ? h : 0;
      at += 4;
    }
    const v = vmPu[i]!;
    const gv = g * v * v;
    const bv = b * v * v;
    const currentP = v * constIPu.p[i]!;
    const currentQ = v * constIPu.q[i]!;
    const deltaP = sumP + gv + currentP - pPu[i]!;
    const deltaQ = isPq ? sumQ - bv + currentQ - qPu[i]! : 0;
    mismatch[2 * i] = -deltaP;
    mismatch[2 * i + 1] = -deltaQ;
    jacobian[diagonal] = -sumQ;
    jacobian[diagonal + 1] = isPq ? sumP + 2 * gv + currentP : 0;
    jacobian[diagonal + 2] = isPq ? sumP : 0;
    jacobian[diagonal + 3] = isPq ? sumQ - 2 * bv + currentQ : Math.abs(sumQ) || 1;
    const size = Math.max(Math.abs(deltaP), Math.abs(deltaQ));
    if (Number.isNaN(size)) return size;
    if (size > worst) worst = size;
  }
  return worst;
}
