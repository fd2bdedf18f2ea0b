import { encodeBytes32String, id, SigningKey, toBeHex, TypedDataEncoder, Wallet } from 'ethers';
import { beforeAll, expect, test } from 'vitest';
import { defaultRules, defaultTariff } from './deploy.ts';
import { DECISION, ROLE } from './generated/constants.ts';
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
import { meteringDomain, READING_TYPES } from './signing.ts';
import { LocalMarket } from './testing/local-market.ts';
import { randomFrom } from './testing/trading-floor.ts';

const ADMIN = '0x00000000000000000000000000000000000000a1';
const RETAILER = '0x00000000000000000000000000000000000000a3';
/** Everything but the owners: the figures do not depend on who sends. */
const OPERATOR = '0x00000000000000000000000000000000000000a4';
const OWNERS = 1000;
const START = 1_800_000_000n;
const gas: Record<string, number> = {};
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
  await send('connectPoints', owners.map(point), owners.map(ownerAddress), 1);
}, 120_000);

/** One batch from commitment to its nets: gas a trade of each step, and their sum. */
async function batchOf(trades: number, accounts: number): Promise<void> {
  interval += 900n;
  market.nowS = interval - 3600n;
  const random = randomFrom(`${trades} ${accounts}`);
  const key = publicKeyOf(new SigningKey(id('a participant')));
  const made = inBatchOrder(
    Array.from({ length: trades }, (_, k) => ({
      details: {
        sellerConnection: 1 + (k % accounts),
        buyerConnection: 1 + ((k + 1 + Math.floor(k / accounts)) % accounts),
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
  const name = `${trades} trades of ${accounts} accounts`;
  per(`commitTrades, ${name}`, trades, committed.gas);
  per(`giveVerdicts, ${name}`, trades, verdicts.gas);
  per(`settleBatch, ${name}`, trades, settled.gas);
  per(`a trade in all, ${name}`, trades, committed.gas + verdicts.gas + settled.gas);
}

test('gas a trade, reading and point is what the committed file says', { timeout: 120_000 }, async () => {
  // Everybody has a balance after the first batch: the ordinary case.
  await batchOf(OWNERS, OWNERS);
  for (const key of Object.keys(gas)) delete gas[key];
  await batchOf(400, 200);
  await batchOf(1000, 200);
  await batchOf(1000, 1000);

  const points = Array.from({ length: 100 }, (_, k) => point(k));
  await market.send('Registry', ADMIN, 'setMeters', points, points.map((_, k) => meter(k).address));
  const domain = meteringDomain(market.chainId, market.addresses.Metering);
  const readings = points.map((id_, k) => {
    const reading = { point: id_, interval, netWh: 100n * BigInt(k) - 4000n, revision: 0 };
    const digest = TypedDataEncoder.hash(domain, READING_TYPES, reading);
    return { reading, signature: meter(k).signingKey.sign(digest).serialized };
  });
  per('report', 100, (await market.send('Metering', OPERATOR, 'report', readings)).gas);
  market.nowS += 300n;
  per('settlePoints', 100, (await market.send('Settlement', OPERATOR, 'settlePoints', interval, points)).gas);
  await expect(`${JSON.stringify(gas, null, 2)}\n`).toMatchFileSnapshot('../gas.json');
  expect(gas['report']).toBeLessThanOrEqual(45_000);
  expect(gas['a trade in all, 400 trades of 200 accounts']).toBeLessThanOrEqual(9_000);
  expect(gas['a trade in all, 1000 trades of 200 accounts']).toBeLessThanOrEqual(9_000);
});
