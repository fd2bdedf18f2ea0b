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

/** A batch from the event that put it on chain; null: not for the reader. */
export function batchIn(
  event: 'TradesSealed' | 'TradesRecorded',
  args: Args,
  registry: RegistryBook,
  keyOf: (account: string) => SigningKey | null,
): BookedBatch | null {
  const submitter = String(args['submitter']);
  const opened =
    event === 'TradesRecorded'
      ? readOpenTrades(String(args['trades'])).map(details => ({ details, key: null }))
      : openOwn(args, keyOf(submitter));
  if (opened === null) return null;
  const id = args['batchId'] as bigint;
  const interval = Number(args['interval']);
  const kind = Number(args['kind']);
  return {
    id,
    interval,
    submitter,
    kind,
    sellerArea: Number(args['sellerArea']),
    buyerArea: Number(args['buyerArea']),
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

/** Takes up a round of verdicts; gives what it says of each trade that can be read. */
export function judge(batch: BookedBatch, args: Args): VerdictEntry[] {
  const operator = String(args['operator']);
  const entries = openVerdicts(
    String(args['decisions']),
    String(args['envelope']),
    String(args['digest']),
    operator,
    index => batch.trades[index]?.key ?? null,
  );
  batch.rounds.set(operator, [...(batch.rounds.get(operator) ?? []), entries]);
  return entries;
}

/** What participants and points of a batch settle; null: nothing was let through. */
export function netsOfBatch(
  batch: BookedBatch,
  registry: RegistryBook,
  feeCapMicroEurPerKwh: bigint,
): Nets | null {
  const sideOf = (area: number, index: number) => {
    const entry = (batch.rounds.get(registry.operatorOf(area) ?? '') ?? [])
      .flat()
      .findLast(e => e.index === index && e.decision !== DECISION.HELD);
    const flows = entry !== undefined && entry.decision <= DECISION.REDUCED;
    return flows ? entry : NOTHING;
  };
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
      sellerSide: sideOf(batch.sellerArea, index),
      buyerSide: batch.buyerArea === batch.sellerArea ? null : sideOf(batch.buyerArea, index),
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

const NOTHING = { energyWh: 0n, feeMicroEur: 0n };
