/** Rows that are read page by page as they come into view, for tables of any length. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, useConnection } from './hooks.ts';
import { keepNearest, PAGE_ROWS, pagesInView } from './page-plan.ts';

interface Page<T> {
  readonly rows: readonly T[];
  readonly revision: string | number;
}

export interface Pages<T> {
  /** undefined until the first page has come. */
  readonly total: number | undefined;
  readonly failure: Failure | undefined;
  rowAt(index: number): T | undefined;
  /** To be told what is in view. */
  onView(first: number, last: number): void;
  again(): void;
}

/**
 * `key` names the question (filter, sort): another key starts over. `revision` names the state of the book: when it
 * changes, the pages in view are read again while the old rows stay. `read` must not change while key is the same.
 */
export function usePages<T>(
  key: string,
  revision: string | number,
  read: (
    offset: number,
    limit: number,
    signal: AbortSignal,
  ) => Promise<{ total: number; rows: readonly T[] }>,
): Pages<T> {
  const [state, setState] = useState<{ key: string; total: number | undefined; pages: Map<number, Page<T>> }>(
    {
      key,
      total: undefined,
      pages: new Map(),
    },
  );
  const [failure, setFailure] = useState<Failure>();
  const [view, setView] = useState({ first: 0, last: 0 });
  const [turn, setTurn] = useState(0);
  const connected = useConnection().state === 'connected';
  const reader = useRef(read);
  reader.current = read;
  const current = state.key === key ? state : { key, total: undefined, pages: new Map<number, Page<T>>() };
  const wanted = pagesInView(view.first, view.last);
  const missing = wanted.filter(p => current.pages.get(p)?.revision !== revision);
  const missingKey = missing.join(',');

  // biome-ignore lint/correctness/useExhaustiveDependencies: missingKey stands for the pages to read; turn asks again
  useEffect(() => {
    if (missingKey === '' || !connected) return;
    const abort = new AbortController();
    for (const page of missingKey.split(',').map(Number)) {
      reader.current(page * PAGE_ROWS, PAGE_ROWS, abort.signal).then(
        answer => {
          if (abort.signal.aborted) return;
          setFailure(undefined);
          setState(last => {
            const pages = last.key === key ? new Map(last.pages) : new Map<number, Page<T>>();
            pages.set(page, { rows: answer.rows, revision });
            const kept = new Set(keepNearest([...pages.keys()], pagesInView(view.first, view.last)));
            for (const p of pages.keys()) if (!kept.has(p)) pages.delete(p);
            return { key, total: answer.total, pages };
          });
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          const message = error instanceof Error ? error.message : String(error);
          setFailure(last => ({ message, sinceMs: last?.sinceMs ?? Date.now() }));
        },
      );
    }
    return () => abort.abort();
  }, [key, revision, missingKey, connected, turn]);

  const pages = current.pages;
  return {
    total: current.total,
    failure,
    rowAt: useCallback(
      (index: number) => pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS],
      [pages],
    ),
    onView: useCallback((first: number, last: number) => setView({ first, last }), []),
    again: useCallback(() => setTurn(t => t + 1), []),
  };
}
