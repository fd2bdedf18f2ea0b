/**
 * Linear programmes, some of whose columns are nothing or at least something, and who solves them:
 *
 *     min c·x    so that  rowLower ≤ A·x ≤ rowUpper,  lower ≤ x ≤ upper,  x_k = 0 or x_k ≥ least_k
 *
 * A column that is 0 or 1 has least and upper 1. What is injected solves the part without `least`; branching.ts does the rest.
 */

export interface LinearProgramme {
  /** [column] ±Infinity where a bound is open. */
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** [column] 0: any value between the bounds. */
  readonly least: Float64Array;
  /** [row] */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** A by rows: entries of row r from rowStart[r] to rowStart[r + 1]. */
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

export type LinearAnswer =
  | LinearSolution
  | { readonly status: 'infeasible' }
  /** Nothing usable was found in the time given, or the solver gave up: never taken for "infeasible". */
  | { readonly status: 'failed'; readonly message: string };

export interface LinearSolution {
  readonly status: 'solved';
  /** false: branching ended early, x keeps all constraints but may not be the cheapest. */
  readonly optimal: boolean;
  /** [column] */
  readonly x: Float64Array;
  readonly objective: number;
  /** [column] reduced cost: 0 where the column may move without moving the objective. */
  readonly columnDual: Float64Array;
  /** [row] change of the objective per unit of the binding side of the row, what is "nothing or at least" held as it is in x. */
  readonly rowDual: Float64Array;
}

/** Solves linear programmes as if every `least` were 0. The same questions in the same order get the same answers. */
export interface LinearSolver {
  /** @param timeLimitS for all solves of the session together */
  open<T>(programme: LinearProgramme, timeLimitS: number, use: (session: LinearSession) => T): T;
}

/** One programme whose costs and bounds may change between solves: each starts where the one before ended. */
export interface LinearSession {
  /** [column] */
  cost(cost: Float64Array): void;
  /** [column] */
  boundColumns(lower: Float64Array, upper: Float64Array): void;
  /** [row] */
  boundRows(lower: Float64Array, upper: Float64Array): void;
  solve(): LinearAnswer;
}

export interface NewColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly least?: number;
}

/** Collects a programme column by column and row by row. */
export class ProgrammeBuilder {
  readonly #columns: { cost: number; lower: number; upper: number; least: number }[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #rowStart: number[] = [0];
  readonly #column: number[] = [];
  readonly #value: number[] = [];

  /** @returns the number of the column */
  addColumn({ cost, lower, upper, least = 0 }: NewColumn): number {
    return this.#columns.push({ cost, lower, upper, least }) - 1;
  }

  /** @param entries column and coefficient, no column twice. @returns the number of the row */
  addRow(lower: number, upper: number, entries: Iterable<readonly [column: number, value: number]>): number {
    for (const [column, value] of entries) {
      if (value === 0) continue;
      this.#column.push(column);
      this.#value.push(value);
    }
    this.#rowStart.push(this.#column.length);
    this.#rowLower.push(lower);
    return this.#rowUpper.push(upper) - 1;
  }

  /** [column] costs other than those the columns came with: a goal of solveProgramme. */
  goal(cost: (column: number) => number): Float64Array {
    return Float64Array.from(this.#columns, (_, column) => cost(column));
  }

  build(): LinearProgramme {
    const of = (key: 'cost' | 'lower' | 'upper' | 'least') => Float64Array.from(this.#columns, c => c[key]);
    return {
      cost: of('cost'),
      lower: of('lower'),
      upper: of('upper'),
      least: of('least'),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      rowStart: Int32Array.from(this.#rowStart),
      column: Int32Array.from(this.#column),
      value: Float64Array.from(this.#value),
    };
  }
}
