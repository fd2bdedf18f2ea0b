/** The chain screen: what the follower has verified, and how. */
import type { z } from 'zod';
import type { zBlockRow, zChainState } from '../../preload/contract/chain.ts';
import type { BlockSummary, EndpointStatus } from '../chain/follower.ts';
import type { Implementation } from '../shells/implementation.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

type State = z.input<typeof zChainState>;
type BlockRow = z.input<typeof zBlockRow>;

/** Blocks over which proposers and misses are counted. */
const COUNTED_BLOCKS = 200;

export function chainScreen(services: Services): Implementation['chain'] {
  const { follower } = services;
  return {
    state: (_input, signal) =>
      push({ read: () => chainState(services), wake: [h => follower.onStatus(h)], signal, everyMs: 1000 }),
    blocks: async ({ before, limit }) => {
      const last = Math.min(before === null ? follower.status().head : before - 1, follower.status().head);
      const first = Math.max(1, last - limit + 1);
      const blocks = last < 1 ? [] : await follower.blocks(first, last - first + 1);
      return { blocks: [...blocks].sort((a, b) => b.number - a.number).map(blockRow) };
    },
  };
}

async function chainState(services: Services): Promise<State> {
  const { follower, deployment, chainKind, blockPeriodS, realClock } = services;
  const status = follower.status();
  const counted = await follower.blocks(Math.max(1, status.head - COUNTED_BLOCKS + 1), COUNTED_BLOCKS);
  const { fault } = status;
  return {
    chainId: status.chainId,
    kind: chainKind,
    state: status.verified,
    head: status.head,
    headHash: status.headHash,
    headAtMs: status.headTimestampS * 1000,
    sinceLastBlockS:
      status.lastBlockAtMs === null ? 0 : Math.max(0, (realClock.nowMs() - status.lastBlockAtMs) / 1000),
    blockPeriodS,
    executedFrom: status.executedFrom,
    genesisHash: status.genesisHash,
    contracts: Object.entries(deployment.contracts).map(([name, address]) => ({ name, address })),
    validators: status.validators.map((address, k) => ({
      address,
      name: `Validator ${k + 1}`,
      proposed: counted.filter(b => b.proposer === address).length,
      missed:
        counted.reduce(
          (sum, b) =>
            sum +
            (b.round > 0 && b.validators.includes(address) && b.proposer !== address
              ? b.round / b.validators.length
              : 0),
          0,
        ) | 0,
    })),
    endpoints: status.endpoints.map(endpoint),
    fault: fault && {
      stage: fault.stage,
      code: fault.code,
      blockNumber: fault.blockNumber,
      blockHash: fault.blockHash ?? '',
      expected: fault.expected,
      got: fault.got,
      endpoint: fault.endpoint,
      foundAtMs: fault.atMs,
    },
  };
}

function endpoint(e: EndpointStatus): State['endpoints'][number] {
  const lie = e.lies.at(-1);
  const state = lie
    ? 'lying'
    : !e.connected
      ? 'unreachable'
      : (e.lagBlocks ?? 0) > 3
        ? 'lagging'
        : 'connected';
  const note = lie
    ? `${lie.what}: expected ${lie.expected}, got ${lie.got}`
    : (e.lastError ?? (e.latencyMs === null ? '' : `answers in ${Math.round(e.latencyMs)} ms`));
  return { url: e.url, state, head: e.head ?? 0, note };
}

function blockRow(block: BlockSummary): BlockRow {
  return {
    number: block.number,
    hash: block.hash,
    atMs: block.timestampS * 1000,
    proposer: block.proposer,
    round: block.round,
    seals: block.sealers.length,
    transactions: block.transactions,
    gasUsed: block.gasUsed,
    stages: block.stages.map(s => ({
      name: s.stage,
      ok: s.passed,
      ms: s.durationMs,
      expected: null,
      got: null,
    })),
  };
}
