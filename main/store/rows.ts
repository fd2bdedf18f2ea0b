/** Rows of the operations file as records. */
import type { Command, Intent, IntentState } from '../records/operations.ts';
import { decode } from './encoding.ts';

export interface IntentRow {
  readonly id: string;
  readonly by_whom: string;
  readonly command: string;
  readonly recorded_at_ms: number;
  readonly expires_at_ms: number;
  readonly state: IntentState;
  readonly transaction_hash: string | null;
  readonly failure: string | null;
}

export function intentOf(row: IntentRow): Intent {
  return {
    id: row.id,
    by: row.by_whom,
    command: decode<Command>(row.command),
    recordedAtMs: row.recorded_at_ms,
    expiresAtMs: row.expires_at_ms,
    state: row.state,
    transactionHash: row.transaction_hash,
    failure: row.failure,
  };
}

export interface AuditRow {
  readonly sequence: number;
  readonly at_ms: number;
  readonly wall_clock: string;
  readonly who: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
  readonly hash: string;
}

export function auditEntryOf(row: AuditRow) {
  const { sequence, at_ms: atMs, wall_clock: wallClock, who, action, subject, detail, hash } = row;
  return { sequence, atMs, wallClock, who, action, subject, detail, hash };
}
