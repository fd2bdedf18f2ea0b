/**
 * The footprint of one trade in one interval, by sensitivity and by tracing. Both speak of a state that has the trade in
 * it: the schedule where it is part of that already, else the power flow of the schedule with the trade on top.
 */
import type { GridModel } from '../../../grid-models/network/build.ts';
import type { Injection, SolvedState } from '../../../grid-models/power-flow/result.ts';
import { solve } from '../../../grid-models/power-flow/solve.ts';
import { compareFootprints } from '../../../grid-models/sensitivity/footprint-comparison.ts';
import { sensitivities } from '../../../grid-models/sensitivity/voltage-and-flow.ts';
import { type TradeEnds, tradeBuses } from './trade-buses.ts';

export interface TradeToTrace extends TradeEnds {
  /** What is scheduled of it, or would be. */
  readonly energyWh: number;
  /** It is part of the interval's schedule. */
  readonly scheduled: boolean;
}

export type TradeFootprint =
  | { readonly solved: false; readonly missing: string }
  | {
      readonly solved: true;
      readonly kw: number;
      readonly scheduled: boolean;
      /** Where either footprint is at least a hundredth of the trade; the larger one first. */
      readonly branches: readonly FootprintBranch[];
      /** Change of the losses of the whole grid, to first order; negative where the trade relieves it. */
      readonly lossesKw: number;
      readonly lossesByTracingKw: number;
      /** Where the voltage changes most; null where it changes nowhere. */
      readonly voltage: { readonly bus: number; readonly vmPuChange: number } | null;
      readonly explanation: string;
    };

/** Active power into the branch at its from end; `branch` and `bus` are rows of their tables. */
export interface FootprintBranch {
  readonly branch: number;
  readonly flowKw: number;
  readonly bySensitivityKw: number;
  readonly byTracingKw: number;
}

export function noFootprint(missing: string): TradeFootprint {
  return { solved: false, missing };
}

/** @param grid the interval's schedule and its solution */
export function tradeFootprint(
  grid: { readonly model: GridModel; readonly injection: Injection; readonly state: SolvedState },
  busOfPoint: ReadonlyMap<string, number>,
  trade: TradeToTrace,
  hours: number,
): TradeFootprint {
  const { model } = grid;
  const { sellerPoint, buyerPoint, scheduled } = trade;
  const buses = tradeBuses(model, busOfPoint, trade);
  if ('missing' in buses) return noFootprint(buses.missing);
  const { sellerBus, buyerBus } = buses;
  for (const [point, bus] of [
    [sellerPoint, sellerBus],
    [buyerPoint, buyerBus],
  ] as const)
    if (point !== null && Number.isNaN(grid.state.vmPu[bus]))
      return noFootprint(`Connection point ${point} is not energised.`);
  const kw = trade.energyWh / hours / 1000;
  const state = scheduled ? grid.state : withTrade(grid, sellerBus, buyerBus, kw);
  if (!state.converged)
    return noFootprint(`With this trade on top of the schedule there is no solution: ${state.message}`);
  const sens = sensitivities(model, state);
  if (!sens) return noFootprint('The grid is at the edge of what it can carry: no change has a size there.');
  const found = compareFootprints(sens, state, { sellerBus, buyerBus, kw });
  return {
    solved: true,
    kw,
    scheduled,
    branches: found.branches
      .filter(b => Math.max(Math.abs(b.bySensitivityKw), Math.abs(b.byTracingKw)) >= SHARE_LEAST * kw)
      .map(({ branch, flowKw, bySensitivityKw, byTracingKw }) => ({
        branch,
        flowKw,
        bySensitivityKw,
        byTracingKw,
      })),
    lossesKw: found.lossesKw,
    lossesByTracingKw: found.lossesByTracingKw,
    voltage: largestChange(found.vmPuChange),
    explanation: found.explanation,
  };
}

function withTrade(
  { model, injection, state }: { model: GridModel; injection: Injection; state: SolvedState },
  sellerBus: number,
  buyerBus: number,
  kw: number,
) {
  const pMw = injection.pMw.slice();
  pMw[sellerBus] = (pMw[sellerBus] ?? 0) + kw / 1000;
  pMw[buyerBus] = (pMw[buyerBus] ?? 0) - kw / 1000;
  return solve(model, { pMw, qMvar: injection.qMvar }, { start: state });
}

function largestChange(vmPuChange: Float64Array): { bus: number; vmPuChange: number } | null {
  let largest: { bus: number; vmPuChange: number } | null = null;
  vmPuChange.forEach((change, bus) => {
    if (Math.abs(change) > Math.abs(largest?.vmPuChange ?? 0)) largest = { bus, vmPuChange: change };
  });
  return largest;
}

/** Less than this share of the trade on a branch is losses made up for on the way, and left out. */
const SHARE_LEAST = 0.01;
