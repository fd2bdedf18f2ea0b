/** What a power flow answers: a solved state, or the reason why there is none. Never both. */

/** Net injection per bus, generation positive, without what slack and voltage-controlled units add. */
export interface Injection {
  /** [nBus] MW */
  readonly pMw: Float64Array;
  /** [nBus] Mvar */
  readonly qMvar: Float64Array;
}

export type PowerFlowResult = SolvedState | Unsolved;

/** Every array is per row of the network's bus or branch table; dead buses have NaN voltage, dead branches zero flow. */
export interface SolvedState {
  readonly converged: true;
  readonly iterations: number;
  readonly maxMismatchPu: number;
  readonly vmPu: Float64Array;
  readonly vaDeg: Float64Array;
  /** Flow into the branch at each end, MW and Mvar, positive from bus into branch. */
  readonly pFromMw: Float64Array;
  readonly qFromMvar: Float64Array;
  readonly pToMw: Float64Array;
  readonly qToMvar: Float64Array;
  readonly iFromKa: Float64Array;
  readonly iToKa: Float64Array;
  /** Percent of the rating; NaN where the file gives none. Transformers and lines: the worse of both ends. */
  readonly loadingPercent: Float64Array;
  readonly lossesMw: number;
  readonly lossesMvar: number;
  readonly slack: readonly SlackInjection[];
  readonly islands: readonly Island[];
}

export interface SlackInjection {
  /** Row of the bus table. */
  readonly bus: number;
  readonly pMw: number;
  readonly qMvar: number;
}

export interface Island {
  readonly energised: boolean;
  /** Rows of the bus table, ascending. */
  readonly buses: Int32Array;
}

export interface Unsolved {
  readonly converged: false;
  readonly reason: 'diverged' | 'singular' | 'iteration-limit' | 'no-slack';
  readonly iterations: number;
  readonly maxMismatchPu: number;
  /** Buses with the largest mismatch, worst first, at most ten. */
  readonly worst: readonly { readonly bus: number; readonly mismatchPu: number }[];
  /** One sentence for an operator. */
  readonly message: string;
}
