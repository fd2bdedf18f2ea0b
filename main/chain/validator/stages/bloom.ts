/** The bloom filter of the header is that of our logs, so a search by it misses nothing. */
import { hexOf } from '../../execution/bytes.ts';
import { bloomOf, type ExecutedTransaction } from '../../execution/executor.ts';
import type { BlockHeader } from '../../qbft/header.ts';
import { type StageFailure, unequal } from './stage.ts';

export function wrongBloom(
  header: BlockHeader,
  executed: readonly ExecutedTransaction[],
): StageFailure | null {
  return unequal('mismatch', hexOf(bloomOf(executed.flatMap(e => e.logs))), header.logsBloom);
}
