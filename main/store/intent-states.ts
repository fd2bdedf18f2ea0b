/** The way of an intent: recorded → sent → included, or failed, or expired. What has ended stays ended. Pure. */
import type { IntentState } from '../records/operations.ts';

const NEXT: Record<IntentState, readonly IntentState[]> = {
  // Included at once: the console ended between sending and noting it.
  recorded: ['sent', 'included', 'failed', 'expired'],
  // Sent again: the same signed transaction, after a restart or a lost connection.
  sent: ['sent', 'included', 'failed', 'expired'],
  included: [],
  failed: [],
  expired: [],
};

export function mayFollow(from: IntentState, to: IntentState): boolean {
  return NEXT[from].includes(to);
}
