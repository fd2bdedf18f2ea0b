/** The nets of a batch, as NetSettlement takes them and Daylight computes them: exact integers. */
import { concat, solidityPacked } from 'ethers';
import type { Nets } from './generated/types.ts';

/** Owner and point of one end of a trade, by their numbers in the Registry. */
export interface NetLeg {
  readonly participant: number;
  readonly point: number;
}

/** What a side let through, and its grid fee for that. */
export interface SideVerdict {
  /** 0: nothing, or no verdict. */
  readonly energyWh: bigint;
  readonly feeMicroEur: bigint;
}

export interface NetTrade {
  readonly seller: NetLeg;
  readonly buyer: NetLeg;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
  readonly sellerSide: SideVerdict;
  /** null: the batch lies inside one area. */
  readonly buyerSide: SideVerdict | null;
}

/** A trade after its verdicts: what flows and what is paid for it. */
export interface SettledTrade {
  readonly energyWh: bigint;
  /** Buyer to seller, rounded down. */
  readonly amountMicroEur: bigint;
  /** Buyer to the operators; negative: they pay. */
  readonly sellerSideFeeMicroEur: bigint;
  readonly buyerSideFeeMicroEur: bigint;
}

export function settledTrade(trade: NetTrade, feeCapMicroEurPerKwh: bigint): SettledTrade {
  const seller = capped(trade.sellerSide, trade.energyWh, feeCapMicroEurPerKwh);
  const buyer =
    trade.buyerSide === null
      ? { energyWh: seller.energyWh, feeMicroEur: 0n }
      : capped(trade.buyerSide, trade.energyWh, feeCapMicroEurPerKwh);
  const energyWh = seller.energyWh < buyer.energyWh ? seller.energyWh : buyer.energyWh;
  if (energyWh === 0n) return NOTHING;
  return {
    energyWh,
    amountMicroEur: (energyWh * trade.priceMicroEurPerKwh) / 1000n,
    sellerSideFeeMicroEur: feeFor(seller, energyWh),
    buyerSideFeeMicroEur: feeFor(buyer, energyWh),
  };
}

/** Nets of all trades of a batch that count; null when none does. */
export function netsOf(
  batchId: bigint,
  trades: readonly NetTrade[],
  feeCapMicroEurPerKwh: bigint,
): Nets | null {
  const amounts = new Map<number, bigint>();
  const energies = new Map<number, bigint>();
  let sellerSideFeeMicroEur = 0n;
  let buyerSideFeeMicroEur = 0n;
  for (const trade of trades) {
    const settled = settledTrade(trade, feeCapMicroEurPerKwh);
    if (settled.energyWh === 0n) continue;
    const fees = settled.sellerSideFeeMicroEur + settled.buyerSideFeeMicroEur;
    sellerSideFeeMicroEur += settled.sellerSideFeeMicroEur;
    buyerSideFeeMicroEur += settled.buyerSideFeeMicroEur;
    add(amounts, trade.seller.participant, settled.amountMicroEur);
    add(amounts, trade.buyer.participant, -settled.amountMicroEur - fees);
    add(energies, trade.seller.point, settled.energyWh);
    add(energies, trade.buyer.point, -settled.energyWh);
  }
  if (amounts.size === 0) return null;
  return {
    batchId,
    sellerSideFeeMicroEur,
    buyerSideFeeMicroEur,
    accounts: packed(amounts, ['uint32', 'int64']),
    points: packed(energies, ['uint32', 'int40']),
  };
}

function capped(side: SideVerdict, askedWh: bigint, feeCapMicroEurPerKwh: bigint): SideVerdict {
  const energyWh = side.energyWh < askedWh ? side.energyWh : askedWh;
  const cap = (energyWh * feeCapMicroEurPerKwh) / 1000n;
  const fee = side.feeMicroEur;
  return { energyWh, feeMicroEur: fee > cap ? cap : fee < -cap ? -cap : fee };
}

function feeFor(side: SideVerdict, energyWh: bigint): bigint {
  // Toward zero, as the contract's division.
  return energyWh === side.energyWh ? side.feeMicroEur : (side.feeMicroEur * energyWh) / side.energyWh;
}

function add(sums: Map<number, bigint>, key: number, value: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + value);
}

function packed(sums: ReadonlyMap<number, bigint>, types: [string, string]): string {
  return concat([...sums].sort(([a], [b]) => a - b).map(entry => solidityPacked(types, entry)));
}

const NOTHING: SettledTrade = {
  energyWh: 0n,
  amountMicroEur: 0n,
  sellerSideFeeMicroEur: 0n,
  buyerSideFeeMicroEur: 0n,
};
