/** A real Chromium for tests and pictures: the machine's, else the one from the registry. */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const ARGUMENTS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** Starts a headless browser; software GL, no request to anywhere but the console. */
export async function launchBrowser(): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap(name => (process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, name)))
    .find(path => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: [...ARGUMENTS, ...sandbox] });
  return launchFromRegistry();
}

/** @sparticuz/chromium unpacks a headless Chromium with its own libraries; on a bare machine NSS comes with it. */
async function launchFromRegistry(): Promise<Browser> {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const executablePath = await packed.executablePath();
  const libraries = join(tmpdir(), 'al2023', 'lib');
  return chromium.launch({
    executablePath,
    // The packed build has no sandbox helper; it opens our own loopback pages only.
    args: [...ARGUMENTS, '--no-sandbox', '--headless=shell', '--single-process=false', '--no-zygote'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH'] ?? ''].join(delimiter),
    },
  });
}
