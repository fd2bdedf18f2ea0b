/** The store of a data folder: opened by one console at a time, written in a worker, read on the caller's thread. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { workerUrl } from '../shells/places.ts';
import { StoreError } from './errors.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { OPERATIONS_NAME, StoreReader, TELEMETRY_NAME } from './reader.ts';
import type { ReadStore, WriteStore } from './types.ts';
import type { Write, WriteAnswer, WriteRequest, WriteWorkerData } from './write-protocol.ts';

/** Beyond: a write is refused, because a disk that slow cannot hold what operators order. */
const WRITES_WAITING_MAX = 10_000;

/** Whether writes are taken. A fault locks commands; reading and the live view go on. */
export interface StoreStatus {
  readonly writing: boolean;
  readonly reason: string;
}

export interface Store {
  readonly read: ReadStore;
  readonly write: WriteStore;
  status(): StoreStatus;
  onStatus(handler: (status: StoreStatus) => void): () => void;
  close(): Promise<void>;
}

/**
 * @param who words for a second console that is refused, e.g. `process 4711, since 2026-01-14 08:00`
 * @throws StoreError when another console has the folder, or a file is damaged, missing, foreign or newer
 */
export async function openStore(folder: string, who: string): Promise<Store> {
  const files = [join(folder, OPERATIONS_NAME), join(folder, TELEMETRY_NAME)] as const;
  const lock = lockFolder(folder, who, files);
  const writer = new Writer({ operationsFile: files[0], telemetryFile: files[1] });
  try {
    await writer.opened;
    lock.remember(files);
    return assembled(lock, writer, new StoreReader(files[0]));
  } catch (error) {
    await writer.terminate();
    lock.release();
    throw error;
  }
}

function assembled(lock: FolderLock, writer: Writer, read: StoreReader): Store {
  return {
    read,
    write: {
      appendBlock: block => writer.send(['appendBlock', block]),
      appendVerdicts: verdicts => writer.send(['appendVerdicts', verdicts]),
      recordIntent: (intent, note) => writer.send(['recordIntent', intent, note]),
      moveIntent: (move, note) => writer.send(['moveIntent', move, note]),
      appendAudit: note => writer.send(['appendAudit', note]),
      saveAlarms: (cards, removed, raises) => writer.send(['saveAlarms', cards, removed, raises]),
      setSetting: (name, value) => writer.send(['setSetting', name, value]),
      appendFrame: frame => writer.send(['appendFrame', frame]),
    },
    status: () => writer.status,
    onStatus: handler => writer.onStatus(handler),
    async close() {
      read.close();
      await writer.close();
      lock.release();
    },
  };
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: StoreError): void;
}

class Writer {
  readonly opened: Promise<unknown>;
  status: StoreStatus = { writing: true, reason: '' };
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #handlers = new Set<(status: StoreStatus) => void>();
  #lastId = 0;
  #ended: StoreError | null = null;

  constructor(data: WriteWorkerData) {
    this.#worker = new Worker(workerUrl('store-write-worker'), { workerData: data });
    this.opened = new Promise((resolve, reject) => this.#waiting.set(0, { resolve, reject }));
    this.#worker.on('message', (answer: WriteAnswer) => this.#answered(answer));
    this.#worker.on('error', error =>
      this.#end(new StoreError('io', `the store writer stopped: ${error}`, error)),
    );
    this.#worker.on('exit', () =>
      this.#end(new StoreError('closed', 'the store writer has ended: nothing is kept any more')),
    );
  }

  send<T>(write: Write): Promise<T> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    if (this.#waiting.size >= WRITES_WAITING_MAX)
      return Promise.reject(
        new StoreError('io', `${WRITES_WAITING_MAX} writes wait for the disk: this one was refused`),
      );
    const id = ++this.#lastId;
    const request: WriteRequest = { id, write };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: result => resolve(result as T), reject });
      this.#worker.postMessage(request);
    });
  }

  onStatus(handler: (status: StoreStatus) => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  async close(): Promise<void> {
    if (this.#ended === null) await this.send(['close']);
    await this.terminate();
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #answered(answer: WriteAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('problem' in answer) {
      // A refused or conflicting write is the caller's affair; a disk that fails is everybody's.
      if (answer.problem === 'full' || answer.problem === 'io' || answer.problem === 'damaged')
        this.#setStatus({ writing: false, reason: answer.message });
      waiting?.reject(new StoreError(answer.problem, answer.message));
      return;
    }
    this.#setStatus({ writing: true, reason: '' });
    waiting?.resolve(answer.result);
  }

  #end(error: StoreError): void {
    if (this.#ended !== null) return;
    this.#ended = error;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
    this.#setStatus({ writing: false, reason: error.message });
  }

  #setStatus(status: StoreStatus): void {
    if (status.writing === this.status.writing && status.reason === this.status.reason) return;
    this.status = status;
    for (const handler of this.#handlers) handler(status);
  }
}
