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
  /** The flow itself. */
  readonly flowKw: number;
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
  const { nodeOfBus } = sens.model;
  const sellerNode = nodeOfBus[trade.sellerBus]!;
  const buyerNode = nodeOfBus[trade.buyerBus]!;
  // What is sold and bought at one node stays there.
  const kw = sellerNode === buyerNode ? 0 : trade.kw;
  const sold = sharesOfTrade(seller, kw, flows.injectionMw[sellerNode] ?? 0);
  const bought = sharesOfTrade(buyer, kw, flows.withdrawalMw[buyerNode] ?? 0);
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
      flowKw: 1000 * pMw,
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
    explanation: explanationOf(flows, sellerNode, buyerNode),
  };
}

/** [nBranch] share of each flow that is the trade's: of what the node injects or withdraws, the part its kW make up. */
function sharesOfTrade({ ofBranch }: Trace, kw: number, nodeMw: number): Float64Array {
  const part = nodeMw > 0 ? Math.min(1, kw / (1000 * nodeMw)) : 0;
  return ofBranch.map(share => share * part);
}

function largerKw({ byTracingKw, bySensitivityKw }: FootprintsOnBranch): number {
  return Math.max(Math.abs(byTracingKw), Math.abs(bySensitivityKw));
}

function explanationOf({ injectionMw, withdrawalMw }: DirectedFlows, seller: number, buyer: number): string {
  const notTraced =
    seller === buyer
      ? '; both points are at one bus, so nothing of the trade flows'
      : [
          (injectionMw[seller] ?? 0) > TRACED_LEAST_MW
            ? ''
            : '; the seller’s bus uses more than it feeds in, so nothing can be traced from it',
          (withdrawalMw[buyer] ?? 0) > TRACED_LEAST_MW
            ? ''
            : '; the buyer’s bus feeds in more than it uses, so nothing can be traced to it',
        ].join('');
  return `${EXPLANATION}${notTraced}.`;
}

/** Below a watt a node's balance is rounding. */
const TRACED_LEAST_MW = 1e-6;
const EXPLANATION =
  'Tracing gives the trade its average part of what flows, always in the direction of the flow; the sensitivity is the change the trade causes, which may run against the flow and relieve the branch';
