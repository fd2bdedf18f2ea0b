/**
 * Where a state uses most of the limits: one loading, one low and one high voltage, found in one pass over the voltages.
 *
 * The same values as `closest` of `security/assessment` gives, without a record per limit: a list of contingencies asks
 * thousands of times. Squares are compared; a root is taken of what is kept.
 */
import type { GridModel } from '../network/build.ts';
import type { LimitReading } from '../security/assessment.ts';
import { hasRating, type Limits, loadingKind, voltageScale } from '../security/limits.ts';

/** null where no live element has such a limit. */
export interface WorstLimits {
  readonly loading: LimitReading | null;
  readonly voltageLow: LimitReading | null;
  readonly voltageHigh: LimitReading | null;
  /** Limits overstepped, of all three kinds. */
  readonly violations: number;
}

export interface LimitScan {
  /**
   * Takes in a state; both questions are about the last one.
   * @param v      [2·node] voltages, p.u., interleaved; NaN at dead nodes
   * @param outage row of the branch that is out, -1 for none
   */
  read(v: Float64Array, outage: number): void;
  worst(): WorstLimits;
  /**
   * Is a limit used to more than `used` (1 at the limit) and more than in the base state: by over a hundredth, or from
   * within the limit to beyond it? A limit that the base state uses as much says nothing about the outage.
   * @param farther of a state that is an estimate: what is asked is whether so many times its change would be more
   */
  usesMore(used: number, farther?: number): boolean;
}

/** Increase of the used share that counts: a limit overstepped before does not make every outage critical. */
const USED_MORE_MIN = 0.01;

/** @param v0 [2·node] the base state */
export function limitScan(model: GridModel, limits: Limits, v0: Float64Array): LimitScan {
  const { network } = model;
  const { bus, branch } = network;
  const rated = ratedBranches(model, limits);
  const banded = bandedBuses(model, limits);
  /** Squares of the used shares of loadings, and signed shares of the bands (1 at the upper end, -1 at the lower). */
  const square = new Float64Array(rated.row.length);
  const share = new Float64Array(banded.row.length);
  const read = (v: Float64Array, outage: number): void => {
    readLoadings(rated, v, square);
    readVoltages(banded, v, share);
    const out = rated.place[outage] ?? -1;
    if (out >= 0) square[out] = Number.NaN;
  };
  read(v0, -1);
  const baseUsed = square.map(Math.sqrt);
  const baseShare = share.slice();

  const worst = (): WorstLimits => {
    let violations = 0;
    let loadingAt = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < square.length; k++) {
      if (square[k]! > 1) violations++;
      if (square[k]! > most) {
        most = square[k]!;
        loadingAt = k;
      }
    }
    let high = -1;
    let low = -1;
    let usedHigh = Number.NEGATIVE_INFINITY;
    let usedLow = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < share.length; k++) {
      const used = share[k]!;
      if (banded.hasHigh[k] && used > 1) violations++;
      if (banded.hasLow[k] && -used > 1) violations++;
      if (banded.hasHigh[k] && used > usedHigh) {
        usedHigh = used;
        high = k;
      }
      if (banded.hasLow[k] && -used > usedLow) {
        usedLow = -used;
        low = k;
      }
    }
    return {
      loading: loadingAt < 0 ? null : loadingReading(rated.row[loadingAt]!, Math.sqrt(most)),
      voltageLow: low < 0 ? null : voltageReading('voltage-low', low, usedLow),
      voltageHigh: high < 0 ? null : voltageReading('voltage-high', high, usedHigh),
      violations,
    };
  };

  const usesMore = (used: number, farther = 1): boolean => {
    for (let k = 0; k < square.length; k++)
      if (square[k]! > used * used && isMore(baseUsed[k]!, Math.sqrt(square[k]!), farther)) return true;
    for (let k = 0; k < share.length; k++) {
      if (banded.hasHigh[k] && share[k]! > used && isMore(baseShare[k]!, share[k]!, farther)) return true;
      if (banded.hasLow[k] && -share[k]! > used && isMore(-baseShare[k]!, -share[k]!, farther)) return true;
    }
    return false;
  };

  const loadingReading = (row: number, used: number): LimitReading => {
    const limitValue = limits.loadingPercentMax[row]!;
    const value = used * limitValue;
    const margin = limitValue - value;
    return {
      limit: loadingKind(network, row),
      element: branch.id[row]!,
      value,
      limitValue,
      margin,
      unit: '%',
      used,
    };
  };
  const voltageReading = (limit: 'voltage-low' | 'voltage-high', k: number, used: number): LimitReading => {
    const row = banded.row[k]!;
    const value = banded.middle[k]! + share[k]! * banded.span[k]!;
    const limitValue = (limit === 'voltage-low' ? limits.vmPuMin : limits.vmPuMax)[row]!;
    const margin = limit === 'voltage-low' ? value - limitValue : limitValue - value;
    return { limit, element: bus.id[row]!, value, limitValue, margin, unit: 'p.u.', used };
  };
  return { read, worst, usesMore };
}

function isMore(before: number, estimate: number, farther: number): boolean {
  const after = before + farther * (estimate - before);
  return after > before + USED_MORE_MIN || (after > 1 && before <= 1);
}

/** Live branches with a rating. */
interface RatedBranches {
  readonly row: Int32Array;
  /** [nBranch] place in `row`, -1 without. */
  readonly place: Int32Array;
  /** Two per branch; an open end shows the node of the other, its admittances are zero. */
  readonly node: Int32Array;
  /**
   * COLUMNS per branch: its two-port (ff, ft, tf, tt, each re and im), then what makes a square of the used share of
   * |I|² at the from and the to end and of |S|², all in p.u.; 0 without such a rating.
   */
  readonly columns: Float64Array;
}

const COLUMNS = 11;

function ratedBranches(model: GridModel, limits: Limits): RatedBranches {
  const { network, branchFromNode, branchToNode, branchAdmittance: y } = model;
  const { branch, bus, baseMva } = network;
  const row = Int32Array.from(
    Array.from({ length: branch.count }, (_, e) => e).filter(
      e => hasRating(limits, e) && (branchFromNode[e]! >= 0 || branchToNode[e]! >= 0),
    ),
  );
  const place = new Int32Array(branch.count).fill(-1);
  const node = new Int32Array(2 * row.length);
  const columns = new Float64Array(COLUMNS * row.length);
  const twoPort = [y.ffRe, y.ffIm, y.ftRe, y.ftIm, y.tfRe, y.tfIm, y.ttRe, y.ttIm];
  const kaPerPu = (at: number): number => baseMva / (Math.sqrt(3) * bus.vnKv[at]!);
  row.forEach((e, k) => {
    const from = branchFromNode[e]!;
    const to = branchToNode[e]!;
    place[e] = k;
    node[2 * k] = from < 0 ? to : from;
    node[2 * k + 1] = to < 0 ? from : to;
    const per = (unitPerPu: number, rating: number): number =>
      Number.isNaN(rating) ? 0 : ((100 * unitPerPu) / (rating * limits.loadingPercentMax[e]!)) ** 2;
    columns.set(
      [
        ...twoPort.map(column => column[e]!),
        per(kaPerPu(branch.from[e]!), limits.ratingFromKa[e]!),
        per(kaPerPu(branch.to[e]!), limits.ratingToKa[e]!),
        per(baseMva, limits.ratingMva[e]!),
      ],
      COLUMNS * k,
    );
  });
  return { row, place, node, columns };
}

function readLoadings({ node, columns }: RatedBranches, v: Float64Array, square: Float64Array): void {
  for (let k = 0, c = 0; k < square.length; k++, c += COLUMNS) {
    const from = 2 * node[2 * k]!;
    const to = 2 * node[2 * k + 1]!;
    const ef = v[from]!;
    const ff = v[from + 1]!;
    const et = v[to]!;
    const ft = v[to + 1]!;
    const reFrom = columns[c]! * ef - columns[c + 1]! * ff + columns[c + 2]! * et - columns[c + 3]! * ft;
    const imFrom = columns[c]! * ff + columns[c + 1]! * ef + columns[c + 2]! * ft + columns[c + 3]! * et;
    const reTo = columns[c + 4]! * ef - columns[c + 5]! * ff + columns[c + 6]! * et - columns[c + 7]! * ft;
    const imTo = columns[c + 4]! * ff + columns[c + 5]! * ef + columns[c + 6]! * ft + columns[c + 7]! * et;
    const perPower = columns[c + 10]!;
    const perFrom = Math.max(columns[c + 8]!, perPower * (ef * ef + ff * ff));
    const perTo = Math.max(columns[c + 9]!, perPower * (et * et + ft * ft));
    square[k] = Math.max((reFrom * reFrom + imFrom * imFrom) * perFrom, (reTo * reTo + imTo * imTo) * perTo);
  }
}

/** Live buses with a limit of voltage, with the scale of `voltageScale`. */
interface BandedBuses {
  readonly row: Int32Array;
  readonly node: Int32Array;
  readonly middle: Float64Array;
  readonly span: Float64Array;
  readonly hasLow: Uint8Array;
  readonly hasHigh: Uint8Array;
}

function bandedBuses({ nodeOfBus }: GridModel, { vmPuMin, vmPuMax }: Limits): BandedBuses {
  const row = Int32Array.from(
    Array.from({ length: nodeOfBus.length }, (_, b) => b).filter(
      b => nodeOfBus[b]! >= 0 && !(Number.isNaN(vmPuMin[b]) && Number.isNaN(vmPuMax[b])),
    ),
  );
  return {
    row,
    node: row.map(b => nodeOfBus[b]!),
    middle: Float64Array.from(row, b => voltageScale(vmPuMin[b]!, vmPuMax[b]!).middle),
    span: Float64Array.from(row, b => voltageScale(vmPuMin[b]!, vmPuMax[b]!).span),
    hasLow: Uint8Array.from(row, b => (Number.isNaN(vmPuMin[b]) ? 0 : 1)),
    hasHigh: Uint8Array.from(row, b => (Number.isNaN(vmPuMax[b]) ? 0 : 1)),
  };
}

function readVoltages({ node, middle, span }: BandedBuses, v: Float64Array, share: Float64Array): void {
  for (let k = 0; k < share.length; k++) share[k] = (magnitude(v, node[k]!) - middle[k]!) / span[k]!;
}

function magnitude(v: Float64Array, node: number): number {
  const e = v[2 * node]!;
  const f = v[2 * node + 1]!;
  return Math.sqrt(e * e + f * f);
}
