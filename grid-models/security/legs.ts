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

/** An energy that was tried, in steps of the resolution, and the states its deciding legs lead to. */
interface Tried {
  readonly steps: number;
  readonly legs: readonly JudgedLeg[];
}

/**
 * The largest multiple of the resolution below what was asked at which every deciding leg keeps its limits.
 *
 * Along the trade the violated value runs almost straight, so the point where it meets its limit is found by a line, then
 * by inverse quadratic interpolation through the last safe, the last unsafe and the energy tried before them; every
 * fourth step halves the interval whatever they say. The result was solved and is safe, one step above it was solved and
 * is not.
 */
export function largestSafeEnergy(
  solver: IntervalSolver,
  present: Present,
  trade: CheckedTrade,
  asked: readonly JudgedLeg[],
): number {
  const { resolutionWh } = solver.input.policy;
  const deciding = new Set(asked.map(leg => leg.leg));
  const before = asked.map(({ leg }) => ({ leg, values: present.values }));
  let safe: Tried = { steps: 0, legs: before };
  let unsafe: Tried = { steps: Math.ceil(trade.energyWh / resolutionWh), legs: asked };
  let third: Tried | null = null;
  let lastWh = trade.energyWh;
  for (let step = 1; unsafe.steps - safe.steps > 1; step++) {
    const meets = crossing(solver, safe, unsafe, third);
    // Just below where the limit is met; once that is reached, one step above it: when both are as expected the search is over.
    let trial = Math.max(Math.floor(meets), safe.steps + 1);
    if (step % BISECT_EVERY === 0) trial = Math.floor((safe.steps + unsafe.steps) / 2);
    trial = Math.min(trial, unsafe.steps - 1);
    const energyWh = trial * resolutionWh;
    const legs = solveLegs(solver, present, trade, { energyWh, lastWh }, deciding);
    lastWh = energyWh;
    if (legs?.every(leg => !mostOverstepped(solver.watchOf(leg.leg), leg.values))) {
      third = safe;
      safe = { steps: trial, legs };
    } else {
      third = legs && unsafe;
      // A state that cannot be solved is not safe; the line then keeps its old upper point.
      unsafe = { steps: trial, legs: legs ?? unsafe.legs };
    }
  }
  return safe.steps * resolutionWh;
}

/** @param lastWh of the same trade, what was solved last: the next energy starts from there */
function solveLegs(
  solver: IntervalSolver,
  present: Present,
  trade: CheckedTrade,
  { energyWh, lastWh }: { readonly energyWh: number; readonly lastWh: number },
  deciding: ReadonlySet<Leg>,
): JudgedLeg[] | null {
  const legs = legsOf(solver, trade, energyWh);
  const solved = solver.solveChanges(
    present,
    legs.map(({ change }) => change),
    energyWh / lastWh,
  );
  const out: JudgedLeg[] = [];
  for (const [l, { leg }] of legs.entries()) {
    if (!deciding.has(leg)) continue;
    const values = solved[l];
    if (!values) return null;
    out.push({ leg, values });
  }
  return out;
}

/** Steps of energy at which the first limit is met, between the safe and the unsafe ones. */
function crossing(solver: IntervalSolver, safe: Tried, unsafe: Tried, third: Tried | null): number {
  let meets = unsafe.steps;
  unsafe.legs.forEach((leg, n) => {
    const w = solver.watchOf(leg.leg);
    const over = mostOverstepped(w, leg.values);
    if (!over) return;
    const { allowed } = limitValues(w, over);
    const at = (tried: Tried) => ({ x: tried.steps, y: tried.legs[n]!.values[over.row]! - allowed });
    meets = Math.min(meets, rootBetween(at(safe), at(unsafe), third && at(third)));
  });
  return meets;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where y is 0: x as a quadratic of y through three points, as a line through a and b where that leads outside of them. */
function rootBetween(a: Point, b: Point, c: Point | null): number {
  const line = a.x + ((b.x - a.x) * a.y) / (a.y - b.y);
  if (!c || c.y === a.y || c.y === b.y) return line;
  const root =
    (a.x * b.y * c.y) / ((a.y - b.y) * (a.y - c.y)) +
    (b.x * a.y * c.y) / ((b.y - a.y) * (b.y - c.y)) +
    (c.x * a.y * b.y) / ((c.y - a.y) * (c.y - b.y));
  return root > a.x && root < b.x ? root : line;
}

/** Of the steps of the search for the largest safe energy. */
const BISECT_EVERY = 4;
