import { expect, test } from 'vitest';
import { playSideBySide } from './testing/side-by-side.ts';

test('draft', { timeout: 300_000 }, async () => {
  const t = performance.now();
  const played = await playSideBySide(Number(process.env['SEED'] ?? 1), Number(process.env['OPS'] ?? 300));
  console.log(played.operations, performance.now() - t);
  console.log([...played.succeeded].sort((a, b) => a[1] - b[1]).join(' '));
  console.log([...played.refused].sort((a, b) => a[1] - b[1]).join(' '));
  expect(played).toBeTruthy();
});
