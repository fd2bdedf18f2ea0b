/**
 * What each single outage of a branch or a unit does to a solved state: N-1.
 *
 * Per outage the first Newton step on the base state's Jacobian gives flows and voltages to first order. Where it comes
 * near no limit the outage is screened, or after a second step with less room; elsewhere the steps go on to the AC
 * solution, and where they fail a power flow of the network without the element has the last word. What an outage cuts
 * off is named with its load and left out; only the rest is solved.
 *
 * Set points, taps and injections stay as they are; slack units take up what was lost, and a node whose only voltage
 * control is lost keeps its voltage no longer. Reactive limits of the units that are left are not looked at.
 */
import { baseInjection, buildModel, type GridModel } from '../network/build.ts';
import { GENERATOR_CONTROL } from '../network/network.ts';
import { rebuildModel } from '../network/rebuild.ts';
import type { Injection, SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import type { Limits } from '../security/limits.ts';
import { nodeVoltages } from '../sensitivity/rectangular.ts';
import { type OutageSolver, outageSolver } from './outage-solver.ts';
import type { OutageSteps } from './outage-steps.ts';
import { findSplits, type Splits } from './splits.ts';
import { liveUnits, type UnitLoss, unitLosses } from './unit-loss.ts';
import { type UnitOutageSolver, unitOutageSolver } from './unit-outage-solver.ts';
import { type LimitScan, limitScan, type WorstLimits } from './worst-limits.ts';

export interface LostPart {
  /** Rows of the bus table that no source feeds any more, ascending. */
  readonly buses: Int32Array;
  /**
   * Consumption there before the outage, MW: the load table, and where the injection differs from the file's own, the
   * difference counts as load.
   */
  readonly loadMw: number;
}

/**
 * How sure the numbers are. screened: the first steps leave little and use no limit beyond `screenUsed` that the base
 * state does not use as much; `worst` is that estimate. solved: `worst` is of the AC solution. no-solution: none.
 */
type Answer =
  | { readonly outcome: 'screened' | 'solved'; readonly worst: WorstLimits }
  | { readonly outcome: 'no-solution' };

/** What goes out: a row of the branch or of the generator table. */
export interface Outage {
  readonly kind: 'branch' | 'generator';
  readonly row: number;
}

/**
 * splits: a part is lost, and `rest` is the answer of what a source still feeds (without readings where that is nothing).
 * `element` is the id in the table of its kind.
 */
export type Contingency = Outage & { readonly element: string } & (
    | Answer
    | { readonly outcome: 'splits'; readonly lost: LostPart; readonly rest: Answer }
  );

export interface ContingencyOptions {
  /** The injection `base` was solved with (default: the file's own). A lost unit takes what its row states out of it. */
  readonly injection?: Injection;
  /** One at a time (default: see `everyOutage`); branches can be ranked before, see `rankOutages`. */
  readonly outages?: readonly Outage[];
  /** Used share of a limit (1 at the limit) that makes an outage worth its AC solution; 0 solves all. */
  readonly screenUsed?: number;
  /** After each outage. */
  readonly onDone?: (done: number, total: number) => void;
  /** Asked before each outage; once true, the answer is what was done so far. */
  readonly shouldStop?: () => boolean;
}

/** A fifth of each limit is left for what the first step misses. */
const SCREEN_USED = 0.8;
/**
 * A first step that leaves more than this share of the flow it moved is no estimate. With both bounds no outage of
 * case1354pegase, case2869pegase and case_ACTIVSg2000 whose AC solution oversteps a limit anew was screened.
 */
const LEFT_SHARE_MAX = 0.1;
/** Close to a limit that the base state nearly keeps or already oversteps, the change is taken for twice the estimate. */
const FARTHER = 2;
/** What a second step leaves is smaller by more than this; so are then the room left below a limit and the trust. */
const CLOSER = 4;

/** In the order of `outages`; `byUrgency` sorts them. */
export function contingencies(
  model: GridModel,
  base: SolvedState,
  limits: Limits,
  options: ContingencyOptions = {},
): Contingency[] {
  const injection = options.injection ?? baseInjection(model.network);
  const outages = options.outages ?? everyOutage(model);
  const has = (kind: Outage['kind']): boolean => outages.some(outage => outage.kind === kind);
  const baseVoltages = nodeVoltages(model, base.vmPu, base.vaDeg);
  const run: Run = {
    model,
    base,
    baseVoltages,
    injection,
    fileInjection: baseInjection(model.network),
    screenUsed: options.screenUsed ?? SCREEN_USED,
    branchSolver: has('branch') ? outageSolver(model, base, injection) : null,
    unitSolver: has('generator') ? unitOutageSolver(model, base, injection) : null,
    splits: findSplits(model),
    lossOf: unitLosses(model),
    scan: limitScan(model, limits, baseVoltages),
    busesOfNode: busesOfNodes(model),
  };
  const found: Contingency[] = [];
  for (const outage of outages) {
    if (options.shouldStop?.()) break;
    found.push(outage.kind === 'branch' ? branchOutage(run, outage.row) : unitOutage(run, outage.row));
    options.onDone?.(found.length, outages.length);
  }
  return found;
}

/** Every branch that carries something, then every unit in service at a live bus, by row. */
export function everyOutage(model: GridModel): Outage[] {
  return [
    ...liveBranches(model).map(row => ({ kind: 'branch', row }) as const),
    ...liveUnits(model).map(row => ({ kind: 'generator', row }) as const),
  ];
}

/** No solution first, then lost load, then the most used limit; equal ones: branches before units, by row. A new list. */
export function byUrgency(found: readonly Contingency[]): Contingency[] {
  const restOf = (c: Contingency): Answer => (c.outcome === 'splits' ? c.rest : c);
  const lostMw = (c: Contingency): number => (c.outcome === 'splits' ? c.lost.loadMw : 0);
  const rank = (c: Contingency): number => {
    if (restOf(c).outcome === 'no-solution') return 0;
    return lostMw(c) > 0 ? 1 : 2;
  };
  const weight = (c: Contingency): number => {
    if (lostMw(c) > 0) return lostMw(c);
    const rest = restOf(c);
    return rest.outcome === 'no-solution' ? 0 : mostUsed(rest.worst);
  };
  const place = (c: Contingency): number => (c.kind === 'branch' ? 0 : 1);
  return [...found].sort(
    (a, b) => rank(a) - rank(b) || weight(b) - weight(a) || place(a) - place(b) || a.row - b.row,
  );
}

function mostUsed({ loading, voltageLow, voltageHigh }: WorstLimits): number {
  return Math.max(loading?.used ?? 0, voltageLow?.used ?? 0, voltageHigh?.used ?? 0);
}

interface Run {
  readonly model: GridModel;
  readonly base: SolvedState;
  readonly baseVoltages: Float64Array;
  readonly injection: Injection;
  readonly fileInjection: Injection;
  readonly screenUsed: number;
  /** Null where no step can be made: the power flow decides all. */
  readonly branchSolver: OutageSolver | null;
  readonly unitSolver: UnitOutageSolver | null;
  readonly splits: Splits;
  lossOf(unit: number): UnitLoss;
  readonly scan: LimitScan;
  readonly busesOfNode: readonly (readonly number[])[];
}

function branchOutage(run: Run, row: number): Contingency {
  const { model, injection, splits, branchSolver } = run;
  const head = { kind: 'branch', row, element: model.network.branch.id[row]! } as const;
  const lost = splits.lostNodes(row);
  const left = branchSolver?.estimate(row, lost) ?? Number.NaN;
  const rest =
    answerBySteps(run, branchSolver, left, row) ??
    answerByPowerFlow(run, rebuildModel(model, withoutBranch(model, row)), injection, row);
  return lost.length === 0
    ? { ...head, ...rest }
    : { ...head, outcome: 'splits', lost: lostPart(run, lost), rest };
}

function unitOutage(run: Run, row: number): Contingency {
  const { model, injection, unitSolver, baseVoltages } = run;
  const head = { kind: 'generator', row, element: model.network.generator.id[row]! } as const;
  const loss = run.lossOf(row);
  switch (loss.effect) {
    case 'nothing':
      return { ...head, ...solvedAt(run, baseVoltages) };
    case 'darkens': {
      // No branch leads from island to island: the others stay as they are.
      const voltages = baseVoltages.slice();
      for (const node of loss.lost) voltages.fill(Number.NaN, 2 * node, 2 * node + 2);
      const rest = solvedAt(run, voltages);
      return { ...head, outcome: 'splits', lost: lostPart(run, loss.lost), rest };
    }
    case 'source-moves':
      return { ...head, ...answerByPowerFlow(run, buildModel(withoutUnit(model, row)), injection) };
    case 'power': {
      const left = unitSolver?.estimate(loss) ?? Number.NaN;
      const bySteps = answerBySteps(run, unitSolver, left);
      if (bySteps) return { ...head, ...bySteps };
      // With the voltage still held only the injection differs.
      const after = loss.freesVoltage ? buildModel(withoutUnit(model, row)) : model;
      return { ...head, ...answerByPowerFlow(run, after, injectionWithout(model, injection, row)) };
    }
  }
}

/**
 * @param left   of the first step, as `estimate` answers
 * @param branch row that is out, -1 for none
 * @returns null where the steps do not converge
 */
function answerBySteps(run: Run, steps: OutageSteps | null, left: number, branch = -1): Answer | null {
  const { scan, screenUsed } = run;
  if (!steps || Number.isNaN(left)) return null;
  scan.read(steps.voltages, branch);
  if (isHarmless(scan, left, LEFT_SHARE_MAX, screenUsed)) return { outcome: 'screened', worst: scan.worst() };
  if (screenUsed > 0) {
    const leftNow = steps.improve();
    scan.read(steps.voltages, branch);
    if (isHarmless(scan, leftNow, LEFT_SHARE_MAX / CLOSER, 1 - (1 - screenUsed) / CLOSER))
      return { outcome: 'screened', worst: scan.worst() };
  }
  return steps.finish() ? solvedAt(run, steps.voltages, branch) : null;
}

/** @param after the model without what is out, with the buses of `run.model` */
function answerByPowerFlow(run: Run, after: GridModel, injection: Injection, branch = -1): Answer {
  const state = solve(after, injection, { start: run.base });
  if (!state.converged) return { outcome: 'no-solution' };
  return solvedAt(run, nodeVoltages(run.model, state.vmPu, state.vaDeg), branch);
}

function solvedAt({ scan }: Run, v: Float64Array, branch = -1): Answer {
  scan.read(v, branch);
  return { outcome: 'solved', worst: scan.worst() };
}

function isHarmless(scan: LimitScan, leftShare: number, leftShareMax: number, used: number): boolean {
  return used > 0 && leftShare <= leftShareMax && !scan.usesMore(used, FARTHER);
}

function withoutBranch({ network }: GridModel, row: number): GridModel['network'] {
  return { ...network, branch: { ...network.branch, inService: network.branch.inService.with(row, 0) } };
}

function withoutUnit({ network }: GridModel, row: number): GridModel['network'] {
  const { generator } = network;
  return { ...network, generator: { ...generator, inService: generator.inService.with(row, 0) } };
}

function injectionWithout({ network }: GridModel, { pMw, qMvar }: Injection, row: number): Injection {
  const { generator } = network;
  const bus = generator.bus[row]!;
  const isPq = generator.control[row] === GENERATOR_CONTROL.pq;
  return {
    pMw: pMw.map((p, b) => (b === bus ? p - generator.pMw[row]! : p)),
    qMvar: isPq ? qMvar.map((q, b) => (b === bus ? q - generator.qMvar[row]! : q)) : qMvar,
  };
}

function lostPart({ model, injection, fileInjection, busesOfNode }: Run, lost: Int32Array): LostPart {
  const { load } = model.network;
  const buses = Int32Array.from([...lost].flatMap(node => busesOfNode[node]!)).sort();
  const drawnMw = new Map<number, number>();
  for (const b of buses) drawnMw.set(b, 0);
  for (let l = 0; l < load.count; l++) {
    const before = drawnMw.get(load.bus[l]!);
    if (before !== undefined && load.inService[l]) drawnMw.set(load.bus[l]!, before + load.pMw[l]!);
  }
  let loadMw = 0;
  for (const [b, mw] of drawnMw) loadMw += Math.max(0, mw + fileInjection.pMw[b]! - injection.pMw[b]!);
  return { buses, loadMw };
}

function busesOfNodes({ nodeOfBus, nodeCount }: GridModel): number[][] {
  const buses = Array.from({ length: nodeCount }, (): number[] => []);
  nodeOfBus.forEach((node, b) => {
    if (node >= 0) buses[node]!.push(b);
  });
  return buses;
}

function liveBranches({ branchFromNode, branchToNode }: GridModel): number[] {
  return [...branchFromNode.keys()].filter(e => branchFromNode[e]! >= 0 || branchToNode[e]! >= 0);
}
