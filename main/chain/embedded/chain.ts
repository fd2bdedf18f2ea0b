/**
 * A consortium chain on one machine: validators' keys, a pool of transactions and blocks in QBFT format,
 * built by the same execution loop that the validator uses. One block or one call at a time.
 */
import type { Common } from '@ethereumjs/common';
import { RLP } from '@ethereumjs/rlp';
import { createTxFromRLP, type TypedTransaction } from '@ethereumjs/tx';
import { bytesOf, equalBytes, hexOf } from '../execution/bytes.ts';
import { addressOfPrivateKey } from '../execution/crypto.ts';
import type { ChainDatabase } from '../execution/database.ts';
import {
  type BlockEnvironment,
  bloomOf,
  type Call,
  type CallOutcome,
  type ExecutedTransaction,
  Executor,
  encodedReceipt,
} from '../execution/executor.ts';
import { genesisBlock } from '../execution/genesis-state.ts';
import { ExecutionState } from '../execution/state.ts';
import { listRoot } from '../execution/trie.ts';
import type { Hex } from '../follower.ts';
import type { Genesis } from '../qbft/genesis.ts';
import {
  type BlockHeader,
  decodedHeader,
  EMPTY_TRIE_ROOT,
  encodedHeader,
  NO_OMMERS_HASH,
  ZERO_NONCE,
} from '../qbft/header.ts';
import { BFT_MIX_HASH, onChainHash } from '../qbft/seals.ts';
import { Mempool, type PooledTransaction } from './mempool.ts';
import { RPC_INVALID_PARAMS, RPC_SERVER, RpcError } from './rpc-error.ts';
import { sealedHeader } from './seal.ts';

/** The result of one transaction, as it is stored and as receipts are made of it. */
export interface StoredReceipt {
  readonly hash: Hex;
  readonly from: Hex;
  readonly to: Hex | null;
  readonly type: number;
  readonly succeeded: boolean;
  readonly gasUsed: number;
  readonly cumulativeGasUsed: number;
  readonly effectiveGasPriceWei: string;
  readonly createdContract: Hex | null;
  readonly bloom: Hex;
  readonly logs: readonly { readonly address: Hex; readonly topics: readonly Hex[]; readonly data: Hex }[];
}

export interface ChainBlock {
  readonly header: BlockHeader;
  readonly hash: Hex;
  /** Serialised, in block order. */
  readonly transactions: readonly Uint8Array[];
  readonly receipts: readonly StoredReceipt[];
}

export interface EmbeddedChainParts {
  readonly genesis: Genesis;
  /** 32 bytes each; their addresses are the validators of the genesis block. */
  readonly validatorKeys: readonly Uint8Array[];
  readonly database: ChainDatabase;
  /** Real time in ms, only to bound the building of one block. */
  readonly realNowMs: () => number;
}

export class EmbeddedChain {
  readonly genesis: Genesis;
  readonly validators: readonly Hex[];
  readonly pool = new Mempool();
  readonly #keys: ReadonlyMap<Hex, Uint8Array>;
  readonly #database: ChainDatabase;
  readonly #state: ExecutionState;
  readonly #executor: Executor;
  readonly #realNowMs: () => number;
  #head: { header: BlockHeader; hash: Hex };
  #common: Common;
  /** Tail of the queue of work on the state. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    parts: EmbeddedChainParts,
    state: ExecutionState,
    head: { header: BlockHeader; hash: Hex },
    executor: Executor,
    common: Common,
  ) {
    this.genesis = parts.genesis;
    this.#keys = new Map(parts.validatorKeys.map(key => [addressOfPrivateKey(key), key]));
    this.validators = [...this.#keys.keys()].sort();
    this.#database = parts.database;
    this.#realNowMs = parts.realNowMs;
    this.#state = state;
    this.#head = head;
    this.#executor = executor;
    this.#common = common;
  }

  /** Opens the chain at the head that was committed last. @throws Error when the file holds another chain */
  static async open(parts: EmbeddedChainParts): Promise<EmbeddedChain> {
    const first = await genesisBlock(parts.genesis);
    const { database } = parts;
    let state = first.state;
    let head = { header: first.header, hash: first.hash };
    const headNumber = database.headNumber();
    if (headNumber === null) {
      database.commitBlock({
        number: 0,
        hash: bytesOf(first.hash),
        header: encodedHeader(first.header),
        body: RLP.encode([]),
        results: jsonBytes([]),
        transactionHashes: [],
        ...first.changes,
        notes: {},
      });
    } else {
      const stored = database.block(0);
      if (stored === null || !equalBytes(stored.hash, bytesOf(first.hash)))
        throw new Error(`the chain on disk does not begin with the genesis block ${first.hash}`);
      const record = database.block(headNumber)!;
      head = { header: decodedHeader(record.header), hash: hexOf(record.hash) };
      state = ExecutionState.load(database);
      const root = hexOf(state.stateRoot());
      if (root !== head.header.stateRoot)
        throw new Error(
          `the state on disk has root ${root}, block ${headNumber} commits to ${head.header.stateRoot}`,
        );
    }
    const executor = new Executor(state, parts.genesis.rules, number =>
      hexOrNull(database.block(number)?.hash),
    );
    const common = await executor.commonAt(head.header.number + 1, head.header.timestampS);
    return new EmbeddedChain(parts, state, head, executor, common);
  }

  get head(): { readonly header: BlockHeader; readonly hash: Hex } {
    return this.#head;
  }

  /** Builds, seals and stores the next block. @param marketNowMs its time; never before its parent */
  produceBlock(marketNowMs: number): Promise<ChainBlock> {
    return this.#exclusively(() => this.#build(marketNowMs));
  }

  /** @returns the hash. @throws RpcError when it can never stand in a block */
  addTransaction(raw: Uint8Array): Hex {
    if (raw.length > TRANSACTION_BYTES_MAX)
      throw new RpcError(RPC_SERVER, `oversized data: ${raw.length} bytes, limit ${TRANSACTION_BYTES_MAX}`);
    const transaction = this.decodedTransaction(raw);
    const problems = transaction.getValidationErrors();
    if (problems.length > 0) throw new RpcError(RPC_SERVER, `invalid transaction: ${problems.join('; ')}`);
    if (transaction.type === 3)
      throw new RpcError(RPC_SERVER, 'blob transactions are not taken on this chain');
    if (transaction.type === 0 && !transaction.supports(155))
      throw new RpcError(RPC_SERVER, 'only replay-protected (EIP-155) transactions are taken');
    if (transaction.gasLimit > this.#head.header.gasLimit)
      throw new RpcError(RPC_SERVER, `exceeds block gas limit ${this.#head.header.gasLimit}`);
    if (this.#database.placeOfTransaction(transaction.hash()) !== null)
      throw new RpcError(RPC_SERVER, 'already known');
    const sender = senderOf(transaction);
    const { nonce, balance } = this.#state.standing(sender);
    const cost = transaction.getUpfrontCost(this.#head.header.baseFeePerGas ?? 0n);
    if (balance < cost)
      throw new RpcError(
        RPC_SERVER,
        `insufficient funds for gas * price + value: balance ${balance}, tx cost ${cost}`,
      );
    return this.pool.add(transaction, nonce);
  }

  /** @throws RpcError when the bytes are not a transaction of this chain */
  decodedTransaction(raw: Uint8Array): TypedTransaction {
    try {
      return createTxFromRLP(raw, { common: this.#common });
    } catch (error) {
      throw new RpcError(RPC_INVALID_PARAMS, `invalid transaction: ${firstSentence(error)}`);
    }
  }

  block(number: number): ChainBlock | null {
    const record = this.#database.block(number);
    if (record === null) return null;
    return {
      header: decodedHeader(record.header),
      hash: hexOf(record.hash),
      transactions: RLP.decode(record.body) as Uint8Array[],
      receipts: JSON.parse(Buffer.from(record.results).toString('utf8')),
    };
  }

  blockByHash(hash: Hex): ChainBlock | null {
    const number = this.#database.numberOfBlock(bytesOf(hash));
    return number === null ? null : this.block(number);
  }

  placeOfTransaction(hash: Hex): { readonly block: number; readonly position: number } | null {
    return this.#database.placeOfTransaction(bytesOf(hash));
  }

  /** Nonce and balance at the head. */
  account(address: Hex): Promise<{ readonly nonce: bigint; readonly balance: bigint }> {
    return this.#exclusively(async () => this.#state.standing(bytesOf(address)));
  }

  code(address: Hex): Promise<Uint8Array> {
    return this.#exclusively(async () => this.#state.codeAt(bytesOf(address)));
  }

  storage(address: Hex, slot: Uint8Array): Promise<Uint8Array> {
    return this.#exclusively(async () => this.#state.slotAt(bytesOf(address), slot));
  }

  /** Runs at the head with the head's own block values. */
  call(call: Call): Promise<CallOutcome> {
    return this.#exclusively(() => this.#executor.call(call, this.#head.header));
  }

  /** Smallest gas limit with which the call succeeds, to 1.5 %. @returns the outcome of the failure otherwise */
  estimate(call: Call): Promise<bigint | CallOutcome> {
    return this.#exclusively(async () => {
      const environment = this.#head.header;
      const widest = await this.#executor.trial(call, environment);
      if (!widest.succeeded) return widest;
      let [low, high] = [widest.gasUsed - 1n, call.gasLimit];
      let guess = (widest.gasUsed * 65n) / 63n;
      while (low + 1n < high && (high - low) * 1000n > high * 15n) {
        const outcome = await this.#executor
          .trial({ ...call, gasLimit: guess }, environment)
          .catch(() => null);
        if (outcome?.succeeded) high = guess;
        else low = guess;
        guess = (low + high) / 2n;
      }
      return high;
    });
  }

  /** Waits for work in progress. */
  async close(): Promise<void> {
    await this.#turn.catch(() => {});
    this.#database.close();
  }

  async #build(marketNowMs: number): Promise<ChainBlock> {
    const { header: parent, hash: parentHash } = this.#head;
    const { rules } = this.genesis;
    const number = parent.number + 1;
    const environment: BlockEnvironment = {
      number,
      timestampS: Math.max(Math.floor(marketNowMs / 1000), parent.timestampS + rules.blockPeriodS),
      gasLimit: parent.gasLimit,
      coinbase: this.validators[number % this.validators.length]!,
      difficulty: 1n,
      mixHash: BFT_MIX_HASH,
      baseFeePerGas: 0n,
    };
    try {
      await this.#executor.open(environment);
      const executed = await this.#runReady(environment);
      await this.#executor.close();
      const sealed = this.#state.seal();
      const receipts = executed.map(stored);
      const bodies = executed.map(e => e.transaction.serialize());
      const { header, extra } = sealedHeader(
        {
          ...environment,
          parentHash,
          ommersHash: NO_OMMERS_HASH,
          stateRoot: hexOf(sealed.stateRoot),
          transactionsRoot: hexOf(listRoot(bodies)),
          receiptsRoot: hexOf(listRoot(executed.map(encodedReceipt))),
          logsBloom: hexOf(bloomOf(executed.flatMap(e => e.logs))),
          gasUsed: executed.at(-1)?.cumulativeGasUsed ?? 0n,
          nonce: ZERO_NONCE,
          withdrawalsRoot: EMPTY_TRIE_ROOT,
          blobGasUsed: 0n,
          excessBlobGas: 0n,
          parentBeaconBlockRoot: null,
          requestsHash: null,
        },
        this.#keys,
      );
      const hash = onChainHash(header, extra);
      this.#database.commitBlock({
        number,
        hash: bytesOf(hash),
        header: encodedHeader(header),
        body: RLP.encode(bodies),
        results: jsonBytes(receipts),
        transactionHashes: receipts.map(r => bytesOf(r.hash)),
        ...sealed.changes,
        notes: {},
      });
      this.#state.accept();
      this.#head = { header, hash };
      this.pool.forgetUsed(sender => this.#state.standing(bytesOf(sender)).nonce);
      return { header, hash, transactions: bodies, receipts };
    } catch (error) {
      this.#state.drop();
      throw error;
    }
  }

  async #runReady(environment: BlockEnvironment): Promise<ExecutedTransaction[]> {
    const executed: ExecutedTransaction[] = [];
    const deadlineMs = this.#realNowMs() + BUILD_BUDGET_MS;
    const skipped = new Set<Hex>();
    for (const pooled of this.pool.ready(sender => this.#state.standing(bytesOf(sender)).nonce)) {
      if (skipped.has(pooled.sender)) continue;
      const room = environment.gasLimit - this.#executor.gasUsed;
      if (room < GAS_OF_A_TRANSFER || this.#realNowMs() > deadlineMs) break;
      // The sender's later nonces cannot go before this one; others may still fit.
      if (pooled.transaction.gasLimit > room || !(await this.#runPooled(pooled, executed)))
        skipped.add(pooled.sender);
      // Requests are answered while a large block is built.
      if (executed.length % 16 === 0) await new Promise(resolve => setImmediate(resolve));
    }
    return executed;
  }

  async #runPooled(pooled: PooledTransaction, executed: ExecutedTransaction[]): Promise<boolean> {
    try {
      executed.push(await this.#executor.run(pooled.transaction));
      return true;
    } catch {
      // It was possible when it came and is not now (funds spent): out, so that it does not block its sender.
      this.pool.remove(pooled);
      return false;
    }
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

function stored(executed: ExecutedTransaction): StoredReceipt {
  const { transaction } = executed;
  return {
    hash: executed.hash,
    from: executed.from,
    to: transaction.to === undefined ? null : hexOf(transaction.to.bytes),
    type: transaction.type,
    succeeded: executed.succeeded,
    gasUsed: Number(executed.gasUsed),
    cumulativeGasUsed: Number(executed.cumulativeGasUsed),
    effectiveGasPriceWei: executed.effectiveGasPriceWei.toString(),
    createdContract: executed.createdContract,
    bloom: hexOf(executed.bloom),
    logs: executed.logs.map(log => ({
      address: hexOf(log.address),
      topics: log.topics.map(hexOf),
      data: hexOf(log.data),
    })),
  };
}

export function jsonBytes(value: unknown): Uint8Array {
  return new Uint8Array(Buffer.from(JSON.stringify(value), 'utf8'));
}

/** @throws RpcError when nobody can have made the signature */
function senderOf(transaction: TypedTransaction): Uint8Array {
  try {
    return transaction.getSenderAddress().bytes;
  } catch (error) {
    throw new RpcError(RPC_INVALID_PARAMS, `invalid sender: ${firstSentence(error)}`);
  }
}

function hexOrNull(bytes: Uint8Array | undefined): Hex | null {
  return bytes === undefined ? null : hexOf(bytes);
}

function firstSentence(error: unknown): string {
  return error instanceof Error ? error.message.split(' (')[0]! : String(error);
}

const TRANSACTION_BYTES_MAX = 128 * 1024; // as other clients
const BUILD_BUDGET_MS = 600; // of a block period of 1 s; the rest waits for the next block
const GAS_OF_A_TRANSFER = 21_000n;
