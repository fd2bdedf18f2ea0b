/**
 * The envelopes of trades and verdicts: what only buyer, seller and their grid operators can read, beside the commitments on
 * chain that bind it. Pure: randomness comes from the caller.
 *
 * A batch has a fresh key pair (e, E) and a batch key M of 32 random bytes. The key of trade i is the first 16 bytes of
 * HMAC-SHA256(M, "trade" i); its details are XORed with HMAC-SHA512(key, "details"). M is wrapped for each operator, the key
 * of a trade for its seller and its buyer, by XOR with an HMAC-SHA256 under the secret that E and the recipient's key share
 * (ECDH on secp256k1, hashed). The leaf of a trade authenticates what was decrypted: a wrong bit gives another leaf.
 *
 *   envelope of a batch:   version 1 · E 33 · operators 1 · M wrapped 32 each · per trade: details 34, key for seller 16, for buyer 16
 *   envelope of verdicts:  version 1 (0: in the clear) · nonce 8 · per entry: energy 5, fee 5, evidence 32
 */
import {
  computeHmac,
  concat,
  getBytes,
  hexlify,
  keccak256,
  SigningKey,
  sha256,
  solidityPacked,
  toBeHex,
  toUtf8Bytes,
} from 'ethers';
import { isPoint, pointMultiply } from 'tiny-secp256k1';

/** The details of a trade, as its leaf commits to them. */
export interface TradeDetails {
  /** Connection numbers of the Registry. */
  readonly sellerConnection: number;
  readonly buyerConnection: number;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
  /** 0 nothing, 1 renewable, 2 from the same area. */
  readonly attribute: number;
  /** 128 random bits; 0 where the details are public. */
  readonly salt: bigint;
}

/** A trade that was read, its commitment, and the key that its verdicts are sealed with. */
export interface OpenedTrade {
  readonly leaf: string;
  readonly index: number;
  readonly details: TradeDetails;
  /** 16 bytes, hex. */
  readonly key: string;
}

/** A secp256k1 key to encrypt for, as the Registry keeps it; null: the recipient has none and cannot read. */
export type PublicKey = { readonly keyX: string; readonly keyOdd: boolean } | null;

/** What a side says of a trade. */
export interface VerdictEntry {
  readonly index: number;
  readonly decision: number;
  readonly reasonCode: number;
  readonly energyWh: bigint;
  readonly feeMicroEur: bigint;
  /** 32 bytes, hex. */
  readonly evidence: string;
}

/** An envelope that does not hold what its commitments promise. */
export class EnvelopeError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'EnvelopeError';
  }
}

/** Number of a trade by its batch and place. */
export function tradeIdOf(batchId: bigint, index: number): bigint {
  return batchId * TRADES_PER_BATCH_MAX + BigInt(index);
}

/** Batch and place of a trade by its number. */
export function placeOf(tradeId: bigint): { readonly batchId: bigint; readonly index: number } {
  return { batchId: tradeId / TRADES_PER_BATCH_MAX, index: Number(tradeId % TRADES_PER_BATCH_MAX) };
}

/** What the Registry keeps of a key. */
export function publicKeyOf(key: SigningKey): { readonly keyX: string; readonly keyOdd: boolean } {
  return { keyX: `0x${key.compressedPublicKey.slice(4)}`, keyOdd: key.compressedPublicKey.startsWith('0x03') };
}

/** The root that the contract keeps of a batch: a chain over its leaves. */
export function rootOf(leaves: readonly string[]): string {
  return leaves.reduce((root, leaf) => keccak256(concat([root, leaf])), ZERO);
}

/** @throws when energy, price or salt do not fit their 40, 32 and 128 bits */
export function leafOf(details: TradeDetails): string {
  return keccak256(packedDetails(details));
}

/** Trades in the order of a batch: leaves strictly ascending. */
export function inBatchOrder<T extends { readonly details: TradeDetails }>(trades: readonly T[]): T[] {
  return trades
    .map(trade => ({ trade, leaf: leafOf(trade.details) }))
    .sort((a, b) => (a.leaf < b.leaf ? -1 : 1))
    .map(({ trade }) => trade);
}

/**
 * The envelope of a batch.
 * @param trades    in the order of the batch, with the keys of both owners
 * @param operators of the seller's and, where it is another, the buyer's area
 * @param random    fresh random bytes, so many
 */
export function sealTrades(
  trades: readonly {
    readonly details: TradeDetails;
    readonly sellerKey: PublicKey;
    readonly buyerKey: PublicKey;
  }[],
  operators: readonly PublicKey[],
  random: (bytes: number) => Uint8Array,
): string {
  const ephemeral = new SigningKey(random(32));
  const batchKey = random(KEY_BYTES_BATCH);
  const secrets = new Map<string, Uint8Array>();
  const secretFor = (key: NonNullable<PublicKey>): Uint8Array => {
    const id = compressed(key);
    let secret = secrets.get(id);
    if (!secret) {
      secret = sharedSecret(ephemeral, id);
      secrets.set(id, secret);
    }
    return secret;
  };
  const wrapped = (plain: Uint8Array, key: PublicKey, label: Uint8Array): Uint8Array =>
    key === null ? random(plain.length) : xor(plain, hmac256(secretFor(key), label));
  const parts: Uint8Array[] = [
    Uint8Array.of(VERSION_SEALED),
    getBytes(ephemeral.compressedPublicKey),
    Uint8Array.of(operators.length),
    ...operators.map(key => wrapped(batchKey, key, LABEL_BATCH)),
  ];
  for (const [index, trade] of trades.entries()) {
    const key = tradeKey(batchKey, index);
    parts.push(
      xor(getBytes(packedDetails(trade.details)), hmac512(key, LABEL_DETAILS)),
      wrapped(key, trade.sellerKey, labelOf('seller', index)),
      wrapped(key, trade.buyerKey, labelOf('buyer', index)),
    );
  }
  return hexlify(concat(parts));
}

/**
 * All trades of a batch, as an operator reads them.
 * @param root what the chain keeps of the leaves: the trades together must give it
 * @throws EnvelopeError when the envelope is malformed, not for this key, or does not hold the trades committed
 */
export function openAsOperator(
  envelope: string,
  count: number,
  root: string,
  privateKey: SigningKey,
): OpenedTrade[] {
  const { ephemeral, wraps, records } = parse(envelope, count);
  const mask = hmac256(sharedSecret(privateKey, ephemeral), LABEL_BATCH);
  // Which of the wraps is ours is not said: the root tells.
  for (const wrap of wraps) {
    const batchKey = xor(wrap, mask);
    const opened = records.map((record, index) => read(record, tradeKey(batchKey, index), index));
    if (rootOf(opened.map(trade => trade.leaf)) === root) return opened;
  }
  throw new EnvelopeError('the envelope is not for this key, or does not hold the trades committed');
}

/**
 * The trades of a batch that are sold or bought by the holder of a key.
 * @param leaves from the call that committed the batch; whoever uses them checks that they give its root
 */
export function openAsParty(
  envelope: string,
  leaves: readonly string[],
  privateKey: SigningKey,
): OpenedTrade[] {
  const { ephemeral, records } = parse(envelope, leaves.length);
  const secret = sharedSecret(privateKey, ephemeral);
  return records.flatMap((record, index) => {
    for (const [role, offset] of PARTY_WRAPS) {
      const wrap = record.subarray(offset, offset + KEY_BYTES_TRADE);
      const opened = read(record, xor(wrap, hmac256(secret, labelOf(role, index))), index);
      if (opened.leaf === leaves[index]) return [opened];
    }
    return [];
  });
}

/** The public trades of a batch, from the event that recorded them. @throws EnvelopeError */
export function readOpenTrades(packed: string): TradeDetails[] {
  const bytes = getBytes(packed);
  if (bytes.length % OPEN_TRADE_BYTES !== 0)
    throw new EnvelopeError(`${bytes.length} bytes are not whole trades`);
  return Array.from({ length: bytes.length / OPEN_TRADE_BYTES }, (_, i) => {
    const view = viewOf(bytes.subarray(i * OPEN_TRADE_BYTES));
    return {
      sellerConnection: view.getUint32(0),
      buyerConnection: view.getUint32(4),
      energyWh: uint40At(view, 8),
      priceMicroEurPerKwh: BigInt(view.getUint32(13)),
      attribute: 0,
      salt: 0n,
    };
  });
}

/** Places, decisions and reasons of a round, in the open: `GridSupervision.Round.decisions`. */
export function packedDecisions(entries: readonly VerdictEntry[]): string {
  return concat(
    entries.map(e =>
      solidityPacked(['uint16', 'uint8', 'uint16'], [e.index, e.decision, e.reasonCode]),
    ),
  );
}

/** The digest that binds the sealed part of a round: a chain over its entries. */
export function digestOf(entries: readonly VerdictEntry[]): string {
  return entries.reduce(
    (digest, e) =>
      keccak256(
        concat([
          digest,
          keccak256(
            solidityPacked(
              ['uint16', 'uint8', 'uint16', 'uint40', 'int40', 'bytes32'],
              [e.index, e.decision, e.reasonCode, e.energyWh, e.feeMicroEur, e.evidence],
            ),
          ),
        ]),
      ),
    ZERO,
  );
}

/**
 * Energy, fee and evidence of a round for those concerned.
 * @param keyOf key of a trade by its place, hex; null: its details are public, and then those of the whole round are
 * @param nonce 8 bytes never used before with these trades
 */
export function sealVerdicts(
  entries: readonly VerdictEntry[],
  operator: string,
  keyOf: (index: number) => string | null,
  nonce: Uint8Array,
): string {
  const isPublic = entries.every(e => keyOf(e.index) === null);
  const parts = entries.map(entry => {
    const plain = getBytes(
      solidityPacked(['uint40', 'int40', 'bytes32'], [entry.energyWh, entry.feeMicroEur, entry.evidence]),
    );
    const key = keyOf(entry.index);
    if (isPublic) return plain;
    if (key === null) throw new EnvelopeError(`trade ${entry.index} has no key to seal its verdict with`);
    return xor(plain, hmac512(getBytes(key), verdictLabel(operator, nonce)));
  });
  return hexlify(concat([Uint8Array.of(isPublic ? VERSION_PUBLIC : VERSION_SEALED), nonce, ...parts]));
}

/**
 * The verdicts of a round that the keys at hand can read.
 * @throws EnvelopeError when the envelope is malformed, or does not give the digest although every entry was read
 */
export function openVerdicts(
  decisions: string,
  envelope: string,
  digest: string,
  operator: string,
  keyOf: (index: number) => string | null,
): VerdictEntry[] {
  const open = getBytes(decisions);
  const sealed = getBytes(envelope);
  const count = open.length / DECISION_BYTES;
  if (!Number.isInteger(count) || sealed.length !== 9 + count * VERDICT_BYTES)
    throw new EnvelopeError(`an envelope of ${sealed.length} bytes does not hold ${count} verdicts`);
  const nonce = sealed.subarray(1, 9);
  const entries: VerdictEntry[] = [];
  for (let i = 0; i < count; i++) {
    const head = viewOf(open.subarray(i * DECISION_BYTES));
    const index = head.getUint16(0);
    const part = sealed.subarray(9 + i * VERDICT_BYTES, 9 + (i + 1) * VERDICT_BYTES);
    const key = keyOf(index);
    if (sealed[0] !== VERSION_PUBLIC && key === null) continue;
    const plain =
      sealed[0] === VERSION_PUBLIC
        ? part
        : xor(part, hmac512(getBytes(key as string), verdictLabel(operator, nonce)));
    const body = viewOf(plain);
    entries.push({
      index,
      decision: head.getUint8(2),
      reasonCode: head.getUint16(3),
      energyWh: uint40At(body, 0),
      feeMicroEur: BigInt.asIntN(40, uint40At(body, 5)),
      evidence: hexlify(plain.subarray(10, VERDICT_BYTES)),
    });
  }
  if (entries.length === count && digestOf(entries) !== digest)
    throw new EnvelopeError('the verdicts in the envelope are not those of the digest');
  return entries;
}

interface Parsed {
  readonly ephemeral: string;
  readonly wraps: readonly Uint8Array[];
  readonly records: readonly Uint8Array[];
}

function parse(envelope: string, count: number): Parsed {
  const bytes = getBytes(envelope);
  const operators = bytes[34] ?? 0;
  const head = 35 + operators * KEY_BYTES_BATCH;
  if (bytes[0] !== VERSION_SEALED || bytes.length !== head + count * RECORD_BYTES)
    throw new EnvelopeError(`an envelope of ${bytes.length} bytes does not hold ${count} trades`);
  return {
    ephemeral: hexlify(bytes.subarray(1, 34)),
    wraps: Array.from({ length: operators }, (_, i) =>
      bytes.subarray(35 + i * KEY_BYTES_BATCH, 35 + (i + 1) * KEY_BYTES_BATCH),
    ),
    records: Array.from({ length: count }, (_, i) =>
      bytes.subarray(head + i * RECORD_BYTES, head + (i + 1) * RECORD_BYTES),
    ),
  };
}

function read(record: Uint8Array, key: Uint8Array, index: number): OpenedTrade {
  const plain = xor(record.subarray(0, DETAILS_BYTES), hmac512(key, LABEL_DETAILS));
  const view = viewOf(plain);
  const details: TradeDetails = {
    sellerConnection: view.getUint32(0),
    buyerConnection: view.getUint32(4),
    energyWh: uint40At(view, 8),
    priceMicroEurPerKwh: BigInt(view.getUint32(13)),
    attribute: view.getUint8(17),
    salt: BigInt(hexlify(plain.subarray(18, 34))),
  };
  // What was encrypted is what the leaf commits to.
  return { index, details, leaf: keccak256(plain), key: hexlify(key) };
}

function packedDetails(d: TradeDetails): string {
  return solidityPacked(
    ['uint32', 'uint32', 'uint40', 'uint32', 'uint8', 'uint128'],
    [d.sellerConnection, d.buyerConnection, d.energyWh, d.priceMicroEurPerKwh, d.attribute, d.salt],
  );
}

/**
 * A batch has a secret for each of its parties: ten times faster by tiny-secp256k1 than by ethers, and in every runtime.
 * @throws EnvelopeError when the other side's key is not on the curve
 */
function sharedSecret(own: SigningKey, publicKey: string): Uint8Array {
  const point = getBytes(publicKey);
  const shared = isPoint(point) ? pointMultiply(point, getBytes(own.privateKey), false) : null;
  if (shared === null) throw new EnvelopeError(`not a key to encrypt with: ${publicKey}`);
  return getBytes(sha256(shared));
}

function compressed({ keyX, keyOdd }: NonNullable<PublicKey>): string {
  return concat([keyOdd ? '0x03' : '0x02', keyX]);
}

const tradeKey = (batchKey: Uint8Array, index: number): Uint8Array =>
  hmac256(batchKey, labelOf('trade', index)).subarray(0, KEY_BYTES_TRADE);
const labelOf = (role: string, index: number): Uint8Array =>
  getBytes(concat([toUtf8Bytes(role), toBeHex(index, 2)]));
const verdictLabel = (operator: string, nonce: Uint8Array): Uint8Array =>
  getBytes(concat([toUtf8Bytes('verdict'), operator, nonce]));
const hmac256 = (key: Uint8Array, data: Uint8Array): Uint8Array => getBytes(computeHmac('sha256', key, data));
const hmac512 = (key: Uint8Array, data: Uint8Array): Uint8Array => getBytes(computeHmac('sha512', key, data));
const uint40At = (view: DataView, offset: number): bigint =>
  (BigInt(view.getUint8(offset)) << 32n) | BigInt(view.getUint32(offset + 1));
/** As long as the first; the second may be longer. */
const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, i) => byte ^ b[i]!);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const ZERO = `0x${'0'.repeat(64)}`;
/** As the contract numbers them. */
const TRADES_PER_BATCH_MAX = 1024n;
const VERSION_PUBLIC = 0;
const VERSION_SEALED = 1;
const KEY_BYTES_BATCH = 32;
const KEY_BYTES_TRADE = 16;
const DETAILS_BYTES = 34;
const RECORD_BYTES = DETAILS_BYTES + 2 * KEY_BYTES_TRADE;
const PARTY_WRAPS = [
  ['seller', DETAILS_BYTES],
  ['buyer', DETAILS_BYTES + KEY_BYTES_TRADE],
] as const;
const OPEN_TRADE_BYTES = 17;
const DECISION_BYTES = 5;
const VERDICT_BYTES = 42;
const LABEL_BATCH = toUtf8Bytes('batch');
const LABEL_DETAILS = toUtf8Bytes('details');
