import { expect, test } from 'vitest';
import { SOURCE_DIGEST } from './bindings/index.ts';
import { sourceDigest } from './generate-bindings.ts';

test('the committed bindings were made from the sources as they are', () => {
  expect(SOURCE_DIGEST, 'run: node contracts/run-tests.ts --bindings').toBe(sourceDigest());
});
