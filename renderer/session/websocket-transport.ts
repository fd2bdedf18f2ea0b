/** The contract over tRPC and one WebSocket with binary frames, to the loopback host that served this page. */
import { createTRPCUntypedClient, createWSClient, TRPCClientError, wsLink } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { Packr } from 'msgpackr/index-no-eval';
import { CallFailure, ConnectionState, type StreamObserver, type Transport } from './transport.ts';

const RETRY_MS_MAX = 2_000; // An operator must not wait longer for a console that is back.

/** Exchanges the one-time token in the URL fragment for a session cookie, then wipes it from the address. */
async function openSession(): Promise<void> {
  const token = /^#t=(.+)$/.exec(window.location.hash)?.[1];
  if (token === undefined) return; // A reloaded window still holds its cookie.
  window.history.replaceState(null, '', `${window.location.pathname}#/overview`);
  await postToken(token);
}

async function postToken(token: string): Promise<number> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return response.status;
}

export function webSocketTransport(): Transport {
  const state = new ConnectionState();
  const packr = new Packr({ moreTypes: true, structuredClone: true });
  const session = openSession();
  const client = createWSClient({
    url: async () => {
      // A refused or failed exchange shows itself when the socket is refused; explain() then finds the words.
      await session.catch(() => undefined);
      return `ws://${window.location.host}/rpc`;
    },
    retryDelayMs: attempt => Math.min(RETRY_MS_MAX, 200 * 2 ** attempt),
    keepAlive: { enabled: true, intervalMs: 5_000, pongTimeoutMs: 3_000 },
    onOpen: () => state.set('connected'),
    onClose: () => void explain(),
    onError: () => void explain(),
    experimental_encoder: {
      encode: data => new Uint8Array(packr.pack(data)),
      decode: data => {
        if (typeof data === 'string') throw new Error('Text frame: the console speaks binary frames only');
        return packr.unpack(new Uint8Array(data));
      },
    },
  });
  const trpc = createTRPCUntypedClient<AnyRouter>({ links: [wsLink({ client })] });

  /** A closed socket does not say why; the host's answer to an empty token does. */
  async function explain(): Promise<void> {
    if (state.get().state !== 'lost') state.set({ reason: 'The connection broke off.', final: false });
    const status = await postToken('').catch(() => undefined);
    if (state.get().state === 'connected') return;
    state.set(
      status === 401
        ? {
            reason:
              'The console does not know this window: it was started anew or this address was used already. Open the address that it prints.',
            final: true,
          }
        : { reason: 'The console does not answer. It is asked again every 2 s.', final: false },
    );
  }

  return {
    query: (path, input, signal) => trpc.query(path, input, signal ? { signal } : {}).catch(rethrow),
    command: (path, input) => trpc.mutation(path, input).catch(rethrow),
    stream(path: string, input: unknown, observer: StreamObserver) {
      const subscription = trpc.subscription(path, input, {
        onData: value => observer.item(value),
        onError: error => observer.failed(asFailure(error)),
        onComplete: () => observer.ended(),
      });
      return () => subscription.unsubscribe();
    },
    connection: () => state.get(),
    onConnection: listener => state.subscribe(listener),
  };
}

function rethrow(error: unknown): never {
  throw asFailure(error);
}

function asFailure(error: unknown): CallFailure {
  if (error instanceof TRPCClientError) {
    const data: unknown = error.data;
    const code = (data as { code?: unknown } | undefined)?.code;
    return new CallFailure(typeof code === 'string' ? code : 'failed', error.message);
  }
  return new CallFailure('failed', error instanceof Error ? error.message : String(error));
}
