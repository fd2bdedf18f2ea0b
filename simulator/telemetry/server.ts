/** Serves telemetry on 127.0.0.1 to whoever knows the token. New listeners first hear what is, then what comes. */
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { Frame } from './frames.ts';

export interface TelemetryServer {
  /** ws://127.0.0.1:PORT; listeners add ?token=… */
  readonly url: string;
  send(frame: Frame): void;
  close(): Promise<void>;
}

/** @param greeting frames for a listener that has just come, oldest first */
export async function serveTelemetry(
  token: string,
  greeting: () => readonly Frame[],
): Promise<TelemetryServer> {
  const http = createServer((_, response) => {
    response.writeHead(426).end('telemetry is served over WebSocket');
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LISTENER_BYTES_MAX });
  http.on('upgrade', (request, socket, head) => {
    if (sockets.clients.size >= LISTENERS_MAX || !mayListen(request, token)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, listener => {
      listener.on('error', () => listener.terminate());
      for (const frame of greeting()) listener.send(JSON.stringify(frame));
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    send: frame => {
      const text = JSON.stringify(frame);
      for (const listener of sockets.clients) {
        if (listener.readyState !== WebSocket.OPEN) continue;
        // A listener that does not read is cut off; it may come back and is greeted anew.
        if (listener.bufferedAmount > BACKLOG_BYTES_MAX) listener.terminate();
        else listener.send(text);
      }
    },
    close: async () => {
      for (const listener of sockets.clients) listener.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise(resolve => http.close(resolve));
    },
  };
}

/** The right token, and no web page: browsers state an Origin. */
function mayListen(request: IncomingMessage, token: string): boolean {
  if (request.headers.origin !== undefined) return false;
  const given = Buffer.from(new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams.get('token') ?? '');
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const LISTENERS_MAX = 8;
/** Listeners have nothing to say. */
const LISTENER_BYTES_MAX = 1024;
const BACKLOG_BYTES_MAX = 32 * 1024 * 1024;
