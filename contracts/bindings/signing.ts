/** What the owners of two points sign off chain to agree on a trade (EIP-712). */
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
