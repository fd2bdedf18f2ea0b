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

const [folder = join('docs', 'pictures'), ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const console_ = await startConsole({ args: ['--scenario', 'evening-peak', '--speed', '60', '--seed', '1'] });
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  page.on('pageerror', error => console.error(`page error: ${error.message}`));
  await page.goto(console_.address);
  await page.getByRole('navigation').first().waitFor();
  await waitForRisk(page);
  for (const theme of ['night', 'day'] as const) {
    await setTheme(page, theme);
    for (const screen of SCREEN_IDS) {
      if (wanted.length > 0 && !wanted.includes(screen)) continue;
      await page.evaluate(id => {
        window.location.hash = `#/${id}`;
      }, screen);
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

async function waitForRisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/flexibility';
  });
  await page
    .getByText(/transformer|line/i)
    .first()
    .waitFor({ timeout: RISK_MS_MAX });
}

async function setTheme(page: Page, theme: 'night' | 'day'): Promise<void> {
  await page.evaluate(name => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
}
