/** The three states a trade can lead to, by estimate and exactly, and the largest energy that is safe in all of them. */
import type { Binding } from './binding.ts';
import type { CheckedTrade, IntervalSolver, Present } from './interval-solver.ts';
import { boundOf, type Change, rowErrors, withinAllowed } from './screening.ts';
import { limitValues, mostOverstepped, readRows, type Watch } from './watch.ts';

export type Leg = 'both' | 'seller-only' | 'buyer-only';

export interface TradeLeg {
  readonly leg: Leg;
  readonly change: Change;
}

export interface JudgedLeg {
  readonly leg: Leg;
  readonly values: Float64Array;
}

/** The three states of a trade as changes at free nodes; a leg at a slack changes no voltage. */
export function legsOf(solver: IntervalSolver, trade: CheckedTrade, energyWh: number): TradeLeg[] {
  const { network, nodeOfBus, freeCount } = solver.input.model;
  const pPu = Math.round(energyWh / trade.hours) / 1e6 / network.baseMva;
  const seller = nodeOfBus[trade.sellerBus]!;
  const buyer = nodeOfBus[trade.buyerBus]!;
  const change = (nodes: [number, number][]): Change => {
    const free = nodes.filter(([node]) => node < freeCount);
    return { nodes: free.map(([node]) => node), pPu: free.map(([, p]) => p) };
  };
  const both: [number, number][] =
    seller === buyer
      ? []
      : [
          [seller, pPu],
          [buyer, -pPu],
        ];
  return [
    { leg: 'both', change: change(both) },
    { leg: 'seller-only', change: change([[seller, pPu]]) },
    { leg: 'buyer-only', change: change([[buyer, -pPu]]) },
  ];
}

/**
 * Does the trade fit into the proven room about the last solved state? Then the limit it would reach first, to first
 * order; null in `binding` when it moves towards none. null: nothing is proven.
 */
export function fitIntoRoom(
  solver: IntervalSolver,
  legs: readonly TradeLeg[],
): { readonly binding: Binding | null } | null {
  const since = solver.estimate();
  const alone = legs.filter(({ leg }) => leg !== 'both').map(({ change }) => change);
  return since && since.room.usedWith(alone) <= 1 ? { binding: since.estimated.firstBinding(legs) } : null;
}

/**
 * Linear estimates of all legs when the bound proves them within the limits; null when it does not. The values are the
 * solver's memory: good until the next screening.
 */
export function screenLegs(
  solver: IntervalSolver,
  present: Present,
  legs: readonly TradeLeg[],
): JudgedLeg[] | null {
  const { values } = solver.screening;
  for (let l = 0; l < legs.length; l++) {
    const { leg, change } = legs[l]!;
    if (!screenChange(solver, present, change, solver.watchOf(leg), values[l]!)) return null;
  }
  return legs.map(({ leg }, l) => ({ leg, values: values[l]! }));
}

/** Does the bound prove the state after a change within the limits of `w`? @param values [rows] its linear estimate, then */
export function screenChange(
  solver: IntervalSolver,
  present: Present,
  change: Change,
  w: Watch,
  values: Float64Array,
): boolean {
  if (!present.screen) return false;
  const { shift, estimate, error } = solver.screening;
  solver.estimateChange(present, change, shift);
  const bound = boundOf(present.screen, change, shift);
  if (!bound) return false;
  estimate.set(present.v);
  for (let i = 0; i < shift.length; i++) estimate[i]! += shift[i]!;
  readRows(w, estimate, values);
  rowErrors(present.screen, change, bound, values, error);
  return withinAllowed(w, values, error);
}

/**
 * The largest multiple of the resolution below what was asked at which every deciding leg keeps its limits.
 *
 * Along the trade the violated value runs almost straight, so the point where it meets its limit is found by the secant
 * through the last safe and the last unsafe energy; every fourth step halves the interval whatever the secant says. The
 * result was solved and is safe, one step above it was solved and is not.
 */
export function largestSafeEnergy(
  solver: IntervalSolver,
  present: Present,
  trade: CheckedTrade,
  asked: readonly JudgedLeg[],
): number {
  const { resolutionWh } = solver.input.policy;
  const deciding = new Set(asked.map(leg => leg.leg));
  let safe = 0;
  let unsafe = Math.ceil(trade.energyWh / resolutionWh);
  let safeLegs: readonly JudgedLeg[] = asked.map(({ leg }) => ({ leg, values: present.values }));
  let unsafeLegs = asked;
  for (let step = 1; unsafe - safe > 1; step++) {
    const share = crossing(solver, safeLegs, unsafeLegs);
    // At the foot of the secant; once that is reached, one step above it: when both are as expected the search is over.
    let trial = Math.max(Math.floor(safe + (unsafe - safe) * share), safe + 1);
    if (step % BISECT_EVERY === 0) trial = Math.floor((safe + unsafe) / 2);
    trial = Math.min(trial, unsafe - 1);
    const legs = solveLegs(solver, present, trade, trial * resolutionWh, deciding);
    if (legs?.every(leg => !mostOverstepped(solver.watchOf(leg.leg), leg.values))) {
      safe = trial;
      safeLegs = legs;
    } else {
      unsafe = trial;
      // A state that cannot be solved is not safe; the secant then keeps its old upper point.
      unsafeLegs = legs ?? unsafeLegs;
    }
  }
  return safe * resolutionWh;
}

function solveLegs(
  solver: IntervalSolver,
  present: Present,
  trade: CheckedTrade,
  energyWh: number,
  deciding: ReadonlySet<Leg>,
): JudgedLeg[] | null {
  const legs = legsOf(solver, trade, energyWh).filter(({ leg }) => deciding.has(leg));
  const solved = solver.solveChanges(
    present,
    legs.map(({ change }) => change),
  );
  const out: JudgedLeg[] = [];
  for (const [l, { leg }] of legs.entries()) {
    const values = solved[l];
    if (!values) return null;
    out.push({ leg, values });
  }
  return out;
}

/** Share of the way from safe to unsafe at which the first limit is met, if all values ran straight. */
function crossing(solver: IntervalSolver, safe: readonly JudgedLeg[], unsafe: readonly JudgedLeg[]): number {
  let share = 1;
  unsafe.forEach((leg, n) => {
    const w = solver.watchOf(leg.leg);
    const over = mostOverstepped(w, leg.values);
    if (!over) return;
    const { allowed } = limitValues(w, over);
    const low = safe[n]!.values[over.row]!;
    const high = leg.values[over.row]!;
    share = Math.min(share, (allowed - low) / (high - low));
  });
  return share;
}

/** Of the steps of the search for the largest safe energy. */
const BISECT_EVERY = 4;
