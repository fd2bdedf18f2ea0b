/** What supervision says of trades, limits and segments: plain values, shared by store, operations and screens. */
import type { Decision, TradeKind } from './market.ts';
import type { IntervalStart, MarketMs, MicroEur, Wh } from './units.ts';

export type LimitKind = 'voltage-high' | 'voltage-low' | 'line-loading' | 'transformer-loading';

/** The limit that binds: element, value and how far it is from the limit (negative: violated). */
export interface Binding {
  readonly limit: LimitKind;
  /** Id of the bus or branch in the network. */
  readonly element: string;
  readonly value: number;
  readonly limitValue: number;
  readonly margin: number;
  /** 'p.u.' or '%'. */
  readonly unit: string;
  readonly leg: 'both' | 'seller-only' | 'buyer-only';
}

export interface FeeParts {
  readonly lossesMicroEur: MicroEur;
  readonly congestionMicroEur: MicroEur;
  readonly voltageMicroEur: MicroEur;
  readonly fixedMicroEur: MicroEur;
}

/** The console's own verdict: decided here, then recorded on chain with the evidence hash. */
export interface Verdict {
  readonly tradeId: string;
  readonly interval: IntervalStart;
  readonly kind: TradeKind;
  readonly decision: Decision;
  readonly energyAskedWh: Wh;
  readonly energySafeWh: Wh;
  readonly binding: Binding | null;
  readonly decidedBy: 'bound' | 'ac' | 'none';
  readonly reason: string;
  readonly reasonCode: number;
  readonly fee: FeeParts;
  readonly inputHash: string;
  readonly decidedAtMs: MarketMs;
}

/** Reason codes on chain, with the word for each. */
export const REASON = {
  withinLimits: 0,
  limitWouldBeViolated: 1,
  oneLegWouldViolate: 2,
  outsideCorridor: 3,
  samePoint: 4,
  noConvergence: 10,
  staleTelemetry: 11,
  noForecast: 12,
  unknownPoint: 13,
  deadBus: 14,
  chainNotVerified: 15,
  noTariff: 16,
  noMeter: 17,
  otherRules: 18,
} as const;

/** A limit and what a change of injections does to it. */
export interface MovedLimit {
  readonly element: string;
  readonly limit: LimitKind;
  readonly before: number;
  readonly after: number;
  readonly limitValue: number;
  readonly unit: string;
}

export type Light = 'green' | 'amber' | 'red' | 'unknown';

/** A limit foreseen to be violated or nearly so, in one interval or a run of them. */
export interface Risk {
  readonly id: string;
  readonly element: string;
  readonly limit: LimitKind;
  readonly segment: string;
  /** First and last interval in which it is at risk. */
  readonly fromInterval: IntervalStart;
  readonly toInterval: IntervalStart;
  /** Worst interval and value in it, with trades accepted so far. */
  readonly worstInterval: IntervalStart;
  readonly worstValue: number;
  /** How many of its intervals are beyond the limit; the others only come near it. */
  readonly violatedIntervals: number;
  readonly limitValue: number;
  readonly unit: string;
  readonly severity: 'foreseen' | 'violated';
}

export type AlarmPriority = 'critical' | 'high' | 'medium' | 'low';

export interface AlarmCard {
  readonly id: string;
  readonly priority: AlarmPriority;
  readonly title: string;
  readonly cause: string;
  readonly consequence: string;
  readonly action: string;
  /** Screen and subject that the action leads to. */
  readonly link: { readonly screen: string; readonly subject: string };
  readonly raisedAtMs: MarketMs;
  readonly decideByMs: MarketMs | null;
  readonly state: 'unacknowledged' | 'acknowledged' | 'returned' | 'shelved';
  readonly returnedAtMs: MarketMs | null;
  readonly acknowledgedBy: string | null;
  readonly shelvedUntilMs: MarketMs | null;
  /** Raw occurrences folded into this card. */
  readonly count: number;
}
