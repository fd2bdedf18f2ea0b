/**
 * A chain for tests: takes what is sent, answers with the events of the contracts, and keeps both for the test to read.
 * It decides nothing: what a contract would refuse is the test's to say.
 */
import {
  encodeBytes32String,
  getAddress,
  type Interface,
  id,
  SigningKey,
  toBeHex,
  verifyTypedData,
  ZeroAddress,
} from 'ethers';
import {
  type ContractName,
  chainOf,
  contractNames,
  defaultTariff,
  interfaces,
  type MarketAddresses,
  ORDER_TYPES,
  orderDomain,
  publicKeyOf,
  ROLE,
  rootOf,
  stateAfter,
} from '../../contracts/bindings/index.ts';
import type { ChainLink } from '../chain/link.ts';
import { type Book, book } from '../market/book.ts';
import { readerFor } from '../market/neighbour.ts';
import { NEIGHBOUR_POINTS } from '../neighbour-points.ts';
import { everybodyIn, type Roster } from '../participants.ts';
import type { Setting } from '../setting.ts';

export interface Sent {
  readonly from: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

export interface ChainDouble {
  readonly addresses: MarketAddresses;
  /** What the chain says. */
  readonly book: Book;
  /** What it says to who holds the key of the neighbouring operator alone. */
  readonly neighbourBook: Book;
  readonly link: ChainLink;
  readonly sent: Sent[];
  /** Time of the blocks to come, Unix seconds. */
  blockS: number;
  /** An event of somebody else. */
  emit(contract: ContractName, event: string, args: readonly unknown[]): void;
  /** Somebody gathers what a group of points traded; whoever settles points of it does too. */
  gather(interval: number, group: number): void;
  /** Accounts that are not active. */
  readonly suspended: Set<string>;
  /** Names why a transaction is refused; null takes it. */
  refuse: (sent: Sent) => string | null;
}

/** @param people whose registration the chain has seen, in area 1 of an operator with a key and area 2 of the neighbour; null: nobody's */
export function chainDouble(
  people: { readonly setting: Setting; readonly roster: Roster } | null = null,
): ChainDouble {
  const addresses = Object.fromEntries(
    contractNames.map((name, k) => [name, toBeHex(k + 1, 20)]),
  ) as MarketAddresses;
  const nameAt = new Map(contractNames.map(name => [addresses[name], name]));
  const everybody = people === null ? [] : everybodyIn(people.roster);
  const keys = new Map(everybody.map(p => [p.wallet.address, p.encryptionKey]));
  const made = book(addresses, ({ submitter }) => keys.get(submitter) ?? null);
  const neighbourBook = book(
    addresses,
    people === null ? () => null : readerFor(people.roster.neighbour.operator),
  );
  const emit: ChainDouble['emit'] = (contract, event, args) => {
    const { topics, data } = (interfaces[contract] as Interface).encodeEventLog(event, [...args]);
    for (const reader of [made, neighbourBook])
      reader.apply({ address: addresses[contract], topics, data }, double.blockS);
  };
  const groupStates = new Map<string, string>();
  const groupOf = (interval: number, group: number): string =>
    groupStates.get(`${interval} ${group}`) ?? chainOf(made.parts.parts(interval, group));
  const intervalOf: IntervalOf = batchId =>
    made.intervals().find(interval => made.at(interval).batches.some(batch => batch.id === batchId)) ?? 0;
  const double: ChainDouble = {
    addresses,
    book: made,
    neighbourBook,
    sent: [],
    blockS: 0,
    suspended: new Set(),
    emit,
    gather: (interval, group) => {
      const sheet = made.parts.sheet(interval, group, groupOf(interval, group));
      if (sheet.parts.length > 0) groupStates.set(`${interval} ${group}`, stateAfter(sheet));
    },
    refuse: () => null,
    link: {
      follow: async () => true,
      submit: async (sender, to, data) => {
        const contract = nameAt.get(to)!;
        const { name: method, args } = (interfaces[contract] as Interface).parseTransaction({ data })!;
        const sent = { from: sender.address, method, args: args.toArray() };
        const refusal = double.refuse(sent);
        if (refusal !== null) throw new Error(refusal);
        double.sent.push(sent);
        if (method === 'commitTrades') emit(contract, 'TradesSealed', sealedEvent(sent, double.sent));
        if (method === 'settlePoints')
          double.gather(Number(sent.args[0]), Number((sent.args[1] as readonly unknown[])[0]));
        for (const [event, of] of EVENTS[method]?.(sent.args, sender.address, intervalOf) ?? [])
          emit(method === 'finish' ? 'NetSettlement' : contract, event, of);
        return { blockNumber: double.sent.length, logs: [] };
      },
      call: async (_, data) => {
        const registry = interfaces.Registry;
        if (data.startsWith(registry.getFunction('active')!.selector))
          return registry.encodeFunctionResult('active', [
            !double.suspended.has(registry.decodeFunctionData('active', data)[0]),
          ]);
        const market = interfaces.EnergyMarket;
        for (const method of ['nextSequence', 'sequenceOf'])
          if (data.startsWith(market.getFunction(method)!.selector))
            return market.encodeFunctionResult(method, [
              double.sent.filter(s => s.method === 'commitTrades').length,
            ]);
        const trades = interfaces.NetSettlement;
        if (data.startsWith(trades.getFunction('groupOf')!.selector)) {
          const [interval, group] = trades.decodeFunctionData('groupOf', data);
          return trades.encodeFunctionResult('groupOf', [groupOf(Number(interval), Number(group))]);
        }
        const { validFrom, feedInMicroEurPerKwh, retailMicroEurPerKwh, feeCapMicroEurPerKwh } = defaultTariff;
        const tariff = [validFrom, feedInMicroEurPerKwh, retailMicroEurPerKwh, feeCapMicroEurPerKwh];
        return interfaces.MarketRules.encodeFunctionResult('tariffAt', [tariff]);
      },
      close: () => {},
    },
  };
  if (people !== null) register(emit, people.setting, people.roster);
  return double;
}

/** The grid operator of the tests: its account and the key that details are encrypted for. */
export const OPERATOR = { account: toBeHex(0xd50, 20), encryptionKey: new SigningKey(id('operator')) };

function register(emit: ChainDouble['emit'], setting: Setting, roster: Roster): void {
  const everybody = everybodyIn(roster);
  everybody.forEach((p, k) => {
    emit('Registry', 'ParticipantRegistered', [p.wallet.address, k + 2, p.roles, p.name]);
    const { keyX, keyOdd } = publicKeyOf(p.encryptionKey);
    emit('Registry', 'EncryptionKeyPublished', [p.wallet.address, keyX, keyOdd]);
  });
  const { keyX, keyOdd } = publicKeyOf(OPERATOR.encryptionKey);
  emit('Registry', 'ParticipantRegistered', [getAddress(OPERATOR.account), 1, ROLE.DSO, 'Operator']);
  emit('Registry', 'EncryptionKeyPublished', [OPERATOR.account, keyX, keyOdd]);
  emit('Registry', 'AreaAssigned', [1, OPERATOR.account]);
  emit('Registry', 'AreaAssigned', [2, roster.neighbour.operator.wallet.address]);
  [...setting.points, ...NEIGHBOUR_POINTS].forEach(({ id }, k) => {
    const owner = roster.ownerAt(id)!.wallet.address;
    const area = k < setting.points.length ? 1 : 2;
    emit('Registry', 'PointConnected', [encodeBytes32String(id), owner, k + 1, k + 1, area]);
  });
}

function sealedEvent({ from, args }: Sent, all: readonly Sent[]): readonly unknown[] {
  const [interval, kind, sellerArea, buyerArea] = args[0] as readonly unknown[];
  const leaves = [...(args[1] as readonly string[])];
  const batchId = FIRST_SEALED + BigInt(all.filter(s => s.method === 'commitTrades').length);
  const head = [batchId, interval, from, kind, sellerArea, buyerArea];
  return [...head, leaves.length, rootOf(leaves), args[2]];
}

/** Above the numbers that tests give to batches of their own. */
const FIRST_SEALED = 10_000n;

type Rows = readonly (readonly unknown[])[];

type IntervalOf = (batchId: bigint) => number;

/** What a method that passes has to say, by its arguments. Amounts nobody reads are 0. */
const EVENTS: Record<
  string,
  (args: readonly unknown[], sender: string, intervalOf: IntervalOf) => [string, readonly unknown[]][]
> = {
  placeOrders: ([terms, signatures]) =>
    (terms as Rows).map((term, k) => {
      const [point, interval, side, energyWh, limit, expiresAt] = term;
      const owner = signerOf(term, (signatures as readonly string[])[k]!);
      const id = (BigInt(interval as bigint) << 32n) + BigInt(k + 1);
      return ['OrderPlaced', [id, interval, point, owner, side, energyWh, limit, expiresAt]];
    }),
  clearPool: ([interval]) => [['PoolCleared', [interval, ZeroAddress, 0, 0, 0, 0, 0]]],
  report: ([readings]) =>
    (readings as readonly [readonly unknown[], string][]).map(([reading]) => [
      'ReadingRecorded',
      [...reading],
    ]),
  giveVerdicts: ([rounds], sender, intervalOf) =>
    (rounds as readonly [bigint, string, string, string][]).map(([batchId, ...round]) => [
      'VerdictsGiven',
      [batchId, intervalOf(batchId), sender, ...round],
    ]),
  settleBatch: ([nets], sender, intervalOf) => {
    const [batchId, sellerFee, buyerFee, positions] = nets as readonly [bigint, bigint, bigint, string];
    return [['BatchSettled', [batchId, intervalOf(batchId), sender, sellerFee, buyerFee, positions]]];
  },
  voidUnsettled: ([batchId], _, intervalOf) => [['BatchVoided', [batchId, intervalOf(batchId as bigint)]]],
  finish: ([posted, nets], _, intervalOf) => {
    const [batchId] = posted as readonly [bigint];
    return [['BatchCorrected', [batchId, intervalOf(batchId), true, nets]]];
  },
  settlePoints: ([interval, , points]) =>
    (points as readonly string[]).map(point => ['PointSettled', [point, interval, ZeroAddress, 0, 0, 0]]),
  closeInterval: ([interval]) => [['IntervalClosed', [interval, 0]]],
  offer: ([terms], sender) =>
    (terms as Rows).map(([point, interval, product, direction, energyWh, price, baselineNetWh], k) => [
      'FlexibilityOffered',
      [k + 1, point, interval, product, direction, energyWh, price, sender, baselineNetWh],
    ]),
};

/** Who signed an order, on the chain of the tests. */
function signerOf(term: readonly unknown[], signature: string): string {
  const domain = orderDomain(1, chainDouble().addresses.PoolMarket);
  const named = Object.fromEntries(ORDER_TYPES.Order.map(({ name }, k) => [name, term[k]]));
  return verifyTypedData(domain, ORDER_TYPES, named, signature);
}
