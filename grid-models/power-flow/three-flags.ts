/**
 * Three questions about an answer of the power flow that are never one: did the solver converge, can the grid
 * physically be in that state, and do the limits hold. Each has its own reasons; a question that cannot be
 * answered is null, which is never a yes.
 */
import { GENERATOR_CONTROL } from '../network/network.ts';
import type { ControlNote } from './controls/control.ts';
import { RATIO_TOLERANCE, type TapChangers, tapRatio } from './controls/tap-changers.ts';
import type { PowerFlowResult } from './result.ts';
import { reactiveRange, type Solved, unitOutput, voltageHolders } from './unit-output.ts';

export interface StateFlags {
  readonly converged: boolean;
  /**
   * Reactive limits, tap ranges and the capability of sources hold, as far as they are given; null: not
   * converged.
   */
  readonly reachable: boolean | null;
  /** No reading is beyond its limit; null: not converged, or no limit is given anywhere. */
  readonly withinLimits: boolean | null;
  /** Why a flag is not true. */
  readonly reasons: readonly FlagReason[];
}

export interface FlagReason {
  readonly flag: 'converged' | 'reachable' | 'withinLimits';
  readonly element: string;
  /** One sentence for an operator. */
  readonly message: string;
}

/** Distance of one value to its limit, as `security/assessment.ts` reads it; negative: violated. */
export interface LimitMargin {
  readonly limit: string;
  readonly element: string;
  readonly value: number;
  readonly limitValue: number;
  readonly margin: number;
  readonly unit: string;
}

/** Active power of sources and units, one row a unit, MW, injection positive; NaN where not given. */
export interface ActiveCapability {
  readonly count: number;
  /** Row of the generator table. */
  readonly generator: Int32Array;
  readonly pMwMin: Float64Array;
  readonly pMwMax: Float64Array;
}

/** What is known beyond the network itself; what is absent is not asked. */
export interface PhysicalEvidence {
  readonly capability?: ActiveCapability;
  readonly taps?: TapChangers;
  /** Of a controlled power flow: hunting controls mean that the grid would not stay in the state. */
  readonly notes?: readonly ControlNote[];
}

/** p.u. of baseMva; far above the solver's tolerance, far below any rating. */
const OVERSTEP_PU = 1e-6;

/** @param readings every limit with its margin in this state, from `security` */
export function stateFlags(
  solved: Omit<Solved, 'state'> & { readonly state: PowerFlowResult },
  readings: readonly LimitMargin[],
  evidence: PhysicalEvidence = {},
): StateFlags {
  const { model, injection, state } = solved;
  if (!state.converged) {
    const reasons = [{ flag: 'converged', element: 'grid', message: state.message } as const];
    return { converged: false, reachable: null, withinLimits: null, reasons };
  }
  const unreachable = beyondPhysics({ model, injection, state }, evidence);
  const violated = beyondLimits(readings);
  return {
    converged: true,
    reachable: unreachable.length === 0,
    withinLimits: readings.length === 0 ? null : violated.length === 0,
    reasons: [...unreachable, ...violated],
  };
}

function beyondPhysics(solved: Solved, { capability, taps, notes = [] }: PhysicalEvidence): FlagReason[] {
  return [
    ...beyondReactive(solved),
    ...(capability ? beyondActive(solved, capability) : []),
    ...(taps ? beyondTaps(solved, taps) : []),
    ...notes
      .filter(note => note.code === 'hunting')
      .map(({ element, message }) => unreachable(element, message)),
  ];
}

/** Units at one node act as one: their limits are summed, slack units with them. */
function beyondReactive(solved: Solved): FlagReason[] {
  const { generator, baseMva } = solved.model.network;
  const { qMvar } = unitOutput(solved);
  const reasons: FlagReason[] = [];
  for (const units of voltageHolders(solved.model).values()) {
    const needed = units.reduce((sum, g) => sum + qMvar[g]!, 0);
    const { qMvarMin, qMvarMax } = reactiveRange(generator, units);
    if (isWithin(needed, qMvarMin, qMvarMax, OVERSTEP_PU * baseMva)) continue;
    const isSlack = units.some(g => generator.control[g] === GENERATOR_CONTROL.slack);
    const element = units.map(g => `generator ${generator.id[g]}`).join(', ');
    const who = isSlack ? 'Balancing the grid' : 'Holding the voltage';
    const range = rangeOf(qMvarMin, qMvarMax);
    const message = `${who} takes ${rounded(needed)} Mvar of ${element}, which can do ${range} Mvar.`;
    reasons.push(unreachable(element, message));
  }
  return reasons;
}

function beyondActive(solved: Solved, capability: ActiveCapability): FlagReason[] {
  const { generator, baseMva } = solved.model.network;
  const { pMw } = unitOutput(solved);
  const reasons: FlagReason[] = [];
  for (let row = 0; row < capability.count; row++) {
    const g = capability.generator[row]!;
    const min = capability.pMwMin[row]!;
    const max = capability.pMwMax[row]!;
    const asked = generator.inService[g] === 1 && solved.model.nodeOfBus[generator.bus[g]!]! >= 0;
    if (!asked || isWithin(pMw[g]!, min, max, OVERSTEP_PU * baseMva)) continue;
    const element = `generator ${generator.id[g]}`;
    const range = rangeOf(min, max);
    const message = `The state takes ${rounded(pMw[g]!)} MW of ${element}, which can do ${range} MW.`;
    reasons.push(unreachable(element, message));
  }
  return reasons;
}

/** A ratio must be that of a step in the range. */
function beyondTaps({ model }: Solved, taps: TapChangers): FlagReason[] {
  const { branch } = model.network;
  const reasons: FlagReason[] = [];
  for (let row = 0; row < taps.count; row++) {
    const e = taps.branch[row]!;
    const ratio = branch.ratio[e]!;
    const step = Math.round((ratio / taps.ratioNeutral[row]! - 1) / taps.ratioPerStep[row]!);
    const onStep = Math.abs(ratio - tapRatio(taps, row, step)) <= RATIO_TOLERANCE;
    if (onStep && isWithin(step, taps.stepMin[row]!, taps.stepMax[row]!, 0)) continue;
    const element = `branch ${branch.id[e]}`;
    const range = `${taps.stepMin[row]} … ${taps.stepMax[row]}`;
    const message = `The ratio ${rounded(ratio)} of ${element} is none of its steps ${range}.`;
    reasons.push(unreachable(element, message));
  }
  return reasons;
}

/** Written so that a margin that is no number counts as violated. */
function beyondLimits(readings: readonly LimitMargin[]): FlagReason[] {
  return readings
    .filter(reading => !(reading.margin >= 0))
    .map(({ limit, element, value, limitValue, unit }) => ({
      flag: 'withinLimits',
      element,
      message: `${element}: ${limit} ${rounded(value)} ${unit}, permitted ${rounded(limitValue)} ${unit}.`,
    }));
}

/** NaN is no limit on that side. */
function isWithin(value: number, min: number, max: number, tolerance: number): boolean {
  return !(Number.isNaN(value) || value < min - tolerance || value > max + tolerance);
}

function unreachable(element: string, message: string): FlagReason {
  return { flag: 'reachable', element, message };
}

function rangeOf(min: number, max: number): string {
  const text = (limit: number): string => (Number.isFinite(limit) ? rounded(limit) : 'any');
  return `${text(min)} … ${text(max)}`;
}

/** Four significant digits: enough to see by how much a limit is missed. */
function rounded(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}
