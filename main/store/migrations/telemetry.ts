/** Schema of the telemetry file: frames for replay, bounded, of no use to a settlement. */
import type { FileKind } from '../sqlite.ts';

export const TELEMETRY_FILE: FileKind = {
  applicationId: 0x494c4b54,
  // A power cut may cost the last second of measured values, which nobody can act on any more.
  synchronous: 'NORMAL',
  migrations: [
    {
      name: '001 frames',
      sql: `
        CREATE TABLE layout (id TEXT PRIMARY KEY, names TEXT NOT NULL) STRICT;
        CREATE TABLE frame (
          kind TEXT NOT NULL,
          at_ms INTEGER NOT NULL,
          layout TEXT NOT NULL REFERENCES layout (id),
          body BLOB NOT NULL,
          PRIMARY KEY (kind, at_ms)
        ) STRICT, WITHOUT ROWID;`,
    },
  ],
};
