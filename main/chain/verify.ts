/** Executes a whole chain again from its genesis block, in memory, and says at which block and stage it breaks. */
import { hexOf } from './execution/bytes.ts';
import type { ChainFault, Hex } from './follower.ts';
import { parsedGenesis } from './qbft/genesis.ts';
import { encodedHeader } from './qbft/header.ts';
import { Endpoint } from './source/endpoint.ts';
import { RPC_LIMITS } from './source/rpc-client.ts';
import { ChainVerifier } from './validator/verifier.ts';

export interface VerifyChainOptions {
  readonly endpoints: readonly string[];
  /** The parsed genesis file. */
  readonly genesis: unknown;
  readonly realNowMs: () => number;
  /** Highest block to execute; default: the head when it begins. */
  readonly upTo?: number;
}

export interface VerifyProgress {
  readonly number: number;
  readonly head: number;
  readonly transactions: number;
}

export interface VerifyResult {
  readonly valid: boolean;
  /** Highest block that passed every stage. */
  readonly head: number;
  readonly headHash: Hex;
  readonly blocks: number;
  readonly transactions: number;
  /** Real time of fetching and executing. */
  readonly durationMs: number;
  readonly fault: ChainFault | null;
}

/** @throws Error when no endpoint serves this chain, or none gives a block that one of them claims to have */
export async function verifyChain(
  options: VerifyChainOptions,
  onProgress: (progress: VerifyProgress) => void = () => {},
): Promise<VerifyResult> {
  const verifier = await ChainVerifier.open(parsedGenesis(options.genesis), null);
  const { realNowMs } = options;
  const endpoints = options.endpoints.map(
    url => new Endpoint(url, null, { limits: RPC_LIMITS, realNowMs, onNews: () => {} }),
  );
  await Promise.all(endpoints.map(e => e.refresh(verifier.genesis.rules.chainId, verifier.genesisHash)));
  const heads = endpoints.map(e => e.head).filter(head => head !== null);
  if (heads.length === 0) {
    const reasons = endpoints.map(e => `${e.url}: ${e.status(null).lastError}`);
    throw new Error(`no endpoint serves the chain of this genesis file (${reasons.join('; ')})`);
  }
  const head = Math.min(options.upTo ?? Number.POSITIVE_INFINITY, Math.max(...heads));
  const startedMs = realNowMs();
  let transactions = 0;
  let fault: ChainFault | null = null;
  while (verifier.head.header.number < head && fault === null) {
    const number = verifier.head.header.number + 1;
    const outcome = await nextBlock(verifier, endpoints, number, realNowMs);
    if ('stage' in outcome) fault = outcome;
    else {
      transactions += outcome.transactions;
      onProgress({ number, head, transactions });
    }
  }
  const reached = verifier.head.header.number;
  return {
    valid: fault === null,
    head: reached,
    headHash: verifier.head.hash,
    blocks: reached,
    transactions,
    durationMs: realNowMs() - startedMs,
    fault,
  };
}

/** The first right block that any endpoint offers, or why the first wrong one was refused. */
async function nextBlock(
  verifier: ChainVerifier,
  endpoints: readonly Endpoint[],
  number: number,
  realNowMs: () => number,
): Promise<{ readonly transactions: number } | ChainFault> {
  let fault: ChainFault | null = null;
  for (const endpoint of endpoints) {
    const offered = await endpoint.block(number);
    if (offered === null) continue;
    const result = await verifier.verify(offered, null);
    if (result.kind === 'verified') {
      verifier.apply(result);
      return { transactions: result.block.transactions.length };
    }
    fault ??= {
      stage: result.stage,
      code: `${result.stage}/${result.failure.code}`,
      blockNumber: number,
      blockHash: offered.claimedHash,
      expected: result.failure.expected,
      got: result.failure.got,
      endpoint: endpoint.url,
      headerEvidence: [hexOf(encodedHeader(offered.header))],
      atMs: realNowMs(),
    };
  }
  if (fault !== null) return fault;
  const reasons = endpoints.map(e => `${e.url}: ${e.status(null).lastError ?? 'does not have it'}`);
  throw new Error(`no endpoint gives block ${number} (${reasons.join('; ')})`);
}
