/**
 * A chain for tests: takes what is sent, answers with the events of the contracts, and keeps both for the test to read.
 * It decides nothing: what a contract would refuse is the test's to say.
 */
import { type Interface, toBeHex, verifyTypedData, ZeroAddress } from 'ethers';
import {
  type ContractName,
  contractNames,
  defaultTariff,
  interfaces,
  type MarketAddresses,
  ORDER_TYPES,
  orderDomain,
} from '../../contracts/bindings/index.ts';
import type { ChainLink } from '../chain/link.ts';
import { type Book, book } from '../market/book.ts';

export interface Sent {
  readonly from: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

export interface ChainDouble {
  readonly addresses: MarketAddresses;
  /** What the chain says. */
  readonly book: Book;
  readonly link: ChainLink;
  readonly sent: Sent[];
  /** Time of the blocks to come, Unix seconds. */
  blockS: number;
  /** An event of somebody else. */
  emit(contract: ContractName, event: string, args: readonly unknown[]): void;
  /** Accounts that are not active. */
  readonly suspended: Set<string>;
  /** Names why a transaction is refused; null takes it. */
  refuse: (sent: Sent) => string | null;
}

export function chainDouble(): ChainDouble {
  const addresses = Object.fromEntries(
    contractNames.map((name, k) => [name, toBeHex(k + 1, 20)]),
  ) as MarketAddresses;
  const nameAt = new Map(contractNames.map(name => [addresses[name], name]));
  const made = book(addresses);
  const emit: ChainDouble['emit'] = (contract, event, args) => {
    const { topics, data } = (interfaces[contract] as Interface).encodeEventLog(event, [...args]);
    made.apply({ address: addresses[contract], topics, data }, double.blockS);
  };
  const double: ChainDouble = {
    addresses,
    book: made,
    sent: [],
    blockS: 0,
    suspended: new Set(),
    emit,
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
        for (const [event, of] of EVENTS[method]?.(sent.args, sender.address) ?? [])
          emit(contract, event, of);
        return { blockNumber: double.sent.length, logs: [] };
      },
      call: async (_, data) => {
        const registry = interfaces.Registry;
        if (data.startsWith(registry.getFunction('active')!.selector))
          return registry.encodeFunctionResult('active', [
            !double.suspended.has(registry.decodeFunctionData('active', data)[0]),
          ]);
        const { validFrom, feedInMicroEurPerKwh, retailMicroEurPerKwh, feeCapMicroEurPerKwh } = defaultTariff;
        const tariff = [validFrom, feedInMicroEurPerKwh, retailMicroEurPerKwh, feeCapMicroEurPerKwh];
        return interfaces.MarketRules.encodeFunctionResult('tariffAt', [tariff]);
      },
      close: () => {},
    },
  };
  return double;
}

type Rows = readonly (readonly unknown[])[];

/** What a method that passes has to say, by its arguments. Amounts nobody reads are 0. */
const EVENTS: Record<string, (args: readonly unknown[], sender: string) => [string, readonly unknown[]][]> = {
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
  settleTrades: ([interval, ids]) =>
    (ids as readonly bigint[]).map(id => ['TradeSettled', [id, interval, 0, 0]]),
  settlePoints: ([interval, points]) =>
    (points as readonly string[]).map(point => ['PointSettled', [point, interval, ZeroAddress, 0, 0, 0]]),
  closeInterval: ([interval]) => [['IntervalClosed', [interval, 0, 0]]],
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
