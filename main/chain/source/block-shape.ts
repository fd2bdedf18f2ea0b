/** A block as an endpoint tells it: its shape is checked here, its truth by the validator. */
import type { Common } from '@ethereumjs/common';
import { createTx, type TypedTransaction } from '@ethereumjs/tx';
import { z } from 'zod';
import type { Hex } from '../follower.ts';
import type { BlockHeader } from '../qbft/header.ts';
import { EndpointError } from './rpc-client.ts';

/** A block offered by an endpoint; nothing in it is believed. */
export interface OfferedBlock {
  readonly header: BlockHeader;
  readonly claimedHash: Hex;
  readonly transactions: readonly OfferedTransaction[];
}

export type OfferedTransaction = z.infer<typeof TRANSACTION>;

const lower = (text: string): Hex => text.toLowerCase() as Hex;
const sized = (bytes: number, what: string): z.ZodType<Hex> =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`), `is not ${what} of ${bytes} bytes`)
    .transform(lower);
const hash = sized(32, 'a hash');
const address = sized(20, 'an address');
const bytes = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, 'is not hexadecimal bytes')
  .transform(lower);
const big = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,64}$/, 'is not a quantity')
  .transform(text => BigInt(text));
/** 48 bits: block numbers and seconds stay exact integers. */
const small = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,12}$/, 'is not a quantity below 2^48')
  .transform(text => Number(text));

const TRANSACTION = z.object({
  hash,
  type: small.default(0),
  nonce: big,
  gas: big,
  to: address.nullish(),
  value: big,
  input: bytes,
  chainId: big.nullish(),
  gasPrice: big.nullish(),
  maxFeePerGas: big.nullish(),
  maxPriorityFeePerGas: big.nullish(),
  accessList: z
    .array(z.object({ address, storageKeys: z.array(hash).max(10_000) }))
    .max(10_000)
    .nullish(),
  v: big.nullish(),
  yParity: big.nullish(),
  r: big,
  s: big,
});

const BLOCK = z.object({
  hash,
  number: small,
  parentHash: hash,
  sha3Uncles: hash,
  miner: address,
  stateRoot: hash,
  transactionsRoot: hash,
  receiptsRoot: hash,
  logsBloom: sized(256, 'a bloom filter'),
  difficulty: big,
  gasLimit: big,
  gasUsed: big,
  timestamp: small,
  extraData: bytes,
  mixHash: hash,
  nonce: sized(8, 'a nonce'),
  baseFeePerGas: big.nullish(),
  withdrawalsRoot: hash.nullish(),
  blobGasUsed: big.nullish(),
  excessBlobGas: big.nullish(),
  parentBeaconBlockRoot: hash.nullish(),
  requestsHash: hash.nullish(),
});

/** A block with whole transactions, or null when the endpoint does not have it. */
export const OFFERED_BLOCK = BLOCK.extend({ transactions: z.array(TRANSACTION).max(100_000) })
  .transform(
    (b): OfferedBlock => ({ header: headerOf(b), claimedHash: b.hash, transactions: b.transactions }),
  )
  .nullable();

/** The header alone. */
export const OFFERED_HEADER = BLOCK.transform(b => ({ header: headerOf(b), claimedHash: b.hash })).nullable();

function headerOf(b: z.infer<typeof BLOCK>): BlockHeader {
  return {
    parentHash: b.parentHash,
    ommersHash: b.sha3Uncles,
    coinbase: b.miner,
    stateRoot: b.stateRoot,
    transactionsRoot: b.transactionsRoot,
    receiptsRoot: b.receiptsRoot,
    logsBloom: b.logsBloom,
    difficulty: b.difficulty,
    number: b.number,
    gasLimit: b.gasLimit,
    gasUsed: b.gasUsed,
    timestampS: b.timestamp,
    extraData: b.extraData,
    mixHash: b.mixHash,
    nonce: b.nonce,
    baseFeePerGas: b.baseFeePerGas ?? null,
    withdrawalsRoot: b.withdrawalsRoot ?? null,
    blobGasUsed: b.blobGasUsed ?? null,
    excessBlobGas: b.excessBlobGas ?? null,
    parentBeaconBlockRoot: b.parentBeaconBlockRoot ?? null,
    requestsHash: b.requestsHash ?? null,
  };
}

/**
 * The signed transaction behind the endpoint's words. Its hash and sender are ours to compute.
 * @throws EndpointError when these fields cannot be a transaction of this chain
 */
export function transactionOf(offered: OfferedTransaction, common: Common): TypedTransaction {
  const { type } = offered;
  const signatureV = type === 0 ? offered.v : (offered.yParity ?? offered.v);
  if (signatureV === null || signatureV === undefined || type > 2)
    throw new EndpointError(
      'malformed',
      `transaction ${offered.hash}: type ${type} without a usable signature`,
    );
  const shared = {
    nonce: offered.nonce,
    gasLimit: offered.gas,
    to: offered.to ?? undefined,
    value: offered.value,
    data: offered.input,
    v: signatureV,
    r: offered.r,
    s: offered.s,
  };
  const priced =
    type === 2
      ? { maxFeePerGas: offered.maxFeePerGas ?? 0n, maxPriorityFeePerGas: offered.maxPriorityFeePerGas ?? 0n }
      : { gasPrice: offered.gasPrice ?? 0n };
  const listed =
    type === 0 ? {} : { chainId: offered.chainId ?? undefined, accessList: [...(offered.accessList ?? [])] };
  try {
    return createTx({ type, ...shared, ...priced, ...listed } as Parameters<typeof createTx>[0], { common });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EndpointError('malformed', `transaction ${offered.hash}: ${reason}`, cause);
  }
}
