/**
 * Runs transactions of a block on the state, one by one. The block builder and the validator use the same
 * loop: `open`, `run` for each transaction, `close`; then the state is sealed, accepted or dropped.
 */
import { type Block, createBlock } from '@ethereumjs/block';
import { type Common, createCustomCommon, Mainnet } from '@ethereumjs/common';
import { RLP } from '@ethereumjs/rlp';
import { createLegacyTx, type TypedTransaction } from '@ethereumjs/tx';
import { createAddressFromString } from '@ethereumjs/util';
import { createVM, runTx, type VM } from '@ethereumjs/vm';
import type { Hex } from '../follower.ts';
import { type ChainRules, type Fork, forkAt } from '../qbft/genesis.ts';
import type { BlockHeader } from '../qbft/header.ts';
import { bytesOf, concatenated, hexOf, scalarBytes } from './bytes.ts';
import { EVM_CRYPTO, keccak } from './crypto.ts';
import type { ExecutionState } from './state.ts';

/** The fields of a header that a running transaction can see. */
export type BlockEnvironment = Pick<
  BlockHeader,
  'number' | 'timestampS' | 'gasLimit' | 'coinbase' | 'difficulty' | 'mixHash' | 'baseFeePerGas'
>;

export interface ExecutedLog {
  readonly address: Uint8Array;
  readonly topics: readonly Uint8Array[];
  readonly data: Uint8Array;
}

export interface ExecutedTransaction {
  readonly transaction: TypedTransaction;
  readonly hash: Hex;
  readonly from: Hex;
  readonly succeeded: boolean;
  readonly gasUsed: bigint;
  readonly cumulativeGasUsed: bigint;
  readonly bloom: Uint8Array;
  readonly logs: readonly ExecutedLog[];
  readonly createdContract: Hex | null;
  readonly effectiveGasPriceWei: bigint;
}

export interface CallOutcome {
  readonly succeeded: boolean;
  readonly returned: Uint8Array;
  readonly gasUsed: bigint;
  readonly error: string | null;
}

export interface Call {
  readonly from: Hex;
  readonly to: Hex | null;
  readonly data: Uint8Array;
  readonly valueWei: bigint;
  readonly gasLimit: bigint;
}

interface OpenBlock {
  readonly environment: BlockEnvironment;
  readonly view: Block;
  readonly vm: VM;
  gasUsed: bigint;
}

export class Executor {
  readonly #state: ExecutionState;
  readonly #rules: ChainRules;
  readonly #blockHash: (number: number) => Hex | null;
  readonly #machines = new Map<Fork, { common: Common; vm: VM }>();
  #open: OpenBlock | null = null;

  /** @param blockHash on-chain hash of an earlier block, for the BLOCKHASH instruction */
  constructor(state: ExecutionState, rules: ChainRules, blockHash: (number: number) => Hex | null) {
    this.#state = state;
    this.#rules = rules;
    this.#blockHash = blockHash;
  }

  /** The rule set under which transactions of this block are read. */
  async commonAt(blockNumber: number, timestampS: number): Promise<Common> {
    return (await this.#machine(forkAt(this.#rules, blockNumber, timestampS))).common;
  }

  async open(environment: BlockEnvironment): Promise<void> {
    const { common, vm } = await this.#machine(
      forkAt(this.#rules, environment.number, environment.timestampS),
    );
    this.#open = { environment, view: viewOf(environment, common, this.#rules), vm, gasUsed: 0n };
  }

  /**
   * @throws Error when the transaction must not stand in a block: nonce, balance, gas, signature, fork.
   *   The state is then as before it.
   */
  async run(transaction: TypedTransaction): Promise<ExecutedTransaction> {
    const open = this.#opened();
    if (open.gasUsed + transaction.gasLimit > open.environment.gasLimit)
      throw new Error(
        `transaction gas limit ${transaction.gasLimit} is above the ${open.environment.gasLimit - open.gasUsed} left in the block`,
      );
    await this.#state.checkpoint();
    let result: Awaited<ReturnType<typeof runTx>>;
    try {
      result = await runTx(open.vm, { tx: transaction, block: open.view, blockGasUsed: open.gasUsed });
    } catch (error) {
      await this.#state.revert();
      await open.vm.evm.journal.cleanup();
      this.#state.originalStorageCache.clear();
      throw error;
    }
    await this.#state.commit();
    open.gasUsed += result.totalGasSpent;
    const created = result.createdAddress;
    return {
      transaction,
      hash: hexOf(transaction.hash()),
      from: hexOf(transaction.getSenderAddress().bytes),
      succeeded: result.execResult.exceptionError === undefined,
      gasUsed: result.totalGasSpent,
      cumulativeGasUsed: open.gasUsed,
      bloom: result.bloom.bitvector,
      logs: (result.execResult.logs ?? []).map(([address, topics, data]) => ({ address, topics, data })),
      createdContract: created === undefined ? null : hexOf(created.bytes),
      effectiveGasPriceWei: result.totalGasSpent === 0n ? 0n : result.amountSpent / result.totalGasSpent,
    };
  }

  get gasUsed(): bigint {
    return this.#opened().gasUsed;
  }

  /** Pays the block reward. The state can now be sealed. */
  async close(): Promise<void> {
    const { environment } = this.#opened();
    this.#open = null;
    if (this.#rules.blockRewardWei === 0n) return;
    const beneficiary = createAddressFromString(this.#rules.beneficiary ?? environment.coinbase);
    const account = await this.#state.getAccount(beneficiary);
    await this.#state.modifyAccountFields(beneficiary, {
      balance: (account?.balance ?? 0n) + this.#rules.blockRewardWei,
    });
  }

  /** Runs a message on the state as it is and undoes it. */
  async call(call: Call, environment: BlockEnvironment): Promise<CallOutcome> {
    const { common, vm } = await this.#machine(
      forkAt(this.#rules, environment.number, environment.timestampS),
    );
    await this.#state.checkpoint();
    try {
      const { execResult } = await vm.evm.runCall({
        block: viewOf(environment, common, this.#rules),
        caller: createAddressFromString(call.from),
        origin: createAddressFromString(call.from),
        ...(call.to === null ? {} : { to: createAddressFromString(call.to) }),
        data: call.data,
        value: call.valueWei,
        gasLimit: call.gasLimit,
        gasPrice: 0n,
        skipBalance: false,
      });
      return {
        succeeded: execResult.exceptionError === undefined,
        returned: execResult.returnValue,
        gasUsed: execResult.executionGasUsed,
        error: execResult.exceptionError?.error ?? null,
      };
    } finally {
      await vm.evm.journal.cleanup();
      this.#state.originalStorageCache.clear();
      await this.#state.revert();
    }
  }

  /** Runs a call as an unsigned transaction, intrinsic gas and refund included, and undoes it. */
  async trial(call: Call, environment: BlockEnvironment): Promise<CallOutcome> {
    const { common, vm } = await this.#machine(
      forkAt(this.#rules, environment.number, environment.timestampS),
    );
    const to = call.to === null ? {} : { to: createAddressFromString(call.to) };
    const transaction = createLegacyTx(
      {
        ...to,
        data: call.data,
        value: call.valueWei,
        gasLimit: call.gasLimit,
        gasPrice: environment.baseFeePerGas ?? 0n,
      },
      { common, freeze: false },
    );
    const sender = createAddressFromString(call.from);
    transaction.getSenderAddress = () => sender;
    await this.#state.checkpoint();
    try {
      const view = viewOf(environment, common, this.#rules);
      const free = environment.baseFeePerGas === null || environment.baseFeePerGas === 0n;
      const result = await runTx(vm, { tx: transaction, block: view, skipNonce: true, skipBalance: !free });
      return {
        succeeded: result.execResult.exceptionError === undefined,
        returned: result.execResult.returnValue,
        gasUsed: result.totalGasSpent,
        error: result.execResult.exceptionError?.error ?? null,
      };
    } finally {
      await vm.evm.journal.cleanup();
      this.#state.originalStorageCache.clear();
      await this.#state.revert();
    }
  }

  #opened(): OpenBlock {
    if (this.#open === null) throw new Error('no block is open');
    return this.#open;
  }

  async #machine(fork: Fork): Promise<{ common: Common; vm: VM }> {
    const held = this.#machines.get(fork);
    if (held !== undefined) return held;
    const common = createCustomCommon({ chainId: this.#rules.chainId, name: 'consortium' }, Mainnet, {
      hardfork: fork,
      customCrypto: EVM_CRYPTO,
    });
    const blockchain = {
      getBlock: async (number: number) => {
        const hash = this.#blockHash(Number(number));
        if (hash === null) throw new Error(`block ${number} is not known here`);
        return { hash: () => bytesOf(hash) };
      },
      putBlock: async () => {},
      shallowCopy() {
        return this;
      },
    };
    const vm = await createVM({ common, stateManager: this.#state, blockchain });
    const machine = { common, vm };
    this.#machines.set(fork, machine);
    return machine;
  }
}

/** Receipt as it enters the receipts root: type byte, then RLP of [status, cumulative gas, bloom, logs]. */
export function encodedReceipt(executed: ExecutedTransaction): Uint8Array {
  const body = RLP.encode([
    executed.succeeded ? ONE : NONE,
    scalarBytes(executed.cumulativeGasUsed),
    executed.bloom,
    executed.logs.map(log => [log.address, [...log.topics], log.data]),
  ]);
  const type = executed.transaction.type;
  return type === 0 ? body : concatenated([new Uint8Array([type]), body]);
}

/** Bits of every address and topic, 2048 wide (Yellow Paper 4.3.1). */
export function bloomOf(logs: readonly ExecutedLog[]): Uint8Array {
  const bloom = new Uint8Array(256);
  for (const log of logs) for (const item of [log.address, ...log.topics]) addToBloom(bloom, item);
  return bloom;
}

/** Could a block with this bloom hold a log with this address or topic? */
export function bloomHolds(bloom: Uint8Array, item: Uint8Array): boolean {
  const probe = new Uint8Array(256);
  addToBloom(probe, item);
  return probe.every((bits, at) => (bits & bloom[at]!) === bits);
}

function addToBloom(bloom: Uint8Array, item: Uint8Array): void {
  const hash = keccak(item);
  for (const pair of [0, 2, 4]) {
    const bit = ((hash[pair]! << 8) | hash[pair + 1]!) & 2047;
    bloom[255 - (bit >> 3)]! |= 1 << (bit & 7);
  }
}

/** The block as the EVM library sees it: it would refuse difficulty 1 after the merge, and needs a beacon root at Cancun. */
function viewOf(environment: BlockEnvironment, common: Common, rules: ChainRules): Block {
  return createBlock(
    {
      header: {
        number: environment.number,
        timestamp: environment.timestampS,
        gasLimit: environment.gasLimit,
        coinbase: rules.beneficiary ?? environment.coinbase,
        mixHash: environment.mixHash,
        ...(environment.baseFeePerGas === null ? {} : { baseFeePerGas: environment.baseFeePerGas }),
        ...(common.gteHardfork('paris') ? {} : { difficulty: environment.difficulty }),
      },
    },
    { common, setHardfork: false, skipConsensusFormatValidation: true },
  );
}

const ONE = new Uint8Array([1]);
const NONE = new Uint8Array(0);
