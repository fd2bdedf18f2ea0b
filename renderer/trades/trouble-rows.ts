/** Batches of trades that went wrong: in words, and whether they can still be objected to. */
import type { BatchTrouble } from '../../preload/contract/trades.ts';
import { formatCountdown } from '../ui/times.ts';

export const TROUBLES: Record<
  BatchTrouble['kind'],
  { letter: string; word: string; tone: 'red' | 'amber' | 'plain' }
> = {
  unreadable: { letter: '?', word: 'cannot be read', tone: 'amber' },
  differs: { letter: 'X', word: 'settled otherwise than its trades give', tone: 'red' },
  objected: { letter: 'O', word: 'objected to', tone: 'amber' },
  void: { letter: 'V', word: 'void', tone: 'plain' },
};

/** Why it cannot be objected to; null: it can. */
export function objectionBlocked(
  { kind, objectUntilMs, objection }: BatchTrouble,
  termsKnown: boolean,
  nowMs: number,
): string | null {
  if (kind === 'objected') return 'It is objected to already.';
  if (!termsKnown) return 'The market’s terms for objections are not known yet.';
  if (objectUntilMs === null) return 'There is nothing to object to.';
  if (objection !== null && objection !== 'failed' && objection !== 'expired')
    return `Our objection is ${objection}.`;
  return nowMs < objectUntilMs ? null : 'The time for objections is over: it stands.';
}

/** "02:10 left", or what closed it. */
export function objectionTime(trouble: BatchTrouble, termsKnown: boolean, nowMs: number): string {
  const { objectUntilMs } = trouble;
  const blocked = objectionBlocked(trouble, termsKnown, nowMs);
  return (
    blocked ?? (objectUntilMs === null ? '' : `${formatCountdown(objectUntilMs - nowMs)} left to object`)
  );
}
