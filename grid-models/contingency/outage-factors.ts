/**
 * Line outage distribution factors of the DC power flow: which share of the flow on a branch that goes out of service
 * each other branch takes over.
 *
 * With b the susceptances and x = B⁻¹·(1 at the from node of o, −1 at its to node), a transfer of 1 MW between the ends
 * of o flows as φ_k = b_k·(x_from(k) − x_to(k)) over branch k, and taking o out is a change of B of rank one:
 *
 *     LODF_k,o = φ_k / (1 − φ_o),     P_k after = P_k + LODF_k,o·P_o      (Wood, Wollenberg & Sheblé, ch. 7)
 *
 * φ_o = 1 where all of the transfer must pass o: its outage splits the grid and no factor exists. One sparse solve an
 * outage on the kept factorisation; the dense matrix of all factors is never made.
 */
import type { SolvedState } from '../power-flow/result.ts';
import { hasRating, type Limits } from '../security/limits.ts';
import type { DcSensitivities } from '../sensitivity/ptdf.ts';
import { solveReal } from '../sparse/real-lu.ts';

/** 1 − φ_o below this is rounding: the branch is the only way. */
const OTHER_WAYS_MIN = 1e-9;

/**
 * @param outage row of the branch table
 * @param out [nBranch] MW at the from end per MW that the outage flowed at its from end; -1 for the outage itself
 * @returns false where the outage splits the grid, or the branch carries nothing: `out` is then all NaN
 */
export function outageFactors(dc: DcSensitivities, outage: number, out: Float64Array): boolean {
  const { model, lu, susceptance } = dc;
  const { branchFromNode, branchToNode, freeCount } = model;
  const from = branchFromNode[outage]!;
  const to = branchToNode[outage]!;
  out.fill(Number.NaN);
  if (susceptance[outage] === 0 || from === to) return false;
  const x = new Float64Array(freeCount);
  if (from < freeCount) x[from]! += 1;
  if (to < freeCount) x[to]! -= 1;
  solveReal(lu, x, x);
  // Slack nodes keep their angle.
  const at = (node: number): number => (node < freeCount ? x[node]! : 0);
  const otherWays = 1 - susceptance[outage]! * (at(from) - at(to));
  if (!(Math.abs(otherWays) > OTHER_WAYS_MIN)) return false;
  for (let k = 0; k < out.length; k++) {
    const b = susceptance[k]!;
    out[k] = b === 0 ? 0 : (b * (at(branchFromNode[k]!) - at(branchToNode[k]!))) / otherWays;
  }
  out[outage] = -1;
  return true;
}

export interface RankedOutage {
  /** Row of the branch that goes out. */
  readonly branch: number;
  /** Used share of the permitted loading where most is used after the outage; NaN where no factor exists. */
  readonly used: number;
  /** Row of that branch; -1 where none has a rating, or no factor exists. */
  readonly worstBranch: number;
}

/**
 * Outages by estimated loading: those without factors (they split the grid) first, then the highest loading. The flows
 * are the base state's with the active part shifted by the factors. Voltages are not seen; the steps of `contingencies`
 * see them.
 * @param outages rows of the branch table
 */
export function rankOutages(
  dc: DcSensitivities,
  limits: Limits,
  base: SolvedState,
  outages: ArrayLike<number>,
): RankedOutage[] {
  const shareOfMva = usedPerMva(dc, limits, base);
  const factors = new Float64Array(shareOfMva.length);
  const ranked = Array.from(outages, branch => {
    let used = Number.NaN;
    let worstBranch = -1;
    if (outageFactors(dc, branch, factors)) {
      const flowMw = base.pFromMw[branch]!;
      used = 0;
      for (let k = 0; k < factors.length; k++) {
        if (shareOfMva[k] === 0 || k === branch) continue;
        const pMw =
          Math.abs(base.pFromMw[k]!) > Math.abs(base.pToMw[k]!) ? base.pFromMw[k]! : -base.pToMw[k]!;
        const qMvar = Math.max(Math.abs(base.qFromMvar[k]!), Math.abs(base.qToMvar[k]!));
        const after = pMw + factors[k]! * flowMw;
        const share = shareOfMva[k]! * Math.sqrt(after * after + qMvar * qMvar);
        if (share > used) {
          used = share;
          worstBranch = k;
        }
      }
    }
    return { branch, used, worstBranch };
  });
  const urgency = (o: RankedOutage) => (Number.isNaN(o.used) ? Number.POSITIVE_INFINITY : o.used);
  // Equal urgencies (∞ − ∞ is no number) go by row.
  return ranked.sort((a, b) => (urgency(a) === urgency(b) ? a.branch - b.branch : urgency(b) - urgency(a)));
}

/** [nBranch] used share of the permitted loading per MVA at the base state's voltages; 0 without rating. */
function usedPerMva({ model }: DcSensitivities, limits: Limits, base: SolvedState): Float64Array {
  const { branch, bus } = model.network;
  return Float64Array.from({ length: branch.count }, (_, k) => {
    if (!hasRating(limits, k) || model.branchFromNode[k]! < 0 || model.branchToNode[k]! < 0) return 0;
    const mvaAt = (row: number, ka: number) => Math.sqrt(3) * bus.vnKv[row]! * base.vmPu[row]! * ka;
    const mva = [
      limits.ratingMva[k]!,
      mvaAt(branch.from[k]!, limits.ratingFromKa[k]!),
      mvaAt(branch.to[k]!, limits.ratingToKa[k]!),
    ].filter(rating => !Number.isNaN(rating));
    return 100 / (Math.min(...mva) * limits.loadingPercentMax[k]!);
  });
}
