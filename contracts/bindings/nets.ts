/** The nets of a batch, as NetSettlement takes them and Daylight computes them: exact integers. */
import { concat, solidityPacked } from 'ethers';
import type { Nets } from './generated/types.ts';

/** Owner and point of one end of a trade, by their numbers in the Registry. */
export interface NetLeg {
  readonly participant: number;
  readonly point: number;
}

/** What a participant traded at a point, net. */
export interface TradedPosition extends NetLeg {
  /** Sold positive. */
  readonly netWh: bigint;
  /** Received positive. */
  readonly amountMicroEur: bigint;
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
  const sums = new Map<bigint, TradedPosition>();
  let sellerSideFeeMicroEur = 0n;
  let buyerSideFeeMicroEur = 0n;
  for (const trade of trades) {
    const settled = settledTrade(trade, feeCapMicroEurPerKwh);
    if (settled.energyWh === 0n) continue;
    const fees = settled.sellerSideFeeMicroEur + settled.buyerSideFeeMicroEur;
    sellerSideFeeMicroEur += settled.sellerSideFeeMicroEur;
    buyerSideFeeMicroEur += settled.buyerSideFeeMicroEur;
    add(sums, trade.seller, settled.energyWh, settled.amountMicroEur);
    add(sums, trade.buyer, -settled.energyWh, -settled.amountMicroEur - fees);
  }
  if (sums.size === 0) return null;
  return { batchId, sellerSideFeeMicroEur, buyerSideFeeMicroEur, positions: packPositions([...sums.values()]) };
}

/** As NetSettlement takes them: ascending by point, then participant. */
export function packPositions(positions: readonly TradedPosition[]): string {
  const sorted = [...positions].sort((a, b) => a.point - b.point || a.participant - b.participant);
  return concat(
    sorted.map(p =>
      solidityPacked(
        ['uint32', 'uint32', 'int40', 'int64'],
        [p.point, p.participant, p.netWh, p.amountMicroEur],
      ),
    ),
  );
}

/** @param packed whole positions, hex */
export function unpackPositions(packed: string): TradedPosition[] {
  return splitPositions(packed).map(position => {
    const word = BigInt(`0x${position}`);
    return {
      point: Number(word >> 136n),
      participant: Number((word >> 104n) & 0xffff_ffffn),
      netWh: BigInt.asIntN(40, word >> 64n),
      amountMicroEur: BigInt.asIntN(64, word),
    };
  });
}

/** Hex digits of each position, without 0x. */
export function splitPositions(packed: string): string[] {
  return packed.slice(2).match(EACH_POSITION) ?? [];
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

function add(sums: Map<bigint, TradedPosition>, leg: NetLeg, netWh: bigint, amountMicroEur: bigint): void {
  const key = (BigInt(leg.point) << 32n) | BigInt(leg.participant);
  const sum = sums.get(key);
  sums.set(key, {
    point: leg.point,
    participant: leg.participant,
    netWh: (sum?.netWh ?? 0n) + netWh,
    amountMicroEur: (sum?.amountMicroEur ?? 0n) + amountMicroEur,
  });
}

/** 21 bytes. */
const EACH_POSITION = /.{42}/g;
const NOTHING: SettledTrade = {
  energyWh: 0n,
  amountMicroEur: 0n,
  sellerSideFeeMicroEur: 0n,
  buyerSideFeeMicroEur: 0n,
};
