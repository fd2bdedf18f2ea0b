/**
 * The limits of a network as rows over node voltages, so that a state is judged in one run over flat arrays.
 *
 * A voltage row reads |V_i| and has a low and a high end. A loading row reads one end of one branch: the current there,
 * I = own·V_own + other·V_other, or the apparent power |V_own|·|I| where the rating is one of power.
 *
 * What decides is `allowed…`: the given limit or, where the schedule itself violates it, the value it has there and
 * next to nothing more. So a trade on another feeder is not refused for a limit it does not touch, and a trade that
 * worsens what is already violated is.
 */
import type { GridModel } from '../network/build.ts';
import {
  hasRating,
  type LimitClass,
  type LimitKind,
  type Limits,
  limitsOfClass,
  loadingKind,
  voltageScale,
} from './limits.ts';

export interface WatchRows {
  readonly model: GridModel;
  readonly limitClass: LimitClass;
  /** Voltage rows: bus, node, given ends (∓Infinity where not given), half of the band. */
  readonly bus: Int32Array;
  readonly node: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly span: Float64Array;
  /** Loading rows: branch, end (0 from, 1 to), its node and the one at the other end (-1: open). */
  readonly branch: Int32Array;
  readonly end: Uint8Array;
  readonly own: Int32Array;
  readonly other: Int32Array;
  readonly ownRe: Float64Array;
  readonly ownIm: Float64Array;
  readonly otherRe: Float64Array;
  readonly otherIm: Float64Array;
  /** Percent of loading per p.u. of current, or of apparent power where `isPower`. */
  readonly percentPerPu: Float64Array;
  readonly isPower: Uint8Array;
  readonly max: Float64Array;
}

/** What decides in one interval, by row: the given limit, or what is allowed in its place. */
export interface Allowed {
  readonly allowedLow: Float64Array;
  readonly allowedHigh: Float64Array;
  readonly allowedMax: Float64Array;
}

export interface Watch extends WatchRows, Allowed {}

/** One end of one row: what binds. */
export interface WatchedLimit {
  readonly limit: LimitKind;
  /** Voltage row, or number of voltage rows + loading row. */
  readonly row: number;
}

/** What is allowed in place of a violated limit is rounded up to these, so that the evidence holds whole numbers. */
const QUANTUM_PU = 1e-6;
const QUANTUM_PERCENT = 1e-3;
/**
 * Every trade moves every value behind the same transformer a little through the voltage: without some room none would pass while
 * one limit is violated anywhere. The room is half of the last digit that is shown; what a trade visibly adds is a worsening.
 */
const WORSENING_PU = 5e-5;
const WORSENING_PERCENT = 0.05;

export function watch(rows: WatchRows): Watch {
  return {
    ...rows,
    allowedLow: rows.low.slice(),
    allowedHigh: rows.high.slice(),
    allowedMax: rows.max.slice(),
  };
}

/** Both classes have the same rows, with limits of their own. */
export function watchRows(model: GridModel, given: Limits, limitClass: LimitClass = 'lasting'): WatchRows {
  const limits = limitsOfClass(given, limitClass);
  const { network, nodeOfBus, branchFromNode, branchToNode, branchAdmittance: y } = model;
  const { bus, branch, baseMva } = network;
  const voltages: number[] = [];
  for (let b = 0; b < bus.count; b++) {
    const given = !(Number.isNaN(limits.vmPuMin[b]) && Number.isNaN(limits.vmPuMax[b]));
    if (given && nodeOfBus[b]! >= 0) voltages.push(b);
  }
  const loadings: { e: number; end: 0 | 1; percentPerPu: number; isPower: boolean }[] = [];
  for (let e = 0; e < branch.count; e++) {
    if (!hasRating(limits, e)) continue;
    for (const end of [0, 1] as const) {
      if ((end === 0 ? branchFromNode : branchToNode)[e]! < 0) continue;
      const ka = (end === 0 ? limits.ratingFromKa : limits.ratingToKa)[e]!;
      const vnKv = bus.vnKv[(end === 0 ? branch.from : branch.to)[e]!]!;
      const mva = limits.ratingMva[e]!;
      if (!Number.isNaN(ka)) {
        loadings.push({ e, end, percentPerPu: (100 * baseMva) / (SQRT3 * vnKv * ka), isPower: false });
      }
      if (!Number.isNaN(mva)) loadings.push({ e, end, percentPerPu: (100 * baseMva) / mva, isPower: true });
    }
  }
  const scales = voltages.map(b => voltageScale(limits.vmPuMin[b]!, limits.vmPuMax[b]!));
  const low = Float64Array.from(voltages, b => orInfinity(limits.vmPuMin[b]!, -1));
  const high = Float64Array.from(voltages, b => orInfinity(limits.vmPuMax[b]!, 1));
  const max = Float64Array.from(loadings, l => limits.loadingPercentMax[l.e]!);
  const at = (from: Float64Array, to: Float64Array) =>
    Float64Array.from(loadings, l => (l.end === 0 ? from : to)[l.e]!);
  return {
    model,
    limitClass,
    bus: Int32Array.from(voltages),
    node: Int32Array.from(voltages, b => nodeOfBus[b]!),
    low,
    high,
    span: Float64Array.from(scales, s => s.span),
    branch: Int32Array.from(loadings, l => l.e),
    end: Uint8Array.from(loadings, l => l.end),
    own: Int32Array.from(loadings, l => (l.end === 0 ? branchFromNode : branchToNode)[l.e]!),
    other: Int32Array.from(loadings, l => (l.end === 0 ? branchToNode : branchFromNode)[l.e]!),
    ownRe: at(y.ffRe, y.ttRe),
    ownIm: at(y.ffIm, y.ttIm),
    otherRe: at(y.ftRe, y.tfRe),
    otherIm: at(y.ftIm, y.tfIm),
    percentPerPu: Float64Array.from(loadings, l => l.percentPerPu),
    isPower: Uint8Array.from(loadings, l => (l.isPower ? 1 : 0)),
    max,
  };
}

export function rowCount(w: WatchRows): number {
  return w.node.length + w.branch.length;
}

/** Value of every row, or of rows from … to − 1, at the voltages v [2·node]: p.u., then percent. */
export function readRows(w: WatchRows, v: Float64Array, out: Float64Array, from = 0, to = rowCount(w)): void {
  const voltageRows = w.node.length;
  for (let row = from; row < Math.min(to, voltageRows); row++) {
    const i = 2 * w.node[row]!;
    out[row] = Math.sqrt(squareOf(v[i]!, v[i + 1]!));
  }
  const { own, other, ownRe, ownIm, otherRe, otherIm, percentPerPu, isPower } = w;
  for (let row = Math.max(0, from - voltageRows); row < to - voltageRows; row++) {
    const o = 2 * own[row]!;
    const k = other[row]! >= 0 ? 2 * other[row]! : o;
    const e = v[o]!;
    const f = v[o + 1]!;
    let square = currentSquare(
      ownRe[row]!,
      ownIm[row]!,
      otherRe[row]!,
      otherIm[row]!,
      e,
      f,
      v[k]!,
      v[k + 1]!,
    );
    if (isPower[row]) square *= squareOf(e, f);
    out[voltageRows + row] = percentPerPu[row]! * Math.sqrt(square);
  }
}

/** The same for three states side by side. @param v [6·node]; @param out of the three */
export function readThree(w: WatchRows, v: Float64Array, out: readonly Float64Array[]): void {
  const voltageRows = w.node.length;
  const out0 = out[0]!;
  const out1 = out[1]!;
  const out2 = out[2]!;
  for (let row = 0; row < voltageRows; row++) {
    const i = 6 * w.node[row]!;
    out0[row] = Math.sqrt(squareOf(v[i]!, v[i + 1]!));
    out1[row] = Math.sqrt(squareOf(v[i + 2]!, v[i + 3]!));
    out2[row] = Math.sqrt(squareOf(v[i + 4]!, v[i + 5]!));
  }
  const { own, other, ownRe, ownIm, otherRe, otherIm, percentPerPu, isPower } = w;
  for (let row = 0; row < own.length; row++) {
    const o = 6 * own[row]!;
    const k = other[row]! >= 0 ? 6 * other[row]! : o;
    const oRe = ownRe[row]!;
    const oIm = ownIm[row]!;
    const xRe = otherRe[row]!;
    const xIm = otherIm[row]!;
    let square0 = currentSquare(oRe, oIm, xRe, xIm, v[o]!, v[o + 1]!, v[k]!, v[k + 1]!);
    let square1 = currentSquare(oRe, oIm, xRe, xIm, v[o + 2]!, v[o + 3]!, v[k + 2]!, v[k + 3]!);
    let square2 = currentSquare(oRe, oIm, xRe, xIm, v[o + 4]!, v[o + 5]!, v[k + 4]!, v[k + 5]!);
    if (isPower[row]) {
      square0 *= squareOf(v[o]!, v[o + 1]!);
      square1 *= squareOf(v[o + 2]!, v[o + 3]!);
      square2 *= squareOf(v[o + 4]!, v[o + 5]!);
    }
    const percent = percentPerPu[row]!;
    out0[voltageRows + row] = percent * Math.sqrt(square0);
    out1[voltageRows + row] = percent * Math.sqrt(square1);
    out2[voltageRows + row] = percent * Math.sqrt(square2);
  }
}

function squareOf(re: number, im: number): number {
  return re * re + im * im;
}

/** |own·V_own + other·V_other|²; where the other end is open `other` is 0 and V_other any. */
function currentSquare(
  ownRe: number,
  ownIm: number,
  otherRe: number,
  otherIm: number,
  e: number,
  f: number,
  x: number,
  y: number,
): number {
  const a = ownRe * e - ownIm * f + (otherRe * x - otherIm * y);
  const b = ownRe * f + ownIm * e + (otherRe * y + otherIm * x);
  return a * a + b * b;
}

/** Slope of one row's value by every voltage [2·node], p.u. or percent per p.u., at the voltages v. */
export function rowGradient(w: WatchRows, row: number, v: Float64Array, out: Float64Array): void {
  const slopes = new Float64Array(4);
  writeGradient(w, row, v, slopes, 0);
  out.fill(0);
  const { own, other } = nodesOfRow(w, row);
  out[2 * own] = slopes[0]!;
  out[2 * own + 1] = slopes[1]!;
  if (other < 0) return;
  out[2 * other]! += slopes[2]!;
  out[2 * other + 1]! += slopes[3]!;
}

/** [4·rows] of every row the slopes by real and imaginary part of its own voltage and of the one at the other end. */
export function rowGradients(w: WatchRows, v: Float64Array): Float64Array {
  const out = new Float64Array(4 * rowCount(w));
  for (let row = 0; 4 * row < out.length; row++) writeGradient(w, row, v, out, 4 * row);
  return out;
}

function nodesOfRow(w: WatchRows, row: number): { own: number; other: number } {
  const at = row - w.node.length;
  return at < 0 ? { own: w.node[row]!, other: -1 } : { own: w.own[at]!, other: w.other[at]! };
}

function writeGradient(w: WatchRows, row: number, v: Float64Array, out: Float64Array, to: number): void {
  const at = row - w.node.length;
  if (at < 0) {
    const i = 2 * w.node[row]!;
    const size = Math.sqrt(v[i]! * v[i]! + v[i + 1]! * v[i + 1]!);
    out[to] = v[i]! / size;
    out[to + 1] = v[i + 1]! / size;
    return;
  }
  const o = 2 * w.own[at]!;
  const k = 2 * w.other[at]!;
  const oRe = w.ownRe[at]!;
  const oIm = w.ownIm[at]!;
  const xRe = w.otherRe[at]!;
  const xIm = w.otherIm[at]!;
  let a = oRe * v[o]! - oIm * v[o + 1]!;
  let b = oRe * v[o + 1]! + oIm * v[o]!;
  if (k >= 0) {
    a += xRe * v[k]! - xIm * v[k + 1]!;
    b += xRe * v[k + 1]! + xIm * v[k]!;
  }
  const current = Math.sqrt(a * a + b * b);
  if (current === 0) return;
  const voltage = w.isPower[at] ? Math.sqrt(v[o]! * v[o]! + v[o + 1]! * v[o + 1]!) : 1;
  const scale = (w.percentPerPu[at]! * voltage) / current;
  out[to] = scale * (a * oRe + b * oIm);
  out[to + 1] = scale * (b * oRe - a * oIm);
  if (k >= 0) {
    out[to + 2] = scale * (a * xRe + b * xIm);
    out[to + 3] = scale * (b * xRe - a * xIm);
  }
  if (!w.isPower[at]) return;
  out[to]! += (w.percentPerPu[at]! * current * v[o]!) / voltage;
  out[to + 1]! += (w.percentPerPu[at]! * current * v[o + 1]!) / voltage;
}

/**
 * Raises what is allowed to the values a schedule has by itself, where they are beyond what was allowed so far.
 * @param before what an earlier check of the same interval allowed: as long as the values keep it there is no more, or the room would
 * be given anew with every question and many questions would add up
 * @returns whether anything was raised
 */
export function allowScheduled(w: Watch, values: Float64Array, before: Allowed | null): boolean {
  const voltageRows = w.node.length;
  let raised = false;
  for (let row = 0; row < voltageRows; row++) {
    const value = values[row]!;
    if (value > w.allowedHigh[row]!) {
      const most = Math.ceil((value + WORSENING_PU) / QUANTUM_PU) * QUANTUM_PU;
      w.allowedHigh[row] = kept(value, most, before?.allowedHigh[row], 1);
      raised = true;
    }
    if (value < w.allowedLow[row]!) {
      const least = Math.floor((value - WORSENING_PU) / QUANTUM_PU) * QUANTUM_PU;
      w.allowedLow[row] = kept(value, least, before?.allowedLow[row], -1);
      raised = true;
    }
  }
  for (let row = 0; row < w.branch.length; row++) {
    const value = values[voltageRows + row]!;
    if (!(value > w.allowedMax[row]!)) continue;
    const most = Math.ceil((value + WORSENING_PERCENT) / QUANTUM_PERCENT) * QUANTUM_PERCENT;
    w.allowedMax[row] = kept(value, most, before?.allowedMax[row], 1);
    raised = true;
  }
  return raised;
}

/** The tighter of fresh and earlier allowance, where the value keeps the earlier one. */
function kept(value: number, fresh: number, before: number | undefined, side: 1 | -1): number {
  if (before === undefined || side * (value - before) > 0) return fresh;
  return side * Math.min(side * fresh, side * before);
}

/** The row that oversteps what is allowed by the largest share of its limit; null when none does. */
export function mostOverstepped(w: Watch, values: Float64Array): WatchedLimit | null {
  const voltageRows = w.node.length;
  let most = 0;
  let found: WatchedLimit | null = null;
  for (let row = 0; row < voltageRows; row++) {
    const value = values[row]!;
    if (value > w.allowedHigh[row]!) {
      const over = (value - w.allowedHigh[row]!) / w.span[row]!;
      if (over > most) {
        most = over;
        found = { limit: 'voltage-high', row };
      }
    } else if (value < w.allowedLow[row]!) {
      const over = (w.allowedLow[row]! - value) / w.span[row]!;
      if (over > most) {
        most = over;
        found = { limit: 'voltage-low', row };
      }
    }
  }
  for (let row = 0; row < w.branch.length; row++) {
    const value = values[voltageRows + row]!;
    if (!(value > w.allowedMax[row]!)) continue;
    const over = (value - w.allowedMax[row]!) / w.max[row]!;
    if (over > most) {
      most = over;
      found = { limit: loadingKind(w.model.network, w.branch[row]!), row: voltageRows + row };
    }
  }
  return found;
}

/** Share of the room of a row that a move uses; 0 or less where it leads away from the limit. */
export function shareOfRoom(w: Watch, row: number, before: number, moved: number): number {
  const at = row - w.node.length;
  if (at >= 0) return moved / (w.allowedMax[at]! - before);
  return moved > 0 ? moved / (w.allowedHigh[row]! - before) : moved / (w.allowedLow[row]! - before);
}

/**
 * Of the limits that `values` is nearer to than `before` was, the one of whose room the largest share is used: the one
 * that would bind first if the change were larger. null when nothing moved towards a limit.
 */
export function firstToBind(
  w: Watch,
  before: Float64Array,
  values: Float64Array,
): { limit: WatchedLimit; share: number } | null {
  let share = 0;
  let found = -1;
  const { allowedLow, allowedHigh, allowedMax } = w;
  const voltageRows = w.node.length;
  // A quotient only where it is the largest so far: moved/room > share is moved > share·room.
  for (let row = 0; row < voltageRows; row++) {
    const was = before[row]!;
    const moved = values[row]! - was;
    const size = Math.abs(moved);
    const room = moved > 0 ? allowedHigh[row]! - was : was - allowedLow[row]!;
    if (size > share * room) {
      share = size / room;
      found = row;
    }
  }
  for (let row = 0; row < allowedMax.length; row++) {
    const was = before[voltageRows + row]!;
    const moved = values[voltageRows + row]! - was;
    const room = allowedMax[row]! - was;
    if (moved > share * room) {
      share = moved / room;
      found = voltageRows + row;
    }
  }
  return found < 0 ? null : { limit: limitOfRow(w, found, values[found]! > before[found]!), share };
}

export function limitOfRow(w: WatchRows, row: number, isRising: boolean): WatchedLimit {
  if (row >= w.node.length) {
    return { limit: loadingKind(w.model.network, w.branch[row - w.node.length]!), row };
  }
  return { limit: isRising ? 'voltage-high' : 'voltage-low', row };
}

/** The given limit of a row, and what decides in its place where the schedule is beyond it. */
export function limitValues(w: Watch, { limit, row }: WatchedLimit): { given: number; allowed: number } {
  if (limit === 'voltage-high') return { given: w.high[row]!, allowed: w.allowedHigh[row]! };
  if (limit === 'voltage-low') return { given: w.low[row]!, allowed: w.allowedLow[row]! };
  const at = row - w.node.length;
  return { given: w.max[at]!, allowed: w.allowedMax[at]! };
}

/** Id of the bus or branch a row belongs to. */
export function elementOf(w: WatchRows, row: number): string {
  const { bus, branch } = w.model.network;
  return row < w.node.length ? bus.id[w.bus[row]!]! : branch.id[w.branch[row - w.node.length]!]!;
}

function orInfinity(limit: number, sign: 1 | -1): number {
  return Number.isNaN(limit) ? sign * Number.POSITIVE_INFINITY : limit;
}

const SQRT3 = Math.sqrt(3);
