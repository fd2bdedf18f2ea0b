/** What parties might try that the tests of the single rules do not: copies, floods, calls out of the market, growth. */
import { readdirSync, readFileSync } from 'node:fs';
import { encodeBytes32String, id, SigningKey, toBeHex, TypedDataEncoder, Wallet, ZeroHash } from 'ethers';
import { expect, test } from 'vitest';
import { defaultRules, defaultTariff } from './deploy.ts';
import { DECISION, ROLE } from './generated/constants.ts';
import { bytecodes, contractNames, interfaces } from './generated/contracts.ts';
import type { Nets } from './generated/types.ts';
import { digestOf, packedDecisions } from './sealing.ts';
import { meteringDomain, READING_TYPES } from './signing.ts';
import { LocalMarket } from './testing/local-market.ts';
import {
  ADMIN,
  commit,
  DELIVERED,
  entriesOf,
  give,
  METERS,
  netsFor,
  openFloor,
  openInDaylight,
  RETAILER,
  SLOT,
  START,
} from './testing/trading-floor.ts';

const accepted = { decision: DECISION.ACCEPTED };
const OBJECTION_S = 300n;
/** A block, and a transaction from Osaka on. */
const BLOCK_GAS = 60_000_000n;
const TRANSACTION_GAS = 16_700_000n;

test('J7 a trade that both owners signed counts for nothing a second time, neither in another batch of its broker nor in a copy that came before it', async () => {
  const floor = await openFloor(2);
    const { market, broker, operators } = floor;
    const copyist = floor.owners[1]!.wallet.address;
    const batch = await commit(floor, [{ seller: 0, buyer: 1, energyWh: 1000n }]);
    const terms = { interval: SLOT, kind: 0, sellerArea: 1, buyerArea: 1 };
    const again = async (who: string, sequence: bigint) => {
      const sent = await market.send('EnergyMarket', who, 'commitTrades', { ...terms, sequence }, batch.leaves, batch.envelope);
      return { ...batch, batchId: sent.result[0] as bigint };
    };
    const copies = [await again(broker.wallet.address, 1n), await again(copyist, 0n)];
    for (const [k, copy] of copies.entries()) {
      market.nowS = START;
      const { entries } = await give(floor, copy, operators[0], [accepted]);
      market.nowS = DELIVERED + BigInt(k);
      const posted = netsFor(copy, [entries, null]);
      await market.send('NetSettlement', operators[0].wallet.address, 'settleBatch', posted);
      await market.send('NetSettlement', floor.owners[0]!.wallet.address, 'objectTo', copy.batchId);
      // Of the copyist's own batch its own side is agreed; the other owner signed for another broker.
      const opener = operators[0].wallet.address;
      await openInDaylight(floor, copy, opener, [[entries], []]);
      await expect(market.send('Daylight', opener, 'finish', posted, posted)).rejects.toThrow('NotTheNets');
      await market.send('Daylight', opener, 'finish', posted, { ...NOTHING, batchId: copy.batchId });
    }
});

test('J8 a full batch of 1,024 trades commits, settles and opens, each call within a transaction and every step within a block', {
  timeout: 180_000,
}, async () => {
  const owners = 32;
  const floor = await openFloor(owners);
  const { market, operators } = floor;
  const wanted = Array.from({ length: 1024 }, (_, k) => ({
    seller: k % owners,
    buyer: (k + 1 + (Math.floor(k / owners) % (owners - 1))) % owners,
    energyWh: 1000n + BigInt(k),
  }));
  const gas: Record<string, bigint[]> = {};
  const record = async (what: string, sent: Promise<{ readonly gas: bigint }>) => (gas[what] ??= []).push((await sent).gas);
  const operator = operators[0].wallet.address;
  const batch = await commit(floor, wanted);
  const entries = entriesOf(batch, wanted.map(() => accepted));
  const round = { batchId: batch.batchId, decisions: packedDecisions(entries), digest: digestOf(entries), envelope: '0x' };
  await record('giveVerdicts', market.send('GridSupervision', operator, 'giveVerdicts', [round]));
  market.nowS = DELIVERED;
  const nets = netsFor(batch, [entries, null]);
  await record('settleBatch', market.send('NetSettlement', operator, 'settleBatch', nets));
  await record('objectTo', market.send('NetSettlement', floor.owners[0]!.wallet.address, 'objectTo', batch.batchId));
  for (let k = 0; k < 1024; k += CHUNK)
    await record(
      'showVerdicts',
      market.send('Daylight', operator, 'showVerdicts', batch.batchId, 0, entries.slice(k, k + CHUNK), k + CHUNK === 1024),
    );
  const details = batch.trades.map(t => ({
    trade: t.details,
    attribute: t.details.attribute,
    salt: t.details.salt,
    sellerSignature: t.sellerSignature,
    buyerSignature: t.buyerSignature,
  }));
  for (let k = 0; k < 1024; k += CHUNK)
    await record('showTrades', market.send('Daylight', operator, 'showTrades', batch.batchId, details.slice(k, k + CHUNK)));
  await record('finish', market.send('Daylight', operator, 'finish', nets, nets));
  for (const [what, used] of Object.entries(gas)) {
    const sum = used.reduce((a, b) => a + b);
    for (const ofCall of used) expect(ofCall, what).toBeLessThan(TRANSACTION_GAS);
    expect(sum, what).toBeLessThan(BLOCK_GAS);
  }
});

test('J9 no contract calls out of the market: nothing takes ether, delegates, creates or destroys itself, and what is called was fixed at deployment', () => {
  for (const contract of contractNames) {
    const functions = interfaces[contract].fragments as unknown as readonly { type: string; stateMutability?: string }[];
    expect(functions.filter(f => f.stateMutability === 'payable'), contract).toEqual([]);
    expect(functions.filter(f => f.type === 'receive' || f.type === 'fallback'), contract).toEqual([]);
    expect(opcodesOf(bytecodes[contract]).filter(op => FOREIGN_OPCODES.has(op)), contract).toEqual([]);
  }
  const called = [...contractNames, 'IStanding', 'IClosedIntervals'].join('|');
  const sources = new URL('../src/', import.meta.url);
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.sol'));
  expect(files.length).toBeGreaterThan(25);
  for (const file of files) {
    const text = readFileSync(new URL(file, sources), 'utf8');
    const changeable = new RegExp(`^ {4}(?:${called}) (?!.*immutable).*;$`, 'gm');
    expect(text.match(changeable), `${file}: a contract that is called can change`).toBeNull();
    expect(text.match(new RegExp(`\\b(?:${called})\\(`, 'g')), `${file}: an address becomes a contract`).toBeNull();
    for (const [, inputs] of text.matchAll(/function \w*\(([^)]*)\)/g))
      expect(inputs!.match(new RegExp(`\\b(?:${called}) `)), `${file}: a contract is handed in`).toBeNull();
  }
});

test('J10 in a market of 1,000 participants (5,000 in the long campaigns) 100 points are read, traded, settled and closed for the gas of one of 100', {
  timeout: 180_000,
}, async () => {
  const [small, large] = [await dayOf(100), await dayOf(MANY)];
  for (const call of Object.keys(small)) {
    const ratio = Number(large[call]) / Number(small[call]);
    expect(Math.abs(ratio - 1), `${call}: ${small[call]} and ${large[call]}`).toBeLessThan(0.02);
  }
  // Five such chunks of each call fit half a block.
  for (const used of Object.values(large)) expect(used).toBeLessThan(BLOCK_GAS / 2n / 5n);
});

/** Gas of a day of the last 100 of so many participants with a point each, the 100 trading with each other. */
async function dayOf(participants: number): Promise<Record<string, bigint>> {
  const parameters = { administrator: ADMIN, rules: defaultRules(RETAILER), tariff: defaultTariff };
  const market = await LocalMarket.deploy(parameters, START);
  const registry = (method: string, ...args: unknown[]) => market.send('Registry', ADMIN, method, ...args);
  await registry('register', RETAILER, ROLE.RETAILER, 'retailer');
  await registry('register', METERS, ROLE.METER_OPERATOR | ROLE.DSO | ROLE.AGGREGATOR, 'operator');
  await registry('openArea', METERS);
  const owner = (k: number) => toBeHex(0x10_0000 + k, 20);
  const point = (k: number) => encodeBytes32String(`POINT-${k}`);
  const all = Array.from({ length: participants }, (_, k) => k);
  for (const k of all) await registry('register', owner(k), ROLE.PROSUMER, '');
  for (let k = 0; k < participants; k += 500) {
    const part = all.slice(k, k + 500);
    await registry('connectPoints', part.map(point), part.map(owner), 1);
  }
  const last = all.slice(-100);
  const meter = (k: number) => new SigningKey(id(`meter ${k}`));
  await registry('setMeters', last.map(point), last.map(k => new Wallet(meter(k)).address));
  const gas: Record<string, bigint> = {};
  const spend = async (contract: (typeof contractNames)[number], method: string, ...args: unknown[]) => {
    gas[method] = (await market.send(contract, METERS, method, ...args)).gas;
  };
  await spend('EnergyMarket', 'commitTrades', [SLOT, 0, 1, 1, 0n], [id('leaf')], '0x');
  await spend('GridSupervision', 'giveVerdicts', [[1n, '0x0000010007', ZeroHash, '0x']]);
  market.nowS = DELIVERED;
  const packed = (numberOf: (k: number) => number, bytes: number, amount: bigint) =>
    `0x${last.map((k, i) => toBeHex(numberOf(k), 4).slice(2) + toBeHex(BigInt.asUintN(8 * bytes, i % 2 ? amount : -amount), bytes).slice(2)).join('')}`;
  const nets: Nets = {
    batchId: 1n,
    sellerSideFeeMicroEur: 0n,
    buyerSideFeeMicroEur: 0n,
    accounts: packed(k => k + 3, 8, 150_000n),
    points: packed(k => k + 1, 5, 1000n),
  };
  await spend('NetSettlement', 'settleBatch', nets);
  const domain = meteringDomain(market.chainId, market.addresses.Metering);
  const readings = last.map(k => {
    const reading = { point: point(k), interval: SLOT, netWh: 1000n, revision: 0 };
    return { reading, signature: meter(k).sign(TypedDataEncoder.hash(domain, READING_TYPES, reading)).serialized };
  });
  await spend('Metering', 'report', readings);
  market.nowS += OBJECTION_S;
  await spend('Settlement', 'settlePoints', SLOT, last.map(point));
  await spend('Settlement', 'closeInterval', SLOT);
  return gas;
}

/** Without the operands of PUSH. */
function opcodesOf(bytecode: string): number[] {
  const bytes = Buffer.from(bytecode.slice(2), 'hex');
  const opcodes: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const opcode = bytes[at]!;
    opcodes.push(opcode);
    if (opcode >= PUSH1 && opcode <= PUSH32) at += opcode - PUSH1 + 1;
  }
  return opcodes;
}

const NOTHING = { sellerSideFeeMicroEur: 0n, buyerSideFeeMicroEur: 0n, accounts: '0x', points: '0x' };
const CHUNK = 128;
const MANY = process.env['INTERLOCK_RUNS'] === undefined ? 1000 : 5000;
const [PUSH1, PUSH32] = [0x60, 0x7f];
/** CREATE, CALLCODE, DELEGATECALL, CREATE2, SELFDESTRUCT. */
const FOREIGN_OPCODES = new Set([0xf0, 0xf2, 0xf4, 0xf5, 0xff]);
