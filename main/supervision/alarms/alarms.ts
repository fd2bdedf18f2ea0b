/** The alarm list as a service: looks at the facts once a second, keeps what stands, records what was raised. */
import type { AlarmCard, AlarmPriority } from '../../records/supervision.ts';
import type { MarketMs } from '../../records/units.ts';
import { acknowledge, type ListedAlarm, moveAlarms, shelve } from './alarm-list.ts';
import { type AlarmFacts, alarmDemands } from './alarm-rules.ts';

export interface AlarmRaise {
  readonly atMs: MarketMs;
  readonly alarmId: string;
  readonly priority: AlarmPriority;
  readonly title: string;
}

export interface AlarmsParts {
  facts(): AlarmFacts;
  readonly records: {
    alarms(): readonly AlarmCard[];
    saveAlarms(
      cards: readonly AlarmCard[],
      removed: readonly string[],
      raises: readonly AlarmRaise[],
    ): Promise<void>;
    audit(who: string, action: string, subject: string, detail: string): Promise<void>;
  };
  readonly clock: { nowMs(): MarketMs };
  readonly realClock: { nowMs(): number };
  /** Market seconds per real second: a shelf is asked for in market minutes. */
  readonly speed: number;
  report(problem: string): void;
}

export class Alarms {
  readonly #parts: AlarmsParts;
  readonly #handlers = new Set<() => void>();
  #list: readonly ListedAlarm[];
  #serial = 0;
  #saving: Promise<void> = Promise.resolve();

  constructor(parts: AlarmsParts) {
    this.#parts = parts;
    // Cards of the last run stand until the facts say otherwise: their key is the front of their id.
    this.#list = parts.records.alarms().map(card => ({
      card,
      key: card.id.replace(/#[^#]*$/, ''),
      absentSinceMs: null,
      shelvedUntilRealMs: null,
    }));
  }

  cards(): readonly AlarmCard[] {
    return this.#list
      .map(l => l.card)
      .sort((a, b) => RANK[a.priority] - RANK[b.priority] || a.raisedAtMs - b.raisedAtMs);
  }

  counts(): Record<AlarmPriority, number> & { unacknowledged: number } {
    const counts = { critical: 0, high: 0, medium: 0, low: 0, unacknowledged: 0 };
    for (const { card } of this.#list) {
      if (card.state === 'shelved' || card.state === 'returned') continue;
      counts[card.priority]++;
      if (card.state === 'unacknowledged') counts.unacknowledged++;
    }
    return counts;
  }

  onChange(handler: () => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  /** About once a second of real time. */
  tick(): void {
    const { clock, realClock, facts } = this.#parts;
    const now = { marketMs: clock.nowMs(), realMs: realClock.nowMs() };
    const move = moveAlarms(
      this.#list,
      alarmDemands(facts()),
      now,
      key => `${key}#${now.realMs.toString(36)}-${this.#serial++}`,
    );
    this.#list = move.list;
    if (!move.changed) return;
    this.#save(
      move.removed,
      move.raised.map(card => ({
        atMs: now.marketMs,
        alarmId: card.id,
        priority: card.priority,
        title: card.title,
      })),
    );
  }

  async acknowledge(
    ids: readonly string[],
    by: string,
  ): Promise<{ done: true } | { done: false; reason: string }> {
    const unknown = ids.filter(id => !this.#list.some(l => l.card.id === id));
    if (unknown.length > 0)
      return { done: false, reason: `${unknown.length} of these alarms have left the list already.` };
    for (const id of ids) {
      const title = this.#list.find(l => l.card.id === id)?.card.title ?? '';
      await this.#parts.records.audit(by, 'acknowledge-alarm', id, JSON.stringify({ title }));
    }
    this.#list = acknowledge(this.#list, ids, by);
    this.#save([], []);
    return { done: true };
  }

  async shelve(
    id: string,
    minutes: number,
    reason: string,
    by: string,
  ): Promise<{ done: true } | { done: false; reason: string }> {
    const { clock, realClock, speed, records } = this.#parts;
    const until = {
      marketMs: clock.nowMs() + minutes * 60_000,
      realMs: realClock.nowMs() + (minutes * 60_000) / speed,
    };
    const shelved = shelve(this.#list, id, until);
    if (!shelved)
      return {
        done: false,
        reason: 'Critical alarms are never shelved, and an alarm that has left the list cannot be.',
      };
    await records.audit(by, 'shelve-alarm', id, JSON.stringify({ minutes, reason }));
    this.#list = shelved;
    this.#save([], []);
    return { done: true };
  }

  async close(): Promise<void> {
    await this.#saving;
  }

  #save(removed: readonly string[], raises: readonly AlarmRaise[]): void {
    const cards = this.#list.map(l => l.card);
    this.#saving = this.#saving.then(() =>
      this.#parts.records.saveAlarms(cards, removed, raises).catch((error: unknown) => {
        this.#parts.report(
          `Alarms could not be recorded: ${error instanceof Error ? error.message : String(error)}`,
        );
      }),
    );
    for (const handler of this.#handlers) handler();
  }
}

const RANK = { critical: 0, high: 1, medium: 2, low: 3 } as const;
