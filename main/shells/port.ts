/** The contract over one message port (Electron): the same calls as the loopback host, carried by structured clone. */
import { z } from 'zod';
import { CallError, calls, type Implementation } from './implementation.ts';

/** What the shell needs of a port; Electron's MessagePortMain and Node's MessagePort both have it. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

const zRequest = z.discriminatedUnion('kind', [
  z.object({
    id: z.number().int(),
    kind: z.enum(['query', 'command', 'stream']),
    path: z.string().max(100),
    input: z.unknown(),
  }),
  z.object({ id: z.number().int(), kind: z.literal('stop') }),
]);

const STREAMS_MAX = 200; // One window has about twenty; beyond that a screen leaks and is refused.

/** Serves calls from one window until its port closes. Malformed messages are answered with an error, never thrown. */
export function servePort(port: Port, implementation: Implementation): void {
  const table = calls(implementation);
  const streams = new Map<number, AbortController>();
  port.on('message', event => {
    const request = zRequest.safeParse(event.data);
    if (!request.success)
      return port.postMessage({
        id: -1,
        ok: false,
        error: { code: 'bad-input', message: 'Malformed request' },
      });
    if (request.data.kind === 'stop') {
      streams.get(request.data.id)?.abort();
      streams.delete(request.data.id);
      return;
    }
    void serve(request.data.id, request.data.kind, request.data.path, request.data.input);
  });
  port.on('close', () => {
    for (const stream of streams.values()) stream.abort();
    streams.clear();
  });

  async function serve(
    id: number,
    kind: 'query' | 'command' | 'stream',
    path: string,
    input: unknown,
  ): Promise<void> {
    const controller = new AbortController();
    try {
      const call = table.get(path);
      if (!call || call.kind !== kind)
        throw new CallError('unknown-procedure', `There is no ${kind} ${path}`);
      if (kind !== 'stream') {
        port.postMessage({ id, ok: true, value: await call.run(input, controller.signal) });
        return;
      }
      if (streams.size >= STREAMS_MAX)
        throw new CallError('failed', `More than ${STREAMS_MAX} streams in one window`);
      streams.set(id, controller);
      for await (const item of call.run(input, controller.signal) as AsyncIterable<unknown>) {
        if (controller.signal.aborted) break;
        port.postMessage({ id, item });
      }
      port.postMessage({ id, end: true });
    } catch (error) {
      const code = error instanceof CallError ? error.code : 'failed';
      port.postMessage({
        id,
        ok: false,
        error: { code, message: error instanceof Error ? error.message : String(error) },
      });
    } finally {
      streams.delete(id);
    }
  }
}
