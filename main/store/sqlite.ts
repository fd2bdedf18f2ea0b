/** Opens a SQLite file of ours: recognised, checked, migrated, with the settings that make an acknowledged write durable. */
import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { damaged, StoreError, storeErrorOf } from './errors.ts';

/** One step of a schema, applied whole or not at all. Never edited after a release. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export interface FileKind {
  /** Marks the file as ours (`PRAGMA application_id`). */
  readonly applicationId: number;
  readonly migrations: readonly Migration[];
  /** FULL: each commit survives a power cut. NORMAL: a power cut may lose the last commits, never the file. */
  readonly synchronous: 'FULL' | 'NORMAL';
}

const BUSY_TIMEOUT_MS = 5_000;
/** Pages of 4 KiB after which the log is folded into the file. */
const WAL_AUTOCHECKPOINT_PAGES = 1_000;
/** The log is cut back to this after a checkpoint. */
const JOURNAL_SIZE_LIMIT_BYTES = 16 * 1024 * 1024;

/** Opens for writing, creating and migrating as needed. @throws StoreError naming the file and what to do */
export function openForWriting(file: string, kind: FileKind): Database.Database {
  const isNew = !existsSync(file);
  if (!isNew && statSync(file).size === 0 && !existsSync(`${file}-wal`)) throw damaged(file, 'it is empty');
  return opened(file, () => {
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    return prepared(database, () => {
      requireOurs(database, file, kind);
      // At each open: SQLite keeps none of these in the file except the journal mode.
      database.pragma('journal_mode = WAL');
      database.pragma(`synchronous = ${kind.synchronous}`);
      database.pragma(`wal_autocheckpoint = ${WAL_AUTOCHECKPOINT_PAGES}`);
      database.pragma(`journal_size_limit = ${JOURNAL_SIZE_LIMIT_BYTES}`);
      database.pragma('foreign_keys = ON');
      database.pragma('trusted_schema = OFF');
      requireWhole(database, file);
      migrate(database, file, kind);
    });
  });
}

/** Opens for reading only; the file must exist and have the schema of this program. @throws StoreError */
export function openForReading(file: string, kind: FileKind): Database.Database {
  if (!existsSync(file)) throw new StoreError('missing', `${file}: there is no such file`);
  return opened(file, () => {
    const database = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    return prepared(database, () => {
      const version = requireOurs(database, file, kind);
      if (version !== kind.migrations.length)
        throw new StoreError(
          'refused',
          `${file} has schema ${version}, this program reads ${kind.migrations.length}: open it once with the console to bring it up to date`,
        );
      database.pragma('trusted_schema = OFF');
      database.pragma('query_only = ON');
    });
  });
}

function opened(file: string, open: () => Database.Database): Database.Database {
  try {
    return open();
  } catch (error) {
    throw storeErrorOf(file, error);
  }
}

function prepared(database: Database.Database, prepare: () => void): Database.Database {
  try {
    prepare();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** @returns the schema's version, 0 for a new file */
function requireOurs(database: Database.Database, file: string, kind: FileKind): number {
  const version = Number(database.pragma('user_version', { simple: true }));
  const id = Number(database.pragma('application_id', { simple: true }));
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (version === 0 && id === 0 && tables === 0) return 0;
  if (id !== kind.applicationId)
    throw new StoreError('foreign', `${file} is a SQLite file of another program; name another folder`);
  if (version > kind.migrations.length)
    throw new StoreError(
      'newer',
      `${file} has schema ${version}, this program knows ${kind.migrations.length}: use the newer program that wrote it`,
    );
  return version;
}

function requireWhole(database: Database.Database, file: string): void {
  const found = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw damaged(file, String(found));
}

/** Each migration is one transaction together with its version, so a kill leaves the schema before or after, never between. */
function migrate(database: Database.Database, file: string, kind: FileKind): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > 0 && version < kind.migrations.length) {
    const copy = `${file}.schema-${version}`;
    if (!existsSync(copy)) database.prepare('VACUUM INTO ?').run(copy);
  }
  for (const [index, migration] of kind.migrations.entries()) {
    if (index < version) continue;
    database
      .transaction(() => {
        database.exec(migration.sql);
        database.pragma(`application_id = ${kind.applicationId}`);
        database.pragma(`user_version = ${index + 1}`);
      })
      .immediate();
  }
}
