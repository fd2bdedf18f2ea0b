/**
 * Supervises a production client (Besu) over its JSON-RPC: what it is, how far, with whom, who may seal, what it
 * votes for. It verifies nothing: that is the follower's job. A method the client does not offer is said to be so.
 */
import { z } from 'zod';
import type { Hex } from '../follower.ts';
import { EndpointError, RpcClient } from '../source/rpc-client.ts';

export type Offered<T> =
  | { readonly offered: true; readonly value: T }
  | { readonly offered: false; readonly reason: string };

export interface ClientPeer {
  readonly id: string;
  readonly name: string;
  readonly remoteAddress: string;
}
export interface SignerMetric {
  readonly address: Hex;
  readonly proposedBlocks: number;
  readonly lastProposedBlock: number;
}
export interface ClientStatus {
  readonly url: string;
  readonly reachable: boolean;
  /** Why it is not reachable. */
  readonly reason: string | null;
  readonly version: Offered<string>;
  readonly chainId: Offered<number>;
  readonly head: Offered<number>;
  /** null: not syncing. */
  readonly syncing: Offered<{ readonly currentBlock: number; readonly highestBlock: number } | null>;
  readonly peerCount: Offered<number>;
  readonly peers: Offered<readonly ClientPeer[]>;
  readonly validators: Offered<readonly Hex[]>;
  /** Votes that this client casts when it proposes. */
  readonly proposals: Offered<readonly { readonly address: Hex; readonly add: boolean }[]>;
  readonly signers: Offered<readonly SignerMetric[]>;
}

export interface ClientSupervisor {
  status(): Promise<ClientStatus>;
  /** From now on the client votes so whenever it proposes. */
  propose(validator: Hex, add: boolean): Promise<Offered<boolean>>;
  discard(validator: Hex): Promise<Offered<boolean>>;
}

export function superviseClient(url: string): ClientSupervisor {
  const client = new RpcClient(url, { timeoutMs: 5_000, answerBytesMax: 4 * 1024 * 1024 });
  const ask = <T>(method: string, params: readonly unknown[], shape: z.ZodType<T>): Promise<Offered<T>> =>
    offered(client, method, params, shape);
  return {
    status: async () => {
      const version = await ask('web3_clientVersion', [], text);
      if (!version.offered && version.reason.startsWith(UNREACHABLE)) return unreachable(url, version.reason);
      const [chainId, head, syncing, peerCount, peers, validators, proposals, signers] = await Promise.all([
        ask('eth_chainId', [], quantity),
        ask('eth_blockNumber', [], quantity),
        ask('eth_syncing', [], SYNCING),
        ask('net_peerCount', [], quantity),
        ask('admin_peers', [], PEERS),
        ask('qbft_getValidatorsByBlockNumber', ['latest'], z.array(address).max(1_000)),
        ask('qbft_getPendingVotes', [], VOTES),
        ask('qbft_getSignerMetrics', [], METRICS),
      ]);
      return {
        url,
        reachable: true,
        reason: null,
        version,
        chainId,
        head,
        syncing,
        peerCount,
        peers,
        validators,
        proposals,
        signers,
      };
    },
    propose: (validator, add) => ask('qbft_proposeValidatorVote', [validator, add], z.boolean()),
    discard: validator => ask('qbft_discardValidatorVote', [validator], z.boolean()),
  };
}

async function offered<T>(
  client: RpcClient,
  method: string,
  params: readonly unknown[],
  shape: z.ZodType<T>,
): Promise<Offered<T>> {
  try {
    return { offered: true, value: await client.ask(method, params, shape) };
  } catch (error) {
    if (!(error instanceof EndpointError)) throw error;
    if (error.rpcCode !== null && NOT_OFFERED.has(error.rpcCode))
      return { offered: false, reason: `${method} is not offered: enable its API group in the client` };
    const gone = error.kind === 'unreachable' || error.kind === 'time-out';
    return { offered: false, reason: gone ? `${UNREACHABLE}: ${error.message}` : error.message };
  }
}

function unreachable(url: string, reason: string): ClientStatus {
  const none = { offered: false, reason } as const;
  return {
    url,
    reachable: false,
    reason,
    version: none,
    chainId: none,
    head: none,
    syncing: none,
    peerCount: none,
    peers: none,
    validators: none,
    proposals: none,
    signers: none,
  };
}

const text = z.string().max(200);
const quantity = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,12}$/, 'is not a quantity')
  .transform(Number);
const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'is not an address')
  .transform(value => value.toLowerCase() as Hex);
const SYNCING = z.union([
  z.literal(false).transform(() => null),
  z.object({ currentBlock: quantity, highestBlock: quantity }),
]);
const PEERS = z
  .array(z.object({ id: text, name: text, network: z.object({ remoteAddress: text }) }))
  .max(1_000)
  .transform(peers => peers.map(p => ({ id: p.id, name: p.name, remoteAddress: p.network.remoteAddress })));
const VOTES = z
  .record(address, z.boolean())
  .transform(votes => Object.entries(votes).map(([who, add]) => ({ address: who as Hex, add })));
const METRICS = z
  .array(z.object({ address, proposedBlockCount: quantity, lastProposedBlockNumber: quantity }))
  .max(1_000)
  .transform(rows =>
    rows.map(r => ({
      address: r.address,
      proposedBlocks: r.proposedBlockCount,
      lastProposedBlock: r.lastProposedBlockNumber,
    })),
  );
const UNREACHABLE = 'unreachable';
/** JSON-RPC "method not found" and Besu's "method not enabled". */
const NOT_OFFERED = new Set([-32601, -32604]);
