/**
 * Streams by procedure and input, shared by all that show them: one subscription however many readers, the last value
 * at once for a new reader, kept a few seconds after the last reader leaves so that a change of screen does not blink.
 */
import type { CallFailure } from './transport.ts';

export interface Failure {
  readonly message: string;
  /** Wall clock, ms: since when it fails. */
  readonly sinceMs: number;
}

export interface Reading<T> {
  readonly value: T | undefined;
  /** Wall clock of the last arrival, ms. */
  readonly atMs: number | undefined;
  readonly failure: Failure | undefined;
}

export interface Observer<T> {
  item(value: T): void;
  failed(failure: CallFailure): void;
  ended(): void;
}

export type Open<T> = (observer: Observer<T>) => () => void;

interface Entry {
  reading: Reading<unknown>;
  readonly listeners: Set<() => void>;
  readonly open: Open<unknown>;
  stop: (() => void) | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

const KEEP_MS = 5_000;
const RETRY_MS = 2_000;
const NOTHING: Reading<never> = { value: undefined, atMs: undefined, failure: undefined };

export class StreamCache {
  private readonly entries = new Map<string, Entry>();

  reading<T>(key: string): Reading<T> {
    // The key names procedure and input: whoever asks with it opened it with values of this type.
    return (this.entries.get(key)?.reading as Reading<T> | undefined) ?? NOTHING;
  }

  subscribe<T>(key: string, open: Open<T>, listener: () => void): () => void {
    const entry = this.entries.get(key) ?? this.start(key, open as Open<unknown>);
    if (entry.listeners.size === 0 && entry.stop) clearTimeout(entry.timer);
    entry.listeners.add(listener);
    return () => {
      entry.listeners.delete(listener);
      if (entry.listeners.size > 0) return;
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => {
        entry.stop?.();
        if (this.entries.get(key) === entry) this.entries.delete(key);
      }, KEEP_MS);
    };
  }

  private start(key: string, open: Open<unknown>): Entry {
    const entry: Entry = { reading: NOTHING, listeners: new Set(), open, stop: undefined, timer: undefined };
    this.entries.set(key, entry);
    this.connect(entry);
    return entry;
  }

  private connect(entry: Entry): void {
    const again = (message: string): void => {
      const sinceMs = entry.reading.failure?.sinceMs ?? Date.now();
      put(entry, { ...entry.reading, failure: { message, sinceMs } });
      entry.stop = undefined;
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => {
        if (entry.listeners.size > 0) this.connect(entry);
      }, RETRY_MS);
    };
    entry.stop = entry.open({
      item: value => put(entry, { value, atMs: Date.now(), failure: undefined }),
      failed: failure => again(failure.message),
      ended: () => again('The console ended this stream.'),
    });
  }
}

function put(entry: Entry, reading: Reading<unknown>): void {
  entry.reading = reading;
  for (const listener of entry.listeners) listener();
}
