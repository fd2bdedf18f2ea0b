/**
 * Newton with shortened steps, for when full steps lead nowhere: the step is halved until the mismatch really
 * falls (Armijo 1966). The Newton step points downhill of |f|², so there is such a share unless |f| is at a
 * minimum.
 *
 * Where no solution exists the method comes to rest at a least mismatch: the buses named there are those that
 * the grid cannot serve. The step, its mismatch and every trial come from `newton` with a limit of one or no
 * iteration. The optimal multiplier of Iwamoto & Tamura (IEEE Trans. PAS 100, 1981), tried in its place,
 * found the same states in no fewer steps.
 */
import {
  type NewtonOptions,
  type NewtonProblem,
  type NewtonResult,
  type NewtonWorkspace,
  newton,
  type VoltageState,
} from './newton.ts';

/** Shortened steps are more of them; beyond this many times the caller's limit they crawl. */
const ITERATIONS_FACTOR = 3;
/** Share of the decrease the step promises that must come true (Armijo). */
const DECREASE_SHARE = 1e-3;
/** No share down to 2⁻¹² of the step reduces the mismatch: it is at a minimum that is not zero. */
const HALVINGS_MAX = 12;
/** As in `newton`: a voltage never shrinks below this share in one step. */
const MAGNITUDE_SHARE_MIN = 0.1;

/**
 * Like `newton`; 'diverged' here means that no shorter step reduces the mismatch, which is left in the
 * workspace.
 */
export function globalisedNewton(
  problem: NewtonProblem,
  state: VoltageState,
  workspace: NewtonWorkspace,
  { tolerancePu, maxIterations }: NewtonOptions,
): NewtonResult {
  const look = { tolerancePu, maxIterations: 0 };
  const step = { tolerancePu, maxIterations: 1 };
  const from = { vmPu: state.vmPu.slice(), vaRad: state.vaRad.slice() };
  const mismatchFrom = workspace.mismatch.slice();
  let now = newton(problem, state, workspace, look);
  let iterations = 0;
  while (now.outcome === 'iteration-limit' && iterations < ITERATIONS_FACTOR * maxIterations) {
    from.vmPu.set(state.vmPu);
    from.vaRad.set(state.vaRad);
    mismatchFrom.set(workspace.mismatch);
    now = newton(problem, state, workspace, step);
    iterations += now.iterations;
    if (now.outcome === 'converged' || now.outcome === 'singular') break;
    const before = squareOf(mismatchFrom);
    let share = 1;
    while (!falls(before, squareOf(workspace.mismatch), share)) {
      share /= 2;
      if (share < 2 ** -HALVINGS_MAX) {
        place(problem, state, from, workspace, 0);
        const { maxMismatchPu } = newton(problem, state, workspace, look);
        return { outcome: 'diverged', iterations, maxMismatchPu };
      }
      place(problem, state, from, workspace, share);
      now = newton(problem, state, workspace, look);
      if (now.outcome === 'converged') break;
    }
  }
  return { ...now, iterations };
}

/** Written so that a mismatch that is no number does not fall. */
function falls(before: number, after: number, share: number): boolean {
  return after <= (1 - 2 * DECREASE_SHARE * share) * before;
}

/** The state a share of the workspace's step away from `from`. */
function place(
  { pqCount, freeCount }: NewtonProblem,
  { vmPu, vaRad }: VoltageState,
  from: VoltageState,
  { step }: NewtonWorkspace,
  share: number,
): void {
  for (let i = 0; i < freeCount; i++) {
    vaRad[i] = from.vaRad[i]! + share * step[2 * i]!;
    if (i < pqCount) vmPu[i] = from.vmPu[i]! * Math.max(1 + share * step[2 * i + 1]!, MAGNITUDE_SHARE_MIN);
  }
}

function squareOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum;
}
