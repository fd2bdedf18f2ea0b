/**
 * DC power flow: active power and angles only, voltages 1 p.u., no losses (Stott, Jardim & Alsaç 2009).
 *
 *     P_branch = (θ_from − θ_to − shift) / (x · ratio),     Σ P_branch = P_injected − G_shunt      at every node
 *
 * Constant-impedance and constant-current loads and shunts draw their power at 1 p.u.
 */
import { baseInjection, type GridModel } from '../network/build.ts';
import { entryAt, leadingPart } from '../sparse/pattern.ts';
import { factoriseReal, realLu, solveReal } from '../sparse/real-lu.ts';
import { analyse, type Symbolic } from '../sparse/symbolic.ts';
import type { Injection, SlackInjection } from './result.ts';
import { shareAmongSlackUnits } from './slack.ts';

/** Arrays per row of the network's bus or branch table; dead buses have NaN, dead branches zero. */
export interface LinearState {
  readonly converged: true;
  readonly vaDeg: Float64Array;
  /** Flow into the branch at its from end; the to end has the same with the other sign. */
  readonly pFromMw: Float64Array;
  /** qMvar is 0: the DC power flow knows none. */
  readonly slack: readonly SlackInjection[];
}

export interface LinearUnsolved {
  readonly converged: false;
  readonly reason: 'no-slack' | 'singular';
  readonly message: string;
}

export function solveLinear(
  model: GridModel,
  injection: Injection = baseInjection(model.network),
): LinearState | LinearUnsolved {
  const { network, nodeOfBus, nodeCount, freeCount } = model;
  const { bus, branch, shunt, load, baseMva } = network;
  if (nodeCount === 0) {
    return {
      converged: false,
      reason: 'no-slack',
      message: 'No source is in service: there is nothing to solve.',
    };
  }
  const lossless = Array.from({ length: branch.count }, (_, row) => row).find(
    row => branch.xPu[row] === 0 && model.branchFromNode[row]! >= 0 && model.branchToNode[row]! >= 0,
  );
  if (lossless !== undefined) {
    const message = `Branch ${branch.id[lossless]} has no reactance: the DC power flow does not apply.`;
    return { converged: false, reason: 'singular', message };
  }
  const drawnPu = new Float64Array(nodeCount);
  const draw = (row: number, pMw: number): void => {
    const node = nodeOfBus[row]!;
    if (node >= 0) drawnPu[node]! += pMw / baseMva;
  };
  for (let s = 0; s < shunt.count; s++) if (shunt.inService[s]) draw(shunt.bus[s]!, shunt.pMw[s]!);
  for (let l = 0; l < load.count; l++) {
    if (load.inService[l]) draw(load.bus[l]!, load.pMw[l]! * (load.constZShare[l]! + load.constIShare[l]!));
  }
  for (let b = 0; b < bus.count; b++) draw(b, -injection.pMw[b]!);

  const susceptance = Float64Array.from(branch.xPu, (x, row) => 1 / (x * branch.ratio[row]!));
  const vaRad = model.vaRadStart.slice();
  const injectionPu = drawnPu.map(p => -p);
  if (!solveAngles(model, analyseFree(model), susceptance, injectionPu, vaRad)) {
    return { converged: false, reason: 'singular', message: 'The DC power flow has no unique solution.' };
  }
  const pFromMw = new Float64Array(branch.count);
  for (let row = 0; row < branch.count; row++) {
    const f = model.branchFromNode[row]!;
    const t = model.branchToNode[row]!;
    if (f < 0 || t < 0) continue;
    const flow = susceptance[row]! * (vaRad[f]! - vaRad[t]! - branch.shiftRad[row]!);
    pFromMw[row] = flow * baseMva;
    drawnPu[f]! += flow;
    drawnPu[t]! -= flow;
  }
  const vaDeg = Float64Array.from(nodeOfBus, node =>
    node < 0 ? Number.NaN : (vaRad[node]! * 180) / Math.PI,
  );
  const none = new Float64Array(nodeCount);
  const slack = shareAmongSlackUnits(model, drawnPu.subarray(freeCount), none.subarray(freeCount));
  return { converged: true, vaDeg, pFromMw, slack };
}

/**
 * Angles of a start for Newton: the DC power flow, with 1/|z| in place of 1/x where resistance dominates, so that cable
 * networks get a sensible start as well. Phase shifts of transformers are carried through exactly.
 * @param vaRad [nNode] slack angles on entry, all angles on return; left as it was when there is no solution
 */
export function startAngles(
  model: GridModel,
  symbolic: Symbolic,
  pPu: Float64Array,
  vaRad: Float64Array,
): void {
  const { branch } = model.network;
  const susceptance = Float64Array.from(branch.xPu, (x, row) => {
    const r = Math.abs(branch.rPu[row]!);
    const z = Math.abs(x) >= r ? x : Math.sqrt(r * r + x * x);
    return 1 / (z * branch.ratio[row]!);
  });
  solveAngles(model, symbolic, susceptance, pPu, vaRad);
}

export function analyseFree(model: GridModel): Symbolic {
  return analyse(leadingPart(model.admittance.pattern, model.freeCount).pattern);
}

/** Solves Σ b (θ_f − θ_t − shift) = P for the free nodes. @returns false when singular */
function solveAngles(
  model: GridModel,
  symbolic: Symbolic,
  susceptance: Float64Array,
  pPu: Float64Array,
  vaRad: Float64Array,
): boolean {
  const { freeCount, branchFromNode, branchToNode, network } = model;
  if (freeCount === 0) return true;
  const { pattern } = symbolic;
  const values = new Float64Array(pattern.idx.length);
  const rhs = pPu.slice(0, freeCount);
  for (let row = 0; row < susceptance.length; row++) {
    const f = branchFromNode[row]!;
    const t = branchToNode[row]!;
    if (f < 0 || t < 0 || f === t) continue;
    const b = susceptance[row]!;
    const shifted = b * network.branch.shiftRad[row]!;
    if (f < freeCount) {
      values[entryAt(pattern, f, f)]! += b;
      if (t < freeCount) values[entryAt(pattern, f, t)]! -= b;
      rhs[f]! += shifted + (t < freeCount ? 0 : b * vaRad[t]!);
    }
    if (t < freeCount) {
      values[entryAt(pattern, t, t)]! += b;
      if (f < freeCount) values[entryAt(pattern, t, f)]! -= b;
      rhs[t]! += -shifted + (f < freeCount ? 0 : b * vaRad[f]!);
    }
  }
  const lu = realLu(symbolic);
  if (!factoriseReal(lu, values)) return false;
  solveReal(lu, rhs, rhs);
  vaRad.set(rhs);
  return true;
}
