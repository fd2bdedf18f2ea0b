/** Reads on the caller's thread through connections that cannot write. */
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import type { MarketEvent } from '../records/market.ts';
import type { Intent, IntentState } from '../records/operations.ts';
import type { AlarmCard, AlarmPriority, Verdict } from '../records/supervision.ts';
import type { MarketMs } from '../records/units.ts';
import { AUDIT_START, type AuditCheck, checkAuditChain } from './audit-chain.ts';
import { decode } from './encoding.ts';
import { StoreError } from './errors.ts';
import { OPERATIONS_FILE } from './migrations/operations.ts';
import { TELEMETRY_FILE } from './migrations/telemetry.ts';
import { type AuditRow, auditEntryOf, type IntentRow, intentOf } from './rows.ts';
import { openForReading } from './sqlite.ts';
import type {
  AlarmRaise,
  AuditRecord,
  Frame,
  FrameKind,
  ReadStore,
  StoredBlock,
  StoredVerdict,
} from './types.ts';

/** The file that a command such as `fees --store` names; frames lie beside it. */
export const OPERATIONS_NAME = 'operations.sqlite';
export const TELEMETRY_NAME = 'telemetry.sqlite';

export class StoreReader implements ReadStore {
  readonly #database: Database.Database;
  readonly #telemetryFile: string;
  #telemetry: Database.Database | null = null;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  /** @param file the operations file. @throws StoreError when it is missing, damaged, foreign or of another schema */
  constructor(file: string) {
    this.#database = openForReading(file, OPERATIONS_FILE);
    this.#telemetryFile = join(dirname(file), TELEMETRY_NAME);
  }

  head(): StoredBlock | null {
    return this.#block('SELECT number, hash, at_ms FROM block ORDER BY number DESC LIMIT 1');
  }

  blockAt(atMs: MarketMs): StoredBlock | null {
    return this.#block(
      'SELECT number, hash, at_ms FROM block WHERE at_ms <= ? ORDER BY at_ms DESC, number DESC LIMIT 1',
      atMs,
    );
  }

  *events(
    options: { readonly types?: readonly MarketEvent['type'][]; readonly afterBlock?: number } = {},
  ): Iterable<MarketEvent> {
    const types = options.types === undefined ? null : JSON.stringify(options.types);
    // Fetched in runs rather than iterated: an open cursor would hold the log file from being folded in.
    let block = options.afterBlock ?? -1;
    let logIndex = Number.MAX_SAFE_INTEGER;
    let part = 0;
    for (;;) {
      const rows = this.#sql(
        `SELECT block, log_index, part, body FROM event
         WHERE (block, log_index, part) > (@block, @logIndex, @part) AND (@types IS NULL OR type IN (SELECT value FROM json_each(@types)))
         ORDER BY block, log_index, part LIMIT ${EVENTS_PER_RUN}`,
      ).all({ block, logIndex, part, types }) as {
        block: number;
        log_index: number;
        part: number;
        body: string;
      }[];
      for (const row of rows) yield decode<MarketEvent>(row.body);
      const last = rows.at(-1);
      if (last === undefined || rows.length < EVENTS_PER_RUN) return;
      block = last.block;
      logIndex = last.log_index;
      part = last.part;
    }
  }

  *verdicts(): Iterable<Verdict> {
    const rows = this.#sql(
      'SELECT body FROM verdict WHERE sequence IN (SELECT max(sequence) FROM verdict GROUP BY trade_id) ORDER BY sequence',
    ).all() as { body: string }[];
    for (const row of rows) yield decode<Verdict>(row.body);
  }

  *everyVerdict(): Iterable<Verdict> {
    const rows = this.#sql('SELECT body FROM verdict ORDER BY sequence').all() as { body: string }[];
    for (const row of rows) yield decode<Verdict>(row.body);
  }

  verdict(tradeId: string): StoredVerdict | null {
    const row = this.#sql(
      'SELECT body, evidence FROM verdict WHERE trade_id = ? ORDER BY sequence DESC LIMIT 1',
    ).get(tradeId) as { body: string; evidence: string } | undefined;
    return row === undefined ? null : { verdict: decode<Verdict>(row.body), evidence: row.evidence };
  }

  intent(id: string): Intent | null {
    const row = this.#sql('SELECT * FROM intent WHERE id = ?').get(id) as IntentRow | undefined;
    return row === undefined ? null : intentOf(row);
  }

  intents(options: { readonly states?: readonly IntentState[]; readonly limit: number }): readonly Intent[] {
    const states = options.states === undefined ? null : JSON.stringify(options.states);
    const rows = this.#sql(
      `SELECT * FROM intent WHERE @states IS NULL OR state IN (SELECT value FROM json_each(@states))
       ORDER BY recorded_at_ms DESC, rowid DESC LIMIT @limit`,
    ).all({ states, limit: options.limit }) as IntentRow[];
    return rows.map(intentOf);
  }

  auditLength(): number {
    return (this.#sql('SELECT count(*) AS n FROM audit').get() as { n: number }).n;
  }

  audit({
    text,
    offset,
    limit,
  }: {
    readonly text: string;
    readonly offset: number;
    readonly limit: number;
  }): {
    total: number;
    rows: readonly AuditRecord[];
  } {
    const where = `WHERE @text = '' OR instr(lower(who || ' ' || action || ' ' || subject || ' ' || detail), lower(@text)) > 0`;
    const { n } = this.#sql(`SELECT count(*) AS n FROM audit ${where}`).get({ text }) as { n: number };
    const rows = this.#sql(
      `SELECT *, (SELECT hash FROM audit AS before WHERE before.sequence = audit.sequence - 1) AS previous_hash
       FROM audit ${where} ORDER BY sequence DESC LIMIT @limit OFFSET @offset`,
    ).all({ text, limit, offset }) as (AuditRow & { readonly previous_hash: string | null })[];
    return {
      total: n,
      rows: rows.map(row => ({ ...auditEntryOf(row), previousHash: row.previous_hash ?? AUDIT_START })),
    };
  }

  verifyAudit(): AuditCheck {
    const rows = this.#sql('SELECT * FROM audit ORDER BY sequence').all() as AuditRow[];
    const { known } = this.#sql('SELECT coalesce(max(audit_sequence), 0) AS known FROM intent').get() as {
      known: number;
    };
    return checkAuditChain(rows.map(auditEntryOf), known);
  }

  alarms(): readonly AlarmCard[] {
    const rows = this.#sql('SELECT body FROM alarm ORDER BY raised_at_ms, id').all() as { body: string }[];
    return rows.map(row => decode<AlarmCard>(row.body));
  }

  alarmRaises(fromMs: MarketMs): readonly AlarmRaise[] {
    const rows = this.#sql(
      'SELECT at_ms, alarm_id, priority, title FROM alarm_raise WHERE at_ms >= ? ORDER BY sequence',
    ).all(fromMs) as { at_ms: number; alarm_id: string; priority: AlarmPriority; title: string }[];
    return rows.map(row => ({
      atMs: row.at_ms,
      alarmId: row.alarm_id,
      priority: row.priority,
      title: row.title,
    }));
  }

  setting(name: string): string | null {
    const row = this.#sql('SELECT value FROM setting WHERE name = ?').get(name) as
      | { value: string }
      | undefined;
    return row?.value ?? null;
  }

  frame(kind: FrameKind, atMs: MarketMs): Frame | null {
    const row = this.#frames()
      .prepare(
        `SELECT at_ms, names, body FROM frame JOIN layout ON layout.id = frame.layout
         WHERE kind = ? AND at_ms <= ? ORDER BY at_ms DESC LIMIT 1`,
      )
      .get(kind, atMs) as { at_ms: number; names: string; body: Uint8Array } | undefined;
    if (row === undefined) return null;
    // Copied: float32 wants an aligned start, which a blob does not promise.
    const values = new Float32Array(Uint8Array.from(row.body).buffer);
    return { kind, atMs: row.at_ms, names: JSON.parse(row.names) as string[], values };
  }

  frameTimes(kind: FrameKind, fromMs: MarketMs, toMs: MarketMs): readonly MarketMs[] {
    return this.#frames()
      .prepare('SELECT at_ms FROM frame WHERE kind = ? AND at_ms BETWEEN ? AND ? ORDER BY at_ms')
      .pluck()
      .all(kind, fromMs, toMs) as number[];
  }

  close(): void {
    this.#telemetry?.close();
    this.#database.close();
  }

  #frames(): Database.Database {
    this.#telemetry ??= openForReading(this.#telemetryFile, TELEMETRY_FILE);
    return this.#telemetry;
  }

  #block(sql: string, ...values: number[]): StoredBlock | null {
    const row = this.#sql(sql).get(...values) as { number: number; hash: string; at_ms: number } | undefined;
    return row === undefined ? null : { number: row.number, hash: row.hash, atMs: row.at_ms };
  }

  #sql(text: string): Database.Statement<unknown[]> {
    if (!this.#database.open) throw new StoreError('closed', 'the store is closed');
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#database.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }
}

const EVENTS_PER_RUN = 5_000;
