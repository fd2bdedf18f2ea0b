/**
 * The market's contracts deployed in an in-process EVM: for tests and gas figures. Transactions need no signature, and time is
 * set by hand. Nothing of this is part of the console.
 */
import { type Block, createBlock } from '@ethereumjs/block';
import { Common, Hardfork, Mainnet } from '@ethereumjs/common';
import { createLegacyTx } from '@ethereumjs/tx';
import { createAddressFromString, type PrefixedHexString } from '@ethereumjs/util';
import { createVM, runTx, type VM } from '@ethereumjs/vm';
import { getBytes, hexlify, type LogDescription, type Result } from 'ethers';
import { deploymentAddresses, deploymentTransactions, type MarketAddresses, type MarketParameters } from '../deploy.ts';
import { EVM_CRYPTO } from '../../../main/chain/execution/crypto.ts';
import { ExecutionState } from '../../../main/chain/execution/state.ts';
import { type ContractName, contractNames, errorsInterface, interfaces } from '../generated/contracts.ts';

export interface Sent {
  /** Gas of the whole transaction, calldata included. */
  readonly gas: bigint;
  readonly result: Result;
  readonly events: readonly LogDescription[];
}

/** A call that the contracts refused, with the error's name and arguments. */
export class Refused extends Error {
  readonly errorName: string;

  constructor(call: string, data: string) {
    const error = data === '0x' ? null : errorsInterface.parseError(data);
    const errorName = error?.name ?? 'without reason';
    super(`${call} was refused: ${errorName}${error ? `(${error.args.map(String).join(', ')})` : ` ${data}`}`);
    this.name = 'Refused';
    this.errorName = errorName;
  }
}

const GAS_LIMIT = 1_000_000_000n;
const DEPLOYER = '0x00000000000000000000000000000000000000d1';

export class LocalMarket {
  /** Block time of the next transaction, Unix seconds. */
  nowS: bigint;
  readonly chainId = 1;
  readonly addresses: MarketAddresses;
  /** Every log so far, as a chain gives them. */
  readonly logs: { readonly address: string; readonly topics: readonly string[]; readonly data: string }[] = [];
  private readonly vm: VM;
  private readonly common: Common;
  private current: Block | null = null;

  private constructor(vm: VM, common: Common, nowS: bigint) {
    this.vm = vm;
    this.common = common;
    this.nowS = nowS;
    this.addresses = deploymentAddresses(DEPLOYER, 0);
  }

  static async deploy(parameters: MarketParameters, nowS: bigint): Promise<LocalMarket> {
    const common = new Common({ chain: Mainnet, hardfork: Hardfork.Cancun, customCrypto: EVM_CRYPTO });
    const market = new LocalMarket(await createVM({ common, stateManager: new ExecutionState() }), common, nowS);
    for (const step of deploymentTransactions(DEPLOYER, 0, parameters)) {
      await market.execute(`deployment of ${step.name}`, DEPLOYER, null, step.data);
    }
    return market;
  }

  /** Sends a call as `from`. Throws Refused when it reverts. */
  async send(contract: ContractName, from: string, method: string, ...args: readonly unknown[]): Promise<Sent> {
    const data = interfaces[contract].encodeFunctionData(method, args);
    const run = await this.execute(`${contract}.${method}`, from, this.addresses[contract], data);
    return {
      gas: run.gas,
      result: interfaces[contract].decodeFunctionResult(method, run.returned),
      events: run.logs.map(log => this.decode(log)),
    };
  }

  /** What a call as `from` would do, without doing it. Throws Refused when it would revert. */
  async attempt(contract: ContractName, from: string, method: string, ...args: readonly unknown[]): Promise<Sent> {
    await this.vm.stateManager.checkpoint();
    const logCount = this.logs.length;
    try {
      return await this.send(contract, from, method, ...args);
    } finally {
      await this.vm.stateManager.revert();
      this.logs.length = logCount;
    }
  }

  /** What a view answers now: cheaper than a transaction. Throws Refused when it reverts. */
  async read(contract: ContractName, method: string, ...args: readonly unknown[]): Promise<Result> {
    const run = await this.vm.evm.runCall({
      to: createAddressFromString(this.addresses[contract]),
      data: getBytes(interfaces[contract].encodeFunctionData(method, args)),
      block: this.block(),
      gasLimit: GAS_LIMIT,
      isStatic: true,
    });
    const returned = hexlify(run.execResult.returnValue);
    if (run.execResult.exceptionError) throw new Refused(`${contract}.${method}`, returned);
    return interfaces[contract].decodeFunctionResult(method, returned);
  }

  private async execute(call: string, from: string, to: string | null, data: string) {
    const transaction = createLegacyTx(
      {
        gasLimit: GAS_LIMIT,
        gasPrice: 0n,
        data: data as PrefixedHexString,
        ...(to ? { to: createAddressFromString(to) } : {}),
      },
      { common: this.common, freeze: false },
    );
    const sender = createAddressFromString(from);
    transaction.getSenderAddress = () => sender;
    const account = await this.vm.stateManager.getAccount(sender);
    // The nonce decides the address of a created contract: it must be the account's.
    Object.assign(transaction, { nonce: account?.nonce ?? 0n });
    const run = await runTx(this.vm, { tx: transaction, block: this.block(), skipBalance: true, skipHardForkValidation: true });
    const returned = hexlify(run.execResult.returnValue);
    if (run.execResult.exceptionError) {
      throw new Refused(`${call} (${run.execResult.exceptionError.error})`, returned);
    }
    for (const [address, topics, data] of run.execResult.logs ?? [])
      this.logs.push({ address: hexlify(address), topics: topics.map(t => hexlify(t)), data: hexlify(data) });
    return { gas: run.totalGasSpent, returned, logs: run.execResult.logs ?? [] };
  }

  private block(): Block {
    if (this.current?.header.timestamp !== this.nowS) {
      const header = { number: 1n, timestamp: this.nowS, gasLimit: GAS_LIMIT, baseFeePerGas: 0n };
      this.current = createBlock({ header }, { common: this.common });
    }
    return this.current;
  }

  private decode([address, topics, data]: [Uint8Array, Uint8Array[], Uint8Array]): LogDescription {
    const at = hexlify(address);
    const name = contractNames.find(contract => this.addresses[contract].toLowerCase() === at);
    const event = name && interfaces[name].parseLog({ topics: topics.map(t => hexlify(t)), data: hexlify(data) });
    if (!event) throw new Error(`A log of ${at} is of no known contract`);
    return event;
  }
}
