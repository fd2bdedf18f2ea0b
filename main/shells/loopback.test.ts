import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCUntypedClient, createWSClient, wsLink } from '@trpc/client';
import { Packr } from 'msgpackr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LoopbackHost, startLoopback } from './loopback.ts';
import { implementationWith } from './testing/implementation.ts';

let host: LoopbackHost;
let origin: string;

beforeAll(async () => {
  const rendererFolder = mkdtempSync(join(tmpdir(), 'interlock-renderer-'));
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Interlock</title>');
  writeFileSync(join(rendererFolder, 'secret.key'), 'not for windows');
  host = await startLoopback({
    port: 0,
    rendererFolder,
    implementation: implementationWith({
      'audit.verify': () => ({ valid: true, entries: 3, brokenAt: null, head: 'abc' }),
      'audit.revision': async function* () {
        yield { length: 1 };
        yield { length: 2 };
      },
      'grid.contractFlows': () => ({ interval: 0, flows: [{ wrong: 'shape' }] }),
    }),
  });
  origin = `http://127.0.0.1:${host.port}`;
});

afterAll(() => host.close());

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** fetch refuses to send foreign Host headers; the attacker does not. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: host.port,
        path,
        method: options.method ?? 'GET',
        headers: { Host: `127.0.0.1:${host.port}`, ...options.headers },
      },
      response => {
        let body = '';
        response.on('data', chunk => {
          body += String(chunk);
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

const freshToken = () => host.address().split('#t=')[1] ?? '';

async function openSession(): Promise<string> {
  const answer = await send('/session', {
    method: 'POST',
    headers: { Origin: origin },
    body: JSON.stringify({ token: freshToken() }),
  });
  expect(answer.status).toBe(204);
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

function upgrade(headers: Record<string, string>): Promise<number> {
  return new Promise(resolve => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

test('a page of another host name cannot reach the console, whatever the name resolves to', async () => {
  for (const name of [
    'evil.example',
    `localhost:${host.port}`,
    `0.0.0.0:${host.port}`,
    `127.0.0.1.nip.example:${host.port}`,
    '127.0.0.1',
  ]) {
    expect((await send('/', { headers: { Host: name } })).status, name).toBe(421);
  }
  expect((await send('/')).status).toBe(200);
});

test('a token opens one session, from our own origin, once', async () => {
  const token = freshToken();
  const body = JSON.stringify({ token });
  for (const foreign of ['null', 'http://evil.example', `http://localhost:${host.port}`]) {
    expect(
      (await send('/session', { method: 'POST', headers: { Origin: foreign }, body })).status,
      foreign,
    ).toBe(403);
  }
  expect((await send('/session', { method: 'POST', body })).status).toBe(403);
  const opened = await send('/session', { method: 'POST', headers: { Origin: origin }, body });
  expect(opened.status).toBe(204);
  expect(String(opened.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  expect((await send('/session', { method: 'POST', headers: { Origin: origin }, body })).status).toBe(401);
});

test('malformed and oversized session requests are refused without harm', async () => {
  for (const body of ['', '{', '{"token":5}', JSON.stringify({ token: 'x'.repeat(100_000) })]) {
    expect((await send('/session', { method: 'POST', headers: { Origin: origin }, body })).status).toBe(401);
  }
});

test('the contract is closed to sockets without session, from other origins, or by other names', async () => {
  const cookie = await openSession();
  expect(await upgrade({ Origin: origin })).toBe(401);
  expect(await upgrade({ Origin: 'http://evil.example', Cookie: cookie })).toBe(403);
  expect(await upgrade({ Cookie: cookie })).toBe(403);
  expect(await upgrade({ Origin: origin, Cookie: cookie, Host: 'evil.example' })).toBe(421);
  expect(await upgrade({ Origin: origin, Cookie: `${cookie.split('=')[0]}=forged` })).toBe(401);
  expect(await upgrade({ Origin: origin, Cookie: cookie })).toBe(101);
});

test('only files of the screens are served: no way out of the folder, no unknown kind of file', async () => {
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/secret.key',
    '/%',
    '/%00',
    '/index.html/x',
  ]) {
    expect((await send(path)).status, path).toBe(404);
  }
  expect((await send('/', { method: 'PUT' })).status).toBe(405);
});

test('every page carries the content security policy', async () => {
  const answer = await send('/');
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.headers['content-security-policy']).not.toContain("'unsafe-inline' 'self' script");
});

test('a window with a session calls procedures and gets streams; answers of a wrong shape never reach it', async () => {
  const cookie = await openSession();
  const packr = new Packr({ moreTypes: true, structuredClone: true });
  class OwnSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { Origin: origin, Cookie: cookie } });
      this.binaryType = 'arraybuffer';
    }
  }
  const socket = createWSClient({
    url: `ws://127.0.0.1:${host.port}/rpc`,
    // The ws package's class differs from the browser's only in details the client does not use.
    WebSocket: OwnSocket as unknown as typeof globalThis.WebSocket,
    experimental_encoder: {
      encode: data => new Uint8Array(packr.pack(data)),
      decode: data =>
        packr.unpack(typeof data === 'string' ? Buffer.from(data) : new Uint8Array(data as ArrayBuffer)),
    },
  });
  const client = createTRPCUntypedClient({ links: [wsLink({ client: socket })] });
  expect(await client.query('audit.verify', {})).toEqual({
    valid: true,
    entries: 3,
    brokenAt: null,
    head: 'abc',
  });
  await expect(client.query('audit.verify', { surprise: 1 })).rejects.toThrow(/audit.verify/);
  await expect(client.query('grid.contractFlows', { interval: 0, most: 5 })).rejects.toThrow();
  await expect(client.query('nothing.here', {})).rejects.toThrow();
  const lengths: number[] = [];
  await new Promise<void>((resolve, reject) => {
    client.subscription(
      'audit.revision',
      {},
      {
        onData: item => lengths.push((item as { length: number }).length),
        onComplete: resolve,
        onError: reject,
      },
    );
  });
  expect(lengths).toEqual([1, 2]);
  await socket.close();
});
