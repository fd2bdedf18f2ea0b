/**
 * The console behind a loopback address and a browser window: serves the built screens and the contract over one
 * WebSocket. Open to nobody but the holder of the one-time token (promises A35, A37): Host and Origin must be ours, the
 * token travels in the URL fragment, is exchanged once for an HttpOnly cookie, and is then worthless.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { initTRPC, TRPCError } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { Packr } from 'msgpackr';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';
import { CallError, calls, type Implementation } from './implementation.ts';
import { readRendererFile } from './renderer-files.ts';

/** A command never needs more; exports go the other way. */
const MESSAGE_BYTES_MAX = 1 << 20;
const SESSIONS_MAX = 16; // Beyond: the oldest window has to sign in again with a new address.
const SESSION_BODY_BYTES_MAX = 1024;

export interface LoopbackHost {
  readonly port: number;
  /** Address with a fresh one-time token. */
  address(): string;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly implementation: Implementation;
  /** Folder with the built screens. */
  readonly rendererFolder: string;
  /** 0: any free port. */
  readonly port: number;
}

/** Starts the host on 127.0.0.1. Fails with the port's number when it is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackHost> {
  const tokens = new Set<string>();
  const sessions = new Set<string>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await listen(server, options.port);
  const port = (server.address() as AddressInfo).port;
  const host = `127.0.0.1:${port}`;
  const cookieName = `interlock-${port}`;

  const wss = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES_MAX });
  const packr = new Packr({ moreTypes: true, structuredClone: true });
  const trpc = applyWSSHandler({
    wss,
    router: routerOf(options.implementation),
    keepAlive: { enabled: true, pingMs: 10_000, pongWaitMs: 5_000 },
    experimental_encoder: {
      encode: data => new Uint8Array(packr.pack(data)),
      decode: data => {
        if (typeof data === 'string') throw new Error('Text frame: this console speaks binary frames only');
        return packr.unpack(data instanceof ArrayBuffer ? new Uint8Array(data) : data);
      },
    },
  });
  server.on('upgrade', (request, socket, head) => {
    const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    if (!hostIsOurs(request, host)) return refuse('421 Misdirected Request');
    if (request.headers.origin?.toLowerCase() !== `http://${host}`) return refuse('403 Forbidden');
    if (request.url?.split('?')[0] !== '/rpc') return refuse('404 Not Found');
    if (!hasSession(request, cookieName, sessions)) return refuse('401 Unauthorized');
    wss.handleUpgrade(request, socket, head, client => wss.emit('connection', client, request));
  });

  return {
    port,
    address() {
      const token = randomBytes(24).toString('base64url');
      tokens.add(token);
      return `http://${host}/#t=${token}`;
    },
    async close() {
      trpc.broadcastReconnectNotification();
      for (const client of wss.clients) client.terminate();
      wss.close();
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (!hostIsOurs(request, host))
      return end(response, 421, 'This host answers only to its own loopback address.');
    if (request.method === 'POST' && request.url === '/session') return openSession(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET.');
    return serveFile(request, response);
  }

  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.origin?.toLowerCase() !== `http://${host}`)
      return end(response, 403, 'Foreign origin.');
    const token = await readToken(request);
    const known = token === undefined ? undefined : [...tokens].find(t => equal(t, token));
    // A window that is reloaded has spent its token already but still holds its cookie.
    if (known === undefined) {
      if (hasSession(request, cookieName, sessions)) return end(response, 204, '');
      return end(
        response,
        401,
        'This address was used already or is unknown. Start the console anew for a fresh one.',
      );
    }
    tokens.delete(known);
    const session = randomBytes(24).toString('base64url');
    if (sessions.size >= SESSIONS_MAX) sessions.delete([...sessions][0] ?? '');
    sessions.add(session);
    response.setHeader('Set-Cookie', `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`);
    return end(response, 204, '');
  }

  async function serveFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = await readRendererFile(options.rendererFolder, path);
    if (!file) return end(response, 404, 'Not found.');
    response.setHeader('Content-Type', file.mediaType);
    response.setHeader(
      'Cache-Control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
    );
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : file.bytes);
  }
}

/** The contract as a tRPC router: a transport only, nothing is decided here. */
function routerOf(implementation: Implementation) {
  const t = initTRPC.create({
    errorFormatter: ({ shape }) => ({ ...shape, data: { code: shape.data.code } }),
  });
  const byScreen: Record<string, Record<string, ReturnType<typeof procedureOf>>> = {};
  for (const [path, call] of calls(implementation)) {
    const [screen = '', name = ''] = path.split('.');
    byScreen[screen] ??= {};
    byScreen[screen][name] = procedureOf(call);
  }
  return t.router(
    Object.fromEntries(
      Object.entries(byScreen).map(([screen, procedures]) => [screen, t.router(procedures)]),
    ),
  );

  function procedureOf(call: ReturnType<ReturnType<typeof calls>['get']> & object) {
    const procedure = t.procedure.input(z.unknown());
    if (call.kind === 'stream') {
      return procedure.subscription(async function* ({ input, signal }) {
        try {
          yield* call.run(input, signal ?? new AbortController().signal) as AsyncIterable<unknown>;
        } catch (error) {
          throw asTrpcError(error);
        }
      });
    }
    const resolve = async ({ input, signal }: { input: unknown; signal: AbortSignal | undefined }) => {
      try {
        return await call.run(input, signal ?? new AbortController().signal);
      } catch (error) {
        throw asTrpcError(error);
      }
    };
    return call.kind === 'query' ? procedure.query(resolve) : procedure.mutation(resolve);
  }
}

function asTrpcError(error: unknown): TRPCError {
  if (error instanceof CallError) {
    return new TRPCError({
      code: error.code === 'bad-input' ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR',
      message: error.message,
      cause: error,
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message, cause: error });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken: choose another with --port, or 0 for any`, { cause: error })
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

/** Host names are case-insensitive; ours has no letters, so mixed case can only be foreign. Rebinding names fail here. */
function hostIsOurs(request: IncomingMessage, host: string): boolean {
  return request.headers.host?.toLowerCase() === host;
}

function hasSession(request: IncomingMessage, cookieName: string, sessions: ReadonlySet<string>): boolean {
  const cookies = (request.headers.cookie ?? '').split(';').map(c => c.trim());
  const value = cookies.find(c => c.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
  return value !== undefined && [...sessions].some(s => equal(s, value));
}

async function readToken(request: IncomingMessage): Promise<string | undefined> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > SESSION_BODY_BYTES_MAX) return undefined;
  }
  try {
    return z.object({ token: z.string() }).parse(JSON.parse(body)).token;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}
