/** What an operator wants done: typed, recorded before it is signed, sent once. */
import type { Direction, FlexibilityProduct, LegalRank } from './market.ts';
import type { IntervalStart, MarketMs, MicroEur, Wh } from './units.ts';

export type Command =
  | {
      readonly type: 'purchase-flexibility';
      readonly interval: IntervalStart;
      readonly product: FlexibilityProduct;
      readonly parts: readonly { readonly offerId: string; readonly energyWh: Wh }[];
      readonly element: string;
      readonly evidence: string;
    }
  | {
      readonly type: 'curtail';
      /** Whose limit it relieves. */
      readonly element: string;
      readonly terms: readonly {
        readonly point: string;
        readonly interval: IntervalStart;
        readonly direction: Direction;
        readonly energyWh: Wh;
        readonly legalRank: LegalRank;
        readonly compensationMicroEur: MicroEur;
      }[];
      readonly reasonCode: number;
      readonly reason: string;
      /** Why open offers are not used; empty: there are none. */
      readonly marketOverride: string;
      readonly evidence: string;
    }
  | {
      /** Parts that others bought in our area stand. */
      readonly type: 'confirm-flexibility';
      readonly interval: IntervalStart;
      readonly parts: readonly AnsweredPart[];
      /** What the check said. */
      readonly reason: string;
      readonly evidence: string;
    }
  | {
      readonly type: 'refuse-flexibility';
      readonly interval: IntervalStart;
      readonly parts: readonly AnsweredPart[];
      /** One of REFUSAL. */
      readonly reasonCode: number;
      readonly reason: string;
      readonly evidence: string;
    }
  | {
      readonly type: 'object-to-batch';
      readonly batchId: string;
      readonly interval: IntervalStart;
      /** Where its nets differ from what this console works out. */
      readonly problem: string;
    }
  | {
      readonly type: 'give-verdicts';
      readonly verdicts: readonly {
        readonly tradeId: string;
        readonly decision: 'accepted' | 'reduced' | 'rejected' | 'held';
        readonly energyWh: Wh;
        readonly feeMicroEur: MicroEur;
        readonly reasonCode: number;
        readonly evidence: string;
      }[];
    };

export interface AnsweredPart {
  readonly partId: string;
  readonly point: string;
  readonly direction: Direction;
  readonly energyWh: Wh;
}

/** Why flexibility that others bought is refused: the code on chain, the words in the audit log. */
export const REFUSAL = { limitWouldBeViolated: 1, workInTheGrid: 2, other: 3 } as const;

export type IntentState = 'recorded' | 'sent' | 'included' | 'failed' | 'expired';

/** A command on its way: the id is the idempotency key from click to chain. */
export interface Intent {
  readonly id: string;
  readonly by: string;
  readonly command: Command;
  readonly recordedAtMs: MarketMs;
  /** After this market time it is not sent any more. */
  readonly expiresAtMs: MarketMs;
  readonly state: IntentState;
  readonly transactionHash: string | null;
  readonly failure: string | null;
}

/** Why commands are locked, or that they are not. One interlock for the whole console. */
export interface Interlock {
  readonly locked: boolean;
  readonly reasons: readonly InterlockReason[];
}

export interface InterlockReason {
  readonly source: 'chain' | 'telemetry' | 'clock' | 'store' | 'solver' | 'session';
  readonly reason: string;
  readonly sinceMs: MarketMs;
}

/** One line of the audit log, chained by hash in the store. */
export interface AuditEntry {
  readonly sequence: number;
  readonly atMs: MarketMs;
  readonly wallClock: string;
  readonly who: string;
  readonly action: string;
  readonly subject: string;
  /** Canonical JSON. */
  readonly detail: string;
  readonly hash: string;
}
