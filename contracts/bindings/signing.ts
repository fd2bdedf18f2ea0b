/** What is signed off chain (EIP-712): by the owners of two points to agree on a trade, by one to order from the pool, by a meter what it read. */
import type { TypedDataDomain, TypedDataField } from 'ethers';

/** Third argument's type table for ethers `signTypedData(domain, TRADE_TERMS_TYPES, terms)`. */
export const TRADE_TERMS_TYPES: Record<'TradeTerms', TypedDataField[]> = {
  TradeTerms: [
    { name: 'sellerPoint', type: 'bytes32' },
    { name: 'buyerPoint', type: 'bytes32' },
    { name: 'interval', type: 'uint64' },
    { name: 'energyWh', type: 'uint64' },
    { name: 'priceMicroEurPerKwh', type: 'uint64' },
    { name: 'attribute', type: 'uint8' },
    { name: 'kind', type: 'uint8' },
    { name: 'broker', type: 'address' },
    { name: 'sequence', type: 'uint64' },
    { name: 'salt', type: 'uint128' },
  ],
};

export function tradeTermsDomain(chainId: bigint | number, energyMarket: string): TypedDataDomain {
  return { name: 'Interlock EnergyMarket', version: '1', chainId, verifyingContract: energyMarket };
}

/** Third argument's type table for ethers `signTypedData(domain, READING_TYPES, reading)`. */
export const READING_TYPES: Record<'Reading', TypedDataField[]> = {
  Reading: [
    { name: 'point', type: 'bytes32' },
    { name: 'interval', type: 'uint64' },
    { name: 'netWh', type: 'int64' },
    { name: 'revision', type: 'uint32' },
  ],
};

export function meteringDomain(chainId: bigint | number, metering: string): TypedDataDomain {
  return { name: 'Interlock Metering', version: '1', chainId, verifyingContract: metering };
}

/** Third argument's type table for ethers `signTypedData(domain, ORDER_TYPES, order)`. */
export const ORDER_TYPES: Record<'Order', TypedDataField[]> = {
  Order: [
    { name: 'point', type: 'bytes32' },
    { name: 'interval', type: 'uint64' },
    { name: 'side', type: 'uint8' },
    { name: 'energyWh', type: 'uint64' },
    { name: 'limitPriceMicroEurPerKwh', type: 'uint64' },
    { name: 'expiresAt', type: 'uint64' },
    { name: 'nonce', type: 'uint64' },
  ],
};

export function orderDomain(chainId: bigint | number, poolMarket: string): TypedDataDomain {
  return { name: 'Interlock PoolMarket', version: '1', chainId, verifyingContract: poolMarket };
}
