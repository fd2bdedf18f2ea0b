/** Worker entry of the embedded chain: puts chain, store, files and clock together, as console.ts does for the main thread. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { ChainStore } from '../../store/chain-store.ts';
import { bytesOf, hexOf } from '../execution/bytes.ts';
import { addressOfPrivateKey } from '../execution/crypto.ts';
import { type Hex, type MarketTime, marketNowMs } from '../follower.ts';
import { newGenesisFile, parsedGenesis } from '../qbft/genesis.ts';
import { EmbeddedChain } from './chain.ts';
import { startRpcServer } from './rpc-server.ts';
import type { EmbeddedChainConfiguration, FromEmbeddedWorker } from './start.ts';

const VALIDATORS = 4; // the fewest that tolerate one faulty
const BLOCK_GAS_LIMIT = 60_000_000;

const port = parentPort!;
const configuration = workerData as EmbeddedChainConfiguration;

const send = (message: FromEmbeddedWorker): void => port.postMessage(message);

run().catch(error => {
  send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  process.exit(1);
});

async function run(): Promise<void> {
  const keys = validatorKeys(configuration.keysFile);
  const validators = keys.map(addressOfPrivateKey);
  const file = genesisFile(configuration, validators);
  const genesis = parsedGenesis(file);
  requireOurs(configuration, genesis.rules.chainId, genesis.validators, validators);
  const database = new ChainStore(configuration.databaseFile);
  const chain = await EmbeddedChain.open({
    genesis,
    validatorKeys: keys,
    database,
    realNowMs: () => performance.now(),
  });
  const head = chain.head.header;
  const time: MarketTime = {
    originMarketMs: Math.max(head.timestampS * 1000, head.number === 0 ? configuration.startMarketMs : 0),
    originRealMs: Date.now(),
    speed: configuration.speed,
  };
  const server = await startRpcServer(chain, configuration.port);
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  let dueMs = performance.now() + configuration.blockIntervalMs;
  const produce = async (): Promise<void> => {
    server.announce(await chain.produceBlock(marketNowMs(time, Date.now())));
    // After a pause (sleep of the machine) go on from now instead of catching up in a burst.
    dueMs = Math.max(dueMs + configuration.blockIntervalMs, performance.now());
    if (!closing) timer = setTimeout(step, Math.max(0, dueMs - performance.now()));
  };
  const step = (): void => {
    produce().catch(error => {
      send({ kind: 'failed', reason: `block production stopped: ${String(error)}` });
      closing = true;
    });
  };
  timer = setTimeout(step, configuration.blockIntervalMs);
  port.on('message', async () => {
    closing = true;
    clearTimeout(timer);
    await server.close();
    await chain.close();
    port.close();
  });
  const { httpUrl, wsUrl } = server;
  const chainId = genesis.rules.chainId;
  send({
    kind: 'ready',
    chain: {
      httpUrl,
      wsUrl,
      chainId,
      genesis: file,
      validators: chain.validators,
      time,
      headNumber: head.number,
    },
  });
}

function validatorKeys(file: string): Uint8Array[] {
  if (!existsSync(file)) {
    const keys = Array.from({ length: VALIDATORS }, () => hexOf(new Uint8Array(randomBytes(32))));
    writeWhole(file, JSON.stringify(keys, null, 2), 0o600);
  }
  const parsed = z
    .array(z.string().regex(/^0x[0-9a-f]{64}$/))
    .min(1)
    .safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: is not a list of private keys of 32 bytes`);
  return parsed.data.map(bytesOf);
}

function genesisFile(c: EmbeddedChainConfiguration, validators: readonly Hex[]): unknown {
  if (!existsSync(c.genesisFile)) {
    const timestampS = Math.floor(c.startMarketMs / 1000);
    const genesis = newGenesisFile({
      chainId: c.chainId,
      validators,
      alloc: c.alloc,
      timestampS,
      blockPeriodS: 1,
      gasLimit: BLOCK_GAS_LIMIT,
    });
    writeWhole(c.genesisFile, JSON.stringify(genesis, null, 2), 0o644);
  }
  return JSON.parse(readFileSync(c.genesisFile, 'utf8'));
}

function requireOurs(
  c: EmbeddedChainConfiguration,
  chainId: number,
  inGenesis: readonly Hex[],
  ours: readonly Hex[],
): void {
  if (chainId !== c.chainId)
    throw new Error(`${c.genesisFile}: has chain id ${chainId}, the configuration ${c.chainId}`);
  if ([...ours].sort().join() !== [...inGenesis].sort().join())
    throw new Error(`${c.genesisFile}: its validators are not those of ${c.keysFile}`);
}

/** All or nothing: a kill leaves no half-written file. */
function writeWhole(file: string, text: string, mode: number): void {
  writeFileSync(`${file}.new`, text, { mode, flush: true });
  renameSync(`${file}.new`, file);
}
