/**
 * From a confirmed command to its effect: checked against the interlock, recorded with its audit entry, signed and sent once, and
 * followed until the chain shows it. The id is the key from click to chain: the same confirmation never acts twice.
 */
import type { Command, Intent, IntentState, Interlock } from '../records/operations.ts';
import type { MarketMs } from '../records/units.ts';
import { conflictOf } from './conflicts.ts';

export interface AuditNote {
  readonly atMs: MarketMs;
  readonly wallClock: string;
  readonly who: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

export interface CommandDeskParts {
  interlock(): Interlock;
  readonly records: {
    recordIntent(
      intent: Omit<Intent, 'state' | 'transactionHash' | 'failure'>,
      note: AuditNote,
    ): Promise<{ readonly intent: Intent; readonly created: boolean }>;
    moveIntent(
      move: {
        readonly id: string;
        readonly state: IntentState;
        readonly transactionHash: string | null;
        readonly failure: string | null;
      },
      note: AuditNote,
    ): Promise<Intent>;
    intent(id: string): Intent | null;
    intents(options: { readonly states?: readonly IntentState[]; readonly limit: number }): readonly Intent[];
  };
  /** Signs and sends; refuses in words. */
  readonly chain: {
    submit(
      id: string,
      command: Command,
      expiresAtMs: MarketMs,
    ): Promise<{ readonly accepted: true } | { readonly accepted: false; readonly reason: string }>;
  };
  readonly clock: { nowMs(): MarketMs };
  wallClock(): string;
}

export type CommandAnswer =
  | { readonly accepted: true; readonly intentId: string }
  | { readonly accepted: false; readonly reason: string };

/** What the chain says of a command on its way. */
export interface CommandProgress {
  readonly id: string;
  readonly state: 'saved' | 'sent' | 'included' | 'final' | 'reverted' | 'expired';
  readonly transactionHash: string;
  readonly reason: string | null;
}

/** Not on chain yet, and not ended without getting there. */
const UNDER_WAY: readonly IntentState[] = ['recorded', 'sent'];
/** Intents looked at for conflicts and shown as orders: far more than stand open at once. */
const OPEN_INTENTS_MAX = 500;

export class CommandDesk {
  readonly #parts: CommandDeskParts;
  readonly #handlers = new Set<() => void>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: CommandDeskParts) {
    this.#parts = parts;
  }

  /**
   * @param id        idempotency key: the operator's confirmation, or the batch of verdicts
   * @param expiresAtMs after it the command must not be sent any more
   */
  give(id: string, command: Command, by: string, expiresAtMs: MarketMs): Promise<CommandAnswer> {
    // One after the other: two commands on one plant must see each other.
    const turn = this.#turn.then(() => this.#give(id, command, by, expiresAtMs));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /**
   * What was answered to a confirmation, when it arrives again after a broken line; null: it never arrived. Asked before anything
   * is checked anew: what the first one did has changed the world that the second would be judged by.
   */
  answerTo(id: string): CommandAnswer | null {
    const known = this.#parts.records.intent(id);
    if (known === null) return null;
    return known.state === 'failed' || known.state === 'expired'
      ? { accepted: false, reason: known.failure ?? `It is recorded as ${known.state}.` }
      : { accepted: true, intentId: id };
  }

  /** Commands that no forecast knows yet. */
  underWay(): readonly Intent[] {
    return this.#parts.records.intents({ states: UNDER_WAY, limit: OPEN_INTENTS_MAX });
  }

  /** The chain's word on a command; called for each change. */
  progress({ id, state, transactionHash, reason }: CommandProgress): Promise<void> {
    const moved: Record<CommandProgress['state'], IntentState | null> = {
      saved: null,
      sent: 'sent',
      included: 'included',
      final: null,
      reverted: 'failed',
      expired: 'expired',
    };
    const next = moved[state];
    if (next === null) return Promise.resolve();
    const turn = this.#turn.then(() =>
      this.#move(
        id,
        next,
        transactionHash,
        next === 'failed' || next === 'expired' ? (reason ?? 'no reason given') : null,
      ),
    );
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** Commands of people, newest first: verdicts are the machine's and have their own screen. */
  orders(): readonly Intent[] {
    return this.#parts.records
      .intents({ limit: OPEN_INTENTS_MAX })
      .filter(intent => intent.command.type !== 'give-verdicts');
  }

  onChange(handler: () => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  async close(): Promise<void> {
    await this.#turn;
  }

  async #give(id: string, command: Command, by: string, expiresAtMs: MarketMs): Promise<CommandAnswer> {
    const { interlock, records, chain, clock } = this.#parts;
    const { locked, reasons } = interlock();
    if (locked)
      return { accepted: false, reason: `Commands are locked. ${reasons.map(r => r.reason).join(' ')}` };
    if (clock.nowMs() >= expiresAtMs)
      return { accepted: false, reason: 'Too late: delivery has begun or the gate has closed.' };
    const conflict = conflictOf(
      command,
      this.underWay().filter(intent => intent.id !== id),
    );
    if (conflict !== null) return { accepted: false, reason: conflict };
    const { created } = await records.recordIntent(
      { id, by, command, recordedAtMs: clock.nowMs(), expiresAtMs },
      this.#note(by, command.type, id, detailOf(command)),
    );
    if (!created) return { accepted: true, intentId: id };
    this.#announce();
    const answer = await chain.submit(id, command, expiresAtMs);
    if (answer.accepted) return { accepted: true, intentId: id };
    await this.#move(id, 'failed', null, answer.reason);
    return { accepted: false, reason: answer.reason };
  }

  async #move(
    id: string,
    state: IntentState,
    transactionHash: string | null,
    failure: string | null,
  ): Promise<void> {
    const note = this.#note('console', `command-${state}`, id, JSON.stringify({ transactionHash, failure }));
    await this.#parts.records.moveIntent({ id, state, transactionHash, failure }, note);
    this.#announce();
  }

  #note(who: string, action: string, subject: string, detail: string): AuditNote {
    return {
      atMs: this.#parts.clock.nowMs(),
      wallClock: this.#parts.wallClock(),
      who,
      action,
      subject,
      detail,
    };
  }

  #announce(): void {
    for (const handler of this.#handlers) handler();
  }
}

/** Canonical enough to be read years later: integers as text. */
function detailOf(command: Command): string {
  return JSON.stringify(command, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
