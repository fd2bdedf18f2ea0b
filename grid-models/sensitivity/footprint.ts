/** The electrical footprint of a trade: what it alone changes in every branch, and the share that is lost on the way. */
import { effectOfTrade, effectOnElement, type Sensitivities } from './voltage-and-flow.ts';

export interface Footprint {
  /** Branches whose flow changes by at least the least share asked for, the most changed first; ties by row. */
  readonly branches: readonly FootprintBranch[];
  /** Change of the branch losses of the whole grid, kW; negative where the trade relieves it. */
  readonly lossesKw: number;
}

export interface FootprintBranch {
  /** Row of the branch table. */
  readonly branch: number;
  /** Change of the active power into the branch at its from end, kW. */
  readonly pKw: number;
}

/**
 * Linear about the solved state: the footprints of several trades add up.
 * @param leastShare branches with less than this share of the trade's power are left out (0: none are)
 */
export function footprint(
  sens: Sensitivities,
  trade: { readonly sellerBus: number; readonly buyerBus: number; readonly kw: number },
  leastShare: number,
): Footprint {
  const effect = effectOfTrade(sens, trade.sellerBus, trade.buyerBus);
  const branches: FootprintBranch[] = [];
  effect.pFromKwPerKw.forEach((share, branch) => {
    if (share !== 0 && Math.abs(share) >= leastShare) branches.push({ branch, pKw: share * trade.kw });
  });
  branches.sort((a, b) => Math.abs(b.pKw) - Math.abs(a.pKw) || a.branch - b.branch);
  return { branches, lossesKw: effect.lossesKwPerKw * trade.kw };
}

/** [nBus] kW of branch losses more per kW injected there and taken up by the slack. */
export function lossFactors(sens: Sensitivities): Float64Array {
  return effectOnElement(sens, { kind: 'losses' });
}
