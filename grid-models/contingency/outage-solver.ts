/**
 * AC states with one branch out, by Newton steps on the Jacobian of the base state, factorised once.
 *
 * The branch reaches no more than the equations and voltages of its two ends. With E the four columns of the identity
 * there and M what its absence changes in the 4×4 part of the Jacobian between them,
 *
 *     J_out = J + E·M·Eᵀ,     J_out⁻¹·r = J⁻¹·(r − E·K·Eᵀ·J⁻¹·r),     K = (I + M·G)⁻¹·M,     G = Eᵀ·J⁻¹·E
 *
 * (Woodbury; Alsaç, Stott & Tinney, IEEE Trans. PAS 102 (1983)). G, and the correction of each step, are substitutions
 * along the elimination paths of the two ends, so a step costs one substitution, and the first step, whose right side is
 * the flow given back at the two ends, half of one. The mismatch is that of the base grid plus the flow of the branch,
 * given back at its ends: neither admittance nor pattern is touched. What the steps themselves show of the Jacobian's
 * change is used as well (`BroydenSteps`).
 *
 * Where the outage cuts a part off, M decouples it, its own equations are left out, and the rest is solved alone: behind
 * the cut the block of the first lost node stays as it was, as if a source stood at the cut, so that it stays regular.
 *
 * Units and order of vectors as in `sensitivity/rectangular`.
 */
import type { GridModel } from '../network/build.ts';
import type { Injection, SolvedState } from '../power-flow/result.ts';
import { equations, factoriseAt, mismatch, nodeInjection, nodeVoltages } from '../sensitivity/rectangular.ts';
import { blockLu } from '../sparse/block-lu.ts';
import { BroydenSteps } from './broyden-steps.ts';
import {
  backward,
  backwardOnPath,
  forward,
  forwardOnPath,
  joinPaths,
  type Path,
} from './elimination-path.ts';
import { largest, type OutageSteps, Progress, STEPS_MAX } from './outage-steps.ts';

export interface OutageSolver extends OutageSteps {
  /**
   * First step: flows and voltages to first order about the base state.
   * @param branch row of the branch table
   * @param lost   nodes its outage leaves without source (see `findSplits`)
   * @returns what the step leaves as mismatch, as share of the flow it gave back: how far the estimate can be trusted;
   *          NaN where the step does not exist: `voltages` is then all NaN, and `finish` must not be called
   */
  estimate(branch: number, lost: Int32Array): number;
}

/**
 * @param base solved with the injection given
 * @returns null when the Jacobian at the base state needs row pivoting or is singular: at the nose nothing is near
 */
export function outageSolver(model: GridModel, base: SolvedState, injection: Injection): OutageSolver | null {
  const eq = equations(model);
  const { freeCount, nodeCount } = model;
  const baseVoltages = nodeVoltages(model, base.vmPu, base.vaDeg);
  const specified = nodeInjection(model, injection);
  const lu = blockLu(eq.symbolic);
  if (!factoriseAt(eq, baseVoltages, lu) || lu.pivoting) return null;

  const voltages = new Float64Array(2 * nodeCount);
  const residual = new Float64Array(2 * freeCount);
  const work = new Float64Array(2 * freeCount);
  const onPath = new Float64Array(2 * freeCount);
  const steps = new BroydenSteps(2 * freeCount, STEPS_MAX);
  const path: Path = { ranks: new Int32Array(freeCount), length: 0 };
  const ends = new BranchEnds(model);
  const change = new Float64Array(16);
  const inverse = new Float64Array(16);
  const product = new Float64Array(16);
  const four = new Float64Array(4);
  let lostNodes: Int32Array = new Int32Array(0);
  const progress = new Progress();

  const clearPath = (): void => {
    for (let k = 0; k < path.length; k++) {
      onPath[2 * path.ranks[k]!] = 0;
      onPath[2 * path.ranks[k]! + 1] = 0;
    }
  };
  /** onPath ← L⁻¹·E·x on the path. */
  const spread = (x: Float64Array): void => {
    clearPath();
    // Added, not set: both ends of a branch may be fused to one node.
    for (let c = 0; c < 4; c++) if (ends.place(c) >= 0) onPath[ends.place(c)]! += x[c]!;
    forwardOnPath(lu, path, onPath);
  };
  /** x ← Eᵀ·U⁻¹·onPath */
  const gather = (x: Float64Array): void => {
    backwardOnPath(lu, path, onPath);
    for (let c = 0; c < 4; c++) x[c] = ends.place(c) < 0 ? 0 : onPath[ends.place(c)]!;
  };
  /** voltages += U⁻¹·work, bettered by what the steps before have shown of the Jacobian's change. */
  const advance = (): void => {
    const step = steps.next();
    backward(lu, work, step);
    steps.better();
    for (let i = 0; i < 2 * freeCount; i++) voltages[i]! += step[i]!;
  };
  /** Residual of the grid without the branch. @returns its largest entry, NaN when any is */
  const outageMismatch = (): number => {
    mismatch(eq, specified, voltages, residual);
    ends.readFlow(voltages, four);
    for (let c = 0; c < 4; c++) {
      const row = ends.row(c);
      if (row >= 0) residual[row]! += four[c]!;
    }
    for (const node of lostNodes) {
      residual[2 * node] = 0;
      residual[2 * node + 1] = 0;
    }
    return largest(residual);
  };
  const give = (found: boolean): boolean => {
    if (!found) voltages.fill(Number.NaN);
    for (const node of lostNodes) {
      voltages[2 * node] = Number.NaN;
      voltages[2 * node + 1] = Number.NaN;
    }
    return found;
  };

  const estimate = (branch: number, lost: Int32Array): number => {
    lostNodes = lost;
    voltages.set(baseVoltages);
    ends.open(branch, lost, lu.symbolic.rank);
    joinPaths(lu.symbolic, ends.freeNode(0), ends.freeNode(1), path);
    ends.readChange(baseVoltages, change);
    // I + M·G, column by column of G.
    for (let c = 0; c < 4; c++) {
      four.fill(0);
      four[c] = 1;
      spread(four);
      gather(four);
      for (let r = 0; r < 4; r++) {
        let sum = r === c ? 1 : 0;
        for (let k = 0; k < 4; k++) sum += change[4 * r + k]! * four[k]!;
        product[4 * r + c] = sum;
      }
    }
    if (!invert4(product, inverse)) {
      give(false);
      return Number.NaN;
    }
    ends.readFlow(baseVoltages, four);
    const givenPu = Math.max(Math.abs(four[0]!), Math.abs(four[1]!), Math.abs(four[2]!), Math.abs(four[3]!));
    multiply4(inverse, four);
    spread(four);
    work.fill(0);
    for (let k = 0; k < path.length; k++) {
      const at = 2 * path.ranks[k]!;
      work[at] = onPath[at]!;
      work[at + 1] = onPath[at + 1]!;
    }
    steps.clear();
    advance();
    progress.begin(givenPu, outageMismatch());
    give(true);
    return progress.leftShare;
  };

  /** One more step from `voltages`, whose `residual` is known. */
  const step = (): void => {
    // The equations of the cut-off part are left out; any number does for its voltages, NaN would reach its neighbours.
    for (const node of lostNodes) {
      voltages[2 * node] = baseVoltages[2 * node]!;
      voltages[2 * node + 1] = baseVoltages[2 * node + 1]!;
    }
    forward(lu, residual, work);
    for (let k = 0; k < path.length; k++) {
      const at = 2 * path.ranks[k]!;
      onPath[at] = work[at]!;
      onPath[at + 1] = work[at + 1]!;
    }
    gather(four);
    multiply4(change, four);
    multiply4(inverse, four);
    spread(four);
    for (let k = 0; k < path.length; k++) {
      const at = 2 * path.ranks[k]!;
      work[at]! -= onPath[at]!;
      work[at + 1]! -= onPath[at + 1]!;
    }
    advance();
    progress.next(outageMismatch());
    give(true);
  };

  const improve = (): number => {
    if (progress.leftShare > 0) step();
    return progress.leftShare;
  };

  const finish = (): boolean => {
    while (progress.state === 'under-way' && !steps.isFull) step();
    return give(progress.state === 'solved');
  };
  return { voltages, estimate, improve, finish };
}

/**
 * The two ends of the branch that is out: where its four rows (P and Q of the from node, then of the to node) stand, and
 * what they are at a state. An end at a slack, an open or lost node, or a PV node's reactive power has no row.
 */
class BranchEnds {
  private readonly model: GridModel;
  private readonly node = Int32Array.of(-1, -1);
  private readonly lost = [false, false];
  private readonly rank = Int32Array.of(-1, -1);
  private branch = -1;

  constructor(model: GridModel) {
    this.model = model;
  }

  open(branch: number, lost: Int32Array, rank: Int32Array): void {
    const { branchFromNode, branchToNode, freeCount } = this.model;
    this.branch = branch;
    for (const [side, node] of [branchFromNode[branch]!, branchToNode[branch]!].entries()) {
      this.node[side] = node;
      this.lost[side] = lost.includes(node);
      this.rank[side] = node >= 0 && node < freeCount ? rank[node]! : -1;
    }
  }

  /** Node of a side with equations; -1 without. */
  freeNode(side: 0 | 1): number {
    return this.rank[side]! < 0 ? -1 : this.node[side]!;
  }

  /** Place of unknown c in vectors in order of elimination; -1 where it is given. */
  place(c: number): number {
    const rank = this.rank[c >> 1]!;
    return rank < 0 ? -1 : 2 * rank + (c & 1);
  }

  /** Place of equation c in vectors in order of nodes; -1 where the branch is in no such equation. */
  row(c: number): number {
    const node = this.freeNode(c < 2 ? 0 : 1);
    if (node < 0 || this.lost[c >> 1] || ((c & 1) === 1 && node >= this.model.pqCount)) return -1;
    return 2 * node + (c & 1);
  }

  /** [4] power into the branch, P and Q at from, P and Q at to, p.u.; 0 without row. */
  readFlow(v: Float64Array, out: Float64Array): void {
    for (let side = 0; side < 2; side++) {
      const own = this.node[side]!;
      const [iRe, iIm] = this.current(side, v);
      const e = own < 0 ? 0 : v[2 * own]!;
      const f = own < 0 ? 0 : v[2 * own + 1]!;
      out[2 * side] = this.row(2 * side) < 0 ? 0 : e * iRe + f * iIm;
      out[2 * side + 1] = this.row(2 * side + 1) < 0 ? 0 : f * iRe - e * iIm;
    }
  }

  /**
   * [16] M, by rows: less the derivatives of those powers by e, f of the from node and e, f of the to node. In the rows
   * of a lost end only what couples it to the other is taken away.
   */
  readChange(v: Float64Array, out: Float64Array): void {
    out.fill(0);
    for (let side = 0; side < 2; side++) {
      const own = this.node[side]!;
      if (this.rank[side]! < 0) continue;
      const [iRe, iIm] = this.current(side, v);
      const e = v[2 * own]!;
      const f = v[2 * own + 1]!;
      const hasQ = own < this.model.pqCount;
      const subtract = (column: number, pByE: number, pByF: number, qByE: number, qByF: number): void => {
        const at = 8 * side + 2 * column;
        out[at]! -= pByE;
        out[at + 1]! -= pByF;
        if (!hasQ) return;
        out[at + 4]! -= qByE;
        out[at + 5]! -= qByF;
      };
      const [g, b] = this.admittance(side, side);
      if (!this.lost[side]) {
        subtract(side, iRe + e * g + f * b, iIm - e * b + f * g, f * g - e * b - iIm, iRe - f * b - e * g);
      }
      const other = 1 - side;
      if (this.rank[other]! < 0) continue;
      const [gOther, bOther] = this.admittance(side, other);
      const along = e * gOther + f * bOther;
      const across = f * gOther - e * bOther;
      subtract(other, along, across, across, -along);
    }
  }

  private current(side: number, v: Float64Array): readonly [number, number] {
    let re = 0;
    let im = 0;
    for (let at = 0; at < 2; at++) {
      const node = this.node[at]!;
      if (node < 0) continue;
      const [g, b] = this.admittance(side, at);
      re += g * v[2 * node]! - b * v[2 * node + 1]!;
      im += g * v[2 * node + 1]! + b * v[2 * node]!;
    }
    return [re, im];
  }

  /** Admittance from the voltage at one side to the current at another. */
  private admittance(row: number, column: number): readonly [number, number] {
    const y = this.model.branchAdmittance;
    const e = this.branch;
    if (row === 0) return column === 0 ? [y.ffRe[e]!, y.ffIm[e]!] : [y.ftRe[e]!, y.ftIm[e]!];
    return column === 0 ? [y.tfRe[e]!, y.tfIm[e]!] : [y.ttRe[e]!, y.ttIm[e]!];
  }
}

/** x ← A·x, A [16] by rows. */
function multiply4(a: Float64Array, x: Float64Array): void {
  const x0 = x[0]!;
  const x1 = x[1]!;
  const x2 = x[2]!;
  const x3 = x[3]!;
  for (let r = 0; r < 4; r++)
    x[r] = a[4 * r]! * x0 + a[4 * r + 1]! * x1 + a[4 * r + 2]! * x2 + a[4 * r + 3]! * x3;
}

/** Gauss-Jordan with row exchange; `a` is used up. @returns false when singular to working precision */
function invert4(a: Float64Array, out: Float64Array): boolean {
  out.fill(0);
  for (let k = 0; k < 4; k++) out[5 * k] = 1;
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let k = 0; k < 4; k++) {
    let best = k;
    for (let r = k + 1; r < 4; r++) if (Math.abs(a[4 * r + k]!) > Math.abs(a[4 * best + k]!)) best = r;
    const pivot = a[4 * best + k]!;
    if (!(Math.abs(pivot) > PIVOT_COLLAPSE * largest)) return false;
    for (const matrix of [a, out]) {
      for (let c = 0; c < 4; c++) {
        const kept = matrix[4 * k + c]!;
        matrix[4 * k + c] = matrix[4 * best + c]! / pivot;
        if (best !== k) matrix[4 * best + c] = kept;
      }
    }
    for (let r = 0; r < 4; r++) {
      const factor = a[4 * r + k]!;
      if (r === k || factor === 0) continue;
      for (let c = 0; c < 4; c++) {
        a[4 * r + c]! -= factor * a[4 * k + c]!;
        out[4 * r + c]! -= factor * out[4 * k + c]!;
      }
    }
  }
  return true;
}

/** Share of the largest entry: below it the outage leaves a part that hangs on nothing. */
const PIVOT_COLLAPSE = 1e-12;
