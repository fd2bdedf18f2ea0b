import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BlockCommit, ChainStore, ChainStoreError } from './chain-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-chain-store-'));
  file = join(folder, 'chain.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const commit = (number: number, change: Partial<BlockCommit> = {}): BlockCommit => ({
  number,
  hash: bytes(number, 1),
  header: bytes(2),
  body: bytes(3),
  results: bytes(4),
  transactionHashes: [],
  accounts: [],
  slots: [],
  codes: [],
  notes: {},
  ...change,
});

test('a block, its state and its notes come back after the file was closed', () => {
  const store = new ChainStore(file);
  store.commitBlock(commit(0, { accounts: [[bytes(7), bytes(1)]], slots: [[bytes(7), bytes(8), bytes(9)]] }));
  store.commitBlock(
    commit(1, {
      transactionHashes: [bytes(5), bytes(6)],
      accounts: [[bytes(7), bytes(2)]],
      slots: [[bytes(7), bytes(8), null]],
      codes: [[bytes(1), bytes(2)]],
      notes: { snapshot: '{}' },
    }),
  );
  store.close();
  const again = new ChainStore(file);
  expect(again.headNumber()).toBe(1);
  expect(again.block(1)).toEqual({
    number: 1,
    hash: bytes(1, 1),
    header: bytes(2),
    body: bytes(3),
    results: bytes(4),
  });
  expect(again.numberOfBlock(bytes(1, 1))).toBe(1);
  expect(again.placeOfTransaction(bytes(6))).toEqual({ block: 1, position: 1 });
  expect([...again.accounts()]).toEqual([[bytes(7), bytes(2)]]);
  expect([...again.slots()]).toEqual([]);
  expect([...again.codes()]).toEqual([[bytes(1), bytes(2)]]);
  expect(again.note('snapshot')).toBe('{}');
  again.close();
});

test('a commit that fails in its middle leaves nothing of itself', () => {
  const store = new ChainStore(file);
  store.commitBlock(commit(0, { accounts: [[bytes(7), bytes(1)]] }));
  const twice = [bytes(5), bytes(5)];
  expect(() =>
    store.commitBlock(commit(1, { transactionHashes: twice, accounts: [[bytes(7), null]] })),
  ).toThrow();
  expect(() => store.commitBlock(commit(3))).toThrow(/not the next one/);
  expect(store.headNumber()).toBe(0);
  expect([...store.accounts()]).toHaveLength(1);
  store.close();
});

test('a second opener is refused with the reason', () => {
  const store = new ChainStore(file);
  expect(() => new ChainStore(file)).toThrow(/open in another process/);
  store.close();
});

test('a file that is no database is refused and left as it is', () => {
  writeFileSync(file, 'not a database, but somebody may want it back'.repeat(100));
  expect(() => new ChainStore(file)).toThrow(ChainStoreError);
});

test('a process killed while it commits leaves every acknowledged block and its state, at one height', async () => {
  const writer = `
    const { ChainStore } = await import(${JSON.stringify(new URL('./chain-store.ts', import.meta.url).href)});
    const store = new ChainStore(${JSON.stringify(file)});
    for (let n = (store.headNumber() ?? -1) + 1; ; n++) {
      const value = new Uint8Array([n >> 8, n & 255]);
      const filler = new Uint8Array(20000);
      store.commitBlock({ number: n, hash: value, header: filler, body: filler, results: filler, transactionHashes: [value],
        accounts: [[new Uint8Array([1]), value]], slots: [[new Uint8Array([1]), value, value]], codes: [], notes: {} });
      require('node:fs').writeSync(1, n + '\\n');
    }`.replace('require(', 'process.getBuiltinModule(');
  let acknowledged = -1;
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let seen = 0;
    child.stdout.on('data', data => {
      acknowledged = Number(String(data).trim().split('\n').at(-1));
      if (++seen === 20 + round * 7) child.kill('SIGKILL');
    });
    await new Promise(resolve => child.once('close', resolve));
    const store = new ChainStore(file);
    const head = store.headNumber()!;
    expect(head).toBeGreaterThanOrEqual(acknowledged);
    expect([...store.accounts()]).toEqual([[bytes(1), bytes(head >> 8, head & 255)]]);
    expect([...store.slots()]).toHaveLength(head + 1);
    store.close();
  }
});
