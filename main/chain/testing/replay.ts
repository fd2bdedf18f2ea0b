/** Executes a test chain again with a fresh verifier; the figures begin at block `measuredFrom`. */
import { parsedGenesis } from '../qbft/genesis.ts';
import { ChainVerifier } from '../validator/verifier.ts';
import { genesisFile, type TestChain } from './test-chain.ts';

export async function verifiedAgain(
  world: TestChain,
  measuredFrom = 1,
): Promise<{ transactions: number; gas: number; durationMs: number; stagesMs: Record<string, number> }> {
  const offers = [];
  for (let n = 1; n <= world.chain.head.header.number; n++) offers.push(await world.offered(n));
  const verifier = await ChainVerifier.open(parsedGenesis(genesisFile), null);
  const stagesMs: Record<string, number> = {};
  let [transactions, gas] = [0, 0];
  let startedMs = performance.now();
  for (const offered of offers) {
    if (offered.header.number === measuredFrom) {
      startedMs = performance.now();
      [transactions, gas] = [0, 0];
    }
    const result = await verifier.verify(offered, null);
    if (result.kind === 'refused')
      throw new Error(`${result.stage}/${result.failure.code}: ${result.failure.got}`);
    verifier.apply(result);
    transactions += result.block.transactions.length;
    gas += result.block.gasUsed;
    for (const stage of result.summary.stages)
      stagesMs[stage.stage] = (stagesMs[stage.stage] ?? 0) + stage.durationMs;
  }
  return { transactions, gas, durationMs: performance.now() - startedMs, stagesMs };
}
