/**
 * The world state of one block height, in maps, with an undo log instead of copies. The tries are touched
 * once per block: `seal` hashes what changed, `accept` makes it the state, `drop` returns to the block before.
 */
import type { AccountFields, StateManagerInterface } from '@ethereumjs/common';
import { RLP } from '@ethereumjs/rlp';
import { Account, type Address } from '@ethereumjs/util';
import { bytesOfKey, integerOf, keyOf, scalarBytes, withoutLeadingZeros } from './bytes.ts';
import { EMPTY_KECCAK, keccak } from './crypto.ts';
import { EMPTY_ROOT, rootOf, type Trie, withEntry, withoutEntry } from './trie.ts';

/** Changes of one block, in the form in which they are written to disk. null: gone. */
export interface StateChanges {
  readonly accounts: readonly (readonly [address: Uint8Array, account: Uint8Array | null])[];
  readonly slots: readonly (readonly [address: Uint8Array, slot: Uint8Array, value: Uint8Array | null])[];
  readonly codes: readonly (readonly [hash: Uint8Array, code: Uint8Array])[];
}

export interface SealedState {
  readonly stateRoot: Uint8Array;
  readonly changes: StateChanges;
}

/** Everything a state is made of, as it comes back from disk. */
export interface StateSource {
  accounts(): Iterable<readonly [address: Uint8Array, account: Uint8Array]>;
  slots(): Iterable<readonly [address: Uint8Array, slot: Uint8Array, value: Uint8Array]>;
  codes(): Iterable<readonly [hash: Uint8Array, code: Uint8Array]>;
}

interface AccountRecord {
  readonly nonce: bigint;
  readonly balance: bigint;
  readonly codeHash: Uint8Array;
}
type Storage = Map<string, Uint8Array>;

export class ExecutionState implements StateManagerInterface {
  readonly #accounts = new Map<string, AccountRecord>();
  readonly #storages = new Map<string, Storage>();
  readonly #codes = new Map<string, Uint8Array>();
  /** Undo steps, newest last; kept only while a checkpoint or a block is open. */
  #undo: (() => void)[] = [];
  readonly #checkpoints: number[] = [];

  #accountTrie: Trie = null;
  #storageTries = new Map<string, Trie>();
  /** Touched since the last accepted block; more than really changed does no harm. */
  #dirtyAccounts = new Set<string>();
  #dirtySlots = new Map<string, Set<string>>();
  #newCodes = new Set<string>();
  #sealed: { trie: Trie; storageTries: Map<string, Trie>; result: SealedState } | null = null;

  readonly #originals = new Map<string, Uint8Array>();
  readonly originalStorageCache = {
    get: async (address: Address, key: Uint8Array): Promise<Uint8Array> => {
      const at = keyOf(address.bytes) + keyOf(key);
      let value = this.#originals.get(at);
      if (value === undefined) {
        value = this.#slot(keyOf(address.bytes), keyOf(key));
        this.#originals.set(at, value);
      }
      return value;
    },
    clear: (): void => this.#originals.clear(),
  };

  /** @param source state of the head as it was committed; its root is then `stateRoot()` */
  static load(source: StateSource): ExecutionState {
    const state = new ExecutionState();
    for (const [hash, code] of source.codes()) state.#codes.set(keyOf(hash), code);
    for (const [address, slot, value] of source.slots()) state.#setSlot(keyOf(address), keyOf(slot), value);
    for (const [address, account] of source.accounts())
      state.#setAccount(keyOf(address), decodedAccount(account));
    state.seal();
    state.accept();
    return state;
  }

  /** Nonce and balance as they are now, inside a block that is being executed as well. */
  standing(address: Uint8Array): { readonly nonce: bigint; readonly balance: bigint } {
    return this.#accounts.get(keyOf(address)) ?? EMPTY_ACCOUNT;
  }

  codeAt(address: Uint8Array): Uint8Array {
    const record = this.#accounts.get(keyOf(address));
    return record === undefined ? NOTHING : (this.#codes.get(keyOf(record.codeHash)) ?? NOTHING);
  }

  /** Value of a slot (32 bytes) without leading zeros. */
  slotAt(address: Uint8Array, slot: Uint8Array): Uint8Array {
    return this.#slot(keyOf(address), keyOf(slot));
  }

  // What the EVM asks.

  async getAccount(address: Address): Promise<Account | undefined> {
    const key = keyOf(address.bytes);
    const record = this.#accounts.get(key);
    if (record === undefined) return undefined;
    const storageSize = this.#storages.get(key)?.size ?? 0;
    // The EVM only asks whether storage is empty; the true root is computed once per block.
    return new Account(
      record.nonce,
      record.balance,
      storageSize === 0 ? EMPTY_ROOT : STORAGE_IN_USE,
      record.codeHash,
    );
  }

  async putAccount(address: Address, account?: Account): Promise<void> {
    if (account === undefined) return this.deleteAccount(address);
    this.#setAccount(keyOf(address.bytes), {
      nonce: account.nonce,
      balance: account.balance,
      codeHash: account.codeHash,
    });
  }

  async deleteAccount(address: Address): Promise<void> {
    const key = keyOf(address.bytes);
    this.#clearStorage(key);
    this.#setAccount(key, undefined);
  }

  async modifyAccountFields(address: Address, fields: AccountFields): Promise<void> {
    const key = keyOf(address.bytes);
    const record = this.#accounts.get(key) ?? EMPTY_ACCOUNT;
    this.#setAccount(key, {
      nonce: fields.nonce ?? record.nonce,
      balance: fields.balance ?? record.balance,
      codeHash: fields.codeHash ?? record.codeHash,
    });
  }

  async putCode(address: Address, code: Uint8Array): Promise<void> {
    const codeHash = keccak(code);
    const key = keyOf(codeHash);
    if (code.length > 0 && !this.#codes.has(key)) {
      this.#codes.set(key, code);
      this.#newCodes.add(key);
    }
    await this.modifyAccountFields(address, { codeHash });
  }

  async getCode(address: Address): Promise<Uint8Array> {
    return this.codeAt(address.bytes);
  }

  async getCodeSize(address: Address): Promise<number> {
    return (await this.getCode(address)).length;
  }

  async getStorage(address: Address, key: Uint8Array): Promise<Uint8Array> {
    return this.#slot(keyOf(address.bytes), keyOf(key));
  }

  async putStorage(address: Address, key: Uint8Array, value: Uint8Array): Promise<void> {
    this.#setSlot(keyOf(address.bytes), keyOf(key), withoutLeadingZeros(value));
  }

  async clearStorage(address: Address): Promise<void> {
    this.#clearStorage(keyOf(address.bytes));
  }

  async checkpoint(): Promise<void> {
    this.#checkpoints.push(this.#undo.length);
  }

  async commit(): Promise<void> {
    if (this.#checkpoints.pop() === undefined) throw new Error('commit without a checkpoint');
  }

  async revert(): Promise<void> {
    const length = this.#checkpoints.pop();
    if (length === undefined) throw new Error('revert without a checkpoint');
    this.#undoTo(length);
  }

  async getStateRoot(): Promise<Uint8Array> {
    return this.stateRoot();
  }

  async setStateRoot(): Promise<void> {
    throw new Error('this state knows one height: use drop() to return to the last accepted block');
  }

  async hasStateRoot(root: Uint8Array): Promise<boolean> {
    return keyOf(root) === keyOf(this.stateRoot());
  }

  clearCaches(): void {
    this.#originals.clear();
  }

  shallowCopy(): StateManagerInterface {
    throw new Error('this state is not copied: execution runs on it and is undone by drop()');
  }

  // What the chain asks, once per block.

  /** Root of the last accepted block. */
  stateRoot(): Uint8Array {
    return rootOf(this.#accountTrie);
  }

  /** Hashes everything changed since the last accepted block. Changes nothing: `accept` or `drop` follows. */
  seal(): SealedState {
    if (this.#checkpoints.length > 0)
      throw new Error(`seal inside ${this.#checkpoints.length} open checkpoints`);
    const storageTries = new Map<string, Trie>();
    const accounts: [Uint8Array, Uint8Array | null][] = [];
    const slots: [Uint8Array, Uint8Array, Uint8Array | null][] = [];
    for (const [address, dirty] of this.#dirtySlots) {
      let trie = this.#storageTries.get(address) ?? null;
      for (const slot of dirty) {
        const value = this.#slot(address, slot);
        const hashedSlot = hashedKey(slot);
        trie =
          value.length === 0
            ? withoutEntry(trie, hashedSlot)
            : withEntry(trie, hashedSlot, RLP.encode(value));
        slots.push([bytesOfKey(address), bytesOfKey(slot), value.length === 0 ? null : value]);
      }
      storageTries.set(address, trie);
    }
    let trie = this.#accountTrie;
    for (const address of new Set([...this.#dirtyAccounts, ...storageTries.keys()])) {
      const record = this.#accounts.get(address);
      if (record === undefined) {
        trie = withoutEntry(trie, hashedKey(address));
        accounts.push([bytesOfKey(address), null]);
        continue;
      }
      const storageTrie = storageTries.has(address)
        ? storageTries.get(address)!
        : this.#storageTries.get(address);
      trie = withEntry(trie, hashedKey(address), encodedAccount(record, rootOf(storageTrie ?? null)));
      accounts.push([bytesOfKey(address), encodedRecord(record)]);
    }
    const codes = [...this.#newCodes].map(key => [bytesOfKey(key), this.#codes.get(key)!] as const);
    const result: SealedState = { stateRoot: rootOf(trie), changes: { accounts, slots, codes } };
    this.#sealed = { trie, storageTries, result };
    return result;
  }

  /** What was sealed is now the state; there is no way back. */
  accept(): void {
    if (this.#sealed === null) throw new Error('accept without seal');
    this.#accountTrie = this.#sealed.trie;
    for (const [address, trie] of this.#sealed.storageTries) {
      if (trie === null) this.#storageTries.delete(address);
      else this.#storageTries.set(address, trie);
    }
    this.#forgetChanges();
  }

  /** Back to the last accepted block, whatever was done since. */
  drop(): void {
    this.#checkpoints.length = 0;
    this.#undoTo(0);
    for (const key of this.#newCodes) this.#codes.delete(key);
    this.#forgetChanges();
  }

  #forgetChanges(): void {
    this.#undo = [];
    this.#sealed = null;
    this.#dirtyAccounts = new Set();
    this.#dirtySlots = new Map();
    this.#newCodes = new Set();
    this.#originals.clear();
  }

  #undoTo(length: number): void {
    while (this.#undo.length > length) this.#undo.pop()!();
  }

  #setAccount(key: string, record: AccountRecord | undefined): void {
    const before = this.#accounts.get(key);
    this.#undo.push(() => restore(this.#accounts, key, before));
    restore(this.#accounts, key, record);
    this.#dirtyAccounts.add(key);
  }

  #slot(address: string, slot: string): Uint8Array {
    return this.#storages.get(address)?.get(slot) ?? NOTHING;
  }

  #setSlot(address: string, slot: string, value: Uint8Array): void {
    let storage = this.#storages.get(address);
    if (storage === undefined) {
      storage = new Map();
      this.#storages.set(address, storage);
    }
    const held = storage;
    const before = held.get(slot);
    // Undone in the map it was written to; a clear in between puts that very map back first.
    this.#undo.push(() => restore(held, slot, before));
    restore(held, slot, value.length === 0 ? undefined : value);
    this.#dirtySlotsOf(address).add(slot);
  }

  #clearStorage(address: string): void {
    const storage = this.#storages.get(address);
    if (storage === undefined) return;
    this.#undo.push(() => this.#storages.set(address, storage));
    this.#storages.delete(address);
    const dirty = this.#dirtySlotsOf(address);
    // Each slot counts as touched, so a clear that is later reverted leaves the trie right as well.
    for (const slot of storage.keys()) dirty.add(slot);
  }

  #dirtySlotsOf(address: string): Set<string> {
    let dirty = this.#dirtySlots.get(address);
    if (dirty === undefined) {
      dirty = new Set();
      this.#dirtySlots.set(address, dirty);
    }
    return dirty;
  }
}

function restore<V>(map: Map<string, V>, key: string, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function encodedAccount(record: AccountRecord, storageRoot: Uint8Array): Uint8Array {
  return RLP.encode([scalarBytes(record.nonce), scalarBytes(record.balance), storageRoot, record.codeHash]);
}

function encodedRecord(record: AccountRecord): Uint8Array {
  return RLP.encode([scalarBytes(record.nonce), scalarBytes(record.balance), record.codeHash]);
}

function decodedAccount(bytes: Uint8Array): AccountRecord {
  const fields = RLP.decode(bytes);
  const [nonce, balance, codeHash] = fields as Uint8Array[];
  if (!Array.isArray(fields) || fields.length !== 3 || codeHash === undefined || codeHash.length !== 32)
    throw new Error('an account on disk is not [nonce, balance, codeHash]');
  return { nonce: integerOf(nonce!), balance: integerOf(balance!), codeHash };
}

/** Keys come again and again (balances, counters); hashing them is a third of the work of a small block. */
function hashedKey(key: string): Uint8Array {
  let hash = hashedKeys.get(key);
  if (hash === undefined) {
    if (hashedKeys.size >= HASHED_KEYS_MAX) hashedKeys.clear();
    hash = keccak(bytesOfKey(key));
    hashedKeys.set(key, hash);
  }
  return hash;
}

const HASHED_KEYS_MAX = 100_000; // beyond: start again empty, about 20 MB
const hashedKeys = new Map<string, Uint8Array>();
const NOTHING = new Uint8Array(0);
const STORAGE_IN_USE = new Uint8Array(32).fill(0xff);
const EMPTY_ACCOUNT: AccountRecord = { nonce: 0n, balance: 0n, codeHash: EMPTY_KECCAK };
