/** Every screen in a real browser with real data behind it: no error, readable by everybody, nothing cut off at 200 %. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCREENS } from '../../renderer/screens.ts';
import { type Desk, openDesk, PATIENCE_MS } from './desk.ts';

const SCREEN_IDS = SCREENS.map(screen => screen.id);
/** 1920 × 1080 at 200 % zoom. */
const ZOOMED = { width: 960, height: 540 };

/** A large picture takes a while to follow the window where it is drawn in software. */
const SETTLE_MS = 15_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(['--scenario', 'evening-peak', '--speed', '60', '--seed', '1']);
  // With an alarm on its card and trades in the tables.
  await desk.page.getByRole('complementary', { name: /Needs a hand \([1-9]/ }).waitFor({ timeout: 120_000 });
});

afterAll(() => desk?.close());

test.each(SCREEN_IDS)(
  '%s opens without complaint and keeps WCAG 2.2 AA as far as a machine can tell, by night and by day',
  async screen => {
    const { page } = desk;
    await theme('night');
    await desk.open(screen);
    await expect
      .poll(
        () =>
          page
            .locator('main')
            .getByText(/^Reading /)
            .count(),
        { timeout: PATIENCE_MS },
      )
      .toBe(0);
    // The frame is the same around every screen.
    const part = screen === 'overview' ? 'body' : 'main';
    expect(await violations(new AxeBuilder({ page }).include(part).withTags(RULES))).toEqual([]);
    await theme('day');
    // Only colours differ.
    expect(await violations(new AxeBuilder({ page }).include(part).withRules(['color-contrast']))).toEqual(
      [],
    );
    expect(desk.complaints()).toEqual([]);
  },
);

test.each(SCREEN_IDS)('%s at 200 % zoom scrolls in one direction only', async screen => {
  const { page } = desk;
  const before = page.viewportSize();
  await page.setViewportSize(ZOOMED);
  try {
    await desk.open(screen);
    const beyond = () =>
      page.evaluate(() => {
        const main = document.getElementById('main');
        return {
          page: document.documentElement.scrollWidth - window.innerWidth,
          main: (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
        };
      });
    await expect.poll(beyond, { timeout: SETTLE_MS }).toEqual({ page: 0, main: 0 });
  } finally {
    if (before) await page.setViewportSize(before);
  }
});

test('keys open screens, and the palette finds an element and shows it', async () => {
  const { page } = desk;
  await desk.open('overview');
  await page.locator('main').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('heading', { name: 'Trades', level: 2 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('T-S008');
  await page
    .getByRole('option', { name: /element/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toMatch(/diagram.*select=T-S008/);
});

async function theme(name: 'night' | 'day'): Promise<void> {
  await desk.page.evaluate(value => {
    document.documentElement.dataset['theme'] = value;
  }, name);
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  // One frame only: no second page has to be opened to join the results of many.
  const found = await axe.setLegacyMode(true).analyze();
  return found.violations.flatMap(v =>
    v.nodes.map(n => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`),
  );
}
