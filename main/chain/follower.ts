/**
 * What the console may know about the chain: blocks that this machine has executed itself, and how far
 * each endpoint can be believed. The follower runs in a worker; nothing here blocks the caller.
 */

export type Hex = `0x${string}`;

/** One event of a verified block, taken from receipts of our own execution, never from `eth_getLogs`. */
export interface VerifiedLog {
  readonly address: Hex;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly transactionHash: Hex;
  /** Position in the block, counted over all its transactions. */
  readonly logIndex: number;
}

export interface VerifiedTransaction {
  readonly hash: Hex;
  readonly from: Hex;
  /** null: the transaction creates a contract. */
  readonly to: Hex | null;
  readonly status: 'succeeded' | 'reverted';
}

/** A block that passed every stage: link, rules, seals, transaction root, execution and all its results. */
export interface VerifiedBlock {
  readonly number: number;
  readonly hash: Hex;
  readonly parentHash: Hex;
  /** Market time, Unix seconds. */
  readonly timestampS: number;
  readonly proposer: Hex;
  /** QBFT round in which the block was sealed; above 0 means that a proposer missed its turn. */
  readonly round: number;
  readonly sealers: readonly Hex[];
  readonly gasUsed: number;
  readonly transactions: readonly VerifiedTransaction[];
  readonly logs: readonly VerifiedLog[];
}

export const CHAIN_STAGES = [
  'source',
  'link',
  'rules',
  'seals',
  'transaction-root',
  'execution',
  'gas-used',
  'state-root',
  'receipts-root',
  'bloom',
] as const;
export type ChainStage = (typeof CHAIN_STAGES)[number];

/** Why a block was refused, with what a third party needs to check the claim. */
export interface ChainFault {
  readonly stage: ChainStage;
  /** Short, stable, e.g. `seals/quorum`, `state-root/mismatch`. */
  readonly code: string;
  readonly blockNumber: number;
  readonly blockHash: Hex | null;
  readonly expected: string;
  readonly got: string;
  /** URL of the endpoint that offered the block. */
  readonly endpoint: string;
  /** Headers as RLP, seals included: one for a bad block, two for two sealed blocks of one height. */
  readonly headerEvidence: readonly Hex[];
  /** Real time, Unix ms. */
  readonly atMs: number;
}

/** A statement of an endpoint that our own execution, or another endpoint, contradicts. */
export interface EndpointLie {
  readonly what: string;
  readonly blockNumber: number | null;
  readonly expected: string;
  readonly got: string;
  readonly atMs: number;
}

export interface EndpointStatus {
  readonly url: string;
  readonly connected: boolean;
  /** null: it has not answered yet. */
  readonly head: number | null;
  /** Blocks behind the highest head that any endpoint claims. */
  readonly lagBlocks: number | null;
  readonly lies: readonly EndpointLie[];
  readonly lastError: string | null;
  /** Round-trip time of the last answered request. */
  readonly latencyMs: number | null;
}

export type ChainVerified = 'verified' | 'catching-up' | 'invalid' | 'unreachable';

export interface ChainFollowerStatus {
  readonly verified: ChainVerified;
  readonly chainId: number;
  readonly genesisHash: Hex;
  /** Highest block that we have executed; QBFT makes it final at once. */
  readonly head: number;
  readonly headHash: Hex;
  /** Market time of the head, Unix seconds. */
  readonly headTimestampS: number;
  /** First block of the unbroken run that this machine executed itself: 1 means the whole chain. */
  readonly executedFrom: number;
  readonly finalised: number;
  readonly validators: readonly Hex[];
  readonly endpoints: readonly EndpointStatus[];
  /** Present while locked; `faults` keeps it afterwards. */
  readonly fault: ChainFault | null;
  /** Newest last, bounded. */
  readonly faults: readonly ChainFault[];
  /** Clock skew and similar: shown, not locking. */
  readonly warnings: readonly string[];
  /** Real time at which the last block was verified, Unix ms; null before the first. */
  readonly lastBlockAtMs: number | null;
}

export interface StageResult {
  readonly stage: ChainStage;
  readonly passed: boolean;
  readonly durationMs: number;
}

/** One row of the chain screen. */
export interface BlockSummary {
  readonly number: number;
  readonly hash: Hex;
  readonly timestampS: number;
  readonly proposer: Hex;
  readonly round: number;
  readonly sealers: readonly Hex[];
  readonly validators: readonly Hex[];
  readonly gasUsed: number;
  readonly gasLimit: number;
  readonly transactions: number;
  readonly stages: readonly StageResult[];
}

export interface ChainFollower {
  status(): ChainFollowerStatus;
  /** In order, each block once, beginning after `resumeAfter`. A handler that throws has not taken the block. */
  onBlock(handler: (block: VerifiedBlock) => void): () => void;
  onStatus(handler: (status: ChainFollowerStatus) => void): () => void;
  block(number: number): Promise<VerifiedBlock | null>;
  /** Verified blocks from..from+count-1, as far as they exist; at most 1,000. */
  blocks(from: number, count: number): Promise<readonly BlockSummary[]>;
  close(): Promise<void>;
}

/** Market time as plain numbers, so that it can cross a thread border. */
export interface MarketTime {
  readonly originMarketMs: number;
  readonly originRealMs: number;
  /** Market seconds per real second, above 0. */
  readonly speed: number;
}

export function marketNowMs(time: MarketTime, realNowMs: number): number {
  return time.originMarketMs + (realNowMs - time.originRealMs) * time.speed;
}

/** Blocks an endpoint may be ahead while we execute the newest: still as current as anyone can be. */
const AT_THE_HEAD_BLOCKS = 3;

/** Verified up to the head, or executing the very newest blocks. */
export function isAtHead(status: Pick<ChainFollowerStatus, 'verified' | 'head' | 'endpoints'>): boolean {
  if (status.verified !== 'catching-up') return status.verified === 'verified';
  const highest = Math.max(...status.endpoints.map(e => e.head ?? 0));
  return status.head > 0 && highest - status.head <= AT_THE_HEAD_BLOCKS;
}
