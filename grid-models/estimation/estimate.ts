/**
 * Weighted least squares state estimation (Schweppe & Wildes 1970) with bad-data detection.
 *
 *     minimise J(x) = Σ (z_i − h_i(x))² / σ_i²      by Gauss-Newton:   G Δx = HᵀR⁻¹ r,   G = HᵀR⁻¹H
 *
 * A reading is judged by its normalised residual |r_i| / √Ω_ii with Ω = R − H G⁻¹ Hᵀ (Handschin et al. 1975): for a sound
 * reading it is a standard normal quantity. The largest one above BAD_RESIDUAL is taken out and the estimate repeated. A
 * reading without a second one to check it (Ω_ii = 0) is critical: it cannot be judged and is listed as such.
 */
import type { GridModel } from '../network/build.ts';
import { branchFlows } from '../power-flow/flows.ts';
import { analyseFree, startAngles } from '../power-flow/linear.ts';
import { factoriseReal, realLu, solveReal } from '../sparse/real-lu.ts';
import { selectedInverse } from '../sparse/selected-inverse.ts';
import { fillGain, gainOf } from './gain.ts';
import {
  type Equation,
  equationOf,
  evaluateEquation,
  type Measurement,
  numberStates,
} from './measurement.ts';
import { unmeasured } from './observability.ts';

/** Normalised residual above which a reading is bad: a sound one exceeds it once in 370. */
const BAD_RESIDUAL = 3;
/** Ω_ii below this share of σ² is rounding: nothing checks the reading. */
const CRITICAL_SHARE = 1e-8;
const ITERATIONS_MAX = 25;
/** Step in p.u. and rad at which the estimate stands still. */
const STEP_MIN = 1e-9;
/** Readings taken out in one estimate; beyond it the measurement as a whole is not to be believed. */
const BAD_READINGS_MAX = 50;

export interface Reading {
  readonly measurement: Measurement;
  /** What the estimated state says it should read, same unit. */
  readonly estimated: number;
  /** |residual| over its standard deviation; NaN for a critical reading. */
  readonly normalisedResidual: number;
  readonly critical: boolean;
}

export interface EstimatedState {
  readonly estimated: true;
  readonly iterations: number;
  /** J(x) of the readings kept, and their number beyond the unknowns: J is about as large when all is well. */
  readonly objective: number;
  readonly redundancy: number;
  /** [nBus] p.u. and degrees; NaN where dead. */
  readonly vmPu: Float64Array;
  readonly vaDeg: Float64Array;
  readonly flows: ReturnType<typeof branchFlows>;
  readonly readings: readonly Reading[];
  /** Taken out as bad, worst first, with what they should have read. */
  readonly bad: readonly Reading[];
  /** At dead buses or branch ends: they say nothing about the state. */
  readonly unused: readonly Measurement[];
}

export interface NotEstimated {
  readonly estimated: false;
  readonly reason: 'no-slack' | 'unobservable' | 'diverged' | 'too-many-bad';
  /** Bus rows whose voltage or angle the readings leave open; empty unless unobservable. */
  readonly unobservable: readonly number[];
  readonly message: string;
}

/** @param measurements value and sigma finite, sigma positive */
export function estimate(
  model: GridModel,
  measurements: readonly Measurement[],
): EstimatedState | NotEstimated {
  for (const { id, value, sigma } of measurements) {
    if (!Number.isFinite(value) || !(sigma > 0 && sigma < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `measurement ${id}: value ${value} and sigma ${sigma} must be finite, sigma positive`,
      );
    }
  }
  if (model.nodeCount === 0)
    return refused('no-slack', 'No source is in service: there is no state to estimate.');
  const numbering = numberStates(model);
  const unused: Measurement[] = [];
  let equations: Equation[] = [];
  for (const measurement of measurements) {
    const equation = equationOf(model, numbering, measurement);
    if (equation) equations.push(equation);
    else unused.push(measurement);
  }
  const open = unobservableBuses(model, numbering, equations);
  if (open.length > 0) return unobservable(model, open);

  const bad: Reading[] = [];
  for (;;) {
    const fit = fitState(model, numbering, equations);
    if (!fit)
      return refused('diverged', 'The readings fit no state of the grid: the estimate does not settle.');
    const worst = fit.readings.reduce<Reading | null>(
      (found, reading) =>
        reading.normalisedResidual > Math.max(BAD_RESIDUAL, found?.normalisedResidual ?? 0) ? reading : found,
      null,
    );
    if (!worst) {
      return {
        ...stateOf(model, fit),
        bad: bad.map(reading => judgedAgain(model, numbering, reading, fit)),
        unused,
      };
    }
    if (bad.length >= BAD_READINGS_MAX) {
      return refused('too-many-bad', `More than ${BAD_READINGS_MAX} readings contradict each other.`);
    }
    bad.push(worst);
    equations = equations.filter(equation => equation.measurement !== worst.measurement);
  }
}

/** What a reading taken out should have read, by the estimate without it. */
function judgedAgain(
  model: GridModel,
  numbering: ReturnType<typeof numberStates>,
  reading: Reading,
  { vmPu, vaRad }: Fit,
): Reading {
  const equation = equationOf(model, numbering, reading.measurement)!;
  const derivatives = new Float64Array(equation.unknowns.length);
  const estimatedPu = evaluateEquation(equation, vmPu, vaRad, derivatives);
  return { ...reading, estimated: estimatedPu * unitOf(model, reading.measurement) };
}

interface Fit {
  readonly iterations: number;
  readonly objective: number;
  readonly redundancy: number;
  readonly vmPu: Float64Array;
  readonly vaRad: Float64Array;
  readonly readings: readonly Reading[];
}

function fitState(
  model: GridModel,
  numbering: ReturnType<typeof numberStates>,
  equations: readonly Equation[],
): Fit | null {
  const { vmPu, vaRad } = start(model);
  const gain = gainOf(numbering.count, equations);
  const lu = realLu(gain.symbolic);
  const weight = ({ sigmaPu }: Equation): number => 1 / (sigmaPu * sigmaPu);
  const step = new Float64Array(numbering.count);
  for (let iterations = 1; iterations <= ITERATIONS_MAX; iterations++) {
    const objective = fillGain(gain, equations, vmPu, vaRad, weight);
    if (!Number.isFinite(objective) || !factoriseReal(lu, gain.values)) return null;
    solveReal(lu, gain.rhs, step);
    let largest = 0;
    for (let node = 0; node < model.nodeCount; node++) {
      const angle = numbering.angle[node]!;
      if (angle >= 0) vaRad[node]! += step[angle]!;
      vmPu[node]! += step[numbering.magnitude[node]!]!;
    }
    for (const change of step) largest = Math.max(largest, Math.abs(change));
    if (largest > STEP_MIN) continue;
    const settled = fillGain(gain, equations, vmPu, vaRad, weight);
    if (!factoriseReal(lu, gain.values) || lu.pivoting) return null;
    const inverse = selectedInverse(lu);
    const readings = equations.map(equation => judge(model, equation, vmPu, vaRad, inverse.at));
    return {
      iterations,
      objective: settled,
      redundancy: equations.length - numbering.count,
      vmPu,
      vaRad,
      readings,
    };
  }
  return null;
}

/** Set points and 1 p.u., angles with the phase shifts of transformers carried through. */
function start(model: GridModel): { vmPu: Float64Array; vaRad: Float64Array } {
  const vmPu = model.vmPuSet.map(v => (Number.isNaN(v) ? 1 : v));
  const vaRad = model.vaRadSet.map(a => (Number.isNaN(a) ? 0 : a));
  startAngles(model, analyseFree(model), new Float64Array(model.nodeCount), vaRad);
  return { vmPu, vaRad };
}

function judge(
  model: GridModel,
  equation: Equation,
  vmPu: Float64Array,
  vaRad: Float64Array,
  inverseAt: (row: number, column: number) => number,
): Reading {
  const { measurement, unknowns, valuePu, sigmaPu } = equation;
  const derivatives = new Float64Array(unknowns.length);
  const estimatedPu = evaluateEquation(equation, vmPu, vaRad, derivatives);
  let variance = sigmaPu * sigmaPu;
  for (let a = 0; a < unknowns.length; a++) {
    for (let b = 0; b < unknowns.length; b++) {
      if (unknowns[a]! < 0 || unknowns[b]! < 0) continue;
      variance -= derivatives[a]! * derivatives[b]! * inverseAt(unknowns[a]!, unknowns[b]!);
    }
  }
  const critical = variance < CRITICAL_SHARE * sigmaPu * sigmaPu;
  return {
    measurement,
    estimated: estimatedPu * unitOf(model, measurement),
    normalisedResidual: critical ? Number.NaN : Math.abs(valuePu - estimatedPu) / Math.sqrt(variance),
    critical,
  };
}

function unitOf(model: GridModel, { quantity }: Measurement): number {
  return quantity === 'vmPu' ? 1 : model.network.baseMva;
}

function stateOf(model: GridModel, fit: Fit): Omit<EstimatedState, 'bad' | 'unused'> {
  const { vmPu, vaRad, iterations, objective, redundancy, readings } = fit;
  const e = vmPu.map((v, node) => v * Math.cos(vaRad[node]!));
  const f = vmPu.map((v, node) => v * Math.sin(vaRad[node]!));
  const perBus = (value: (node: number) => number): Float64Array =>
    Float64Array.from(model.nodeOfBus, node => (node < 0 ? Number.NaN : value(node)));
  return {
    estimated: true,
    iterations,
    objective,
    redundancy,
    vmPu: perBus(node => vmPu[node]!),
    vaDeg: perBus(node => (Math.atan2(f[node]!, e[node]!) * 180) / Math.PI),
    flows: branchFlows(model, e, f),
    readings,
  };
}

function unobservableBuses(
  model: GridModel,
  numbering: ReturnType<typeof numberStates>,
  equations: readonly Equation[],
): number[] {
  const gain = gainOf(numbering.count, equations);
  const { vmPu, vaRad } = start(model);
  fillGain(gain, equations, vmPu, vaRad, (_, derivatives) => {
    const largest = derivatives.reduce((max, d) => Math.max(max, Math.abs(d)), 0);
    return largest > 0 ? 1 / (largest * largest) : 0;
  });
  const open = new Set(unmeasured(gain).unknowns);
  const isOpen = (node: number): boolean =>
    node >= 0 && (open.has(numbering.angle[node]!) || open.has(numbering.magnitude[node]!));
  return Array.from(model.nodeOfBus, (node, bus) => (isOpen(node) ? bus : -1)).filter(bus => bus >= 0);
}

function unobservable(model: GridModel, buses: readonly number[]): NotEstimated {
  const SHOWN = 5;
  const names = buses.slice(0, SHOWN).map(bus => model.network.bus.id[bus]!);
  const more = buses.length > SHOWN ? ` and ${buses.length - SHOWN} more` : '';
  const message = `The readings leave the voltage at bus ${names.join(', ')}${more} open.`;
  return { estimated: false, reason: 'unobservable', unobservable: buses, message };
}

function refused(reason: 'no-slack' | 'diverged' | 'too-many-bad', message: string): NotEstimated {
  return { estimated: false, reason, unobservable: [], message };
}
