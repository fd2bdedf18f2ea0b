/**
 * What 1 kW more injection does, about a solved state: at one bus to every voltage, flow and loading (one solve), or of
 * every bus to one element (one transposed solve).
 *
 * With J the Jacobian in rectangular coordinates, dV = J⁻¹·dS. Any value y(V) then has, for every bus at once,
 *
 *     dy/dS = J⁻ᵀ·(∂y/∂V)
 *
 * Active power, unity power factor; the slack takes the difference and the losses. Dead buses and slack buses have no
 * effect on anything: 0. These are slopes at the state, good for ranking and pricing; verdicts rest on the trade check.
 */
import type { GridModel } from '../network/build.ts';
import type { SolvedState } from '../power-flow/result.ts';
import {
  equations,
  injectionGradient,
  type Linearisation,
  linearise,
  nodeVoltages,
  voltageChange,
} from './rectangular.ts';

export interface Sensitivities {
  readonly model: GridModel;
  readonly linearisation: Linearisation;
}

/** @returns null where the equations are singular at the state: no slope exists there */
export function sensitivities(model: GridModel, state: SolvedState): Sensitivities | null {
  const linearisation = linearise(equations(model), nodeVoltages(model, state.vmPu, state.vaDeg));
  return linearisation && { model, linearisation };
}

export interface InjectionEffect {
  /** [nBus] p.u. per kW. */
  readonly vmPuPerKw: Float64Array;
  /** [nBranch] kW per kW at each end, positive from bus into branch. */
  readonly pFromKwPerKw: Float64Array;
  readonly pToKwPerKw: Float64Array;
  /** [nBranch] percentage points of the rating per kW at the end that is loaded more; NaN without rating. */
  readonly loadingPercentPerKw: Float64Array;
  /** kW of branch losses per kW. */
  readonly lossesKwPerKw: number;
}

/** @param bus row of the bus table where 1 kW more is injected */
export function effectOfInjection(sens: Sensitivities, bus: number): InjectionEffect {
  const { model, linearisation } = sens;
  const d = new Float64Array(2 * model.nodeCount);
  const node = model.nodeOfBus[bus]!;
  if (node >= 0 && node < model.freeCount) {
    const rhs = new Float64Array(2 * model.freeCount);
    rhs[2 * node] = puPerKw(model);
    voltageChange(linearisation, rhs, rhs);
    d.set(rhs);
  }
  return effectOfVoltageChange(sens, d);
}

/** The same for a trade of 1 kW: more injection at the seller, more withdrawal at the buyer. */
export function effectOfTrade(sens: Sensitivities, sellerBus: number, buyerBus: number): InjectionEffect {
  const { model, linearisation } = sens;
  const d = new Float64Array(2 * model.nodeCount);
  const rhs = new Float64Array(2 * model.freeCount);
  const add = (bus: number, pPu: number) => {
    const node = model.nodeOfBus[bus]!;
    if (node >= 0 && node < model.freeCount) rhs[2 * node]! += pPu;
  };
  add(sellerBus, puPerKw(model));
  add(buyerBus, -puPerKw(model));
  voltageChange(linearisation, rhs, rhs);
  d.set(rhs);
  return effectOfVoltageChange(sens, d);
}

/** One element's value whose slopes are asked for; bus and branch are rows of their tables. */
export type ElementValue =
  | { readonly kind: 'voltage'; readonly bus: number }
  /** Percent of the rating at the end that is loaded more. */
  | { readonly kind: 'loading'; readonly branch: number }
  /** Active power into the branch at its from end, kW. */
  | { readonly kind: 'flow'; readonly branch: number }
  /** Branch losses of the whole grid, kW. */
  | { readonly kind: 'losses' };

/** [nBus] change of the element's value per kW injected at each bus: p.u., percentage points or kW per kW. */
export function effectOnElement(sens: Sensitivities, element: ElementValue): Float64Array {
  const { model, linearisation } = sens;
  const gradient = new Float64Array(2 * model.nodeCount);
  addGradient(sens, element, gradient);
  const byInjection = gradient.slice(0, 2 * model.freeCount);
  injectionGradient(linearisation, byInjection, byInjection);
  const out = new Float64Array(model.nodeOfBus.length);
  for (let b = 0; b < out.length; b++) {
    const node = model.nodeOfBus[b]!;
    if (node >= 0 && node < model.freeCount) out[b] = byInjection[2 * node]! * puPerKw(model);
  }
  return out;
}

function effectOfVoltageChange({ model, linearisation }: Sensitivities, d: Float64Array): InjectionEffect {
  const { nodeOfBus, network } = model;
  const { v } = linearisation;
  const vmPuPerKw = new Float64Array(nodeOfBus.length);
  for (let b = 0; b < nodeOfBus.length; b++) {
    const i = 2 * nodeOfBus[b]!;
    if (i < 0) continue;
    const size = Math.sqrt(v[i]! * v[i]! + v[i + 1]! * v[i + 1]!);
    vmPuPerKw[b] = (v[i]! * d[i]! + v[i + 1]! * d[i + 1]!) / size;
  }
  const branches = network.branch.count;
  const pFromKwPerKw = new Float64Array(branches);
  const pToKwPerKw = new Float64Array(branches);
  const loadingPercentPerKw = new Float64Array(branches);
  const kwPerPu = 1 / puPerKw(model);
  let lossesKwPerKw = 0;
  for (let e = 0; e < branches; e++) {
    const from = branchEnd(model, e, 'from', v);
    const to = branchEnd(model, e, 'to', v);
    pFromKwPerKw[e] = kwPerPu * slope(from, powerGradient(from, v), d);
    pToKwPerKw[e] = kwPerPu * slope(to, powerGradient(to, v), d);
    lossesKwPerKw += pFromKwPerKw[e]! + pToKwPerKw[e]!;
    const worse = worseEnd(model, e, v);
    loadingPercentPerKw[e] = worse ? slope(worse.end, worse.gradient, d) : Number.NaN;
  }
  return { vmPuPerKw, pFromKwPerKw, pToKwPerKw, loadingPercentPerKw, lossesKwPerKw };
}

function addGradient(
  { model, linearisation }: Sensitivities,
  element: ElementValue,
  out: Float64Array,
): void {
  const { v } = linearisation;
  const kwPerPu = 1 / puPerKw(model);
  switch (element.kind) {
    case 'voltage': {
      const i = 2 * model.nodeOfBus[element.bus]!;
      if (i < 0) return;
      const size = Math.sqrt(v[i]! * v[i]! + v[i + 1]! * v[i + 1]!);
      out[i]! += v[i]! / size;
      out[i + 1]! += v[i + 1]! / size;
      return;
    }
    case 'loading': {
      const worse = worseEnd(model, element.branch, v);
      if (worse) scatter(worse.end, worse.gradient, 1, out);
      return;
    }
    case 'flow': {
      const end = branchEnd(model, element.branch, 'from', v);
      scatter(end, powerGradient(end, v), kwPerPu, out);
      return;
    }
    case 'losses':
      for (let e = 0; e < model.network.branch.count; e++) {
        for (const side of ['from', 'to'] as const) {
          const end = branchEnd(model, e, side, v);
          scatter(end, powerGradient(end, v), kwPerPu, out);
        }
      }
  }
}

/** One end of a branch at the state: its node, the other's (-1 where open or dead), its two-port row and its current. */
interface BranchEnd {
  readonly own: number;
  readonly other: number;
  readonly ownRe: number;
  readonly ownIm: number;
  readonly otherRe: number;
  readonly otherIm: number;
  readonly iRe: number;
  readonly iIm: number;
}

/** Slopes of a value by e, f of the own node and e, f of the other. */
type EndGradient = readonly [number, number, number, number];

function branchEnd(model: GridModel, e: number, side: 'from' | 'to', v: Float64Array): BranchEnd {
  const { branchFromNode, branchToNode, branchAdmittance: y } = model;
  const isFrom = side === 'from';
  const own = (isFrom ? branchFromNode : branchToNode)[e]!;
  const other = (isFrom ? branchToNode : branchFromNode)[e]!;
  const ownRe = (isFrom ? y.ffRe : y.ttRe)[e]!;
  const ownIm = (isFrom ? y.ffIm : y.ttIm)[e]!;
  const otherRe = (isFrom ? y.ftRe : y.tfRe)[e]!;
  const otherIm = (isFrom ? y.ftIm : y.tfIm)[e]!;
  let iRe = 0;
  let iIm = 0;
  if (own >= 0) {
    iRe += ownRe * v[2 * own]! - ownIm * v[2 * own + 1]!;
    iIm += ownRe * v[2 * own + 1]! + ownIm * v[2 * own]!;
  }
  if (own >= 0 && other >= 0) {
    iRe += otherRe * v[2 * other]! - otherIm * v[2 * other + 1]!;
    iIm += otherRe * v[2 * other + 1]! + otherIm * v[2 * other]!;
  }
  return { own, other, ownRe, ownIm, otherRe, otherIm, iRe, iIm };
}

/** P = e·a + f·b with a + jb the current. */
function powerGradient(end: BranchEnd, v: Float64Array): EndGradient {
  if (end.own < 0) return [0, 0, 0, 0];
  const { ownRe: g, ownIm: y, otherRe, otherIm, iRe, iIm } = end;
  const e = v[2 * end.own]!;
  const f = v[2 * end.own + 1]!;
  return [iRe + e * g + f * y, iIm - e * y + f * g, e * otherRe + f * otherIm, f * otherRe - e * otherIm];
}

/** |I| = √(a² + b²); at no current there is no slope and the smallest of its directions, 0, is taken. */
function currentGradient({ own, ownRe, ownIm, otherRe, otherIm, iRe, iIm }: BranchEnd): EndGradient {
  const size = Math.sqrt(iRe * iRe + iIm * iIm);
  if (own < 0 || size === 0) return [0, 0, 0, 0];
  const a = iRe / size;
  const b = iIm / size;
  return [a * ownRe + b * ownIm, b * ownRe - a * ownIm, a * otherRe + b * otherIm, b * otherRe - a * otherIm];
}

/** The end (and, where both kinds are given, the rating) with the higher loading, and the slope of that loading in %. */
function worseEnd(
  model: GridModel,
  e: number,
  v: Float64Array,
): { end: BranchEnd; gradient: EndGradient } | null {
  const { branch, bus, baseMva } = model.network;
  let most = Number.NEGATIVE_INFINITY;
  let found: { end: BranchEnd; gradient: EndGradient } | null = null;
  for (const side of ['from', 'to'] as const) {
    const end = branchEnd(model, e, side, v);
    const ka = (side === 'from' ? branch.ratingFromKa : branch.ratingToKa)[e]!;
    const vnKv = bus.vnKv[(side === 'from' ? branch.from : branch.to)[e]!]!;
    const current = Math.sqrt(end.iRe * end.iRe + end.iIm * end.iIm);
    const percentPerCurrent = (100 * baseMva) / (Math.sqrt(3) * vnKv * ka);
    if (current * percentPerCurrent > most) {
      most = current * percentPerCurrent;
      found = { end, gradient: scaled(currentGradient(end), percentPerCurrent) };
    }
    const i = 2 * end.own;
    const voltage = end.own < 0 ? 0 : Math.sqrt(v[i]! * v[i]! + v[i + 1]! * v[i + 1]!);
    const percentPerPower = (100 * baseMva) / branch.ratingMva[e]!;
    if (voltage * current * percentPerPower > most) {
      most = voltage * current * percentPerPower;
      const [ge, gf, he, hf] = scaled(currentGradient(end), percentPerPower * voltage);
      const byVoltage = voltage === 0 ? 0 : (percentPerPower * current) / voltage;
      found = { end, gradient: [ge + byVoltage * (v[i] ?? 0), gf + byVoltage * (v[i + 1] ?? 0), he, hf] };
    }
  }
  return found;
}

function scaled([a, b, c, d]: EndGradient, factor: number): EndGradient {
  return [a * factor, b * factor, c * factor, d * factor];
}

function slope({ own, other }: BranchEnd, [a, b, c, e]: EndGradient, d: Float64Array): number {
  if (own < 0) return 0;
  const here = a * d[2 * own]! + b * d[2 * own + 1]!;
  return other < 0 ? here : here + c * d[2 * other]! + e * d[2 * other + 1]!;
}

function scatter(
  { own, other }: BranchEnd,
  [a, b, c, d]: EndGradient,
  factor: number,
  out: Float64Array,
): void {
  if (own < 0) return;
  out[2 * own]! += factor * a;
  out[2 * own + 1]! += factor * b;
  if (other < 0) return;
  out[2 * other]! += factor * c;
  out[2 * other + 1]! += factor * d;
}

function puPerKw(model: GridModel): number {
  return 1 / (1000 * model.network.baseMva);
}
