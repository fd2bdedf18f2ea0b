/** An embedded chain with the market's contracts, the town's market that follows it verified, and the desks in front of it. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Interface, JsonRpcProvider, Wallet } from 'ethers';
import { type ContractName, interfaces, ROLE } from '../../../contracts/bindings/index.ts';
import { deployMarket } from '../../chain/deployment/deploy.ts';
import { startEmbeddedChain } from '../../chain/embedded/start.ts';
import { marketNowMs } from '../../chain/follower.ts';
import { MarketDecoder } from '../../chain/indexer/decode.ts';
import { argumentsOf, marketActions } from '../../chain/sender/market-commands.ts';
import { operatorAddress, operatorKey } from '../../chain/sender/operator-key.ts';
import { startSender } from '../../chain/sender/sender.ts';
import { startChainFollower } from '../../chain/validator/start.ts';
import { openStore } from '../../store/service.ts';
import { SigningLog } from '../../store/signing-log.ts';
import { desks } from './desks.ts';
import { BEHIND, type Evening, OVERLOADED } from './evening.ts';

/** @param closing what it opens, to be closed from the last to the first */
export async function marketOnChain(town: Evening, folder: string, closing: (() => Promise<void> | void)[]) {
  const chain = await startEmbeddedChain({
    databaseFile: join(folder, 'chain.sqlite'),
    genesisFile: join(folder, 'genesis.json'),
    keysFile: join(folder, 'keys.json'),
    chainId: 20261,
    alloc: [],
    startMarketMs: OVERLOADED[0]! * 1000 - 3 * 3_600_000,
    speed: 60,
    blockIntervalMs: 100,
    port: 0,
  });
  closing.push(() => chain.close());
  const clock = { nowMs: () => marketNowMs(chain.time, Date.now()) };
  const key = operatorKey(join(folder, 'operator.key'));
  const encryptionKey = operatorKey(join(folder, 'encryption.key'));
  const [administrator, retailer, street, transmission] = ['1', '2', '3', '4'].map(
    digit => new Wallet(`0x${digit.repeat(64)}`),
  ) as [Wallet, Wallet, Wallet, Wallet];
  const { contracts } = await deployMarket({
    rpcUrl: chain.httpUrl,
    chainId: chain.chainId,
    administratorKey: administrator.privateKey,
    gridOperator: { key, encryptionKey, name: 'Grid operator' },
    roster: {
      participants: [
        { address: retailer.address, roles: ROLE.RETAILER, name: 'Retailer' },
        { address: street.address, roles: ROLE.AGGREGATOR, name: 'The street' },
        { address: transmission.address, roles: ROLE.TSO, name: 'Transmission' },
      ],
      points: BEHIND.map(id => ({ id, owner: street.address, meter: street.address })),
      neighbours: [],
    },
  });

  const store = await openStore(folder, 'the test');
  closing.push(() => store.close());
  const follower = await startChainFollower({
    endpoints: [{ url: chain.httpUrl, wsUrl: chain.wsUrl }],
    genesis: chain.genesis,
    databaseFile: join(folder, 'verified.sqlite'),
    time: chain.time,
  });
  closing.push(() => follower.close());
  const decoder = new MarketDecoder(contracts, { account: operatorAddress(key), encryptionKey });
  follower.onBlock(block => town.market.applyBlock(block.timestampS * 1000, decoder.decode(block)));

  const log = new SigningLog(join(folder, 'signing.sqlite'));
  closing.push(() => log.close());
  const sender = startSender({
    endpoint: chain.httpUrl,
    chainId: chain.chainId,
    key,
    actions: marketActions(contracts),
    log,
    blocks: follower,
    interlock: () => ({ locked: false, reason: '' }),
    marketNowMs: clock.nowMs,
    onChange: record =>
      void made.commands.progress({
        id: record.id,
        state: record.state,
        transactionHash: record.hash,
        reason: record.reason,
      }),
  });
  closing.push(() => sender.close());
  const sealing = { account: sender.address, sealKeyOf: () => null, random: randomBytes };
  const made = desks(town, store, {
    clock,
    submit: async (id, command, expiresAtMs) => {
      const answer = await sender.submit({
        id,
        kind: command.type,
        args: argumentsOf(command, sealing),
        expiresAtMs,
      });
      return answer.answer === 'accepted' ? { accepted: true } : { accepted: false, reason: answer.reason };
    },
  });
  closing.push(() => made.commands.close());

  const provider = new JsonRpcProvider(chain.httpUrl, chain.chainId, { staticNetwork: true });
  closing.push(() => provider.destroy());
  /** A transaction of somebody else. */
  const send = (from: Wallet, contract: ContractName, method: string, args: readonly unknown[]) =>
    from.connect(provider).sendTransaction({
      to: contracts[contract],
      data: (interfaces[contract] as Interface).encodeFunctionData(method, [...args]),
      gasLimit: 12_000_000n,
      maxFeePerGas: 0n,
      maxPriorityFeePerGas: 0n,
    });
  return { ...made, account: sender.address, clock, street, transmission, send };
}
