/**
 * What was signed, before it is sent: the slashing-database pattern (promises A9 to A11). One file, one process, written on the
 * thread that signs, because a signature may leave only after its record is on disk. A few small writes a minute.
 */
import Database from 'better-sqlite3';

export type SignedState = 'saved' | 'sent' | 'included' | 'final' | 'reverted' | 'expired';

export interface SignedRecord {
  readonly id: string;
  readonly kind: string;
  readonly expiresAtMs: number;
  readonly nonce: number;
  readonly rawTransaction: `0x${string}`;
  readonly hash: `0x${string}`;
  readonly state: SignedState;
  readonly blockNumber: number | null;
  readonly reason: string | null;
}

interface Row extends Omit<SignedRecord, 'rawTransaction' | 'hash' | 'state'> {
  readonly rawTransaction: string;
  readonly hash: string;
  readonly state: string;
}

export class SigningLog {
  readonly #database: Database.Database;

  /** @throws Error naming the file when another console has it open, or it is not a signing log */
  constructor(file: string) {
    this.#database = new Database(file, { timeout: 500 });
    try {
      // Exclusive before WAL: a second signer on a copied profile is refused while this one lives.
      this.#database.pragma('locking_mode = EXCLUSIVE');
      this.#database.pragma('journal_mode = WAL');
      this.#database.pragma('synchronous = FULL');
      this.#database.exec(`CREATE TABLE IF NOT EXISTS signed (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, expiresAtMs REAL NOT NULL, nonce INTEGER NOT NULL UNIQUE,
        rawTransaction TEXT NOT NULL, hash TEXT NOT NULL, state TEXT NOT NULL, blockNumber INTEGER, reason TEXT
      ) STRICT;
      CREATE INDEX IF NOT EXISTS signed_open ON signed (nonce) WHERE state IN ('saved', 'sent', 'included');`);
    } catch (error) {
      this.#database.close();
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      throw new Error(
        `${file}: ${busy ? 'is open in another console: one signer at a time' : 'cannot be used as a signing log'}`,
        { cause: error },
      );
    }
  }

  /** @throws when the id or the nonce is taken */
  save(record: SignedRecord): void {
    this.#database
      .prepare(
        'INSERT INTO signed VALUES (@id, @kind, @expiresAtMs, @nonce, @rawTransaction, @hash, @state, @blockNumber, @reason)',
      )
      .run({ ...record });
  }

  update(id: string, change: Pick<SignedRecord, 'state' | 'blockNumber' | 'reason'>): void {
    this.#database
      .prepare(
        'UPDATE signed SET state = @state, blockNumber = @blockNumber, reason = @reason WHERE id = @id',
      )
      .run({ id, ...change });
  }

  byId(id: string): SignedRecord | null {
    const row = this.#database.prepare<[string], Row>('SELECT * FROM signed WHERE id = ?').get(id);
    return row ? recordOf(row) : null;
  }

  /** saved, sent or included, oldest nonce first. */
  open(): readonly SignedRecord[] {
    return this.#database
      .prepare<[], Row>("SELECT * FROM signed WHERE state IN ('saved', 'sent', 'included') ORDER BY nonce")
      .all()
      .map(recordOf);
  }

  /** null: none was ever saved. */
  highestNonce(): number | null {
    return (
      this.#database.prepare<[], { highest: number | null }>('SELECT max(nonce) AS highest FROM signed').get()
        ?.highest ?? null
    );
  }

  close(): void {
    this.#database.close();
  }
}

function recordOf(row: Row): SignedRecord {
  return {
    ...row,
    rawTransaction: row.rawTransaction as `0x${string}`,
    hash: row.hash as `0x${string}`,
    state: row.state as SignedState,
  };
}
