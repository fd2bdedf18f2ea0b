/**
 * One evening at the desk, in order: while all is calm a study is run and the chain verified from outside; the peak is
 * foreseen, its trades are caught, one interval is curtailed with a reason, the rest is relieved by the market while the
 * console is killed in the middle; the fees are exported and opened again.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, PATIENCE_MS } from './desk.ts';

/** Slow enough that an interval lasts as long as a person needs, fast enough for a test: 15 minutes in 30 s. */
const SPEED = '30';
const TRANSFORMER = 'T-S008';
const MARKET_PATIENCE_MS = 150_000;

let desk: Desk;
const page = (): Page => desk.page;

beforeAll(async () => {
  desk = await openDesk(['--scenario', 'evening-peak', '--speed', SPEED, '--seed', '1']);
  // The window opens before the market does: the evening begins when the day ahead is known.
  await page()
    .getByText('Every limit holds now and in every forecast interval.')
    .waitFor({ timeout: MARKET_PATIENCE_MS });
});

afterAll(() => desk?.close());

test('a study of a day runs its 96 intervals beside the live grid and has no way to act', async () => {
  await desk.open('studies');
  await page().getByLabel('Name').fill('More heat pumps');
  await page().getByRole('group', { name: 'Scale' }).getByRole('button', { name: 'Add' }).click();
  await page().getByRole('button', { name: 'Run the study' }).click();
  await page()
    .getByText(/96 intervals, .* computed in/)
    .waitFor({ timeout: PATIENCE_MS });
  await page().getByText('Heat pumps everywhere are multiplied by 2.').first().waitFor();
  expect(
    await page()
      .locator('main')
      .getByRole('button', { name: /order|curtail|confirm/i })
      .count(),
  ).toBe(0);
});

test('the chain verifies from its genesis by the command line, believing no endpoint', async () => {
  await desk.open('chain');
  const endpoint = page()
    .locator('main')
    .getByText(/http:\/\/127\.0\.0\.1:\d+/)
    .first();
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await endpoint.innerText())?.[0] ?? '';
  const markets = join(desk.console().dataFolder, 'markets');
  const genesis = join(markets, readdirSync(markets)[0] ?? '', 'genesis.json');
  const { code, out } = await interlock('chain', 'verify', '--rpc', url, '--genesis', genesis, '--json');
  expect(JSON.parse(out)).toMatchObject({ valid: true });
  expect(code).toBe(0);
});

test('the peak is on one card with cause, action and time left, one press from its place in the diagram', async () => {
  const card = page()
    .getByRole('complementary', { name: /Needs a hand/ })
    .getByRole('listitem')
    .filter({ hasText: TRANSFORMER });
  // Half an hour of market time after the start the forecast turns cold.
  await card.waitFor({ timeout: MARKET_PATIENCE_MS });
  expect(await card.innerText()).toMatch(
    /its limit\s+is 100 %[\s\S]*Buy flexibility[\s\S]*decide by \d\d:\d\d, \d/,
  );
  await card.getByRole('button', { name: /^Show/ }).click();
  await expect.poll(() => page().url()).toContain(`#/diagram?select=${TRANSFORMER}`);
  await page()
    .getByRole('heading', { name: /transformer/i, level: 2 })
    .waitFor();
  await page().getByText('Trades that load it most').waitFor();
});

test('a trade that would overload it is refused in part or whole, with its reason, and its footprint lights up', async () => {
  await desk.open('trades');
  await page()
    .getByRole('button', { name: /^reduced/ })
    .click();
  await page()
    .getByRole('button', { name: /^rejected/ })
    .click();
  const row = page()
    .getByRole('grid', { name: 'Trades' })
    .getByRole('row')
    .filter({ hasText: TRANSFORMER })
    .first();
  await row.waitFor({ timeout: MARKET_PATIENCE_MS });
  await row.click();
  const sentence = page().locator('.trade-sentence');
  await sentence.waitFor();
  expect(await sentence.innerText()).toMatch(new RegExp(`Would load .*${TRANSFORMER}.* to 1\\d\\d`));
  await page()
    .getByRole('img', { name: /Footprint/ })
    .waitFor();
  await page().getByRole('button', { name: 'Show in diagram' }).click();
  await page()
    .getByText(/changes \d+ branches, in blue/)
    .waitFor();
});

test('curtailment asks why the market is passed over and for a reason, and goes to the chain once', async () => {
  await desk.open('curtailment');
  await page().getByText('The market can still solve this.').waitFor();
  const order = page().getByRole('button', { name: 'Curtail…' });
  expect(await order.getAttribute('aria-disabled')).toBe('true');
  await page()
    .getByLabel('Reason, for the record and the report')
    .fill('Drill of the last resort, evening shift');
  expect(await order.getAttribute('aria-disabled')).toBe('true');
  await page().getByLabel('Why the market is passed over').fill('Ordered by the shift leader as a drill');
  await order.click();
  const dialog = page().getByRole('dialog');
  await dialog.getByRole('button', { name: /^Curtail \d/ }).click();
  await dialog.waitFor({ state: 'detached' });
  const orders = page().getByRole('grid', { name: /curtailment/i });
  await orders.getByText('Drill of the last resort').first().waitFor();
  await expectIncluded(1);
});

test('relief bought for the whole period survives the kill of the console, nothing is ordered twice, and the light is green again', async () => {
  await desk.open('flexibility');
  await page().getByRole('button', { name: 'Order for the whole period…' }).click();
  expect(await confirmOrder()).toBe(true);
  const words = await page()
    .getByText(/Recorded for \d+ interval/)
    .innerText();
  const recorded = Number(/\d+/.exec(words)?.[0]);
  expect(recorded).toBeGreaterThan(0);

  await desk.killAndRestart();
  await desk.open('flexibility');
  await expect.poll(() => orders().count(), { timeout: PATIENCE_MS }).toBe(recorded);
  await expectIncluded(recorded);

  // Offers for later intervals come in the meantime: the rest is ordered until no limit is at risk.
  const calm = page().getByText('No limit is at risk.');
  // For a single interval that is left there is the single order.
  const more = page()
    .getByRole('button', { name: /^Order( for the whole period)?…$/ })
    .last();
  const untilMs = performance.now() + MARKET_PATIENCE_MS;
  while (!(await calm.isVisible()) && performance.now() < untilMs) {
    const isReady = (await more.isVisible()) && (await more.getAttribute('aria-disabled')) !== 'true';
    // The risk may end while the hand is on its way to the button.
    const pressed = isReady
      ? await more.click({ timeout: 5_000 }).then(
          () => true,
          () => false,
        )
      : false;
    if (pressed) await confirmOrder();
    else await page().waitForTimeout(1_000);
  }
  await calm.waitFor();
  await expectIncluded(await orders().count());
  await desk.open('overview');
  const segment = page().getByRole('row').filter({ hasText: TRANSFORMER }).first();
  await expect.poll(() => segment.innerText(), { timeout: PATIENCE_MS }).toMatch(/^\s*G\b/);
});

test('the exported fees, opened again, add up to what stands on the chain', async () => {
  await desk.open('fees');
  await page().getByRole('button', { name: 'all', exact: true }).click();
  await page().getByText('equal, row by row').waitFor();
  const sums: bigint[] = [];
  for (const format of ['CSV', 'XLSX', 'PDF'] as const) {
    const [download] = await Promise.all([
      page().waitForEvent('download'),
      page()
        .getByRole('button', { name: `Export as ${format}` })
        .click(),
    ]);
    const bytes = readFileSync(await download.path());
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
    if (format === 'PDF') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    else sums.push(await sumOf(format, bytes));
  }
  const [csv, xlsx] = sums;
  expect(csv).toBeGreaterThan(0n);
  // Trades go on between two exports: the later file holds at least what the earlier one did.
  expect(xlsx).toBeGreaterThanOrEqual(csv ?? 0n);
});

test('the audit log of the evening is unbroken', async () => {
  await desk.open('audit');
  await page().getByRole('button', { name: 'Verify the chain of hashes' }).click();
  await page().getByText('Unbroken.').waitFor();
});

test('nothing in the window complained', () => {
  // While the console was dead the window said that it could not be reached: as it should.
  const own = desk.complaints().filter(text => !/WebSocket connection|ERR_CONNECTION/.test(text));
  expect(own).toEqual([]);
});

/**
 * Orders what can be ordered now; where nothing can, the dialog says why and is closed.
 * @returns false when the dialog closed by itself: its interval is over, or what was at risk in it is none any more
 */
async function confirmOrder(): Promise<boolean> {
  const dialog = page().getByRole('dialog');
  const inTime = { timeout: 10_000 };
  try {
    await dialog.getByText('Action').waitFor(inTime);
    const confirm = dialog.getByRole('button', { name: /^Order/ });
    const isBlocked = (await confirm.getAttribute('aria-disabled', inTime)) === 'true';
    await (isBlocked ? dialog.getByRole('button', { name: 'Cancel' }) : confirm).click(inTime);
  } catch (error) {
    if (await dialog.isVisible()) throw error;
    return false;
  }
  await dialog.waitFor({ state: 'detached' });
  return true;
}

function orders() {
  return page()
    .getByRole('grid', { name: /orders/i })
    .locator('.order-progress');
}

/** Every order of this screen has reached a block: its third step is done. */
async function expectIncluded(count: number): Promise<void> {
  const included = page()
    .getByRole('grid', { name: /orders/i })
    .locator('.order-progress[data-tone="good"]');
  await expect.poll(() => included.count(), { timeout: PATIENCE_MS }).toBe(count);
}

async function sumOf(format: 'CSV' | 'XLSX', bytes: Buffer): Promise<bigint> {
  const rows =
    format === 'CSV'
      ? bytes
          .toString('utf8')
          .trim()
          .split(/\r?\n/)
          .map(line => line.split(','))
      : (await readSheet(bytes)).map(row => row.map(cell => String(cell ?? '')));
  const head = rows.findIndex(row => row.includes('fee_micro_eur'));
  const column = rows[head]?.indexOf('fee_micro_eur') ?? -1;
  const total = rows.findIndex(row => row[0] === 'total');
  const lines = rows.slice(head + 1, total);
  const sum = lines.reduce((s, row) => s + BigInt(row[column] ?? ''), 0n);
  expect(sum).toBe(BigInt(rows[total]?.[column] ?? ''));
  return sum;
}

function interlock(...args: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      join('dist', 'main', 'cli.js'),
      ...args,
    ]);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('exit', code => resolve({ code, out }));
  });
}
