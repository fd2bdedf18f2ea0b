/**
 * Which column to branch on: pseudo-costs (Bénichou et al. 1971). What the goal lost per share by which a column was moved, to nothing
 * or to its least, is the best guess of what it will lose there again; the column whose both branches lose most closes the gap soonest.
 * A column not yet tried counts as the mean of the others.
 */

/** One way from a column in between: to its least or to nothing, by a share of its least. */
export interface Move {
  readonly column: number;
  readonly taken: boolean;
  readonly share: number;
}

/** A column this near to 0 or to its least is there. */
const AT_BOUND = 1e-6;
/** Rates below tell nothing: then the column furthest from both its ends goes first. */
const RATE_MIN = 1e-6;
const SHARE_MIN = 1e-3;

export class PseudoCosts {
  readonly #least: Float64Array;
  readonly #semi: readonly number[];
  readonly #nothing: Rates;
  readonly #taken: Rates;

  /** @param least [column] 0: any value between its bounds */
  constructor(least: Float64Array) {
    this.#least = least;
    this.#semi = [...least.keys()].filter(column => least[column]! > 0);
    this.#nothing = new Rates(least.length);
    this.#taken = new Rates(least.length);
  }

  /** @param lost how much worse the goal became by the move */
  learn({ column, taken, share }: Move, lost: number): void {
    (taken ? this.#taken : this.#nothing).add(column, Math.max(0, lost) / Math.max(SHARE_MIN, share));
  }

  /** @returns the column in between that tells most; -1 when none is in between */
  choose(x: Float64Array): number {
    let chosen = -1;
    let most = 0;
    for (const column of this.#semi) {
      const least = this.#least[column]!;
      if (!(Math.min(x[column]!, least - x[column]!) > AT_BOUND)) continue;
      const share = x[column]! / least;
      const score = this.#nothing.of(column) * share * this.#taken.of(column) * (1 - share);
      if (score <= most) continue;
      most = score;
      chosen = column;
    }
    return chosen;
  }
}

class Rates {
  readonly #sum: Float64Array;
  readonly #count: Float64Array;
  #sumOfAll = 0;
  #countOfAll = 0;

  constructor(columns: number) {
    this.#sum = new Float64Array(columns);
    this.#count = new Float64Array(columns);
  }

  add(column: number, rate: number): void {
    this.#sum[column]! += rate;
    this.#count[column]! += 1;
    this.#sumOfAll += rate;
    this.#countOfAll += 1;
  }

  of(column: number): number {
    const count = this.#count[column]!;
    const rate = count > 0 ? this.#sum[column]! / count : this.#sumOfAll / Math.max(1, this.#countOfAll);
    return Math.max(RATE_MIN, rate);
  }
}
