/**
 * Power transfer distribution factors of the DC power flow: how 1 MW injected at a bus and taken up by the slack spreads
 * over the branches.
 *
 *     B·θ = P,   P_branch = b·(θ_from − θ_to),   b = 1/(x·ratio)         (Wood, Wollenberg & Sheblé, ch. 7)
 *
 * Without losses, voltages and the state of the grid: for meshed transmission, where x ≫ r. Distribution uses the AC
 * sensitivities beside this file.
 */
import type { GridModel } from '../network/build.ts';
import { entryAt } from '../sparse/pattern.ts';
import { factoriseReal, type RealLu, realLu, solveReal } from '../sparse/real-lu.ts';
import { equations } from './rectangular.ts';

export interface DcSensitivities {
  readonly model: GridModel;
  readonly lu: RealLu;
  /** [nBranch] b, p.u.; 0 for branches that carry nothing. */
  readonly susceptance: Float64Array;
}

/** @returns null where the susceptance matrix is singular or a live branch has no reactance */
export function dcSensitivities(model: GridModel): DcSensitivities | null {
  const { branch } = model.network;
  const { pattern, symbolic } = equations(model);
  const values = new Float64Array(pattern.idx.length);
  const susceptance = new Float64Array(branch.count);
  for (let e = 0; e < branch.count; e++) {
    const from = model.branchFromNode[e]!;
    const to = model.branchToNode[e]!;
    if (from < 0 || to < 0) continue;
    if (branch.xPu[e] === 0) return null;
    const b = 1 / (branch.xPu[e]! * branch.ratio[e]!);
    susceptance[e] = b;
    if (from < model.freeCount) values[entryAt(pattern, from, from)]! += b;
    if (to < model.freeCount) values[entryAt(pattern, to, to)]! += b;
    if (from < model.freeCount && to < model.freeCount) {
      values[entryAt(pattern, from, to)]! -= b;
      values[entryAt(pattern, to, from)]! -= b;
    }
  }
  const lu = realLu(symbolic);
  return factoriseReal(lu, values) ? { model, lu, susceptance } : null;
}

/** [nBranch] MW at the from end per MW injected at the bus (a row of the bus table); all 0 for slack and dead buses. */
export function ptdfColumn({ model, lu, susceptance }: DcSensitivities, bus: number): Float64Array {
  const out = new Float64Array(susceptance.length);
  const node = model.nodeOfBus[bus]!;
  if (node < 0 || node >= model.freeCount) return out;
  const angle = new Float64Array(model.freeCount);
  angle[node] = 1;
  solveReal(lu, angle, angle);
  for (let e = 0; e < out.length; e++) {
    if (susceptance[e] === 0) continue;
    // Slack nodes keep their angle: beyond the free nodes there is no entry, and no change.
    const from = angle[model.branchFromNode[e]!] ?? 0;
    const to = angle[model.branchToNode[e]!] ?? 0;
    out[e] = susceptance[e]! * (from - to);
  }
  return out;
}

/** [nBus] MW on one branch per MW injected at each bus: a row of the matrix, by the symmetry of B. */
export function ptdfRow({ model, lu, susceptance }: DcSensitivities, branch: number): Float64Array {
  const out = new Float64Array(model.nodeOfBus.length);
  const b = susceptance[branch]!;
  if (b === 0) return out;
  const from = model.branchFromNode[branch]!;
  const to = model.branchToNode[branch]!;
  const rhs = new Float64Array(model.freeCount);
  if (from < model.freeCount) rhs[from]! += b;
  if (to < model.freeCount) rhs[to]! -= b;
  solveReal(lu, rhs, rhs);
  for (let bus = 0; bus < out.length; bus++) out[bus] = rhs[model.nodeOfBus[bus]!] ?? 0;
  return out;
}
