import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SigningLog } from './signing-log.ts';

let folder: string;
let log: SigningLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-signing-'));
  log = new SigningLog(join(folder, 'signing.sqlite'));
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true });
});

const record = (id: string, nonce: number) =>
  ({
    id,
    kind: 'curtail',
    expiresAtMs: 1_768_320_000_000.5,
    nonce,
    rawTransaction: '0x02',
    hash: '0xaa',
    state: 'saved',
    blockNumber: null,
    reason: null,
  }) as const;

test('what was signed is found again after a restart, open ones by nonce', () => {
  log.save(record('b', 8));
  log.save(record('a', 7));
  log.update('b', { state: 'final', blockNumber: 12, reason: null });
  log.close();
  log = new SigningLog(join(folder, 'signing.sqlite'));
  expect(log.open()).toEqual([record('a', 7)]);
  expect(log.byId('b')).toMatchObject({ state: 'final', blockNumber: 12 });
  expect(log.highestNonce()).toBe(8);
});

test('neither an id nor a nonce is ever used twice', () => {
  log.save(record('a', 7));
  expect(() => log.save(record('a', 8))).toThrow();
  expect(() => log.save(record('b', 7))).toThrow();
});

test('a second signer on the same file is refused', () => {
  log.save(record('a', 7));
  expect(() => new SigningLog(join(folder, 'signing.sqlite'))).toThrow(/one signer at a time/);
});
