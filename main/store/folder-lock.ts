/**
 * One console per data folder. The lock is a write lock that the operating system holds on a small SQLite file: it ends with
 * the process however that ends, so there is no stale lock to clear. The file also remembers which files the folder has had:
 * a store that has vanished is then told from a new one.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError, storeErrorOf } from './errors.ts';

export interface FolderLock {
  /** Call once the files exist: from now on one that is gone is named instead of made anew. @throws StoreError `in-use` */
  remember(files: readonly string[]): void;
  release(): void;
}

const LOCK_FILE = 'console.lock';

/**
 * @param who   words for the second console that is refused, e.g. `process 4711, since 2026-01-14 08:00`
 * @param files files of the store, all of which exist once they have existed
 * @throws StoreError `in-use` when another console has the folder, `missing` when a file it had is gone
 */
export function lockFolder(folder: string, who: string, files: readonly string[]): FolderLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, LOCK_FILE);
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { timeout: 0 });
    begin(database, path);
    enter(database, who);
    requireKnown(database, folder, files);
    // Held until release: others may read who has it, nobody may write.
    begin(database, path);
  } catch (error) {
    database?.close();
    throw storeErrorOf(path, error);
  }
  const held = database;
  return {
    remember(remembered) {
      const insert = held.prepare('INSERT OR IGNORE INTO known (file) VALUES (?)');
      for (const file of remembered) insert.run(basename(file));
      held.exec('COMMIT');
      begin(held, path);
    },
    release: () => held.close(),
  };
}

function begin(database: Database.Database, path: string): void {
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY'))
      throw new StoreError(
        'in-use',
        `another console works in this folder (${ownerOf(path)}): end it first, or set INTERLOCK_HOME to another folder`,
        error,
      );
    throw error;
  }
}

function enter(database: Database.Database, who: string): void {
  database.exec('CREATE TABLE IF NOT EXISTS owner (who TEXT NOT NULL) STRICT');
  database.exec('CREATE TABLE IF NOT EXISTS known (file TEXT PRIMARY KEY) STRICT');
  database.exec('DELETE FROM owner');
  database.prepare('INSERT INTO owner (who) VALUES (?)').run(who);
  database.exec('COMMIT');
}

function ownerOf(path: string): string {
  const database = new Database(path, { readonly: true, timeout: 0 });
  try {
    return String(database.prepare('SELECT who FROM owner').pluck().get() ?? 'unknown');
  } catch {
    // Its words are a help only; the refusal stands without them.
    return 'unknown';
  } finally {
    database.close();
  }
}

function requireKnown(database: Database.Database, folder: string, files: readonly string[]): void {
  const known = new Set(database.prepare('SELECT file FROM known').pluck().all() as string[]);
  for (const file of files) {
    if (!known.has(basename(file)) || existsSync(file)) continue;
    throw new StoreError(
      'missing',
      `${file} is missing although ${folder} has had one: restore it from a backup, or start with --fresh`,
    );
  }
}
