/**
 * What may be read and what may be written: two types, so that a part that only reads cannot write. An answered write is
 * durable: it survives the end of the process, and for the operations file a power cut as well.
 */
import type { MarketEvent } from '../records/market.ts';
import type { AuditEntry, Intent, IntentState } from '../records/operations.ts';
import type { AlarmCard, AlarmPriority, Verdict } from '../records/supervision.ts';
import type { MarketMs } from '../records/units.ts';
import type { AuditCheck } from './audit-chain.ts';

/** One verified block with what it says of the market, in the order of its logs. */
export interface BlockEvents {
  readonly number: number;
  readonly hash: string;
  readonly atMs: MarketMs;
  readonly events: readonly MarketEvent[];
}

export interface StoredBlock {
  readonly number: number;
  readonly hash: string;
  readonly atMs: MarketMs;
}

/** What is known when an audit entry is asked for; number and hash come from the store. */
export type AuditNote = Omit<AuditEntry, 'sequence' | 'hash'>;

/** An entry with the hash that its own covers too; before the first entry stands `AUDIT_START`. */
export interface AuditRecord extends AuditEntry {
  readonly previousHash: string;
}

/** An own verdict with what it follows from: canonical text that a third party can re-run. */
export interface StoredVerdict {
  readonly verdict: Verdict;
  readonly evidence: string;
}

export type NewIntent = Omit<Intent, 'state' | 'transactionHash' | 'failure'>;

export interface IntentMove {
  readonly id: string;
  readonly state: IntentState;
  /** null keeps what is there. */
  readonly transactionHash: string | null;
  readonly failure: string | null;
}

export interface AlarmRaise {
  readonly atMs: MarketMs;
  readonly alarmId: string;
  readonly priority: AlarmPriority;
  readonly title: string;
}

/** measured: values as they came; solved: a calculated interval. */
export type FrameKind = 'measured' | 'solved';

/** Numbers of one instant. The layout names them once: same names, same layout. */
export interface Frame {
  readonly kind: FrameKind;
  readonly atMs: MarketMs;
  readonly names: readonly string[];
  readonly values: Float32Array;
}

export interface ReadStore {
  /** Last block written; null in a new store. */
  head(): StoredBlock | null;
  /** Last block whose market time is at or before; null when there is none. */
  blockAt(atMs: MarketMs): StoredBlock | null;
  /** In the order of the chain. */
  events(options?: {
    readonly types?: readonly MarketEvent['type'][];
    readonly afterBlock?: number;
  }): Iterable<MarketEvent>;
  /** The latest verdict of each trade, in the order they were first given. */
  verdicts(): Iterable<Verdict>;
  /** All of them in the order they were given: a trade may have been decided more than once. */
  everyVerdict(): Iterable<Verdict>;
  verdict(tradeId: string): StoredVerdict | null;
  intent(id: string): Intent | null;
  /** Newest first. */
  intents(options: { readonly states?: readonly IntentState[]; readonly limit: number }): readonly Intent[];
  auditLength(): number;
  /** Newest first; text is looked for in every column. */
  audit(options: { readonly text: string; readonly offset: number; readonly limit: number }): {
    readonly total: number;
    readonly rows: readonly AuditRecord[];
  };
  /** Walks the whole chain. */
  verifyAudit(): AuditCheck;
  alarms(): readonly AlarmCard[];
  alarmRaises(fromMs: MarketMs): readonly AlarmRaise[];
  setting(name: string): string | null;
  /** The newest frame at or before the instant. */
  frame(kind: FrameKind, atMs: MarketMs): Frame | null;
  /** Instants of which there are frames, ascending. */
  frameTimes(kind: FrameKind, fromMs: MarketMs, toMs: MarketMs): readonly MarketMs[];
  close(): void;
}

export interface WriteStore {
  /** Idempotent: a block already there with the same hash and events is left; with another hash it is refused. */
  appendBlock(block: BlockEvents): Promise<void>;
  appendVerdicts(verdicts: readonly StoredVerdict[]): Promise<void>;
  /** Intent and audit entry in one transaction. The id is the key: an intent already there is answered, not made again. */
  recordIntent(
    intent: NewIntent,
    note: AuditNote,
  ): Promise<{ readonly intent: Intent; readonly created: boolean }>;
  /** @throws StoreError `refused` when the intent has ended or is unknown */
  moveIntent(move: IntentMove, note: AuditNote): Promise<Intent>;
  appendAudit(note: AuditNote): Promise<AuditEntry>;
  /** Replaces the cards by id and removes those named. */
  saveAlarms(
    cards: readonly AlarmCard[],
    removed: readonly string[],
    raises: readonly AlarmRaise[],
  ): Promise<void>;
  setSetting(name: string, value: string): Promise<void>;
  appendFrame(frame: Frame): Promise<void>;
}
