/**
 * Merkle Patricia trie whose nodes never change: a write copies its path and shares the rest, so an old root
 * stays valid and a refused block is undone by forgetting its root. Hashes are computed once, on demand.
 * Yellow Paper, appendix D. Keys must be prefix-free (hashed keys, or RLP of an index), so no branch carries a value.
 */
import { RLP } from '@ethereumjs/rlp';
import { bytesOf, concatenated, scalarBytes } from './bytes.ts';
import { keccak } from './crypto.ts';

interface Leaf {
  readonly kind: 'leaf';
  readonly path: Uint8Array;
  readonly value: Uint8Array;
  reference: Uint8Array | null;
}
interface Extension {
  readonly kind: 'extension';
  readonly path: Uint8Array;
  readonly child: Node;
  reference: Uint8Array | null;
}
interface Branch {
  readonly kind: 'branch';
  readonly children: readonly (Node | null)[];
  reference: Uint8Array | null;
}
type Node = Leaf | Extension | Branch;

/** null is the empty trie. */
export type Trie = Node | null;

export const EMPTY_ROOT = bytesOf('0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421');

/** @param value not empty; returns a new trie, the given one stays as it is */
export function withEntry(trie: Trie, key: Uint8Array, value: Uint8Array): Trie {
  return put(trie, nibblesOf(key), 0, value);
}

export function withoutEntry(trie: Trie, key: Uint8Array): Trie {
  return trie === null ? null : remove(trie, nibblesOf(key), 0);
}

export function rootOf(trie: Trie): Uint8Array {
  return trie === null ? EMPTY_ROOT : keccak(encodingOf(trie));
}

/** Root over a list, keyed by the RLP of each index: transactions, receipts, withdrawals. */
export function listRoot(values: readonly Uint8Array[]): Uint8Array {
  let trie: Trie = null;
  for (const [index, value] of values.entries()) trie = withEntry(trie, RLP.encode(index), value);
  return rootOf(trie);
}

function put(node: Trie, key: Uint8Array, depth: number, value: Uint8Array): Node {
  if (node === null) return leaf(key.subarray(depth), value);
  if (node.kind === 'branch') {
    const slot = key[depth]!;
    const children = node.children.slice();
    children[slot] = put(children[slot]!, key, depth + 1, value);
    return branch(children);
  }
  const shared = sharedLength(node.path, key, depth);
  if (shared === node.path.length) {
    if (node.kind === 'leaf') return leaf(node.path, value);
    return extension(node.path, put(node.child, key, depth + shared, value));
  }
  const children: (Node | null)[] = new Array(16).fill(null);
  const rest = node.path.subarray(shared + 1);
  children[node.path[shared]!] =
    node.kind === 'leaf'
      ? leaf(rest, node.value)
      : rest.length === 0
        ? node.child
        : extension(rest, node.child);
  children[key[depth + shared]!] = leaf(key.subarray(depth + shared + 1), value);
  const fork = branch(children);
  return shared === 0 ? fork : extension(node.path.subarray(0, shared), fork);
}

function remove(node: Node, key: Uint8Array, depth: number): Trie {
  if (node.kind === 'branch') {
    const slot = key[depth]!;
    const child = node.children[slot]!;
    if (child === null) return node;
    const left = remove(child, key, depth + 1);
    if (left === child) return node;
    const children = node.children.slice();
    children[slot] = left;
    return left === null ? contracted(children) : branch(children);
  }
  if (sharedLength(node.path, key, depth) < node.path.length) return node;
  if (node.kind === 'leaf') return null;
  const left = remove(node.child, key, depth + node.path.length);
  if (left === node.child) return node;
  return left === null ? null : prefixed(node.path, left);
}

/** A branch with one child left is no branch: its nibble moves into the path of the child. */
function contracted(children: readonly (Node | null)[]): Node {
  let only = -1;
  for (let slot = 0; slot < 16; slot++) {
    if (children[slot] === null) continue;
    if (only >= 0) return branch(children);
    only = slot;
  }
  return prefixed(new Uint8Array([only]), children[only]!);
}

function prefixed(path: Uint8Array, node: Node): Node {
  if (node.kind === 'branch') return extension(path, node);
  const joined = concatenated([path, node.path]);
  return node.kind === 'leaf' ? leaf(joined, node.value) : extension(joined, node.child);
}

/** What a parent holds of a node: its encoding when shorter than a hash, else the RLP of its hash. */
function referenceOf(node: Node): Uint8Array {
  if (node.reference === null) {
    const encoding = encodingOf(node);
    node.reference = encoding.length < 32 ? encoding : concatenated([HASH_PREFIX, keccak(encoding)]);
  }
  return node.reference;
}

function encodingOf(node: Node): Uint8Array {
  if (node.kind === 'leaf') return rlpList([RLP.encode(compact(node.path, true)), RLP.encode(node.value)]);
  if (node.kind === 'extension')
    return rlpList([RLP.encode(compact(node.path, false)), referenceOf(node.child)]);
  const items: Uint8Array[] = [];
  for (const child of node.children) items.push(child === null ? RLP_EMPTY : referenceOf(child));
  items.push(RLP_EMPTY);
  return rlpList(items);
}

function rlpList(encodedItems: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const item of encodedItems) length += item.length;
  const lengthBytes = scalarBytes(length);
  const head =
    length < 56
      ? new Uint8Array([0xc0 + length])
      : new Uint8Array([0xf7 + lengthBytes.length, ...lengthBytes]);
  return concatenated([head, ...encodedItems]);
}

/** Hex-prefix encoding of a path of nibbles. */
function compact(path: Uint8Array, isLeaf: boolean): Uint8Array {
  const odd = path.length % 2;
  const bytes = new Uint8Array(1 + (path.length >> 1));
  bytes[0] = (isLeaf ? 0x20 : 0) + (odd === 1 ? 0x10 + path[0]! : 0);
  for (let at = odd, out = 1; at < path.length; at += 2, out++) bytes[out] = path[at]! * 16 + path[at + 1]!;
  return bytes;
}

function nibblesOf(key: Uint8Array): Uint8Array {
  const nibbles = new Uint8Array(key.length * 2);
  for (let at = 0; at < key.length; at++) {
    nibbles[2 * at] = key[at]! >> 4;
    nibbles[2 * at + 1] = key[at]! & 15;
  }
  return nibbles;
}

function sharedLength(path: Uint8Array, key: Uint8Array, depth: number): number {
  let shared = 0;
  while (shared < path.length && path[shared] === key[depth + shared]) shared++;
  return shared;
}

function leaf(path: Uint8Array, value: Uint8Array): Leaf {
  return { kind: 'leaf', path, value, reference: null };
}
function extension(path: Uint8Array, child: Node): Extension {
  return { kind: 'extension', path, child, reference: null };
}
function branch(children: readonly (Node | null)[]): Branch {
  return { kind: 'branch', children, reference: null };
}

const HASH_PREFIX = new Uint8Array([0xa0]);
const RLP_EMPTY = new Uint8Array([0x80]);
