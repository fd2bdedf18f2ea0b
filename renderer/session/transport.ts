/** How a page reaches the console: over a WebSocket of the loopback host, or over the desktop shell's message port. */

/** Failure of a call in words that a screen can show. */
export class CallFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CallFailure';
    this.code = code;
  }
}

export type Connection =
  | { readonly state: 'connecting'; readonly sinceMs: number }
  | { readonly state: 'connected'; readonly sinceMs: number }
  /** `reason` says what to do; the transport keeps trying unless `final`. */
  | { readonly state: 'lost'; readonly sinceMs: number; readonly reason: string; readonly final: boolean };

export interface StreamObserver {
  item(value: unknown): void;
  failed(failure: CallFailure): void;
  ended(): void;
}

export interface Transport {
  query(path: string, input: unknown, signal?: AbortSignal): Promise<unknown>;
  command(path: string, input: unknown): Promise<unknown>;
  /** Returns what stops it. After a lost connection the transport asks again by itself. */
  stream(path: string, input: unknown, observer: StreamObserver): () => void;
  /** Wall-clock times in ms. */
  connection(): Connection;
  onConnection(listener: () => void): () => void;
}

/** The connection as a value with listeners: the same for both transports. */
export class ConnectionState {
  private current: Connection = { state: 'connecting', sinceMs: Date.now() };
  private readonly listeners = new Set<() => void>();

  get(): Connection {
    return this.current;
  }

  /** The start of a state is kept while it lasts, so that an outage shows its true age. */
  set(next: 'connecting' | 'connected' | { reason: string; final: boolean }): void {
    const state = typeof next === 'string' ? next : 'lost';
    const sinceMs = this.current.state === state ? this.current.sinceMs : Date.now();
    const lost = typeof next === 'string' ? undefined : next;
    if (
      this.current.state === state &&
      (this.current.state !== 'lost' || this.current.reason === lost?.reason)
    )
      return;
    this.current =
      lost === undefined
        ? { state: state as 'connecting' | 'connected', sinceMs }
        : { state: 'lost', sinceMs, ...lost };
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
