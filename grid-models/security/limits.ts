/**
 * The limits a state of the grid is held against: voltage bands of buses, ratings of branches.
 *
 * A limit that is not given is NaN and stays so: it cannot bind, and `limitsNotGiven` names it.
 */
import { BRANCH_KIND, type Network } from '../network/network.ts';

/**
 * What may last (10-minute means, continuous ratings), or what may be for a short time only: instantaneous voltages and
 * short-time ratings. EN 50160 and IEC 60076-7 give both, and they are two limits.
 */
export type LimitClass = 'lasting' | 'temporary';

/** The same words as in the records of the console. */
export type LimitKind = 'voltage-high' | 'voltage-low' | 'line-loading' | 'transformer-loading';

export interface Limits {
  /** [nBus] permitted voltage band, p.u. of the bus's vnKv. */
  readonly vmPuMin: Float64Array;
  readonly vmPuMax: Float64Array;
  /** [nBranch] continuous current rating at each end, kA. */
  readonly ratingFromKa: Float64Array;
  readonly ratingToKa: Float64Array;
  /** [nBranch] continuous apparent-power rating, MVA. */
  readonly ratingMva: Float64Array;
  /** [nBranch] permitted loading, percent of the rating. */
  readonly loadingPercentMax: Float64Array;
  /** What a state that does not last may have; absent: no more than a lasting one. */
  readonly temporary?: TemporaryLimits;
}

/** NaN, and where no lasting limit is given: as the lasting one. */
export interface TemporaryLimits {
  readonly vmPuMin: Float64Array;
  readonly vmPuMax: Float64Array;
  readonly loadingPercentMax: Float64Array;
}

/** The limits the network itself states. */
export function networkLimits({ bus, branch }: Network): Limits {
  return {
    vmPuMin: bus.vmPuMin,
    vmPuMax: bus.vmPuMax,
    ratingFromKa: branch.ratingFromKa,
    ratingToKa: branch.ratingToKa,
    ratingMva: branch.ratingMva,
    loadingPercentMax: branch.loadingPercentMax,
  };
}

/** The same limits with one voltage band, p.u., at every bus in place of the network's own. */
export function withVoltageBand(limits: Limits, vmPuLow: number, vmPuHigh: number): Limits {
  if (!(vmPuLow > 0 && vmPuLow < vmPuHigh)) {
    throw new RangeError(`voltage band ${vmPuLow} … ${vmPuHigh} p.u. is none: 0 < low < high is required`);
  }
  return {
    ...limits,
    vmPuMin: new Float64Array(limits.vmPuMin.length).fill(vmPuLow),
    vmPuMax: new Float64Array(limits.vmPuMax.length).fill(vmPuHigh),
  };
}

/**
 * The same limits, with a wider band and more loading for states that do not last.
 * @param vmPuLow,vmPuHigh p.u., at every bus; @param loadingPercent of the rating, at every branch
 */
export function withTemporary(
  limits: Limits,
  { vmPuLow, vmPuHigh, loadingPercent }: { vmPuLow: number; vmPuHigh: number; loadingPercent: number },
): Limits {
  const band = withVoltageBand(limits, vmPuLow, vmPuHigh);
  if (!(loadingPercent > 0)) throw new RangeError(`temporary loading ${loadingPercent} % is none`);
  const loadingPercentMax = new Float64Array(limits.loadingPercentMax.length).fill(loadingPercent);
  return { ...limits, temporary: { vmPuMin: band.vmPuMin, vmPuMax: band.vmPuMax, loadingPercentMax } };
}

/** The limits of one class, as limits of their own. */
export function limitsOfClass(limits: Limits, limitClass: LimitClass): Limits {
  const { temporary, ...lasting } = limits;
  if (limitClass === 'lasting' || !temporary) return lasting;
  const or = (short: Float64Array, long: Float64Array) =>
    long.map((limit, k) => (Number.isNaN(limit) || Number.isNaN(short[k]) ? limit : short[k]!));
  return {
    ...lasting,
    vmPuMin: or(temporary.vmPuMin, lasting.vmPuMin),
    vmPuMax: or(temporary.vmPuMax, lasting.vmPuMax),
    loadingPercentMax: or(temporary.loadingPercentMax, lasting.loadingPercentMax),
  };
}

/** Ids of elements in service that lack a limit, in the order of the network. */
export interface LimitsNotGiven {
  readonly voltageLow: readonly string[];
  readonly voltageHigh: readonly string[];
  /** Branches without any rating, or without a permitted loading. */
  readonly loading: readonly string[];
}

export function limitsNotGiven({ bus, branch }: Network, limits: Limits): LimitsNotGiven {
  const ids = (all: readonly string[], inService: Uint8Array, missing: (row: number) => boolean) =>
    all.filter((_, row) => inService[row] === 1 && missing(row));
  return {
    voltageLow: ids(bus.id, bus.inService, row => Number.isNaN(limits.vmPuMin[row])),
    voltageHigh: ids(bus.id, bus.inService, row => Number.isNaN(limits.vmPuMax[row])),
    loading: ids(branch.id, branch.inService, row => !hasRating(limits, row)),
  };
}

export function hasRating(limits: Limits, branch: number): boolean {
  if (Number.isNaN(limits.loadingPercentMax[branch])) return false;
  const { ratingFromKa, ratingToKa, ratingMva } = limits;
  return !(
    Number.isNaN(ratingFromKa[branch]) &&
    Number.isNaN(ratingToKa[branch]) &&
    Number.isNaN(ratingMva[branch])
  );
}

/** Which limit the loading of a branch is; impedances count as lines. */
export function loadingKind({ branch }: Network, row: number): LimitKind {
  return branch.kind[row] === BRANCH_KIND.transformer ? 'transformer-loading' : 'line-loading';
}

/** Share of a voltage limit that is used: 0 at the middle of the band, 1 at the limit, more beyond it. */
export interface VoltageScale {
  readonly middle: number;
  readonly span: number;
}

/**
 * Voltages and loadings have no common unit; to say which limit is closest, both are read as the used share of what is
 * permitted: loading / permitted loading, and distance from the middle of the band / half the band. With only one end
 * of the band given the middle is 1 p.u.
 */
export function voltageScale(vmPuMin: number, vmPuMax: number): VoltageScale {
  const low = Number.isNaN(vmPuMin) ? 2 - vmPuMax : vmPuMin;
  const high = Number.isNaN(vmPuMax) ? 2 - vmPuMin : vmPuMax;
  return { middle: (low + high) / 2, span: Math.max(Math.abs(high - low) / 2, VOLTAGE_SPAN_MIN) };
}

/** p.u.; a band narrower than this (both ends equal, or a single limit at 1 p.u.) would divide by nothing. */
const VOLTAGE_SPAN_MIN = 1e-3;
