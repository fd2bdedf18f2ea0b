/**
 * The check of a set of trades as one: a pool is cleared at once, so its trades are checked at once, and no trade has an
 * advantage for having come first. The state judged is the one in which every trade is delivered; what a leg that stays
 * away would do is asked of each trade alone.
 *
 * Where the whole set does not fit, a published rule says who is cut by how much:
 *
 *     pro-rata           progressive filling (Bertsekas & Gallager, Data Networks 1992, 6.5.2): all trades grow from
 *                        nothing by one common share; where a limit is met, the trades that load it stop there and the
 *                        others go on. What stops a trade is named.
 *     least-value-first  of the trades that load the limit most overstepped the one of least value is cut, to nothing or
 *                        to what that limit leaves, until every limit holds; then each cut trade, the most valuable
 *                        first, gets back what still fits.
 *
 * A trade loads a limit when its slope there (one transposed solve) is towards it; among those, trades with less than
 * LOADS_SHARE of the largest slope are spared as long as that helps. Every step is solved by AC. Trades are taken in the
 * order of their ids: the order in which they came decides nothing.
 */
import { injectionGradient } from '../sensitivity/rectangular.ts';
import { type Binding, bindingOf, firstBinding } from './binding.ts';
import type { CheckedTrade, IntervalSolver, Present } from './interval-solver.ts';
import { screenChange } from './legs.ts';
import type { Change } from './screening.ts';
import { mostOverstepped, readRows, rowCount, rowGradient, type WatchedLimit } from './watch.ts';

export const CUT_RULES = ['pro-rata', 'least-value-first'] as const;
export type CutRule = (typeof CUT_RULES)[number];

export interface SetTrade extends CheckedTrade {
  /** What the trade is worth: whole micro-euro per kWh. Decides under 'least-value-first' only. */
  readonly valueMicroEurPerKwh: number;
}

export interface SetShare {
  readonly id: string;
  readonly energyAskedWh: number;
  readonly energySafeWh: number;
  /** The limit for which it was cut, with its value where it would have been overstepped; null when not cut. */
  readonly cutBy: Binding | null;
}

export interface SetVerdict {
  /** Of the set as a whole: all of it, a part of it, nothing of it, or nothing can be said. */
  readonly verdict: 'accepted' | 'reduced' | 'rejected' | 'held';
  readonly rule: CutRule;
  /** In the order the trades were given. */
  readonly shares: readonly SetShare[];
  /** Accepted: the limit that would bind first if the set were larger. Otherwise the limit most overstepped by the whole set. */
  readonly binding: Binding | null;
  readonly decidedBy: 'bound' | 'ac' | 'none';
  readonly reason: string;
  readonly inputHash: string;
}

/** Of the largest slope among the trades: less is not what loads the element. */
const LOADS_SHARE = 0.05;
/** Steps of the common share in progressive filling. */
const LEVELS = 1_000_000;
/** Two or three are usual. */
const PASSES_MAX = 20;

/** @throws RangeError when two trades have one id */
export function checkSet(solver: IntervalSolver, trades: readonly SetTrade[], rule: CutRule): SetVerdict {
  const set = [...trades].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const twice = set.find((trade, n) => set[n - 1]?.id === trade.id);
  if (twice) throw new RangeError(`trade ${twice.id} is in the set twice`);
  const asked = set.map(trade => trade.energyWh);
  const inputHash = solver.setHash(set, rule);
  const answer = (
    verdict: SetVerdict['verdict'],
    parts: { energies: readonly number[]; cutBy?: readonly (Binding | null)[] },
    rest: Pick<SetVerdict, 'binding' | 'decidedBy' | 'reason'>,
  ): SetVerdict => {
    const place = new Map(set.map((trade, n) => [trade.id, n]));
    const shares = trades.map(({ id, energyWh }) => {
      const n = place.get(id)!;
      const energySafeWh = parts.energies[n]!;
      return { id, energyAskedWh: energyWh, energySafeWh, cutBy: parts.cutBy?.[n] ?? null };
    });
    return { verdict, rule, shares, ...rest, inputHash };
  };
  const held = (reason: string): SetVerdict =>
    answer('held', { energies: asked.map(() => 0) }, { binding: null, decidedBy: 'none', reason });

  const present = solver.present();
  if ('unsolved' in present) return held(`held: the schedule itself has no solution. ${present.unsolved}`);
  const { network, nodeOfBus } = solver.input.model;
  for (const { id, sellerBus, buyerBus } of set) {
    const dead = [sellerBus, buyerBus].find(bus => nodeOfBus[bus]! < 0);
    if (dead !== undefined) return held(`held: bus ${network.bus.id[dead]} of trade ${id} is not energised`);
  }

  const estimated = new Float64Array(rowCount(solver.watch));
  const screened = screenChange(solver, present, changeOf(solver, set, asked), solver.watch, estimated)
    ? estimated
    : null;
  const whole = screened ? null : new SetState(solver, present, set, asked);
  if (screened || (whole?.values && !whole.over())) {
    const values = screened ?? whole!.values!;
    const binding = firstBinding(() => solver.watch, present.values, [{ leg: 'both', values }]);
    const reason = 'every limit holds with the whole set delivered';
    return answer('accepted', { energies: asked }, { binding, decidedBy: screened ? 'bound' : 'ac', reason });
  }
  const { energies, cutBy } =
    rule === 'pro-rata' ? fillTogether(solver, present, set) : cutLeastValue(solver, present, set);
  const verdict = energies.some(energy => energy > 0) ? 'reduced' : 'rejected';
  const over = whole?.over();
  const cut = energies.filter((energy, n) => energy < asked[n]!).length;
  return answer(
    verdict,
    { energies, cutBy },
    {
      binding: over ? bindingOf(solver.watch, over, whole!.values![over.row]!, 'both') : null,
      decidedBy: 'ac',
      reason: `${over ? 'the whole set would violate a limit' : 'no state of the grid was found for the whole set'}: ${cut} of ${set.length} trades are cut ${RULE_CLAUSE[rule]}`,
    },
  );
}

const RULE_CLAUSE = {
  'pro-rata': 'by one common share of those that load a limit',
  'least-value-first': 'beginning with those of least value',
} as const;

/** One choice of energies, solved. */
class SetState {
  private readonly solver: IntervalSolver;
  private readonly present: Present;
  private readonly v: Float64Array | null;
  /** [rows] null when there is no solution. */
  readonly values: Float64Array | null;

  constructor(
    solver: IntervalSolver,
    present: Present,
    set: readonly SetTrade[],
    energies: readonly number[],
  ) {
    this.solver = solver;
    this.present = present;
    this.v = solver.solveVoltages(present, changeOf(solver, set, energies));
    this.values = this.v && new Float64Array(rowCount(solver.watch));
    if (this.v && this.values) readRows(solver.watch, this.v, this.values);
  }

  over(): WatchedLimit | null {
    return this.values && mostOverstepped(this.solver.watch, this.values);
  }

  isSafe(): boolean {
    return this.values !== null && this.over() === null;
  }

  /** Does the limit hold? A state without solution holds none. */
  keeps({ row }: WatchedLimit): boolean {
    if (!this.values) return false;
    const w = this.solver.watch;
    const value = this.values[row]!;
    const loading = row - w.node.length;
    return loading < 0
      ? value <= w.allowedHigh[row]! && value >= w.allowedLow[row]!
      : value <= w.allowedMax[loading]!;
  }

  binding(): Binding | null {
    const over = this.over();
    return over && bindingOf(this.solver.watch, over, this.values![over.row]!, 'both');
  }

  /**
   * Of the trades in `among` those that load the limit overstepped here: the strong ones. All of them where there is no
   * limit (no solution) or no slope says which.
   */
  loading(set: readonly SetTrade[], among: readonly number[]): number[] {
    const over = this.over();
    if (!over || !this.v) return [...among];
    const { watch, input } = this.solver;
    const { nodeOfBus, freeCount, nodeCount } = input.model;
    const gradient = new Float64Array(2 * nodeCount);
    rowGradient(watch, over.row, this.v, gradient);
    const slope = gradient.slice(0, 2 * freeCount);
    injectionGradient(this.present.linearisation, slope, slope);
    const towards = over.limit === 'voltage-low' ? -1 : 1;
    const perPu = (bus: number) => (nodeOfBus[bus]! < freeCount ? slope[2 * nodeOfBus[bus]!]! : 0);
    const slopes = among.map(n => towards * (perPu(set[n]!.sellerBus) - perPu(set[n]!.buyerBus)));
    const largest = Math.max(0, ...slopes);
    const strong = among.filter((_, k) => slopes[k]! > 0 && slopes[k]! >= LOADS_SHARE * largest);
    return strong.length > 0 ? strong : [...among];
  }
}

interface Cut {
  readonly energies: readonly number[];
  readonly cutBy: readonly (Binding | null)[];
}

/**
 * Progressive filling. A trade that relieves a limit may go on growing after others have stopped there, and leave them
 * room: they then go on in a further pass, until a pass adds nothing.
 */
function fillTogether(solver: IntervalSolver, present: Present, set: readonly SetTrade[]): Cut {
  const cut: FilledCut = { energies: set.map(() => 0), cutBy: set.map(() => null) };
  for (let pass = 0; pass < PASSES_MAX; pass++) {
    if (!fillOnce(solver, present, set, cut)) break;
  }
  return cut;
}

interface FilledCut {
  energies: number[];
  cutBy: (Binding | null)[];
}

/** One pass from what is filled already; each round in it ends at a limit and stops at least one trade. @returns was anything added? */
function fillOnce(
  solver: IntervalSolver,
  present: Present,
  set: readonly SetTrade[],
  cut: FilledCut,
): boolean {
  const { resolutionWh } = solver.input.policy;
  const before = cut.energies;
  const share = (n: number, level: number): number => {
    const asked = set[n]!.energyWh;
    return level === LEVELS ? asked : Math.max(before[n]!, floorTo((asked * level) / LEVELS, resolutionWh));
  };
  const stopped: (number | null)[] = set.map(() => null);
  const cutBy: (Binding | null)[] = set.map(() => null);
  const at = (level: number) => stopped.map((energy, n) => energy ?? share(n, level));
  const stateAt = (level: number) => new SetState(solver, present, set, at(level));
  let level = 0;
  for (;;) {
    const growing = set.flatMap((_, n) => (stopped[n] === null ? [n] : []));
    if (growing.length === 0 || stateAt(LEVELS).isSafe()) break;
    level = largest(level, LEVELS, wanted => stateAt(wanted).isSafe());
    const beyond = stateAt(level + 1);
    for (const n of beyond.loading(set, growing)) {
      stopped[n] = share(n, level);
      // The limit that stopped it; one that took all of its energy before that was not cut.
      if (stopped[n] < set[n]!.energyWh) cutBy[n] = beyond.binding();
    }
  }
  cut.energies = at(LEVELS);
  cut.cutBy = cutBy;
  return cut.energies.some((energy, n) => energy > before[n]!);
}

function cutLeastValue(solver: IntervalSolver, present: Present, set: readonly SetTrade[]): Cut {
  const { resolutionWh } = solver.input.policy;
  const energies = set.map(trade => trade.energyWh);
  const cutBy: (Binding | null)[] = set.map(() => null);
  const stateWith = (n: number, energy: number) =>
    new SetState(solver, present, set, energies.with(n, energy));
  const worth = (a: number, b: number) => set[a]!.valueMicroEurPerKwh - set[b]!.valueMicroEurPerKwh || a - b;
  for (;;) {
    const state = new SetState(solver, present, set, energies);
    if (state.isSafe()) break;
    const left = energies.flatMap((energy, n) => (energy > 0 ? [n] : []));
    const over = state.over();
    const n = state.loading(set, left).sort(worth)[0];
    // Without any trade the state is that of the schedule, whose limits hold or were allowed for.
    if (n === undefined) break;
    cutBy[n] = state.binding();
    const keeps = (energy: number) =>
      over ? stateWith(n, energy).keeps(over) : stateWith(n, energy).isSafe();
    const steps = Math.ceil(energies[n]! / resolutionWh);
    energies[n] = keeps(0) ? resolutionWh * largest(0, steps, k => keeps(k * resolutionWh)) : 0;
  }
  const cut = set
    .flatMap((trade, n) => (energies[n]! < trade.energyWh ? [n] : []))
    .sort((a, b) => worth(b, a));
  for (const n of cut) {
    const from = Math.floor(energies[n]! / resolutionWh);
    const steps = Math.ceil(set[n]!.energyWh / resolutionWh);
    const isSafe = (k: number) => stateWith(n, Math.min(k * resolutionWh, set[n]!.energyWh)).isSafe();
    if (isSafe(steps)) {
      energies[n] = set[n]!.energyWh;
      cutBy[n] = null;
    } else energies[n] = resolutionWh * largest(from, steps, isSafe);
  }
  return { energies, cutBy };
}

/** The largest whole number in low … high−1 for which `holds`, if it holds below and fails above one place: by halves. */
function largest(low: number, high: number, holds: (n: number) => boolean): number {
  let [good, bad] = [low, high];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function floorTo(energyWh: number, resolutionWh: number): number {
  return Math.floor(energyWh / resolutionWh) * resolutionWh;
}

/** What the set adds to the injections, W summed as whole numbers, in the order of the nodes. */
function changeOf(solver: IntervalSolver, set: readonly SetTrade[], energies: readonly number[]): Change {
  const { network, nodeOfBus, freeCount } = solver.input.model;
  const watts = new Map<number, number>();
  const add = (bus: number, watt: number) => {
    const node = nodeOfBus[bus]!;
    if (node < freeCount) watts.set(node, (watts.get(node) ?? 0) + watt);
  };
  set.forEach((trade, n) => {
    const watt = Math.round(energies[n]! / trade.hours);
    add(trade.sellerBus, watt);
    add(trade.buyerBus, -watt);
  });
  const changed = [...watts].filter(([, watt]) => watt !== 0).sort(([a], [b]) => a - b);
  return {
    nodes: changed.map(([node]) => node),
    pPu: changed.map(([, watt]) => watt / 1e6 / network.baseMva),
  };
}
