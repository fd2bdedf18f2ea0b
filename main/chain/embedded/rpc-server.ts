/**
 * JSON-RPC over HTTP and WebSocket on 127.0.0.1 only. Requests are bounded in size, count and depth; a page of
 * the operator's browser cannot reach it: a foreign Host or any Origin is refused.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Hex } from '../follower.ts';
import type { ChainBlock, EmbeddedChain } from './chain.ts';
import {
  RPC_INTERNAL,
  RPC_INVALID_PARAMS,
  RPC_INVALID_REQUEST,
  RPC_LIMIT,
  RPC_PARSE,
  RpcError,
} from './rpc-error.ts';
import { answered, logFilterOf } from './rpc-methods.ts';
import { headerShape, type LogFilter, logMatches, logShapes } from './rpc-shapes.ts';

export interface RpcServer {
  /** http://127.0.0.1:PORT; the WebSocket is at the same port. */
  readonly httpUrl: string;
  readonly wsUrl: string;
  /** Tells subscribers. */
  announce(block: ChainBlock): void;
  close(): Promise<void>;
}

interface Subscriptions {
  readonly socket: WebSocket;
  readonly byId: Map<
    Hex,
    { readonly kind: 'newHeads' } | { readonly kind: 'logs'; readonly filter: LogFilter }
  >;
}

export async function startRpcServer(chain: EmbeddedChain, port: number): Promise<RpcServer> {
  const clients = new Set<Subscriptions>();
  const server = createServer((request, response) => {
    serveHttp(chain, server, request, response).catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: BODY_BYTES_MAX });
  server.on('upgrade', (request, socket, head) => {
    if (refusal(server, request) !== null || clients.size >= SOCKETS_MAX) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, ws => serveSocket(chain, ws, clients));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    httpUrl: `http://127.0.0.1:${bound}`,
    wsUrl: `ws://127.0.0.1:${bound}`,
    announce: block => {
      for (const client of clients) announce(client, block);
    },
    close: async () => {
      for (const client of clients) client.socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function serveHttp(
  chain: EmbeddedChain,
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reason = refusal(server, request);
  if (reason !== null) return respond(response, 403, reason);
  if (request.method !== 'POST') return respond(response, 405, 'POST only');
  if (!(request.headers['content-type'] ?? '').toLowerCase().startsWith('application/json'))
    return respond(response, 415, 'Content-Type must be application/json');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > BODY_BYTES_MAX) return respond(response, 413, `a request may have ${BODY_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  const answer = await reply(Buffer.concat(chunks).toString('utf8'), (method, params) =>
    answered(chain, method, params),
  );
  response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
}

function serveSocket(chain: EmbeddedChain, socket: WebSocket, clients: Set<Subscriptions>): void {
  const client: Subscriptions = { socket, byId: new Map() };
  clients.add(client);
  socket.on('close', () => clients.delete(client));
  socket.on('error', () => socket.terminate());
  socket.on('message', data => {
    const run = (method: string, params: readonly unknown[]): unknown =>
      method === 'eth_subscribe'
        ? subscribe(client, params)
        : method === 'eth_unsubscribe'
          ? client.byId.delete(params[0] as Hex)
          : answered(chain, method, params);
    reply(String(data), run).then(
      answer => socket.send(answer),
      () => socket.terminate(),
    );
  });
}

function subscribe(client: Subscriptions, [kind, filter]: readonly unknown[]): Hex {
  if (client.byId.size >= SUBSCRIPTIONS_MAX)
    throw new RpcError(RPC_LIMIT, `${SUBSCRIPTIONS_MAX} subscriptions at most`);
  if (kind !== 'newHeads' && kind !== 'logs')
    throw new RpcError(RPC_INVALID_PARAMS, 'subscribe to newHeads or logs');
  const id: Hex = `0x${(nextSubscription++).toString(16)}`;
  client.byId.set(id, kind === 'newHeads' ? { kind } : { kind, filter: logFilterOf(filter ?? {}) });
  return id;
}

function announce(client: Subscriptions, block: ChainBlock): void {
  // A reader that does not read is let go rather than filled up.
  if (client.socket.bufferedAmount > SOCKET_BACKLOG_BYTES_MAX) {
    client.socket.terminate();
    return;
  }
  const send = (subscription: Hex, result: unknown): void =>
    client.socket.send(
      JSON.stringify({ jsonrpc: '2.0', method: 'eth_subscription', params: { subscription, result } }),
    );
  for (const [id, wanted] of client.byId) {
    if (wanted.kind === 'newHeads') send(id, headerShape(block));
    else for (const log of logShapes(block)) if (logMatches(wanted.filter, log)) send(id, log);
  }
}

/** null: the request may be served. A rebound name shows in Host, a web page in Origin. */
function refusal(server: Server, request: IncomingMessage): string | null {
  const { port } = server.address() as AddressInfo;
  const host = (request.headers.host ?? '').toLowerCase();
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'Host is not this server';
  if (request.headers.origin !== undefined) return 'not for web pages';
  return null;
}

function respond(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end(text);
}

type Run = (method: string, params: readonly unknown[]) => unknown;

/** One request or a batch, to the text of its answer. */
async function reply(body: string, run: Run): Promise<string> {
  if (depthOf(body) > JSON_DEPTH_MAX) return failure(null, new RpcError(RPC_PARSE, 'nested too deeply'));
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    return failure(null, new RpcError(RPC_PARSE, 'not JSON'));
  }
  if (!Array.isArray(request)) return replyOne(request, run);
  if (request.length === 0) return failure(null, new RpcError(RPC_INVALID_REQUEST, 'empty batch'));
  if (request.length > BATCH_MAX)
    return failure(null, new RpcError(RPC_LIMIT, `a batch may have ${BATCH_MAX} requests`));
  const answers: string[] = [];
  for (const one of request) answers.push(await replyOne(one, run));
  return `[${answers.join(',')}]`;
}

async function replyOne(request: unknown, run: Run): Promise<string> {
  const { id, method, params } = (typeof request === 'object' && request !== null ? request : {}) as Record<
    string,
    unknown
  >;
  const idShown = typeof id === 'string' || typeof id === 'number' ? id : null;
  if (typeof method !== 'string' || (params !== undefined && !Array.isArray(params)))
    return failure(
      idShown,
      new RpcError(RPC_INVALID_REQUEST, 'not a JSON-RPC request with a list of params'),
    );
  try {
    return JSON.stringify({ jsonrpc: '2.0', id: idShown, result: await run(method, params ?? []) });
  } catch (error) {
    return failure(
      idShown,
      error instanceof RpcError ? error : new RpcError(RPC_INTERNAL, `${method}: ${String(error)}`),
    );
  }
}

function failure(id: string | number | null, error: RpcError): string {
  const data = error.data === null ? {} : { data: error.data };
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code: error.code, message: error.message, ...data } });
}

/** Deepest nesting, without building anything. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (inString) {
      if (c === 0x5c) at++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x5b || c === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x5d || c === 0x7d) depth--;
  }
  return deepest;
}

let nextSubscription = 1;
const BODY_BYTES_MAX = 2 * 1024 * 1024;
const BATCH_MAX = 100;
const JSON_DEPTH_MAX = 16;
const SOCKETS_MAX = 64;
const SUBSCRIPTIONS_MAX = 32;
const SOCKET_BACKLOG_BYTES_MAX = 16 * 1024 * 1024;
