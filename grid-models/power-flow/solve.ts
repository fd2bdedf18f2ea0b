/** AC power flow of a grid model: a solved state, or the reason why there is none. */
import { baseInjection, type GridModel } from '../network/build.ts';
import type { Pattern } from '../sparse/symbolic.ts';
import { solvedState } from './flows.ts';
import { globalisedNewton } from './globalised.ts';
import { startAngles } from './linear.ts';
import {
  type NewtonResult,
  type NewtonWorkspace,
  newton,
  newtonWorkspace,
  type VoltageState,
} from './newton.ts';
import type { Injection, PowerFlowResult, SolvedState, Unsolved } from './result.ts';

export interface SolveOptions {
  /** Largest accepted power mismatch at a node, p.u. of baseMva. */
  readonly tolerancePu?: number;
  /**
   * 'file': voltages of the file, where it gives any, otherwise flat. 'flat': set points and 1 p.u. with the angles of a
   * DC power flow (which carries the phase shifts of transformers through). Or a state solved before.
   */
  readonly start?: 'file' | 'flat' | SolvedState;
  readonly maxIterations?: number;
  /** What is tried when full Newton steps lead nowhere from any start: shorter ones, or nothing (default). */
  readonly fallback?: 'globalised' | 'none';
}

/** p.u. of baseMva, MATPOWER's habit. */
const TOLERANCE_PU = 1e-8;
/** Newton needs 3 to 7 from a usable start; beyond it wanders. */
const ITERATIONS_MAX = 20;
const WORST_SHOWN = 10;
/** A load of constant current draws nothing at no voltage: that root of the equations is a short circuit. */
const COLLAPSED_PU = 0.01;

/**
 * Solves for the given injection (default: the file's own). Constant-impedance and constant-current loads, set points
 * and topology are the model's. When the start leads nowhere, a flat start is tried once before giving up.
 */
export function solve(
  model: GridModel,
  injection: Injection = baseInjection(model.network),
  options: SolveOptions = {},
): PowerFlowResult {
  if (model.nodeCount === 0) {
    const message = 'No source is in service: every bus is dead.';
    return { converged: false, reason: 'no-slack', iterations: 0, maxMismatchPu: 0, worst: [], message };
  }
  const workspace = workspaceOf(model);
  const { pPu, qPu } = nodeInjection(model, injection);
  const problem = { ...model, pPu, qPu };
  const newtonOptions = {
    tolerancePu: options.tolerancePu ?? TOLERANCE_PU,
    maxIterations: options.maxIterations ?? ITERATIONS_MAX,
  };
  const wanted = options.start ?? 'file';
  const isFlat = wanted === 'flat' || (wanted === 'file' && !model.startGiven);
  const starts = isFlat ? (['flat'] as const) : ([wanted, 'flat'] as const);
  const methods = options.fallback === 'globalised' ? [newton, globalisedNewton] : [newton];
  const attempts = methods.flatMap(method => starts.map(start => ({ method, start })));
  let iterations = 0;
  for (let attempt = 0; ; attempt++) {
    const { method, start } = attempts[attempt]!;
    const state = start === 'flat' ? flatStart(model, workspace, pPu) : givenStart(model, start);
    const result = method(problem, state, workspace, newtonOptions);
    iterations += result.iterations;
    if (result.outcome === 'converged' && !state.vmPu.some(v => v < COLLAPSED_PU)) {
      const evidence = { iterations, maxMismatchPu: result.maxMismatchPu };
      return solvedState(model, state.vmPu, state.vaRad, pPu, qPu, evidence);
    }
    if (attempt + 1 === attempts.length) return unsolved(model, workspace, result, iterations);
  }
}

/**
 * Symbolic analysis and memory live as long as the pattern: a topology is analysed once, also for models that
 * share it and differ in their admittances only (a tap, a shunt). The nodes of such models are ordered alike.
 */
const workspaces = new WeakMap<Pattern, NewtonWorkspace>();

function workspaceOf({ admittance, freeCount }: GridModel): NewtonWorkspace {
  let workspace = workspaces.get(admittance.pattern);
  if (workspace?.symbolic.pattern.n !== freeCount) {
    workspace = newtonWorkspace(admittance, freeCount);
    workspaces.set(admittance.pattern, workspace);
  }
  return workspace;
}

/** Sums an injection per bus to the nodes, p.u. What stands at dead buses is not delivered. */
export function nodeInjection(
  model: GridModel,
  injection: Injection,
): { pPu: Float64Array; qPu: Float64Array } {
  const { nodeOfBus, nodeCount, network } = model;
  const pPu = new Float64Array(nodeCount);
  const qPu = new Float64Array(nodeCount);
  for (let b = 0; b < nodeOfBus.length; b++) {
    const node = nodeOfBus[b]!;
    if (node < 0) continue;
    pPu[node]! += injection.pMw[b]! / network.baseMva;
    qPu[node]! += injection.qMvar[b]! / network.baseMva;
  }
  return { pPu, qPu };
}

function flatStart(model: GridModel, workspace: NewtonWorkspace, pPu: Float64Array): VoltageState {
  const vmPu = model.vmPuSet.map(v => (Number.isNaN(v) ? 1 : v));
  const vaRad = model.vaRadSet.map(a => (Number.isNaN(a) ? 0 : a));
  startAngles(model, workspace.symbolic, pPu, vaRad);
  return { vmPu, vaRad };
}

function givenStart(model: GridModel, start: 'file' | 'flat' | SolvedState): VoltageState {
  const vmPu = model.vmPuStart.slice();
  const vaRad = model.vaRadStart.slice();
  if (typeof start === 'string') return { vmPu, vaRad };
  for (let node = 0; node < model.freeCount; node++) {
    const vm = start.vmPu[model.busOfNode[node]!]!;
    const va = start.vaDeg[model.busOfNode[node]!]!;
    // Buses that were dead in that state keep the start of the file.
    if (Number.isNaN(vm) || Number.isNaN(va)) continue;
    if (node < model.pqCount) vmPu[node] = vm;
    vaRad[node] = (va * Math.PI) / 180;
  }
  return { vmPu, vaRad };
}

function unsolved(
  model: GridModel,
  workspace: NewtonWorkspace,
  { outcome, maxMismatchPu }: NewtonResult,
  iterations: number,
): Unsolved {
  const { mismatch } = workspace;
  // A collapsed voltage satisfies the equations and is no state all the same.
  const reason = outcome === 'converged' ? 'diverged' : outcome;
  const worst = Array.from({ length: model.freeCount }, (_, node) => ({
    bus: model.busOfNode[node]!,
    mismatchPu: Math.max(Math.abs(mismatch[2 * node]!), Math.abs(mismatch[2 * node + 1]!)),
  }))
    .filter(w => Number.isFinite(w.mismatchPu))
    .sort((a, b) => b.mismatchPu - a.mismatchPu || a.bus - b.bus)
    .slice(0, WORST_SHOWN);
  const first = worst[0];
  const where = first ? `, the balance is worst at bus ${model.network.bus.id[first.bus]}` : '';
  return {
    converged: false,
    reason,
    iterations,
    maxMismatchPu,
    worst,
    message: `${SENTENCE[reason]}${where}.`,
  };
}

const SENTENCE = {
  diverged: 'No state of the grid satisfies this injection: the power flow diverged',
  singular: 'The power flow equations are singular here: the grid is at its limit or a part hangs on nothing',
  'iteration-limit': 'The power flow found no solution within its iterations',
} as const;
