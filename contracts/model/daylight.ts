/** The answer to an objection: a batch opened trade by trade, and the nets that follow. */
import { batchAt, isTwoSided, mustFit } from './batches.ts';
import type { TradedPosition } from './groups.ts';
import { isInCorridor, tariffAt } from './intervals.ts';
import {
  type Account,
  amountMicroEur,
  between,
  type Details,
  type Interval,
  isSame,
  KINDS,
  must,
  on,
  type Point,
  smaller,
} from './market.ts';
import { correct, type Nets } from './nets.ts';
import { type Connection, connectionAt } from './registry.ts';
import type { Market } from './state.ts';
import { decisionOf, type Entry, lets, sidesOf } from './verdicts.ts';

/** What both owners sign. */
export interface TradeTerms {
  readonly sellerPoint: Point;
  readonly buyerPoint: Point;
  readonly interval: Interval;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
  readonly attribute: number;
  readonly kind: number;
  readonly broker: Account;
  readonly sequence: bigint;
  readonly salt: bigint;
}

/** Who signed, and what; null: nobody did. */
export type Signed<T> = { readonly by: Account; readonly terms: T } | null;

export interface ShownTrade {
  readonly details: Details;
  readonly seller: Signed<TradeTerms>;
  readonly buyer: Signed<TradeTerms>;
}

/** An opener's way through a batch. */
export interface Session {
  readonly leaves: readonly string[];
  /** Finished rounds and the one that is being shown, by side. */
  readonly rounds: readonly [readonly (readonly Entry[])[], readonly (readonly Entry[])[]];
  readonly round: readonly [readonly Entry[], readonly Entry[]];
  /** What counts of the verdicts shown, by `side/index`. */
  readonly verdicts: ReadonlyMap<string, Entry>;
  readonly feesMicroEur: readonly [bigint, bigint];
  /** By `point/participant`. */
  readonly positions: ReadonlyMap<string, TradedPosition>;
}

export interface ShowVerdictsArguments {
  batch: number;
  side: 0 | 1;
  entries: readonly Entry[];
  endsRound: boolean;
}

export function showVerdicts(m: Market, sender: Account, a: ShowVerdictsArguments): void {
  mustBeObjected(m, a.batch);
  const session = m.sessions.at(on(a.batch, sender)) ?? NEW_SESSION;
  must(session.leaves.length === 0, 'TradesBegun');
  const verdicts = new Map(session.verdicts);
  for (const entry of a.entries) {
    // What was said in the open is what counts.
    const said = decisionOf(m, a.batch, a.side, entry.index);
    if (lets(entry.decision) && entry.decision === said) verdicts.set(on(a.side, entry.index), entry);
  }
  const shown = [...session.round[a.side], ...a.entries];
  const rounds = replaced(
    session.rounds,
    a.side,
    a.endsRound ? [...session.rounds[a.side], shown] : session.rounds[a.side],
  );
  const round = replaced(session.round, a.side, a.endsRound ? [] : shown);
  m.sessions.set(on(a.batch, sender), { ...session, verdicts, rounds, round });
}

export function showTrades(
  m: Market,
  sender: Account,
  a: { batch: number; trades: readonly ShownTrade[] },
): void {
  mustBeObjected(m, a.batch);
  const batch = batchAt(m, a.batch);
  const session = m.sessions.at(on(a.batch, sender)) ?? NEW_SESSION;
  for (const side of sidesOf(batch) as (0 | 1)[]) {
    const given = m.rounds.at(on(a.batch, side));
    must(session.round[side].length === 0 && isSame(session.rounds[side], given), 'VerdictsNotShown');
  }
  const leaves = [...session.leaves];
  must(leaves.length + a.trades.length <= batch.leaves.length, 'TooManyTrades');
  const fees: [bigint, bigint] = [...session.feesMicroEur];
  const positions = new Map(session.positions);
  for (const trade of a.trades) {
    mustFit(trade.details);
    const index = leaves.push(m.terms.leafOf(trade.details)) - 1;
    const flow = flowOf(m, a.batch, index, trade, session.verdicts);
    if (flow === null) continue;
    addFlow(m, trade.details, flow, positions, fees);
  }
  m.sessions.set(on(a.batch, sender), { ...session, leaves, feesMicroEur: fees, positions });
}

export function finish(m: Market, sender: Account, a: { posted: Nets; right: Nets }): void {
  const id = a.posted.batch;
  mustBeObjected(m, id);
  const session = m.sessions.at(on(id, sender)) ?? NEW_SESSION;
  must(isSame(session.leaves, batchAt(m, id).leaves), 'NotTheTrades');
  const { right } = a;
  must(right.batch === id && isSame(right.feesMicroEur, session.feesMicroEur), 'NotTheNets');
  must(right.strayBytes === 0 && right.positions.length === session.positions.size, 'NotTheNets');
  const areShown = right.positions.every(position => {
    const shown = session.positions.get(on(position.point, position.participant));
    return shown?.netWh === position.netWh && shown.amountMicroEur === position.amountMicroEur;
  });
  must(areShown, 'NotTheNets');
  correct(m, a.posted, right);
}

/** The nets that follow from the trades of a batch and the verdicts given on it; what daylight would show. */
export function netsOf(m: Market, id: number, trades: readonly ShownTrade[]): Nets {
  const verdicts = new Map<string, Entry>();
  for (const side of sidesOf(batchAt(m, id)))
    for (const entry of m.rounds.at(on(id, side)).flat())
      if (lets(entry.decision) && entry.decision === decisionOf(m, id, side, entry.index))
        verdicts.set(on(side, entry.index), entry);
  const sums = new Map<string, TradedPosition>();
  const fees: [bigint, bigint] = [0n, 0n];
  for (const [index, trade] of trades.entries()) {
    const flow = flowOf(m, id, index, trade, verdicts);
    if (flow !== null) addFlow(m, trade.details, flow, sums, fees);
  }
  const positions = [...sums.values()].sort((a, b) => a.point - b.point || a.participant - b.participant);
  return { batch: id, feesMicroEur: fees, positions, strayBytes: 0 };
}

/** A trade after its verdicts: what flows and what is paid for it. */
export interface SettledTrade {
  readonly energyWh: bigint;
  /** Buyer to seller. */
  readonly amountMicroEur: bigint;
  /** Buyer to the operators; negative: they pay. */
  readonly feesMicroEur: readonly [bigint, bigint];
}

/**
 * The least that a side lets through flows. A side's fee stays within the cap on what that side lets through, and goes down
 * with the energy where the other lets less, toward zero.
 * @param sellerSide null: it lets nothing through
 * @param buyerSide  undefined: the batch lies in one area
 */
export function settledTrade(
  details: Details,
  sellerSide: Entry | null,
  buyerSide: Entry | null | undefined,
  feeCapMicroEurPerKwh: bigint,
): SettledTrade | null {
  const letWh = (side: Entry | null) => smaller(side?.energyWh ?? 0n, details.energyWh);
  const energyWh = buyerSide === undefined ? letWh(sellerSide) : smaller(letWh(sellerSide), letWh(buyerSide));
  if (energyWh === 0n) return null;
  const fee = (side: Entry | null | undefined): bigint => {
    if (!side) return 0n;
    const cap = smaller(amountMicroEur(letWh(side), feeCapMicroEurPerKwh), FEE_MAX);
    return (between(-cap, side.feeMicroEur, cap) * energyWh) / letWh(side);
  };
  return {
    energyWh,
    amountMicroEur: amountMicroEur(energyWh, details.priceMicroEurPerKwh),
    feesMicroEur: [fee(sellerSide), fee(buyerSide)],
  };
}

/** What a trade comes to; null: it was not agreed, or a side lets nothing through. */
function flowOf(
  m: Market,
  id: number,
  index: number,
  trade: ShownTrade,
  verdicts: ReadonlyMap<string, Entry>,
): SettledTrade | null {
  const batch = batchAt(m, id);
  if (!isAgreed(m, id, trade)) return null;
  const [seller, buyer] = [0, 1].map(side => verdicts.get(on(side, index)) ?? null) as [
    Entry | null,
    Entry | null,
  ];
  const { feeCapMicroEurPerKwh } = tariffAt(m, batch.interval);
  return settledTrade(trade.details, seller, isTwoSided(batch) ? buyer : undefined, feeCapMicroEurPerKwh);
}

function addFlow(
  m: Market,
  details: Details,
  flow: SettledTrade,
  sums: Map<string, TradedPosition>,
  fees: [bigint, bigint],
): void {
  const seller = connectionAt(m, details.sellerConnection);
  const buyer = connectionAt(m, details.buyerConnection);
  for (const side of [0, 1] as const) fees[side] += flow.feesMicroEur[side];
  const paid = flow.amountMicroEur + flow.feesMicroEur[0] + flow.feesMicroEur[1];
  add(sums, seller, flow.energyWh, flow.amountMicroEur);
  add(sums, buyer, -flow.energyWh, -paid);
}

function isAgreed(m: Market, id: number, { details, seller, buyer }: ShownTrade): boolean {
  const batch = batchAt(m, id);
  // Pool and auction made their trades of what was signed there.
  if (batch.kind === KINDS.pool || batch.kind === KINDS.auction) return true;
  const from = connectionAt(m, details.sellerConnection);
  const to = connectionAt(m, details.buyerConnection);
  const terms: TradeTerms = {
    sellerPoint: from.point,
    buyerPoint: to.point,
    interval: batch.interval,
    energyWh: details.energyWh,
    priceMicroEurPerKwh: details.priceMicroEurPerKwh,
    attribute: details.attribute,
    kind: batch.kind,
    broker: batch.submitter,
    sequence: batch.sequence,
    salt: details.salt,
  };
  const agreed = (owner: Account, signed: Signed<TradeTerms>) =>
    owner === batch.submitter || (signed?.by === owner && isSame(signed.terms, terms));
  return (
    isInCorridor(tariffAt(m, batch.interval), details.priceMicroEurPerKwh, batch.kind) &&
    from.area === batch.areas[0] &&
    to.area === batch.areas[1] &&
    from.point !== to.point &&
    agreed(from.owner, seller) &&
    agreed(to.owner, buyer)
  );
}

function mustBeObjected(m: Market, id: number): void {
  must(m.settled.at(id).state === 'objected', 'NotObjected');
}

function add(
  sums: Map<string, TradedPosition>,
  { pointNumber: point, ownerNumber: participant }: Connection,
  netWh: bigint,
  amountMicroEur: bigint,
): void {
  const before = sums.get(on(point, participant));
  sums.set(on(point, participant), {
    point,
    participant,
    netWh: (before?.netWh ?? 0n) + netWh,
    amountMicroEur: (before?.amountMicroEur ?? 0n) + amountMicroEur,
  });
}

function replaced<T>(pair: readonly [T, T], side: 0 | 1, value: T): readonly [T, T] {
  return side === 0 ? [value, pair[1]] : [pair[0], value];
}

const FEE_MAX = 2n ** 63n - 1n;
const NEW_SESSION: Session = {
  leaves: [],
  rounds: [[], []],
  round: [[], []],
  verdicts: new Map(),
  feesMicroEur: [0n, 0n],
  positions: new Map(),
};
