import { readFileSync } from 'node:fs';
import {
  type EventFragment,
  encodeBytes32String,
  id,
  SigningKey,
  solidityPacked,
  Wallet,
  ZeroAddress,
  ZeroHash,
} from 'ethers';
import { describe, expect, test } from 'vitest';
import {
  type ContractName,
  contractNames,
  defaultRules,
  digestOf,
  interfaces,
  leafOf,
  netsOf,
  packedDecisions,
  packPositions,
  publicKeyOf,
  ROLE,
  rootOf,
  sealTrades,
  sealVerdicts,
  type TradedPosition,
  unpackPositions,
} from '../../../contracts/bindings/index.ts';
import type { Hex, VerifiedLog } from '../follower.ts';
import { MarketDecoder, UnknownMarketLogError } from './decode.ts';

const addressOf = (k: number) => `0x${String(k + 1).padStart(40, '0')}`;
const contracts = Object.fromEntries(contractNames.map((name, k) => [name, addressOf(k)])) as Record<
  ContractName,
  string
>;
const alice = new Wallet(`0x${'1'.repeat(64)}`).address;
const bob = new Wallet(`0x${'2'.repeat(64)}`).address;

function log(contract: ContractName, event: string, values: readonly unknown[], logIndex = 0): VerifiedLog {
  const { topics, data } = interfaces[contract].encodeEventLog(event, values);
  return {
    address: contracts[contract] as Hex,
    topics: topics as Hex[],
    data: data as Hex,
    transactionHash: '0xaa',
    logIndex,
  };
}

const block = (...logs: VerifiedLog[]) => ({
  number: 12,
  hash: '0xbb' as Hex,
  timestampS: 1_768_320_000,
  logs,
});
const point = encodeBytes32String;

const OPERATOR = new Wallet(`0x${'3'.repeat(64)}`).address;
const reader = { account: OPERATOR, encryptionKey: new SigningKey(id('the operator’s encryption')) };
const HUGE_WH = 2n ** 40n - 1n;
const HUGE_PRICE = 2n ** 32n - 1n;

/** Two participants with a point each in the operator's area, and a tariff. */
const setUp = [
  log('MarketRules', 'TariffAnnounced', [0n, 80_000n, 320_000n, 100_000n]),
  log('Registry', 'ParticipantRegistered', [OPERATOR, 1, ROLE.DSO, 'Operator']),
  log('Registry', 'ParticipantRegistered', [alice, 2, ROLE.PROSUMER, 'Alice']),
  log('Registry', 'ParticipantRegistered', [bob, 3, ROLE.PROSUMER, 'Bob']),
  log('Registry', 'AreaAssigned', [1, OPERATOR]),
  log('Registry', 'PointConnected', [point('P0001'), alice, 1, 1, 1]),
  log('Registry', 'PointConnected', [point('bus:12'), bob, 2, 2, 1]),
];
const ready = (): MarketDecoder => {
  const decoder = new MarketDecoder(contracts, reader);
  decoder.decode(block(...setUp));
  return decoder;
};
const details = {
  sellerConnection: 1,
  buyerConnection: 2,
  energyWh: 1000n,
  priceMicroEurPerKwh: 150_001n,
  attribute: 1,
  salt: 7n,
};
let drawn = 0;
const random = (bytes: number): Uint8Array =>
  Buffer.from(id(`${drawn++}`).slice(2), 'hex').subarray(0, bytes);
const key = publicKeyOf(reader.encryptionKey);
const envelope = sealTrades([{ details, sellerKey: null, buyerKey: null }], [key], random);
const root = rootOf([leafOf(details)]);
const sealedLog = (sealed = envelope, committed = root) =>
  log('EnergyMarket', 'TradesSealed', [5n, 1_768_327_200n, alice, 3, 1, 1, 1n, committed, sealed], 4);

test('public trades keep every digit, their points by name and their place on the chain', () => {
  const packed = solidityPacked(['uint32', 'uint32', 'uint40', 'uint32'], [1, 2, HUGE_WH, HUGE_PRICE]);
  const recorded = log('EnergyMarket', 'TradesRecorded', [7n, 1_768_327_200n, alice, 1, 1, 1, packed], 4);
  const [event] = ready().decode(block(recorded));
  expect(event).toEqual({
    type: 'trade',
    trade: {
      id: String(7 * 1024),
      kind: 'pool',
      interval: 1_768_327_200,
      sellerPoint: 'P0001',
      buyerPoint: 'bus:12',
      seller: alice,
      buyer: bob,
      energyWh: HUGE_WH,
      priceMicroEurPerKwh: HUGE_PRICE,
      attribute: 'none',
      submitter: alice,
      otherArea: null,
      sealKey: null,
      proposedAt: {
        blockNumber: 12,
        blockHash: '0xbb',
        transactionHash: '0xaa',
        logIndex: 4,
        atMs: 1_768_320_000_000,
      },
    },
  });
});

test('sealed trades are read with the operator’s key, those of other areas are not ours', () => {
  const [event] = ready().decode(block(sealedLog()));
  expect(event).toMatchObject({
    type: 'trade',
    trade: { id: String(5 * 1024), kind: 'community', energyWh: 1000n, attribute: 'renewable' },
  });
  const decoder = ready();
  decoder.decode(block(log('Registry', 'AreaAssigned', [1, bob])));
  expect(decoder.decode(block(sealedLog()))).toEqual([]);
});

test('a batch whose envelope does not hold what was committed is said to be unreadable', () => {
  const expected = { type: 'batch-unreadable', batchId: '5', trades: 1, submitter: alice };
  expect(ready().decode(block(sealedLog(envelope, rootOf([root]))))).toMatchObject([expected]);
  expect(ready().decode(block(sealedLog('0x01')))).toMatchObject([expected]);
  const other = { ...reader, encryptionKey: new SigningKey(id('another')) };
  const blind = new MarketDecoder(contracts, other);
  blind.decode(block(...setUp));
  expect(blind.decode(block(sealedLog()))).toMatchObject([expected]);
});

/** The sealed batch with a verdict of its operator. */
function judged(decoder: MarketDecoder, feeMicroEur = -13n) {
  const [trade] = decoder.decode(block(sealedLog()));
  if (trade?.type !== 'trade') throw new Error('the trade was not read');
  const evidence = `0x${'e'.repeat(64)}`;
  const entries = [{ index: 0, decision: 2, reasonCode: 1, energyWh: 500n, feeMicroEur, evidence }];
  const sealed = sealVerdicts(entries, OPERATOR, () => trade.trade.sealKey, random(8));
  const round = [5n, 1_768_327_200n, OPERATOR, packedDecisions(entries), digestOf(entries), sealed];
  return { trade, round: log('GridSupervision', 'VerdictsGiven', round) };
}
const side = { energyWh: 500n, feeMicroEur: -13n };
const nets = netsOf(
  5n,
  [
    {
      seller: { participant: 2, point: 1 },
      buyer: { participant: 3, point: 2 },
      energyWh: 1000n,
      priceMicroEurPerKwh: 150_001n,
      sellerSide: side,
      buyerSide: null,
    },
  ],
  100_000n,
)!;
const settledLog = (positions = nets.positions, fee = nets.sellerSideFeeMicroEur) =>
  log('NetSettlement', 'BatchSettled', [5n, 1_768_327_200n, alice, fee, 0n, positions]);

test('verdict, reading and settlement keep their signs', () => {
  const decoder = ready();
  const { round } = judged(decoder);
  const reading = log('Metering', 'ReadingRecorded', [point('P0001'), 900n, -250n, 2]);
  expect(decoder.decode(block(round, reading, settledLog()))).toMatchObject([
    { type: 'verdict', verdict: { tradeId: '5120', decision: 'reduced', energyWh: 500n, feeMicroEur: -13n } },
    { type: 'reading', reading: { point: 'P0001', netWh: -250n, revision: 2 } },
    { type: 'batch-settled', batchId: '5', problem: '' },
    { type: 'trade-settled', tradeId: '5120', amountMicroEur: 75_000n, feeMicroEur: -13n },
  ]);
});

test('nets that are not what the trades give settle no trade here, and say where they part', () => {
  const decoder = ready();
  decoder.decode(block(judged(decoder).round));
  const [seller, buyer] = unpackPositions(nets.positions) as [TradedPosition, TradedPosition];
  const { amountMicroEur, netWh } = seller;
  for (const [wrong, problem] of [
    [{ ...seller, amountMicroEur: amountMicroEur + 1n }, 'what participants pay or receive'],
    [{ ...seller, netWh: netWh + 1n }, 'sold or bought at the points'],
    [{ ...seller, participant: 9 }, 'sold or bought at the points'],
    [{ ...seller, point: 9 }, 'sold or bought at the points'],
  ] as const)
    expect(decoder.decode(block(settledLog(packPositions([wrong, buyer]))))).toMatchObject([
      { type: 'batch-settled', problem: expect.stringContaining(problem) },
    ]);
  expect(decoder.decode(block(settledLog(packPositions([seller]))))).toMatchObject([
    { type: 'batch-settled', problem: expect.stringContaining('sold or bought at the points') },
  ]);
  expect(decoder.decode(block(settledLog(nets.positions, -14n)))).toMatchObject([
    { type: 'batch-settled', problem: 'grid fees of -14 µ€ instead of -13 µ€' },
  ]);
});

/** A batch that Alice in the operator's area sells to Bob in the neighbour's, judged by both. */
describe('a batch between two areas', () => {
  const NEIGHBOUR = new Wallet(`0x${'4'.repeat(64)}`).address;
  const border = [
    log('Registry', 'ParticipantRegistered', [NEIGHBOUR, 4, ROLE.DSO, 'Neighbour']),
    log('Registry', 'AreaAssigned', [2, NEIGHBOUR]),
    log('Registry', 'PointConnected', [point('bus:12'), bob, 3, 2, 2]),
  ];
  const crossing = { ...details, buyerConnection: 3 };
  const neighbourKey = publicKeyOf(new SigningKey(id('the neighbour’s encryption')));
  const sealed = sealTrades(
    [{ details: crossing, sellerKey: null, buyerKey: null }],
    [key, neighbourKey],
    random,
  );
  const committed = [5n, 1_768_327_200n, alice, 5, 1, 2, 1n, rootOf([leafOf(crossing)]), sealed];
  const round = (operator: string, sealKey: string | null, energyWh: bigint, feeMicroEur: bigint) => {
    const evidence = `0x${'e'.repeat(64)}`;
    const entries = [{ index: 0, decision: 2, reasonCode: 1, energyWh, feeMicroEur, evidence }];
    const envelope = sealVerdicts(entries, operator, () => sealKey, random(8));
    const values = [5n, 1_768_327_200n, operator, packedDecisions(entries), digestOf(entries), envelope];
    return log('GridSupervision', 'VerdictsGiven', values);
  };
  const nets = netsOf(
    5n,
    [
      {
        seller: { participant: 2, point: 1 },
        buyer: { participant: 3, point: 2 },
        energyWh: 1000n,
        priceMicroEurPerKwh: 150_001n,
        sellerSide: { energyWh: 800n, feeMicroEur: 80n },
        buyerSide: { energyWh: 500n, feeMicroEur: 7n },
      },
    ],
    100_000n,
  )!;
  const settled = log('NetSettlement', 'BatchSettled', [
    ...[5n, 1_768_327_200n, alice],
    ...[nets.sellerSideFeeMicroEur, nets.buyerSideFeeMicroEur, nets.positions],
  ]);
  /** All of it, and what was read before its settlement. */
  const played = () => {
    const decoder = ready();
    const [trade, ...none] = decoder
      .decode(block(...border, log('EnergyMarket', 'TradesSealed', committed, 4)))
      .slice(3);
    if (trade?.type !== 'trade') throw new Error('the trade was not read');
    const { sealKey } = trade.trade;
    const rounds = decoder.decode(
      block(round(NEIGHBOUR, sealKey, 500n, 7n), round(OPERATOR, sealKey, 800n, 80n)),
    );
    return { decoder, trade, none, rounds };
  };
  const THE_LESSER = { type: 'trade-settled', energyWh: 500n, amountMicroEur: 75_000n, feeMicroEur: 50n };

  test('says which other area has a say in it, and what its operator said', () => {
    const { trade, none, rounds } = played();
    expect([trade.trade.otherArea, none]).toEqual([2, []]);
    expect(rounds).toMatchObject([
      {
        type: 'verdict-of-other-side',
        operator: NEIGHBOUR,
        verdict: { decision: 'reduced', energyWh: 500n, feeMicroEur: 7n },
      },
      { type: 'verdict', verdict: { decision: 'reduced', energyWh: 800n, feeMicroEur: 80n } },
    ]);
  });

  test('settles the lesser energy of both sides, and this operator receives the fee of its own', () => {
    expect(played().decoder.decode(block(settled))).toMatchObject([
      { type: 'batch-settled', problem: '' },
      THE_LESSER,
    ]);
  });

  test('is settled the same way after a restart', () => {
    const { trade, rounds } = played();
    const restarted = new MarketDecoder(contracts, reader);
    for (const event of new MarketDecoder(contracts, reader).decode(block(...setUp, ...border)))
      restarted.remember(event);
    for (const event of [trade, ...rounds]) restarted.remember(event);
    expect(restarted.decode(block(settled))).toMatchObject([{ problem: '' }, THE_LESSER]);
  });
});

test('after a restart verdicts and nets of a batch read before are understood', () => {
  const first = ready();
  const { trade, round } = judged(first);
  const remembered = [...new MarketDecoder(contracts, reader).decode(block(...setUp)), trade];
  const restarted = new MarketDecoder(contracts, reader);
  for (const event of remembered) restarted.remember(event);
  const [verdict] = restarted.decode(block(round));
  expect(verdict).toMatchObject({ type: 'verdict', verdict: { energyWh: 500n } });
  const again = new MarketDecoder(contracts, reader);
  for (const event of [...remembered, verdict!]) again.remember(event);
  expect(again.decode(block(settledLog()))).toMatchObject([{ problem: '' }, { type: 'trade-settled' }]);
});

test('a change of roles or a suspension gives the whole participant, also after a restart', () => {
  const decoder = new MarketDecoder(contracts, reader);
  decoder.decode(block(log('Registry', 'ParticipantRegistered', [alice, 1, ROLE.PROSUMER, 'Mill Road 7'])));
  expect(decoder.decode(block(log('Registry', 'ParticipantSuspended', [alice, true])))).toMatchObject([
    { type: 'participant', participant: { name: 'Mill Road 7', roles: ['prosumer'], suspended: true } },
  ]);
  const restarted = new MarketDecoder(contracts, reader);
  const participant = {
    account: alice,
    number: 1,
    name: 'Mill Road 7',
    roles: ['prosumer'],
    suspended: true,
  };
  const at = { blockNumber: 1, blockHash: '0x', transactionHash: '0x', logIndex: 0, atMs: 0 };
  restarted.remember({ type: 'participant', participant, at });
  expect(
    restarted.decode(block(log('Registry', 'RolesChanged', [alice, ROLE.DSO | ROLE.METER_OPERATOR]))),
  ).toMatchObject([{ participant: { roles: ['dso', 'meter operator'], suspended: true } }]);
});

test('a meter is told with its point until it is taken away, and the rules of the market with their lengths and costs', () => {
  const rules = { ...defaultRules(bob), intervalSeconds: 1800n, objectionCostMicroEur: HUGE_WH };
  const events = ready().decode(
    block(
      log('Registry', 'MeterSet', [point('P0001'), alice]),
      log('Registry', 'MeterSet', [point('P0001'), ZeroAddress]),
      log('MarketRules', 'RulesFixed', [rules]),
    ),
  );
  expect(events).toMatchObject([
    { type: 'meter', point: 'P0001', meter: alice },
    { type: 'meter', point: 'P0001', meter: null },
    {
      type: 'rules',
      rules: {
        intervalSeconds: 1800,
        gateLeadSeconds: 600,
        objectionSeconds: 300,
        objectionCostMicroEur: HUGE_WH,
      },
    },
  ]);
});

test('logs of other contracts mean nothing, an unknown log of our own stops the index', () => {
  const decoder = new MarketDecoder(contracts, reader);
  const ours = log('Metering', 'ReadingRecorded', [point('P1'), 900n, 1n, 0]);
  expect(decoder.decode(block({ ...ours, address: `0x${'9'.repeat(40)}` }))).toEqual([]);
  expect(() => decoder.decode(block({ ...ours, topics: [`0x${'7'.repeat(64)}`] }))).toThrow(
    UnknownMarketLogError,
  );
});

test('flexibility of another area is reserved until it stands or comes back; the product and the words of an override are kept', () => {
  const part = [3n, 5n, point('P1'), 9n, 900n, 1, 400n, 90_000n];
  const events = new MarketDecoder(contracts, reader).decode(
    block(
      log('Flexibility', 'FlexibilityOffered', [5n, point('P1'), 900n, 4, 1, 500n, 90_000n, alice, -7n]),
      log('FlexibilityUnits', 'TransferSingle', [contracts.Flexibility, alice, bob, 5n, 400n]),
      log('Flexibility', 'FlexibilityOrdered', [3n, bob, 900n, 0, ZeroHash, ZeroHash, point('P2')]),
      log('Flexibility', 'FlexibilityReserved', part),
      log('Flexibility', 'FlexibilityActivated', part),
      log('Flexibility', 'FlexibilityRefused', [10n, 5n, 900n, 100n, 7]),
      log('Flexibility', 'FlexibilityLapsed', [11n, 5n, 900n, 100n]),
      log('Curtailment', 'CurtailmentOrdered', [
        ...[1n, point('P1'), 900n, 1, 500n, 3, 1, 0n, ZeroHash, alice],
        ...['over its rating', 'behind another line'],
      ]),
    ),
  );
  const read = { partId: '9', orderId: '3', offerId: '5', point: 'P1', direction: 'down', energyWh: 400n };
  expect(events).toMatchObject([
    { type: 'offer', offer: { product: 'reserve', direction: 'down' } },
    { type: 'flexibility-order', product: 'balancing', element: '', beneficiaryPoint: 'P2' },
    { type: 'reservation', reservation: read },
    { type: 'activation', activation: read },
    { type: 'reservation-ended', partId: '10' },
    { type: 'reservation-ended', partId: '11' },
    { type: 'curtailment', order: { reason: 'over its rating', marketOverride: 'behind another line' } },
  ]);
});

test('every event of every contract is understood or listed as of no meaning', () => {
  const source = readFileSync(new URL('./decode.ts', import.meta.url), 'utf8');
  const unknown = contractNames.flatMap(name =>
    interfaces[name].fragments.flatMap(f =>
      f.type === 'event' && !source.includes(`'${(f as EventFragment).name}'`)
        ? [(f as EventFragment).name]
        : [],
    ),
  );
  expect(unknown).toEqual([]);
});
