import { decodeBytes32String } from 'ethers';
import { expect, test } from 'vitest';
import {
  defaultTariff,
  openAsOperator,
  openAsParty,
  POOL_PRICING,
  rootOf,
} from '../../contracts/bindings/index.ts';
import { roster } from '../participants.ts';
import { type ChainDouble, chainDouble, OPERATOR, type Sent } from '../testing/chain-double.ts';
import { january, town } from '../testing/settings.ts';
import { clearing } from './pool-clearing.ts';
import { Trading } from './trading.ts';

const setting = town(1);
const people = roster(setting);
/** The cold evening is not in the forecast yet: of the coming three hours only those intervals are offered that stay as they are. */
const BEFORE_COLD = january(14, 16, 45);
const TRADING = january(14, 12);
const CORRIDOR = {
  feedInMicroEurPerKwh: Number(defaultTariff.feedInMicroEurPerKwh),
  retailMicroEurPerKwh: Number(defaultTariff.retailMicroEurPerKwh),
};

test('flexibility is offered once for each interval of the coming three hours, for those of the cold when it is in the forecast', async () => {
  const chain = chainDouble();
  const world = offering(chain);
  await world.at(BEFORE_COLD);
  const calm = [january(14, 17), january(14, 17, 15), january(14, 19, 45)];
  expect(intervalsOffered(chain)).toEqual(calm);
  await world.at(BEFORE_COLD + 60);
  await world.at(january(14, 17));
  const reach = Array.from({ length: 13 }, (_, k) => january(14, 17) + k * 900);
  expect(intervalsOffered(chain)).toEqual(reach);
  const made = offers(chain).map(o => o.key);
  expect(new Set(made).size).toBe(made.length);
});

test('after a restart no store is offered a second time: what was offered is on the chain', async () => {
  const chain = chainDouble();
  await offering(chain).at(BEFORE_COLD);
  const made = chain.sent.length;
  await offering(chain).at(BEFORE_COLD);
  expect(chain.sent.slice(made)).toEqual([]);
});

test('after a restart offers that never reached the chain are made', async () => {
  const chain = chainDouble();
  const { address } = people.vpp.wallet;
  chain.refuse = sent => (sent.from === address ? 'the world ended here' : null);
  await offering(chain).at(BEFORE_COLD);
  chain.refuse = () => null;
  const made = chain.sent.length;
  await offering(chain).at(BEFORE_COLD);
  const rest = chain.sent.slice(made);
  expect(rest.length).toBeGreaterThan(0);
  expect(new Set(rest.map(s => s.from))).toEqual(new Set([address]));
});

test('pool orders are signed by the owners, submitted in one transaction, and cleared once the pool is closed', async () => {
  const chain = chainDouble({ setting, roster: people });
  const world = trading(chain);
  await world.at(TRADING - 5000);
  const placed = chain.sent.filter(s => s.method === 'placeOrders' && intervalOf(s) === TRADING);
  expect(placed).toHaveLength(1);
  const owners = new Map(people.individuals.map(p => [setting.points[p.points[0]!]!.id, p.wallet.address]));
  const orders = placed[0]!.args[0] as [string, bigint, bigint, bigint, bigint][];
  const booked = [...chain.book.at(TRADING).orders.values()];
  expect(booked.map(o => o.owner)).toEqual(orders.map(([point]) => owners.get(decodeBytes32String(point))));

  await world.at(TRADING - 2401);
  expect(clearings(chain)).toEqual([]);
  chain.suspended.add(booked[0]!.owner);
  await world.at(TRADING - 2400);
  await world.at(TRADING - 2300);
  expect(clearings(chain)).toHaveLength(1);
  const [sells, buys, price, energyWh] = clearings(chain)[0]!.args[1] as [bigint[], bigint[], bigint, bigint];
  expect(sells.length + buys.length).toBe(orders.length);
  const suspended = booked.map((o, k) => (k === 0 ? { ...o, energyWh: 0 } : o));
  const expected = clearing(suspended, CORRIDOR, POOL_PRICING.UNIFORM);
  expect({ sells, buys, price, energyWh }).toEqual({
    sells: expected.sells.map(BigInt),
    buys: expected.buys.map(BigInt),
    price: BigInt(expected.priceMicroEurPerKwh),
    energyWh: BigInt(expected.energyWh),
  });
});

test('bilateral and community trades are sealed for the operator, with the numbers of their brokers’ batches', async () => {
  const chain = chainDouble({ setting, roster: people });
  await trading(chain).at(TRADING - 5000);
  const commits = chain.sent.filter(s => s.method === 'commitTrades');
  const brokers = [people.aggregator, people.community].map(p => p.wallet.address);
  expect(new Set(commits.map(s => s.from))).toEqual(new Set(brokers));
  for (const { args } of commits) {
    const [, leaves, envelope] = args as [unknown, string[], string];
    const opened = openAsOperator(envelope, leaves.length, rootOf(leaves), OPERATOR.encryptionKey);
    expect(opened).toHaveLength(leaves.length);
    for (const { details } of opened)
      expect(chain.book.registry.connection(details.sellerConnection)).not.toBeNull();
  }
});

test('a party reads its own trades of a batch and no others', async () => {
  const chain = chainDouble({ setting, roster: people });
  await trading(chain).at(TRADING - 5000);
  const [, leaves, envelope] = chain.sent.find(
    s => s.method === 'commitTrades' && s.from === people.aggregator.wallet.address,
  )!.args as [unknown, string[], string];
  const all = openAsOperator(envelope, leaves.length, rootOf(leaves), OPERATOR.encryptionKey);
  const someone = people.individuals.find(p =>
    all.some(t => chain.book.registry.connection(t.details.sellerConnection)!.owner === p.wallet.address),
  )!;
  const own = openAsParty(envelope, leaves, someone.encryptionKey);
  const concerned = all.filter(t =>
    [t.details.sellerConnection, t.details.buyerConnection].some(
      n => chain.book.registry.connection(n)!.owner === someone.wallet.address,
    ),
  );
  expect(own).toEqual(concerned);
  expect(own.length).toBeGreaterThan(0);
});

test('no order is sent to a pool about to close', async () => {
  const chain = chainDouble({ setting, roster: people });
  await trading(chain).at(TRADING - 2520);
  expect(chain.sent.filter(s => s.method === 'placeOrders' && intervalOf(s) === TRADING)).toEqual([]);
});

/** A world that starts here, where the gate of every interval in reach is closed, so that only flexibility is left to offer. */
function offering(chain: ChainDouble) {
  return world(chain, 24 * 3600);
}

/** A world that trades too. */
function trading(chain: ChainDouble) {
  return world(chain, 600);
}

function world(chain: ChainDouble, gateLeadS: number) {
  const rounds = new Trading({
    setting,
    roster: people,
    link: chain.link,
    addresses: chain.addresses,
    chainId: 1,
    book: chain.book,
    marginS: 120,
    gateLeadS,
    poolLeadS: 1800,
    poolPricing: POOL_PRICING.UNIFORM,
    log: () => {},
  });
  return {
    at: async (nowS: number) => {
      rounds.step(nowS * 1000);
      await rounds.settled();
    },
  };
}

function clearings(chain: ChainDouble) {
  return chain.sent.filter(s => s.method === 'clearPool' && s.args[0] === BigInt(TRADING));
}

function intervalOf(sent: Sent): number {
  return Number((sent.args[0] as [string, bigint][])[0]![1]);
}

function intervalsOffered(chain: ChainDouble): number[] {
  return [...new Set(offers(chain).map(o => o.interval))].sort((a, b) => a - b);
}

function offers(chain: ChainDouble) {
  return chain.sent
    .flatMap(s => s.args[0] as [string, bigint, bigint, bigint, bigint, bigint, bigint][])
    .map(([point, interval, , direction]) => ({
      interval: Number(interval),
      key: `${decodeBytes32String(point)} ${interval} ${direction}`,
    }));
}
