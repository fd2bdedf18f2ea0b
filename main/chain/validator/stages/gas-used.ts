/** The gas that the header states is what our execution used. */
import type { ExecutedTransaction } from '../../execution/executor.ts';
import type { BlockHeader } from '../../qbft/header.ts';
import { type StageFailure, unequal } from './stage.ts';

export function wrongGasUsed(
  header: BlockHeader,
  executed: readonly ExecutedTransaction[],
): StageFailure | null {
  return unequal('mismatch', executed.at(-1)?.cumulativeGasUsed ?? 0n, header.gasUsed);
}
