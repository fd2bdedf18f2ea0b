/**
 * Follows the endpoints with the verifier: compares them, takes the next block from whoever offers a right one,
 * keeps every fault, and stays on the last good block while nobody does.
 */
import { hexOf } from '../execution/bytes.ts';
import type { ChainDatabase } from '../execution/database.ts';
import type { ChainFault, ChainFollowerStatus, Hex, MarketTime } from '../follower.ts';
import { marketNowMs } from '../follower.ts';
import { type BlockHeader, encodedHeader } from '../qbft/header.ts';
import { checkedSeals, onChainHash } from '../qbft/seals.ts';
import type { OfferedBlock } from '../source/block-shape.ts';
import { Endpoint } from '../source/endpoint.ts';
import { RPC_LIMITS } from '../source/rpc-client.ts';
import { readExtraData } from './stages/link.ts';
import { type ClockReading, clockSkewS } from './stages/rules.ts';
import { type ChainVerifier, type Refused, ValidatorContractError, type Verified } from './verifier.ts';

export interface FollowOptions {
  readonly endpoints: readonly { readonly url: string; readonly wsUrl: string | null }[];
  /** null: the chain is not held against a clock. */
  readonly time: MarketTime | null;
  readonly realNowMs: () => number;
  readonly pollMs: number;
  readonly onHead: () => void;
  readonly onStatus: (status: ChainFollowerStatus) => void;
}

export class ChainFollow {
  readonly #verifier: ChainVerifier;
  readonly #database: ChainDatabase;
  readonly #options: FollowOptions;
  readonly #endpoints: readonly Endpoint[];
  readonly #faults: ChainFault[];
  readonly #ahead = new Map<string, Promise<OfferedBlock | null>>();
  #fault: ChainFault | null = null;
  #warnings: string[] = [];
  #lastBlockAtMs: number | null = null;
  #validators: readonly Hex[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stepping: Promise<void> = Promise.resolve();
  #running = false;
  #newsWaits = false;
  #closed = false;

  constructor(verifier: ChainVerifier, database: ChainDatabase, options: FollowOptions) {
    this.#verifier = verifier;
    this.#database = database;
    this.#options = options;
    this.#faults = JSON.parse(database.note(FAULTS) ?? '[]');
    this.#endpoints = options.endpoints.map(
      e =>
        new Endpoint(e.url, e.wsUrl, {
          limits: RPC_LIMITS,
          realNowMs: options.realNowMs,
          onNews: () => this.#soon(),
        }),
    );
  }

  start(): void {
    this.#soon();
  }

  status(): ChainFollowerStatus {
    const { header, hash } = this.#verifier.head;
    const highest = this.#highest();
    const unreachable = highest === null;
    return {
      verified:
        this.#fault !== null
          ? 'invalid'
          : unreachable
            ? 'unreachable'
            : highest > header.number
              ? 'catching-up'
              : 'verified',
      chainId: this.#verifier.genesis.rules.chainId,
      genesisHash: this.#verifier.genesisHash,
      head: header.number,
      headHash: hash,
      headTimestampS: header.timestampS,
      executedFrom: 1,
      finalised: header.number,
      validators: this.#validators,
      endpoints: this.#endpoints.map(e => e.status(highest)),
      fault: this.#fault,
      faults: [...this.#faults],
      warnings: [...this.#warnings],
      lastBlockAtMs: this.#lastBlockAtMs,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const endpoint of this.#endpoints) endpoint.close();
    await this.#stepping;
  }

  /** One round at a time; news during a round starts the next at once. */
  #soon(): void {
    if (this.#closed) return;
    if (this.#running) {
      this.#newsWaits = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = true;
    this.#newsWaits = false;
    this.#stepping = this.#round().finally(() => {
      this.#running = false;
      if (this.#closed) return;
      this.#timer = setTimeout(() => this.#soon(), this.#newsWaits ? 0 : this.#options.pollMs);
    });
  }

  async #round(): Promise<void> {
    const { rules } = this.#verifier.genesis;
    await Promise.all(this.#endpoints.map(e => e.refresh(rules.chainId, this.#verifier.genesisHash)));
    // Without an answer of the validator contract the next block is refused by name; nobody is shown meanwhile.
    this.#validators = await this.#verifier.validators().catch(withoutValidators);
    const conflict = await this.#conflictAtHead();
    if (conflict !== null) this.#lock(conflict);
    else if (this.#fault !== null && CONFLICTS.has(this.#fault.code)) this.#fault = null;
    this.#options.onStatus(this.status());
    while (conflict === null && !this.#closed && (this.#highest() ?? 0) > this.#verifier.head.header.number) {
      if (!(await this.#advance())) break;
    }
    this.#options.onStatus(this.status());
  }

  /** Takes the next block from the first endpoint whose block passes. @returns false: nobody offers one */
  async #advance(): Promise<boolean> {
    const number = this.#verifier.head.header.number + 1;
    const holders = this.#endpoints.filter(e => (e.head ?? -1) >= number);
    holders.sort((a, b) => a.status(null).lies.length - b.status(null).lies.length);
    let refusal: ChainFault | null = null;
    for (const endpoint of holders) {
      const offered = await this.#offered(endpoint, number);
      if (offered === null || this.#closed) continue;
      const clock = this.#clock();
      const result = await this.#verifier.verify(offered, clock);
      if (result.kind === 'verified') {
        this.#accept(result, clock);
        return true;
      }
      endpoint.lied(
        `${result.stage}/${result.failure.code}`,
        number,
        result.failure.expected,
        result.failure.got,
      );
      refusal ??= this.#faultOf(result, offered, endpoint);
      this.#keep(refusal);
      this.#ahead.clear();
    }
    if (refusal !== null) this.#lock(refusal);
    return false;
  }

  #accept(verified: Verified, clock: ClockReading | null): void {
    this.#verifier.apply(verified);
    this.#fault = null;
    this.#lastBlockAtMs = this.#options.realNowMs();
    const skewS = clock === null ? null : clockSkewS(verified.header, clock);
    this.#warnings =
      skewS === null
        ? []
        : [`block ${verified.block.number} is ${Math.round(skewS)} s ahead of this machine's market clock`];
    this.#options.onHead();
    if (verified.block.number % STATUS_EVERY_BLOCKS === 0) this.#options.onStatus(this.status());
  }

  /** The block, and the ones after it asked for already, so that fetching and executing overlap. */
  async #offered(endpoint: Endpoint, number: number): Promise<OfferedBlock | null> {
    for (let n = number; n <= Math.min(number + FETCH_AHEAD, endpoint.head ?? 0); n++) {
      const key = `${n} ${endpoint.url}`;
      if (!this.#ahead.has(key)) this.#ahead.set(key, endpoint.block(n));
    }
    const key = `${number} ${endpoint.url}`;
    const offered = await this.#ahead.get(key);
    this.#ahead.delete(key);
    // Left over from an endpoint that fell behind.
    if (this.#ahead.size > (FETCH_AHEAD + 1) * this.#endpoints.length) this.#ahead.clear();
    return offered ?? null;
  }

  /**
   * Every endpoint must hold our head at our height. A different block there is a lie when it is not sealed;
   * sealed, it is two blocks of one height, which QBFT excludes while a third of the validators are honest.
   */
  async #conflictAtHead(): Promise<ChainFault | null> {
    const { header, hash } = this.#verifier.head;
    if (header.number === 0) return null;
    const holders = this.#endpoints.filter(e => (e.head ?? -1) >= header.number);
    const theirs = await Promise.all(holders.map(e => e.header(header.number)));
    for (const [at, other] of theirs.entries()) {
      if (other === null || other.claimedHash === hash) continue;
      const endpoint = holders[at]!;
      endpoint.lied('block hash', header.number, hash, other.claimedHash);
      if (this.#isSealed(other.header, header.number)) {
        return {
          stage: 'link',
          code: 'link/two-sealed-blocks',
          blockNumber: header.number,
          blockHash: other.claimedHash,
          expected: hash,
          got: other.claimedHash,
          endpoint: endpoint.url,
          headerEvidence: [hexOf(encodedHeader(header)), hexOf(encodedHeader(other.header))],
          atMs: this.#options.realNowMs(),
        };
      }
    }
    return null;
  }

  /** By the set that sealed our block of this height. */
  #isSealed(header: BlockHeader, number: number): boolean {
    const ours = this.#verifier.stored(number);
    const extra = readExtraData(header);
    if (ours === null || 'code' in extra || header.number !== number) return false;
    return (
      checkedSeals(header, extra, ours.summary.validators).valid &&
      onChainHash(header, extra) !== ours.block.hash
    );
  }

  #clock(): ClockReading | null {
    const { time } = this.#options;
    if (time === null) return null;
    return { marketNowS: marketNowMs(time, this.#options.realNowMs()) / 1000, speed: time.speed };
  }

  #faultOf(refusal: Refused, offered: OfferedBlock, endpoint: Endpoint): ChainFault {
    return {
      stage: refusal.stage,
      code: `${refusal.stage}/${refusal.failure.code}`,
      blockNumber: offered.header.number,
      blockHash: offered.claimedHash,
      expected: refusal.failure.expected,
      got: refusal.failure.got,
      endpoint: endpoint.url,
      headerEvidence: [hexOf(encodedHeader(offered.header))],
      atMs: this.#options.realNowMs(),
    };
  }

  #lock(fault: ChainFault): void {
    this.#keep(fault);
    // The first report stays while the same block is offered again.
    if (this.#fault === null || !sameFault(this.#fault, fault)) this.#fault = fault;
  }

  /** On record once, also across restarts. */
  #keep(fault: ChainFault): void {
    if (this.#faults.some(known => sameFault(known, fault))) return;
    this.#faults.push(fault);
    if (this.#faults.length > FAULTS_MAX) this.#faults.shift();
    this.#database.setNote(FAULTS, JSON.stringify(this.#faults));
  }

  #highest(): number | null {
    const heads = this.#endpoints.map(e => e.head).filter(head => head !== null);
    return heads.length === 0 ? null : Math.max(...heads);
  }
}

function withoutValidators(error: unknown): readonly Hex[] {
  if (!(error instanceof ValidatorContractError)) throw error;
  return [];
}

function sameFault(a: ChainFault, b: ChainFault): boolean {
  return (
    a.code === b.code &&
    a.blockNumber === b.blockNumber &&
    a.blockHash === b.blockHash &&
    a.endpoint === b.endpoint
  );
}

const FAULTS = 'faults';
const FAULTS_MAX = 100; // the newest are kept
const CONFLICTS = new Set(['link/two-sealed-blocks']);
const FETCH_AHEAD = 4;
const STATUS_EVERY_BLOCKS = 20; // while catching up
