/**
 * The contract over a message port (desktop shell), by structured clone:
 *   request {id, kind: 'query'|'command'|'stream', path, input} | {id, kind: 'stop'}
 *   answer  {id, ok: true, value} | {id, ok: false, error: {code, message}} | {id, item} | {id, end: true}
 */
import { z } from 'zod';
import { CallFailure, ConnectionState, type StreamObserver, type Transport } from './transport.ts';

const OPEN_CONTRACT = 'interlock:open-contract';

const zAnswer = z.union([
  z.object({ id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    id: z.number(),
    ok: z.literal(false),
    error: z.object({ code: z.string(), message: z.string() }),
  }),
  z.object({ id: z.number(), end: z.literal(true) }),
  z.object({ id: z.number(), item: z.unknown() }),
]);

/** The port that the desktop shell's preload hands to its own window, once. */
export function portFromBridge(): Promise<MessagePort> {
  return new Promise(resolve => {
    const listen = (event: MessageEvent): void => {
      const [port] = event.ports;
      const data: unknown = event.data;
      const ours = event.source === window && event.origin === window.location.origin;
      if (!ours || !port || (data as { type?: unknown } | null)?.type !== OPEN_CONTRACT) return;
      window.removeEventListener('message', listen);
      resolve(port);
    };
    window.addEventListener('message', listen);
  });
}

/** A transport over a port that may arrive later; calls made before wait in line. */
export function portTransport(portComing: Promise<MessagePort>): Transport {
  const state = new ConnectionState();
  const waiting = new Map<number, (answer: z.output<typeof zAnswer>) => void>();
  let lastId = 0;
  void portComing.then(port => {
    port.onmessage = event => {
      const answer = zAnswer.safeParse(event.data);
      if (answer.success) waiting.get(answer.data.id)?.(answer.data);
    };
    port.addEventListener('close', () =>
      state.set({
        reason: 'The console ended. Close this window and start Interlock again.',
        final: true,
      }),
    );
    port.start();
    state.set('connected');
  });
  const post = (message: unknown): void => void portComing.then(port => port.postMessage(message));

  function call(
    kind: 'query' | 'command',
    path: string,
    input: unknown,
    signal?: AbortSignal,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, answer => {
        waiting.delete(id);
        if ('ok' in answer && answer.ok) resolve(answer.value);
        else if ('ok' in answer) reject(new CallFailure(answer.error.code, answer.error.message));
      });
      signal?.addEventListener('abort', () => {
        if (!waiting.delete(id)) return;
        reject(new CallFailure('aborted', `${path} is no longer wanted`));
      });
      post({ id, kind, path, input });
    });
  }

  return {
    query: (path, input, signal) => call('query', path, input, signal),
    command: (path, input) => call('command', path, input),
    stream(path: string, input: unknown, observer: StreamObserver) {
      const id = ++lastId;
      waiting.set(id, answer => {
        if ('item' in answer) return observer.item(answer.item);
        waiting.delete(id);
        if ('end' in answer) observer.ended();
        else if ('ok' in answer && !answer.ok)
          observer.failed(new CallFailure(answer.error.code, answer.error.message));
      });
      post({ id, kind: 'stream', path, input });
      return () => {
        if (waiting.delete(id)) post({ id, kind: 'stop' });
      };
    },
    connection: () => state.get(),
    onConnection: listener => state.subscribe(listener),
  };
}
