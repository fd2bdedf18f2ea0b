/**
 * The market's rules a second time, in exact integers: what the contracts must do, said without them. This file holds the
 * state, how an operation is tried, and what every topic shares. Wh, micro-euro, Unix seconds; energy into the grid positive.
 *
 * A topic is a file; an operation is a function of state, sender and arguments that changes tables or refuses by the name of
 * the contracts' error. Refusals stand in the order in which the contracts look. Signatures and hashes are not made here: a
 * signature is who signed and what, a digest the list it binds. Only the order of commitments is the chain's: `leafOf`.
 */

/** An address, lower case: addresses order as their numbers do. */
export type Account = string;
/** A connection point, bytes32 in lower-case hex. */
export type Point = string;
/** Start of delivery, Unix seconds. */
export type Interval = bigint;

export interface Rules {
  readonly intervalSeconds: bigint;
  readonly gateLeadSeconds: bigint;
  readonly poolLeadSeconds: bigint;
  /** 0 one price, 1 every pair at its seller's limit. */
  readonly poolPricing: number;
  readonly tariffNoticeSeconds: bigint;
  readonly objectionSeconds: bigint;
  readonly settlementSeconds: bigint;
  readonly objectionCostMicroEur: bigint;
  readonly flexibilityPenaltyMicroEurPerKwh: bigint;
  readonly curtailmentMaxWh: bigint;
  readonly compensationMaxMicroEurPerKwh: bigint;
  readonly retailer: Account;
  readonly epochSeconds: bigint;
  readonly validatorsMin: number;
  readonly validatorSeats: number;
}

export interface Tariff {
  readonly validFrom: bigint;
  readonly feedInMicroEurPerKwh: bigint;
  readonly retailMicroEurPerKwh: bigint;
  readonly feeCapMicroEurPerKwh: bigint;
}

/** The details of a trade. */
export interface Details {
  readonly sellerConnection: number;
  readonly buyerConnection: number;
  readonly energyWh: bigint;
  readonly priceMicroEurPerKwh: bigint;
  readonly attribute: number;
  readonly salt: bigint;
}

/** The name of the contracts' error. */
export class Refusal extends Error {}

/** Refuses by this name unless `holds`. */
export function must(holds: boolean, name: string): asserts holds {
  if (!holds) throw new Refusal(name);
}

export type Outcome =
  | { readonly done: true; readonly result: unknown }
  | { readonly done: false; readonly refusal: string };

/** A map whose rows are replaced, never changed, and which remembers what stood there: a refused operation leaves nothing. */
export class Table<V> {
  readonly name: string;
  readonly rows = new Map<string, V>();
  readonly #zero: V;
  readonly #written: Written[];

  constructor(name: string, zero: V, written: Written[]) {
    this.name = name;
    this.#zero = zero;
    this.#written = written;
  }

  at(key: Key): V {
    const found = this.rows.get(String(key));
    return found === undefined ? this.#zero : found;
  }

  set(key: Key, value: V): void {
    const text = String(key);
    const before = this.rows.get(text);
    this.rows.set(text, value);
    this.#written.push({
      table: this.name,
      key: text,
      undo: () => (before === undefined ? this.rows.delete(text) : this.rows.set(text, before)),
    });
  }
}

type Key = string | number | bigint;

/** One row that an operation wrote. */
export interface Written {
  readonly table: string;
  readonly key: string;
  readonly undo: () => unknown;
}

/** Tries an operation: all of it or nothing. Afterwards `written` lists the rows it wrote. */
export function attempt(market: { readonly written: Written[] }, operation: () => unknown): Outcome {
  market.written.length = 0;
  try {
    return { done: true, result: operation() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const row of market.written.reverse()) row.undo();
    market.written.length = 0;
    return { done: false, refusal: error.message };
  }
}

/** Equal to the last entry; objects are written in one order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  return text(a) === text(b);
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part));
}

/** The row of a thing in an interval, of a batch and a side, and the like. */
export const on = (...parts: readonly Key[]): string => parts.join('/');

/** Energy, Wh, at a price per kWh: micro-euro, rounded down. Never negative: who pays is never charged a fraction more. */
export const amountMicroEur = (energyWh: bigint, priceMicroEurPerKwh: bigint): bigint =>
  (energyWh * priceMicroEurPerKwh) / 1000n;

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
export const between = (low: bigint, value: bigint, high: bigint): bigint =>
  larger(low, smaller(value, high));
export const sum = (values: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const value of values) total += value;
  return total;
};

export const ROLES = {
  consumer: 1,
  prosumer: 2,
  aggregator: 4,
  community: 16,
  dso: 64,
  tso: 128,
  meterOperator: 256,
  sharingProvider: 512,
  largeCustomer: 2048,
  all: 4095,
} as const;

/** How a trade came about. */
export const KINDS = {
  bilateral: 0,
  pool: 1,
  auction: 2,
  community: 3,
  multiBilateral: 4,
  sharing: 5,
} as const;

export const ENERGY_TRADE_MAX_WH = 2n ** 40n - 1n;
export const PRICE_TRADE_MAX = 2n ** 32n - 1n;
export const INTERVAL_MAX = 2n ** 40n - 1n;
