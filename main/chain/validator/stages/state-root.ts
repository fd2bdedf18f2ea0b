/** The state that the header commits to is the one that our execution leads to. */
import { hexOf } from '../../execution/bytes.ts';
import type { BlockHeader } from '../../qbft/header.ts';
import { type StageFailure, unequal } from './stage.ts';

export function wrongStateRoot(header: BlockHeader, stateRoot: Uint8Array): StageFailure | null {
  return unequal('mismatch', hexOf(stateRoot), header.stateRoot);
}
