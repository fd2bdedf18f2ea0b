/** Starts the follower in a worker thread, starts it again when it dies, and hands out each verified block once. */
import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../shells/places.ts';
import type { BlockSummary, ChainFollower, ChainFollowerStatus, VerifiedBlock } from '../follower.ts';
import type { FollowerConfiguration, FromFollowerWorker, ToFollowerWorker } from './messages.ts';

export interface ChainFollowerOptions extends Omit<FollowerConfiguration, 'pollMs' | 'time'> {
  /** Last block that the consumer has kept; delivery begins after it. Default 0: from the first block. */
  readonly resumeAfter?: number;
  readonly time?: FollowerConfiguration['time'];
  readonly pollMs?: number;
}

/** @throws Error when the genesis is not usable, or the file belongs to another chain or process */
export async function startChainFollower(options: ChainFollowerOptions): Promise<ChainFollower> {
  const configuration: FollowerConfiguration = {
    endpoints: options.endpoints,
    genesis: options.genesis,
    databaseFile: options.databaseFile,
    time: options.time ?? null,
    pollMs: options.pollMs ?? POLL_MS,
  };
  const follower = new FollowerThread(configuration, options.resumeAfter ?? 0);
  await follower.start();
  return follower;
}

class FollowerThread implements ChainFollower {
  readonly #configuration: FollowerConfiguration;
  readonly #blockHandlers = new Set<(block: VerifiedBlock) => void>();
  readonly #statusHandlers = new Set<(status: ChainFollowerStatus) => void>();
  readonly #questions = new Map<number, (value: unknown) => void>();
  #nextQuestion = 1;
  #delivered: number;
  #worker: Worker | null = null;
  #status: ChainFollowerStatus | null = null;
  #restarts = 0;
  #restartTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(configuration: FollowerConfiguration, resumeAfter: number) {
    this.#configuration = configuration;
    this.#delivered = resumeAfter;
  }

  start(): Promise<void> {
    const worker = new Worker(workerUrl('chain-follower-worker'), { workerData: this.#configuration });
    this.#worker = worker;
    let reason = 'its thread ended';
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromFollowerWorker) => {
        if (message.kind === 'ready') {
          if (this.#blockHandlers.size > 0) this.#send({ kind: 'deliver', after: this.#delivered });
          resolve();
        }
        if (message.kind === 'failed') reason = message.reason;
        this.#take(message);
      });
      worker.on('error', error => {
        reason = String(error);
      });
      worker.on('exit', () => {
        this.#worker = null;
        for (const answer of this.#questions.values()) answer(null);
        this.#questions.clear();
        // Never seen alive: the caller must know. Later: replaced, and not verified meanwhile.
        if (this.#status === null) reject(new Error(`chain follower: ${reason}`));
        else if (!this.#closed) this.#replace(reason);
      });
    });
  }

  status(): ChainFollowerStatus {
    return this.#status!;
  }

  onBlock(handler: (block: VerifiedBlock) => void): () => void {
    this.#blockHandlers.add(handler);
    if (this.#blockHandlers.size === 1) this.#send({ kind: 'deliver', after: this.#delivered });
    return () => this.#blockHandlers.delete(handler);
  }

  onStatus(handler: (status: ChainFollowerStatus) => void): () => void {
    this.#statusHandlers.add(handler);
    return () => this.#statusHandlers.delete(handler);
  }

  async block(number: number): Promise<VerifiedBlock | null> {
    return (await this.#ask(id => ({ kind: 'block', id, number }))) as VerifiedBlock | null;
  }

  async blocks(from: number, count: number): Promise<readonly BlockSummary[]> {
    return ((await this.#ask(id => ({ kind: 'blocks', id, from, count }))) ?? []) as readonly BlockSummary[];
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#restartTimer);
    const worker = this.#worker;
    if (worker === null) return;
    const ended = new Promise(resolve => worker.once('exit', resolve));
    this.#send({ kind: 'close' });
    await ended;
  }

  #take(message: FromFollowerWorker): void {
    switch (message.kind) {
      case 'ready':
      case 'status':
        this.#show(message.status);
        break;
      case 'verified':
        this.#deliver(message.block);
        break;
      case 'answer':
        this.#questions.get(message.id)?.(message.value);
        this.#questions.delete(message.id);
        break;
      case 'failed':
        break;
    }
  }

  #deliver(block: VerifiedBlock): void {
    // A thread that was replaced may have sent some already.
    if (block.number !== this.#delivered + 1 || this.#closed) return;
    for (const handler of this.#blockHandlers) handler(block);
    this.#delivered = block.number;
    this.#send({ kind: 'delivered', number: block.number });
  }

  #replace(reason: string): void {
    const warnings = [`the validating thread stopped (${reason}) and is started again`];
    this.#show({ ...this.#status!, verified: 'unreachable', warnings });
    const waitMs = Math.min(RESTART_FIRST_MS * 2 ** this.#restarts++, RESTART_MAX_MS);
    this.#restartTimer = setTimeout(() => {
      this.start().catch(error => this.#replace(String(error)));
    }, waitMs);
  }

  #show(status: ChainFollowerStatus): void {
    this.#status = status;
    // Only a thread that got to the end is a healthy one: others wait longer and longer.
    if (status.verified === 'verified') this.#restarts = 0;
    for (const handler of this.#statusHandlers) handler(status);
  }

  #ask(question: (id: number) => ToFollowerWorker): Promise<unknown> {
    if (this.#worker === null || this.#closed) return Promise.resolve(null);
    const id = this.#nextQuestion++;
    return new Promise(resolve => {
      this.#questions.set(id, resolve);
      this.#send(question(id));
    });
  }

  #send(message: ToFollowerWorker): void {
    this.#worker?.postMessage(message);
  }
}

const POLL_MS = 1_000;
const RESTART_FIRST_MS = 250;
const RESTART_MAX_MS = 30_000;
