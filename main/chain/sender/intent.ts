/** A command on its way to the chain: what it is, what was signed for it, and how far it has come. */
import type { Hex } from '../follower.ts';

/** What the sender may do at all: one contract function per kind of command. There is no other way to sign. */
export interface ChainAction {
  readonly contract: Hex;
  /** Human-readable signature, e.g. `function giveVerdict(bytes32 trade, uint8 answer)`. */
  readonly function: string;
  /** Custom errors of the contract, so that a refusal has a name. */
  readonly errors: readonly string[];
}

export interface ChainIntent {
  /** Given by whoever decided; the same id never has two effects. */
  readonly id: string;
  /** Key of one of the actions. */
  readonly kind: string;
  readonly args: readonly unknown[];
  /** Market time, Unix ms: after it the command must not be sent. */
  readonly expiresAtMs: number;
}

/**
 * saved: signed and recorded, perhaps sent · sent: an endpoint took it · included: in a verified block ·
 * final: a verified block follows it · reverted: included, without effect · expired: never in a block, and its
 * nonce is used by something else.
 */
export type IntentState = 'saved' | 'sent' | 'included' | 'final' | 'reverted' | 'expired';

export interface IntentRecord {
  readonly id: string;
  readonly kind: string;
  readonly expiresAtMs: number;
  readonly nonce: number;
  readonly rawTransaction: Hex;
  readonly hash: Hex;
  readonly state: IntentState;
  readonly blockNumber: number | null;
  /** Why it failed or waits; null: nothing to say. */
  readonly reason: string | null;
}

/** Kept by the store: `save` is on disk before anything is sent. */
export interface IntentLog {
  /** @throws when the id is taken */
  save(record: IntentRecord): void;
  update(id: string, change: Pick<IntentRecord, 'state' | 'blockNumber' | 'reason'>): void;
  byId(id: string): IntentRecord | null;
  /** saved, sent or included, oldest nonce first. */
  open(): readonly IntentRecord[];
  /** null: none was ever saved. */
  highestNonce(): number | null;
}

export type SubmitAnswer =
  | { readonly answer: 'accepted'; readonly record: IntentRecord }
  /** Nothing was signed. */
  | { readonly answer: 'refused'; readonly reason: string };
