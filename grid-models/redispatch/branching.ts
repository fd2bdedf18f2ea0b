/**
 * Branch and bound (Land & Doig 1960) over columns that are nothing or at least something, for one goal or for several, the first
 * before the second.
 *
 * Without `least` a programme costs no more than with it. Where its solution takes some column in between, that column is nothing in
 * one branch and at least `least` in the other; a branch that is no better than the best found is left. Only bounds and costs change
 * from one solve to the next, so the simplex method goes on from where it stood: here that is ten times faster than a general
 * mixed-integer solve, which starts with cuts and heuristics over every such column. Depth first, the nearer branch first, on the
 * column that pseudo-costs tell: a fixed order.
 *
 * A goal that is reached is held by complementary slackness: a column with a reduced cost and a row with a dual value stay at their
 * bounds, and what is left free are exactly the optima of the goal. Holding its value in a row instead is slow and never exact: that
 * row is as long as the programme is wide, and needs a tolerance.
 */
import type {
  LinearAnswer,
  LinearProgramme,
  LinearSession,
  LinearSolution,
  LinearSolver,
} from './linear-programme.ts';
import { type Move, PseudoCosts } from './pseudo-costs.ts';

/** Beyond, the best found counts and is not said to be the best there is. */
const NODES_MAX = 2000;
/** Branches must promise to be better by more in the last goal, share of its value; absolute where it is near 0. */
const GAP_SHARE = 1e-6;
const GAP = 1e-7;
/** Values of an earlier goal that differ by less are the same: what the tolerances of hundreds of rows add up to. */
const SAME = 1e-6;
/** Dual values above are not rounding: a thousandth of the smallest that a limit's slopes bring about. */
const DUAL_MIN = 1e-9;

/** @param goals costs by column, the first before the second; `objective` and the dual values are those of the last */
export function solveProgramme(
  solver: LinearSolver,
  programme: LinearProgramme,
  timeLimitS: number,
  goals: readonly Float64Array[] = [programme.cost],
): LinearAnswer {
  return solver.open({ ...programme, cost: goals[0]! }, timeLimitS, session =>
    new Search(session, programme, goals).run(),
  );
}

interface Found {
  readonly answer: LinearSolution;
  /** What the first goal came to without `least`, and the column to branch on; -1: none is in between. */
  readonly relaxed: number;
  readonly column: number;
  /** [goal] */
  readonly values: readonly number[];
}

class Search {
  readonly #session: LinearSession;
  readonly #programme: LinearProgramme;
  readonly #goals: readonly Float64Array[];
  readonly #costs: PseudoCosts;
  /** Of the branch. */
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  #best: Found | null = null;
  #nodes = 0;
  /** Why the search ended early. */
  #cut: string | null = null;

  constructor(session: LinearSession, programme: LinearProgramme, goals: readonly Float64Array[]) {
    this.#session = session;
    this.#programme = programme;
    this.#goals = goals;
    this.#costs = new PseudoCosts(programme.least);
    this.#lower = programme.lower.slice();
    this.#upper = programme.upper.slice();
  }

  run(): LinearAnswer {
    this.#explore();
    const cut = this.#cut;
    if (this.#best) return { ...this.#best.answer, optimal: cut === null };
    return cut === null ? { status: 'infeasible' } : { status: 'failed', message: cut };
  }

  /** @param from the move that led here, and what the first goal came to before it */
  #explore(from: Step | null = null): void {
    if (this.#cut !== null) return;
    if (this.#nodes++ === NODES_MAX) {
      this.#cut = `${NODES_MAX} branches were not enough.`;
      return;
    }
    const found = this.#relaxed(from);
    if (found === null) return;
    const { column, relaxed } = found;
    if (column < 0) {
      this.#best = found;
      return;
    }
    const [lower, upper, least] = [
      this.#lower[column]!,
      this.#upper[column]!,
      this.#programme.least[column]!,
    ];
    const share = found.answer.x[column]! / least;
    for (const taken of share > 0.5 ? [true, false] : [false, true]) {
      // What must not fall below something cannot be nothing.
      if (!taken && lower > 0) continue;
      this.#bound(column, taken ? Math.max(lower, least) : 0, taken ? upper : 0);
      this.#explore({ move: { column, taken, share: taken ? 1 - share : share }, relaxed });
    }
    this.#bound(column, lower, upper);
  }

  /**
   * The branch without `least`: goal by goal, each among the optima of those before.
   * @returns null where the branch holds nothing better than the best found; where a goal is better already and a column is in between,
   *   the goals after it are left to the branches
   */
  #relaxed(from: Step | null): Found | null {
    const held = this.#bounds();
    const values: number[] = [];
    let relaxed = Number.NaN;
    let better = this.#best === null;
    let found: Found | null = null;
    for (const [g, goal] of this.#goals.entries()) {
      if (found) this.#hold(held, found.answer);
      if (this.#goals.length > 1) this.#session.cost(goal);
      const answer = this.#session.solve();
      if (answer.status !== 'solved') {
        if (answer.status === 'failed') this.#cut = answer.message;
        // The optima of the goals before are there: not to find them again is the solver's rounding.
        else if (found) this.#cut = 'What the goals before had reached could not be held.';
        break;
      }
      if (g === 0) {
        relaxed = answer.objective;
        if (from) this.#costs.learn(from.move, relaxed - from.relaxed);
      }
      const sign = better ? -1 : this.#compared(g, answer.objective);
      if (sign > 0) return this.#released(null);
      better ||= sign < 0;
      // Of values that are the same the least is kept, or one "same" after the other would lead away from it.
      values.push(sign === 0 ? Math.min(answer.objective, this.#best!.values[g]!) : answer.objective);
      const column = this.#costs.choose(answer.x);
      found = { answer, values, relaxed, column };
      if (better && column >= 0) break;
    }
    return this.#released(better ? found : null);
  }

  /** Against the best found: below 0 better, above 0 not, 0 the same so far. */
  #compared(goal: number, value: number): number {
    const best = this.#best!.values[goal]!;
    if (goal === this.#goals.length - 1)
      return value < best - Math.max(GAP, GAP_SHARE * Math.abs(best)) ? -1 : 1;
    const same = SAME * Math.max(1, Math.abs(best));
    return Math.abs(value - best) <= same ? 0 : value - best;
  }

  #bounds(): Bounds {
    const { rowLower, rowUpper } = this.#programme;
    return {
      lower: this.#lower.slice(),
      upper: this.#upper.slice(),
      rowLower: rowLower.slice(),
      rowUpper: rowUpper.slice(),
    };
  }

  #hold(bounds: Bounds, answer: LinearSolution): void {
    holdOptima(bounds, answer);
    this.#session.boundColumns(bounds.lower, bounds.upper);
    this.#session.boundRows(bounds.rowLower, bounds.rowUpper);
  }

  #released(found: Found | null): Found | null {
    if (this.#goals.length > 1) {
      this.#session.boundColumns(this.#lower, this.#upper);
      this.#session.boundRows(this.#programme.rowLower, this.#programme.rowUpper);
    }
    return found;
  }

  #bound(column: number, lower: number, upper: number): void {
    this.#lower[column] = lower;
    this.#upper[column] = upper;
    this.#session.boundColumns(this.#lower, this.#upper);
  }
}

interface Step {
  readonly move: Move;
  readonly relaxed: number;
}

interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

function holdOptima(bounds: Bounds, { x, columnDual, rowDual }: LinearSolution): void {
  const { lower, upper, rowLower, rowUpper } = bounds;
  for (let c = 0; c < x.length; c++) {
    if (Math.abs(columnDual[c]!) <= DUAL_MIN) continue;
    const atLower = Math.abs(x[c]! - lower[c]!) <= Math.abs(upper[c]! - x[c]!);
    if (atLower) upper[c] = lower[c]!;
    else lower[c] = upper[c]!;
  }
  for (let r = 0; r < rowDual.length; r++) {
    if (Math.abs(rowDual[r]!) <= DUAL_MIN) continue;
    const atUpper =
      rowUpper[r]! < Number.POSITIVE_INFINITY &&
      (rowDual[r]! < 0 || rowLower[r] === Number.NEGATIVE_INFINITY);
    if (atUpper) rowLower[r] = rowUpper[r]!;
    else rowUpper[r] = rowLower[r]!;
  }
}
