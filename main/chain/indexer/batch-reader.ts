/**
 * Batches of trades → trades, verdicts and settlements, as far as this console is meant to read them: those of the areas it
 * runs. What it reads is checked against the commitments on chain; what it cannot read it says.
 *
 * It keeps the batches that are not settled for good, because verdicts and nets speak of trades by their place in a batch.
 */
import type { SigningKey } from 'ethers';
import {
  DECISION,
  EnvelopeError,
  type Nets,
  type NetTrade,
  netsOf,
  openAsOperator,
  openVerdicts,
  placeOf,
  readOpenTrades,
  type SettledTrade,
  type SideVerdict,
  settledTrade,
  TRADE_KIND,
  type TradeDetails,
  tradeIdOf,
  unpackPositions,
  type VerdictEntry,
} from '../../../contracts/bindings/index.ts';
import type {
  ChainPosition,
  Decision,
  EnergyAttribute,
  MarketEvent,
  MarketTariff,
  Trade,
  TradeKind,
} from '../../records/market.ts';
import type { RegistryNumbers } from './registry-numbers.ts';

/** Who reads: the operator's account and the key that details are encrypted for. */
export interface Reader {
  readonly account: string;
  readonly encryptionKey: SigningKey;
}

export interface BatchHead {
  readonly batchId: bigint;
  readonly interval: number;
  readonly submitter: string;
  readonly kind: number;
  readonly sellerArea: number;
  readonly buyerArea: number;
}

/** Batches kept for verdicts and settlement; beyond, the oldest are forgotten and their nets are not checked. */
const BATCHES_KEPT_MAX = 4_000;

interface OpenBatch {
  /** By area: the seller's, and where it is another the buyer's. */
  readonly areas: readonly number[];
  readonly trades: Trade[];
  /** What each side let through, by area and place. */
  readonly let: ReadonlyMap<number, Map<number, SideVerdict>>;
}

export class BatchReader {
  readonly #reader: Reader;
  readonly #numbers: RegistryNumbers;
  readonly #batches = new Map<string, OpenBatch>();
  readonly #tariffs: MarketTariff[] = [];
  readonly #connectionOfPoint = new Map<string, number>();

  constructor(reader: Reader, numbers: RegistryNumbers) {
    this.#reader = reader;
    this.#numbers = numbers;
  }

  /** Events of before a restart, in their order. */
  remember(event: MarketEvent): void {
    if (event.type === 'tariff') this.#tariffs.push(event.tariff);
    else if (event.type === 'point') this.#connectionOfPoint.set(event.point, event.connection);
    else if (event.type === 'trade') this.#keep(event.trade);
    else if (event.type === 'verdict') {
      const { tradeId, decision, energyWh, feeMicroEur } = event.verdict;
      if (decision === 'accepted' || decision === 'reduced')
        this.#lets(this.#reader.account, tradeId, { energyWh, feeMicroEur });
    } else if (event.type === 'verdict-of-other-side') {
      const { tradeId, decision, energyWh, feeMicroEur } = event.verdict;
      if (decision === 'accepted' || decision === 'reduced')
        this.#lets(event.operator, tradeId, { energyWh, feeMicroEur });
    }
  }

  sealed(head: BatchHead, count: number, root: string, envelope: string, at: ChainPosition): MarketEvent[] {
    if (!this.#isOurs(head)) return [];
    try {
      const opened = openAsOperator(envelope, count, root, this.#reader.encryptionKey);
      return opened.flatMap(trade => this.#trade(head, trade.index, trade.details, trade.key, at));
    } catch (error) {
      if (!(error instanceof EnvelopeError)) throw error;
      return [
        {
          type: 'batch-unreadable',
          batchId: String(head.batchId),
          interval: head.interval,
          submitter: head.submitter,
          trades: count,
          problem: error.message,
          at,
        },
      ];
    }
  }

  recorded(head: BatchHead, packed: string, at: ChainPosition): MarketEvent[] {
    if (!this.#isOurs(head)) return [];
    return readOpenTrades(packed).flatMap((details, index) => this.#trade(head, index, details, null, at));
  }

  /** Own verdicts, and those of the other side of a batch; both are kept for its settlement. */
  verdicts(
    batchId: bigint,
    operator: string,
    round: { readonly decisions: string; readonly digest: string; readonly envelope: string },
    at: ChainPosition,
  ): MarketEvent[] {
    const batch = this.#batches.get(String(batchId));
    if (!batch) return [];
    const keyOf = (index: number) => batch.trades[index]?.sealKey ?? null;
    let entries: VerdictEntry[];
    try {
      entries = openVerdicts(round.decisions, round.envelope, round.digest, operator, keyOf);
    } catch (error) {
      if (!(error instanceof EnvelopeError)) throw error;
      // Another operator's words that nobody can read let nothing through; our own we would have written differently.
      return [];
    }
    return entries.flatMap((entry): MarketEvent[] => {
      const tradeId = String(tradeIdOf(batchId, entry.index));
      const decision = DECISIONS[entry.decision];
      if (decision === undefined) return [];
      const { energyWh, feeMicroEur, reasonCode, evidence } = entry;
      if (decision === 'accepted' || decision === 'reduced')
        this.#lets(operator, tradeId, { energyWh, feeMicroEur });
      const verdict = { tradeId, decision, energyWh, feeMicroEur, reasonCode, evidence, recordedAt: at };
      return this.#isReader(operator)
        ? [{ type: 'verdict', verdict }]
        : [{ type: 'verdict-of-other-side', operator, verdict }];
    });
  }

  /** What the nets on chain mean for each trade, when they are what we work out ourselves. */
  settled(nets: Nets, interval: number, settledBy: string, at: ChainPosition): MarketEvent[] {
    const batchId = String(nets.batchId);
    const batch = this.#batches.get(batchId);
    if (!batch) return [];
    const trades = batch.trades.map(trade => this.#netTrade(batch, trade));
    const feeCap = this.#feeCapAt(interval);
    const problem = differenceOf(nets, netsOf(nets.batchId, trades, feeCap));
    const event: MarketEvent = { type: 'batch-settled', batchId, interval, settledBy, problem, at };
    if (problem !== '') return [event];
    return [
      event,
      ...batch.trades.flatMap((trade, k) =>
        this.#settledEvent(batch, trade, settledTrade(trades[k]!, feeCap), at),
      ),
    ];
  }

  /** Nothing more comes of it. */
  voided(batchId: bigint, interval: number, at: ChainPosition): MarketEvent[] {
    if (!this.#batches.has(String(batchId))) return [];
    return [{ type: 'batch-voided', batchId: String(batchId), interval, at }];
  }

  knows(batchId: bigint): boolean {
    return this.#batches.has(String(batchId));
  }

  #isOurs(head: BatchHead): boolean {
    return [head.sellerArea, head.buyerArea].some(area => this.#isOwn(area));
  }

  #isOwn(area: number | undefined): boolean {
    return area !== undefined && this.#isReader(this.#numbers.operatorOf(area));
  }

  #isReader(account: string): boolean {
    return sameAccount(account, this.#reader.account);
  }

  #trade(
    head: BatchHead,
    index: number,
    details: TradeDetails,
    sealKey: string | null,
    at: ChainPosition,
  ): MarketEvent[] {
    const seller = this.#numbers.connection(details.sellerConnection);
    const buyer = this.#numbers.connection(details.buyerConnection);
    const trade: Trade = {
      id: String(tradeIdOf(head.batchId, index)),
      kind: KINDS[head.kind] ?? 'bilateral',
      interval: head.interval,
      // A connection that does not exist is a point nobody knows: the trade is held for it.
      sellerPoint: seller?.point ?? `connection ${details.sellerConnection}`,
      buyerPoint: buyer?.point ?? `connection ${details.buyerConnection}`,
      seller: seller?.owner ?? '',
      buyer: buyer?.owner ?? '',
      energyWh: details.energyWh,
      priceMicroEurPerKwh: details.priceMicroEurPerKwh,
      attribute: ATTRIBUTES[details.attribute] ?? 'none',
      submitter: head.submitter,
      otherArea: [head.sellerArea, head.buyerArea].find(area => !this.#isOwn(area)) ?? null,
      sealKey,
      proposedAt: at,
    };
    this.#keep(trade, [head.sellerArea, head.buyerArea]);
    return [{ type: 'trade', trade }];
  }

  #keep(trade: Trade, areas?: readonly number[]): void {
    const { batchId: number, index } = placeOf(BigInt(trade.id));
    const batchId = String(number);
    let batch = this.#batches.get(batchId);
    if (!batch) {
      const of = [...new Set(areas ?? [this.#areaOf(trade.sellerPoint), this.#areaOf(trade.buyerPoint)])];
      batch = { areas: of, trades: [], let: new Map(of.map(area => [area, new Map()])) };
      this.#batches.set(batchId, batch);
      if (this.#batches.size > BATCHES_KEPT_MAX) this.#batches.delete(this.#batches.keys().next().value!);
    }
    batch.trades[index] = trade;
  }

  #lets(operator: string, tradeId: string, verdict: SideVerdict): void {
    const { batchId, index } = placeOf(BigInt(tradeId));
    const batch = this.#batches.get(String(batchId));
    if (!batch) return;
    for (const area of batch.areas)
      if (sameAccount(this.#numbers.operatorOf(area), operator)) batch.let.get(area)?.set(index, verdict);
  }

  #netTrade(batch: OpenBatch, trade: Trade): NetTrade {
    const { index } = placeOf(BigInt(trade.id));
    const side = (area: number | undefined): SideVerdict =>
      (area === undefined ? undefined : batch.let.get(area)?.get(index)) ?? NOTHING;
    const leg = (point: string, owner: string) => ({
      participant: this.#numbers.participantOf(owner),
      point: this.#numbers.connection(this.#connectionOfPoint.get(point) ?? 0)?.pointNumber ?? 0,
    });
    return {
      seller: leg(trade.sellerPoint, trade.seller),
      buyer: leg(trade.buyerPoint, trade.buyer),
      energyWh: trade.energyWh,
      priceMicroEurPerKwh: trade.priceMicroEurPerKwh,
      sellerSide: side(batch.areas[0]),
      buyerSide: batch.areas.length > 1 ? side(batch.areas[1]) : null,
    };
  }

  #settledEvent(batch: OpenBatch, trade: Trade, settled: SettledTrade, at: ChainPosition): MarketEvent[] {
    if (settled.energyWh === 0n) return [];
    const fees = [settled.sellerSideFeeMicroEur, settled.buyerSideFeeMicroEur];
    return [
      {
        type: 'trade-settled',
        tradeId: trade.id,
        interval: trade.interval,
        energyWh: settled.energyWh,
        amountMicroEur: settled.amountMicroEur,
        feeMicroEur: fees.reduce((sum, fee, side) => (this.#isOwn(batch.areas[side]) ? sum + fee : sum), 0n),
        at,
      },
    ];
  }

  #areaOf(point: string): number {
    return this.#numbers.connection(this.#connectionOfPoint.get(point) ?? 0)?.area ?? 0;
  }

  #feeCapAt(interval: number): bigint {
    return this.#tariffs.findLast(tariff => tariff.validFrom <= interval)?.feeCapMicroEurPerKwh ?? 0n;
  }
}

/** In words, where two nets part ways; '' when they are the same. */
function differenceOf(given: Nets, expected: Nets | null): string {
  if (expected === null) return 'no trade of the batch was let through, but nets were given';
  if (given.sellerSideFeeMicroEur !== expected.sellerSideFeeMicroEur)
    return `grid fees of ${given.sellerSideFeeMicroEur} µ€ instead of ${expected.sellerSideFeeMicroEur} µ€`;
  if (given.buyerSideFeeMicroEur !== expected.buyerSideFeeMicroEur)
    return `grid fees of the buyers’ area of ${given.buyerSideFeeMicroEur} µ€ instead of ${expected.buyerSideFeeMicroEur} µ€`;
  if (given.positions.toLowerCase() === expected.positions.toLowerCase()) return '';
  return energiesIn(given) === energiesIn(expected)
    ? 'what participants pay or receive is not what the trades give'
    : 'what was sold or bought at the points is not what the trades give';
}

/** Who sold or bought how much at which point, without the amounts. */
function energiesIn({ positions }: Nets): string {
  const legs = unpackPositions(positions).map(p => [p.point, p.participant, p.netWh].join(' '));
  return legs.join(', ');
}

function sameAccount(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

const NOTHING: SideVerdict = { energyWh: 0n, feeMicroEur: 0n };
const KINDS: Record<number, TradeKind> = {
  [TRADE_KIND.BILATERAL]: 'bilateral',
  [TRADE_KIND.POOL]: 'pool',
  [TRADE_KIND.AUCTION]: 'auction',
  [TRADE_KIND.COMMUNITY]: 'community',
  [TRADE_KIND.MULTI_BILATERAL]: 'multi-bilateral',
  [TRADE_KIND.SHARING]: 'sharing',
};
const ATTRIBUTES: Record<number, EnergyAttribute> = { 0: 'none', 1: 'renewable', 2: 'same-area' };
const DECISIONS: Record<number, Decision> = {
  [DECISION.ACCEPTED]: 'accepted',
  [DECISION.REDUCED]: 'reduced',
  [DECISION.REJECTED]: 'rejected',
  [DECISION.HELD]: 'held',
};
