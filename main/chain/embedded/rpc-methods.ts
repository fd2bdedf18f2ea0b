/** The part of the Ethereum JSON-RPC that ethers, simulators and a validating follower use. */
import { z } from 'zod';
import { bytesOf, hexOf, leftPadded, quantity } from '../execution/bytes.ts';
import { bloomHolds, type Call } from '../execution/executor.ts';
import type { Hex } from '../follower.ts';
import { decodedExtraData } from '../qbft/extra-data.ts';
import { ZERO_ADDRESS } from '../qbft/header.ts';
import type { ChainBlock, EmbeddedChain } from './chain.ts';
import {
  RPC_INVALID_PARAMS,
  RPC_LIMIT,
  RPC_METHOD_NOT_FOUND,
  RPC_REVERTED,
  RPC_SERVER,
  RpcError,
} from './rpc-error.ts';
import {
  blockShape,
  type LogFilter,
  type LogShape,
  logMatches,
  logShapes,
  receiptShape,
  transactionShape,
} from './rpc-shapes.ts';

type Method = (chain: EmbeddedChain, params: readonly unknown[]) => unknown;

/** @throws RpcError */
export async function answered(
  chain: EmbeddedChain,
  method: string,
  params: readonly unknown[],
): Promise<unknown> {
  const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (run === undefined)
    throw new RpcError(RPC_METHOD_NOT_FOUND, `the method ${method} does not exist/is not available`);
  return run(chain, params);
}

export function logFilterOf(param: unknown): LogFilter {
  const { address: addresses, topics } = read(LOG_QUERY, param);
  const list = addresses === undefined ? [] : Array.isArray(addresses) ? addresses : [addresses];
  return {
    addresses: list,
    topics: (topics ?? []).map(t =>
      t === null ? null : Array.isArray(t) ? (t.length === 0 ? null : t) : [t],
    ),
  };
}

const METHODS: Record<string, Method> = {
  eth_chainId: chain => quantity(chain.genesis.rules.chainId),
  net_version: chain => String(chain.genesis.rules.chainId),
  net_listening: () => false,
  net_peerCount: () => '0x0',
  eth_syncing: () => false,
  web3_clientVersion: () => 'Interlock/embedded-qbft',
  eth_accounts: () => [],
  eth_blockNumber: chain => quantity(chain.head.header.number),
  eth_gasPrice: chain => quantity(chain.head.header.baseFeePerGas ?? 0n),
  eth_maxPriorityFeePerGas: () => '0x0',
  eth_feeHistory: feeHistory,

  eth_getBlockByNumber: (chain, [tag, full]) =>
    blockAnswer(chain, blockAt(chain, tag), read(z.boolean(), full ?? false)),
  eth_getBlockByHash: (chain, [hash, full]) =>
    blockAnswer(chain, chain.blockByHash(read(hash32, hash)), read(z.boolean(), full ?? false)),
  eth_getBlockReceipts: (chain, [tag]) => {
    const block =
      read(hash32.or(blockTag), tag).length === 66
        ? chain.blockByHash(read(hash32, tag))
        : blockAt(chain, tag);
    return block === null ? null : block.receipts.map((_, position) => receiptShape(block, position));
  },
  eth_getTransactionByHash: transactionByHash,
  eth_getTransactionReceipt: (chain, [hash]) => {
    const place = chain.placeOfTransaction(read(hash32, hash));
    return place === null ? null : receiptShape(chain.block(place.block)!, place.position);
  },
  eth_getLogs: (chain, [query]) => logs(chain, query),

  eth_getBalance: async (chain, [who, tag]) => {
    requireHead(chain, tag);
    return quantity((await chain.account(read(address, who))).balance);
  },
  eth_getTransactionCount: async (chain, [who, tag]) => {
    const account = read(address, who);
    requireHead(chain, tag);
    const { nonce } = await chain.account(account);
    return quantity(tag === 'pending' ? chain.pool.nonceAfterWaiting(account, nonce) : nonce);
  },
  eth_getCode: async (chain, [who, tag]) => {
    requireHead(chain, tag);
    return hexOf(await chain.code(read(address, who)));
  },
  eth_getStorageAt: async (chain, [who, slot, tag]) => {
    requireHead(chain, tag);
    const at = leftPadded(bytesOf(evenDigits(read(quantityText, slot))), 32);
    return hexOf(leftPadded(await chain.storage(read(address, who), at), 32));
  },
  eth_call: async (chain, [call, tag]) => {
    requireHead(chain, tag);
    const outcome = await chain.call(callOf(chain, call));
    if (!outcome.succeeded) throw failedCall(outcome);
    return hexOf(outcome.returned);
  },
  eth_estimateGas: async (chain, [call, tag]) => {
    requireHead(chain, tag);
    const outcome = await chain.estimate(callOf(chain, call));
    if (typeof outcome !== 'bigint') throw failedCall(outcome);
    return quantity(outcome);
  },
  eth_sendRawTransaction: (chain, [raw]) => chain.addTransaction(bytesOf(read(bytesText, raw))),

  qbft_getValidatorsByBlockNumber: (chain, [tag]) => validatorsAt(blockAt(chain, tag)),
  qbft_getValidatorsByBlockHash: (chain, [hash]) => validatorsAt(chain.blockByHash(read(hash32, hash))),
};

function blockAnswer(chain: EmbeddedChain, block: ChainBlock | null, full: boolean): unknown {
  if (block === null) return null;
  if (!full)
    return blockShape(
      block,
      block.receipts.map(r => r.hash),
    );
  const place = { blockNumber: block.header.number, blockHash: block.hash };
  return blockShape(
    block,
    block.transactions.map((raw, position) =>
      transactionShape(chain.decodedTransaction(raw), block.receipts[position]!.from, { ...place, position }),
    ),
  );
}

function transactionByHash(chain: EmbeddedChain, [param]: readonly unknown[]): unknown {
  const hash = read(hash32, param);
  const waiting = chain.pool.transaction(hash);
  if (waiting !== null) return transactionShape(waiting.transaction, waiting.sender, null);
  const place = chain.placeOfTransaction(hash);
  if (place === null) return null;
  const block = chain.block(place.block)!;
  const transaction = chain.decodedTransaction(block.transactions[place.position]!);
  return transactionShape(transaction, block.receipts[place.position]!.from, {
    blockNumber: place.block,
    blockHash: block.hash,
    position: place.position,
  });
}

function logs(chain: EmbeddedChain, param: unknown): LogShape[] {
  const query = read(LOG_QUERY, param);
  const filter = logFilterOf(param);
  if (query.blockHash !== undefined) {
    const block = chain.blockByHash(query.blockHash);
    if (block === null) throw new RpcError(RPC_SERVER, 'unknown block');
    return logShapes(block).filter(log => logMatches(filter, log));
  }
  const from = numberOf(chain, query.fromBlock ?? 'latest');
  const to = Math.min(numberOf(chain, query.toBlock ?? 'latest'), chain.head.header.number);
  if (to - from >= LOG_BLOCKS_MAX) throw new RpcError(RPC_LIMIT, `a query may span ${LOG_BLOCKS_MAX} blocks`);
  const found: LogShape[] = [];
  for (let number = from; number <= to; number++) {
    const block = chain.block(number);
    if (block === null || !mayHold(filter, bytesOf(block.header.logsBloom))) continue;
    found.push(...logShapes(block).filter(log => logMatches(filter, log)));
    if (found.length > LOGS_MAX)
      throw new RpcError(RPC_LIMIT, `query returned more than ${LOGS_MAX} results`);
  }
  return found;
}

function mayHold(filter: LogFilter, bloom: Uint8Array): boolean {
  const { addresses, topics } = filter;
  if (addresses.length > 0 && !addresses.some(a => bloomHolds(bloom, bytesOf(a)))) return false;
  return topics.every(wanted => wanted === null || wanted.some(topic => bloomHolds(bloom, bytesOf(topic))));
}

function feeHistory(chain: EmbeddedChain, [count, newest, percentiles]: readonly unknown[]): unknown {
  const head = numberOf(chain, newest);
  const blocks = Math.min(Number(read(z.union([quantityText, z.number()]), count)), FEE_BLOCKS_MAX, head + 1);
  const oldest = head - blocks + 1;
  const rewards = read(z.array(z.number()).max(100).optional(), percentiles);
  const headers = Array.from({ length: blocks }, (_, at) => chain.block(oldest + at)!.header);
  return {
    oldestBlock: quantity(oldest),
    baseFeePerGas: [...headers, headers.at(-1)].map(h => quantity(h?.baseFeePerGas ?? 0n)),
    gasUsedRatio: headers.map(h => Number(h.gasUsed) / Number(h.gasLimit)),
    ...(rewards === undefined ? {} : { reward: headers.map(() => rewards.map(() => '0x0')) }),
  };
}

function validatorsAt(block: ChainBlock | null): readonly Hex[] {
  if (block === null) throw new RpcError(RPC_SERVER, 'unknown block');
  return decodedExtraData(bytesOf(block.header.extraData)).validators;
}

function callOf(chain: EmbeddedChain, param: unknown): Call {
  const call = read(CALL, param);
  const limit = chain.head.header.gasLimit;
  const gas = call.gas === undefined ? limit : BigInt(call.gas);
  return {
    from: call.from ?? ZERO_ADDRESS,
    to: call.to ?? null,
    data: bytesOf(call.input ?? call.data ?? '0x'),
    valueWei: BigInt(call.value ?? '0x0'),
    gasLimit: gas > limit ? limit : gas,
  };
}

function failedCall(outcome: { readonly error: string | null; readonly returned: Uint8Array }): RpcError {
  return outcome.error === 'revert'
    ? new RpcError(RPC_REVERTED, 'execution reverted', hexOf(outcome.returned))
    : new RpcError(RPC_SERVER, outcome.error ?? 'execution failed');
}

function blockAt(chain: EmbeddedChain, tag: unknown): ChainBlock | null {
  return chain.block(numberOf(chain, tag));
}

/** Every block is final at once, so all names of the newest mean the same. */
function numberOf(chain: EmbeddedChain, tag: unknown): number {
  const text = read(blockTag, tag ?? 'latest');
  if (text === 'earliest') return 0;
  return text.startsWith('0x') ? Number(text) : chain.head.header.number;
}

function requireHead(chain: EmbeddedChain, tag: unknown): void {
  const number = numberOf(chain, tag);
  const head = chain.head.header.number;
  // One block may have been made since the caller asked for the newest.
  if (number < head - 1 || number > head)
    throw new RpcError(RPC_SERVER, `state of block ${number} is not kept, only that of the head, ${head}`);
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new RpcError(
    RPC_INVALID_PARAMS,
    `invalid argument${issue.path.length > 0 ? ` ${issue.path.join('.')}` : ''}: ${issue.message}`,
  );
}

function evenDigits(hex: string): string {
  return hex.length % 2 === 0 ? hex : `0x0${hex.slice(2)}`;
}

const lower = (text: string): Hex => text.toLowerCase() as Hex;
const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'not an address')
  .transform(lower);
const hash32 = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, 'not 32 bytes')
  .transform(lower);
const bytesText = z.string().regex(/^0x([0-9a-fA-F]{2})*$/, 'not hexadecimal bytes');
const quantityText = z.string().regex(/^0x[0-9a-fA-F]{1,64}$/, 'not a quantity');
const blockTag = z
  .string()
  .regex(/^(0x[0-9a-fA-F]{1,12}|latest|earliest|pending|safe|finalized)$/, 'not a block number or tag');
const topic = z.union([z.null(), hash32, z.array(hash32).max(100)]);
const LOG_QUERY = z.object({
  address: z.union([address, z.array(address).max(100)]).optional(),
  topics: z.array(topic).max(4).optional(),
  fromBlock: blockTag.optional(),
  toBlock: blockTag.optional(),
  blockHash: hash32.optional(),
});
const CALL = z.object({
  from: address.optional(),
  to: address.nullish(),
  gas: quantityText.optional(),
  value: quantityText.optional(),
  data: bytesText.optional(),
  input: bytesText.optional(),
});
const LOG_BLOCKS_MAX = 10_000;
const LOGS_MAX = 10_000;
const FEE_BLOCKS_MAX = 1_024;
