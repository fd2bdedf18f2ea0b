/** Every operation of the model as the call that it is on the contracts. */
import { concat, getBytes, hexlify, keccak256, TypedDataEncoder } from 'ethers';
import { signDigest } from '../../../main/chain/execution/crypto.ts';
import type { ContractName } from '../../bindings/generated/contracts.ts';
import { digestOf, packedDecisions } from '../../bindings/sealing.ts';
import {
  meteringDomain,
  ORDER_TYPES,
  orderDomain,
  READING_TYPES,
  TRADE_TERMS_TYPES,
  tradeTermsDomain,
} from '../../bindings/signing.ts';
import type { LocalMarket } from '../../bindings/testing/local-market.ts';
import type { Signed } from '../daylight.ts';
import type { ArgumentsOf, Operation, OperationName } from '../operations.ts';
import type { PoolTrade } from '../pool.ts';
import { keys } from './cast.ts';
import { packedNets, packedSheet } from './packing.ts';

export type Call = readonly [contract: ContractName, method: string, ...args: unknown[]];

export function callOf(market: LocalMarket, operation: Operation): Call {
  const build = CALLS[operation.name] as (its: unknown, market: LocalMarket) => Call;
  return build(operation.with, market);
}

const CALLS: { readonly [N in OperationName]: (its: ArgumentsOf<N>, market: LocalMarket) => Call } = {
  register: a => ['Registry', 'register', a.account, a.roles, 'somebody'],
  grant: a => ['Registry', 'grant', a.account, a.roles],
  revoke: a => ['Registry', 'revoke', a.account, a.roles],
  suspend: a => ['Registry', 'suspend', a.account, a.suspended],
  setPaused: a => ['Registry', 'setPaused', a.paused],
  openArea: a => ['Registry', 'openArea', a.operator],
  assignArea: a => ['Registry', 'assignArea', a.area, a.operator],
  connectPoints: a => ['Registry', 'connectPoints', a.points, a.owners, a.area],
  setMeters: a => ['Registry', 'setMeters', a.points, a.meters],
  announceTariff: a => ['MarketRules', 'announceTariff', a.tariff],
  commitTrades: a => ['EnergyMarket', 'commitTrades', sealedTerms(a), a.leaves, '0x'],
  giveVerdicts: a => [
    'GridSupervision',
    'giveVerdicts',
    a.rounds.map(round => ({
      batchId: round.batch,
      decisions: concat([
        packedDecisions(round.decisions.map(d => ({ ...d, ...UNSAID }))),
        hexlify(new Uint8Array(round.strayBytes)),
      ]),
      digest: digestOf(round.sealed),
      envelope: '0x',
    })),
  ],
  settleBatch: a => ['NetSettlement', 'settleBatch', packedNets(a.nets)],
  objectTo: a => ['NetSettlement', 'objectTo', a.batch],
  voidUnsettled: a => ['NetSettlement', 'voidUnsettled', a.batch],
  voidObjected: a => ['NetSettlement', 'voidObjected', packedNets(a.nets)],
  gather: a => ['NetSettlement', 'gather', a.interval, packedSheet(a.sheet)],
  showVerdicts: a => ['Daylight', 'showVerdicts', a.batch, a.side, a.entries, a.endsRound],
  showTrades: (a, market) => {
    const domain = tradeTermsDomain(market.chainId, market.addresses.EnergyMarket);
    const details = a.trades.map(({ details: d, seller, buyer }) => ({
      trade: d,
      attribute: d.attribute,
      salt: d.salt,
      sellerSignature: signature(seller, domain, TRADE_TERMS_TYPES),
      buyerSignature: signature(buyer, domain, TRADE_TERMS_TYPES),
    }));
    return ['Daylight', 'showTrades', a.batch, details];
  },
  finish: a => ['Daylight', 'finish', packedNets(a.posted), packedNets(a.right)],
  postBid: a => ['EnergyMarket', 'postBid', a.point, a.interval, a.energyWh, a.maxPriceMicroEurPerKwh],
  offerToBid: a => ['EnergyMarket', 'offerToBid', a.bid, a.point, a.energyWh, a.priceMicroEurPerKwh],
  closeBid: a => ['EnergyMarket', 'closeBid', a.bid],
  placeOrders: (a, market) => {
    const domain = orderDomain(market.chainId, market.addresses.PoolMarket);
    const signatures = a.orders.map(order => signature(order.signed, domain, ORDER_TYPES));
    return ['PoolMarket', 'placeOrders', a.orders.map(order => order.terms), signatures];
  },
  cancelOrder: a => ['PoolMarket', 'cancelOrder', (a.interval << 32n) + BigInt(a.number)],
  voidOrder: a => ['PoolMarket', 'voidOrder', a.point, a.nonce],
  clearPool: a => ['PoolMarket', 'clearPool', a.interval, a],
  beginClearing: a => ['PoolMarket', 'beginClearing', a.interval],
  stepClearing: a => ['PoolMarket', 'stepClearing', a.interval, a.sells, a.buys],
  finishClearing: a => ['PoolMarket', 'finishClearing', a.interval, a.priceMicroEurPerKwh, a.energyWh],
  recordTrades: a => ['PoolMarket', 'recordTrades', a.interval, a.firstPart, a.parts],
  report: (a, market) => {
    const domain = meteringDomain(market.chainId, market.addresses.Metering);
    const readings = a.readings.map(entry => ({
      reading: entry.reading,
      signature: signature(entry.signed, domain, READING_TYPES),
    }));
    return ['Metering', 'report', readings];
  },
  contest: a => ['Metering', 'contest', a.point, a.interval, 1],
  answer: a => ['Metering', 'answer', a.point, a.interval],
  offerFlexibility: a => ['Flexibility', 'offer', a.terms],
  withdrawOffer: a => ['Flexibility', 'withdraw', a.offer],
  purchase: a => ['Flexibility', 'purchase', a.interval, a.product, a.offers, a.energiesWh, ZERO, ZERO],
  coverPoint: a => ['Flexibility', 'cover', a.interval, a.beneficiary, a.offers, a.energiesWh],
  confirmParts: a => ['Flexibility', 'confirm', a.parts],
  refuseParts: a => ['Flexibility', 'refuse', a.parts, a.reasonCode],
  releasePart: a => ['Flexibility', 'release', a.part],
  curtail: a => [
    'Curtailment',
    'order',
    a.terms.map(term => ({ ...term, evidence: ZERO })),
    a.reason,
    a.marketOverride,
  ],
  settlePoints: a => ['Settlement', 'settlePoints', a.interval, packedSheet(a.sheet), a.points],
  closeInterval: a => ['Settlement', 'closeInterval', a.interval],
  claimMerit: a => ['ProofOfEnergy', 'claim', a.owner, a.interval, a.points],
  standForSeat: () => ['Validators', 'stand'],
  resignSeat: () => ['Validators', 'resign'],
  endEpoch: () => ['Validators', 'endEpoch'],
  intrude: a => DOOR_CALLS[a.door],
};

/** A chain over rounds, as GridSupervision keeps it. */
export function chained(digests: readonly string[]): string {
  return digests.reduce((digest, round) => keccak256(concat([digest, round])), ZERO);
}

function sealedTerms(a: ArgumentsOf<'commitTrades'>) {
  const { interval, kind, sequence } = a;
  return { interval, kind, sellerArea: a.areas[0], buyerArea: a.areas[1], sequence };
}

function signature<T extends object>(
  signed: Signed<T>,
  domain: Parameters<typeof TypedDataEncoder.hash>[0],
  types: Parameters<typeof TypedDataEncoder.hash>[1],
): string {
  if (signed === null) return '0x';
  const key = keys.get(signed.by);
  if (!key) throw new Error(`no key of ${signed.by}`);
  const digest = getBytes(TypedDataEncoder.hash(domain, types, signed.terms as Record<string, unknown>));
  const made = signDigest(digest, key);
  made[64]! += 27;
  return hexlify(made);
}

const UNSAID = { energyWh: 0n, feeMicroEur: 0n, evidence: '0x' };
const ZERO = `0x${'0'.repeat(64)}`;
const SOMEBODY = '0x00000000000000000000000000000000000000e1';
const NO_NETS = packedNets({ batch: 1, feesMicroEur: [0n, 0n], positions: [], strayBytes: 0 });
const NO_TRADES: readonly PoolTrade[] = [];

const DOOR_CALLS: { readonly [D in ArgumentsOf<'intrude'>['door']]: Call } = {
  postPositions: ['Ledger', 'postPositions', '0x', 1],
  post: ['Ledger', 'post', [1, 2], [1, -1]],
  correct: ['NetSettlement', 'correct', NO_NETS, NO_NETS],
  recordPool: ['EnergyMarket', 'recordPool', 900, SOMEBODY, NO_TRADES],
  retireParts: ['Flexibility', 'retire', ZERO, 900],
  issueUnits: ['FlexibilityUnits', 'issue', SOMEBODY, 1, 1],
  moveUnits: ['FlexibilityUnits', 'move', SOMEBODY, SOMEBODY, 1, 1],
  retireUnits: ['FlexibilityUnits', 'retire', SOMEBODY, 1, 1],
  withdrawUnits: ['FlexibilityUnits', 'withdraw', SOMEBODY, 1, 1],
  transferUnits: ['FlexibilityUnits', 'safeTransferFrom', SOMEBODY, SOMEBODY, 1, 1, '0x'],
  transferUnitsBatch: ['FlexibilityUnits', 'safeBatchTransferFrom', SOMEBODY, SOMEBODY, [1], [1], '0x'],
  approveUnits: ['FlexibilityUnits', 'setApprovalForAll', SOMEBODY, true],
};
