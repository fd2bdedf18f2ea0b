/** A trade's footprint both ways, side by side: the part of the flow that is the trade's, and the change it causes. */
import type { SolvedState } from '../power-flow/result.ts';
import { type DirectedFlows, directedFlows, type Trace, traceInjection, traceWithdrawal } from './tracing.ts';
import { effectOfTrade, type Sensitivities } from './voltage-and-flow.ts';

export interface FootprintComparison {
  /** Branches where either footprint has anything, the larger of the two deciding the order; ties by row. */
  readonly branches: readonly FootprintsOnBranch[];
  /** Change of the branch losses of the whole grid that the trade causes, kW; negative where it relieves the grid. */
  readonly lossesKw: number;
  /** Losses that fall to the trade by tracing, kW: its part of the losses of each branch. */
  readonly lossesByTracingKw: number;
  /** [nBus] change of voltage that the trade causes, p.u.; 0 at dead buses. */
  readonly vmPuChange: Float64Array;
  /** Why the two differ, one sentence for an operator. */
  readonly explanation: string;
}

/** Active power into the branch at its from end, kW. */
export interface FootprintsOnBranch {
  /** Row of the branch table. */
  readonly branch: number;
  /** Part of the flow that comes from the trade's part of the seller's injection, or goes to the buyer's withdrawal. */
  readonly fromSellerKw: number;
  readonly toBuyerKw: number;
  /** Part of the flow that does either; what does both counts once. */
  readonly byTracingKw: number;
  /** Change of the flow that the trade causes, to first order. */
  readonly bySensitivityKw: number;
}

/**
 * Tracing speaks of the state as it is, so the trade is taken to be part of it: its kW out of the net injection at the
 * seller's bus, its kW out of the net withdrawal at the buyer's, at most all of either. A bus that uses what it sells
 * itself has nothing to trace. Slopes need no such thing: they hold for a trade on top of the state as well as for one in it.
 * @param sens  of the same state
 * @param trade rows of the bus table; kw at least 0
 */
export function compareFootprints(
  sens: Sensitivities,
  state: SolvedState,
  trade: { readonly sellerBus: number; readonly buyerBus: number; readonly kw: number },
): FootprintComparison {
  const flows = directedFlows(sens.model, state);
  const seller = traceInjection(flows, trade.sellerBus);
  const buyer = traceWithdrawal(flows, trade.buyerBus);
  const sold = sharesOfTrade(flows, seller, trade.kw, trade.sellerBus, flows.injectionMw);
  const bought = sharesOfTrade(flows, buyer, trade.kw, trade.buyerBus, flows.withdrawalMw);
  const effect = effectOfTrade(sens, trade.sellerBus, trade.buyerBus);
  const branches: FootprintsOnBranch[] = [];
  let lossesByTracingKw = 0;
  state.pFromMw.forEach((pMw, branch) => {
    // By proportional sharing the mix of sources is the same for every sink: from the one and to the other is the product.
    const either = sold[branch]! + bought[branch]! - sold[branch]! * bought[branch]!;
    const bySensitivityKw = effect.pFromKwPerKw[branch]! * trade.kw;
    lossesByTracingKw += 1000 * either * (flows.sentMw[branch]! - flows.receivedMw[branch]!);
    if (either === 0 && bySensitivityKw === 0) return;
    branches.push({
      branch,
      fromSellerKw: 1000 * pMw * sold[branch]!,
      toBuyerKw: 1000 * pMw * bought[branch]!,
      byTracingKw: 1000 * pMw * either,
      bySensitivityKw,
    });
  });
  branches.sort((a, b) => largerKw(b) - largerKw(a) || a.branch - b.branch);
  return {
    branches,
    lossesKw: effect.lossesKwPerKw * trade.kw,
    lossesByTracingKw,
    vmPuChange: effect.vmPuPerKw.map(perKw => perKw * trade.kw),
    explanation: EXPLANATION,
  };
}

/** [nBranch] share of each flow that is the trade's: of what the bus injects or withdraws, the part its kW make up. */
function sharesOfTrade(
  { model }: DirectedFlows,
  { ofBranch }: Trace,
  kw: number,
  bus: number,
  nodeMw: Float64Array,
): Float64Array {
  const busKw = 1000 * (nodeMw[model.nodeOfBus[bus]!] ?? 0);
  const part = busKw > 0 ? Math.min(1, kw / busKw) : 0;
  return ofBranch.map(share => share * part);
}

function largerKw({ byTracingKw, bySensitivityKw }: FootprintsOnBranch): number {
  return Math.max(Math.abs(byTracingKw), Math.abs(bySensitivityKw));
}

const EXPLANATION =
  'Tracing gives the trade its average part of what flows, always in the direction of the flow; the sensitivity is the change the trade causes, which may run against the flow and relieve the branch.';
