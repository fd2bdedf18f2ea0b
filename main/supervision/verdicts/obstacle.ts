/**
 * Why a trade cannot be checked now, and what it may not be at all. Each obstacle holds the trade with its reason, each breach
 * of the market's rules rejects it; none of them is ever passed over. Pure.
 */
import type { MarketTariff, TradeKind } from '../../records/market.ts';
import { REASON, type Verdict } from '../../records/supervision.ts';
import type { IntervalStart, MarketMs, MicroEurPerKwh, Wh } from '../../records/units.ts';

export interface CheckConditions {
  /** Does this console believe what it sees of the chain? */
  readonly chain: { readonly verified: boolean; readonly detail: string };
  /** Why this console must not act in a market of these rules; null: they are those it is set up for. */
  readonly rulesMismatch: string | null;
  readonly telemetry: { readonly live: boolean; readonly detail: string };
  hasForecast(interval: IntervalStart): boolean;
  hasPoint(point: string): boolean;
  /** The end of a trade beyond this network that another operator answers for. */
  isAbroad(trade: TradeInQuestion, point: string): boolean;
  /** Without one nothing that the point delivers can be settled. */
  hasMeter(point: string): boolean;
  /** null: no tariff of the interval is known. */
  tariffAt(interval: IntervalStart): MarketTariff | null;
}

export interface TradeInQuestion {
  readonly id: string;
  readonly kind: TradeKind;
  readonly interval: IntervalStart;
  readonly sellerPoint: string;
  readonly buyerPoint: string;
  readonly energyWh: Wh;
  readonly priceMicroEurPerKwh: MicroEurPerKwh;
  readonly otherArea: number | null;
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
  if (conditions.rulesMismatch !== null)
    return { code: REASON.otherRules, reason: `Held: ${conditions.rulesMismatch}.` };
  const points = [trade.sellerPoint, trade.buyerPoint];
  const abroad = points.filter(point => conditions.isAbroad(trade, point));
  const unknown = points.find(point => !conditions.hasPoint(point) && !abroad.includes(point));
  if (unknown !== undefined)
    return { code: REASON.unknownPoint, reason: `Held: connection point ${unknown} is not in this network.` };
  if (abroad.length === points.length)
    return {
      code: REASON.unknownPoint,
      reason: 'Held: neither of its connection points is in this network.',
    };
  const unmetered = points.find(point => !conditions.hasMeter(point));
  if (unmetered !== undefined)
    return {
      code: REASON.noMeter,
      reason: `Held: connection point ${unmetered} has no meter; what it delivers could not be settled.`,
    };
  if (!conditions.telemetry.live)
    return {
      code: REASON.staleTelemetry,
      reason: `Held: measurements are not current (${conditions.telemetry.detail}).`,
    };
  if (!conditions.hasForecast(trade.interval))
    return { code: REASON.noForecast, reason: 'Held: there is no forecast for the delivery interval.' };
  if (conditions.tariffAt(trade.interval) === null)
    return { code: REASON.noTariff, reason: 'Held: no tariff is known for the delivery interval.' };
  return null;
}

/**
 * What the contract cannot see of a sealed trade, and its grid operator must: prices between feed-in and retail (inside a community
 * from zero), two points. Null when nothing speaks against it.
 */
export function breachOf(trade: TradeInQuestion, tariff: MarketTariff): Obstacle | null {
  if (trade.sellerPoint === trade.buyerPoint)
    return { code: REASON.samePoint, reason: `Rejected: ${trade.sellerPoint} sells to itself.` };
  const floor = trade.kind === 'community' ? 0n : tariff.feedInMicroEurPerKwh;
  const price = trade.priceMicroEurPerKwh;
  if (price >= floor && price <= tariff.retailMicroEurPerKwh) return null;
  return {
    code: REASON.outsideCorridor,
    reason: `Rejected: its price of ${price} µ€/kWh lies outside ${floor} to ${tariff.retailMicroEurPerKwh} µ€/kWh.`,
  };
}

/** Whether this verdict says the obstacle already. Chain and measurements give other details all the time, for one and the same cause. */
export function says(verdict: Verdict | null, { code, reason }: Obstacle): boolean {
  if (verdict?.reasonCode !== code) return false;
  return code === REASON.chainNotVerified || code === REASON.staleTelemetry || verdict.reason === reason;
}

/** The hold that an obstacle means, as a verdict. */
export function holdFor(trade: TradeInQuestion, obstacle: Obstacle, atMs: MarketMs): Verdict {
  return without(trade, 'held', obstacle, atMs);
}

/** The rejection that a breach means, as a verdict. */
export function rejectionFor(trade: TradeInQuestion, breach: Obstacle, atMs: MarketMs): Verdict {
  return without(trade, 'rejected', breach, atMs);
}

function without(
  trade: TradeInQuestion,
  decision: 'held' | 'rejected',
  { code, reason }: Obstacle,
  atMs: MarketMs,
): Verdict {
  return {
    tradeId: trade.id,
    interval: trade.interval,
    kind: trade.kind,
    decision,
    energyAskedWh: trade.energyWh,
    energySafeWh: 0n,
    binding: null,
    decidedBy: 'none',
    reason,
    reasonCode: code,
    fee: NO_FEE,
    inputHash: '',
    decidedAtMs: atMs,
  };
}

export const NO_FEE = { lossesMicroEur: 0n, congestionMicroEur: 0n, voltageMicroEur: 0n, fixedMicroEur: 0n };
