import { encodeBytes32String, Wallet, ZeroHash } from 'ethers';
import { expect, test } from 'vitest';
import { type ContractName, contractNames, interfaces, ROLE } from '../../../contracts/bindings/index.ts';
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

test('a proposed trade keeps every digit, its points by name and its place on the chain', () => {
  const huge = 2n ** 64n - 1n;
  const [event] = new MarketDecoder(contracts).decode(
    block(
      log(
        'EnergyMarket',
        'TradeProposed',
        [7n, 1_768_327_200n, point('P0001'), point('bus:12'), alice, bob, huge, 2n ** 53n + 1n, 3],
        4,
      ),
    ),
  );
  expect(event).toEqual({
    type: 'trade',
    trade: {
      id: '7',
      kind: 'community',
      interval: 1_768_327_200,
      sellerPoint: 'P0001',
      buyerPoint: 'bus:12',
      seller: alice,
      buyer: bob,
      energyWh: huge,
      priceMicroEurPerKwh: 2n ** 53n + 1n,
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

test('verdict, reading and settlement keep their signs', () => {
  const events = new MarketDecoder(contracts).decode(
    block(
      log('GridSupervision', 'VerdictGiven', [7n, 900n, 2, 500n, -13n, 1, `0x${'e'.repeat(64)}`]),
      log('Metering', 'ReadingRecorded', [point('P1'), 900n, -250n, 1]),
      log('Settlement', 'TradeSettled', [7n, 900n, 5n, -13n]),
    ),
  );
  expect(events).toMatchObject([
    { type: 'verdict', verdict: { decision: 'reduced', energyWh: 500n, feeMicroEur: -13n } },
    { type: 'reading', reading: { point: 'P1', netWh: -250n, revision: 1 } },
    { type: 'trade-settled', amountMicroEur: 5n, feeMicroEur: -13n },
  ]);
});

test('a change of roles or a suspension gives the whole participant, also after a restart', () => {
  const decoder = new MarketDecoder(contracts);
  decoder.decode(block(log('Registry', 'ParticipantRegistered', [alice, 1, ROLE.PROSUMER, 'Mill Road 7'])));
  expect(decoder.decode(block(log('Registry', 'ParticipantSuspended', [alice, true])))).toMatchObject([
    { type: 'participant', participant: { name: 'Mill Road 7', roles: ['prosumer'], suspended: true } },
  ]);
  const restarted = new MarketDecoder(contracts);
  restarted.remember({ account: alice, name: 'Mill Road 7', roles: ['prosumer'], suspended: true });
  expect(
    restarted.decode(block(log('Registry', 'RolesChanged', [alice, ROLE.DSO | ROLE.METER_OPERATOR]))),
  ).toMatchObject([{ participant: { roles: ['dso', 'meter operator'], suspended: true } }]);
});

test('logs of other contracts mean nothing, an unknown log of our own stops the index', () => {
  const decoder = new MarketDecoder(contracts);
  const ours = log('Metering', 'ReadingRecorded', [point('P1'), 900n, 1n, 0]);
  expect(decoder.decode(block({ ...ours, address: `0x${'9'.repeat(40)}` }))).toEqual([]);
  expect(() => decoder.decode(block({ ...ours, topics: [`0x${'7'.repeat(64)}`] }))).toThrow(
    UnknownMarketLogError,
  );
});

test('flexibility of another area is reserved until it stands or comes back; the product and the words of an override are kept', () => {
  const part = [3n, 5n, point('P1'), 9n, 900n, 1, 400n, 90_000n];
  const events = new MarketDecoder(contracts).decode(
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
