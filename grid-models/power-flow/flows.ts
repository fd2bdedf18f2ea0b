/** From node voltages to what an operator reads: flows, currents, loadings, losses, slack injections. */
import type { GridModel } from '../network/build.ts';
import type { SolvedState } from './result.ts';
import { shareAmongSlackUnits } from './slack.ts';

/**
 * @param vmPu,vaRad [nNode] solved voltages
 * @param pPu,qPu    [nNode] specified constant-power injection, p.u.
 */
export function solvedState(
  model: GridModel,
  vmPu: Float64Array,
  vaRad: Float64Array,
  pPu: Float64Array,
  qPu: Float64Array,
  evidence: { iterations: number; maxMismatchPu: number },
): SolvedState {
  const { nodeOfBus, nodeCount, topology } = model;
  const e = new Float64Array(nodeCount);
  const f = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    e[i] = vmPu[i]! * Math.cos(vaRad[i]!);
    f[i] = vmPu[i]! * Math.sin(vaRad[i]!);
  }
  const busVmPu = new Float64Array(nodeOfBus.length).fill(Number.NaN);
  const busVaDeg = new Float64Array(nodeOfBus.length).fill(Number.NaN);
  for (let b = 0; b < nodeOfBus.length; b++) {
    const node = nodeOfBus[b]!;
    if (node < 0) continue;
    busVmPu[b] = vmPu[node]!;
    busVaDeg[b] = wrappedDeg(vaRad[node]!);
  }
  return {
    converged: true,
    ...evidence,
    vmPu: busVmPu,
    vaDeg: busVaDeg,
    ...branchFlows(model, e, f),
    slack: slackInjections(model, vmPu, e, f, pPu, qPu),
    islands: topology.islands,
  };
}

/** Angle in degrees, above -180 up to 180: transformer shifts add up beyond a turn. */
function wrappedDeg(rad: number): number {
  const deg = (rad * 180) / Math.PI;
  return deg - 360 * Math.ceil((deg - 180) / 360);
}

type BranchFlows = Pick<
  SolvedState,
  | 'pFromMw'
  | 'qFromMvar'
  | 'pToMw'
  | 'qToMvar'
  | 'iFromKa'
  | 'iToKa'
  | 'loadingPercent'
  | 'lossesMw'
  | 'lossesMvar'
>;

/** @param e,f [nNode] real and imaginary part of the voltages, p.u. */
export function branchFlows(model: GridModel, e: Float64Array, f: Float64Array): BranchFlows {
  const { network, branchFromNode, branchToNode, branchAdmittance: y } = model;
  const { branch, bus, baseMva } = network;
  const n = branch.count;
  const pFromMw = new Float64Array(n);
  const qFromMvar = new Float64Array(n);
  const pToMw = new Float64Array(n);
  const qToMvar = new Float64Array(n);
  const iFromKa = new Float64Array(n);
  const iToKa = new Float64Array(n);
  const loadingPercent = new Float64Array(n);
  let lossesMw = 0;
  let lossesMvar = 0;
  for (let row = 0; row < n; row++) {
    const from = branchFromNode[row]!;
    const to = branchToNode[row]!;
    const ef = from < 0 ? 0 : e[from]!;
    const ff = from < 0 ? 0 : f[from]!;
    const et = to < 0 ? 0 : e[to]!;
    const ft = to < 0 ? 0 : f[to]!;
    const reFrom = y.ffRe[row]! * ef - y.ffIm[row]! * ff + y.ftRe[row]! * et - y.ftIm[row]! * ft;
    const imFrom = y.ffRe[row]! * ff + y.ffIm[row]! * ef + y.ftRe[row]! * ft + y.ftIm[row]! * et;
    const reTo = y.tfRe[row]! * ef - y.tfIm[row]! * ff + y.ttRe[row]! * et - y.ttIm[row]! * ft;
    const imTo = y.tfRe[row]! * ff + y.tfIm[row]! * ef + y.ttRe[row]! * ft + y.ttIm[row]! * et;
    pFromMw[row] = (ef * reFrom + ff * imFrom) * baseMva;
    qFromMvar[row] = (ff * reFrom - ef * imFrom) * baseMva;
    pToMw[row] = (et * reTo + ft * imTo) * baseMva;
    qToMvar[row] = (ft * reTo - et * imTo) * baseMva;
    lossesMw += pFromMw[row]! + pToMw[row]!;
    lossesMvar += qFromMvar[row]! + qToMvar[row]!;
    // I[kA] = I[p.u.] · baseMva / (√3 · vnKv)
    iFromKa[row] =
      (Math.sqrt(reFrom * reFrom + imFrom * imFrom) * baseMva) / (SQRT3 * bus.vnKv[branch.from[row]!]!);
    iToKa[row] = (Math.sqrt(reTo * reTo + imTo * imTo) * baseMva) / (SQRT3 * bus.vnKv[branch.to[row]!]!);
    const byCurrent = worse(iFromKa[row]! / branch.ratingFromKa[row]!, iToKa[row]! / branch.ratingToKa[row]!);
    const largestMva = Math.sqrt(
      Math.max(pFromMw[row]! ** 2 + qFromMvar[row]! ** 2, pToMw[row]! ** 2 + qToMvar[row]! ** 2),
    );
    loadingPercent[row] = 100 * worse(byCurrent, largestMva / branch.ratingMva[row]!);
  }
  return { pFromMw, qFromMvar, pToMw, qToMvar, iFromKa, iToKa, loadingPercent, lossesMw, lossesMvar };
}

/** The larger of two shares; one that is NaN has no rating and does not count. */
function worse(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return a >= b || Number.isNaN(b) ? a : b;
}

/** Reactive power of a slack includes what voltage-controlled units at the same node add: the two cannot be told apart. */
function slackInjections(
  model: GridModel,
  vmPu: Float64Array,
  e: Float64Array,
  f: Float64Array,
  pPu: Float64Array,
  qPu: Float64Array,
) {
  const { nodeCount, freeCount } = model;
  const missingP = new Float64Array(nodeCount - freeCount);
  const missingQ = new Float64Array(nodeCount - freeCount);
  for (let i = freeCount; i < nodeCount; i++) {
    const drawn = powerDrawn(model, i, vmPu[i]!, e, f);
    missingP[i - freeCount] = drawn.pPu - pPu[i]!;
    missingQ[i - freeCount] = drawn.qPu - qPu[i]!;
  }
  return shareAmongSlackUnits(model, missingP, missingQ);
}

/**
 * What branches, shunts and voltage-dependent loads draw at a node, p.u.
 * @param e,f [nNode] real and imaginary part of the voltages, p.u.
 */
export function powerDrawn(
  { admittance, constIPu }: GridModel,
  node: number,
  vmPu: number,
  e: Float64Array,
  f: Float64Array,
): { readonly pPu: number; readonly qPu: number } {
  const { pattern, re, im } = admittance;
  let currentRe = 0;
  let currentIm = 0;
  for (let p = pattern.ptr[node]!; p < pattern.ptr[node + 1]!; p++) {
    const k = pattern.idx[p]!;
    currentRe += re[p]! * e[k]! - im[p]! * f[k]!;
    currentIm += re[p]! * f[k]! + im[p]! * e[k]!;
  }
  return {
    pPu: e[node]! * currentRe + f[node]! * currentIm + vmPu * constIPu.p[node]!,
    qPu: f[node]! * currentRe - e[node]! * currentIm + vmPu * constIPu.q[node]!,
  };
}

const SQRT3 = Math.sqrt(3);
