/**
 * The validator itself: our state, our validator set, our head. `verify` runs the stages on an offered block and
 * may refuse; only what it returns can be applied, and applying cannot refuse.
 */
import { RLP } from '@ethereumjs/rlp';
import { bytesOf, equalBytes, hexOf, integerOf } from '../execution/bytes.ts';
import type { BlockCommit, ChainDatabase } from '../execution/database.ts';
import { type ExecutedTransaction, Executor } from '../execution/executor.ts';
import { type GenesisBlock, genesisBlock } from '../execution/genesis-state.ts';
import { ExecutionState } from '../execution/state.ts';
import type { BlockSummary, ChainStage, Hex, StageResult, VerifiedBlock } from '../follower.ts';
import type { QbftExtraData } from '../qbft/extra-data.ts';
import type { Genesis } from '../qbft/genesis.ts';
import { type BlockHeader, decodedHeader, encodedHeader, ZERO_ADDRESS } from '../qbft/header.ts';
import { snapshotAfter, snapshotOf, type ValidatorSnapshot } from '../qbft/votes.ts';
import { type OfferedBlock, transactionOf } from '../source/block-shape.ts';
import { EndpointError } from '../source/rpc-client.ts';
import { wrongBloom } from './stages/bloom.ts';
import { executed } from './stages/execution.ts';
import { wrongGasUsed } from './stages/gas-used.ts';
import { linked } from './stages/link.ts';
import { wrongReceipts } from './stages/receipts-root.ts';
import { brokenRule, type ClockReading } from './stages/rules.ts';
import { sealed } from './stages/seals.ts';
import type { StageFailure } from './stages/stage.ts';
import { wrongStateRoot } from './stages/state-root.ts';
import { wrongTransactions } from './stages/transaction-root.ts';

/** A block that every stage let pass, ready to become our head. */
export interface Verified {
  readonly kind: 'verified';
  readonly block: VerifiedBlock;
  readonly summary: BlockSummary;
  readonly header: BlockHeader;
  readonly snapshotNext: ValidatorSnapshot;
  readonly commit: BlockCommit;
}

export interface Refused {
  readonly kind: 'refused';
  readonly stage: ChainStage;
  readonly failure: StageFailure;
}

/** What is kept of a verified block beside its bytes. */
export interface StoredResults {
  readonly block: VerifiedBlock;
  readonly summary: BlockSummary;
}

/** The validator contract did not answer: nobody can say who may seal the next block. */
export class ValidatorContractError extends Error {
  constructor(contract: Hex, blockNumber: number) {
    super(
      `the validator contract ${contract} gave no list of validators on the state of block ${blockNumber}`,
    );
    this.name = 'ValidatorContractError';
  }
}

export class ChainVerifier {
  readonly genesis: Genesis;
  readonly genesisHash: Hex;
  readonly #database: ChainDatabase | null;
  readonly #state: ExecutionState;
  readonly #executor: Executor;
  /** Hashes of the newest blocks, for BLOCKHASH. */
  readonly #hashes = new Map<number, Hex>();
  #head: { header: BlockHeader; hash: Hex };
  #snapshot: ValidatorSnapshot;

  constructor(
    genesis: Genesis,
    genesisHash: Hex,
    database: ChainDatabase | null,
    state: ExecutionState,
    head: { header: BlockHeader; hash: Hex },
    snapshot: ValidatorSnapshot,
  ) {
    this.genesis = genesis;
    this.genesisHash = genesisHash;
    this.#database = database;
    this.#state = state;
    this.#head = head;
    this.#snapshot = snapshot;
    this.#executor = new Executor(state, genesis.rules, number => this.#hashes.get(number) ?? null);
    for (let n = head.header.number; n >= Math.max(0, head.header.number - HASHES_KEPT); n--) {
      const hash = n === head.header.number ? head.hash : database?.block(n)?.hash;
      if (hash !== undefined) this.#hashes.set(n, typeof hash === 'string' ? hash : hexOf(hash));
    }
  }

  /**
   * @param database null: in memory, from genesis
   * @throws Error when the file holds another chain, or its state is not the one its head commits to
   */
  static async open(genesis: Genesis, database: ChainDatabase | null): Promise<ChainVerifier> {
    const first = await genesisBlock(genesis);
    const headNumber = database?.headNumber() ?? null;
    if (database === null || headNumber === null) {
      database?.commitBlock(genesisCommit(first));
      const head = { header: first.header, hash: first.hash };
      return new ChainVerifier(
        genesis,
        first.hash,
        database,
        first.state,
        head,
        snapshotOf(genesis.validators),
      );
    }
    if (!equalBytes(database.block(0)!.hash, bytesOf(first.hash)))
      throw new Error(`the verified chain on disk does not begin with the genesis block ${first.hash}`);
    const record = database.block(headNumber)!;
    const header = decodedHeader(record.header);
    const state = ExecutionState.load(database);
    const root = hexOf(state.stateRoot());
    if (root !== header.stateRoot)
      throw new Error(
        `the state on disk has root ${root}, verified block ${headNumber} has ${header.stateRoot}`,
      );
    const snapshot = JSON.parse(database.note(SNAPSHOT) ?? 'null') ?? snapshotOf(genesis.validators);
    return new ChainVerifier(
      genesis,
      first.hash,
      database,
      state,
      { header, hash: hexOf(record.hash) },
      snapshot,
    );
  }

  get head(): { readonly header: BlockHeader; readonly hash: Hex } {
    return this.#head;
  }

  /** Who may seal the block after the head. @throws ValidatorContractError */
  async validators(): Promise<readonly Hex[]> {
    const contract = this.genesis.rules.validatorContract;
    return contract === null ? this.#snapshot.validators : this.#validatorsOf(contract);
  }

  /** Runs every stage. A refusal leaves no trace; a verified block waits for `apply`. */
  async verify(offered: OfferedBlock, clock: ClockReading | null): Promise<Verified | Refused> {
    // A verified block that nobody applied is forgotten.
    this.#state.drop();
    try {
      const result = await this.#stages(offered, clock);
      if (result.kind === 'refused') this.#state.drop();
      return result;
    } catch (error) {
      this.#state.drop();
      throw error;
    }
  }

  /** The verified block becomes our head, on disk first. */
  apply(verified: Verified): void {
    this.#database?.commitBlock(verified.commit);
    this.#state.accept();
    this.#head = { header: verified.header, hash: verified.block.hash };
    this.#snapshot = verified.snapshotNext;
    this.#hashes.set(verified.block.number, verified.block.hash);
    this.#hashes.delete(verified.block.number - HASHES_KEPT - 1);
  }

  /** A verified block as it was kept; null: not on disk. */
  stored(number: number): (StoredResults & { readonly header: Uint8Array }) | null {
    const record = number < 1 ? null : (this.#database?.block(number) ?? null);
    if (record === null) return null;
    return {
      ...(JSON.parse(Buffer.from(record.results).toString('utf8')) as StoredResults),
      header: record.header,
    };
  }

  async #stages(offered: OfferedBlock, clock: ClockReading | null): Promise<Verified | Refused> {
    const { header } = offered;
    const parent = this.#head;
    const results: StageResult[] = [];
    let startedMs = performance.now();
    const passed = (stage: ChainStage): void => {
      const nowMs = performance.now();
      results.push({ stage, passed: true, durationMs: nowMs - startedMs });
      startedMs = nowMs;
    };

    const link = linked(header, offered.claimedHash, { number: parent.header.number, hash: parent.hash });
    if ('code' in link) return refused('link', link);
    passed('link');

    const common = await this.#executor.commonAt(header.number, header.timestampS);
    const bodyBytes = offered.transactions.reduce(
      (sum, t) => sum + t.input.length / 2 + TRANSACTION_OVERHEAD_BYTES,
      0,
    );
    const rule = brokenRule(header, parent.header, this.genesis.rules, clock, bodyBytes);
    if (rule !== null) return refused('rules', rule);
    passed('rules');

    const validators = await this.validators().catch(contractFailure);
    if ('code' in validators) return refused('seals', validators);
    const seals = sealed(header, link.extra, validators, this.genesis.rules.validatorContract === null);
    if ('code' in seals) return refused('seals', seals);
    passed('seals');

    let transactions: ReturnType<typeof transactionOf>[];
    try {
      transactions = offered.transactions.map(t => transactionOf(t, common));
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      return refused('transaction-root', {
        code: 'malformed',
        expected: 'transactions of this chain',
        got: error.message,
      });
    }
    const serialised = transactions.map(t => t.serialize());
    const list = wrongTransactions(header, serialised);
    if (list !== null) return refused('transaction-root', list);
    passed('transaction-root');

    const run = await executed(this.#executor, header, transactions);
    if ('code' in run) return refused('execution', run);
    passed('execution');

    const gas = wrongGasUsed(header, run);
    if (gas !== null) return refused('gas-used', gas);
    passed('gas-used');

    const state = this.#state.seal();
    const root = wrongStateRoot(header, state.stateRoot);
    if (root !== null) return refused('state-root', root);
    passed('state-root');

    const receipts = wrongReceipts(header, run);
    if (receipts !== null) return refused('receipts-root', receipts);
    passed('receipts-root');

    const bloom = wrongBloom(header, run);
    if (bloom !== null) return refused('bloom', bloom);
    passed('bloom');

    const block = verifiedBlock(header, link.hash, link.extra, seals.sealers, run);
    const summary = summaryOf(block, header, validators, results);
    const snapshotNext = this.#snapshotAfter(header, link.extra);
    return {
      kind: 'verified',
      block,
      summary,
      header,
      snapshotNext,
      commit: {
        number: header.number,
        hash: bytesOf(link.hash),
        header: encodedHeader(header),
        body: RLP.encode(serialised),
        results: new Uint8Array(Buffer.from(JSON.stringify({ block, summary } satisfies StoredResults))),
        transactionHashes: run.map(e => bytesOf(e.hash)),
        ...state.changes,
        notes: { [SNAPSHOT]: JSON.stringify(snapshotNext) },
      },
    };
  }

  #snapshotAfter(header: BlockHeader, extra: QbftExtraData): ValidatorSnapshot {
    const { epochLength, validatorContract } = this.genesis.rules;
    if (validatorContract !== null) return this.#snapshot;
    return snapshotAfter(
      this.#snapshot,
      { number: header.number, proposer: header.coinbase, vote: extra.vote },
      epochLength,
    );
  }

  /** `getValidators()` on the state of the head, which is the parent of the block to be checked. */
  async #validatorsOf(contract: Hex): Promise<readonly Hex[]> {
    const call = {
      from: ZERO_ADDRESS,
      to: contract,
      data: GET_VALIDATORS,
      valueWei: 0n,
      gasLimit: VALIDATOR_CALL_GAS,
    };
    const { succeeded, returned } = await this.#executor.call(call, this.#head.header);
    const count = succeeded && returned.length >= 64 ? Number(integerOf(returned.subarray(32, 64))) : 0;
    if (count === 0 || returned.length < 64 + 32 * count)
      throw new ValidatorContractError(contract, this.#head.header.number);
    return Array.from({ length: count }, (_, at) =>
      hexOf(returned.subarray(76 + 32 * at, 96 + 32 * at)),
    ).sort();
  }
}

function verifiedBlock(
  header: BlockHeader,
  hash: Hex,
  extra: QbftExtraData,
  sealers: readonly Hex[],
  run: readonly ExecutedTransaction[],
): VerifiedBlock {
  let logIndex = 0;
  return {
    number: header.number,
    hash,
    parentHash: header.parentHash,
    timestampS: header.timestampS,
    proposer: header.coinbase,
    round: extra.round,
    sealers,
    gasUsed: Number(header.gasUsed),
    transactions: run.map(e => ({
      hash: e.hash,
      from: e.from,
      to: e.transaction.to === undefined ? null : hexOf(e.transaction.to.bytes),
      status: e.succeeded ? 'succeeded' : 'reverted',
    })),
    logs: run.flatMap(e =>
      e.logs.map(log => ({
        address: hexOf(log.address),
        topics: log.topics.map(hexOf),
        data: hexOf(log.data),
        transactionHash: e.hash,
        logIndex: logIndex++,
      })),
    ),
  };
}

function summaryOf(
  block: VerifiedBlock,
  header: BlockHeader,
  validators: readonly Hex[],
  stages: readonly StageResult[],
): BlockSummary {
  const { number, hash, timestampS, proposer, round, sealers, gasUsed } = block;
  const gasLimit = Number(header.gasLimit);
  const transactions = block.transactions.length;
  return {
    number,
    hash,
    timestampS,
    proposer,
    round,
    sealers,
    validators,
    gasUsed,
    gasLimit,
    transactions,
    stages,
  };
}

function genesisCommit(first: GenesisBlock): BlockCommit {
  return {
    number: 0,
    hash: bytesOf(first.hash),
    header: encodedHeader(first.header),
    body: RLP.encode([]),
    results: new Uint8Array(Buffer.from('null')),
    transactionHashes: [],
    ...first.changes,
    notes: {},
  };
}

function contractFailure(error: unknown): StageFailure {
  if (!(error instanceof ValidatorContractError)) throw error;
  return { code: 'validator-contract', expected: 'the list of validators', got: error.message };
}

function refused(stage: ChainStage, failure: StageFailure): Refused {
  return {
    kind: 'refused',
    stage,
    failure: { code: failure.code, expected: failure.expected, got: failure.got },
  };
}

const SNAPSHOT = 'validator-snapshot';
const HASHES_KEPT = 256;
const GET_VALIDATORS = bytesOf('0xb7ab4db5');
const VALIDATOR_CALL_GAS = 30_000_000n;
const TRANSACTION_OVERHEAD_BYTES = 200;
