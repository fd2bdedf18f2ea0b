/** What can be wrong with the store; each message names the file and what to do. */

export type StoreProblem =
  | 'in-use'
  | 'damaged'
  | 'missing'
  | 'foreign'
  | 'newer'
  | 'conflict'
  | 'full'
  | 'io'
  | 'refused'
  | 'closed';

export class StoreError extends Error {
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.problem = problem;
  }
}

/** SQLite's codes in our words. Anything unnamed is an I/O problem: never taken for done. */
export function storeErrorOf(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = (error as { code?: unknown }).code;
  const text = error instanceof Error ? error.message : String(error);
  if (typeof code !== 'string' || !code.startsWith('SQLITE_'))
    return new StoreError('refused', `${file}: ${text}`, error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new StoreError('in-use', `${file} is in use by another program (${text})`, error);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(file, text, error);
  if (code === 'SQLITE_FULL')
    return new StoreError('full', `${file}: the disk is full; free space and repeat`, error);
  if (code.startsWith('SQLITE_CONSTRAINT')) return new StoreError('conflict', `${file}: ${text}`, error);
  return new StoreError('io', `${file}: ${text} (${code})`, error);
}

export function damaged(file: string, what: string, cause?: unknown): StoreError {
  return new StoreError(
    'damaged',
    `${file} is damaged (${what}). It was left as it is: move it away and restore a backup, or start with --fresh, which keeps it under a dated name`,
    cause,
  );
}
