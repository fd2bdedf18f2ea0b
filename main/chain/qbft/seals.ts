/** The three hashes of a QBFT header, its committed seals and its quorum. */
import { bytesOf } from '../execution/bytes.ts';
import { keccak, keccakHex, signerOf } from '../execution/crypto.ts';
import type { Hex } from '../follower.ts';
import { encodedExtraData, type QbftExtraData } from './extra-data.ts';
import { type BlockHeader, encodedHeader } from './header.ts';

/** "ctical byzantine fault tolerance" in ASCII: what every BFT header carries as mixHash. */
export const BFT_MIX_HASH: Hex = '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365';

/** Hash of the block on the chain: without seals and with round 0, so late seals and rounds do not change it. */
export function onChainHash(header: BlockHeader, extra: QbftExtraData): Hex {
  return keccakHex(encodedHeader(header, encodedExtraData({ ...extra, round: 0, seals: [] })));
}

/** What a validator signs: without seals, with its round. */
export function commitHash(header: BlockHeader, extra: QbftExtraData): Uint8Array {
  return keccak(encodedHeader(header, encodedExtraData({ ...extra, seals: [] })));
}

/** A genesis block is hashed as it stands. */
export function genesisHash(header: BlockHeader): Hex {
  return keccakHex(encodedHeader(header));
}

/** Signatures needed from n validators: ceil(2n/3). */
export function quorumOf(validators: number): number {
  return Math.ceil((2 * validators) / 3);
}

export type SealCheck =
  | { readonly valid: true; readonly sealers: readonly Hex[] }
  | {
      readonly valid: false;
      readonly code: 'seal-malformed' | 'seal-stranger' | 'seal-duplicate' | 'quorum';
      readonly expected: string;
      readonly got: string;
    };

/** Every seal must come from a different member of `validators`, and there must be a quorum of them. */
export function checkedSeals(
  header: BlockHeader,
  extra: QbftExtraData,
  validators: readonly Hex[],
): SealCheck {
  const members = new Set(validators);
  const digest = commitHash(header, extra);
  const sealers: Hex[] = [];
  for (const seal of extra.seals) {
    const signer = signerOf(digest, bytesOf(seal));
    if (signer === null)
      return { valid: false, code: 'seal-malformed', expected: 'a low-s secp256k1 signature', got: seal };
    if (!members.has(signer))
      return {
        valid: false,
        code: 'seal-stranger',
        expected: `one of ${validators.join(', ')}`,
        got: signer,
      };
    if (sealers.includes(signer))
      return {
        valid: false,
        code: 'seal-duplicate',
        expected: 'one seal per validator',
        got: `${signer} twice`,
      };
    sealers.push(signer);
  }
  const quorum = quorumOf(validators.length);
  if (sealers.length < quorum) {
    return {
      valid: false,
      code: 'quorum',
      expected: `${quorum} seals of ${validators.length} validators`,
      got: `${sealers.length}: ${sealers.join(', ') || 'none'}`,
    };
  }
  return { valid: true, sealers };
}
