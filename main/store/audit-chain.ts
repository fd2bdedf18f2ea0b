/**
 * The audit log as a hash chain: each entry's hash covers its content and the hash before it, so that no entry can be changed,
 * inserted, removed or moved without breaking the chain at that place. Pure.
 */
import type { AuditEntry } from '../records/operations.ts';
import { encode, sha256 } from './encoding.ts';

/** Stands where the first entry looks for its predecessor. */
export const AUDIT_START = '0'.repeat(64);

export type AuditContent = Omit<AuditEntry, 'hash'>;

export function auditHash(previousHash: string, entry: AuditContent): string {
  const { sequence, atMs, wallClock, who, action, subject, detail } = entry;
  return sha256(encode({ previousHash, sequence, atMs, wallClock, who, action, subject, detail }));
}

export interface AuditCheck {
  readonly valid: boolean;
  readonly entries: number;
  /** Sequence of the first entry that does not follow from the one before; null when all do. */
  readonly brokenAt: number | null;
  /** Hash of the last entry that holds. */
  readonly head: string;
}

/**
 * @param entries  in the order of the store
 * @param lastKnown highest sequence that another table refers to: entries up to it must exist (a cut tail shows)
 */
export function checkAuditChain(entries: Iterable<AuditEntry>, lastKnown: number): AuditCheck {
  let head = AUDIT_START;
  let count = 0;
  for (const entry of entries) {
    const expected = count + 1;
    if (entry.sequence !== expected || entry.hash !== auditHash(head, entry))
      return { valid: false, entries: count, brokenAt: expected, head };
    head = entry.hash;
    count++;
  }
  if (count < lastKnown) return { valid: false, entries: count, brokenAt: count + 1, head };
  return { valid: true, entries: count, brokenAt: null, head };
}
