import {
  decodeBytes32String,
  encodeBytes32String,
  solidityPacked,
  verifyTypedData,
  ZeroAddress,
  ZeroHash,
} from 'ethers';
import { expect, test } from 'vitest';
import {
  DECISION,
  DIRECTION,
  digestOf,
  meteringDomain,
  packedDecisions,
  packPositions,
  READING_TYPES,
  sealVerdicts,
  TRADE_KIND,
} from '../../contracts/bindings/index.ts';
import { roster } from '../participants.ts';
import { readingsWh } from '../physical/actual.ts';
import { type ChainDouble, chainDouble, OPERATOR } from '../testing/chain-double.ts';
import { january, town } from '../testing/settings.ts';
import { Settling } from './settling.ts';

const setting = town(1);
const people = roster(setting);
const [A, B, C, D] = setting.points.map(p => p.id) as [string, string, string, string];
const NOON = january(14, 12);
/** The world is started again here; what ended before is only on the chain. */
const RESTART = january(14, 16);
const OBJECTION_S = 300;
const CHAIN_ID = 20261;

test('after an interval its points are metered, its trades settled, its points settled, and it is closed, in this order', async () => {
  const { chain, settle } = world();
  trade(chain, 1n, RESTART, A, B);
  await settle(RESTART + 900 + 61);
  await settle(RESTART + 900 + 61 + OBJECTION_S + 60);
  expect(chain.sent.map(s => [s.method, s.from])).toEqual([
    ['report', people.meterOperator.wallet.address],
    ['settleBatch', people.aggregator.wallet.address],
    ['settlePoints', people.retailer.wallet.address],
    ['closeInterval', people.meterOperator.wallet.address],
  ]);
  expect((chain.sent[1]!.args[0] as readonly unknown[])[0]).toBe(1n);
  expect(pointsIn(chain.sent[2]!.args[2])).toEqual([A, B].sort());
  expect(chain.book.at(RESTART).closed).toBe(true);
  expect(chain.book.parts.groups(RESTART)).toEqual([]);
});

test('an interval is left alone until a minute after its end', async () => {
  const { chain, settle } = world();
  trade(chain, 1n, RESTART, A, B);
  await settle(RESTART + 900 + 59);
  expect(chain.sent).toEqual([]);
});

test('points wait until their latest reading is final, readings do not wait for them', async () => {
  const { chain, settle } = world();
  trade(chain, 1n, RESTART, A, B);
  trade(chain, 2n, RESTART + 900, C, D);
  await settle(RESTART + 900 + 800);
  await settle(RESTART + 900 + 800 + OBJECTION_S + 59);
  const reported = ['report', 'settleBatch', 'report', 'settleBatch'];
  expect(chain.sent.map(s => s.method)).toEqual(reported);
  await settle(RESTART + 900 + 800 + OBJECTION_S + 60);
  const settled = ['settlePoints', 'closeInterval'];
  expect(chain.sent.map(s => s.method)).toEqual([...reported, ...settled]);
  expect(chain.book.at(RESTART).closed).toBe(true);
});

test('an interval without business closes when the time for objections is over', async () => {
  const { chain, settle } = world();
  await settle(RESTART + 900 + OBJECTION_S + 59);
  expect(chain.sent).toEqual([]);
  await settle(RESTART + 900 + OBJECTION_S + 60);
  expect(chain.sent.map(s => s.method)).toEqual(['closeInterval']);
});

test('a reading is signed with the key of its own meter', async () => {
  const { chain, settle } = world();
  trade(chain, 1n, RESTART, A, B);
  await settle(RESTART + 900 + 61);
  const domain = meteringDomain(CHAIN_ID, chain.addresses.Metering);
  for (const [[point, interval, netWh, revision], signature] of signedReadings(chain)) {
    const k = setting.points.findIndex(p => p.id === decodeBytes32String(point));
    const signer = verifyTypedData(domain, READING_TYPES, { point, interval, netWh, revision }, signature);
    expect([signer, revision]).toEqual([people.meterAt(setting.points[k]!.id).address, 0n]);
  }
  expect(new Set([A, B, C, D].map(id => people.meterAt(id).address)).size).toBe(4);
});

test('after a restart intervals with open business on chain are taken up again: trades, activations and curtailments alike', async () => {
  const { chain, settle, closed } = world();
  const [traded, activated, curtailed, done, refused] = [0, 1, 2, 3, 4].map(k => NOON + k * 900) as [
    number,
    number,
    number,
    number,
    number,
  ];
  trade(chain, 1n, traded, A, B);
  activate(chain, activated, C);
  curtail(chain, curtailed, D);
  trade(chain, 2n, done, A, B);
  chain.emit('Settlement', 'IntervalClosed', [done, 2]);
  trade(chain, 3n, refused, A, B, DECISION.REJECTED);

  await settle(RESTART);
  await settle(RESTART + OBJECTION_S + 60);
  expect(closed()).toEqual([traded, activated, curtailed]);
  const reported = chain.sent
    .filter(s => s.method === 'report')
    .map(s => pointsIn(signed(s).map(([reading]) => reading)));
  expect(reported).toEqual([[A, B].sort(), [C], [D]]);
});

test('what the chain has of an interval already is not sent a second time', async () => {
  const { chain, settle } = world();
  trade(chain, 1n, NOON, A, B);
  trade(chain, 2n, NOON, C, D);
  for (const point of [A, B])
    chain.emit('Metering', 'ReadingRecorded', [encodeBytes32String(point), NOON, 100, 0]);
  chain.emit('NetSettlement', 'BatchSettled', [1n, NOON, ZeroAddress, 0, 0, '0x']);
  chain.emit('Settlement', 'PointSettled', [encodeBytes32String(A), NOON, ZeroAddress, 0, 0, 0]);

  await settle(RESTART);
  await settle(RESTART + OBJECTION_S + 60);
  const args = Object.fromEntries(chain.sent.map(s => [s.method, s.args]));
  expect(
    signedReadings(chain)
      .map(([[point]]) => decodeBytes32String(point))
      .sort(),
  ).toEqual([C, D].sort());
  expect((args['settleBatch']![0] as readonly unknown[])[0]).toBe(2n);
  expect(pointsIn(args['settlePoints']![2])).toEqual([B, C, D].sort());
});

test('a settlement that fails is tried again, five times at most, and then the next interval has its turn', async () => {
  const { chain, settle, closed } = world();
  trade(chain, 1n, RESTART, A, B);
  trade(chain, 2n, RESTART + 900, C, D);
  let failures = 0;
  chain.refuse = sent => {
    const isFirst = sent.method === 'settlePoints' && sent.args[0] === BigInt(RESTART);
    if (isFirst) failures += 1;
    return isFirst ? 'refused' : null;
  };
  await settle(RESTART + 1800 + 61);
  await settle(RESTART + 1800 + 61 + OBJECTION_S + 60);
  expect(failures).toBe(5);
  expect(closed()).toEqual([RESTART + 900]);
  // Its readings went through at the first attempt and stayed.
  expect(chain.sent.filter(s => s.method === 'report')).toHaveLength(2);
});

test('points settle group by group, with what the group traded until it is gathered and with its sums afterwards', async () => {
  const { chain, settle } = world();
  const [first, second] = [setting.points.slice(0, 120), setting.points.slice(260, 264)];
  for (const [k, { id }] of first.slice(0, 60).entries())
    trade(chain, BigInt(k + 1), RESTART, id, first[60 + k]!.id);
  trade(chain, 61n, RESTART, second[0]!.id, second[1]!.id);
  await settle(RESTART + 900 + 61);
  await settle(RESTART + 900 + 61 + OBJECTION_S + 60);
  const calls = chain.sent.filter(s => s.method === 'settlePoints').map(settlementOf);
  expect(calls.map(c => [c.group, c.points.length, c.parts])).toEqual([
    [0, 50, 60],
    [0, 50, 0],
    [0, 20, 0],
    [1, 2, 1],
  ]);
  // The word of points 0 to 3, then after the first call: each of 1 to 3 sold 500 Wh.
  expect(calls.map(c => c.firstWord)).toEqual([0n, SOLD_500_WH, SOLD_500_WH, 0n]);
  expect(chain.book.at(RESTART).closed).toBe(true);
});

test('whoever gathers in front of the retailer costs it a call sent again, not an attempt', async () => {
  const { chain, settle } = world();
  trade(chain, 1n, RESTART, A, B);
  await settle(RESTART + 900 + 61);
  let refusals = 0;
  chain.refuse = sent => {
    if (sent.method !== 'settlePoints' || refusals > 0) return null;
    refusals += 1;
    chain.gather(RESTART, 0);
    return 'settlePoints: reverted, SheetDiffers';
  };
  await settle(RESTART + 900 + 61 + OBJECTION_S + 60);
  const calls = chain.sent.filter(s => s.method === 'settlePoints').map(settlementOf);
  expect([refusals, calls.map(c => [c.points.length, c.parts])]).toEqual([1, [[2, 0]]]);
  expect(chain.book.at(RESTART).closed).toBe(true);
});

test('a group whose trades were all taken back is gathered for itself, so that its interval closes', async () => {
  const { chain, settle } = world();
  const leg = { participant: 9, netWh: 0n, amountMicroEur: 0n };
  const positions = packPositions([
    { ...leg, point: 3 },
    { ...leg, point: 300 },
  ]);
  // The batch of somebody whose details this world does not know.
  chain.emit('NetSettlement', 'BatchSettled', [77n, RESTART, ZeroAddress, 0, 0, positions]);
  chain.emit('NetSettlement', 'BatchVoided', [77n, RESTART]);
  await settle(RESTART + 900 + OBJECTION_S + 60);
  expect(chain.sent.map(s => s.method)).toEqual(['settlePoints', 'settlePoints', 'closeInterval']);
  const calls = chain.sent.slice(0, 2).map(settlementOf);
  expect(calls.map(c => [c.group, c.points, c.parts])).toEqual([
    [0, [], 2],
    [1, [], 2],
  ]);
});

test('readings of every point are published once for each interval, those that are reported among them', async () => {
  const { chain, settle, published } = world();
  trade(chain, 1n, RESTART, A, B);
  await settle(RESTART + 1800 + 61);
  expect(published.map(p => p.interval)).toEqual([RESTART, RESTART + 900]);
  const [first] = published;
  expect(first!.netWh).toEqual(readingsWh(setting, RESTART, chain.book.at(RESTART)));
  const [[point, , netWh]] = signedReadings(chain)[0]!;
  const row = setting.points.findIndex(p => p.id === decodeBytes32String(point));
  expect(netWh).toBe(BigInt(first!.netWh[row]!));
});

test('a batch that was objected to is opened by its broker before its points settle', async () => {
  const { chain, settle } = world();
  trade(chain, 1n, RESTART, A, B);
  await settle(RESTART + 900 + 61);
  chain.emit('NetSettlement', 'BatchObjected', [1n, RESTART, people.individuals[0]!.wallet.address, 0]);
  await settle(RESTART + 900 + 61 + OBJECTION_S + 60);
  const daylight = chain.sent.filter(s => s.from === people.aggregator.wallet.address).map(s => s.method);
  expect(daylight).toEqual(['settleBatch', 'showVerdicts', 'showTrades', 'finish']);
  const finish = chain.sent.findIndex(s => s.method === 'finish');
  expect(chain.sent.findIndex(s => s.method === 'settlePoints')).toBeGreaterThan(finish);
});

test('a batch whose nets come too late is made void, and its interval closes', async () => {
  const { chain, settle, closed } = world();
  trade(chain, 1n, RESTART, A, B);
  await settle(RESTART + 900 + 4 * 3600);
  const methods = chain.sent.map(s => s.method).filter(method => method !== 'closeInterval');
  expect(methods).toEqual(['report', 'voidUnsettled']);
  await settle(RESTART + 900 + 5 * 3600);
  expect(closed()).toContain(RESTART);
});

test('points wait for the answer to a contest', async () => {
  const { chain, settle, closed } = world();
  trade(chain, 1n, RESTART, A, B);
  await settle(RESTART + 900 + 61);
  const word = encodeBytes32String(A);
  chain.emit('Metering', 'ReadingContested', [word, RESTART, ZeroAddress, 0, 1]);
  await settle(RESTART + 900 + 61 + OBJECTION_S + 60);
  expect(closed()).toEqual([]);
  chain.emit('Metering', 'ContestAnswered', [word, RESTART, 0]);
  await settle(RESTART + 900 + 61 + OBJECTION_S + 61);
  expect(closed()).toEqual([RESTART]);
});

/** The settling of a world on a chain double; `settle` lets it work at a market time until it finds nothing more to do. */
function world() {
  const chain = chainDouble({ setting, roster: people });
  const published: { interval: number; netWh: Int32Array }[] = [];
  const settling = new Settling({
    setting,
    roster: people,
    link: chain.link,
    addresses: chain.addresses,
    chainId: CHAIN_ID,
    objectionS: OBJECTION_S,
    settlementS: 4 * 3600,
    book: chain.book,
    onReadings: (interval, netWh) => published.push({ interval, netWh }),
    log: () => {},
  });
  const settle = async (nowS: number) => {
    chain.blockS = nowS;
    for (let turn = 0; turn < TURNS; turn++) {
      settling.step(nowS * 1000, RESTART);
      await settling.settled();
    }
  };
  const closed = () => chain.sent.filter(s => s.method === 'closeInterval').map(s => Number(s.args[0]));
  return { chain, settle, closed, published };
}

/** A trade that was proposed and has its verdict. */
function trade(
  chain: ChainDouble,
  id: bigint,
  interval: number,
  from: string,
  to: string,
  decision: number = DECISION.ACCEPTED,
): void {
  const [seller, buyer] = [from, to].map(point => chain.book.registry.connectionOf(point)!.number);
  const packed = solidityPacked(['uint32', 'uint32', 'uint40', 'uint32'], [seller, buyer, 500, 200_000]);
  const submitter = people.aggregator.wallet.address;
  chain.emit('EnergyMarket', 'TradesRecorded', [id, interval, submitter, TRADE_KIND.POOL, 1, 1, packed]);
  const entries = [
    { index: 0, decision, reasonCode: 0, energyWh: 500n, feeMicroEur: 0n, evidence: ZeroHash },
  ];
  const envelope = sealVerdicts(entries, OPERATOR.account, () => null, new Uint8Array(8));
  const round = [id, interval, OPERATOR.account, packedDecisions(entries), digestOf(entries), envelope];
  chain.emit('GridSupervision', 'VerdictsGiven', round);
}

function activate(chain: ChainDouble, interval: number, point: string): void {
  const word = encodeBytes32String(point);
  chain.emit('Flexibility', 'FlexibilityActivated', [1, 1, word, 1, interval, DIRECTION.UP, 1000, 200_000]);
}

function curtail(chain: ChainDouble, interval: number, point: string): void {
  const word = encodeBytes32String(point);
  chain.emit('Curtailment', 'CurtailmentOrdered', [
    1,
    word,
    interval,
    DIRECTION.DOWN,
    1000,
    1,
    1,
    0,
    ZeroHash,
    ZeroAddress,
    'overload',
    '',
  ]);
}

type SignedReading = readonly [readonly [string, bigint, bigint, bigint], string];

function signed(sent: ChainDouble['sent'][number]): readonly SignedReading[] {
  return sent.args[0] as readonly SignedReading[];
}

function signedReadings(chain: ChainDouble): readonly SignedReading[] {
  return chain.sent.filter(s => s.method === 'report').flatMap(signed);
}

function settlementOf({ args }: ChainDouble['sent'][number]) {
  const [group, , netsWh, parts] = args[1] as readonly [
    bigint,
    string,
    readonly bigint[],
    readonly unknown[],
  ];
  return { group: Number(group), firstWord: netsWh[0]!, parts: parts.length, points: pointsIn(args[2]) };
}

/** Ids of points in an argument: words, or rows that begin with one. */
function pointsIn(argument: unknown): string[] {
  return (argument as readonly (string | readonly [string])[])
    .map(item => decodeBytes32String(typeof item === 'string' ? item : item[0]))
    .sort();
}

/** Of points 1, 2 and 3 in the first word of a group. */
const SOLD_500_WH = (500n << 64n) | (500n << 128n) | (500n << 192n);
/** Above the intervals and attempts of any test. */
const TURNS = 12;
