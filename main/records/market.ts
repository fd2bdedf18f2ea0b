/** The words of the market as the chain speaks them: decoded, verified, unchanged. */
import type { IntervalStart, MarketMs, MicroEur, MicroEurPerKwh, Wh } from './units.ts';

/** Where an event stands on the verified chain. */
export interface ChainPosition {
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly transactionHash: string;
  readonly logIndex: number;
  /** Timestamp of the block. */
  readonly atMs: MarketMs;
}

export type TradeKind = 'bilateral' | 'pool' | 'auction' | 'community' | 'multi-bilateral' | 'sharing';
/** What the energy of a trade is promised to be. */
export type EnergyAttribute = 'none' | 'renewable' | 'same-area';
export type Decision = 'accepted' | 'reduced' | 'rejected' | 'held';

export interface Trade {
  /** Decimal text of the number on chain: batch · 1024 + place in the batch. */
  readonly id: string;
  readonly kind: TradeKind;
  readonly interval: IntervalStart;
  readonly sellerPoint: string;
  readonly buyerPoint: string;
  readonly seller: string;
  readonly buyer: string;
  readonly energyWh: Wh;
  readonly priceMicroEurPerKwh: MicroEurPerKwh;
  readonly attribute: EnergyAttribute;
  /** Who committed the batch, in the hexadecimal of the chain. */
  readonly submitter: string;
  /** Grid area of the other end where another operator has a say as well; null: this operator alone speaks for the trade. */
  readonly otherArea: number | null;
  /** 16 bytes, hex: seals what is said of the trade; null: its details are public. */
  readonly sealKey: string | null;
  readonly proposedAt: ChainPosition;
}

/** Prices of the retailer and bound of the grid fees, from an interval on. */
export interface MarketTariff {
  readonly validFrom: IntervalStart;
  readonly feedInMicroEurPerKwh: MicroEurPerKwh;
  readonly retailMicroEurPerKwh: MicroEurPerKwh;
  readonly feeCapMicroEurPerKwh: MicroEurPerKwh;
}

/** Numbers the market is run with, fixed at its deployment: those that this console acts on. */
export interface MarketRules {
  /** Length of a delivery interval. */
  readonly intervalSeconds: number;
  /** The gate of an interval closes so long before delivery. */
  readonly gateLeadSeconds: number;
  /** The nets of a batch may be objected to for so long, and an objection answered for so long after that. */
  readonly objectionSeconds: number;
  /** Paid by who objected to nets that were right. */
  readonly objectionCostMicroEur: MicroEur;
}

/** What the grid operator said of a trade, as recorded on chain. */
export interface RecordedVerdict {
  readonly tradeId: string;
  readonly decision: Decision;
  readonly energyWh: Wh;
  readonly feeMicroEur: MicroEur;
  readonly reasonCode: number;
  readonly evidence: string;
  readonly recordedAt: ChainPosition;
}

/** up: more injection or less consumption; down: less injection or more consumption. */
export type Direction = 'up' | 'down';

/** What flexibility is bought for: balancing and reserve by a TSO, the others (and local balance) by a DSO. */
export type FlexibilityProduct = 'balancing' | 'congestion' | 'voltage' | 'losses' | 'reserve';

export interface FlexibilityOffer {
  readonly id: string;
  readonly product: FlexibilityProduct;
  readonly point: string;
  readonly interval: IntervalStart;
  readonly direction: Direction;
  readonly energyWh: Wh;
  readonly priceMicroEurPerKwh: MicroEurPerKwh;
  readonly seller: string;
  readonly offeredAt: ChainPosition;
}

/** One part of a flexibility order: so much of one offer. */
export interface Activation {
  readonly partId: string;
  readonly orderId: string;
  readonly offerId: string;
  readonly point: string;
  readonly interval: IntervalStart;
  readonly direction: Direction;
  readonly energyWh: Wh;
  readonly priceMicroEurPerKwh: MicroEurPerKwh;
  readonly orderedAt: ChainPosition;
}

/** Art. 13(6) Reg. 2019/943: conventional first, then high-efficiency CHP, renewables, self-consumption last; load apart. */
export type LegalRank = 'conventional' | 'chp' | 'renewable' | 'self-consumption' | 'load';

export interface CurtailmentOrder {
  readonly id: string;
  readonly point: string;
  readonly interval: IntervalStart;
  readonly direction: Direction;
  readonly energyWh: Wh;
  readonly legalRank: LegalRank;
  readonly reasonCode: number;
  readonly reason: string;
  /** Why offers that would cover it are not used; empty: there are none. */
  readonly marketOverride: string;
  readonly compensationMicroEur: MicroEur;
  readonly evidence: string;
  readonly orderedAt: ChainPosition;
}

/** Metered net energy of a point in an interval, injection positive. Of several the latest stands. */
export interface Reading {
  readonly point: string;
  readonly interval: IntervalStart;
  readonly netWh: Wh;
  /** 0 first; a correction has a higher one. */
  readonly revision: number;
  readonly recordedAt: ChainPosition;
}

export interface Participant {
  readonly account: string;
  /** In the registry, from 1. */
  readonly number: number;
  readonly name: string;
  readonly roles: readonly string[];
  readonly suspended: boolean;
}

/** What went wrong with a batch of trades on chain. */
export interface BatchTrouble {
  readonly batchId: string;
  readonly interval: IntervalStart;
  readonly kind: 'unreadable' | 'differs' | 'objected' | 'void';
  /** In words, for whoever has to act. */
  readonly detail: string;
  readonly atMs: MarketMs;
  /** Its nets were given by a participant, and anybody may object to them; what daylight showed stands. */
  readonly objectable: boolean;
}

/** Everything the indexer hands on, in the order of the chain. */
export type MarketEvent =
  | { readonly type: 'participant'; readonly participant: Participant; readonly at: ChainPosition }
  | {
      readonly type: 'point';
      readonly point: string;
      readonly owner: string;
      /** Numbers of the registry. */
      readonly connection: number;
      readonly pointNumber: number;
      readonly area: number;
      readonly at: ChainPosition;
    }
  | { readonly type: 'area'; readonly area: number; readonly operator: string; readonly at: ChainPosition }
  /** The key that signs the readings of a point; null: it has none any more. */
  | {
      readonly type: 'meter';
      readonly point: string;
      readonly meter: string | null;
      readonly at: ChainPosition;
    }
  | { readonly type: 'rules'; readonly rules: MarketRules; readonly at: ChainPosition }
  | { readonly type: 'tariff'; readonly tariff: MarketTariff; readonly at: ChainPosition }
  | { readonly type: 'trade'; readonly trade: Trade }
  | { readonly type: 'verdict'; readonly verdict: RecordedVerdict }
  /** What the operator of the other area said of a trade between two areas. */
  | { readonly type: 'verdict-of-other-side'; readonly operator: string; readonly verdict: RecordedVerdict }
  | { readonly type: 'offer'; readonly offer: FlexibilityOffer }
  | { readonly type: 'offer-withdrawn'; readonly offerId: string; readonly at: ChainPosition }
  | {
      readonly type: 'flexibility-order';
      readonly orderId: string;
      readonly buyer: string;
      readonly interval: IntervalStart;
      readonly product: FlexibilityProduct;
      readonly element: string;
      readonly evidence: string;
      /** The point a customer covers; empty when an operator bought. */
      readonly beneficiaryPoint: string;
      readonly at: ChainPosition;
    }
  /** Bought by another than the operator of the point's area: it counts only when that operator confirms it. */
  | { readonly type: 'reservation'; readonly reservation: Activation }
  /** Refused, or not confirmed in time: what was reserved is open again. */
  | { readonly type: 'reservation-ended'; readonly partId: string; readonly at: ChainPosition }
  /** The part stands: bought by the operator of the area, or confirmed by it. */
  | { readonly type: 'activation'; readonly activation: Activation }
  | { readonly type: 'curtailment'; readonly order: CurtailmentOrder }
  | { readonly type: 'reading'; readonly reading: Reading }
  | {
      readonly type: 'trade-settled';
      readonly tradeId: string;
      readonly interval: IntervalStart;
      /** What flows: of a trade between two areas the lesser of what both sides let through. */
      readonly energyWh: Wh;
      readonly amountMicroEur: MicroEur;
      /** To this operator; what another one takes for its side is not in it. */
      readonly feeMicroEur: MicroEur;
      readonly at: ChainPosition;
    }
  /** A batch of our area that this console cannot read: its trades stay on hold. */
  | {
      readonly type: 'batch-unreadable';
      readonly batchId: string;
      readonly interval: IntervalStart;
      readonly submitter: string;
      readonly trades: number;
      readonly problem: string;
      readonly at: ChainPosition;
    }
  /** The nets of a batch on chain; `problem` says where they are not what this console works out, '' where they are. */
  | {
      readonly type: 'batch-settled';
      readonly batchId: string;
      readonly interval: IntervalStart;
      readonly settledBy: string;
      readonly problem: string;
      readonly at: ChainPosition;
    }
  | {
      readonly type: 'batch-objected';
      readonly batchId: string;
      readonly interval: IntervalStart;
      readonly objector: string;
      readonly answerUntilMs: MarketMs;
      readonly at: ChainPosition;
    }
  | {
      readonly type: 'batch-voided';
      readonly batchId: string;
      readonly interval: IntervalStart;
      readonly at: ChainPosition;
    }
  | { readonly type: 'interval-closed'; readonly interval: IntervalStart; readonly at: ChainPosition };
