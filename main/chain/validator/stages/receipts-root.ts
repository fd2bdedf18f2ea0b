/** The receipts (status, gas, logs) that the header commits to are ours. */
import { hexOf } from '../../execution/bytes.ts';
import { type ExecutedTransaction, encodedReceipt } from '../../execution/executor.ts';
import { listRoot } from '../../execution/trie.ts';
import type { BlockHeader } from '../../qbft/header.ts';
import { type StageFailure, unequal } from './stage.ts';

export function wrongReceipts(
  header: BlockHeader,
  executed: readonly ExecutedTransaction[],
): StageFailure | null {
  return unequal('mismatch', hexOf(listRoot(executed.map(encodedReceipt))), header.receiptsRoot);
}
