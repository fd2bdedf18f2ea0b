/**
 * Signs commands and brings them onto the chain: recorded before sent, sent again as the same bytes, believed only
 * when seen in a verified block. One signer, one queue, one nonce after the other.
 */
import { computeAddress, Interface, type SigningKey, Transaction } from 'ethers';
import { z } from 'zod';
import type { Hex, VerifiedBlock } from '../follower.ts';
import { EndpointError, RpcClient } from '../source/rpc-client.ts';
import type { ChainAction, ChainIntent, IntentLog, IntentRecord, SubmitAnswer } from './intent.ts';

export interface SenderOptions {
  readonly endpoint: string;
  readonly chainId: number;
  readonly key: SigningKey;
  readonly actions: Readonly<Record<string, ChainAction>>;
  readonly log: IntentLog;
  /** Verified blocks, in order. */
  readonly blocks: { onBlock(handler: (block: VerifiedBlock) => void): () => void };
  /** Locked: the chain is not verified, or policy says so; then nothing is signed or sent. */
  readonly interlock: () => { readonly locked: boolean; readonly reason: string };
  readonly marketNowMs: () => number;
  readonly resendMs?: number;
  readonly onChange?: (record: IntentRecord) => void;
}

export interface Sender {
  readonly address: Hex;
  /** The same id again gives the record of the first time. */
  submit(intent: ChainIntent): Promise<SubmitAnswer>;
  close(): Promise<void>;
}

export function startSender(options: SenderOptions): Sender {
  return new QueuedSender(options);
}

class QueuedSender implements Sender {
  readonly address: Hex;
  readonly #options: SenderOptions;
  readonly #client: RpcClient;
  readonly #interfaces: ReadonlyMap<string, Interface>;
  readonly #stopBlocks: () => void;
  readonly #timer: NodeJS.Timeout;
  /** Transactions that only use up the nonce of an expired command, by their hash. */
  readonly #fillers = new Map<Hex, string>();
  #turn: Promise<unknown> = Promise.resolve();
  /** Market time of the newest verified block, ms. */
  #seenUpToMs = 0;
  #closed = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#client = new RpcClient(options.endpoint);
    this.address = ethersAddress(options.key);
    this.#interfaces = new Map(
      Object.entries(options.actions).map(([kind, action]) => [
        kind,
        new Interface([action.function, ...action.errors]),
      ]),
    );
    // Signing is deterministic, so a filler sent before a restart is known again.
    for (const record of options.log.open()) this.#fillers.set(this.#filler(record).hash, record.id);
    this.#stopBlocks = options.blocks.onBlock(block => this.#seen(block));
    this.#timer = setInterval(() => void this.#inTurn(() => this.#sendOpen()), options.resendMs ?? RESEND_MS);
  }

  submit(intent: ChainIntent): Promise<SubmitAnswer> {
    return this.#inTurn(() => this.#submit(intent));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#stopBlocks();
    await this.#turn.catch(() => {});
  }

  async #submit(intent: ChainIntent): Promise<SubmitAnswer> {
    const { log } = this.#options;
    const known = log.byId(intent.id);
    if (known !== null) return { answer: 'accepted', record: known };
    const obstacle = this.#obstacle(intent);
    if (obstacle !== null) return refused(obstacle);
    if (log.open().length >= OPEN_MAX)
      return refused(`${OPEN_MAX} commands are on their way; wait for the chain`);
    const contract = this.#interfaces.get(intent.kind)!;
    const { contract: to } = this.#options.actions[intent.kind]!;
    let data: Hex;
    try {
      data = contract.encodeFunctionData(functionOf(contract), [...intent.args]) as Hex;
    } catch (error) {
      return refused(`${intent.kind}: arguments do not fit ${functionOf(contract)}: ${shortMessage(error)}`);
    }
    try {
      const gasLimit = await this.#gasFor(to, data);
      const nonce = await this.#nextNonce();
      // The world may have changed while we asked.
      const late = this.#obstacle(intent);
      if (late !== null) return refused(late);
      const record = this.#signed(intent, { to, data, gasLimit, nonce });
      log.save(record);
      this.#options.onChange?.(record);
      await this.#send(record);
      return { answer: 'accepted', record: log.byId(intent.id) ?? record };
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      return refused(revertReason(contract, error));
    }
  }

  #obstacle(intent: ChainIntent): string | null {
    if (this.#closed) return 'the sender is closed';
    const { locked, reason } = this.#options.interlock();
    if (locked) return `interlock: ${reason}`;
    if (!this.#interfaces.has(intent.kind)) return `${intent.kind} is not a command of this console`;
    return this.#options.marketNowMs() >= intent.expiresAtMs ? 'expired before it was signed' : null;
  }

  /** Estimated at the head, with room for a state that changes before it is included. */
  async #gasFor(to: Hex, data: Hex): Promise<bigint> {
    const estimate = await this.#client.ask('eth_estimateGas', [{ from: this.address, to, data }], quantity);
    const withRoom = (estimate * 13n) / 10n;
    return withRoom > GAS_MAX ? GAS_MAX : withRoom;
  }

  /** After everything recorded here, and after everything the chain has seen (a lost record must not reuse a nonce). */
  async #nextNonce(): Promise<number> {
    const onChain = await this.#client.ask('eth_getTransactionCount', [this.address, 'pending'], quantity);
    return Math.max(Number(onChain), (this.#options.log.highestNonce() ?? -1) + 1);
  }

  #signed(intent: ChainIntent, call: Call): IntentRecord {
    const { rawTransaction, hash } = this.#sign(call);
    const { id, kind, expiresAtMs } = intent;
    const { nonce } = call;
    return {
      id,
      kind,
      expiresAtMs,
      nonce,
      rawTransaction,
      hash,
      state: 'saved',
      blockNumber: null,
      reason: null,
    };
  }

  #sign(call: Call): { readonly rawTransaction: Hex; readonly hash: Hex } {
    const { chainId, key } = this.#options;
    const transaction = Transaction.from({
      type: 2,
      chainId,
      ...call,
      maxFeePerGas: 0n,
      maxPriorityFeePerGas: 0n,
    });
    transaction.signature = key.sign(transaction.unsignedHash);
    return { rawTransaction: transaction.serialized as Hex, hash: transaction.hash as Hex };
  }

  /** The same bytes, as often as needed: an endpoint that knows them says so. */
  async #send(record: IntentRecord): Promise<void> {
    try {
      await this.#client.ask('eth_sendRawTransaction', [record.rawTransaction], z.string());
      this.#update(record, { state: 'sent', blockNumber: null, reason: null });
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      if (/already known|known transaction/i.test(error.message)) {
        if (record.state === 'saved')
          this.#update(record, { state: 'sent', blockNumber: null, reason: null });
      } else this.#update(record, { state: record.state, blockNumber: null, reason: error.message });
    }
  }

  async #sendOpen(): Promise<void> {
    if (this.#closed || this.#options.interlock().locked) return;
    for (const record of this.#options.log.open()) {
      if (record.state === 'included') continue;
      if (this.#options.marketNowMs() < record.expiresAtMs) await this.#send(record);
      else await this.#fillNonce(record);
    }
  }

  /** A command that came too late leaves no gap: an empty transaction to ourselves takes its nonce, unless it is in a block already. */
  async #fillNonce(record: IntentRecord): Promise<void> {
    const filler = this.#filler(record);
    this.#fillers.set(filler.hash, record.id);
    try {
      await this.#client.ask('eth_sendRawTransaction', [filler.rawTransaction], z.string());
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      // Refused while the command itself still waits: then it wins, and a block will tell. A used nonce that no
      // verified block explains long after the gate was used by somebody else with this key.
      if (/nonce too low/i.test(error.message) && this.#seenUpToMs > record.expiresAtMs + UNEXPLAINED_MS)
        this.#update(record, {
          state: 'expired',
          blockNumber: null,
          reason: 'its nonce was used by another transaction of this key',
        });
    }
  }

  #filler(record: IntentRecord): { readonly rawTransaction: Hex; readonly hash: Hex } {
    return this.#sign({ to: this.address, data: '0x', gasLimit: 21_000n, nonce: record.nonce });
  }

  #seen(block: VerifiedBlock): void {
    this.#seenUpToMs = block.timestampS * 1000;
    const open = this.#options.log.open();
    for (const record of open) {
      if (record.state === 'included' && record.blockNumber !== null && record.blockNumber < block.number)
        this.#update(record, { state: 'final', blockNumber: record.blockNumber, reason: null });
    }
    for (const transaction of block.transactions) {
      if (transaction.from !== this.address) continue;
      const filled = this.#fillers.get(transaction.hash);
      const record = open.find(r => r.hash === transaction.hash || r.id === filled);
      if (record === undefined || record.state === 'included') continue;
      const blockNumber = block.number;
      if (filled !== undefined)
        this.#update(record, {
          state: 'expired',
          blockNumber: null,
          reason: 'not in a block before its gate',
        });
      else if (transaction.status === 'succeeded')
        this.#update(record, { state: 'included', blockNumber, reason: null });
      else
        this.#update(record, {
          state: 'reverted',
          blockNumber,
          reason: 'the contract refused it when it was executed',
        });
    }
  }

  #update(record: IntentRecord, change: Pick<IntentRecord, 'state' | 'blockNumber' | 'reason'>): void {
    this.#options.log.update(record.id, change);
    this.#options.onChange?.({ ...record, ...change });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }
}

interface Call {
  readonly to: Hex;
  readonly data: Hex;
  readonly gasLimit: bigint;
  readonly nonce: number;
}

function refused(reason: string): SubmitAnswer {
  return { answer: 'refused', reason };
}

function functionOf(contract: Interface): string {
  let name = '';
  contract.forEachFunction(fragment => {
    name = fragment.format('sighash');
  });
  return name;
}

/** The contract's own error by name, when the endpoint gave its data. */
function revertReason(contract: Interface, error: EndpointError): string {
  if (typeof error.rpcData === 'string' && /^0x([0-9a-f]{2})*$/i.test(error.rpcData)) {
    const parsed = contract.parseError(error.rpcData);
    if (parsed !== null)
      return `the contract refuses it: ${parsed.name}(${parsed.args.map(String).join(', ')})`;
  }
  return error.message;
}

function shortMessage(error: unknown): string {
  return error instanceof Error
    ? ((error as { shortMessage?: string }).shortMessage ?? error.message)
    : String(error);
}

function ethersAddress(key: SigningKey): Hex {
  return computeAddress(key.publicKey).toLowerCase() as Hex;
}

const quantity = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,16}$/, 'is not a quantity')
  .transform(text => BigInt(text));
const RESEND_MS = 3_000;
const GAS_MAX = 16_000_000n; // the cap of one transaction from Osaka on
const OPEN_MAX = 500;
const UNEXPLAINED_MS = 60_000; // of market time
