/**
 * The grid as supervision sees it: schedules of delivery intervals, what they do to the network, what trades and measures
 * would do on top. Pure state and mathematics; lives in the solver's thread (worker.ts) and is spoken to through solver.ts.
 *
 * A schedule is an injection per bus, MW and Mvar, generation positive. One that was never set, or has no solution, has no values.
 */
import { buildModel, type GridModel } from '../../../grid-models/network/build.ts';
import type { ConnectionPoint, Network } from '../../../grid-models/network/network.ts';
import type { Injection, PowerFlowResult, SolvedState } from '../../../grid-models/power-flow/result.ts';
import { solve } from '../../../grid-models/power-flow/solve.ts';
import { type LimitReading, readings } from '../../../grid-models/security/assessment.ts';
import type { AllowedOfClasses } from '../../../grid-models/security/interval-solver.ts';
import { type Limits, networkLimits } from '../../../grid-models/security/limits.ts';
import { type SegmentRoom, segmentRoom } from '../../../grid-models/security/segment-room.ts';
import {
  type CheckPolicy,
  openInterval,
  type TradeVerdict,
} from '../../../grid-models/security/trade-check.ts';
import {
  trafficLights,
  type WorstBySegment,
  worstBySegment,
} from '../../../grid-models/security/traffic-light.ts';
import { effectOnElement, sensitivities } from '../../../grid-models/sensitivity/voltage-and-flow.ts';
import {
  type NodalPrices,
  nodalPrices,
  type Tariff,
  tradeFee,
} from '../../../grid-models/tariff/nodal-fee.ts';
import type { FeeParts, Light, LimitKind, MovedLimit } from '../../records/supervision.ts';
import { type TradeEnds, tradeBuses } from './trade-buses.ts';
import { noFootprint, type TradeFootprint, type TradeToTrace, tradeFootprint } from './trade-footprint.ts';

export interface TradeToJudge extends TradeEnds {
  readonly id: string;
  readonly energyWh: number;
}

export interface JudgedTrade {
  readonly verdict: TradeVerdict;
  /** null where there is no verdict that lets energy flow. */
  readonly fee: FeeParts | null;
}

/** Values of one interval, per row of the network's tables; NaN for dead elements. */
export interface IntervalValues {
  readonly interval: number;
  readonly solved: boolean;
  /** Why there are no values. */
  readonly missing: string | null;
  readonly vmPu: Float32Array;
  readonly loadingPercent: Float32Array;
  readonly pFromMw: Float32Array;
  /** Sum of what the slack buses feed in, MW. */
  readonly importMw: number;
}

/** The closest limits of an interval: what overview, slider and risks are made of. */
export interface IntervalSummary {
  readonly interval: number;
  readonly solved: boolean;
  readonly missing: string | null;
  readonly worstLoading: { readonly element: string; readonly percent: number } | null;
  readonly vmPuMin: number | null;
  readonly vmPuMax: number | null;
  readonly importMw: number | null;
  /** Limits used to the share asked for or more, the most used first. */
  readonly near: readonly NearLimit[];
  /** By segment, where a reading exists: worst branch and voltage band. */
  readonly segments: readonly SegmentSummary[];
}

export interface NearLimit {
  readonly element: string;
  readonly segment: string;
  readonly limit: LimitKind;
  readonly value: number;
  readonly limitValue: number;
  readonly margin: number;
  readonly unit: string;
  readonly used: number;
}

export interface SegmentSummary {
  readonly segment: string;
  readonly worstElement: string | null;
  readonly loadingPercent: number | null;
  readonly vmPuMin: number | null;
  readonly vmPuMax: number | null;
}

export interface SegmentLightRow {
  readonly segment: string;
  readonly light: Light;
  readonly element: string | null;
  readonly limit: string | null;
}

/** Where an interval leaves room for more and for less injection. */
export interface IntervalRoom {
  /** Why nothing can be said of any segment; null when the interval is solved. */
  readonly missing: string | null;
  /** A segment without a row is unknown, not open. */
  readonly segments: readonly SegmentRoom[];
}

/** What a change of 1 kW at a point does to one element, and where the element stands. */
export interface ElementSlopes {
  readonly solved: boolean;
  readonly value: number;
  readonly limitValue: number;
  readonly unit: string;
  readonly limit: LimitKind;
  /** Change of the value per kW more injection, by point id. */
  readonly perKw: ReadonlyMap<string, number>;
}

export interface MeasureEffect {
  readonly solved: boolean;
  readonly missing: string | null;
  readonly before: number;
  readonly after: number;
  readonly limitValue: number;
  readonly unit: string;
  /** Limits that hold before and are violated after. */
  readonly newViolations: readonly string[];
}

/** A change of injection on top of a schedule and of what was decided already, kW per point, more injection positive. */
export interface ImpactQuestion {
  readonly interval: number;
  /** The schedule as the market has it now; null: there is no forecast. */
  readonly injection: Injection | null;
  readonly already: readonly PointChange[];
  readonly changes: readonly PointChange[];
}

export interface PointChange {
  readonly point: string;
  readonly kw: number;
}

/** What a change does to the limits of the whole grid, by AC power flow. */
export interface GridImpact {
  readonly solved: boolean;
  readonly missing: string | null;
  /** Of the limits that it visibly moves the one most used afterwards; of all limits where it moves none. */
  readonly worst: MovedLimit | null;
  /** Limits that hold without it and not with it, and violated ones that it makes worse; the worst first. */
  readonly broken: readonly MovedLimit[];
}

/** A limit that moves by less shows the same figure before and after: percentage points, p.u. */
const SEEN_MIN = { '%': 0.1, 'p.u.': 0.0001 } as const;
/**
 * A violated limit that is worse by less is not made worse: percentage points, p.u. Far below what a screen shows, so that many small changes, each
 * judged on top of those before it, do not add up to one that is seen.
 */
const WORSE_MIN = { '%': 0.01, 'p.u.': 0.00001 } as const;
/** From this used share of a limit on an element is listed as near it. */
const NEAR_FROM_USED = 0.9;
const NEAR_LISTED_MAX = 50;
const HOURS = 0.25;

export class GridCore {
  readonly #network: Network;
  readonly #model: GridModel;
  readonly #limits: Limits;
  readonly #busOfPoint: ReadonlyMap<string, number>;
  readonly #policy: CheckPolicy;
  readonly #tariff: Tariff;
  readonly #networkVersion: string;
  readonly #schedules = new Map<number, Injection>();
  readonly #states = new Map<number, PowerFlowResult>();
  readonly #worst = new WeakMap<SolvedState, WorstBySegment>();
  /** What was allowed in place of violated limits, by interval: the room is given once, not with every question. */
  readonly #allowed = new Map<number, AllowedOfClasses>();

  constructor(
    network: Network,
    points: readonly ConnectionPoint[],
    options: {
      readonly policy: CheckPolicy;
      readonly tariff: Tariff;
      readonly networkVersion: string;
    },
  ) {
    this.#network = network;
    this.#model = buildModel(network);
    this.#limits = networkLimits(network);
    this.#busOfPoint = new Map(points.map(point => [point.id, point.bus]));
    this.#policy = options.policy;
    this.#tariff = options.tariff;
    this.#networkVersion = options.networkVersion;
  }

  /** @param injection per bus: baseline, accepted trades, activations, curtailment */
  setSchedule(interval: number, injection: Injection): void {
    this.#schedules.set(interval, injection);
    this.#states.delete(interval);
  }

  /** Past intervals are forgotten here; their values were stored. */
  forgetBefore(interval: number): void {
    for (const known of this.#schedules.keys()) {
      if (known >= interval) continue;
      this.#schedules.delete(known);
      this.#states.delete(known);
      this.#allowed.delete(known);
    }
  }

  /** Judges trades of one interval in the order given, each on top of those that passed before it in this call. */
  judge(interval: number, trades: readonly TradeToJudge[]): JudgedTrade[] {
    const injection = this.#schedules.get(interval);
    if (!injection)
      return trades.map(trade => ({
        verdict: held(trade, 'noConvergence', 'There is no schedule for this interval.'),
        fee: null,
      }));
    const allowedBefore = this.#allowed.get(interval);
    const check = openInterval({
      model: this.#model,
      injection,
      limits: this.#limits,
      policy: this.#policy,
      networkVersion: this.#networkVersion,
      ...(allowedBefore ? { allowedBefore } : {}),
    });
    this.#allowed.set(interval, check.solver.allowed());
    const prices = this.#prices(check.state);
    return trades.map(trade => {
      const buses = tradeBuses(this.#model, this.#busOfPoint, trade);
      if ('missing' in buses) return { verdict: held(trade, 'deadBus', buses.missing), fee: null };
      if (!Number.isSafeInteger(trade.energyWh))
        return {
          verdict: held(trade, 'noConvergence', 'Held: no grid can carry so much energy in one interval.'),
          fee: null,
        };
      const checked = { id: trade.id, ...buses, energyWh: trade.energyWh, hours: HOURS };
      const verdict = check.check(checked);
      if (verdict.energySafeWh > 0) check.accept(checked, verdict.energySafeWh);
      const fee =
        verdict.energySafeWh > 0 && prices
          ? tradeFee(prices, this.#tariff, { ...buses, energyWh: BigInt(verdict.energySafeWh) })
          : null;
      return { verdict, fee };
    });
  }

  values(interval: number): IntervalValues {
    const state = this.#state(interval);
    if (!state?.converged) {
      const nothing = (n: number) => new Float32Array(n).fill(Number.NaN);
      const { bus, branch } = this.#network;
      return {
        interval,
        solved: false,
        missing: missing(state),
        vmPu: nothing(bus.count),
        loadingPercent: nothing(branch.count),
        pFromMw: nothing(branch.count),
        importMw: Number.NaN,
      };
    }
    return {
      interval,
      solved: true,
      missing: null,
      vmPu: Float32Array.from(state.vmPu),
      loadingPercent: Float32Array.from(state.loadingPercent),
      pFromMw: Float32Array.from(state.pFromMw),
      importMw: importOf(state),
    };
  }

  summaries(intervals: readonly number[]): IntervalSummary[] {
    return intervals.map(interval => this.#summary(interval));
  }

  /** @param coming the intervals whose forecast counts; the first is the running one */
  lights(running: number, coming: readonly number[]): SegmentLightRow[] {
    return trafficLights({
      network: this.#network,
      now: this.#worstOf(running),
      forecast: coming.map(interval => this.#worstOf(interval)),
    });
  }

  room(interval: number): IntervalRoom {
    const state = this.#state(interval);
    return state?.converged
      ? { missing: null, segments: segmentRoom(this.#model, this.#limits, state) }
      : { missing: missing(state), segments: [] };
  }

  /** @returns null when the element is unknown, has no limit, or the interval has no state */
  slopes(interval: number, element: string): ElementSlopes | null {
    const state = this.#state(interval);
    const sens = state?.converged ? sensitivities(this.#model, state) : null;
    if (!state?.converged || !sens) return null;
    const reading = this.#closestReading(state, element);
    if (!reading) return null;
    const row = this.#rowOf(reading);
    const perBus = effectOnElement(
      sens,
      row.table === 'bus' ? { kind: 'voltage', bus: row.row } : { kind: 'loading', branch: row.row },
    );
    const perKw = new Map<string, number>();
    for (const [point, bus] of this.#busOfPoint) perKw.set(point, perBus[bus] ?? 0);
    return {
      solved: true,
      value: reading.value,
      limitValue: reading.limitValue,
      unit: reading.unit,
      limit: reading.limit,
      perKw,
    };
  }

  /** AC solution with changes of injection on top of the schedule. @param changes kW per point, more injection positive */
  effect(
    interval: number,
    element: string,
    changes: readonly { readonly point: string; readonly kw: number }[],
  ): MeasureEffect {
    const nothing = {
      solved: false,
      before: Number.NaN,
      after: Number.NaN,
      limitValue: Number.NaN,
      unit: '',
      newViolations: [],
    };
    const injection = this.#schedules.get(interval);
    const before = this.#state(interval);
    if (!injection || !before?.converged) return { ...nothing, missing: missing(before) };
    const pMw = Float64Array.from(injection.pMw);
    for (const change of changes) {
      const bus = this.#busOfPoint.get(change.point);
      if (bus === undefined)
        return { ...nothing, missing: `Connection point ${change.point} is not in this network.` };
      pMw[bus] = (pMw[bus] ?? 0) + change.kw / 1000;
    }
    const after = solve(this.#model, { pMw, qMvar: injection.qMvar }, { start: before });
    if (!after.converged) return { ...nothing, missing: after.message };
    const was = this.#closestReading(before, element);
    const is = was && this.#closestReading(after, element, was.unit);
    if (!was || !is) return { ...nothing, missing: `There is no limit given for ${element}.` };
    const violatedBefore = new Set(this.#violations(before));
    return {
      solved: true,
      missing: null,
      before: was.value,
      after: is.value,
      limitValue: is.limitValue,
      unit: is.unit,
      newViolations: this.#violations(after).filter(v => !violatedBefore.has(v)),
    };
  }

  /** Looks at every limit: who asks does not know beforehand which one a change endangers. */
  impact({ interval, injection, already, changes }: ImpactQuestion): GridImpact {
    const unknown = (why: string): GridImpact => ({ solved: false, missing: why, worst: null, broken: [] });
    if (!injection) return unknown(missing(null));
    const stranger = [...already, ...changes].find(({ point }) => !this.#busOfPoint.has(point));
    if (stranger) return unknown(`Connection point ${stranger.point} is not in this network.`);
    const known = this.#states.get(interval);
    const base = this.#changed(injection, already);
    const before = solve(this.#model, base, known?.converged ? { start: known } : {});
    if (!before.converged) return unknown(missing(before));
    const after = solve(this.#model, this.#changed(base, changes), { start: before });
    if (!after.converged) return unknown(missing(after));
    const was = new Map(
      readings(this.#network, this.#limits, before).map(r => [`${r.limit} ${r.element}`, r.value]),
    );
    const limits = readings(this.#network, this.#limits, after)
      .map(reading => ({ reading, before: was.get(`${reading.limit} ${reading.element}`) ?? Number.NaN }))
      .sort((a, b) => b.reading.used - a.reading.used);
    const isSeen = (l: LimitMove) => Math.abs(l.reading.value - l.before) >= SEEN_MIN[l.reading.unit];
    const worst = limits.find(isSeen) ?? limits[0];
    return {
      solved: true,
      missing: null,
      worst: worst ? movedLimit(worst) : null,
      broken: limits.filter(isBroken).map(movedLimit),
    };
  }

  #changed({ pMw, qMvar }: Injection, changes: readonly PointChange[]): Injection {
    const changed = Float64Array.from(pMw);
    for (const { point, kw } of changes) {
      const bus = this.#busOfPoint.get(point);
      if (bus !== undefined) changed[bus] = (changed[bus] ?? 0) + kw / 1000;
    }
    return { pMw: changed, qMvar };
  }

  /** What one trade does to the grid, and what of the grid's flows is the trade's. */
  footprint(interval: number, trade: TradeToTrace): TradeFootprint {
    const injection = this.#schedules.get(interval);
    const state = this.#state(interval);
    if (!injection || !state?.converged) return noFootprint(missing(state));
    return tradeFootprint({ model: this.#model, injection, state }, this.#busOfPoint, trade, HOURS);
  }

  #state(interval: number): PowerFlowResult | null {
    const known = this.#states.get(interval);
    if (known) return known;
    const injection = this.#schedules.get(interval);
    if (!injection) return null;
    const neighbour = this.#states.get(interval - 900);
    const state = solve(this.#model, injection, neighbour?.converged ? { start: neighbour } : {});
    this.#states.set(interval, state);
    return state;
  }

  /** Asked for with every change of any interval, so it is kept with the state. */
  #worstOf(interval: number): WorstBySegment | null {
    const state = this.#state(interval);
    if (!state?.converged) return null;
    const known = this.#worst.get(state);
    if (known) return known;
    const worst = worstBySegment(this.#network, this.#limits, state);
    this.#worst.set(state, worst);
    return worst;
  }

  #summary(interval: number): IntervalSummary {
    const state = this.#state(interval);
    if (!state?.converged) {
      return {
        interval,
        solved: false,
        missing: missing(state),
        worstLoading: null,
        vmPuMin: null,
        vmPuMax: null,
        importMw: null,
        near: [],
        segments: [],
      };
    }
    const all = readings(this.#network, this.#limits, state);
    const near = all
      .filter(reading => reading.used >= NEAR_FROM_USED)
      .sort((a, b) => b.used - a.used)
      .slice(0, NEAR_LISTED_MAX)
      .map(reading => ({ ...reading, segment: this.#segmentOf(reading) }));
    const worst = indexOfMax(state.loadingPercent);
    return {
      interval,
      solved: true,
      missing: null,
      worstLoading:
        worst < 0
          ? null
          : { element: this.#network.branch.id[worst] ?? '', percent: state.loadingPercent[worst] ?? 0 },
      ...voltageBand(state.vmPu),
      importMw: importOf(state),
      near,
      segments: this.#segments(state),
    };
  }

  #segments(state: SolvedState): SegmentSummary[] {
    const { bus, branch } = this.#network;
    const rows = new Map<string, { worst: number; vmPuMin: number; vmPuMax: number }>();
    const rowOf = (segment: string) => {
      const row = rows.get(segment) ?? {
        worst: -1,
        vmPuMin: Number.POSITIVE_INFINITY,
        vmPuMax: Number.NEGATIVE_INFINITY,
      };
      rows.set(segment, row);
      return row;
    };
    for (let b = 0; b < bus.count; b++) {
      const v = state.vmPu[b] ?? Number.NaN;
      if (Number.isNaN(v)) continue;
      const row = rowOf(bus.segment[b] ?? '');
      row.vmPuMin = Math.min(row.vmPuMin, v);
      row.vmPuMax = Math.max(row.vmPuMax, v);
    }
    for (let e = 0; e < branch.count; e++) {
      const loading = state.loadingPercent[e] ?? Number.NaN;
      if (Number.isNaN(loading)) continue;
      const row = rowOf(this.#branchSegment(e));
      if (row.worst < 0 || loading > (state.loadingPercent[row.worst] ?? 0)) row.worst = e;
    }
    return [...rows].map(([segment, row]) => ({
      segment,
      worstElement: row.worst < 0 ? null : (branch.id[row.worst] ?? null),
      loadingPercent: row.worst < 0 ? null : (state.loadingPercent[row.worst] ?? null),
      vmPuMin: Number.isFinite(row.vmPuMin) ? row.vmPuMin : null,
      vmPuMax: Number.isFinite(row.vmPuMax) ? row.vmPuMax : null,
    }));
  }

  #prices(state: PowerFlowResult): NodalPrices | null {
    if (!state.converged) return null;
    const sens = sensitivities(this.#model, state);
    return sens && nodalPrices(sens, state, this.#limits, this.#tariff);
  }

  /** @param unit says which is meant where a bus and a branch have the same id; the one nearer to its limit when it is not said */
  #closestReading(
    state: SolvedState,
    element: string,
    unit?: LimitReading['unit'],
  ): LimitReading | undefined {
    return readings(this.#network, this.#limits, state)
      .filter(reading => reading.element === element && (unit === undefined || reading.unit === unit))
      .sort((a, b) => b.used - a.used)[0];
  }

  #violations(state: SolvedState): string[] {
    return readings(this.#network, this.#limits, state)
      .filter(reading => reading.margin < 0)
      .map(reading => `${reading.element} ${reading.limit}`);
  }

  /** Buses and branches have ids of their own, which may be the same number: the unit says which table is meant. */
  #rowOf({ element, unit }: LimitReading): { table: 'bus' | 'branch'; row: number } {
    return unit === 'p.u.'
      ? { table: 'bus', row: this.#network.bus.id.indexOf(element) }
      : { table: 'branch', row: this.#network.branch.id.indexOf(element) };
  }

  #segmentOf(reading: LimitReading): string {
    const { table, row } = this.#rowOf(reading);
    return table === 'bus' ? (this.#network.bus.segment[row] ?? '') : this.#branchSegment(row);
  }

  /** A transformer counts to what it feeds: the segment of its to end, as in the traffic light. */
  #branchSegment(row: number): string {
    const { bus, branch } = this.#network;
    return bus.segment[branch.to[row] ?? 0] || bus.segment[branch.from[row] ?? 0] || '';
  }
}

interface LimitMove {
  readonly reading: LimitReading;
  readonly before: number;
}

function isBroken({ reading, before }: LimitMove): boolean {
  if (reading.margin >= 0) return false;
  const worse = reading.limit === 'voltage-low' ? before - reading.value : reading.value - before;
  const held = reading.limit === 'voltage-low' ? before >= reading.limitValue : before <= reading.limitValue;
  // A limit without a value before was dead: it is not known to have held.
  return held || !(worse < WORSE_MIN[reading.unit]);
}

function movedLimit({ reading, before }: LimitMove): MovedLimit {
  const { element, limit, value, limitValue, unit } = reading;
  return { element, limit, before, after: value, limitValue, unit };
}

function held(trade: TradeToJudge, cause: TradeVerdict['cause'], reason: string): TradeVerdict {
  return {
    id: trade.id,
    verdict: 'held',
    energyAskedWh: trade.energyWh,
    energySafeWh: 0,
    binding: null,
    decidedBy: 'none',
    cause,
    reason,
    notes: [],
    inputHash: '',
  };
}

function missing(state: PowerFlowResult | null): string {
  if (state === null) return 'There is no forecast for this interval yet.';
  return state.converged ? '' : `The power flow has no solution: ${state.message}`;
}

function importOf(state: SolvedState): number {
  return state.slack.reduce((sum, slack) => sum + slack.pMw, 0);
}

function voltageBand(vmPu: Float64Array): { vmPuMin: number | null; vmPuMax: number | null } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const v of vmPu) {
    if (Number.isNaN(v)) continue;
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  return Number.isFinite(low) ? { vmPuMin: low, vmPuMax: high } : { vmPuMin: null, vmPuMax: null };
}

function indexOfMax(values: Float64Array): number {
  let best = -1;
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? Number.NaN;
    if (!Number.isNaN(value) && (best < 0 || value > (values[best] ?? 0))) best = k;
  }
  return best;
}
