import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeBytes32String, JsonRpcProvider, Wallet } from 'ethers';
import { afterAll, expect, test } from 'vitest';
import { DIRECTION, interfaces, PRODUCT, ROLE } from '../../contracts/bindings/index.ts';
import { deployMarket } from '../chain/deployment/deploy.ts';
import { startEmbeddedChain } from '../chain/embedded/start.ts';
import { marketNowMs } from '../chain/follower.ts';
import { MarketDecoder } from '../chain/indexer/decode.ts';
import { argumentsOf, marketActions } from '../chain/sender/market-commands.ts';
import { operatorAddress, operatorKey } from '../chain/sender/operator-key.ts';
import { startSender } from '../chain/sender/sender.ts';
import { startChainFollower } from '../chain/validator/start.ts';
import { openStore } from '../store/service.ts';
import { SigningLog } from '../store/signing-log.ts';
import { desks } from './testing/desks.ts';
import { BEHIND, ELEMENT, evening, OVERLOADED, streetOffers } from './testing/evening.ts';

const folder = mkdtempSync(join(tmpdir(), 'interlock-orders-'));
const closing: (() => Promise<void> | void)[] = [];
const town = evening();
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

test('a plan for six quarter hours becomes six orders on the chain, and with them the transformer stays within its rating', async () => {
  const { period, commands } = await marketOnChain();
  const plan = await period.plan(ELEMENT);
  const orders = plan!.intervals.map(({ interval, parts }) => ({ interval, parts }));
  const answers = await period.purchase('token', ELEMENT, orders, 'operator 1');
  expect(answers.map(a => [a.interval, a.accepted])).toEqual(OVERLOADED.map(interval => [interval, true]));

  await expect.poll(() => commands.underWay().length, { timeout: 20_000 }).toBe(0);
  expect(commands.orders().map(intent => intent.state)).toEqual(OVERLOADED.map(() => 'included'));
  await expect.poll(() => town.market.flexibility.orders().length).toBe(OVERLOADED.length);
  const onChain = town.market.flexibility.orders();
  expect(onChain.map(o => [o.interval, o.element])).toEqual(OVERLOADED.map(interval => [interval, ELEMENT]));
  expect(onChain.map(o => o.activations.map(a => ({ offerId: a.offerId, energyWh: a.energyWh })))).toEqual(
    orders.map(o => o.parts),
  );

  town.reschedule();
  // No limit is at risk there any more.
  expect(await period.plan(ELEMENT)).toBeNull();
});

/** An embedded chain with the market's contracts, on which the street has made its offers, and the desks in front of it. */
async function marketOnChain() {
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
  const [administrator, retailer, street] = ['1', '2', '3'].map(
    digit => new Wallet(`0x${digit.repeat(64)}`),
  ) as [Wallet, Wallet, Wallet];
  const { contracts } = await deployMarket({
    rpcUrl: chain.httpUrl,
    chainId: chain.chainId,
    administratorKey: administrator.privateKey,
    gridOperator: { key, encryptionKey, name: 'Grid operator' },
    roster: {
      participants: [
        { address: retailer.address, roles: ROLE.RETAILER, name: 'Retailer' },
        { address: street.address, roles: ROLE.AGGREGATOR, name: 'The street' },
      ],
      points: BEHIND.map(id => ({ id, owner: street.address, meter: street.address })),
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

  const offers = streetOffers(OVERLOADED);
  const provider = new JsonRpcProvider(chain.httpUrl, chain.chainId, { staticNetwork: true });
  const terms = offers.map(o => ({
    point: encodeBytes32String(o.point),
    interval: o.interval,
    product: PRODUCT.CONGESTION,
    direction: DIRECTION.UP,
    energyWh: o.energyWh,
    priceMicroEurPerKwh: o.priceMicroEurPerKwh,
    baselineNetWh: 0n,
  }));
  await street.connect(provider).sendTransaction({
    to: contracts.Flexibility,
    data: interfaces.Flexibility.encodeFunctionData('offer', [terms]),
    gasLimit: 12_000_000n,
    maxFeePerGas: 0n,
    maxPriorityFeePerGas: 0n,
  });
  provider.destroy();
  await expect
    .poll(() => OVERLOADED.reduce((n, i) => n + town.market.flexibility.openOffers(i).length, 0), {
      timeout: 30_000,
    })
    .toBe(offers.length);
  return made;
}
