/** What parties might try that the tests of the single rules do not: copies, floods, calls out of the market, growth. */
import { readdirSync, readFileSync } from 'node:fs';
import { concat, encodeBytes32String, id, SigningKey, solidityPacked, toBeHex, TypedDataEncoder, Wallet, ZeroHash } from 'ethers';
import { expect, test } from 'vitest';
import { defaultRules, defaultTariff } from './deploy.ts';
import { DECISION, ROLE } from './generated/constants.ts';
import { bytecodes, contractNames, interfaces } from './generated/contracts.ts';
import type { Nets, PositionsPart, Sheet } from './generated/types.ts';
import { packPositions } from './nets.ts';
import { digestOf, packedDecisions } from './sealing.ts';
import { chainOf, groupOfPoint, sheetOf } from './sheets.ts';
import { meteringDomain, READING_TYPES } from './signing.ts';
import { LocalMarket, Refused } from './testing/local-market.ts';
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
  sheetNow,
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
  market.nowS += OBJECTION_S;
  await record('gather', market.send('NetSettlement', operator, 'gather', SLOT, await sheetNow(market)));
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

test('J11 what a group traded is brought back as it was or refused, and whoever gathers first costs others a call sent again', async () => {
  const floor = await openFloor(2);
  const { market, operators } = floor;
  const operator = operators[0].wallet.address;
  for (const energyWh of [1000n, 300n]) {
    market.nowS = START;
    const batch = await commit(floor, [{ seller: 0, buyer: 1, energyWh }]);
    const { entries } = await give(floor, batch, operators[0], [accepted]);
    market.nowS = DELIVERED;
    await market.send('NetSettlement', operator, 'settleBatch', netsFor(batch, [entries, null]));
  }
  const points = floor.owners.map(o => o.point);
  const meter = (k: number) => new SigningKey(id(`meter ${k}`));
  await market.send('Registry', ADMIN, 'setMeters', points, points.map((_, k) => new Wallet(meter(k)).address));
  await market.send('Metering', METERS, 'report', points.map((point, k) => signedReading(market, meter(k), point, [1300n, -1300n][k]!)));
  market.nowS += OBJECTION_S;
  const expectAllRefused = async (sheets: readonly Sheet[]) => {
    for (const sheet of sheets) {
      await expectRefused('SheetDiffers', market.send('NetSettlement', ADMIN, 'gather', SLOT, sheet));
      const refusal = sheet.rest === ZeroHash ? 'SheetDiffers' : 'GroupOpen';
      await expectRefused(refusal, market.send('Settlement', ADMIN, 'settlePoints', SLOT, sheet, points));
    }
  };

  const sheet = await sheetNow(market);
  const [first, second] = sheet.parts as [PositionsPart, PositionsPart];
  const more = { ...first, positions: first.positions.replace(/.$/, digit => (digit === '0' ? '1' : '0')) };
  const word = (of: Sheet) => ({ ...of, netsWh: of.netsWh.with(5, of.netsWh[5]! + 1n) });
  await expectAllRefused([
    ...[[more, second], [second], [first], [], [second, first], [first, second, second]].map(parts => ({ ...sheet, parts })),
    { ...sheet, parts: [{ ...first, sign: -1n }, second] },
    { ...sheet, parts: [first, { ...second, sign: 0n }] },
    { ...sheet, group: 1n },
    word(sheet),
  ]);
  const newest = { ...sheet, rest: chainOf([first]), parts: [second] };
  const oldest = { ...sheet, parts: [first] };
  await expectAllRefused([oldest, { ...sheet, rest: chainOf([second]) }]);

  // Somebody takes a part off in front of whoever settles the points.
  await expectRefused('GroupOpen', market.send('Settlement', ADMIN, 'settlePoints', SLOT, newest, []));
  await market.send('NetSettlement', floor.owners[1]!.wallet.address, 'gather', SLOT, newest);
  const left = await sheetNow(market);
  await expectAllRefused([sheet, { ...left, netsWh: sheet.netsWh }, word(left), { ...left, parts: [second] }]);
  const stranger = floor.broker.wallet.address;
  const elsewhere = sheetOf(1, [], ZeroHash);
  await expectRefused('PointNotInGroup', market.send('Settlement', stranger, 'settlePoints', SLOT, elsewhere, points));
  await expectRefused('PointsOpen', market.send('Settlement', METERS, 'closeInterval', SLOT));
  await market.send('Settlement', stranger, 'settlePoints', SLOT, left, points);
  await market.send('Settlement', METERS, 'closeInterval', SLOT);
  const balances = await Promise.all(
    [0, ...floor.owners.map(o => o.participant)].map(async number => (await market.read('Ledger', 'balanceOfNumber', number))[0]),
  );
  // 1.3 kWh at 0.15 euro, metered as traded.
  expect(balances).toEqual([0n, 195_000n, -195_000n]);
});

test('J12 the positions that cost most, as many as nets may name at balances that share no slot and are all new, are gathered in calls of half a block', {
  timeout: 180_000,
}, async () => {
  const market = await openMarket(2 * POSITIONS_MAX);
  await market.send('Registry', ADMIN, 'connectPoints', [encodeBytes32String('POINT')], [RETAILER], 1);
  await commitUnread(market, 1024);
  market.nowS = DELIVERED;
  const positions = Array.from({ length: POSITIONS_MAX }, (_, k) => {
    const sign = k % 2 ? 1n : -1n;
    return { point: 1, participant: 2 * k + 2, netWh: sign, amountMicroEur: sign << 62n };
  });
  const nets: Nets = { ...NOTHING, batchId: 1n, positions: packPositions(positions) };
  await market.send('NetSettlement', METERS, 'settleBatch', nets);
  market.nowS += OBJECTION_S;
  const { parts } = await sheetNow(market);
  expect(parts).toHaveLength(4);
  for (let left = parts.length - 1; left >= 0; left--) {
    const sheet = { ...(await sheetNow(market)), rest: chainOf(parts.slice(0, left)), parts: [parts[left]] };
    const { gas } = await market.send('NetSettlement', ADMIN, 'gather', SLOT, sheet);
    expect(gas).toBeLessThan(15_000_000n);
  }
  expect((await market.read('NetSettlement', 'openGroupCount', SLOT))[0]).toBe(0n);
});

/** Gas of a day of the last 100 of so many participants with a point each, the 100 trading with each other. */
async function dayOf(participants: number): Promise<Record<string, bigint>> {
  const market = await openMarket(participants);
  const registry = (method: string, ...args: unknown[]) => market.send('Registry', ADMIN, method, ...args);
  const point = (k: number) => encodeBytes32String(`POINT-${k}`);
  const all = Array.from({ length: participants }, (_, k) => k);
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
  Object.assign(gas, await commitUnread(market, 50));
  market.nowS = DELIVERED;
  const positions = last.map((k, i) => {
    const sign = i % 2 ? 1n : -1n;
    return { point: k + 1, participant: k + 3, netWh: sign * 1000n, amountMicroEur: sign * 150_000n };
  });
  const nets: Nets = { ...NOTHING, batchId: 1n, positions: packPositions(positions) };
  await spend('NetSettlement', 'settleBatch', nets);
  const readings = last.map(k => signedReading(market, meter(k), point(k), 1000n));
  await spend('Metering', 'report', readings);
  market.nowS += OBJECTION_S;
  // All of the last 100 lie in one group, however many there are.
  const sheet = await sheetNow(market, SLOT, groupOfPoint(participants));
  await spend('Settlement', 'settlePoints', SLOT, sheet, last.map(point));
  await spend('Settlement', 'closeInterval', SLOT);
  return gas;
}

const owner = (k: number) => toBeHex(0x10_0000 + k, 20);

/** A retailer, an operator of everything in area 1, then owners: participants 1, 2, and 3 on. */
async function openMarket(owners: number): Promise<LocalMarket> {
  const parameters = { administrator: ADMIN, rules: defaultRules(RETAILER), tariff: defaultTariff };
  const market = await LocalMarket.deploy(parameters, START);
  const registry = (method: string, ...args: unknown[]) => market.send('Registry', ADMIN, method, ...args);
  await registry('register', RETAILER, ROLE.RETAILER, 'retailer');
  await registry('register', METERS, ROLE.METER_OPERATOR | ROLE.DSO | ROLE.AGGREGATOR, 'operator');
  await registry('openArea', METERS);
  for (let k = 0; k < owners; k++) await registry('register', owner(k), ROLE.PROSUMER, '');
  return market;
}

/** A batch of so many trades that nobody could open, all accepted; gas of both calls. */
async function commitUnread(market: LocalMarket, trades: number): Promise<Record<string, bigint>> {
  const places = Array.from({ length: trades }, (_, index) => index);
  const leaves = places.map(k => toBeHex(k + 1, 32));
  const decisions = concat(places.map(k => solidityPacked(['uint16', 'uint8', 'uint16'], [k, DECISION.ACCEPTED, 7])));
  const commitTrades = await market.send('EnergyMarket', METERS, 'commitTrades', [SLOT, 0, 1, 1, 0n], leaves, '0x');
  const giveVerdicts = await market.send('GridSupervision', METERS, 'giveVerdicts', [[1n, decisions, ZeroHash, '0x']]);
  return { commitTrades: commitTrades.gas, giveVerdicts: giveVerdicts.gas };
}

function signedReading(market: LocalMarket, meter: SigningKey, point: string, netWh: bigint) {
  const reading = { point, interval: SLOT, netWh, revision: 0 };
  const domain = meteringDomain(market.chainId, market.addresses.Metering);
  return { reading, signature: meter.sign(TypedDataEncoder.hash(domain, READING_TYPES, reading)).serialized };
}

async function expectRefused(name: string, attempt: Promise<unknown>): Promise<void> {
  await expect(attempt).rejects.toSatisfy(error => error instanceof Refused && error.errorName === name, name);
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

const NOTHING = { sellerSideFeeMicroEur: 0n, buyerSideFeeMicroEur: 0n, positions: '0x' };
const CHUNK = 128;
/** Two a trade of the largest batch. */
const POSITIONS_MAX = 2048;
const MANY = process.env['INTERLOCK_RUNS'] === undefined ? 1000 : 5000;
const [PUSH1, PUSH32] = [0x60, 0x7f];
/** CREATE, CALLCODE, DELEGATECALL, CREATE2, SELFDESTRUCT. */
const FOREIGN_OPCODES = new Set([0xf0, 0xf2, 0xf4, 0xf5, 0xff]);
