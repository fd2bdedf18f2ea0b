/**
 * The desktop shell: one window, sandboxed, no Node in it, one port that carries the contract. Thin on purpose; the
 * only file of the console that imports electron. Hardened after Electron's own checklist (promise A36).
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  MessageChannelMain,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import { type Console, openConsole } from '../console.ts';
import type { Launcher } from '../simulated-world.ts';
import { configurationFrom } from './configuration.ts';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';
import { rendererFolder } from './places.ts';
import { servePort } from './port.ts';
import { readRendererFile } from './renderer-files.ts';

const SCHEME = 'interlock';
const ORIGIN = `${SCHEME}://console`;
const OPEN_CONTRACT = 'interlock:open-contract';
const HERE = dirname(fileURLToPath(import.meta.url));

/** Switches that would open the process to others: the console does not run with them. */
const DEBUG_SWITCHES = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'remote-debugging-port',
  'remote-debugging-pipe',
];

/** Starts the application. Called once at the end of this file; a function, so that tests can call it with a double. */
export async function boot(): Promise<void> {
  const forbidden = DEBUG_SWITCHES.find(name => app.commandLine.hasSwitch(name));
  if (forbidden) {
    console.error(`Interlock does not run with --${forbidden}: it would open the console to other programs.`);
    app.exit(2);
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    console.error('Interlock is running already: its window comes to the front.');
    app.exit(0);
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  denyByDefault();
  await app.whenReady();
  harden();

  const console_ = await openConsole(
    configurationFrom(process.argv.slice(app.isPackaged ? 1 : 2), process.env),
    line => console.error(line),
    utilityLauncher,
  ).catch(giveUp);
  if (!console_) return;
  console_.started.catch(giveUp);
  serveScreens();
  serveContract(console_);
  const window = openWindow();
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let closed = false;
  app.on('before-quit', event => {
    if (closed) return;
    event.preventDefault();
    void console_.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

/** A console that cannot start says why in a window of its own: there may be no terminal. */
function giveUp(error: unknown): null {
  dialog.showErrorBox('Interlock could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
  return null;
}

/** Programs in processes of Electron's own: with its fuses set, the executable is no Node that could run them. */
const utilityLauncher: Launcher = (file, args, env) => {
  const child = utilityProcess.fork(file, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = child;
  if (!stdout) throw new Error(`${file} was started without an output to read`);
  return { stdout, onExit: listener => child.on('exit', listener), kill: () => void child.kill() };
};

/** Navigation, new windows, webviews: nothing the console needs, so nothing is allowed. */
function denyByDefault(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!url.startsWith(`${ORIGIN}/`)) event.preventDefault();
    });
    contents.on('will-redirect', event => event.preventDefault());
    contents.on('will-attach-webview', event => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Electron approves every permission by default; we refuse every one, and any request that leaves our own scheme. */
function harden(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest((details, callback) => {
    const own =
      details.url.startsWith(`${ORIGIN}/`) ||
      details.url.startsWith('data:') ||
      details.url.startsWith(`blob:${ORIGIN}`);
    callback({ cancel: !own });
  });
}

function serveScreens(): void {
  const folder = rendererFolder();
  protocol.handle(SCHEME, async request => {
    const url = new URL(request.url);
    const file =
      url.host === 'console' && request.method === 'GET'
        ? await readRendererFile(folder, url.pathname)
        : undefined;
    if (!file) return new Response('Not found.', { status: 404 });
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}

/** The one channel: a window of our own origin asks once and gets a port that speaks the contract. */
function serveContract(console_: Console): void {
  ipcMain.on(OPEN_CONTRACT, event => {
    const frame = event.senderFrame;
    if (!frame || frame !== event.sender.mainFrame || frame.origin !== ORIGIN) return;
    const { port1, port2 } = new MessageChannelMain();
    servePort(port1, console_.implementation);
    port1.start();
    event.sender.postMessage(OPEN_CONTRACT, null, [port2]);
  });
}

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1920,
    height: 1080,
    backgroundColor: '#1c1f23',
    title: 'Interlock',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(HERE, '..', 'preload', 'bridge.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

// Under test the module is imported with a double of electron, and boot is called by the test.
if (process.env['VITEST'] === undefined) await boot();
