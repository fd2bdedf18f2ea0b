/**
 * What an operator waits for: the first picture after a warm start, frames of a large diagram in motion, memory after a
 * while. Frames are those of the browser at hand; without a graphics card they are drawn in software.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { removeFolder, startConsole } from '../console-process.ts';
import { openScreen } from '../end-to-end/desk.ts';
import { largeNetwork } from '../testing/large-network.ts';

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const STARTS = 3;
const BRANCHES = 10_000;
const LOAD_EVERY = 100;
const DRAG_STEPS = 120;
/** After the first live state, until its drawing is over. */
const REST_MS = 15_000;
const MEMORY_AFTER_MS = 60_000;

export async function benchConsole(prefix: string): Promise<Figure[]> {
  const wanted = (name: string) => name.startsWith(prefix) || prefix.startsWith(name);
  const browser = await launchBrowser();
  try {
    return [
      ...(wanted('start/first-picture') || wanted('memory/resident') ? await startAndMemory(browser) : []),
      ...(wanted('diagram/frame-p99') ? await frames(browser) : []),
    ];
  } finally {
    await browser.close();
  }
}

/** The first start makes the market and does not count. A picture is useful when it has values. */
async function startAndMemory(browser: Browser): Promise<Figure[]> {
  const first = await startConsole({});
  const { dataFolder } = first;
  await first.stop();
  const times: number[] = [];
  let residentMb = Number.NaN;
  for (let k = 0; k < STARTS; k++) {
    const started = performance.now();
    const host = await startConsole({ dataFolder });
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(host.address);
    await page
      .getByRole('grid', { name: /segments/i })
      .getByRole('row')
      .filter({ hasText: /\d…\d/ })
      .first()
      .waitFor();
    times.push(performance.now() - started);
    if (k === STARTS - 1) {
      await page.waitForTimeout(MEMORY_AFTER_MS);
      residentMb = residentOf(host.child.pid ?? 0);
    }
    await page.close();
    await host.stop();
  }
  removeFolder(dataFolder);
  return [
    {
      name: 'start/first-picture',
      value: times.sort((a, b) => a - b)[STARTS >> 1] ?? Number.NaN,
      unit: 'ms',
    },
    { name: 'memory/resident', value: residentMb, unit: 'MB' },
  ];
}

async function frames(browser: Browser): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-bench-'));
  const network = join(folder, 'large.m');
  writeFileSync(network, largeNetwork(BRANCHES, LOAD_EVERY));
  const host = await startConsole({ args: ['--network', network, '--scenario', 'calm-day'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(host.address);
    await openScreen(page, 'diagram');
    await page.locator('canvas').first().waitFor();
    await page.locator('.grid-words[data-tense="live"]').waitFor();
    await page.waitForTimeout(REST_MS);
    const gaps = await dragging(page);
    const sorted = gaps.sort((a, b) => a - b);
    return [
      {
        name: 'diagram/frame-p99',
        value: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
        unit: 'ms',
      },
    ];
  } finally {
    await host.stop();
    removeFolder(host.dataFolder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Time between frames while the picture is dragged, ms. */
async function dragging(page: Page): Promise<number[]> {
  const box = await page.locator('canvas').first().boundingBox();
  if (!box) throw new Error('bench: the diagram has no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.evaluate(() => {
    const w = window as typeof window & { gaps: number[] };
    w.gaps = [];
    let last = performance.now();
    const frame = (now: number): void => {
      w.gaps.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let k = 0; k < DRAG_STEPS; k++) {
    await page.mouse.move(x + 200 * Math.sin(k / 8), y + 120 * Math.cos(k / 8));
  }
  await page.mouse.up();
  return page.evaluate(() => (window as typeof window & { gaps: number[] }).gaps.slice(1));
}

function residentOf(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout.trim()) / 1024;
}
