/** Writes frames: one blob of float32 per instant, the names once per layout. Bounded: the oldest go first. */
import type Database from 'better-sqlite3';
import { sha256 } from './encoding.ts';
import { storeErrorOf } from './errors.ts';
import { TELEMETRY_FILE } from './migrations/telemetry.ts';
import { openForWriting } from './sqlite.ts';
import type { Frame } from './types.ts';

/** Of each kind; two days at one frame a market minute. Beyond: the oldest is dropped, replay reaches less far back. */
export const FRAMES_MAX = 2_880;

export class TelemetryFile {
  readonly #file: string;
  readonly #database: Database.Database;
  /** Layout ids by names, joined; few in the life of a process. */
  readonly #layouts = new Map<string, string>();

  /** @throws StoreError */
  constructor(file: string) {
    this.#file = file;
    this.#database = openForWriting(file, TELEMETRY_FILE);
  }

  appendFrame(frame: Frame): void {
    try {
      this.#database.transaction(() => this.#append(frame)).immediate();
    } catch (error) {
      throw storeErrorOf(this.#file, error);
    }
  }

  close(): void {
    this.#database.close();
  }

  #append({ kind, atMs, names, values }: Frame): void {
    if (names.length !== values.length)
      throw new RangeError(`a frame of ${values.length} values was given with ${names.length} names`);
    const layout = this.#layout(names);
    const body = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#database
      .prepare('INSERT OR REPLACE INTO frame (kind, at_ms, layout, body) VALUES (?, ?, ?, ?)')
      .run(kind, atMs, layout, body);
    this.#database
      .prepare(
        'DELETE FROM frame WHERE kind = ? AND at_ms < (SELECT at_ms FROM frame WHERE kind = ? ORDER BY at_ms DESC LIMIT 1 OFFSET ?)',
      )
      .run(kind, kind, FRAMES_MAX - 1);
  }

  #layout(names: readonly string[]): string {
    const text = JSON.stringify(names);
    const known = this.#layouts.get(text);
    if (known !== undefined) return known;
    const id = sha256(text);
    this.#database.prepare('INSERT OR IGNORE INTO layout (id, names) VALUES (?, ?)').run(id, text);
    this.#layouts.set(text, id);
    return id;
  }
}
