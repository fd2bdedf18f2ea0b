/** A block header as Besu writes it, and its RLP. Text is hexadecimal, integers are integers. */
import { RLP } from '@ethereumjs/rlp';
import { bytesOf, hexOf, integerOf, scalarBytes } from '../execution/bytes.ts';
import type { Hex } from '../follower.ts';

export interface BlockHeader {
  readonly parentHash: Hex;
  readonly ommersHash: Hex;
  /** QBFT: the proposer. */
  readonly coinbase: Hex;
  readonly stateRoot: Hex;
  readonly transactionsRoot: Hex;
  readonly receiptsRoot: Hex;
  readonly logsBloom: Hex;
  readonly difficulty: bigint;
  readonly number: number;
  readonly gasLimit: bigint;
  readonly gasUsed: bigint;
  readonly timestampS: number;
  readonly extraData: Hex;
  readonly mixHash: Hex;
  readonly nonce: Hex;
  /** From London; the rest as their forks came. null: the header does not have it. */
  readonly baseFeePerGas: bigint | null;
  readonly withdrawalsRoot: Hex | null;
  readonly blobGasUsed: bigint | null;
  readonly excessBlobGas: bigint | null;
  /** QBFT blocks do not carry it, even at Cancun; a genesis block does. */
  readonly parentBeaconBlockRoot: Hex | null;
  readonly requestsHash: Hex | null;
}

/** RLP of the header; an absent field ends it, as in Besu. */
export function encodedHeader(
  header: BlockHeader,
  extraData: Uint8Array = bytesOf(header.extraData),
): Uint8Array {
  const fields: Uint8Array[] = [
    bytesOf(header.parentHash),
    bytesOf(header.ommersHash),
    bytesOf(header.coinbase),
    bytesOf(header.stateRoot),
    bytesOf(header.transactionsRoot),
    bytesOf(header.receiptsRoot),
    bytesOf(header.logsBloom),
    scalarBytes(header.difficulty),
    scalarBytes(header.number),
    scalarBytes(header.gasLimit),
    scalarBytes(header.gasUsed),
    scalarBytes(header.timestampS),
    extraData,
    bytesOf(header.mixHash),
    bytesOf(header.nonce),
  ];
  const { baseFeePerGas, withdrawalsRoot, blobGasUsed, excessBlobGas, parentBeaconBlockRoot, requestsHash } =
    header;
  const later: (Uint8Array | null)[] = [
    baseFeePerGas === null ? null : scalarBytes(baseFeePerGas),
    withdrawalsRoot === null ? null : bytesOf(withdrawalsRoot),
    blobGasUsed === null ? null : scalarBytes(blobGasUsed),
    excessBlobGas === null ? null : scalarBytes(excessBlobGas),
    parentBeaconBlockRoot === null ? null : bytesOf(parentBeaconBlockRoot),
    requestsHash === null ? null : bytesOf(requestsHash),
  ];
  for (const field of later) {
    if (field === null) break;
    fields.push(field);
  }
  return RLP.encode(fields);
}

/** @throws Error when the bytes are not a header */
export function decodedHeader(rlp: Uint8Array): BlockHeader {
  const fields = RLP.decode(rlp);
  if (!Array.isArray(fields) || fields.length < 15 || fields.length > 21 || fields.some(Array.isArray))
    throw new Error('not the RLP of a block header');
  const f = fields as Uint8Array[];
  return {
    parentHash: hexOf(f[0]!),
    ommersHash: hexOf(f[1]!),
    coinbase: hexOf(f[2]!),
    stateRoot: hexOf(f[3]!),
    transactionsRoot: hexOf(f[4]!),
    receiptsRoot: hexOf(f[5]!),
    logsBloom: hexOf(f[6]!),
    difficulty: integerOf(f[7]!),
    number: Number(integerOf(f[8]!)),
    gasLimit: integerOf(f[9]!),
    gasUsed: integerOf(f[10]!),
    timestampS: Number(integerOf(f[11]!)),
    extraData: hexOf(f[12]!),
    mixHash: hexOf(f[13]!),
    nonce: hexOf(f[14]!),
    baseFeePerGas: f[15] === undefined ? null : integerOf(f[15]),
    withdrawalsRoot: f[16] === undefined ? null : hexOf(f[16]),
    blobGasUsed: f[17] === undefined ? null : integerOf(f[17]),
    excessBlobGas: f[18] === undefined ? null : integerOf(f[18]),
    parentBeaconBlockRoot: f[19] === undefined ? null : hexOf(f[19]),
    requestsHash: f[20] === undefined ? null : hexOf(f[20]),
  };
}

/** Keccak of an empty list: QBFT blocks have no ommers. */
export const NO_OMMERS_HASH: Hex = '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347';
export const EMPTY_TRIE_ROOT: Hex = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421';
export const EMPTY_BLOOM: Hex = `0x${'00'.repeat(256)}`;
export const ZERO_HASH: Hex = `0x${'00'.repeat(32)}`;
export const ZERO_ADDRESS: Hex = `0x${'00'.repeat(20)}`;
export const ZERO_NONCE: Hex = '0x0000000000000000';
