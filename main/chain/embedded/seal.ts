/** Sealing a finished block with local keys: the proposer fills extraData, then every validator signs. */
import { bytesOf, hexOf } from '../execution/bytes.ts';
import { signDigest } from '../execution/crypto.ts';
import type { Hex } from '../follower.ts';
import { encodedExtraData, type QbftExtraData, type QbftVote } from '../qbft/extra-data.ts';
import type { BlockHeader } from '../qbft/header.ts';
import { commitHash } from '../qbft/seals.ts';

export function sealedHeader(
  unsealed: Omit<BlockHeader, 'extraData'>,
  keys: ReadonlyMap<Hex, Uint8Array>,
  choice: {
    readonly validators?: readonly Hex[];
    readonly vote?: QbftVote | null;
    readonly round?: number;
  } = {},
): { header: BlockHeader; extra: QbftExtraData } {
  const unsigned: QbftExtraData = {
    vanity: VANITY,
    validators: [...(choice.validators ?? keys.keys())].sort(),
    vote: choice.vote ?? null,
    round: choice.round ?? 0,
    seals: [],
  };
  const draft: BlockHeader = { ...unsealed, extraData: hexOf(encodedExtraData(unsigned)) };
  const digest = commitHash(draft, unsigned);
  const extra = { ...unsigned, seals: [...keys.values()].map(key => hexOf(signDigest(digest, key))) };
  return { header: { ...draft, extraData: hexOf(encodedExtraData(extra)) }, extra };
}

const VANITY = hexOf(
  new Uint8Array([...bytesOf(Buffer.from('interlock').toString('hex')), ...new Uint8Array(23)]),
);
