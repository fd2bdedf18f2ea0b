import { createMPT } from '@ethereumjs/mpt';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexOf } from './bytes.ts';
import { keccak } from './crypto.ts';
import { listRoot, rootOf, type Trie, withEntry, withoutEntry } from './trie.ts';

const key = (n: number): Uint8Array => keccak(new Uint8Array([n >> 8, n & 255]));

test('after any sequence of writes and deletions the root equals that of the reference trie', async () => {
  const write = fc.record({
    key: fc.nat(120),
    value: fc.uint8Array({ minLength: 1, maxLength: 40 }),
    remove: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(write, { maxLength: 120 }), async writes => {
      const reference = await createMPT();
      let trie: Trie = null;
      for (const step of writes) {
        if (step.remove) {
          await reference.del(key(step.key));
          trie = withoutEntry(trie, key(step.key));
        } else {
          await reference.put(key(step.key), step.value);
          trie = withEntry(trie, key(step.key), step.value);
        }
      }
      expect(hexOf(rootOf(trie))).toBe(hexOf(reference.root()));
    }),
    { numRuns: 60 },
  );
});

test('an older trie keeps its root after later writes, so a refused block leaves no trace', () => {
  let trie: Trie = null;
  for (let n = 0; n < 500; n++) trie = withEntry(trie, key(n), key(n + 1));
  const before = hexOf(rootOf(trie));
  const kept = trie;
  for (let n = 0; n < 500; n += 2) trie = withoutEntry(trie, key(n));
  expect(hexOf(rootOf(trie))).not.toBe(before);
  expect(hexOf(rootOf(kept))).toBe(before);
});

test('a list with entries above 64 KiB has the root of the reference trie', async () => {
  const values = [
    new Uint8Array(70_000).fill(7),
    new Uint8Array([1]),
    ...Array.from({ length: 140 }, (_, n) => key(n)),
  ];
  const { RLP } = await import('@ethereumjs/rlp');
  const reference = await createMPT();
  for (const [index, value] of values.entries()) await reference.put(RLP.encode(index), value);
  expect(hexOf(listRoot(values))).toBe(hexOf(reference.root()));
});
