/** One endpoint with everything we know about it: whether it answers, how far it is, and what it said that was wrong. */
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { EndpointLie, EndpointStatus, Hex } from '../follower.ts';
import { OFFERED_BLOCK, OFFERED_HEADER, type OfferedBlock } from './block-shape.ts';
import { EndpointError, RpcClient, type RpcLimits } from './rpc-client.ts';

export interface EndpointOptions {
  readonly limits: RpcLimits;
  readonly realNowMs: () => number;
  /** Called when the endpoint says that there is something new; not believed, only asked after. */
  readonly onNews: () => void;
}

export class Endpoint {
  readonly url: string;
  readonly #client: RpcClient;
  readonly #options: EndpointOptions;
  readonly #lies: EndpointLie[] = [];
  #socket: WebSocket | null = null;
  #reconnect: NodeJS.Timeout | undefined;
  #closed = false;
  #connected = false;
  #head: number | null = null;
  #lastError: string | null = null;
  #checkedChain: Hex | null = null;

  /** @param wsUrl null: polling only */
  constructor(url: string, wsUrl: string | null, options: EndpointOptions) {
    this.url = url;
    this.#client = new RpcClient(url, options.limits);
    this.#options = options;
    if (wsUrl !== null) this.#listen(wsUrl, RECONNECT_FIRST_MS);
  }

  get head(): number | null {
    return this.#connected ? this.#head : null;
  }

  status(highest: number | null): EndpointStatus {
    return {
      url: this.url,
      connected: this.#connected,
      head: this.#head,
      lagBlocks: this.#head === null || highest === null ? null : highest - this.#head,
      lies: [...this.#lies],
      lastError: this.#lastError,
      latencyMs: this.#client.latencyMs,
    };
  }

  /** Asks how far the endpoint is. The first time also which chain it serves; another chain is a lie and no head. */
  async refresh(chainId: number, genesisHash: Hex): Promise<void> {
    try {
      if (this.#checkedChain !== genesisHash && !(await this.#servesChain(chainId, genesisHash))) return;
      this.#head = await this.#client.ask('eth_blockNumber', [], blockNumber);
      this.#connected = true;
      this.#lastError = null;
    } catch (error) {
      this.#failed(error);
    }
  }

  /** null: it does not have the block or did not answer; then `status().lastError` says why. */
  async block(number: number): Promise<OfferedBlock | null> {
    try {
      const block = await this.#client.ask(
        'eth_getBlockByNumber',
        [`0x${number.toString(16)}`, true],
        OFFERED_BLOCK,
      );
      if (block !== null && block.header.number !== number) {
        this.lied('block number', number, String(number), String(block.header.number));
        return null;
      }
      return block;
    } catch (error) {
      this.#failed(error);
      return null;
    }
  }

  async header(number: number): Promise<z.infer<typeof OFFERED_HEADER>> {
    try {
      return await this.#client.ask(
        'eth_getBlockByNumber',
        [`0x${number.toString(16)}`, false],
        OFFERED_HEADER,
      );
    } catch (error) {
      this.#failed(error);
      return null;
    }
  }

  /** Keeps the contradiction; the same one only once. */
  lied(what: string, blockNumber: number | null, expected: string, got: string): void {
    const known = this.#lies.some(l => l.what === what && l.blockNumber === blockNumber && l.got === got);
    if (known) return;
    this.#lies.push({ what, blockNumber, expected, got, atMs: this.#options.realNowMs() });
    if (this.#lies.length > LIES_MAX) this.#lies.shift();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#reconnect);
    this.#socket?.terminate();
  }

  async #servesChain(chainId: number, genesisHash: Hex): Promise<boolean> {
    const claimedId = await this.#client.ask('eth_chainId', [], quantity);
    if (claimedId !== BigInt(chainId)) {
      this.lied('chain id', null, String(chainId), String(claimedId));
      return this.#otherChain(`serves chain ${claimedId}, not ${chainId}`);
    }
    const genesis = await this.#client.ask('eth_getBlockByNumber', ['0x0', false], OFFERED_HEADER);
    if (genesis?.claimedHash !== genesisHash) {
      this.lied('genesis block', 0, genesisHash, genesis?.claimedHash ?? 'none');
      return this.#otherChain(
        `its genesis block is ${genesis?.claimedHash ?? 'missing'}, not ${genesisHash}`,
      );
    }
    this.#checkedChain = genesisHash;
    return true;
  }

  #otherChain(reason: string): false {
    this.#connected = false;
    this.#head = null;
    this.#lastError = reason;
    return false;
  }

  #failed(error: unknown): void {
    if (!(error instanceof EndpointError)) throw error;
    this.#lastError = error.message;
    // A refusal or nonsense comes over a working connection.
    if (error.kind === 'unreachable' || error.kind === 'time-out') this.#connected = false;
  }

  /** News by WebSocket, so that a block is fetched when it is made. Polling goes on without it. */
  #listen(wsUrl: string, retryMs: number): void {
    const socket = new WebSocket(wsUrl, { maxPayload: NEWS_BYTES_MAX, handshakeTimeout: HANDSHAKE_MS });
    let retryNextMs = Math.min(retryMs * 2, RECONNECT_MAX_MS);
    this.#socket = socket;
    socket.on('open', () => {
      retryNextMs = RECONNECT_FIRST_MS;
      socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_subscribe', params: ['newHeads'] }));
    });
    socket.on('message', () => this.#options.onNews());
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      if (!this.#closed) this.#reconnect = setTimeout(() => this.#listen(wsUrl, retryNextMs), retryMs);
    });
  }
}

const quantity = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,64}$/, 'is not a quantity')
  .transform(text => BigInt(text));
const blockNumber = z
  .string()
  .regex(/^0x[0-9a-fA-F]{1,12}$/, 'is not a block number')
  .transform(text => Number(text));
const LIES_MAX = 100; // the newest are kept
const NEWS_BYTES_MAX = 1024 * 1024;
const HANDSHAKE_MS = 5_000;
const RECONNECT_FIRST_MS = 500;
const RECONNECT_MAX_MS = 30_000;
