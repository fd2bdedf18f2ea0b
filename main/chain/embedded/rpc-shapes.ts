/** Blocks, transactions, receipts and logs in the shapes of the Ethereum JSON-RPC. */

import type { TypedTransaction } from '@ethereumjs/tx';
import { hexOf, quantity } from '../execution/bytes.ts';
import type { Hex } from '../follower.ts';
import { encodedHeader } from '../qbft/header.ts';
import type { ChainBlock, StoredReceipt } from './chain.ts';

type Json = Record<string, unknown>;

export function headerShape(block: Pick<ChainBlock, 'header' | 'hash'>): Json {
  const h = block.header;
  return {
    number: quantity(h.number),
    hash: block.hash,
    parentHash: h.parentHash,
    nonce: h.nonce,
    sha3Uncles: h.ommersHash,
    logsBloom: h.logsBloom,
    transactionsRoot: h.transactionsRoot,
    stateRoot: h.stateRoot,
    receiptsRoot: h.receiptsRoot,
    miner: h.coinbase,
    difficulty: quantity(h.difficulty),
    totalDifficulty: quantity(h.difficulty * BigInt(h.number + 1)),
    extraData: h.extraData,
    mixHash: h.mixHash,
    gasLimit: quantity(h.gasLimit),
    gasUsed: quantity(h.gasUsed),
    timestamp: quantity(h.timestampS),
    ...(h.baseFeePerGas === null ? {} : { baseFeePerGas: quantity(h.baseFeePerGas) }),
    ...(h.withdrawalsRoot === null ? {} : { withdrawalsRoot: h.withdrawalsRoot }),
    ...(h.blobGasUsed === null ? {} : { blobGasUsed: quantity(h.blobGasUsed) }),
    ...(h.excessBlobGas === null ? {} : { excessBlobGas: quantity(h.excessBlobGas) }),
    ...(h.parentBeaconBlockRoot === null ? {} : { parentBeaconBlockRoot: h.parentBeaconBlockRoot }),
  };
}

export function blockShape(block: ChainBlock, transactions: Json[] | Hex[]): Json {
  return {
    ...headerShape(block),
    size: quantity(
      encodedHeader(block.header).length + block.transactions.reduce((sum, t) => sum + t.length, 0),
    ),
    uncles: [],
    withdrawals: [],
    transactions,
  };
}

export interface Place {
  readonly blockNumber: number;
  readonly blockHash: Hex;
  readonly position: number;
}

/** @param place null: it waits in the pool */
export function transactionShape(transaction: TypedTransaction, from: Hex, place: Place | null): Json {
  const { gasLimit, data, ...fields } = transaction.toJSON();
  const isLegacy = transaction.type === 0;
  return {
    ...fields,
    type: quantity(transaction.type),
    hash: hexOf(transaction.hash()),
    from,
    to: transaction.to === undefined ? null : hexOf(transaction.to.bytes),
    gas: gasLimit,
    input: data ?? '0x',
    chainId: quantity(transaction.common.chainId()),
    gasPrice: isLegacy ? fields.gasPrice : (fields.gasPrice ?? fields.maxFeePerGas),
    ...(isLegacy ? {} : { yParity: fields.v, accessList: fields.accessList ?? [] }),
    blockHash: place?.blockHash ?? null,
    blockNumber: place === null ? null : quantity(place.blockNumber),
    transactionIndex: place === null ? null : quantity(place.position),
  };
}

export function receiptShape(block: ChainBlock, position: number): Json {
  const receipt = block.receipts[position]!;
  return {
    transactionHash: receipt.hash,
    transactionIndex: quantity(position),
    blockHash: block.hash,
    blockNumber: quantity(block.header.number),
    from: receipt.from,
    to: receipt.to,
    type: quantity(receipt.type),
    status: receipt.succeeded ? '0x1' : '0x0',
    gasUsed: quantity(receipt.gasUsed),
    cumulativeGasUsed: quantity(receipt.cumulativeGasUsed),
    effectiveGasPrice: quantity(BigInt(receipt.effectiveGasPriceWei)),
    contractAddress: receipt.createdContract,
    logsBloom: receipt.bloom,
    logs: logShapes(block).filter(log => log.transactionHash === receipt.hash),
  };
}

export interface LogShape {
  readonly address: Hex;
  readonly topics: readonly Hex[];
  readonly data: Hex;
  readonly transactionHash: Hex;
  readonly transactionIndex: Hex;
  readonly blockHash: Hex;
  readonly blockNumber: Hex;
  readonly logIndex: Hex;
  readonly removed: false;
}

export function logShapes(block: {
  header: { number: number };
  hash: Hex;
  receipts: readonly StoredReceipt[];
}): LogShape[] {
  let logIndex = 0;
  return block.receipts.flatMap((receipt, position) =>
    receipt.logs.map(log => ({
      ...log,
      transactionHash: receipt.hash,
      transactionIndex: quantity(position),
      blockHash: block.hash,
      blockNumber: quantity(block.header.number),
      logIndex: quantity(logIndex++),
      removed: false as const,
    })),
  );
}

/** Names one log query's match, position by position; null in a position: anything. */
export interface LogFilter {
  readonly addresses: readonly Hex[];
  readonly topics: readonly (readonly Hex[] | null)[];
}

export function logMatches(
  filter: LogFilter,
  log: { readonly address: Hex; readonly topics: readonly Hex[] },
): boolean {
  if (filter.addresses.length > 0 && !filter.addresses.includes(log.address)) return false;
  return filter.topics.every((wanted, at) => wanted === null || wanted.includes(log.topics[at] ?? '0x'));
}
