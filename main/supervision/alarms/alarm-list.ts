/**
 * The alarms on the list and how they move (ISA-18.2 states): raised, acknowledged, returned, shelved. Chattering is damped by a
 * delay before an alarm counts as returned. Pure: time is an argument.
 */
import type { AlarmCard } from '../../records/supervision.ts';
import type { MarketMs } from '../../records/units.ts';
import type { AlarmDemand } from './alarm-rules.ts';

/** One card with what damping needs to know of it. Times are real ms: a fast market must not make alarms flicker. */
export interface ListedAlarm {
  readonly card: AlarmCard;
  readonly key: string;
  /** Since when it has not been demanded; null while it is. */
  readonly absentSinceMs: number | null;
  readonly shelvedUntilRealMs: number | null;
}

/** An alarm returns only after it was absent for so long (hmi.md: deadband against chattering). */
export const RETURN_AFTER_MS = 10_000;

export interface AlarmMove {
  readonly list: readonly ListedAlarm[];
  /** Cards raised anew in this move. */
  readonly raised: readonly AlarmCard[];
  /** Ids of cards that left the list: returned and acknowledged. */
  readonly removed: readonly string[];
  readonly changed: boolean;
}

/** @param newId gives an id that no card had before */
export function moveAlarms(
  list: readonly ListedAlarm[],
  demands: readonly AlarmDemand[],
  now: { marketMs: MarketMs; realMs: number },
  newId: (key: string) => string,
): AlarmMove {
  const wanted = new Map(demands.map(d => [d.key, d]));
  const next: ListedAlarm[] = [];
  const removed: string[] = [];
  const raised: AlarmCard[] = [];
  let changed = false;
  for (const listed of list) {
    const demand = wanted.get(listed.key);
    wanted.delete(listed.key);
    const moved = demand ? present(listed, demand, now) : absent(listed, now);
    if (moved === null) {
      removed.push(listed.card.id);
      changed = true;
      continue;
    }
    if (isAnnouncedAnew(listed.card, moved.card)) raised.push(moved.card);
    changed ||= !sameCard(listed.card, moved.card);
    next.push(moved);
  }
  for (const demand of wanted.values()) {
    const card: AlarmCard = {
      ...wordsOf(demand),
      id: newId(demand.key),
      raisedAtMs: now.marketMs,
      state: 'unacknowledged',
      returnedAtMs: null,
      acknowledgedBy: null,
      shelvedUntilMs: null,
    };
    raised.push(card);
    next.push({ card, key: demand.key, absentSinceMs: null, shelvedUntilRealMs: null });
    changed = true;
  }
  return { list: next, raised, removed, changed };
}

export function acknowledge(list: readonly ListedAlarm[], ids: readonly string[], by: string): ListedAlarm[] {
  return list.map(l =>
    ids.includes(l.card.id) && (l.card.state === 'unacknowledged' || l.card.state === 'returned')
      ? {
          ...l,
          card: {
            ...l.card,
            acknowledgedBy: by,
            state: l.card.returnedAtMs === null ? 'acknowledged' : 'returned',
          },
        }
      : l,
  );
}

/** @returns null when the alarm may not be shelved: critical ones never are */
export function shelve(
  list: readonly ListedAlarm[],
  id: string,
  until: { marketMs: MarketMs; realMs: number },
): ListedAlarm[] | null {
  const found = list.find(l => l.card.id === id);
  if (!found || found.card.priority === 'critical') return null;
  return list.map(l =>
    l === found
      ? {
          ...l,
          shelvedUntilRealMs: until.realMs,
          card: { ...l.card, state: 'shelved', shelvedUntilMs: until.marketMs },
        }
      : l,
  );
}

function present(
  listed: ListedAlarm,
  demand: AlarmDemand,
  now: { marketMs: MarketMs; realMs: number },
): ListedAlarm {
  const { card } = listed;
  const words = wordsOf(demand);
  const isBack = card.returnedAtMs !== null;
  const isWorse = RANK[demand.priority] < RANK[card.priority];
  const shelfEnded =
    card.state === 'shelved' && listed.shelvedUntilRealMs !== null && now.realMs >= listed.shelvedUntilRealMs;
  // A shelf ends early when the trouble becomes critical: that is never shelved.
  const breaksShelf = card.state === 'shelved' && isWorse && demand.priority === 'critical';
  if (isBack || shelfEnded || breaksShelf || (isWorse && card.state !== 'shelved')) {
    return {
      ...listed,
      absentSinceMs: null,
      shelvedUntilRealMs: null,
      card: {
        ...card,
        ...words,
        state: 'unacknowledged',
        returnedAtMs: null,
        acknowledgedBy: null,
        shelvedUntilMs: null,
      },
    };
  }
  return { ...listed, absentSinceMs: null, card: { ...card, ...words } };
}

function absent(listed: ListedAlarm, now: { marketMs: MarketMs; realMs: number }): ListedAlarm | null {
  const since = listed.absentSinceMs ?? now.realMs;
  if (now.realMs - since < RETURN_AFTER_MS) return { ...listed, absentSinceMs: since };
  // Acknowledged or shelved trouble that is over needs no one any more; what nobody saw stays until someone did.
  if (listed.card.acknowledgedBy !== null || listed.card.state === 'shelved') return null;
  const returnedAtMs = listed.card.returnedAtMs ?? now.marketMs;
  return { ...listed, absentSinceMs: since, card: { ...listed.card, state: 'returned', returnedAtMs } };
}

function isAnnouncedAnew(before: AlarmCard, after: AlarmCard): boolean {
  return before.state !== 'unacknowledged' && after.state === 'unacknowledged';
}

function wordsOf(demand: AlarmDemand): Omit<AlarmDemand, 'key'> {
  const { key: _, ...words } = demand;
  return words;
}

function sameCard(a: AlarmCard, b: AlarmCard): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const RANK = { critical: 0, high: 1, medium: 2, low: 3 } as const;
