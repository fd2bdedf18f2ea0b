/**
 * AC states with one unit out, by Newton steps on the Jacobian of the base state, factorised once.
 *
 * A lost power changes the right side alone. Where the node loses its voltage control too, equation r, |V|² = v² of its
 * node, gives way to the reactive balance there. With z the step that still holds the voltage and n the derivatives of
 * that balance, every other equation is kept by any
 *
 *     d = z + α·w,     w = J⁻¹·e_r,     and the balance asks     α = (ΔQ − nᵀ·z) / (nᵀ·w)
 *
 * (bordering; α is how far |V|² moves). So a unit costs two substitutions, a further step one, and neither numbering nor
 * factors change. Units and order of vectors as in `sensitivity/rectangular`.
 */
import type { GridModel } from '../network/build.ts';
import type { Injection, SolvedState } from '../power-flow/result.ts';
import {
  type Equations,
  equations,
  factoriseAt,
  mismatch,
  nodeInjection,
  nodeVoltages,
} from '../sensitivity/rectangular.ts';
import { blockLu, solveBlocks } from '../sparse/block-lu.ts';
import { BroydenSteps } from './broyden-steps.ts';
import { largest, type OutageSteps, Progress, STEPS_MAX } from './outage-steps.ts';
import type { LostPower } from './unit-loss.ts';

export interface UnitOutageSolver extends OutageSteps {
  /**
   * First step: flows and voltages to first order about the base state.
   * @returns as `improve`; NaN where the step does not exist: `voltages` is then all NaN, and `finish` must not be called
   */
  estimate(loss: LostPower): number;
}

/**
 * @param base solved with the injection given
 * @returns null when the Jacobian at the base state is singular: at the nose nothing is near
 */
export function unitOutageSolver(
  model: GridModel,
  base: SolvedState,
  injection: Injection,
): UnitOutageSolver | null {
  const eq = equations(model);
  const size = 2 * model.freeCount;
  const baseVoltages = nodeVoltages(model, base.vmPu, base.vaDeg);
  const before = nodeInjection(model, injection);
  const lu = blockLu(eq.symbolic);
  if (!factoriseAt(eq, baseVoltages, lu)) return null;

  const voltages = new Float64Array(2 * model.nodeCount);
  const specified = new Float64Array(size);
  const residual = new Float64Array(size);
  const released = new Float64Array(size);
  const steps = new BroydenSteps(size, STEPS_MAX);
  const progress = new Progress();
  /** Node that turned from PV into PQ; -1 for none. */
  let freed = -1;
  let slope: Float64Array = new Float64Array(0);
  let slopeReleased = 1;

  const outageMismatch = (): number => {
    mismatch(eq, specified, voltages, residual);
    if (freed >= 0) residual[2 * freed + 1] = reactiveMismatch(eq, freed, specified, voltages);
    return largest(residual);
  };
  const step = (): void => {
    const next = steps.next();
    if (freed < 0) solveBlocks(lu, residual, next);
    else {
      const missing = residual[2 * freed + 1]!;
      residual[2 * freed + 1] = 0;
      solveBlocks(lu, residual, next);
      const alpha = (missing - alongRow(eq, freed, slope, next)) / slopeReleased;
      for (let i = 0; i < size; i++) next[i]! += alpha * released[i]!;
    }
    steps.better();
    turn(voltages, next, baseVoltages);
  };

  /** @returns false where the node's voltage does not move its reactive balance: there is no step */
  const free = (node: number): boolean => {
    freed = node;
    if (node < 0) return true;
    released.fill(0);
    released[2 * node + 1] = 1;
    solveBlocks(lu, released, released);
    slope = reactiveSlope(eq, node, baseVoltages);
    slopeReleased = alongRow(eq, node, slope, released);
    const scale = alongRow(eq, node, slope.map(Math.abs), released.map(Math.abs));
    return Math.abs(slopeReleased) > SLOPE_COLLAPSE * scale;
  };

  const estimate = (loss: LostPower): number => {
    const { node, pPu, qPu } = loss;
    specified.set(before);
    specified[2 * node]! -= pPu;
    specified[2 * node + 1]! -= qPu;
    if (!free(loss.freesVoltage ? node : -1)) {
      voltages.fill(Number.NaN);
      return Number.NaN;
    }
    voltages.set(baseVoltages);
    outageMismatch();
    const givenPu = Math.max(Math.abs(residual[2 * node]!), Math.abs(residual[2 * node + 1]!));
    steps.clear();
    step();
    progress.begin(givenPu, outageMismatch());
    return progress.leftShare;
  };

  const further = (): void => {
    step();
    progress.next(outageMismatch());
  };
  const improve = (): number => {
    if (progress.leftShare > 0) further();
    return progress.leftShare;
  };
  const finish = (): boolean => {
    while (progress.state === 'under-way' && !steps.isFull) further();
    const found = progress.state === 'solved';
    if (!found) voltages.fill(Number.NaN);
    return found;
  };
  return { voltages, estimate, improve, finish };
}

/** Share of the sum of sizes: below it the reactive balance does not depend on the voltage. */
const SLOPE_COLLAPSE = 1e-12;

/**
 * V ← V·exp(d/V₀). To first order V + d, but a unit lost far from the slack turns the angles of whole regions, and in
 * logarithms of the voltages, where a common turn changes no flow, the Jacobian at V₀ stays good for it.
 */
function turn(v: Float64Array, d: Float64Array, v0: Float64Array): void {
  for (let i = 0; i < d.length; i += 2) {
    const e0 = v0[i]!;
    const f0 = v0[i + 1]!;
    const square = e0 * e0 + f0 * f0;
    const grown = Math.exp((d[i]! * e0 + d[i + 1]! * f0) / square);
    const angle = (d[i + 1]! * e0 - d[i]! * f0) / square;
    const re = grown * Math.cos(angle);
    const im = grown * Math.sin(angle);
    const e = v[i]!;
    const f = v[i + 1]!;
    v[i] = e * re - f * im;
    v[i + 1] = e * im + f * re;
  }
}

/** Specified less calculated reactive injection of a node, p.u. */
function reactiveMismatch(eq: Equations, node: number, specified: Float64Array, v: Float64Array): number {
  const [re, im] = nodeCurrent(eq.model, node, v);
  const e = v[2 * node]!;
  const f = v[2 * node + 1]!;
  const currentQ = eq.model.constIPu.q[node]! * Math.sqrt(e * e + f * f);
  return specified[2 * node + 1]! - (f * re - e * im) - currentQ;
}

/** Derivatives of the calculated reactive injection of a node by e, f of its free neighbours, two per entry of its row. */
function reactiveSlope({ model, pattern, source }: Equations, node: number, v: Float64Array): Float64Array {
  const { re, im } = model.admittance;
  const start = pattern.ptr[node]!;
  const end = pattern.ptr[node + 1]!;
  const slope = new Float64Array(2 * (end - start));
  const e = v[2 * node]!;
  const f = v[2 * node + 1]!;
  for (let p = start; p < end; p++) {
    const g = re[source[p]!]!;
    const b = im[source[p]!]!;
    const at = 2 * (p - start);
    slope[at] = f * g - e * b;
    slope[at + 1] = -f * b - e * g;
    if (pattern.idx[p] !== node) continue;
    const [currentRe, currentIm] = nodeCurrent(model, node, v);
    const perVm = model.constIPu.q[node]! / Math.sqrt(e * e + f * f);
    slope[at]! += -currentIm + perVm * e;
    slope[at + 1]! += currentRe + perVm * f;
  }
  return slope;
}

/** Product of a row of derivatives (see `reactiveSlope`) and a vector of voltages. */
function alongRow({ pattern }: Equations, node: number, row: Float64Array, x: Float64Array): number {
  const start = pattern.ptr[node]!;
  let sum = 0;
  for (let p = start; p < pattern.ptr[node + 1]!; p++) {
    const k = 2 * pattern.idx[p]!;
    sum += row[2 * (p - start)]! * x[k]! + row[2 * (p - start) + 1]! * x[k + 1]!;
  }
  return sum;
}

/** Current that leaves a node into the grid, p.u. */
function nodeCurrent({ admittance }: GridModel, node: number, v: Float64Array): readonly [number, number] {
  const { pattern, re, im } = admittance;
  let currentRe = 0;
  let currentIm = 0;
  for (let p = pattern.ptr[node]!; p < pattern.ptr[node + 1]!; p++) {
    const k = 2 * pattern.idx[p]!;
    currentRe += re[p]! * v[k]! - im[p]! * v[k + 1]!;
    currentIm += re[p]! * v[k + 1]! + im[p]! * v[k]!;
  }
  return [currentRe, currentIm];
}
