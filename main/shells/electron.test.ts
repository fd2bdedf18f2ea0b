import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Launcher } from '../simulated-world.ts';
import { electronDouble } from './testing/electron-double.ts';
import { implementationWith } from './testing/implementation.ts';

let double = electronDouble();

/** Boots a fresh copy of the shell on a fresh double; the console behind it answers one procedure. */
async function boot(
  switches: readonly string[] = [],
  open: (...args: unknown[]) => Promise<unknown> = opened,
): Promise<typeof double.recorded> {
  double = electronDouble(switches);
  vi.resetModules();
  vi.doMock('electron', () => double.module as unknown as typeof Electron);
  vi.doMock('../console.ts', () => ({ openConsole: open }));
  const shell = await import('./electron.ts');
  await shell.boot();
  return double.recorded;
}

async function opened(): Promise<unknown> {
  return {
    implementation: implementationWith({
      'audit.verify': () => ({ valid: true, entries: 0, brokenAt: null, head: '' }),
    }),
    started: Promise.resolve(),
    close: async () => {},
  };
}

beforeEach(() => {
  process.argv = ['electron'];
});

test('the window is sandboxed, isolated, without Node, and loads only the console’s own scheme', async () => {
  const { windows, schemes } = await boot();
  expect(windows).toHaveLength(1);
  expect(windows[0]?.options['webPreferences']).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
  });
  expect(windows[0]?.urls).toEqual(['interlock://console/']);
  expect(JSON.stringify(schemes)).not.toContain('bypassCSP');
});

test('every permission is refused, asked or checked', async () => {
  const recorded = await boot();
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'usb',
  ]) {
    const granted: boolean[] = [];
    recorded.permissionRequest?.(...([{}, permission, (ok: boolean) => granted.push(ok)] as never[]));
    expect(granted, permission).toEqual([false]);
    expect(recorded.permissionCheck?.(...([{}, permission] as never[]))).toBe(false);
  }
  expect(recorded.devicePermission?.()).toBe(false);
});

test('no navigation, redirect, new window or webview leads out of the console', async () => {
  await boot();
  const contents = Object.assign(new EventEmitter(), {
    opener: undefined as ((details: { url: string }) => { action: string }) | undefined,
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
      this.opener = handler;
    },
  });
  double.module.app.emit('web-contents-created', {}, contents);
  const prevented = (name: string, url: string) => {
    let stopped = false;
    contents.emit(name, { preventDefault: () => (stopped = true) }, url);
    return stopped;
  };
  for (const url of [
    'https://evil.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'interlock://console.evil/',
    'interlock://other/',
  ]) {
    expect(prevented('will-navigate', url), url).toBe(true);
  }
  expect(prevented('will-navigate', 'interlock://console/')).toBe(false);
  expect(prevented('will-redirect', 'interlock://console/')).toBe(true);
  expect(prevented('will-attach-webview', '')).toBe(true);
  expect(contents.opener?.({ url: 'https://evil.example' })).toEqual({ action: 'deny' });
});

test('requests to anywhere but the console itself are cancelled', async () => {
  const recorded = await boot();
  const cancelled = (url: string) => {
    const answers: { cancel: boolean }[] = [];
    recorded.beforeRequest?.(
      ...([{ url }, (answer: { cancel: boolean }) => answers.push(answer)] as never[]),
    );
    return answers[0]?.cancel;
  };
  for (const url of [
    'https://example.com/',
    'http://127.0.0.1:8545/',
    'ws://127.0.0.1:1/',
    'file:///tmp/x',
    'interlock://other/x',
  ]) {
    expect(cancelled(url), url).toBe(true);
  }
  expect(cancelled('interlock://console/index.html')).toBe(false);
});

test('the scheme serves files of the screens only, under the content security policy', async () => {
  const recorded = await boot();
  const handler = recorded.protocolHandlers.get('interlock');
  for (const url of [
    'interlock://console/../package.json',
    'interlock://other/index.html',
    'interlock://console/x.key',
    'interlock://console/%',
  ]) {
    expect((await handler?.(new Request(url)))?.status, url).toBe(404);
  }
});

test('the contract opens for the main frame of our own origin, and for no other sender', async () => {
  const recorded = await boot();
  const mainFrame = { origin: 'interlock://console' };
  const posted: unknown[] = [];
  const sender = { mainFrame, postMessage: (...args: unknown[]) => posted.push(args) };
  recorded.ipc.emit('interlock:open-contract', { senderFrame: { origin: 'https://evil.example' }, sender });
  recorded.ipc.emit('interlock:open-contract', { senderFrame: { origin: 'interlock://console' }, sender });
  recorded.ipc.emit('interlock:open-contract', { senderFrame: null, sender });
  expect(posted).toHaveLength(0);
  recorded.ipc.emit('interlock:open-contract', { senderFrame: mainFrame, sender });
  expect(posted).toHaveLength(1);

  const port = recorded.channels[0]?.port1;
  port?.emit('message', { data: { id: 1, kind: 'query', path: 'audit.verify', input: {} } });
  port?.emit('message', { data: { id: 2, kind: 'command', path: 'audit.verify', input: {} } });
  port?.emit('message', { data: { id: 3, kind: 'query', path: '__proto__.constructor', input: {} } });
  port?.emit('message', { data: 'eval("1")' });
  await vi.waitFor(() => expect(port?.posted).toHaveLength(4));
  const byId = new Map(((port?.posted ?? []) as { id: number; ok: boolean }[]).map(m => [m.id, m.ok]));
  expect([...byId].sort()).toEqual([
    [-1, false],
    [1, true],
    [2, false],
    [3, false],
  ]);
});

test('the application does not run with a debug switch', async () => {
  for (const name of ['inspect', 'remote-debugging-port']) {
    const recorded = await boot([name]);
    expect(recorded.exitCodes).toEqual([2]);
    expect(recorded.windows).toHaveLength(0);
  }
});

test('the simulated world runs in a process of Electron’s own, with its output to be read', async () => {
  const recorded = await boot([], async (_configuration, _say, launch) => {
    (launch as Launcher)('world.js', ['--seed', '1'], { TOKEN: 'x' });
    return opened();
  });
  expect(recorded.forks).toHaveLength(1);
  expect(recorded.forks[0]).toMatchObject({ file: 'world.js', args: ['--seed', '1'] });
  expect(recorded.forks[0]?.options).toMatchObject({
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { TOKEN: 'x' },
  });
});

test('a console that cannot start says why and ends, at once or later', async () => {
  const refused = await boot([], async () => {
    throw new Error('rural.m: bus 7 stands twice');
  });
  expect(refused.errorBoxes).toEqual(['rural.m: bus 7 stands twice']);
  expect(refused.windows).toHaveLength(0);
  expect(refused.exitCodes).toEqual([1]);
  const later = await boot([], async () => ({
    ...((await opened()) as object),
    started: Promise.reject(new Error('the chain does not open')),
  }));
  await vi.waitFor(() => expect(later.errorBoxes).toEqual(['the chain does not open']));
  expect(later.exitCodes).toEqual([1]);
});
