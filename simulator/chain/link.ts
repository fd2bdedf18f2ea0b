/** The world's only way to the chain: follows blocks and sends signed transactions over JSON-RPC, with bounded retries. */
import { JsonRpcProvider, keccak256, type Wallet, WebSocketProvider } from 'ethers';
import { errorsInterface } from '../../contracts/bindings/index.ts';
import type { ChainLog } from '../market/book.ts';

export interface NewBlock {
  readonly number: number;
  readonly timestampS: number;
  readonly logs: readonly ChainLog[];
}

export interface Receipt {
  readonly blockNumber: number;
  readonly logs: readonly ChainLog[];
}

/** Refused by the contract, never included, or the chain gone. The message says which and what it was for. */
export class ChainError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ChainError';
  }
}

export interface ChainLink {
  /**
   * Reads blocks that came since; to be called again and again.
   * @returns true when the newest block is known
   * @throws ChainError when the chain stays away
   */
  follow(): Promise<boolean>;
  /** Signs and sends; resolves when the transaction stands in a block and succeeded. @throws ChainError */
  submit(sender: Wallet, to: string, data: string, gasLimit: number, purpose: string): Promise<Receipt>;
  call(to: string, data: string): Promise<string>;
  close(): void;
}

interface Waiting {
  readonly sentAtBlock: number;
  resolve(receipt: RpcReceipt): void;
  reject(error: ChainError): void;
}

interface RpcReceipt {
  readonly transactionHash: string;
  readonly status: string;
  readonly logs: readonly ChainLog[];
}

interface RpcLog extends ChainLog {
  readonly blockNumber: string;
}

interface RpcBlock {
  readonly timestamp: string;
  readonly transactions: readonly string[];
}

interface Account {
  /** Next nonce; null when it has to be asked. */
  nonce: number | null;
  tail: Promise<unknown>;
}

/** Contracts whose events the world follows. */
export interface Followed {
  /** What they said once holds for good: read from the first block on. */
  readonly lasting: readonly string[];
  /** All, the lasting ones among them: of these the last HISTORY_S of the chain's time count. */
  readonly all: readonly string[];
}

/** @param onBlock blocks in their order; of those before the newest at the first `follow` only the ones that concern `followed` */
export function chainLink(
  url: string,
  chainId: number,
  followed: Followed,
  onBlock: (block: NewBlock) => void,
): ChainLink {
  let provider = connect(url, chainId);
  let head = -1;
  let failures = 0;
  let retryAtMs = 0;
  const waiting = new Map<string, Waiting>();
  const accounts = new Map<string, Account>();

  const send = <T>(method: string, params: readonly unknown[]): Promise<T> =>
    withTimeout(provider.send(method, [...params]), method);

  const blockAt = (number: number): Promise<RpcBlock> =>
    send('eth_getBlockByNumber', [quantity(number), false]);

  const readBlock = async (number: number): Promise<void> => {
    const block = await blockAt(number);
    const receipts =
      block.transactions.length === 0
        ? []
        : await send<RpcReceipt[]>('eth_getBlockReceipts', [quantity(number)]);
    head = number;
    onBlock({ number, timestampS: Number(block.timestamp), logs: receipts.flatMap(r => r.logs) });
    for (const receipt of receipts) {
      const who = waiting.get(receipt.transactionHash);
      waiting.delete(receipt.transactionHash);
      who?.resolve(receipt);
    }
    for (const [hash, who] of waiting)
      if (number - who.sentAtBlock > INCLUSION_BLOCKS_MAX) {
        waiting.delete(hash);
        who.reject(new ChainError(`not in a block after ${INCLUSION_BLOCKS_MAX} blocks`));
      }
  };

  const logsIn = async (address: readonly string[], from: number, to: number): Promise<RpcLog[]> => {
    if (to - from < LOG_BLOCKS_MAX) {
      const query = { address, fromBlock: quantity(from), toBlock: quantity(to) };
      try {
        return await send<RpcLog[]>('eth_getLogs', [query]);
      } catch (error) {
        if (from === to) throw error;
        // More than one answer may hold, if it is not the chain that fails: then so do the halves.
      }
    }
    const middle = (from + to) >> 1;
    return [...(await logsIn(address, from, middle)), ...(await logsIn(address, middle + 1, to))];
  };

  /** What a world that starts on an old chain has to know. */
  const readPast = async (newest: number): Promise<void> => {
    const newestS = Number((await blockAt(newest)).timestamp);
    let [low, high] = [0, newest];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Number((await blockAt(middle)).timestamp) < newestS - HISTORY_S) low = middle + 1;
      else high = middle;
    }
    const lasting = low === 0 ? [] : await logsIn(followed.lasting, 0, low - 1);
    const logs = [...lasting, ...(await logsIn(followed.all, low, newest))];
    for (const [block, own] of Map.groupBy(logs, log => Number(log.blockNumber)))
      onBlock({ number: block, timestampS: Number((await blockAt(block)).timestamp), logs: own });
    // The clock runs from here, whether or not the block concerns anybody.
    onBlock({ number: newest, timestampS: newestS, logs: [] });
    head = newest;
  };

  const sendNext = async (
    sender: Wallet,
    account: Account,
    unsigned: { to: string; data: string; gasLimit: number },
  ): Promise<Promise<RpcReceipt>> => {
    for (let attempt = 1; ; attempt++) {
      account.nonce ??= Number(await send<string>('eth_getTransactionCount', [sender.address, 'pending']));
      const gasPrice = BigInt(await send<string>('eth_gasPrice', []));
      const raw = await sender.signTransaction({
        ...unsigned,
        type: 0,
        chainId,
        gasPrice,
        nonce: account.nonce,
      });
      const hash = keccak256(raw);
      const included = new Promise<RpcReceipt>((resolve, reject) => {
        waiting.set(hash, { sentAtBlock: head, resolve, reject });
      });
      // Whoever awaits it may come later than the answer.
      included.catch(() => {});
      try {
        await send('eth_sendRawTransaction', [raw]);
        account.nonce += 1;
        return included;
      } catch (error) {
        waiting.delete(hash);
        account.nonce = null;
        if (attempt === SEND_ATTEMPTS_MAX) throw error;
        await pause(RETRY_MS);
      }
    }
  };

  return {
    follow: async () => {
      if (performance.now() < retryAtMs) return false;
      try {
        const newest = Number(await send<string>('eth_blockNumber', []));
        if (head < 0) await readPast(newest);
        const last = Math.min(newest, head + BLOCKS_PER_TURN_MAX);
        while (head < last) await readBlock(head + 1);
        failures = 0;
        return head === newest;
      } catch (error) {
        failures += 1;
        if (failures >= FAILURES_MAX)
          throw new ChainError(`${url} did not answer ${failures} times in a row`, { cause: error });
        retryAtMs = performance.now() + Math.min(RETRY_MS * 2 ** failures, RETRY_MS_MAX);
        provider.destroy();
        provider = connect(url, chainId);
        return false;
      }
    },
    submit: async (sender, to, data, gasLimit, purpose) => {
      const account = accounts.get(sender.address) ?? { nonce: null, tail: Promise.resolve() };
      accounts.set(sender.address, account);
      const turn = account.tail.then(() => sendNext(sender, account, { to, data, gasLimit }));
      account.tail = turn.catch(() => {});
      const receipt = await turn
        .then(
          included => included,
          error => {
            throw new ChainError(`${purpose}: ${messageOf(error)}`, { cause: error });
          },
        )
        .catch(error => {
          account.nonce = null;
          throw error instanceof ChainError ? error : new ChainError(`${purpose}: ${messageOf(error)}`);
        });
      if (receipt.status !== '0x1')
        throw new ChainError(`${purpose}: reverted, ${await reasonOf(send, sender.address, to, data)}`);
      return { blockNumber: head, logs: receipt.logs };
    },
    call: (to, data) => send<string>('eth_call', [{ to, data }, 'latest']),
    close: () => {
      for (const who of waiting.values()) who.reject(new ChainError('the simulated world ends'));
      waiting.clear();
      provider.destroy();
    },
  };
}

function connect(url: string, chainId: number): JsonRpcProvider | WebSocketProvider {
  if (!url.startsWith('ws'))
    return new JsonRpcProvider(url, chainId, { staticNetwork: true, batchMaxCount: 1 });
  const provider = new WebSocketProvider(url, chainId, { staticNetwork: true });
  // A broken socket shows as a request that fails; without a listener it would end the process.
  const socket = provider.websocket as { onerror: ((event: unknown) => void) | null };
  socket.onerror = () => {};
  return provider;
}

/** Why the contract refuses the same call now: the receipt does not say. */
async function reasonOf(
  send: (method: string, params: readonly unknown[]) => Promise<unknown>,
  from: string,
  to: string,
  data: string,
): Promise<string> {
  try {
    await send('eth_call', [{ from, to, data }, 'latest']);
    return 'but would pass by now';
  } catch (error) {
    const revert = (error as { data?: unknown }).data;
    const known = typeof revert === 'string' ? errorsInterface.parseError(revert) : null;
    return known === null ? messageOf(error) : `${known.name}(${known.args.join(', ')})`;
  }
}

async function withTimeout<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ChainError(`${what}: no answer in ${REQUEST_MS_MAX} ms`)),
      REQUEST_MS_MAX,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = (error as { error?: { message?: string } }).error?.message;
  return inner ?? (error as { shortMessage?: string }).shortMessage ?? error.message;
}

const quantity = (number: number): string => `0x${number.toString(16)}`;

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** From the first offer for an interval, three hours before it, to the last moment its nets may be given, four hours after. */
const HISTORY_S = 8 * 3600;
/** Most that one query may ask of the console's node. */
const LOG_BLOCKS_MAX = 10_000;
const BLOCKS_PER_TURN_MAX = 200;
const INCLUSION_BLOCKS_MAX = 40;
const SEND_ATTEMPTS_MAX = 4;
const RETRY_MS = 250;
const RETRY_MS_MAX = 5000;
/** About five minutes without an answer. */
const FAILURES_MAX = 60;
const REQUEST_MS_MAX = 20_000;
