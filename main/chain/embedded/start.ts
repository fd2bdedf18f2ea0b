/** Starts the embedded chain in a worker thread. What the caller holds is only its address and a way to stop it. */
import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../shells/places.ts';
import type { Hex, MarketTime } from '../follower.ts';

export interface EmbeddedChainConfiguration {
  /** SQLite file; made when missing. */
  readonly databaseFile: string;
  /** Genesis file in Besu's format; made when missing. */
  readonly genesisFile: string;
  /** Validator keys, readable by the owner only; made when missing. */
  readonly keysFile: string;
  readonly chainId: number;
  /** Accounts with funds at the start; only used when the genesis file is made. */
  readonly alloc: readonly { readonly address: Hex; readonly balanceWei: bigint }[];
  /** Market time at the first start, Unix ms; afterwards time goes on from the last block. */
  readonly startMarketMs: number;
  /** Market seconds per real second, at least 1. */
  readonly speed: number;
  /** Real time between blocks, ms. */
  readonly blockIntervalMs: number;
  /** 0: the system picks a free one. */
  readonly port: number;
}

export interface EmbeddedChain {
  readonly httpUrl: string;
  readonly wsUrl: string;
  readonly chainId: number;
  /** The parsed genesis file, for a follower or for Besu. */
  readonly genesis: unknown;
  readonly genesisFile: string;
  readonly validators: readonly Hex[];
  /** The market time by which its blocks are stamped: hand it to everything else that asks for the time. */
  readonly time: MarketTime;
  readonly headNumber: number;
  /** Called when the chain stops by itself, e.g. when the disk is full; the reason names what to do. */
  onFailure(handler: (reason: string) => void): void;
  close(): Promise<void>;
}

export type FromEmbeddedWorker =
  | { readonly kind: 'ready'; readonly chain: Omit<EmbeddedChain, 'onFailure' | 'close' | 'genesisFile'> }
  | { readonly kind: 'failed'; readonly reason: string };

/** @throws Error when the files belong to another chain, are in use, or the port is taken */
export async function startEmbeddedChain(configuration: EmbeddedChainConfiguration): Promise<EmbeddedChain> {
  const worker = new Worker(workerUrl('chain-embedded-worker'), {
    workerData: configuration,
  });
  const handlers: ((reason: string) => void)[] = [];
  let closing = false;
  let failure: string | null = null;
  const failed = (reason: string): void => {
    if (closing || failure !== null) return;
    failure = reason;
    for (const handler of handlers) handler(reason);
  };
  const ended = new Promise<void>(resolve => worker.once('exit', () => resolve()));
  const chain = await new Promise<Extract<FromEmbeddedWorker, { kind: 'ready' }>['chain']>(
    (resolve, reject) => {
      worker.on('message', (message: FromEmbeddedWorker) => {
        if (message.kind === 'ready') return resolve(message.chain);
        failed(message.reason);
        reject(new Error(`embedded chain: ${message.reason}`));
      });
      worker.on('error', error => {
        failed(String(error));
        reject(error);
      });
      worker.on('exit', code => {
        failed(`its thread ended with code ${code}`);
        reject(new Error(`embedded chain: its thread ended with code ${code}`));
      });
    },
  );
  return {
    ...chain,
    genesisFile: configuration.genesisFile,
    onFailure: handler => {
      handlers.push(handler);
      if (failure !== null) handler(failure);
    },
    close: async () => {
      closing = true;
      worker.postMessage('close');
      await ended;
    },
  };
}
