/** The block follows ours: number, parent, and a hash that is really that of its header. */
import { bytesOf } from '../../execution/bytes.ts';
import type { Hex } from '../../follower.ts';
import { decodedExtraData, ExtraDataError, type QbftExtraData } from '../../qbft/extra-data.ts';
import type { BlockHeader } from '../../qbft/header.ts';
import { onChainHash } from '../../qbft/seals.ts';
import { type StageFailure, unequal } from './stage.ts';

export interface Linked {
  readonly extra: QbftExtraData;
  readonly hash: Hex;
}

export function linked(
  header: BlockHeader,
  claimedHash: Hex,
  parent: { readonly number: number; readonly hash: Hex },
): Linked | StageFailure {
  const misplaced =
    unequal('number', parent.number + 1, header.number) ??
    unequal('parent-hash', parent.hash, header.parentHash);
  if (misplaced !== null) return misplaced;
  const read = readExtraData(header);
  if ('code' in read) return read;
  const hash = onChainHash(header, read);
  return unequal('block-hash', hash, claimedHash) ?? { extra: read, hash };
}

export function readExtraData(header: BlockHeader): QbftExtraData | StageFailure {
  try {
    return decodedExtraData(bytesOf(header.extraData));
  } catch (error) {
    if (!(error instanceof ExtraDataError)) throw error;
    return { code: 'extra-data', expected: 'QBFT extraData', got: error.message };
  }
}
