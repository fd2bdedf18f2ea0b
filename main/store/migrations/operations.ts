/** Schema of the operations file, step by step: what must not be lost. */
import type { FileKind } from '../sqlite.ts';

export const OPERATIONS_FILE: FileKind = {
  applicationId: 0x494c4b4f,
  synchronous: 'FULL',
  migrations: [
    {
      name: '001 event log',
      sql: `
        CREATE TABLE block (number INTEGER PRIMARY KEY, hash TEXT NOT NULL, at_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE event (
          block INTEGER NOT NULL REFERENCES block (number),
          log_index INTEGER NOT NULL,
          -- A log may tell several things: the trades of a batch.
          part INTEGER NOT NULL,
          type TEXT NOT NULL,
          body TEXT NOT NULL,
          PRIMARY KEY (block, log_index, part)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX event_by_type ON event (type, block, log_index, part);
        CREATE INDEX block_by_time ON block (at_ms);`,
    },
    {
      name: '002 verdicts',
      sql: `
        CREATE TABLE verdict (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          trade_id TEXT NOT NULL,
          interval INTEGER NOT NULL,
          body TEXT NOT NULL,
          evidence TEXT NOT NULL
        ) STRICT;
        CREATE INDEX verdict_by_trade ON verdict (trade_id, sequence);`,
    },
    {
      name: '003 intents and audit',
      sql: `
        CREATE TABLE audit (
          sequence INTEGER PRIMARY KEY,
          at_ms INTEGER NOT NULL,
          wall_clock TEXT NOT NULL,
          who TEXT NOT NULL,
          action TEXT NOT NULL,
          subject TEXT NOT NULL,
          detail TEXT NOT NULL,
          hash TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        CREATE TABLE intent (
          id TEXT PRIMARY KEY,
          by_whom TEXT NOT NULL,
          command TEXT NOT NULL,
          recorded_at_ms INTEGER NOT NULL,
          expires_at_ms INTEGER NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('recorded', 'sent', 'included', 'failed', 'expired')),
          transaction_hash TEXT,
          failure TEXT,
          audit_sequence INTEGER NOT NULL REFERENCES audit (sequence)
        ) STRICT;
        CREATE INDEX intent_by_state ON intent (state, recorded_at_ms);`,
    },
    {
      name: '004 alarms and settings',
      sql: `
        CREATE TABLE alarm (id TEXT PRIMARY KEY, raised_at_ms INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
        CREATE TABLE alarm_raise (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          at_ms INTEGER NOT NULL,
          alarm_id TEXT NOT NULL,
          priority TEXT NOT NULL,
          title TEXT NOT NULL
        ) STRICT;
        CREATE INDEX alarm_raise_by_time ON alarm_raise (at_ms);
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
    },
  ],
};
