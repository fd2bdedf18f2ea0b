/** A process to be killed: chain and follower on the files of one folder, with traffic. Prints both heads. */
import { join } from 'node:path';
import { JsonRpcProvider, Wallet } from 'ethers';
import { startEmbeddedChain } from '../embedded/start.ts';
import { startChainFollower } from '../validator/start.ts';
import { FUNDED } from './fixtures.ts';

const folder = process.argv[2]!;
const chain = await startEmbeddedChain({
  databaseFile: join(folder, 'chain.sqlite'),
  genesisFile: join(folder, 'genesis.json'),
  keysFile: join(folder, 'keys.json'),
  chainId: 20261,
  alloc: [{ address: FUNDED.address, balanceWei: 10n ** 24n }],
  startMarketMs: 1_780_000_000_000,
  speed: 60,
  blockIntervalMs: 40,
  port: 0,
});
const follower = await startChainFollower({
  endpoints: [{ url: chain.httpUrl, wsUrl: chain.wsUrl }],
  genesis: chain.genesis,
  databaseFile: join(folder, 'verified.sqlite'),
  time: chain.time,
});
follower.onBlock(block => console.log(`${block.number} ${block.hash}`));
const wallet = new Wallet(
  FUNDED.privateKey,
  new JsonRpcProvider(chain.httpUrl, 20261, { staticNetwork: true }),
);
for (let nonce = await wallet.getNonce('pending'); ; nonce += 20) {
  const sends = Array.from({ length: 20 }, (_, n) => ({
    to: `0x${'33'.repeat(20)}`,
    value: 1n,
    gasLimit: 21_000n,
    nonce: nonce + n,
  }));
  await Promise.all(sends.map(send => wallet.sendTransaction(send)));
}
