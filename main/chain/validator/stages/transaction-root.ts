/** The transactions offered are those that the header commits to, all of them and in this order. */
import { hexOf } from '../../execution/bytes.ts';
import { listRoot } from '../../execution/trie.ts';
import type { BlockHeader } from '../../qbft/header.ts';
import { type StageFailure, unequal } from './stage.ts';

export function wrongTransactions(
  header: BlockHeader,
  serialised: readonly Uint8Array[],
): StageFailure | null {
  return unequal('mismatch', hexOf(listRoot(serialised)), header.transactionsRoot);
}
