/** How fast a chain is executed again: signature checks, EVM, state, roots, everything a full verification does. */
import { randomBytes } from 'node:crypto';
import { encodeBytes32String, id, Wallet } from 'ethers';
import {
  type ContractName,
  defaultRules,
  defaultTariff,
  deploymentAddresses,
  deploymentTransactions,
  inBatchOrder,
  interfaces,
  leafOf,
  ROLE,
  sealTrades,
} from '../../contracts/bindings/index.ts';
import { FUNDED } from './testing/fixtures.ts';
import { verifiedAgain } from './testing/replay.ts';
import { counter, GENESIS_TIME_S, type TestChain, testChain } from './testing/test-chain.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

export async function benchChain(): Promise<Figure[]> {
  const mixed = await testChain();
  await mixedBlocks(mixed, 6, 120);
  await verifiedAgain(mixed); // warms up the EVM and the hash functions
  const run = await verifiedAgain(mixed);
  const trades = await tradesPerSecond(await testChain(), 5);
  return [
    { name: 'chain/transactions', value: perSecond(run.transactions, run.durationMs), unit: '1/s' },
    { name: 'chain/trades', value: trades, unit: '1/s' },
  ];
}

/** Half transfers, half calls that write two slots and log. */
async function mixedBlocks(world: TestChain, blocks: number, perBlock: number): Promise<void> {
  const contract = await world.deployCounter();
  for (let block = 0; block < blocks; block++) {
    for (let n = 0; n < perBlock; n += 2) {
      const receiver = `0x${(block * perBlock + n + 1).toString(16).padStart(40, '5')}`; // not a precompile
      await world.send({ to: receiver, value: 1n, gasLimit: 21_000n });
      await world.send({
        to: contract,
        data: counter.encodeFunctionData('add', [n + 1]),
        gasLimit: 120_000n,
      });
    }
    await drained(world);
  }
}

/** Sealed trades, a hundred to a transaction, of a hundred owners with one point each. */
async function tradesPerSecond(world: TestChain, batches: number): Promise<number> {
  const owners = Array.from({ length: TRADES_PER_BATCH }, (_, i) => new Wallet(id(`owner ${i}`)));
  const point = (i: number): string => encodeBytes32String(`POINT-${i % owners.length}`);
  const parameters = {
    administrator: FUNDED.address,
    rules: defaultRules(FUNDED.address),
    tariff: defaultTariff,
  };
  const market = deploymentAddresses(FUNDED.address, 0);
  for (const step of deploymentTransactions(FUNDED.address, 0, parameters))
    await world.send({ data: step.data, gasLimit: 16_000_000n });
  const call = async (contract: ContractName, method: string, args: readonly unknown[]): Promise<void> => {
    const data = interfaces[contract].encodeFunctionData(method, args);
    await world.send({ to: market[contract], data, gasLimit: 16_000_000n });
  };
  await call('Registry', 'register', [FUNDED.address, ROLE.AGGREGATOR | ROLE.DSO, 'aggregator']);
  await call('Registry', 'openArea', [FUNDED.address]);
  for (const owner of owners) await call('Registry', 'register', [owner.address, ROLE.PROSUMER, 'owner']);
  await call('Registry', 'connectPoints', [owners.map((_, i) => point(i)), owners.map(o => o.address), 1]);
  await drained(world);
  const before = world.chain.head.header.number;
  const interval = BigInt((Math.floor(GENESIS_TIME_S / 900) + 20) * 900);
  for (let batch = 0; batch < batches; batch++) {
    const trades = inBatchOrder(
      owners.map((_, i) => ({
        details: {
          sellerConnection: 1 + i,
          buyerConnection: 1 + ((i + 1) % owners.length),
          energyWh: 1234n,
          priceMicroEurPerKwh: 123_456n,
          attribute: 0,
          salt: BigInt(id(`salt ${batch} ${i}`)) >> 128n,
        },
        sellerKey: null,
        buyerKey: null,
      })),
    );
    const terms = { interval, kind: 0, sellerArea: 1, buyerArea: 1, sequence: BigInt(batch) };
    const leaves = trades.map(t => leafOf(t.details));
    await call('EnergyMarket', 'commitTrades', [terms, leaves, sealTrades(trades, [null], randomBytes)]);
  }
  await drained(world);
  const { durationMs } = await verifiedAgain(world, before + 1);
  return perSecond(batches * TRADES_PER_BATCH, durationMs);
}

/** Blocks until nothing waits; a figure over failed transactions would be worth nothing. */
async function drained(world: TestChain): Promise<void> {
  while (world.chain.pool.size > 0) {
    const failed = (await world.produce()).receipts.find(r => !r.succeeded);
    if (failed !== undefined) throw new Error(`transaction ${failed.hash} failed`);
  }
}

function perSecond(count: number, durationMs: number): number {
  return Math.round((count / durationMs) * 1000);
}

const TRADES_PER_BATCH = 100;
