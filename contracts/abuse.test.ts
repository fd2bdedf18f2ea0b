import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { staleFaults } from './twins.ts';

const here = import.meta.dirname;
const generated = join(here, 'bindings', 'generated');

interface AbiEntry {
  readonly type: string;
  readonly name?: string;
  readonly stateMutability?: string;
}

test('every function that changes something stands in the table of who may call it', async () => {
  const table = readFileSync(join(here, 'test', 'abuse', 'WhoMay.t.sol'), 'utf8');
  const missing: string[] = [];
  let count = 0;
  for (const file of readdirSync(generated)) {
    if (!/^[A-Z]/.test(file)) continue;
    const contract = file.replace('.ts', '');
    const module = (await import(join(generated, file))) as Record<string, unknown>;
    const abi = Object.values(module).find(Array.isArray) as AbiEntry[];
    for (const entry of abi) {
      if (entry.type !== 'function' || entry.stateMutability === 'view' || entry.stateMutability === 'pure')
        continue;
      ++count;
      if (!table.includes(`"${contract}.${entry.name}"`)) missing.push(`${contract}.${entry.name}`);
    }
  }
  expect(missing).toEqual([]);
  expect(count).toBeGreaterThan(50);
});

test('the fault of every broken twin still stands in its source, once', () => {
  expect(staleFaults()).toEqual([]);
});
