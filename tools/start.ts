/**
 * `npm start`: the desktop window where Electron's runtime is installed, else an installed Chromium, Chrome or Edge as an
 * application window, else the one-time address to open by hand. Ctrl-C ends everything.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { electronExecutable } from './electron-runtime.ts';

const args = process.argv.slice(2);
const headless = args.includes('--headless');
const electron = electronExecutable();

if (electron && !headless) {
  console.error('Opening the desktop application …');
  const child = spawn(electron, ['.', ...args], { stdio: 'inherit' });
  endWith(child);
  child.on('exit', code => process.exit(code ?? 0));
} else {
  startHost();
}

function startHost(): void {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join('dist', 'main', 'cli.js'), 'serve', ...args],
    {
      stdio: ['inherit', 'pipe', 'inherit'],
    },
  );
  endWith(child);
  let window: ChildProcess | undefined;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    output += chunk.toString();
    const address = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(output)?.[0];
    if (address && !window && !headless) {
      output = '';
      window = openWindow(address, child);
    }
  });
  child.on('exit', code => {
    window?.kill();
    process.exit(code ?? 0);
  });
}

/** An installed browser as an application window with a profile of its own; its end is the console's end. */
function openWindow(address: string, host: ChildProcess): ChildProcess | undefined {
  const browser = installedBrowser();
  console.error(
    browser
      ? 'Electron is not installed, so the console opens in a browser window. Desktop application: npm run desktop (fetches Electron once), npm run package (builds an installer).'
      : 'No Electron, Chromium, Chrome or Edge found: open the address above in a browser. Desktop application: npm run desktop (fetches Electron once), npm run package (builds an installer).',
  );
  if (!browser) return undefined;
  const profile = mkdtempSync(join(tmpdir(), 'interlock-window-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const window = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--window-size=1920,1080',
      ...asRoot,
    ],
    { stdio: 'ignore' },
  );
  window.on('exit', () => {
    rmSync(profile, { recursive: true, force: true });
    host.kill('SIGTERM');
  });
  window.on('error', () => console.error(`Could not start ${browser}: open the address above by hand.`));
  return window;
}

function installedBrowser(): string | undefined {
  const names =
    process.platform === 'win32'
      ? []
      : [
          'chromium',
          'chromium-browser',
          'google-chrome',
          'google-chrome-stable',
          'microsoft-edge',
          'microsoft-edge-stable',
        ];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap(folder => names.map(name => join(folder, name)));
  const known = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(variable => {
      const base = process.env[variable];
      return base
        ? [
            join(base, 'Google/Chrome/Application/chrome.exe'),
            join(base, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [];
    }),
  ];
  return [...onPath, ...known].find(path => existsSync(path));
}

/** The terminal's Ctrl-C reaches the child itself; a SIGTERM to us is handed on. */
function endWith(child: ChildProcess): void {
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}
