// Written by contracts/generate-bindings.ts from the compiled contracts: do not edit.

export interface Connection {
  readonly point: string;
  readonly owner: string;
  readonly ownerNumber: bigint;
  readonly pointNumber: bigint;
  readonly area: bigint;
}

export interface Participant {
  readonly number: bigint;
  readonly roles: bigint;
  readonly suspended: boolean;
  readonly keyOdd: boolean;
  readonly keyX: string;
  readonly name: string;
}

export interface Point {
  readonly number: bigint;
  readonly connection: bigint;
  readonly owner: string;
  readonly area: bigint;
}

export interface Rules {
  readonly intervalSeconds: bigint;
  readonly gateLeadSeconds: bigint;
  readonly poolLeadSeconds: bigint;
  readonly poolPricing: bigint;
  readonly tariffNoticeSeconds: bigint;
  readonly objectionSeconds: bigint;
  readonly flexibilityPenaltyMicroEurPerKwh: bigint;
  readonly curtailmentMaxWh: bigint;
  readonly compensationMaxMicroEurPerKwh: bigint;
  readonly settlementSeconds: bigint;
  readonly objectionCostMicroEur: bigint;
  readonly retailer: string;
}

export interface Tariff {
  readonly validFrom: bigint;
  readonly feedInMicroEurPerKwh: bigint;
  readonly retailMicroEurPerKwh: bigint;
  readonly feeCapMicroEurPerKwh: bigint;
}

export interface Batch {
  readonly root: string;
  readonly submitter: string;
  readonly interval: bigint;
  readonly count: bigint;
  readonly sellerArea: bigint;
  readonly buyerArea: bigint;
  readonly kind: bigint;
}

export interface Bid {
  readonly connection: bigint;
  readonly interval: bigint;
  readonly energyWh: bigint;
  readonly maxPriceMicroEurPerKwh: bigint;
  readonly closed: boolean;
}

export interface BidOffer {
  readonly connection: bigint;
  readonly number: bigint;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

export interface SealedTerms {
  readonly interval: bigint;
  readonly kind: bigint;
  readonly sellerArea: bigint;
  readonly buyerArea: bigint;
  readonly sequence: bigint;
}

export interface OpenTrade {
  readonly sellerConnection: bigint;
  readonly buyerConnection: bigint;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

export interface MatchedTrade {
  readonly sellerConnection: bigint;
  readonly buyerConnection: bigint;
  readonly sellerArea: bigint;
  readonly buyerArea: bigint;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

export interface TradeTerms {
  readonly sellerPoint: string;
  readonly buyerPoint: string;
  readonly interval: bigint;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
  readonly attribute: bigint;
  readonly kind: bigint;
  readonly broker: string;
  readonly sequence: bigint;
  readonly salt: bigint;
}

export interface Book {
  readonly placed: bigint;
  readonly cancelled: bigint;
  readonly sells: bigint;
  readonly buys: bigint;
  readonly cleared: boolean;
}

export interface Claim {
  readonly sells: readonly bigint[];
  readonly buys: readonly bigint[];
  readonly priceMicroEurPerKwh: bigint;
  readonly energyWh: bigint;
}

export interface Clearing {
  readonly clearedBy: string;
  readonly priceMicroEurPerKwh: bigint;
  readonly parts: bigint;
  readonly energyWh: bigint;
  readonly lastSell: bigint;
  readonly lastBuy: bigint;
}

export interface OrderBookOrder {
  readonly connection: bigint;
  readonly side: bigint;
  readonly energyWh: bigint;
  readonly limitPriceMicroEurPerKwh: bigint;
  readonly expiresAt: bigint;
  readonly cancelNumber: bigint;
}

export interface CurtailmentOrder {
  readonly orderedBy: string;
  readonly connection: bigint;
  readonly interval: bigint;
  readonly direction: bigint;
  readonly energyWh: bigint;
  readonly compensationMicroEur: bigint;
}

export interface OrderTerms {
  readonly point: string;
  readonly interval: bigint;
  readonly side: bigint;
  readonly energyWh: bigint;
  readonly limitPriceMicroEurPerKwh: bigint;
  readonly expiresAt: bigint;
  readonly nonce: bigint;
}

export interface Walk {
  readonly sell: Side;
  readonly buy: Side;
  readonly sells: bigint;
  readonly buys: bigint;
  readonly cancelled: bigint;
  readonly startedAt: bigint;
  readonly parts: bigint;
  readonly ended: boolean;
  readonly lastSell: bigint;
  readonly lastBuy: bigint;
  readonly energyWh: bigint;
  readonly lastSellLimitMicroEurPerKwh: bigint;
  readonly lastBuyLimitMicroEurPerKwh: bigint;
}

export interface Side {
  readonly listed: bigint;
  readonly number: bigint;
  readonly limitPriceMicroEurPerKwh: bigint;
  readonly remainingWh: bigint;
  readonly connection: bigint;
  readonly area: bigint;
}

export interface Round {
  readonly batchId: bigint;
  readonly decisions: string;
  readonly digest: string;
  readonly envelope: string;
}

export interface Tally {
  readonly settleable: readonly bigint[];
  readonly twoSided: boolean;
}

export interface Supply {
  readonly issuedWh: bigint;
  readonly retiredWh: bigint;
  readonly withdrawnWh: bigint;
}

export interface Activation {
  readonly orderId: bigint;
  readonly offerId: bigint;
  readonly energyWh: bigint;
  readonly buyer: string;
  readonly beneficiaryPoint: string;
}

export interface OfferTerms {
  readonly point: string;
  readonly interval: bigint;
  readonly product: bigint;
  readonly direction: bigint;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
  readonly baselineNetWh: bigint;
}

export interface Offer {
  readonly connection: bigint;
  readonly interval: bigint;
  readonly area: bigint;
  readonly product: bigint;
  readonly direction: bigint;
  readonly withdrawn: boolean;
  readonly remainingWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

export interface FlexibilityPart {
  readonly orderId: bigint;
  readonly offerId: bigint;
  readonly energyWh: bigint;
  readonly state: bigint;
}

export interface PositionsPart {
  readonly sign: bigint;
  readonly positions: string;
}

export interface Position {
  readonly baselineNetWh: bigint;
  readonly activatedWh: bigint;
  readonly activationCount: bigint;
  readonly direction: bigint;
  readonly stated: boolean;
  readonly coverOpenCount: bigint;
  readonly coverWh: bigint;
}

export interface CurtailmentTerms {
  readonly point: string;
  readonly interval: bigint;
  readonly energyWh: bigint;
  readonly direction: bigint;
  readonly legalRank: bigint;
  readonly reasonCode: bigint;
  readonly compensationMicroEur: bigint;
  readonly evidence: string;
}

export interface Totals {
  readonly energyWh: bigint;
  readonly compensationMicroEur: bigint;
  readonly orders: bigint;
}

export interface Recorded {
  readonly connection: bigint;
  readonly netWh: bigint;
  readonly revision: bigint;
  readonly firstAt: bigint;
  readonly changedAt: bigint;
  readonly contest: bigint;
}

export interface Reading {
  readonly point: string;
  readonly interval: bigint;
  readonly netWh: bigint;
  readonly revision: bigint;
}

export interface SignedReading {
  readonly reading: Reading;
  readonly signature: string;
}

export interface Nets {
  readonly batchId: bigint;
  readonly sellerSideFeeMicroEur: bigint;
  readonly buyerSideFeeMicroEur: bigint;
  readonly positions: string;
}

export interface Sheet {
  readonly group: bigint;
  readonly rest: string;
  readonly netsWh: readonly bigint[];
  readonly parts: readonly PositionsPart[];
}

export interface Settled {
  readonly netsHash: string;
  readonly state: bigint;
  readonly until: bigint;
  readonly objector: bigint;
  readonly sellerSideOperator: bigint;
  readonly buyerSideOperator: bigint;
}

export interface IntervalTally {
  readonly done: bigint;
  readonly objected: bigint;
  readonly until: bigint;
}

export interface Session {
  readonly root: string;
  readonly opened: bigint;
  readonly positions: bigint;
  readonly digest: readonly string[];
  readonly round: readonly string[];
  readonly feesMicroEur: readonly bigint[];
}

export interface Detail {
  readonly trade: OpenTrade;
  readonly attribute: bigint;
  readonly salt: bigint;
  readonly sellerSignature: string;
  readonly buyerSignature: string;
}

export interface Entry {
  readonly index: bigint;
  readonly decision: bigint;
  readonly reasonCode: bigint;
  readonly energyWh: bigint;
  readonly feeMicroEur: bigint;
  readonly evidence: string;
}

export interface Parts {
  readonly trades: string;
  readonly flexibility: string;
  readonly curtailment: string;
  readonly metering: string;
  readonly ledger: string;
}

export interface Progress {
  readonly tradedPointsSettled: bigint;
  readonly flexiblePointsSettled: bigint;
  readonly curtailedPointsSettled: bigint;
  readonly pointsSettled: bigint;
  readonly coveredPoints: bigint;
  readonly coveredPointsSettled: bigint;
  readonly closed: boolean;
}

export interface Terms {
  readonly minimum: bigint;
  readonly seats: bigint;
}

export interface AreaAssignedEvent {
  readonly area: bigint;
  readonly operator: string;
}

export interface EncryptionKeyPublishedEvent {
  readonly account: string;
  readonly keyX: string;
  readonly keyOdd: boolean;
}

export interface MarketPausedEvent {
  readonly paused: boolean;
}

export interface MeterSetEvent {
  readonly point: string;
  readonly meter: string;
}

export interface OwnershipTransferStartedEvent {
  readonly previousOwner: string;
  readonly newOwner: string;
}

export interface OwnershipTransferredEvent {
  readonly previousOwner: string;
  readonly newOwner: string;
}

export interface ParticipantRegisteredEvent {
  readonly account: string;
  readonly number: bigint;
  readonly roles: bigint;
  readonly name: string;
}

export interface ParticipantSuspendedEvent {
  readonly account: string;
  readonly suspended: boolean;
}

export interface PointConnectedEvent {
  readonly point: string;
  readonly owner: string;
  readonly connection: bigint;
  readonly pointNumber: bigint;
  readonly area: bigint;
}

export interface RolesChangedEvent {
  readonly account: string;
  readonly roles: bigint;
}

export interface RulesFixedEvent {
  readonly rules: Rules;
}

export interface TariffAnnouncedEvent {
  readonly validFrom: bigint;
  readonly feedInMicroEurPerKwh: bigint;
  readonly retailMicroEurPerKwh: bigint;
  readonly feeCapMicroEurPerKwh: bigint;
}

export interface BidClosedEvent {
  readonly bidId: bigint;
  readonly interval: bigint;
  readonly coveredWh: bigint;
  readonly tradeCount: bigint;
}

export interface BidOfferDisplacedEvent {
  readonly bidId: bigint;
  readonly offerNumber: bigint;
}

export interface BidOfferedEvent {
  readonly bidId: bigint;
  readonly offerNumber: bigint;
  readonly point: string;
  readonly seller: string;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

export interface BidPostedEvent {
  readonly bidId: bigint;
  readonly interval: bigint;
  readonly point: string;
  readonly aggregator: string;
  readonly energyWh: bigint;
  readonly maxPriceMicroEurPerKwh: bigint;
}

export interface TradesRecordedEvent {
  readonly batchId: bigint;
  readonly interval: bigint;
  readonly submitter: string;
  readonly kind: bigint;
  readonly sellerArea: bigint;
  readonly buyerArea: bigint;
  readonly trades: string;
}

export interface TradesSealedEvent {
  readonly batchId: bigint;
  readonly interval: bigint;
  readonly submitter: string;
  readonly kind: bigint;
  readonly sellerArea: bigint;
  readonly buyerArea: bigint;
  readonly count: bigint;
  readonly root: string;
  readonly envelope: string;
}

export interface OrderCancelledEvent {
  readonly orderId: bigint;
  readonly interval: bigint;
}

export interface OrderPlacedEvent {
  readonly orderId: bigint;
  readonly interval: bigint;
  readonly point: string;
  readonly owner: string;
  readonly side: bigint;
  readonly energyWh: bigint;
  readonly limitPriceMicroEurPerKwh: bigint;
  readonly expiresAt: bigint;
}

export interface OrderVoidedEvent {
  readonly point: string;
  readonly nonce: bigint;
}

export interface PoolClearedEvent {
  readonly interval: bigint;
  readonly clearedBy: string;
  readonly priceMicroEurPerKwh: bigint;
  readonly energyWh: bigint;
  readonly lastSell: bigint;
  readonly lastBuy: bigint;
  readonly parts: bigint;
}

export interface PoolWalkedEvent {
  readonly interval: bigint;
  readonly account: string;
  readonly part: bigint;
  readonly trades: readonly MatchedTrade[];
}

export interface VerdictsGivenEvent {
  readonly batchId: bigint;
  readonly interval: bigint;
  readonly operator: string;
  readonly decisions: string;
  readonly digest: string;
  readonly envelope: string;
}

export interface ApprovalForAllEvent {
  readonly account: string;
  readonly operator: string;
  readonly approved: boolean;
}

export interface TransferBatchEvent {
  readonly operator: string;
  readonly from: string;
  readonly to: string;
  readonly ids: readonly bigint[];
  readonly values: readonly bigint[];
}

export interface TransferSingleEvent {
  readonly operator: string;
  readonly from: string;
  readonly to: string;
  readonly id: bigint;
  readonly value: bigint;
}

export interface URIEvent {
  readonly value: string;
  readonly id: bigint;
}

export interface FlexibilityActivatedEvent {
  readonly orderId: bigint;
  readonly offerId: bigint;
  readonly point: string;
  readonly partId: bigint;
  readonly interval: bigint;
  readonly direction: bigint;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

export interface FlexibilityLapsedEvent {
  readonly partId: bigint;
  readonly offerId: bigint;
  readonly interval: bigint;
  readonly energyWh: bigint;
}

export interface FlexibilityOfferedEvent {
  readonly offerId: bigint;
  readonly point: string;
  readonly interval: bigint;
  readonly product: bigint;
  readonly direction: bigint;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
  readonly seller: string;
  readonly baselineNetWh: bigint;
}

export interface FlexibilityOrderedEvent {
  readonly orderId: bigint;
  readonly buyer: string;
  readonly interval: bigint;
  readonly product: bigint;
  readonly element: string;
  readonly evidence: string;
  readonly beneficiaryPoint: string;
}

export interface FlexibilityRefusedEvent {
  readonly partId: bigint;
  readonly offerId: bigint;
  readonly interval: bigint;
  readonly energyWh: bigint;
  readonly reasonCode: bigint;
}

export interface FlexibilityReservedEvent {
  readonly orderId: bigint;
  readonly offerId: bigint;
  readonly point: string;
  readonly partId: bigint;
  readonly interval: bigint;
  readonly direction: bigint;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
}

export interface FlexibilityWithdrawnEvent {
  readonly offerId: bigint;
  readonly interval: bigint;
  readonly remainingWh: bigint;
}

export interface CurtailmentOrderedEvent {
  readonly orderId: bigint;
  readonly point: string;
  readonly interval: bigint;
  readonly direction: bigint;
  readonly energyWh: bigint;
  readonly legalRank: bigint;
  readonly reasonCode: bigint;
  readonly compensationMicroEur: bigint;
  readonly evidence: string;
  readonly orderedBy: string;
  readonly reason: string;
  readonly marketOverride: string;
}

export interface ContestAnsweredEvent {
  readonly point: string;
  readonly interval: bigint;
  readonly revision: bigint;
}

export interface ReadingContestedEvent {
  readonly point: string;
  readonly interval: bigint;
  readonly owner: string;
  readonly revision: bigint;
  readonly reasonCode: bigint;
}

export interface ReadingRecordedEvent {
  readonly point: string;
  readonly interval: bigint;
  readonly netWh: bigint;
  readonly revision: bigint;
}

export interface BatchCorrectedEvent {
  readonly batchId: bigint;
  readonly interval: bigint;
  readonly founded: boolean;
  readonly nets: Nets;
}

export interface BatchObjectedEvent {
  readonly batchId: bigint;
  readonly interval: bigint;
  readonly objector: string;
  readonly answerUntil: bigint;
}

export interface BatchSettledEvent {
  readonly batchId: bigint;
  readonly interval: bigint;
  readonly settledBy: string;
  readonly sellerSideFeeMicroEur: bigint;
  readonly buyerSideFeeMicroEur: bigint;
  readonly positions: string;
}

export interface BatchVoidedEvent {
  readonly batchId: bigint;
  readonly interval: bigint;
}

export interface TradesOpenedEvent {
  readonly batchId: bigint;
  readonly openedBy: string;
  readonly opened: bigint;
  readonly count: bigint;
}

export interface CurtailmentSettledEvent {
  readonly orderId: bigint;
  readonly interval: bigint;
  readonly excusedWh: bigint;
  readonly compensationMicroEur: bigint;
  readonly replacementMicroEur: bigint;
}

export interface FlexibilitySettledEvent {
  readonly orderId: bigint;
  readonly offerId: bigint;
  readonly interval: bigint;
  readonly deliveredWh: bigint;
  readonly missingWh: bigint;
  readonly amountMicroEur: bigint;
}

export interface IntervalClosedEvent {
  readonly interval: bigint;
  readonly points: bigint;
}

export interface PointSettledEvent {
  readonly point: string;
  readonly interval: bigint;
  readonly owner: string;
  readonly meteredWh: bigint;
  readonly scheduledWh: bigint;
  readonly amountMicroEur: bigint;
}

export interface MeritClaimedEvent {
  readonly owner: string;
  readonly interval: bigint;
  readonly epoch: bigint;
  readonly selfConsumedWh: bigint;
  readonly localWh: bigint;
  readonly addedWh: bigint;
}

export interface CandidateResignedEvent {
  readonly account: string;
}

export interface CandidateStoodEvent {
  readonly account: string;
}

export interface EpochEndedEvent {
  readonly epoch: bigint;
  readonly validators: readonly string[];
}

export interface SeatGainedEvent {
  readonly account: string;
  readonly epoch: bigint;
  readonly standing: bigint;
}

export interface SeatKeptEvent {
  readonly account: string;
  readonly epoch: bigint;
  readonly standing: bigint;
}

export interface SeatLostEvent {
  readonly account: string;
  readonly epoch: bigint;
  readonly standing: bigint;
  readonly eligible: boolean;
}
