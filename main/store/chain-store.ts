/**
 * One chain on disk: blocks, receipts and the flat state of the head, in one SQLite file. A block and the state
 * it leads to are written in one transaction, so a kill at any moment leaves the block before or the block after.
 */
import Database from 'better-sqlite3';

export interface BlockRecord {
  readonly number: number;
  /** On-chain hash, 32 bytes. */
  readonly hash: Uint8Array;
  /** RLP of the header with its seals. */
  readonly header: Uint8Array;
  /** RLP of [transaction, …]. */
  readonly body: Uint8Array;
  /** What the chain keeps of its execution; opaque here. */
  readonly results: Uint8Array;
}

export interface BlockCommit extends BlockRecord {
  readonly transactionHashes: readonly Uint8Array[];
  /** null: gone. */
  readonly accounts: readonly (readonly [address: Uint8Array, account: Uint8Array | null])[];
  readonly slots: readonly (readonly [address: Uint8Array, slot: Uint8Array, value: Uint8Array | null])[];
  readonly codes: readonly (readonly [hash: Uint8Array, code: Uint8Array])[];
  /** Words written in the same transaction, e.g. the validator snapshot. */
  readonly notes: Readonly<Record<string, string>>;
}

export class ChainStoreError extends Error {
  constructor(file: string, reason: string, cause?: unknown) {
    super(`${file}: ${reason}`, { cause });
    this.name = 'ChainStoreError';
  }
}

export class ChainStore {
  readonly #database: Database.Database;
  readonly #commit: (commit: BlockCommit) => void;
  readonly #statement = new Map<string, Database.Statement<unknown[]>>();

  /** @throws ChainStoreError when another process has the file open, or it is not a chain store of this version */
  constructor(file: string) {
    try {
      this.#database = new Database(file, { timeout: LOCK_WAIT_MS });
      // Exclusive before WAL: one process at a time, and no shared-memory file to lose.
      this.#database.pragma('locking_mode = EXCLUSIVE');
      this.#database.pragma('journal_mode = WAL');
      this.#database.pragma('synchronous = FULL');
      this.#database.transaction(() => this.#migrate(file)).immediate();
    } catch (error) {
      if (error instanceof ChainStoreError) throw error;
      const code = error instanceof Database.SqliteError ? error.code : '';
      if (code.startsWith('SQLITE_BUSY'))
        throw new ChainStoreError(file, 'is open in another process', error);
      throw new ChainStoreError(file, `cannot be opened as a chain store (${code || String(error)})`, error);
    }
    this.#commit = this.#database.transaction((commit: BlockCommit) => this.#write(commit));
  }

  /** Number of the newest block; null: nothing was written yet. */
  headNumber(): number | null {
    const row = this.#prepared('SELECT max(number) AS number FROM block').get() as { number: number | null };
    return row.number;
  }

  block(number: number): BlockRecord | null {
    const row = this.#prepared('SELECT number, hash, header, body, results FROM block WHERE number = ?').get(
      number,
    );
    if (row === undefined) return null;
    const record = row as BlockRecord;
    return {
      number: record.number,
      hash: plain(record.hash),
      header: plain(record.header),
      body: plain(record.body),
      results: plain(record.results),
    };
  }

  numberOfBlock(hash: Uint8Array): number | null {
    const row = this.#prepared('SELECT number FROM block WHERE hash = ?').get(hash) as
      | { number: number }
      | undefined;
    return row?.number ?? null;
  }

  placeOfTransaction(hash: Uint8Array): { readonly block: number; readonly position: number } | null {
    const row = this.#prepared('SELECT block, position FROM chain_transaction WHERE hash = ?').get(hash);
    return (row as { block: number; position: number } | undefined) ?? null;
  }

  note(name: string): string | null {
    const row = this.#prepared('SELECT text FROM note WHERE name = ?').get(name) as
      | { text: string }
      | undefined;
    return row?.text ?? null;
  }

  setNote(name: string, text: string): void {
    this.#prepared('INSERT OR REPLACE INTO note (name, text) VALUES (?, ?)').run(name, text);
  }

  /** The next block and its state, or nothing of it. @throws Error when the number is not the next one */
  commitBlock(commit: BlockCommit): void {
    this.#commit(commit);
  }

  *accounts(): Iterable<readonly [Uint8Array, Uint8Array]> {
    const rows = this.#prepared('SELECT address, account FROM account').iterate();
    for (const row of rows as Iterable<{ address: Uint8Array; account: Uint8Array }>)
      yield [plain(row.address), plain(row.account)];
  }

  *slots(): Iterable<readonly [Uint8Array, Uint8Array, Uint8Array]> {
    const rows = this.#prepared('SELECT address, slot, value FROM slot').iterate();
    for (const row of rows as Iterable<{ address: Uint8Array; slot: Uint8Array; value: Uint8Array }>)
      yield [plain(row.address), plain(row.slot), plain(row.value)];
  }

  *codes(): Iterable<readonly [Uint8Array, Uint8Array]> {
    const rows = this.#prepared('SELECT hash, code FROM code').iterate();
    for (const row of rows as Iterable<{ hash: Uint8Array; code: Uint8Array }>)
      yield [plain(row.hash), plain(row.code)];
  }

  close(): void {
    this.#database.close();
  }

  #write(commit: BlockCommit): void {
    const next = (this.headNumber() ?? commit.number - 1) + 1;
    if (commit.number !== next) throw new Error(`block ${commit.number} is not the next one, ${next}`);
    this.#prepared('INSERT INTO block (number, hash, header, body, results) VALUES (?, ?, ?, ?, ?)').run(
      commit.number,
      commit.hash,
      commit.header,
      commit.body,
      commit.results,
    );
    const place = this.#prepared('INSERT INTO chain_transaction (hash, block, position) VALUES (?, ?, ?)');
    for (const [position, hash] of commit.transactionHashes.entries())
      place.run(hash, commit.number, position);
    const setAccount = this.#prepared('INSERT OR REPLACE INTO account (address, account) VALUES (?, ?)');
    const dropAccount = this.#prepared('DELETE FROM account WHERE address = ?');
    for (const [address, account] of commit.accounts) {
      if (account === null) dropAccount.run(address);
      else setAccount.run(address, account);
    }
    const setSlot = this.#prepared('INSERT OR REPLACE INTO slot (address, slot, value) VALUES (?, ?, ?)');
    const dropSlot = this.#prepared('DELETE FROM slot WHERE address = ? AND slot = ?');
    for (const [address, slot, value] of commit.slots) {
      if (value === null) dropSlot.run(address, slot);
      else setSlot.run(address, slot, value);
    }
    const addCode = this.#prepared('INSERT OR IGNORE INTO code (hash, code) VALUES (?, ?)');
    for (const [hash, code] of commit.codes) addCode.run(hash, code);
    for (const [name, text] of Object.entries(commit.notes)) this.setNote(name, text);
  }

  #migrate(file: string): void {
    const version = this.#database.pragma('user_version', { simple: true });
    if (version === SCHEMA_VERSION) return;
    if (version !== 0)
      throw new ChainStoreError(file, `has schema ${version}, this program knows ${SCHEMA_VERSION}`);
    this.#database.exec(SCHEMA);
    this.#database.pragma(`user_version = ${SCHEMA_VERSION}`);
  }

  #prepared(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statement.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statement.set(sql, statement);
    }
    return statement;
  }
}

/** SQLite answers with Buffers, whose `slice` shares memory; everybody else expects a copy. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

const LOCK_WAIT_MS = 500; // a process that ends leaves the lock within this time
const SCHEMA_VERSION = 1;
const SCHEMA = `
  CREATE TABLE block (number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, header BLOB NOT NULL, body BLOB NOT NULL, results BLOB NOT NULL) STRICT;
  CREATE TABLE chain_transaction (hash BLOB PRIMARY KEY, block INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE account (address BLOB PRIMARY KEY, account BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE slot (address BLOB NOT NULL, slot BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (address, slot)) STRICT, WITHOUT ROWID;
  CREATE TABLE code (hash BLOB PRIMARY KEY, code BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
