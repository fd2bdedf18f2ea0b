/** Worker entry of the follower: puts verifier, store and clock together, as console.ts does for the main thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { ChainStore } from '../../store/chain-store.ts';
import { parsedGenesis } from '../qbft/genesis.ts';
import { ChainFollow } from './follow.ts';
import type { FollowerConfiguration, FromFollowerWorker, ToFollowerWorker } from './messages.ts';
import { ChainVerifier } from './verifier.ts';

const IN_FLIGHT_MAX = 64; // blocks the main thread has not yet taken; beyond, delivery waits, verification goes on
const BLOCKS_PER_ANSWER_MAX = 1_000;

const port = parentPort!;
const send = (message: FromFollowerWorker): void => port.postMessage(message);

run(workerData as FollowerConfiguration).catch(error => {
  send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  port.close();
});

async function run(configuration: FollowerConfiguration): Promise<void> {
  const database = new ChainStore(configuration.databaseFile);
  const verifier = await ChainVerifier.open(parsedGenesis(configuration.genesis), database);
  let next: number | null = null;
  let taken = 0;
  // Always from disk: a block is delivered only after it is committed, and a restart delivers by the same way.
  const deliver = (): void => {
    while (next !== null && next <= verifier.head.header.number && next - taken <= IN_FLIGHT_MAX) {
      send({ kind: 'verified', block: verifier.stored(next)!.block });
      next++;
    }
  };
  const follow = new ChainFollow(verifier, database, {
    endpoints: configuration.endpoints,
    time: configuration.time,
    realNowMs: Date.now,
    pollMs: configuration.pollMs,
    onHead: deliver,
    onStatus: status => send({ kind: 'status', status }),
  });
  port.on('message', async (message: ToFollowerWorker) => {
    switch (message.kind) {
      case 'deliver':
        next = message.after + 1;
        taken = message.after;
        deliver();
        break;
      case 'delivered':
        taken = Math.max(taken, message.number);
        deliver();
        break;
      case 'block':
        send({ kind: 'answer', id: message.id, value: verifier.stored(message.number)?.block ?? null });
        break;
      case 'blocks': {
        const count = Math.min(message.count, BLOCKS_PER_ANSWER_MAX);
        const numbers = Array.from({ length: count }, (_, at) => message.from + at);
        const found = numbers.map(n => verifier.stored(n)?.summary).filter(s => s !== undefined);
        send({ kind: 'answer', id: message.id, value: found });
        break;
      }
      case 'close':
        await follow.close();
        database.close();
        port.close();
    }
  });
  send({ kind: 'ready', status: follow.status() });
  follow.start();
}
