import { createCustomCommon, Mainnet } from '@ethereumjs/common';
import { createTx, type TypedTransaction } from '@ethereumjs/tx';
import { expect, test } from 'vitest';
import { Mempool, POOLED_PER_SENDER_MAX } from './mempool.ts';

const common = createCustomCommon({ chainId: 20261 }, Mainnet, { hardfork: 'cancun' });
const keyOf = (who: number): Uint8Array => new Uint8Array(32).fill(who);
const signed = (who: number, nonce: number, price = 0n): TypedTransaction =>
  createTx(
    { type: 2, chainId: 20261n, nonce, gasLimit: 21_000n, maxFeePerGas: price, to: `0x${'11'.repeat(20)}` },
    { common },
  ).sign(keyOf(who));
const order = (pool: Mempool): string[] =>
  pool.ready(() => 0n).map(p => `${p.sender.slice(0, 6)}:${p.transaction.nonce}`);

test('transactions go in the order they came, those of one sender by nonce, and none past a gap', () => {
  const pool = new Mempool();
  for (const [who, nonce] of [
    [1, 1],
    [2, 0],
    [1, 0],
    [1, 3],
    [2, 1],
  ] as const)
    pool.add(signed(who, nonce), 0n);
  const [first, second] = [order(pool)[0]!.slice(0, 6), order(pool)[1]!.slice(0, 6)];
  expect(order(pool)).toEqual([`${first}:0`, `${second}:0`, `${second}:1`, `${first}:1`]);
  expect(pool.nonceAfterWaiting(pool.ready(() => 0n)[1]!.sender, 0n)).toBe(2n);
});

test('a used nonce, the same bytes and a rival at the same price are refused, a tenth more replaces', () => {
  const pool = new Mempool();
  pool.add(signed(1, 5, 100n), 5n);
  expect(() => pool.add(signed(1, 4), 5n)).toThrow(/nonce too low/);
  expect(() => pool.add(signed(1, 5, 100n), 5n)).toThrow(/already known/);
  expect(() => pool.add(signed(1, 5, 109n), 5n)).toThrow(/underpriced/);
  pool.add(signed(1, 5, 110n), 5n);
  expect(pool.size).toBe(1);
});

test('a nonce far ahead is refused, so one sender cannot fill the pool', () => {
  const pool = new Mempool();
  expect(() => pool.add(signed(1, POOLED_PER_SENDER_MAX), 0n)).toThrow(/too far ahead/);
});

test('what a block used up is forgotten', () => {
  const pool = new Mempool();
  for (const nonce of [0, 1, 2]) pool.add(signed(1, nonce), 0n);
  pool.forgetUsed(() => 2n);
  expect(pool.size).toBe(1);
});
