/** Why a trade cannot be checked now. Each obstacle holds the trade with its reason; none of them is ever passed over. Pure. */
import type { TradeKind } from '../../records/market.ts';
import { REASON, type Verdict } from '../../records/supervision.ts';
import type { IntervalStart, MarketMs, Wh } from '../../records/units.ts';

export interface CheckConditions {
  /** Does this console believe what it sees of the chain? */
  readonly chain: { readonly verified: boolean; readonly detail: string };
  readonly telemetry: { readonly live: boolean; readonly detail: string };
  hasForecast(interval: IntervalStart): boolean;
  hasPoint(point: string): boolean;
}

export interface TradeInQuestion {
  readonly id: string;
  readonly kind: TradeKind;
  readonly interval: IntervalStart;
  readonly sellerPoint: string;
  readonly buyerPoint: string;
  readonly energyWh: Wh;
}

export interface Obstacle {
  readonly code: number;
  readonly reason: string;
}

/** The first obstacle, or null when the grid itself may decide. */
export function obstacleOf(trade: TradeInQuestion, conditions: CheckConditions): Obstacle | null {
  if (!conditions.chain.verified)
    return {
      code: REASON.chainNotVerified,
      reason: `Held: the chain is not verified (${conditions.chain.detail}).`,
    };
  const unknown = [trade.sellerPoint, trade.buyerPoint].find(point => !conditions.hasPoint(point));
  if (unknown !== undefined)
    return { code: REASON.unknownPoint, reason: `Held: connection point ${unknown} is not in this network.` };
  if (!conditions.telemetry.live)
    return {
      code: REASON.staleTelemetry,
      reason: `Held: measurements are not current (${conditions.telemetry.detail}).`,
    };
  if (!conditions.hasForecast(trade.interval))
    return { code: REASON.noForecast, reason: 'Held: there is no forecast for the delivery interval.' };
  return null;
}

/** The hold that an obstacle means, as a verdict. */
export function holdFor(trade: TradeInQuestion, obstacle: Obstacle, atMs: MarketMs): Verdict {
  return {
    tradeId: trade.id,
    interval: trade.interval,
    kind: trade.kind,
    decision: 'held',
    energyAskedWh: trade.energyWh,
    energySafeWh: 0n,
    binding: null,
    decidedBy: 'none',
    reason: obstacle.reason,
    reasonCode: obstacle.code,
    fee: NO_FEE,
    inputHash: '',
    decidedAtMs: atMs,
  };
}

export const NO_FEE = { lossesMicroEur: 0n, congestionMicroEur: 0n, voltageMicroEur: 0n, fixedMicroEur: 0n };
