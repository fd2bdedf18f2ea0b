/** An operator's desk: one console, one browser window, and the words for what a person does at it. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type ConsoleProcess, removeFolder, startConsole } from '../console-process.ts';

export const PATIENCE_MS = 60_000;

export interface Desk {
  readonly page: Page;
  console(): ConsoleProcess;
  /** Everything the window complained about: errors of scripts, refused contents, failed requests. */
  complaints(): readonly string[];
  open(screen: string): Promise<void>;
  /** SIGKILL of the console, a new start on the same data, a new window. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(args: readonly string[]): Promise<Desk> {
  let host = await startConsole({ args });
  const complaints: string[] = [];
  const desk = await openWindow(host, complaints);
  return {
    get page() {
      return desk.page;
    },
    console: () => host,
    complaints: () => complaints,
    open: screen => openScreen(desk.page, screen),
    async killAndRestart() {
      await host.kill();
      await desk.browser.close();
      host = await startConsole({ args, dataFolder: host.dataFolder });
      Object.assign(desk, await openWindow(host, complaints));
    },
    async close() {
      await desk.browser.close();
      await host.stop();
      removeFolder(host.dataFolder);
    },
  };
}

async function openWindow(
  host: ConsoleProcess,
  complaints: string[],
): Promise<{ browser: Browser; page: Page }> {
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(host.address);
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  return { browser, page };
}

/** By its address, as a link does, and waited for until it shows more than that it loads. */
export async function openScreen(page: Page, screen: string): Promise<void> {
  await page.evaluate(id => {
    window.location.hash = `#/${id}`;
  }, screen);
  await page.locator('main .panel, main .grid-picture, main .study-screen').first().waitFor();
}
