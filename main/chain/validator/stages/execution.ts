/** Every transaction runs on our own state. One that could not stand in a block makes the block invalid. */
import type { TypedTransaction } from '@ethereumjs/tx';
import { hexOf } from '../../execution/bytes.ts';
import type { ExecutedTransaction, Executor } from '../../execution/executor.ts';
import type { BlockHeader } from '../../qbft/header.ts';
import type { StageFailure } from './stage.ts';

export async function executed(
  executor: Executor,
  header: BlockHeader,
  transactions: readonly TypedTransaction[],
): Promise<readonly ExecutedTransaction[] | StageFailure> {
  await executor.open(header);
  const results: ExecutedTransaction[] = [];
  for (const [position, transaction] of transactions.entries()) {
    try {
      results.push(await executor.run(transaction));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split(' (vm')[0] : String(error);
      return {
        code: 'invalid-transaction',
        expected: 'a transaction that can stand in a block',
        got: `${hexOf(transaction.hash())} at position ${position}: ${reason}`,
      };
    }
  }
  await executor.close();
  return results;
}
