/** Who may call what: the table of contracts/README.md, played as one day of a small market. */
import { encodeBytes32String, id, TypedDataEncoder, Wallet, ZeroHash } from 'ethers';
import { DECISION, DIRECTION, ORDER_SIDE, PRODUCT, ROLE } from '../generated/constants.ts';
import { type ContractName, contractNames } from '../generated/contracts.ts';
import type { Nets } from '../generated/types.ts';
import { digestOf, packedDecisions, type VerdictEntry } from '../sealing.ts';
import { meteringDomain, READING_TYPES } from '../signing.ts';
import {
  ADMIN,
  type Committed,
  commit,
  DELIVERED,
  entriesOf,
  type Floor,
  METERS,
  netsFor,
  openFloor,
  SLOT,
  START,
  sheetNow,
} from './trading-floor.ts';

/** In no list of the Registry. */
export const STRANGER = '0x00000000000000000000000000000000000000e1';
/** Registered as a consumer and nothing else, with a point of its own. */
export const CONSUMER = '0x00000000000000000000000000000000000000e2';
const NEWCOMER = '0x00000000000000000000000000000000000000e3';
const [SUN, HOME, DRAWS, SMALL, BROKERS] = ['POINT-0', 'POINT-1', 'DRAWS', 'SMALL', 'BROKERS'].map(
  encodeBytes32String,
) as [string, string, string, string, string];

const CLEARING = SLOT - 2400n;
const LATER_CLEARING = SLOT - 1500n;
const LAPSED = SLOT - 300n;
const ANSWERED = DELIVERED + 600n;
const FORSAKEN = DELIVERED + 14_400n;
const NEXT_EPOCH = START + 86_400n;

export const DONE = 'done';
const ANYONE = 'anyone';
const PARTICIPANT = 'a participant';
const ADMINISTRATOR = 'administrator';
const METER_OPERATORS = 'METER_OPERATOR or administrator';
const POINT_OWNER = 'owner of the point';

export interface Scene extends Floor {
  readonly sun: string;
  readonly operator: string;
  /** Corrected in daylight, void because nobody answered, void because nobody gave its nets. */
  readonly batches: readonly [Judged, Judged, Judged];
}
export interface Judged {
  readonly batch: Committed;
  readonly entries: readonly VerdictEntry[];
}
/** Stranger and consumer call first. Where neither may, the right one does after them: so what they sent was plausible. */
export interface Row {
  readonly call: `${ContractName}.${string}`;
  readonly who: string;
  /** Name of the refusal, or DONE. */
  readonly stranger: string;
  /** null: as the stranger, which already used the call up. */
  readonly consumer: string | null;
  /** null: a contract, or nobody else. */
  readonly right: ((scene: Scene) => string) | null;
  /** Time of the calls; that of the row before unless said. */
  readonly at?: bigint;
  /** What must have happened. */
  readonly first?: (scene: Scene) => Promise<unknown>;
  readonly args: (scene: Scene) => readonly unknown[] | Promise<readonly unknown[]>;
}

const admin = () => ADMIN;
const meters = () => METERS;
const sun = (s: Scene) => s.sun;
const operator = (s: Scene) => s.operator;
const broker = (s: Scene) => s.broker.wallet.address;
const owned = { stranger: 'OwnableUnauthorizedAccount', consumer: 'OwnableUnauthorizedAccount' };
const both = (refusal: string) => ({ stranger: refusal, consumer: refusal });
const byAnyone = { who: ANYONE, stranger: DONE, consumer: null, right: null };
const byAdministrator = { who: ADMINISTRATOR, ...owned, right: admin };

export const ROWS: readonly Row[] = [
  { call: 'Registry.register', ...byAdministrator, args: () => [NEWCOMER, ROLE.PROSUMER, 'new'] },
  { call: 'Registry.grant', ...byAdministrator, args: () => [NEWCOMER, ROLE.VPP] },
  { call: 'Registry.revoke', ...byAdministrator, args: () => [NEWCOMER, ROLE.VPP] },
  { call: 'Registry.suspend', ...byAdministrator, args: () => [NEWCOMER, false] },
  { call: 'Registry.setPaused', ...byAdministrator, args: () => [false] },
  { call: 'Registry.openArea', ...byAdministrator, args: s => [s.operator] },
  { call: 'Registry.assignArea', ...byAdministrator, args: s => [1, s.operator] },
  {
    call: 'Registry.connectPoints',
    who: METER_OPERATORS,
    ...both('NotAllowed'),
    right: meters,
    args: s => [[DRAWS, BROKERS], [s.sun, broker(s)], 1],
  },
  {
    call: 'Registry.setMeters',
    who: METER_OPERATORS,
    ...both('NotAllowed'),
    right: meters,
    args: () => [[SUN, HOME, DRAWS], [meterOf(SUN).address, meterOf(HOME).address, meterOf(DRAWS).address]],
  },
  {
    call: 'Registry.publishEncryptionKey',
    who: PARTICIPANT,
    stranger: 'NotRegistered',
    consumer: DONE,
    right: null,
    args: () => [id('key'), true],
  },
  { call: 'MarketRules.announceTariff', ...byAdministrator, args: () => [[START + 200_000n, 1n, 2n, 3n]] },
  {
    call: 'Flexibility.offer',
    who: POINT_OWNER,
    ...both('NotPointOwner'),
    right: sun,
    args: () => [[[SUN, SLOT, PRODUCT.BALANCING, DIRECTION.UP, 2000n, 100_000n, 500n]]],
  },
  {
    call: 'Flexibility.purchase',
    who: 'balancing: DSO, TSO; reserve: TSO; else DSO',
    ...both('RoleMissing'),
    right: s => s.operators[1].wallet.address,
    args: () => [SLOT, PRODUCT.BALANCING, [1], [200n], ZeroHash, ZeroHash],
  },
  { call: 'Flexibility.confirm', who: 'operator of the area', ...both('RoleMissing'), right: operator, args: () => [[1]] },
  {
    call: 'Flexibility.refuse',
    who: 'operator of the area',
    ...both('RoleMissing'),
    right: operator,
    first: s =>
      s.market.send('Flexibility', s.operators[1].wallet.address, 'purchase', SLOT, 0, [1], [200n], ZeroHash, ZeroHash),
    args: () => [[2], 1],
  },
  {
    call: 'Flexibility.cover',
    who: 'CONSUMER, PROSUMER, LARGE_CUSTOMER for an own point',
    stranger: 'RoleMissing',
    consumer: DONE,
    right: null,
    args: () => [SLOT, SMALL, [1], [100n]],
  },
  {
    call: 'Flexibility.withdraw',
    who: 'seller; anyone once it cannot be bought',
    ...both('NotPointOwner'),
    right: sun,
    args: () => [1],
  },
  { call: 'Flexibility.retire', who: 'Settlement', ...both('NotSettlement'), right: null, args: () => [SUN, SLOT] },
  { call: 'FlexibilityUnits.issue', who: 'Flexibility', ...both('NotFlexibility'), right: null, args: () => [STRANGER, 9, 1n] },
  { call: 'FlexibilityUnits.move', who: 'Flexibility', ...both('NotFlexibility'), right: null, args: s => [s.sun, STRANGER, 1, 1n] },
  { call: 'FlexibilityUnits.retire', who: 'Flexibility', ...both('NotFlexibility'), right: null, args: s => [s.sun, 1, 1n] },
  { call: 'FlexibilityUnits.withdraw', who: 'Flexibility', ...both('NotFlexibility'), right: null, args: s => [s.sun, 1, 1n] },
  {
    call: 'Curtailment.order',
    who: 'operator of the area (DSO, TSO)',
    ...both('RoleMissing'),
    right: operator,
    args: () => [[[SUN, SLOT, 100n, DIRECTION.DOWN, 3, 1, 10n, ZeroHash]], 'T1 above its limit', ''],
  },
  {
    call: 'EnergyMarket.postBid',
    who: 'AGGREGATOR for an own point',
    ...both('RoleMissing'),
    right: broker,
    args: () => [BROKERS, SLOT, 1000n, 200_000n],
  },
  { call: 'EnergyMarket.offerToBid', who: POINT_OWNER, ...both('NotOwnPoint'), right: sun, args: () => [1, SUN, 500n, 150_000n] },
  { call: 'EnergyMarket.closeBid', who: 'owner of the bidding point', ...both('BidNotYours'), right: broker, args: () => [1] },
  {
    call: 'EnergyMarket.recordPool',
    who: 'PoolMarket',
    ...both('NotPool'),
    right: null,
    args: () => [SLOT, STRANGER, [[1, 2, 1, 1, 500n, 150_000n]]],
  },
  {
    call: 'EnergyMarket.commitTrades',
    who: 'a participant; communities COMMUNITY, between zones SHARING_PROVIDER',
    stranger: 'NotParticipant',
    consumer: DONE,
    right: null,
    args: () => [[SLOT, 0, 1, 1, 0n], [id('leaf')], '0x'],
  },
  {
    call: 'GridSupervision.giveVerdicts',
    who: 'operator of an area of the batch (DSO, TSO)',
    ...both('NotOperator'),
    right: operator,
    args: s => [s.batches.map(({ batch, entries }) => roundOf(batch, entries))],
  },
  {
    call: 'PoolMarket.placeOrders',
    who: 'owner of the point; a participant with its signature',
    stranger: 'NotParticipant',
    consumer: 'OrderSignatureInvalid',
    right: sun,
    args: () => [[[SUN, SLOT, ORDER_SIDE.SELL, 500n, 150_000n, SLOT, 0n]], ['0x']],
  },
  {
    call: 'PoolMarket.cancelOrder',
    who: 'owner when it was placed',
    ...both('NotPointOwner'),
    right: sun,
    first: s =>
      s.market.send('PoolMarket', s.sun, 'placeOrders', [[SUN, SLOT, ORDER_SIDE.SELL, 500n, 150_000n, SLOT, 1n]], ['0x']),
    args: () => [(SLOT << 32n) + 2n],
  },
  { call: 'PoolMarket.voidOrder', who: POINT_OWNER, ...both('NotPointOwner'), right: sun, args: () => [SUN, 7n] },
  {
    call: 'PoolMarket.beginClearing',
    who: PARTICIPANT,
    stranger: 'NotParticipant',
    consumer: DONE,
    right: null,
    at: CLEARING,
    first: async s => {
      s.market.nowS = START;
      const buys = [[HOME, SLOT, ORDER_SIDE.BUY, 500n, 150_000n, SLOT, 0n]];
      await s.market.send('PoolMarket', s.owners[1]!.wallet.address, 'placeOrders', buys, ['0x']);
    },
    args: () => [SLOT],
  },
  {
    call: 'PoolMarket.stepClearing',
    who: `${PARTICIPANT}, in a walk of its own`,
    stranger: 'NotParticipant',
    consumer: DONE,
    right: null,
    args: () => [SLOT, [1], [3]],
  },
  {
    call: 'PoolMarket.finishClearing',
    who: `${PARTICIPANT}, a walk of its own`,
    stranger: 'NotParticipant',
    consumer: DONE,
    right: null,
    args: () => [SLOT, 150_000n, 500n],
  },
  {
    call: 'PoolMarket.recordTrades',
    who: PARTICIPANT,
    stranger: 'NotParticipant',
    consumer: DONE,
    right: null,
    args: () => [SLOT, 0, [[[1, 2, 1, 1, 500n, 150_000n]]]],
  },
  {
    call: 'PoolMarket.clearPool',
    who: PARTICIPANT,
    stranger: 'NotParticipant',
    consumer: DONE,
    right: null,
    at: LATER_CLEARING,
    args: () => [SLOT + 900n, [[], [], 0n, 0n]],
  },
  { call: 'Flexibility.release', ...byAnyone, at: LAPSED, args: () => [3] },
  {
    call: 'Metering.report',
    who: 'METER_OPERATOR, signed by the meter',
    ...both('RoleMissing'),
    right: meters,
    at: DELIVERED,
    args: s => [[signedReading(s, SUN, 5000n), signedReading(s, HOME, -1000n), signedReading(s, DRAWS, -300n)]],
  },
  { call: 'Metering.contest', who: 'owner the reading was recorded for', ...both('NotPointOwner'), right: sun, args: () => [SUN, SLOT, 1] },
  { call: 'Metering.answer', who: 'METER_OPERATOR', ...both('RoleMissing'), right: meters, args: () => [SUN, SLOT] },
  {
    call: 'NetSettlement.settleBatch',
    who: 'submitter, operators of the areas',
    ...both('NotConcerned'),
    right: broker,
    args: s => [netsOf(s, 0)],
  },
  {
    call: 'NetSettlement.objectTo',
    who: `${PARTICIPANT}, also suspended`,
    stranger: 'NotRegistered',
    consumer: DONE,
    right: null,
    args: s => [s.batches[0].batch.batchId],
  },
  { call: 'NetSettlement.correct', who: 'Daylight', ...both('NotDaylight'), right: null, args: s => [netsOf(s, 0), netsOf(s, 0)] },
  {
    call: 'Daylight.showVerdicts',
    ...byAnyone,
    who: `${ANYONE}, in a session of its own`,
    args: s => [s.batches[0].batch.batchId, 0, s.batches[0].entries, true],
  },
  {
    call: 'Daylight.showTrades',
    ...byAnyone,
    who: `${ANYONE}, in a session of its own`,
    args: s => [s.batches[0].batch.batchId, detailsOf(s.batches[0].batch)],
  },
  { call: 'Daylight.finish', ...byAnyone, who: `${ANYONE}, a session of its own`, args: s => [netsOf(s, 0), netsOf(s, 0)] },
  {
    call: 'NetSettlement.voidObjected',
    ...byAnyone,
    at: ANSWERED,
    first: async s => {
      s.market.nowS = DELIVERED;
      await s.market.send('NetSettlement', broker(s), 'settleBatch', netsOf(s, 1));
      await s.market.send('NetSettlement', CONSUMER, 'objectTo', s.batches[1].batch.batchId);
    },
    args: s => [netsOf(s, 1)],
  },
  { call: 'NetSettlement.voidUnsettled', ...byAnyone, at: FORSAKEN, args: s => [s.batches[2].batch.batchId] },
  { call: 'NetSettlement.gather', ...byAnyone, args: async s => [SLOT, await sheetNow(s.market)] },
  {
    call: 'Settlement.settlePoints',
    ...byAnyone,
    args: async s => [SLOT, await sheetNow(s.market), [SUN, HOME, DRAWS]],
  },
  {
    call: 'Settlement.closeInterval',
    who: 'DSO, METER_OPERATOR',
    ...both('RoleMissing'),
    right: meters,
    args: () => [SLOT],
  },
  { call: 'Ledger.post', who: 'NetSettlement, Settlement', ...both('NotSettlement'), right: null, args: () => [[1, 2], [1n, -1n]] },
  {
    call: 'Ledger.postPositions',
    who: 'NetSettlement',
    ...both('NotSettlement'),
    right: null,
    args: () => ['0x', 1],
  },
  { call: 'ProofOfEnergy.claim', ...byAnyone, args: s => [s.sun, SLOT, [DRAWS, SUN]] },
  { call: 'Validators.stand', who: 'DSO, TSO, AGGREGATOR', ...both('RoleMissing'), right: broker, args: () => [] },
  { call: 'Validators.resign', who: 'who stands', ...both('NotStanding'), right: broker, args: () => [] },
  { call: 'Validators.endEpoch', ...byAnyone, at: NEXT_EPOCH, args: () => [] },
  ...(['Registry', 'MarketRules'] as const).flatMap((contract): Row[] => [
    { call: `${contract}.transferOwnership`, ...byAdministrator, args: () => [NEWCOMER] },
    { call: `${contract}.acceptOwnership`, who: 'whom the administrator named', ...owned, right: () => NEWCOMER, args: () => [] },
  ]),
];

export async function openScene(): Promise<Scene> {
  const floor = await openFloor(2);
  await floor.market.send('Registry', ADMIN, 'register', CONSUMER, ROLE.CONSUMER, 'consumer');
  await floor.market.send('Registry', ADMIN, 'connectPoints', [SMALL], [CONSUMER], 1);
  const judged = async (energyWh: bigint): Promise<Judged> => {
    const batch = await commit(floor, [{ seller: 0, buyer: 1, energyWh }]);
    return { batch, entries: entriesOf(batch, [{ decision: DECISION.ACCEPTED }]) };
  };
  return {
    ...floor,
    sun: floor.owners[0]!.wallet.address,
    operator: floor.operators[0].wallet.address,
    batches: [await judged(1000n), await judged(2000n), await judged(3000n)],
  };
}

function roundOf({ batchId }: Committed, entries: readonly VerdictEntry[]) {
  return { batchId, decisions: packedDecisions(entries), digest: digestOf(entries), envelope: '0x' };
}

function netsOf({ batches }: Scene, place: 0 | 1): Nets {
  return netsFor(batches[place].batch, [batches[place].entries, null]);
}

function detailsOf({ trades }: Committed) {
  return trades.map(({ details, sellerSignature, buyerSignature }) => ({
    trade: details,
    attribute: details.attribute,
    salt: details.salt,
    sellerSignature,
    buyerSignature,
  }));
}

function meterOf(point: string): Wallet {
  return new Wallet(id(`meter of ${point}`));
}

function signedReading({ market }: Scene, point: string, netWh: bigint) {
  const reading = { point, interval: SLOT, netWh, revision: 0 };
  const domain = meteringDomain(market.chainId, market.addresses.Metering);
  return { reading, signature: meterOf(point).signingKey.sign(TypedDataEncoder.hash(domain, READING_TYPES, reading)).serialized };
}

/** As the README prints it, in the order of deployment, not of the day. */
export function roleTable(): string {
  const rows = contractNames.flatMap(contract => ROWS.filter(row => row.call.startsWith(`${contract}.`)));
  const lines = rows.map(({ call, who, stranger, consumer }) => {
    const cell = (outcome: string) => (outcome === DONE ? 'may' : outcome);
    return `| \`${call}\` | ${who} | ${cell(stranger)} | ${cell(consumer ?? stranger)} |`;
  });
  return ['| function | who may | a stranger | a consumer |', '| --- | --- | --- | --- |', ...lines, ''].join('\n');
}
