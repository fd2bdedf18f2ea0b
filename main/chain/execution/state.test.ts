import { MerkleStateManager } from '@ethereumjs/statemanager';
import { Account, type Address, createAddressFromString } from '@ethereumjs/util';
import { expect, test } from 'vitest';
import { bytesOf, hexOf, leftPadded, scalarBytes } from './bytes.ts';
import { ExecutionState, type StateChanges } from './state.ts';

/** Small and seeded, so that a failing run repeats. */
function random(seed: number): (below: number) => number {
  let x = seed;
  return below => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % below;
  };
}

const address = (n: number): Address => createAddressFromString(`0x${n.toString(16).padStart(40, 'a')}`);
const slot = (n: number): Uint8Array => leftPadded(scalarBytes(n), 32);

test('10,000 random writes, clears, checkpoints and reverts lead to the root of the reference state manager', async () => {
  const pick = random(20261);
  const ours = new ExecutionState();
  const reference = new MerkleStateManager();
  let depth = 0;
  for (let step = 1; step <= 10_000; step++) {
    const who = address(pick(12));
    const action = pick(20);
    if (action < 6) {
      if ((await ours.getAccount(who)) === undefined) continue;
      const value = pick(4) === 0 ? new Uint8Array(0) : scalarBytes(pick(1_000_000) + 1);
      const at = slot(pick(40));
      for (const state of [ours, reference]) await state.putStorage(who, at, value);
    } else if (action < 12) {
      const fields = { nonce: BigInt(pick(9)), balance: BigInt(pick(1_000) + 1) };
      if ((await ours.getAccount(who)) === undefined)
        for (const state of [ours, reference])
          await state.putAccount(who, new Account(fields.nonce, fields.balance));
      else for (const state of [ours, reference]) await state.modifyAccountFields(who, fields);
    } else if (action === 12) {
      if ((await ours.getAccount(who)) === undefined) continue;
      const code = scalarBytes(pick(1_000_000) + 1);
      for (const state of [ours, reference]) await state.putCode(who, code);
    } else if (action === 13) {
      // As the EVM does it: storage is cleared with the account.
      for (const state of [ours, reference]) {
        if ((await state.getAccount(who)) === undefined) continue;
        await state.clearStorage(who);
        await state.deleteAccount(who);
      }
    } else if (action < 17) {
      depth++;
      for (const state of [ours, reference]) await state.checkpoint();
    } else if (depth > 0) {
      depth--;
      const undo = action === 17;
      for (const state of [ours, reference]) await (undo ? state.revert() : state.commit());
    }
    if (step % 250 === 0) {
      for (; depth > 0; depth--) for (const state of [ours, reference]) await state.commit();
      const root = hexOf(await reference.getStateRoot());
      expect(hexOf(ours.seal().stateRoot), `step ${step}`).toBe(root);
      ours.accept();
      expect(hexOf(ours.stateRoot())).toBe(root);
    }
  }
});

test('a dropped block leaves the state of the block before, also when it deleted accounts and storage', async () => {
  const state = new ExecutionState();
  for (let n = 0; n < 5; n++) {
    await state.putAccount(address(n), new Account(1n, 10n));
    await state.putStorage(address(n), slot(1), scalarBytes(n + 1));
  }
  state.seal();
  state.accept();
  const before = hexOf(state.stateRoot());
  await state.deleteAccount(address(0));
  await state.clearStorage(address(1));
  await state.putStorage(address(1), slot(2), scalarBytes(9));
  await state.putCode(address(2), bytesOf('0x6001'));
  await state.checkpoint();
  state.drop();
  expect(hexOf(state.seal().stateRoot)).toBe(before);
  expect(await state.getStorage(address(1), slot(1))).toEqual(scalarBytes(2));
});

test('the changes of each block, written down and loaded again, are the whole state', async () => {
  const pick = random(7);
  const state = new ExecutionState();
  const disk = {
    accounts: new Map<string, Uint8Array>(),
    slots: new Map<string, Uint8Array>(),
    codes: new Map<string, Uint8Array>(),
  };
  const write = ({ accounts, slots, codes }: StateChanges): void => {
    for (const [who, account] of accounts)
      if (account) disk.accounts.set(hexOf(who), account);
      else disk.accounts.delete(hexOf(who));
    for (const [who, at, value] of slots)
      if (value) disk.slots.set(hexOf(who) + hexOf(at), value);
      else disk.slots.delete(hexOf(who) + hexOf(at));
    for (const [hash, code] of codes) disk.codes.set(hexOf(hash), code);
  };
  for (let block = 0; block < 60; block++) {
    for (let n = 0; n < 20; n++) {
      const who = address(pick(10));
      const action = pick(8);
      if ((await state.getAccount(who)) === undefined)
        await state.putAccount(who, new Account(0n, BigInt(pick(99) + 1)));
      else if (action === 0) await state.deleteAccount(who);
      else if (action === 1) await state.putCode(who, scalarBytes(pick(999) + 1));
      else await state.putStorage(who, slot(pick(30)), scalarBytes(pick(3)));
    }
    write(state.seal().changes);
    state.accept();
  }
  const split = (key: string): [Uint8Array, Uint8Array] => [
    bytesOf(key.slice(0, 42)),
    bytesOf(key.slice(42)),
  ];
  const loaded = ExecutionState.load({
    accounts: () => [...disk.accounts].map(([who, account]) => [bytesOf(who), account]),
    slots: () => [...disk.slots].map(([key, value]) => [...split(key), value] as const),
    codes: () => [...disk.codes].map(([hash, code]) => [bytesOf(hash), code]),
  });
  expect(hexOf(loaded.stateRoot())).toBe(hexOf(state.stateRoot()));
});
