/**
 * Verified logs → market events. Only logs of our own contracts mean anything here; of those, each known event becomes one
 * market event, the listed others (details of settlement) mean nothing to the trade book, and anything else is an error:
 * a market whose words we only half understand is not supervised.
 */
import { decodeBytes32String, type LogDescription, type Result, ZeroAddress } from 'ethers';
import {
  type ContractName,
  interfaces,
  type Nets,
  PRODUCT,
  ROLE,
} from '../../../contracts/bindings/index.ts';
import type {
  Activation,
  ChainPosition,
  Direction,
  FlexibilityProduct,
  LegalRank,
  MarketEvent,
  MarketRules,
  Participant,
} from '../../records/market.ts';
import type { VerifiedBlock, VerifiedLog } from '../follower.ts';
import { type BatchHead, BatchReader, type Reader } from './batch-reader.ts';
import { RegistryNumbers } from './registry-numbers.ts';

/** A log of one of our contracts that the bindings do not know: bindings and chain are of different versions. */
export class UnknownMarketLogError extends Error {
  constructor(contract: string, log: VerifiedLog, block: number) {
    super(
      `${contract} wrote an event (topic ${log.topics[0] ?? 'none'}) in block ${block} that this console does not know: update the console, or check the contract addresses`,
    );
    this.name = 'UnknownMarketLogError';
  }
}

/** Events that carry nothing the trade book or the schedules need; listed, so that a new one is noticed. */
const OF_NO_MEANING_HERE = new Set([
  'OwnershipTransferred',
  'OwnershipTransferStarted',
  'MarketPaused',
  'EncryptionKeyPublished',
  'TradesOpened',
  'OrderPlaced',
  'OrderCancelled',
  'OrderVoided',
  'PoolWalked',
  'PoolCleared',
  'BidPosted',
  'BidOffered',
  'BidOfferDisplaced',
  'BidClosed',
  'PointSettled',
  'FlexibilitySettled',
  'CurtailmentSettled',
  'EIP712DomainChanged',
  'ReadingContested',
  'ContestAnswered',
  'MeritClaimed',
  'CandidateStood',
  'CandidateResigned',
  'SeatGained',
  'SeatLost',
  'SeatKept',
  'EpochEnded',
  // Units follow the offers and orders that the events of Flexibility tell.
  'TransferSingle',
  'TransferBatch',
  'ApprovalForAll',
  'URI',
]);

export class MarketDecoder {
  readonly #nameOf: ReadonlyMap<string, ContractName>;
  /** Role and suspension events carry the change only: the rest is remembered. */
  readonly #participants = new Map<string, Participant>();
  readonly #numbers = new RegistryNumbers();
  readonly #batches: BatchReader;

  constructor(contracts: Readonly<Record<string, string>>, reader: Reader) {
    this.#batches = new BatchReader(reader, this.#numbers);
    this.#nameOf = new Map(
      Object.entries(contracts).map(([name, address]) => [address.toLowerCase(), name as ContractName]),
    );
  }

  /** After a restart: what was decoded before, in order, so that what speaks of it later is understood. */
  remember(event: MarketEvent): void {
    if (event.type === 'participant') this.#participants.set(event.participant.account, event.participant);
    this.#numbers.apply(event);
    this.#batches.remember(event);
  }

  /** @throws UnknownMarketLogError */
  decode(block: Pick<VerifiedBlock, 'number' | 'hash' | 'timestampS' | 'logs'>): MarketEvent[] {
    return block.logs.flatMap(log => {
      const contract = this.#nameOf.get(log.address.toLowerCase());
      if (!contract) return [];
      const parsed = interfaces[contract].parseLog({ topics: [...log.topics], data: log.data });
      if (!parsed) throw new UnknownMarketLogError(contract, log, block.number);
      const at: ChainPosition = {
        blockNumber: block.number,
        blockHash: block.hash,
        transactionHash: log.transactionHash,
        logIndex: log.logIndex,
        atMs: block.timestampS * 1000,
      };
      const ofBatch = this.#batchEvents(parsed, at);
      if (ofBatch) return ofBatch;
      const event = this.#event(parsed, at);
      if (event) {
        this.remember(event);
        return [event];
      }
      if (OF_NO_MEANING_HERE.has(parsed.name)) return [];
      throw new UnknownMarketLogError(contract, log, block.number);
    });
  }

  #event({ name, args }: LogDescription, at: ChainPosition): MarketEvent | null {
    const text = (key: string) => String(args[key]);
    const big = (key: string) => args[key] as bigint;
    const seconds = (key: string) => Number(args[key]);
    const point = (key: string) => decodeBytes32String(text(key));
    switch (name) {
      case 'ParticipantRegistered':
        return this.#participant(
          {
            account: text('account'),
            number: seconds('number'),
            name: text('name'),
            roles: rolesOf(seconds('roles')),
            suspended: false,
          },
          at,
        );
      case 'RolesChanged':
        return this.#changed(text('account'), { roles: rolesOf(seconds('roles')) }, at);
      case 'ParticipantSuspended':
        return this.#changed(text('account'), { suspended: Boolean(args['suspended']) }, at);
      case 'PointConnected':
        return {
          type: 'point',
          point: point('point'),
          owner: text('owner'),
          connection: seconds('connection'),
          pointNumber: seconds('pointNumber'),
          area: seconds('area'),
          at,
        };
      case 'AreaAssigned':
        return { type: 'area', area: seconds('area'), operator: text('operator'), at };
      case 'MeterSet':
        return {
          type: 'meter',
          point: point('point'),
          meter: text('meter') === ZeroAddress ? null : text('meter'),
          at,
        };
      case 'RulesFixed':
        return { type: 'rules', rules: rulesOf(args['rules'] as Result), at };
      case 'TariffAnnounced':
        return {
          type: 'tariff',
          tariff: {
            validFrom: seconds('validFrom'),
            feedInMicroEurPerKwh: big('feedInMicroEurPerKwh'),
            retailMicroEurPerKwh: big('retailMicroEurPerKwh'),
            feeCapMicroEurPerKwh: big('feeCapMicroEurPerKwh'),
          },
          at,
        };
      case 'FlexibilityOffered':
        return {
          type: 'offer',
          offer: {
            id: text('offerId'),
            product: productOf(seconds('product')),
            point: point('point'),
            interval: seconds('interval'),
            direction: directionOf(seconds('direction')),
            energyWh: big('energyWh'),
            priceMicroEurPerKwh: big('priceMicroEurPerKwh'),
            seller: text('seller'),
            offeredAt: at,
          },
        };
      case 'FlexibilityWithdrawn':
        return { type: 'offer-withdrawn', offerId: text('offerId'), at };
      case 'FlexibilityOrdered':
        return {
          type: 'flexibility-order',
          orderId: text('orderId'),
          buyer: text('buyer'),
          interval: seconds('interval'),
          product: productOf(seconds('product')),
          element: point('element'),
          evidence: text('evidence'),
          beneficiaryPoint: point('beneficiaryPoint'),
          at,
        };
      case 'FlexibilityReserved':
        return { type: 'reservation', reservation: partOf(args, at) };
      case 'FlexibilityRefused':
      case 'FlexibilityLapsed':
        return { type: 'reservation-ended', partId: text('partId'), at };
      case 'FlexibilityActivated':
        return { type: 'activation', activation: partOf(args, at) };
      case 'CurtailmentOrdered':
        return {
          type: 'curtailment',
          order: {
            id: text('orderId'),
            point: point('point'),
            interval: seconds('interval'),
            direction: directionOf(seconds('direction')),
            energyWh: big('energyWh'),
            legalRank: LEGAL_RANKS[seconds('legalRank')] ?? unknownCode('legal rank', seconds('legalRank')),
            reasonCode: seconds('reasonCode'),
            reason: text('reason'),
            marketOverride: text('marketOverride'),
            compensationMicroEur: big('compensationMicroEur'),
            evidence: text('evidence'),
            orderedAt: at,
          },
        };
      case 'ReadingRecorded':
        return {
          type: 'reading',
          reading: {
            point: point('point'),
            interval: seconds('interval'),
            netWh: big('netWh'),
            revision: seconds('revision'),
            recordedAt: at,
          },
        };
      case 'IntervalClosed':
        return { type: 'interval-closed', interval: seconds('interval'), at };
      default:
        return null;
    }
  }

  /** Events of batches of trades; null: not one of them. */
  #batchEvents({ name, args }: LogDescription, at: ChainPosition): MarketEvent[] | null {
    const text = (key: string) => String(args[key]);
    const batchId = args['batchId'] as bigint;
    const interval = Number(args['interval']);
    switch (name) {
      case 'TradesSealed':
        return this.#batches.sealed(headOf(args), Number(args['count']), text('root'), text('envelope'), at);
      case 'TradesRecorded':
        return this.#batches.recorded(headOf(args), text('trades'), at);
      case 'VerdictsGiven': {
        const round = { decisions: text('decisions'), digest: text('digest'), envelope: text('envelope') };
        return this.#batches.verdicts(batchId, text('operator'), round, at);
      }
      case 'BatchSettled': {
        const nets: Nets = {
          batchId,
          sellerSideFeeMicroEur: args['sellerSideFeeMicroEur'] as bigint,
          buyerSideFeeMicroEur: args['buyerSideFeeMicroEur'] as bigint,
          positions: text('positions'),
        };
        return this.#batches.settled(nets, interval, text('settledBy'), at);
      }
      case 'BatchCorrected':
        // Also where the nets were right: the objection has ended.
        return this.#batches.settled(netsOf(args), interval, 'daylight', at);
      case 'BatchObjected':
        if (!this.#batches.knows(batchId)) return [];
        return [
          {
            type: 'batch-objected',
            batchId: String(batchId),
            interval,
            objector: text('objector'),
            answerUntilMs: Number(args['answerUntil']) * 1000,
            at,
          },
        ];
      case 'BatchVoided':
        return this.#batches.voided(batchId, interval, at);
      default:
        return null;
    }
  }

  #participant(participant: Participant, at: ChainPosition): MarketEvent {
    return { type: 'participant', participant, at };
  }

  #changed(account: string, change: Partial<Participant>, at: ChainPosition): MarketEvent {
    const known = this.#participants.get(account);
    if (!known)
      throw new Error(`The registry changes ${account}, which it never registered (block ${at.blockNumber})`);
    return this.#participant({ ...known, ...change }, at);
  }
}

function rulesOf(rules: Result): MarketRules {
  return {
    intervalSeconds: Number(rules['intervalSeconds']),
    gateLeadSeconds: Number(rules['gateLeadSeconds']),
    objectionSeconds: Number(rules['objectionSeconds']),
    objectionCostMicroEur: rules['objectionCostMicroEur'] as bigint,
  };
}

function headOf(args: Result): BatchHead {
  return {
    batchId: args['batchId'] as bigint,
    interval: Number(args['interval']),
    submitter: String(args['submitter']),
    kind: Number(args['kind']),
    sellerArea: Number(args['sellerArea']),
    buyerArea: Number(args['buyerArea']),
  };
}

/** The nets of a correction, as ethers decodes the struct. */
function netsOf(args: Result): Nets {
  const nets = args['nets'] as Result;
  return {
    batchId: nets['batchId'] as bigint,
    sellerSideFeeMicroEur: nets['sellerSideFeeMicroEur'] as bigint,
    buyerSideFeeMicroEur: nets['buyerSideFeeMicroEur'] as bigint,
    positions: String(nets['positions']),
  };
}

function partOf(args: Result, at: ChainPosition): Activation {
  return {
    partId: String(args['partId']),
    orderId: String(args['orderId']),
    offerId: String(args['offerId']),
    point: decodeBytes32String(String(args['point'])),
    interval: Number(args['interval']),
    direction: directionOf(Number(args['direction'])),
    energyWh: args['energyWh'] as bigint,
    priceMicroEurPerKwh: args['priceMicroEurPerKwh'] as bigint,
    orderedAt: at,
  };
}

const LEGAL_RANKS: Record<number, LegalRank> = {
  1: 'conventional',
  2: 'chp',
  3: 'renewable',
  4: 'self-consumption',
  5: 'load',
};

const PRODUCTS: Record<number, FlexibilityProduct> = {
  [PRODUCT.BALANCING]: 'balancing',
  [PRODUCT.CONGESTION]: 'congestion',
  [PRODUCT.VOLTAGE]: 'voltage',
  [PRODUCT.LOSSES]: 'losses',
  [PRODUCT.RESERVE]: 'reserve',
};

function productOf(code: number): FlexibilityProduct {
  return PRODUCTS[code] ?? unknownCode('product', code);
}

function directionOf(code: number): Direction {
  return code === 0 ? 'up' : code === 1 ? 'down' : unknownCode('direction', code);
}

function rolesOf(mask: number): string[] {
  return Object.entries(ROLE).flatMap(([name, bit]) =>
    (mask & bit) !== 0 ? [name.toLowerCase().replaceAll('_', ' ')] : [],
  );
}

function unknownCode(what: string, code: number): never {
  throw new Error(
    `The chain speaks of ${what} ${code}, which this console does not know: update the console`,
  );
}
