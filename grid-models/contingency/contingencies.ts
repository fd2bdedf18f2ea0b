/**
 * What each single branch outage does to a solved state: N-1.
 *
 * Per outage the first Newton step on the base state's Jacobian gives flows and voltages to first order. Where it comes
 * near no limit the outage is screened, or after a second step with less room; elsewhere the steps go on to the AC
 * solution, and where they fail a power flow of the network without the branch has the last word. What an outage cuts
 * off is named with its load and left out; only the rest is solved.
 *
 * Set points, taps and injections stay as they are; slack units take up what was lost. Generator outages are changes of
 * the injection or of a node's type: build that network.
 */
import { baseInjection, buildModel, type GridModel } from '../network/build.ts';
import type { Injection, SolvedState } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import type { Limits } from '../security/limits.ts';
import { nodeVoltages } from '../sensitivity/rectangular.ts';
import { type OutageSolver, outageSolver } from './outage-solver.ts';
import { findSplits } from './splits.ts';
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

/** Of a branch that goes out. splits: a part is lost, and `rest` is the answer of what a source still feeds. */
export type Contingency = { readonly branch: number; readonly element: string } & (
  | Answer
  | { readonly outcome: 'splits'; readonly lost: LostPart; readonly rest: Answer }
);

export interface ContingencyOptions {
  /** The injection `base` was solved with (default: the file's own). */
  readonly injection?: Injection;
  /** Rows of branches to take out, one at a time (default: all that carry something); see `rankOutages`. */
  readonly outages?: ArrayLike<number>;
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
  const outages = options.outages ?? liveBranches(model);
  const run: Run = {
    model,
    base,
    injection,
    fileInjection: baseInjection(model.network),
    screenUsed: options.screenUsed ?? SCREEN_USED,
    solver: outageSolver(model, base, injection),
    scan: limitScan(model, limits, nodeVoltages(model, base.vmPu, base.vaDeg)),
    busesOfNode: busesOfNodes(model),
  };
  const splits = findSplits(model);
  const found: Contingency[] = [];
  for (let k = 0; k < outages.length; k++) {
    if (options.shouldStop?.()) break;
    found.push(contingency(run, outages[k]!, splits.lostNodes(outages[k]!)));
    options.onDone?.(k + 1, outages.length);
  }
  return found;
}

/** No solution first, then lost load, then the most used limit; equal ones by row. A new list. */
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
  return [...found].sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a) || a.branch - b.branch);
}

function mostUsed({ loading, voltageLow, voltageHigh }: WorstLimits): number {
  return Math.max(loading?.used ?? 0, voltageLow?.used ?? 0, voltageHigh?.used ?? 0);
}

interface Run {
  readonly model: GridModel;
  readonly base: SolvedState;
  readonly injection: Injection;
  readonly fileInjection: Injection;
  readonly screenUsed: number;
  readonly solver: OutageSolver | null;
  readonly scan: LimitScan;
  readonly busesOfNode: readonly (readonly number[])[];
}

function contingency(run: Run, branch: number, lost: Int32Array): Contingency {
  const head = { branch, element: run.model.network.branch.id[branch]! };
  const rest = answer(run, branch, lost);
  return lost.length === 0
    ? { ...head, ...rest }
    : { ...head, outcome: 'splits', lost: lostPart(run, lost), rest };
}

function answer(
  { model, base, injection, solver, scan, screenUsed }: Run,
  branch: number,
  lost: Int32Array,
): Answer {
  const left = solver?.estimate(branch, lost) ?? Number.NaN;
  if (solver && !Number.isNaN(left)) {
    scan.read(solver.voltages, branch);
    if (isHarmless(scan, left, LEFT_SHARE_MAX, screenUsed))
      return { outcome: 'screened', worst: scan.worst() };
    if (screenUsed > 0) {
      const leftNow = solver.improve();
      scan.read(solver.voltages, branch);
      if (isHarmless(scan, leftNow, LEFT_SHARE_MAX / CLOSER, 1 - (1 - screenUsed) / CLOSER))
        return { outcome: 'screened', worst: scan.worst() };
    }
    if (solver.finish()) {
      scan.read(solver.voltages, branch);
      return { outcome: 'solved', worst: scan.worst() };
    }
  }
  const state = solve(buildModel(withoutBranch(model, branch)), injection, { start: base });
  if (!state.converged) return { outcome: 'no-solution' };
  scan.read(nodeVoltages(model, state.vmPu, state.vaDeg), branch);
  return { outcome: 'solved', worst: scan.worst() };
}

function isHarmless(scan: LimitScan, leftShare: number, leftShareMax: number, used: number): boolean {
  return used > 0 && leftShare <= leftShareMax && !scan.usesMore(used);
}

function withoutBranch({ network }: GridModel, row: number): GridModel['network'] {
  return { ...network, branch: { ...network.branch, inService: network.branch.inService.with(row, 0) } };
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

function liveBranches({ branchFromNode, branchToNode }: GridModel): Int32Array {
  return Int32Array.from(
    Array.from(branchFromNode, (_, e) => e).filter(e => branchFromNode[e]! >= 0 || branchToNode[e]! >= 0),
  );
}
