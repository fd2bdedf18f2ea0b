import { expect, test } from 'vitest';
import { bannerOf, type Heard } from './banner.ts';

const well: Heard = {
  connection: { state: 'connected', sinceMs: 1_000 },
  statusAtMs: 99_000,
  statusFailure: undefined,
  data: { state: 'good', reason: '' },
  nowMs: 100_000,
};

test('all is well: no banner', () => {
  expect(bannerOf(well)).toBeNull();
});

test('a lost connection is said at once, with the age of what is still shown', () => {
  const lost = bannerOf({
    ...well,
    connection: { state: 'lost', sinceMs: 88_000, reason: 'Gone.' },
    statusAtMs: 88_000,
  });
  expect(lost?.title).toContain('last data 12 s old');
  expect(lost?.text).toContain('commands are off');
});

test('a console that is connected but silent is found within five seconds', () => {
  expect(bannerOf({ ...well, nowMs: 99_000 + 3_900 })).toBeNull();
  expect(bannerOf({ ...well, nowMs: 99_000 + 5_000 })?.title).toContain('silent');
});

test('a console that never spoke is silent too', () => {
  expect(bannerOf({ ...well, statusAtMs: undefined })?.title).toContain('no data yet');
});

test('a frozen feed is said on every screen with its reason', () => {
  expect(bannerOf({ ...well, data: { state: 'red', reason: 'Gateway 2 repeats' } })?.text).toBe(
    'Gateway 2 repeats',
  );
});
