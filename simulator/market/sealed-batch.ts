/** From trades that two parties agreed on to the call that commits them: signed by both, sealed for those concerned. */
import { encodeBytes32String, hexlify, type SigningKey, type Wallet } from 'ethers';
import {
  inBatchOrder,
  leafOf,
  publicKeyOf,
  sealTrades,
  TRADE_TERMS_TYPES,
  type TradeDetails,
  tradeTermsDomain,
} from '../../contracts/bindings/index.ts';
import type { RegistryBook } from './registry-book.ts';

/** A trade between two points, by their ids. */
export interface AgreedTrade {
  readonly seller: string;
  readonly buyer: string;
  readonly energyWh: number;
  readonly priceMicroEurPerKwh: number;
  readonly attribute: number;
}

export interface BatchHead {
  readonly interval: number;
  readonly kind: number;
  readonly sequence: bigint;
  readonly broker: { readonly address: string; readonly encryptionKey: SigningKey };
}

/** Arguments of `commitTrades`. @throws Error when an area has no operator who could read it */
export function commitment(
  head: BatchHead,
  trades: readonly AgreedTrade[],
  registry: RegistryBook,
  random: (bytes: number) => Uint8Array,
): readonly unknown[] {
  const connectionOf = (point: string) => {
    const connection = registry.connectionOf(point);
    if (connection === null) throw new Error(`${point} is not connected`);
    return connection;
  };
  const sealed = inBatchOrder(
    trades.map(trade => {
      const [seller, buyer] = [connectionOf(trade.seller), connectionOf(trade.buyer)];
      const details: TradeDetails = {
        sellerConnection: seller.number,
        buyerConnection: buyer.number,
        energyWh: BigInt(trade.energyWh),
        priceMicroEurPerKwh: BigInt(trade.priceMicroEurPerKwh),
        attribute: trade.attribute,
        salt: BigInt(hexlify(random(16))),
      };
      return {
        details,
        seller,
        buyer,
        sellerKey: registry.keyOf(seller.owner),
        buyerKey: registry.keyOf(buyer.owner),
      };
    }),
  );
  const [first] = sealed;
  if (first === undefined) throw new Error('a batch without trades');
  const areas = [...new Set([first.seller.area, first.buyer.area])];
  const operators = areas.map(area => {
    const key = registry.keyOf(registry.operatorOf(area) ?? '');
    if (key === null) throw new Error(`the operator of area ${area} has published no key to encrypt for`);
    return key;
  });
  const envelope = sealTrades(sealed, [...operators, publicKeyOf(head.broker.encryptionKey)], random);
  const terms = {
    interval: head.interval,
    kind: head.kind,
    sellerArea: first.seller.area,
    buyerArea: first.buyer.area,
    sequence: head.sequence,
  };
  return [terms, sealed.map(trade => leafOf(trade.details)), envelope];
}

/** What an owner signs of a trade: shown only when the batch is objected to. */
export function signTrade(
  owner: Wallet,
  market: { readonly chainId: number; readonly energyMarket: string },
  head: Omit<BatchHead, 'broker'> & { readonly broker: string },
  points: { readonly seller: string; readonly buyer: string },
  details: TradeDetails,
): Promise<string> {
  return owner.signTypedData(tradeTermsDomain(market.chainId, market.energyMarket), TRADE_TERMS_TYPES, {
    sellerPoint: encodeBytes32String(points.seller),
    buyerPoint: encodeBytes32String(points.buyer),
    interval: head.interval,
    energyWh: details.energyWh,
    priceMicroEurPerKwh: details.priceMicroEurPerKwh,
    attribute: details.attribute,
    kind: head.kind,
    broker: head.broker,
    sequence: head.sequence,
    salt: details.salt,
  });
}
