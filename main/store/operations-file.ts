/** Every write to the operations file, each one transaction. Runs in the store's worker; nobody else holds one. */
import type Database from 'better-sqlite3';
import type { AuditEntry, Intent } from '../records/operations.ts';
import type { AlarmCard } from '../records/supervision.ts';
import { AUDIT_START, auditHash } from './audit-chain.ts';
import { encode } from './encoding.ts';
import { StoreError, storeErrorOf } from './errors.ts';
import { positionOf } from './event-position.ts';
import { mayFollow } from './intent-states.ts';
import { OPERATIONS_FILE } from './migrations/operations.ts';
import { type IntentRow, intentOf } from './rows.ts';
import { openForWriting } from './sqlite.ts';
import type { AlarmRaise, AuditNote, BlockEvents, IntentMove, NewIntent, StoredVerdict } from './types.ts';

/** Raises older than this are of no use to the performance figures; the log is cut to it. */
const ALARM_RAISES_MAX = 50_000;

export class OperationsFile {
  readonly #file: string;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  /** @throws StoreError */
  constructor(file: string) {
    this.#file = file;
    this.#database = openForWriting(file, OPERATIONS_FILE);
  }

  appendBlock(block: BlockEvents): void {
    this.#write(() => {
      const known = this.#sql('SELECT hash FROM block WHERE number = ?').get(block.number) as
        | { hash: string }
        | undefined;
      if (known !== undefined && known.hash !== block.hash)
        throw new StoreError(
          'conflict',
          `${this.#file}: block ${block.number} is ${known.hash} here and ${block.hash} now: two histories; the store keeps the first`,
        );
      if (known === undefined)
        this.#sql('INSERT INTO block (number, hash, at_ms) VALUES (?, ?, ?)').run(
          block.number,
          block.hash,
          block.atMs,
        );
      let part = 0;
      let logIndex = -1;
      for (const event of block.events) {
        const at = positionOf(event).logIndex;
        part = at === logIndex ? part + 1 : 0;
        logIndex = at;
        this.#event(block, event, part);
      }
    });
  }

  appendVerdicts(verdicts: readonly StoredVerdict[]): void {
    this.#write(() => {
      const insert = this.#sql(
        'INSERT INTO verdict (trade_id, interval, body, evidence) VALUES (?, ?, ?, ?)',
      );
      for (const { verdict, evidence } of verdicts)
        insert.run(verdict.tradeId, verdict.interval, encode(verdict), evidence);
    });
  }

  recordIntent(intent: NewIntent, note: AuditNote): { intent: Intent; created: boolean } {
    return this.#write(() => {
      const known = this.#intent(intent.id);
      if (known !== null) {
        if (encode(known.command) !== encode(intent.command))
          throw new StoreError('conflict', `intent ${intent.id} exists with another command: confirm anew`);
        return { intent: known, created: false };
      }
      const audit = this.#audit(note);
      this.#sql(
        `INSERT INTO intent (id, by_whom, command, recorded_at_ms, expires_at_ms, state, audit_sequence)
         VALUES (?, ?, ?, ?, ?, 'recorded', ?)`,
      ).run(
        intent.id,
        intent.by,
        encode(intent.command),
        intent.recordedAtMs,
        intent.expiresAtMs,
        audit.sequence,
      );
      return { intent: this.#intent(intent.id) as Intent, created: true };
    });
  }

  moveIntent(move: IntentMove, note: AuditNote): Intent {
    return this.#write(() => {
      const known = this.#intent(move.id);
      if (known === null) throw new StoreError('refused', `there is no intent ${move.id}`);
      if (!mayFollow(known.state, move.state))
        throw new StoreError(
          'refused',
          `intent ${move.id} is ${known.state}: it cannot become ${move.state}`,
        );
      const audit = this.#audit(note);
      this.#sql(
        `UPDATE intent SET state = ?, transaction_hash = coalesce(?, transaction_hash), failure = coalesce(?, failure), audit_sequence = ?
         WHERE id = ?`,
      ).run(move.state, move.transactionHash, move.failure, audit.sequence, move.id);
      return this.#intent(move.id) as Intent;
    });
  }

  appendAudit(note: AuditNote): AuditEntry {
    return this.#write(() => this.#audit(note));
  }

  saveAlarms(cards: readonly AlarmCard[], removed: readonly string[], raises: readonly AlarmRaise[]): void {
    this.#write(() => {
      const put = this.#sql('INSERT OR REPLACE INTO alarm (id, raised_at_ms, body) VALUES (?, ?, ?)');
      for (const card of cards) put.run(card.id, card.raisedAtMs, encode(card));
      for (const id of removed) this.#sql('DELETE FROM alarm WHERE id = ?').run(id);
      const raise = this.#sql(
        'INSERT INTO alarm_raise (at_ms, alarm_id, priority, title) VALUES (?, ?, ?, ?)',
      );
      for (const r of raises) raise.run(r.atMs, r.alarmId, r.priority, r.title);
      if (raises.length > 0)
        this.#sql(
          'DELETE FROM alarm_raise WHERE sequence <= (SELECT max(sequence) FROM alarm_raise) - ?',
        ).run(ALARM_RAISES_MAX);
    });
  }

  setSetting(name: string, value: string): void {
    this.#write(() =>
      this.#sql('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(name, value),
    );
  }

  close(): void {
    this.#database.close();
  }

  /** @param part its place among the events of its log */
  #event(block: BlockEvents, event: BlockEvents['events'][number], part: number): void {
    const at = positionOf(event);
    if (at.blockNumber !== block.number || at.blockHash !== block.hash)
      throw new StoreError(
        'refused',
        `event ${event.type} of block ${at.blockNumber} was given with block ${block.number}`,
      );
    const body = encode(event);
    const known = this.#sql('SELECT body FROM event WHERE block = ? AND log_index = ? AND part = ?').get(
      block.number,
      at.logIndex,
      part,
    ) as { body: string } | undefined;
    if (known === undefined)
      this.#sql('INSERT INTO event (block, log_index, part, type, body) VALUES (?, ?, ?, ?, ?)').run(
        block.number,
        at.logIndex,
        part,
        event.type,
        body,
      );
    else if (known.body !== body)
      throw new StoreError(
        'conflict',
        `${this.#file}: log ${at.logIndex} of block ${block.number} says something else now`,
      );
  }

  /** Inside a transaction only: the entry stands or falls with what it tells of. */
  #audit(note: AuditNote): AuditEntry {
    const last = this.#sql('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1').get() as
      | { sequence: number; hash: string }
      | undefined;
    const content = { sequence: (last?.sequence ?? 0) + 1, ...note };
    const entry = { ...content, hash: auditHash(last?.hash ?? AUDIT_START, content) };
    this.#sql(
      'INSERT INTO audit (sequence, at_ms, wall_clock, who, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      entry.sequence,
      entry.atMs,
      entry.wallClock,
      entry.who,
      entry.action,
      entry.subject,
      entry.detail,
      entry.hash,
    );
    return entry;
  }

  #intent(id: string): Intent | null {
    const row = this.#sql('SELECT * FROM intent WHERE id = ?').get(id) as IntentRow | undefined;
    return row === undefined ? null : intentOf(row);
  }

  #write<T>(work: () => T): T {
    try {
      return this.#database.transaction(work).immediate();
    } catch (error) {
      throw storeErrorOf(this.#file, error);
    }
  }

  #sql(text: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#database.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }
}
