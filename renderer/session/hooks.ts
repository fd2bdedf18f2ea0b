/** What a screen uses to read and act: streams, queries, commands, and whether they can be trusted right now. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { client, type Input, type NameOf, type Output, type Screen } from './client.ts';
import { type Failure, type Reading, StreamCache } from './stream-cache.ts';
import { CallFailure, type Connection } from './transport.ts';

export type { Failure, Reading } from './stream-cache.ts';

/** `stale`: the value is the last one known, but the console or its stream is not answering. */
export interface Live<T> extends Reading<T> {
  readonly stale: boolean;
}

const cache = new StreamCache();

export function useConnection(): Connection {
  return useSyncExternalStore(
    listener => client.transport.onConnection(listener),
    () => client.transport.connection(),
  );
}

/** The latest value of a stream; the same stream is shared by all that show it. */
export function useStream<S extends Screen, N extends NameOf<'stream', S>>(
  screen: S,
  name: N,
  input: Input<S, N>,
): Live<Output<S, N>> {
  const key = `${screen}.${name} ${JSON.stringify(input)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says it all; the input object is new at each render
  const subscribe = useCallback(
    (listener: () => void) =>
      cache.subscribe<Output<S, N>>(key, observer => client.stream(screen, name, input, observer), listener),
    [key],
  );
  const reading = useSyncExternalStore(subscribe, () => cache.reading<Output<S, N>>(key));
  const connection = useConnection();
  return useMemo(
    () => ({ ...reading, stale: connection.state !== 'connected' || reading.failure !== undefined }),
    [reading, connection],
  );
}

export interface Asked<T> extends Live<T> {
  readonly loading: boolean;
  again(): void;
}

/**
 * The answer to a query. Asked again when the input or `revision` changes and when the connection returns; the last
 * answer stays until the next arrives. `null` as input asks nothing.
 */
export function useQuery<S extends Screen, N extends NameOf<'query', S>>(
  screen: S,
  name: N,
  input: Input<S, N> | null,
  revision: string | number = 0,
): Asked<Output<S, N>> {
  const key = input === null ? null : `${screen}.${name} ${JSON.stringify(input)}`;
  const connection = useConnection();
  const connected = connection.state === 'connected';
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<{ key: string | null; reading: Reading<Output<S, N>> }>({
    key: null,
    reading: EMPTY,
  });
  const [loading, setLoading] = useState(key !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key stands for screen, name and input; turn and revision ask again
  useEffect(() => {
    if (input === null || !connected) return;
    const abort = new AbortController();
    setLoading(true);
    client.query(screen, name, input, abort.signal).then(
      value => {
        if (abort.signal.aborted) return;
        setAnswer({ key, reading: { value, atMs: Date.now(), failure: undefined } });
        setLoading(false);
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setAnswer(last => ({
          key,
          reading: {
            ...(last.key === key ? last.reading : EMPTY),
            failure: failureOf(error, last.reading.failure),
          },
        }));
        setLoading(false);
      },
    );
    return () => abort.abort();
  }, [key, connected, turn, revision]);
  const again = useCallback(() => setTurn(t => t + 1), []);
  // While another question is on its way, the old answer would be a lie under the new one's name.
  const reading = answer.key === key ? answer.reading : EMPTY;
  return { ...reading, loading: key !== null && (loading || answer.key !== key), stale: !connected, again };
}

const EMPTY: Reading<never> = { value: undefined, atMs: undefined, failure: undefined };

function failureOf(error: unknown, last: Failure | undefined): Failure {
  return {
    message: error instanceof Error ? error.message : String(error),
    sinceMs: last?.sinceMs ?? Date.now(),
  };
}

export interface Command<I, O> {
  /** Never throws: a refusal by the wire is `failure`, a refusal by the console is in its answer. */
  run(input: I): Promise<O | undefined>;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Why it cannot be given now, in words; null when it can. */
  readonly blocked: string | null;
}

/** A command. `needs`: 'interlock' for what acts on the market or grid; 'connection' for what only concerns this desk. */
export function useCommand<S extends Screen, N extends NameOf<'command', S>>(
  screen: S,
  name: N,
  needs: 'interlock' | 'connection' = 'interlock',
): Command<Input<S, N>, Output<S, N>> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const running = useRef(false);
  const connection = useConnection();
  const locks = useInterlock();
  const run = useCallback(
    async (input: Input<S, N>) => {
      if (running.current) return undefined; // A second press while the first is on its way is not a second order.
      running.current = true;
      setBusy(true);
      setFailure(undefined);
      try {
        return await client.command(screen, name, input);
      } catch (error) {
        setFailure(failureOf(error, undefined));
        return undefined;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [screen, name],
  );
  const blocked =
    connection.state === 'connected'
      ? needs === 'interlock'
        ? locks
        : null
      : 'The console is not reachable: nothing can be sent.';
  return { run, busy, failure, blocked };
}

/** The frame's status, as pushed about once a second. */
export function useStatus(): Live<Output<'session', 'status'>> {
  return useStream('session', 'status', {});
}

/** Why commands are locked, in words; null when they are free. */
export function useInterlock(): string | null {
  const { value, stale } = useStatus();
  if (value === undefined) return 'The state of the console is not known yet.';
  if (stale) return 'The state of the console is out of date.';
  if (!value.interlock.locked) return null;
  return value.interlock.reasons.map(r => r.reason).join(' · ') || 'Locked.';
}

/** Market time in ms, ticking between pushes at the market's speed; stands still while the console is not heard. */
export function useMarketNow(): number | undefined {
  const { value, atMs, stale } = useStatus();
  const [, tick] = useState(0);
  useEffect(() => {
    if (stale) return;
    const timer = setInterval(() => tick(t => t + 1), 500);
    return () => clearInterval(timer);
  }, [stale]);
  if (value === undefined || atMs === undefined) return undefined;
  // Two seconds at most: a clock that runs on without a push would hide that the feed stands still.
  const ahead = stale ? 0 : Math.min(2_000, Date.now() - atMs);
  return value.nowMs + ahead * value.speed;
}

export { CallFailure };
