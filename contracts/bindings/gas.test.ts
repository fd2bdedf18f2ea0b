import { encodeBytes32String, id, SigningKey, toBeHex, TypedDataEncoder, Wallet } from 'ethers';
import { beforeAll, expect, test } from 'vitest';
import { defaultRules, defaultTariff } from './deploy.ts';
import { DECISION, ROLE } from './generated/constants.ts';
import type { Nets } from './generated/types.ts';
import { netsOf } from './nets.ts';
import {
  digestOf,
  inBatchOrder,
  leafOf,
  packedDecisions,
  publicKeyOf,
  sealTrades,
  sealVerdicts,
} from './sealing.ts';
import { groupOfPoint, partsOf, sheetOf } from './sheets.ts';
import { meteringDomain, READING_TYPES } from './signing.ts';
import { LocalMarket } from './testing/local-market.ts';
import { randomFrom } from './testing/trading-floor.ts';

const ADMIN = '0x00000000000000000000000000000000000000a1';
const RETAILER = '0x00000000000000000000000000000000000000a3';
/** Everything but the owners: the figures do not depend on who sends. */
const OPERATOR = '0x00000000000000000000000000000000000000a4';
const OWNERS = 1000;
const START = 1_800_000_000n;
/** In the last everybody trades once. */
const BATCHES = [
  [400, 200],
  [1000, 200],
  [1000, 1000],
  [500, 1000],
] as const;
const gas: Record<string, number> = {};
let settledWithoutTrades = 0n;
let market: LocalMarket;
let interval = START + 7200n;

const point = (k: number) => encodeBytes32String(`POINT-${k}`);
const ownerAddress = (k: number) => toBeHex(0x10_0000 + k, 20);
const meter = (k: number) => new Wallet(id(`meter ${k}`));
const per = (what: string, items: number, used: bigint) => {
  gas[what] = Math.round(Number(used) / items);
};

beforeAll(async () => {
  const parameters = { administrator: ADMIN, rules: defaultRules(RETAILER), tariff: defaultTariff };
  market = await LocalMarket.deploy(parameters, START);
  const send = (method: string, ...args: unknown[]) => market.send('Registry', ADMIN, method, ...args);
  await send('register', RETAILER, ROLE.RETAILER, 'retailer');
  const roles = ROLE.AGGREGATOR | ROLE.DSO | ROLE.METER_OPERATOR;
  await send('register', OPERATOR, roles, 'operator');
  await send('openArea', OPERATOR);
  const owners = Array.from({ length: OWNERS }, (_, k) => k);
  for (const k of owners) await send('register', ownerAddress(k), ROLE.PROSUMER, 'owner');
  const points = owners.map(point);
  await send('connectPoints', points, owners.map(ownerAddress), 1);
  await send('setMeters', points, owners.map(k => meter(k).address));
}, 120_000);

/** Gas to settle all points of the interval, and of the report of their readings. */
async function settleAll(nets: Nets | null): Promise<{ settled: bigint; reported: bigint }> {
  const domain = meteringDomain(market.chainId, market.addresses.Metering);
  let reported = 0n;
  for (let from = 0; from < OWNERS; from += 100) {
    const readings = Array.from({ length: 100 }, (_, k) => {
      const reading = { point: point(from + k), interval, netWh: 100n * BigInt(k) - 4000n, revision: 0 };
      const digest = TypedDataEncoder.hash(domain, READING_TYPES, reading);
      return { reading, signature: meter(from + k).signingKey.sign(digest).serialized };
    });
    reported += (await market.send('Metering', OPERATOR, 'report', readings)).gas;
  }
  market.nowS += 300n;
  const parts = nets ? partsOf(nets.positions, 1n) : null;
  let settled = 0n;
  for (let group = 0; group <= groupOfPoint(OWNERS); ++group) {
    const numbers = Array.from({ length: 256 }, (_, k) => 256 * group + k).filter(n => n > 0 && n <= OWNERS);
    const [state] = await market.read('NetSettlement', 'groupOf', interval, group);
    const sheet = sheetOf(group, parts?.get(group) ?? [], state as string);
    const points = numbers.map(n => point(n - 1));
    settled += (await market.send('Settlement', OPERATOR, 'settlePoints', interval, sheet, points)).gas;
  }
  return { settled, reported };
}

/** One batch from commitment to its nets: gas a trade of each step, and their sum. */
async function batchOf(trades: number, accounts: number): Promise<void> {
  interval += 900n;
  market.nowS = interval - 3600n;
  const random = randomFrom(`${trades} ${accounts}`);
  const key = publicKeyOf(new SigningKey(id('a participant')));
  const made = inBatchOrder(
    Array.from({ length: trades }, (_, k) => ({
      details: {
        sellerConnection: 1 + ((2 * k) % accounts),
        buyerConnection: 1 + ((2 * k + 1 + 2 * Math.floor((2 * k) / accounts)) % accounts),
        energyWh: 1234n + BigInt(k),
        priceMicroEurPerKwh: 123_456n,
        attribute: 1,
        salt: BigInt(id(`salt ${k}`)) >> 128n,
      },
      sellerKey: key,
      buyerKey: key,
    })),
  );
  const sequence = (await market.send('EnergyMarket', ADMIN, 'nextSequence', OPERATOR)).result[0] as bigint;
  const terms = { interval, kind: 0, sellerArea: 1, buyerArea: 1, sequence };
  const leaves = made.map(t => leafOf(t.details));
  const envelope = sealTrades(made, [key], random);
  const committed = await market.send('EnergyMarket', OPERATOR, 'commitTrades', terms, leaves, envelope);
  const batchId = committed.result[0] as bigint;
  const entries = made.map((t, index) => ({
    index,
    decision: DECISION.ACCEPTED,
    reasonCode: 0,
    energyWh: t.details.energyWh,
    feeMicroEur: 1500n,
    evidence: id(`evidence ${index}`),
  }));
  const round = {
    batchId,
    decisions: packedDecisions(entries),
    digest: digestOf(entries),
    envelope: sealVerdicts(entries, OPERATOR, () => id('a key').slice(0, 34), random(8)),
  };
  const verdicts = await market.send('GridSupervision', OPERATOR, 'giveVerdicts', [round]);
  market.nowS = interval + 900n;
  const nets = netsOf(
    batchId,
    made.map(t => ({
      seller: { participant: t.details.sellerConnection + 2, point: t.details.sellerConnection },
      buyer: { participant: t.details.buyerConnection + 2, point: t.details.buyerConnection },
      energyWh: t.details.energyWh,
      priceMicroEurPerKwh: t.details.priceMicroEurPerKwh,
      sellerSide: { energyWh: t.details.energyWh, feeMicroEur: 1500n },
      buyerSide: null,
    })),
    defaultTariff.feeCapMicroEurPerKwh,
  );
  const settled = await market.send('NetSettlement', OPERATOR, 'settleBatch', nets);
  // What the trades of a batch add to the settlement of its points.
  const gathered = (await settleAll(nets)).settled - settledWithoutTrades;
  const name = `${trades} trades of ${accounts} accounts`;
  per(`commitTrades, ${name}`, trades, committed.gas);
  per(`giveVerdicts, ${name}`, trades, verdicts.gas);
  per(`settleBatch, ${name}`, trades, settled.gas);
  per(`gather, ${name}`, trades, gathered);
  per(`a trade in all, ${name}`, trades, committed.gas + verdicts.gas + settled.gas + gathered);
}

test('gas a trade, reading and point is what the committed file says', { timeout: 120_000 }, async () => {
  // Everybody has a balance after the first: the ordinary case.
  market.nowS = interval + 900n;
  await settleAll(null);
  interval += 900n;
  market.nowS = interval + 900n;
  const { settled, reported } = await settleAll(null);
  settledWithoutTrades = settled;
  per('report', OWNERS, reported);
  per('settlePoints', OWNERS, settled);
  for (const [trades, accounts] of BATCHES) await batchOf(trades, accounts);

  await expect(`${JSON.stringify(gas, null, 2)}\n`).toMatchFileSnapshot('../gas.json');
  expect(gas['report']).toBeLessThanOrEqual(45_000);
  for (const [trades, accounts] of BATCHES) {
    expect(gas[`a trade in all, ${trades} trades of ${accounts} accounts`]).toBeLessThanOrEqual(9_000);
  }
});
