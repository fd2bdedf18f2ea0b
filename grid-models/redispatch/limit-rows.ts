/**
 * The limits of a solved state as rows of a linear programme: how far each is overstepped, and how that changes with every measure.
 *
 * Voltages and loadings are made comparable as in the assessment: "over" is what a value is beyond its limit, in percent of what is
 * permitted (of the limit for a loading, of half the band for a voltage), negative inside. About a solved state
 *
 *     over(p) = over(p0) + Σ_k s_k·(p_k − p0_k),    s_k = Σ_j f_kj · ∂over/∂P(bus_kj)
 *
 * over the impulses j of measure k in the row's period: what it does there per kW, at once or as a rebound. One adjoint solve gives
 * a row for all buses.
 */
import type { GridModel } from '../network/build.ts';
import type { Injection, SolvedState } from '../power-flow/result.ts';
import { type LimitReading, readings } from '../security/assessment.ts';
import { type Limits, voltageScale } from '../security/limits.ts';
import { effectOnElement, type Sensitivities } from '../sensitivity/voltage-and-flow.ts';

/** One delivery interval, as scheduled. */
export interface GridPeriod {
  readonly model: GridModel;
  /** Per bus, MW and Mvar, generation positive. */
  readonly injection: Injection;
  readonly limits: Limits;
  /** The solved schedule, where it is known already. */
  readonly state?: SolvedState;
}

/** Something whose quantity is chosen, kW ≥ 0. */
export interface Measure {
  readonly id: string;
  readonly kwMax: number;
  readonly impulses: readonly Impulse[];
}

/** Change of injection at a bus (row of the bus table) in a period, kW per kW of the measure. */
export interface Impulse {
  readonly period: number;
  readonly bus: number;
  readonly kwPerKw: number;
}

/** One limit at one element in one period. */
export interface PeriodReading extends LimitReading {
  readonly period: number;
  /** Percent of what is permitted, negative inside the limit. */
  readonly overPercent: number;
  /** Percent of what is permitted per unit of the value. */
  readonly percentPerUnit: number;
}

export interface LimitRow {
  readonly reading: PeriodReading;
  /** Whether the schedule itself keeps the limit: a measure must not change that. */
  readonly isKept: boolean;
  /** [measure] percent of what is permitted per kW; negative relieves. */
  readonly perKw: Float64Array;
}

/** Same limit, same element, same period. */
export function keyOf({
  period,
  limit,
  element,
}: {
  period: number;
  limit: string;
  element: string;
}): string {
  return `${period} ${limit} ${element}`;
}

/** Every given limit of a period in a state, by key. */
export function readPeriod(
  { model: { network }, limits }: GridPeriod,
  period: number,
  state: SolvedState,
): Map<string, PeriodReading> {
  const { busRow } = rowsById(network);
  const out = new Map<string, PeriodReading>();
  for (const reading of readings(network, limits, state)) {
    const permitted =
      reading.unit === '%' ? reading.limitValue : bandOf(limits, busRow.get(reading.element)!);
    const percentPerUnit = 100 / permitted;
    const full = { ...reading, period, percentPerUnit, overPercent: -reading.margin * percentPerUnit };
    out.set(keyOf(full), full);
  }
  return out;
}

/** @param sens slopes at the state that was read */
export function limitRow(
  reading: PeriodReading,
  isKept: boolean,
  state: SolvedState,
  sens: Sensitivities,
  measures: readonly Measure[],
): LimitRow {
  const { perBus, factor } = slopesOf(reading, state, sens);
  const perKw = new Float64Array(measures.length);
  for (let k = 0; k < perKw.length; k++) {
    let sum = 0;
    for (const { period, bus, kwPerKw } of measures[k]!.impulses)
      if (period === reading.period) sum += kwPerKw * perBus[bus]!;
    perKw[k] = factor * sum;
  }
  return { reading, isKept, perKw };
}

/** Percent of what is permitted per kW injected: factor · perBus [nBus]. */
function slopesOf(
  { limit, element, unit, value, percentPerUnit }: PeriodReading,
  state: SolvedState,
  sens: Sensitivities,
): { perBus: Float64Array; factor: number } {
  const { busRow, branchRow } = rowsById(sens.model.network);
  if (unit === 'p.u.') {
    const perBus = effectOnElement(sens, { kind: 'voltage', bus: busRow.get(element)! });
    return { perBus, factor: limit === 'voltage-low' ? -percentPerUnit : percentPerUnit };
  }
  const branch = branchRow.get(element)!;
  const perBus = effectOnElement(sens, { kind: 'loading', branch });
  // Slopes are in percent of the network's own rating; the limits may state another one.
  const ofOwnRating = value / state.loadingPercent[branch]!;
  return { perBus, factor: percentPerUnit * (Number.isFinite(ofOwnRating) ? ofOwnRating : 1) };
}

function bandOf(limits: Limits, bus: number): number {
  return voltageScale(limits.vmPuMin[bus]!, limits.vmPuMax[bus]!).span;
}

interface RowsById {
  readonly busRow: ReadonlyMap<string, number>;
  readonly branchRow: ReadonlyMap<string, number>;
}

const rowsOfNetwork = new WeakMap<object, RowsById>();

function rowsById(network: GridModel['network']): RowsById {
  let rows = rowsOfNetwork.get(network);
  if (!rows) {
    const byId = (ids: readonly string[]) => new Map(ids.map((id, row) => [id, row]));
    rows = { busRow: byId(network.bus.id), branchRow: byId(network.branch.id) };
    rowsOfNetwork.set(network, rows);
  }
  return rows;
}
