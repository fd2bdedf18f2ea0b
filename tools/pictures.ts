/**
 * Drives every screen with a real console behind it and writes docs/pictures/SCREEN-THEME.png. The demonstration runs
 * `evening-peak` until its first limit is at risk, so that there is something to see.
 * `npm run pictures -- FOLDER [SCREEN…]` writes elsewhere, or some screens only.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SCREENS } from '../renderer/screens.ts';
import { launchBrowser } from '../test/browser.ts';
import { removeFolder, startConsole } from '../test/console-process.ts';

const SCREEN_IDS = SCREENS.map(screen => screen.id);
const RISK_MS_MAX = 120_000;
const SIZE = { width: 1600, height: 900 };

/** What a person would have pressed to see the screen at work. */
const PREPARE: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  trades: async page => {
    await pressed(page, /^rejected/);
    await page.getByRole('grid', { name: 'Trades' }).getByRole('row').nth(1).click();
  },
  studies: async page => {
    await page.getByLabel('Name').fill('Twice the heat pumps');
    await page.getByRole('group', { name: 'Scale' }).getByRole('button', { name: 'Add' }).click();
    await page.getByRole('button', { name: 'Run the study' }).click();
    await page.getByText('computed in').waitFor();
  },
  fees: page => page.getByRole('grid').first().getByRole('row').nth(1).click(),
  audit: page => page.getByRole('grid').first().getByRole('row').nth(1).click(),
};

async function pressed(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

const [folder = join('docs', 'pictures'), ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const console_ = await startConsole({ args: ['--scenario', 'evening-peak', '--speed', '60', '--seed', '1'] });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: SIZE });
  const page = await context.newPage();
  page.on('pageerror', error => console.error(`page error: ${error.message}`));
  await page.goto(console_.address);
  await page.getByRole('navigation').first().waitFor();
  const element = await elementAtRisk(page);
  for (const theme of ['night', 'day'] as const) {
    await setTheme(page, theme);
    for (const screen of SCREEN_IDS) {
      if (wanted.length > 0 && !wanted.includes(screen)) continue;
      await page.evaluate(
        ([id, selected]) => {
          window.location.hash = `#/${id}?select=${encodeURIComponent(selected ?? '')}`;
        },
        [screen, element],
      );
      await PREPARE[screen]?.(page);
      // Lazy screens load, streams deliver, software GL draws its one frame.
      await page.waitForTimeout(screen === 'diagram' || screen === 'map' ? 7_000 : 2_500);
      await page.screenshot({ path: join(folder, `${screen}-${theme}.png`) });
      console.log(`${screen}-${theme}.png`);
    }
  }
} finally {
  await browser.close();
  await console_.stop();
  removeFolder(console_.dataFolder);
}

async function elementAtRisk(page: Page): Promise<string> {
  await page.evaluate(() => {
    window.location.hash = '#/flexibility';
  });
  const named = page.locator('.act-risk strong').first();
  await named.waitFor({ timeout: RISK_MS_MAX });
  return named.innerText();
}

async function setTheme(page: Page, theme: 'night' | 'day'): Promise<void> {
  await page.evaluate(name => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
}
