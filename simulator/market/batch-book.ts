/** Batches of trades as those who committed them know them: details, verdicts, nets and what came of them. */
import type { SigningKey } from 'ethers';
import {
  DECISION,
  EnvelopeError,
  type Nets,
  type NetTrade,
  netsOf,
  openAsOperator,
  openVerdicts,
  readOpenTrades,
  type SideVerdict,
  type TradeDetails,
  tradeIdOf,
  type VerdictEntry,
} from '../../contracts/bindings/index.ts';
import type { RegistryBook } from './registry-book.ts';

export interface BookedTrade {
  readonly id: bigint;
  readonly interval: number;
  readonly sellerPoint: string;
  readonly buyerPoint: string;
  readonly kind: number;
  readonly energyWh: number;
  readonly details: TradeDetails;
  /** Seals what is said of it; null: its details are public. */
  readonly key: string | null;
}

export interface BookedBatch {
  readonly id: bigint;
  readonly interval: number;
  readonly submitter: string;
  readonly kind: number;
  readonly sellerArea: number;
  readonly buyerArea: number;
  /** By place. */
  readonly trades: readonly BookedTrade[];
  /** Rounds of verdicts by operator, in their order. */
  readonly rounds: Map<string, VerdictEntry[][]>;
  state: 'open' | 'settled' | 'objected' | 'done';
  /** The nets given; null: none yet. */
  posted: Nets | null;
}

/** Arguments of an event by name, as ethers decodes them. */
export type Args = Record<string, unknown>;

/** What decides whose key reads a sealed batch. */
export type BatchHead = Pick<BookedBatch, 'submitter' | 'sellerArea' | 'buyerArea'>;

/** A batch from the event that put it on chain; null: not for the reader. */
export function batchIn(
  event: 'TradesSealed' | 'TradesRecorded',
  args: Args,
  registry: RegistryBook,
  keyOf: (head: BatchHead, registry: RegistryBook) => SigningKey | null,
): BookedBatch | null {
  const head: BatchHead = {
    submitter: String(args['submitter']),
    sellerArea: Number(args['sellerArea']),
    buyerArea: Number(args['buyerArea']),
  };
  const opened =
    event === 'TradesRecorded'
      ? readOpenTrades(String(args['trades'])).map(details => ({ details, key: null }))
      : openOwn(args, keyOf(head, registry));
  if (opened === null) return null;
  const id = args['batchId'] as bigint;
  const interval = Number(args['interval']);
  const kind = Number(args['kind']);
  return {
    ...head,
    id,
    interval,
    kind,
    trades: opened.map(({ details, key }, index) => ({
      id: tradeIdOf(id, index),
      interval,
      sellerPoint: registry.connection(details.sellerConnection)?.point ?? '',
      buyerPoint: registry.connection(details.buyerConnection)?.point ?? '',
      kind,
      energyWh: Number(details.energyWh),
      details,
      key,
    })),
    rounds: new Map(),
    state: 'open',
    posted: null,
  };
}

/** Takes up a round of verdicts. */
export function judge(batch: BookedBatch, args: Args): void {
  const operator = String(args['operator']);
  const entries = openVerdicts(
    String(args['decisions']),
    String(args['envelope']),
    String(args['digest']),
    operator,
    index => batch.trades[index]?.key ?? null,
  );
  batch.rounds.set(operator, [...(batch.rounds.get(operator) ?? []), entries]);
}

/** What an operator lets through of a trade of a batch, and its fee for that. */
export function sideOf(batch: BookedBatch, operator: string, index: number): SideVerdict {
  const entry = (batch.rounds.get(operator) ?? [])
    .flat()
    .findLast(e => e.index === index && e.decision !== DECISION.HELD);
  return entry !== undefined && entry.decision <= DECISION.REDUCED ? entry : NOTHING;
}

/** What flows of each trade of a batch by the verdicts so far: the lesser of its sides. */
export function flowsOf(batch: BookedBatch, registry: RegistryBook): bigint[] {
  const operators = [batch.sellerArea, batch.buyerArea].map(area => registry.operatorOf(area) ?? '');
  return batch.trades.map((_, index) => {
    const [seller, buyer] = operators.map(operator => sideOf(batch, operator, index).energyWh);
    return seller! < buyer! ? seller! : buyer!;
  });
}

/** Whether the contract waits for its nets: each side lets some trade settle, be it not the same one. */
export function isDue(batch: BookedBatch, registry: RegistryBook): boolean {
  return [batch.sellerArea, batch.buyerArea].every(area =>
    batch.trades.some((_, index) => sideOf(batch, registry.operatorOf(area) ?? '', index).energyWh > 0n),
  );
}

/** What participants and points of a batch settle; null: nothing was let through. */
export function netsOfBatch(
  batch: BookedBatch,
  registry: RegistryBook,
  feeCapMicroEurPerKwh: bigint,
): Nets | null {
  const sideIn = (area: number, index: number) => sideOf(batch, registry.operatorOf(area) ?? '', index);
  const leg = (connection: number) => {
    const found = registry.connection(connection);
    return { participant: registry.participantOf(found?.owner ?? ''), point: found?.pointNumber ?? 0 };
  };
  const trades = batch.trades.map(
    ({ details }, index): NetTrade => ({
      seller: leg(details.sellerConnection),
      buyer: leg(details.buyerConnection),
      energyWh: details.energyWh,
      priceMicroEurPerKwh: details.priceMicroEurPerKwh,
      sellerSide: sideIn(batch.sellerArea, index),
      buyerSide: batch.buyerArea === batch.sellerArea ? null : sideIn(batch.buyerArea, index),
    }),
  );
  return netsOf(batch.id, trades, feeCapMicroEurPerKwh);
}

function openOwn(args: Args, key: SigningKey | null): { details: TradeDetails; key: string }[] | null {
  if (key === null) return null;
  try {
    return openAsOperator(String(args['envelope']), Number(args['count']), String(args['root']), key);
  } catch (error) {
    if (error instanceof EnvelopeError) return null;
    throw error;
  }
}

const NOTHING: SideVerdict = { energyWh: 0n, feeMicroEur: 0n };
