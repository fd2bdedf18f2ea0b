/**
 * The extraData of a QBFT header: RLP of [vanity, validators, vote, round, seals]
 * (Besu, QbftExtraDataCodec). Only the canonical encoding is accepted, so one meaning has one hash.
 */
import { RLP } from '@ethereumjs/rlp';
import { bytesOf, equalBytes, hexOf, integerOf, scalarBytes } from '../execution/bytes.ts';
import type { Hex } from '../follower.ts';

export interface QbftVote {
  readonly recipient: Hex;
  /** true: make it a validator, false: remove it. */
  readonly add: boolean;
}

export interface QbftExtraData {
  readonly vanity: Hex;
  /** Sorted; empty when the set stands in a contract. */
  readonly validators: readonly Hex[];
  readonly vote: QbftVote | null;
  readonly round: number;
  /** r ‖ s ‖ recovery id, 65 bytes each. */
  readonly seals: readonly Hex[];
}

export class ExtraDataError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`extraData: ${message}`);
    this.name = 'ExtraDataError';
    this.code = code;
  }
}

export function encodedExtraData(extra: QbftExtraData): Uint8Array {
  const vote = extra.vote;
  return RLP.encode([
    bytesOf(extra.vanity),
    extra.validators.map(bytesOf),
    vote === null ? [] : [bytesOf(vote.recipient), vote.add ? VOTE_ADD : VOTE_DROP],
    scalarBytes(extra.round),
    extra.seals.map(bytesOf),
  ]);
}

/** @throws ExtraDataError naming the element that is wrong */
export function decodedExtraData(bytes: Uint8Array): QbftExtraData {
  const items = rlpItems(bytes);
  if (items.length !== 5) throw new ExtraDataError('elements', `has ${items.length} elements, not 5`);
  const [vanity, validators, vote, round, seals] = items;
  if (Array.isArray(vanity) || vanity!.length !== 32)
    throw new ExtraDataError('vanity', 'the vanity is not 32 bytes');
  if (Array.isArray(round)) throw new ExtraDataError('round', 'the round is a list');
  if (round!.length > 4) throw new ExtraDataError('round', `the round has ${round!.length} bytes, at most 4`);
  if (round![0] === 0) throw new ExtraDataError('round', 'the round has a leading zero byte');
  const extra: QbftExtraData = {
    vanity: hexOf(vanity!),
    validators: byteList('validators', validators, 20),
    vote: decodedVote(vote),
    round: Number(integerOf(round!)),
    seals: byteList('seals', seals, 65),
  };
  if (!equalBytes(encodedExtraData(extra), bytes))
    throw new ExtraDataError('canonical', 'is not in its canonical encoding');
  return extra;
}

type Items = Uint8Array | Items[];

function rlpItems(bytes: Uint8Array): Items[] {
  let items: Items;
  try {
    items = RLP.decode(bytes);
  } catch (cause) {
    throw new ExtraDataError('rlp', `is not RLP (${cause instanceof Error ? cause.message : 'unreadable'})`);
  }
  if (!Array.isArray(items)) throw new ExtraDataError('rlp', 'is not a list');
  return items;
}

function byteList(name: string, items: Items | undefined, length: number): Hex[] {
  if (!Array.isArray(items)) throw new ExtraDataError(name, `${name} is not a list`);
  if (items.length > LIST_MAX) throw new ExtraDataError(name, `${items.length} ${name}, at most ${LIST_MAX}`);
  return items.map((item, index) => {
    if (Array.isArray(item) || item.length !== length)
      throw new ExtraDataError(name, `${name}[${index}] is not ${length} bytes`);
    return hexOf(item);
  });
}

function decodedVote(vote: Items | undefined): QbftVote | null {
  if (!Array.isArray(vote)) throw new ExtraDataError('vote', 'the vote is not a list');
  if (vote.length === 0) return null;
  const [recipient, kind] = vote;
  if (vote.length !== 2 || Array.isArray(recipient) || recipient!.length !== 20 || Array.isArray(kind))
    throw new ExtraDataError('vote', 'the vote is not [address, kind]');
  if (equalBytes(kind!, VOTE_ADD)) return { recipient: hexOf(recipient!), add: true };
  if (equalBytes(kind!, VOTE_DROP)) return { recipient: hexOf(recipient!), add: false };
  throw new ExtraDataError('vote', `the vote kind ${hexOf(kind!)} is neither 0xff nor empty`);
}

const VOTE_ADD = new Uint8Array([0xff]);
const VOTE_DROP = new Uint8Array(0);
const LIST_MAX = 1_000; // validators of any consortium; beyond it the header is refused unread
