/** Who plays in a random day, and what the players know beside the chain. */

import type { ShownTrade } from '../daylight.ts';
import { tradedWh } from '../groups.ts';
import { type Account, type Details, type Interval, on, type Point } from '../market.ts';
import type { ArgumentsOf, Operation, OperationName } from '../operations.ts';
import type { Market } from '../state.ts';
import type { Draw } from './draw.ts';

export interface Cast {
  readonly administrator: Account;
  readonly retailer: Account;
  readonly meterOperator: Account;
  readonly operators: readonly [Account, Account];
  readonly tso: Account;
  /** Commits for others: also community manager and sharing provider. */
  readonly broker: Account;
  readonly aggregator: Account;
  readonly owners: readonly Account[];
  readonly points: readonly Point[];
  /** Connected before the others, and never used. */
  readonly idlePoints: readonly Point[];
  /** Key of the meter that a point has from the start. */
  readonly meters: readonly Account[];
  readonly founders: readonly Account[];
  /** Aggregators that come later. */
  readonly newcomers: readonly Account[];
  readonly stranger: Account;
}

export interface Scene {
  readonly m: Market;
  readonly draw: Draw;
  readonly cast: Cast;
  /** What the parties of sealed trades know, by leaf. */
  readonly secrets: Map<string, ShownTrade>;
  /** Operations that follow each other, to be built when their turn comes. */
  readonly script: (() => Operation | null)[];
}

export function operation<N extends OperationName>(name: N, sender: Account, its: ArgumentsOf<N>): Operation {
  return { name, sender, with: its } as Operation;
}

export function everybody({ cast }: Scene): Account[] {
  return [
    cast.administrator,
    cast.retailer,
    cast.meterOperator,
    ...cast.operators,
    cast.tso,
    cast.broker,
    cast.aggregator,
    ...cast.owners,
    cast.stranger,
  ];
}

/** One that begins between two distances from now, s. */
export function intervalAhead({ m, draw }: Scene, fromS: number, toS: number): Interval {
  const seconds = m.rules.intervalSeconds;
  const at = m.nowS + draw.big(fromS, toS);
  return ((at + seconds - 1n) / seconds) * seconds;
}

/** The latest that are delivered, latest first. */
export function delivered({ m }: Scene, count: number): Interval[] {
  const seconds = m.rules.intervalSeconds;
  const last = (m.nowS / seconds - 1n) * seconds;
  return Array.from({ length: count }, (_, i) => last - BigInt(i) * seconds);
}

/** One interval in so many is left alone. */
export function isQuiet({ m }: Scene, interval: Interval): boolean {
  return (interval / m.rules.intervalSeconds) % 6n === 0n;
}

export function ownerOf({ m, cast }: Scene, point: Point): Account {
  return m.points.at(point)?.owner ?? cast.stranger;
}

export function operatorAt({ m, cast }: Scene, area: number): Account {
  return m.operators.at(area) ?? cast.stranger;
}

/** All trades of a batch, as those concerned know them. */
export function tradesOf({ m, secrets }: Scene, batch: number): ShownTrade[] {
  const found = m.batches.at(batch)!;
  if (found.open) return found.open.map(publicTrade);
  return found.leaves.map(leaf => secrets.get(leaf) ?? publicTrade(NOTHING));
}

export function batchesOf({ m }: Scene, interval: Interval): number[] {
  const ids = Array.from({ length: m.counts.at('batches') }, (_, i) => i + 1);
  return ids.filter(id => m.batches.at(id)!.interval === interval);
}

/** Points with business in an interval: those that its closing waits for. */
export function busyPoints({ m, cast }: Scene, interval: Interval): Point[] {
  return cast.points.filter(point => {
    const key = on(point, interval);
    const number = m.points.at(point)?.number ?? 0;
    return (
      tradedWh(m, interval, number) !== 0n ||
      m.standing.at(key).length > 0 ||
      m.curtailmentsOf.at(key).length > 0 ||
      m.covers.at(key) !== null ||
      m.positions.at(key).coverOpenCount > 0
    );
  });
}

/** Every batch is settled and unobjected, if perhaps not for long enough. */
export function isFinal({ m }: Scene, interval: Interval): boolean {
  const { done, objected } = m.intervalTallies.at(interval);
  return done === m.dueBatches.at(interval) && objected === 0;
}

export function pickOrNone<T>({ draw }: Scene, list: readonly T[]): T | undefined {
  return list.length > 0 ? draw.pick(list) : undefined;
}

function publicTrade(details: Details): ShownTrade {
  return { details, seller: null, buyer: null };
}

const NOTHING: Details = {
  sellerConnection: 0,
  buyerConnection: 0,
  energyWh: 0n,
  priceMicroEurPerKwh: 0n,
  attribute: 0,
  salt: 0n,
};
