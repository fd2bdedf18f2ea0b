/**
 * The trade check: may this trade be delivered in this interval without violating a limit of the grid?
 *
 * A trade of E Wh over h hours is E/h W more injection at the seller and E/h W more withdrawal at the buyer, at unity
 * power factor; the slack covers what the losses change. Three states are judged: both legs, the seller alone and the
 * buyer alone, because a leg can fail to show up.
 *
 *     1  bound   the linear estimate of all three states with its proven error (screening.ts) keeps every limit: accepted
 *     2  ac      otherwise the three states are solved exactly (correction.ts) and the solved values decide
 *     3  search  where they do not keep the limits: the largest energy that does, checked by AC at its value and one
 *                step above it
 *
 * Nothing is waved through: a state that cannot be solved, a schedule that cannot be solved and a dead bus hold a trade.
 * Every number is computed from whole-numbered inputs with + − × ÷ √ only; `inputHash` covers those inputs.
 */
import type { GridModel } from '../network/build.ts';
import type { Injection, PowerFlowResult } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import {
  type Equations,
  equations,
  type Linearisation,
  linearise,
  nodeInjection,
  nodeVoltages,
  voltageChange,
  voltagesWithoutInjection,
} from '../sensitivity/rectangular.ts';
import { type CorrectionWork, correct, correctionWork } from './correction.ts';
import { EvidenceHash, fromWatt, hashLimits, quantisedLimits, SOLVER_VERSION, toWatt } from './evidence.ts';
import { type LimitKind, type Limits, limitsNotGiven } from './limits.ts';
import {
  type Bound,
  boundOf,
  type Change,
  rowErrors,
  type Screen,
  screen,
  type Transfer,
  transfer,
  withinAllowed,
} from './screening.ts';
import { alreadyViolated, describeExcess, describeLegFailure, describeNotGiven } from './sentences.ts';
import {
  allowScheduled,
  closestAffected,
  elementOf,
  limitValues,
  mostOverstepped,
  readRows,
  rowCount,
  type Watch,
  type WatchedLimit,
  type WatchRows,
  watch,
  watchRows,
} from './watch.ts';

export interface CheckPolicy {
  /** Does a limit that only one leg alone would violate reject the trade, or is it noted? */
  readonly oneLeg: 'reject' | 'warn';
  /** Reduced energies are rounded down to a multiple of this many Wh. */
  readonly resolutionWh: number;
}

export interface IntervalInput {
  readonly model: GridModel;
  /** The schedule of the interval before the trades to be checked: MW and Mvar per bus, rounded to W and var. */
  readonly injection: Injection;
  readonly limits: Limits;
  readonly policy: CheckPolicy;
  /** Name or hash of the network as modelled; part of the evidence. */
  readonly networkVersion: string;
}

export interface CheckedTrade {
  readonly id: string;
  /** Rows of the bus table. */
  readonly sellerBus: number;
  readonly buyerBus: number;
  /** Whole Wh, above 0. */
  readonly energyWh: number;
  /** Length of the delivery interval, 0.25 for 15 minutes. */
  readonly hours: number;
}

export type Leg = 'both' | 'seller-only' | 'buyer-only';

/** The limit that binds, in the words of the console's records. */
export interface Binding {
  readonly limit: LimitKind;
  readonly element: string;
  readonly value: number;
  readonly limitValue: number;
  /** Distance to the limit; negative: violated. */
  readonly margin: number;
  readonly unit: 'p.u.' | '%';
  readonly leg: Leg;
}

/** Why, as one of the console's reason codes. */
export type VerdictCause =
  | 'withinLimits'
  | 'limitWouldBeViolated'
  | 'oneLegWouldViolate'
  | 'noConvergence'
  | 'deadBus';

export interface TradeVerdict {
  readonly id: string;
  readonly verdict: 'accepted' | 'reduced' | 'rejected' | 'held';
  readonly energyAskedWh: number;
  /** Largest energy found safe; what was asked when accepted, 0 when rejected or held. */
  readonly energySafeWh: number;
  /** The violated limit or, for an accepted trade, the closest one it touches; null when it touches none. */
  readonly binding: Binding | null;
  readonly decidedBy: 'bound' | 'ac' | 'none';
  readonly cause: VerdictCause;
  readonly reason: string;
  readonly notes: readonly string[];
  readonly inputHash: string;
}

export interface IntervalCheck {
  /** The schedule as opened, solved; or why there is no state, and then every trade is held. */
  readonly state: PowerFlowResult;
  check(trade: CheckedTrade): TradeVerdict;
  /** Adds a trade to the schedule: the next ones are judged on top. Negative energy takes it off again. */
  accept(trade: CheckedTrade, energyWh: number): void;
  /** The schedule with everything accepted so far, MW and Mvar per bus. */
  schedule(): Injection;
  /** Values of the states a change of injection leads to, for checks of sets; null when it cannot be solved. */
  readonly solver: IntervalSolver;
}

export function openInterval(input: IntervalInput): IntervalCheck {
  const injection = {
    pMw: fromWatt(toWatt(input.injection.pMw)),
    qMvar: fromWatt(toWatt(input.injection.qMvar)),
  };
  const state = solve(input.model, injection);
  const solver = new IntervalSolver(input, state);
  return {
    state,
    solver,
    check: trade => checkTrade(solver, trade),
    accept: (trade, energyWh) => solver.accept(trade, energyWh),
    schedule: () => solver.schedule(),
  };
}

function checkTrade(solver: IntervalSolver, trade: CheckedTrade): TradeVerdict {
  assertTrade(solver, trade);
  const { network, nodeOfBus } = solver.input.model;
  const asked = {
    id: trade.id,
    energyAskedWh: trade.energyWh,
    inputHash: solver.inputHash(trade),
  };
  const held = (cause: VerdictCause, reason: string): TradeVerdict => ({
    ...asked,
    verdict: 'held',
    energySafeWh: 0,
    binding: null,
    decidedBy: 'none',
    cause,
    reason,
    notes: [],
  });
  const present = solver.present();
  if ('unsolved' in present)
    return held('noConvergence', `held: the schedule itself has no solution. ${present.unsolved}`);
  for (const bus of [trade.sellerBus, trade.buyerBus]) {
    if (nodeOfBus[bus]! < 0) {
      return held(
        'deadBus',
        `held: bus ${network.bus.id[bus]} is not energised, nothing can be delivered there`,
      );
    }
  }

  const notes = [...solver.standingNotes];
  const legs = legsOf(solver, trade, trade.energyWh);
  const screened = screenLegs(solver, present, legs);
  if (screened) {
    return {
      ...asked,
      verdict: 'accepted',
      energySafeWh: trade.energyWh,
      binding: closestBinding(solver.watch, present.values, screened),
      decidedBy: 'bound',
      cause: 'withinLimits',
      reason: 'every limit holds with both legs and with either leg alone',
      notes,
    };
  }

  const solved: JudgedLeg[] = [];
  for (const leg of legs) {
    const values = solver.solveChange(present, leg.change);
    if (!values) {
      return held('noConvergence', `held: no state of the grid was found ${LEG_CLAUSE[leg.leg]}`);
    }
    solved.push({ leg: leg.leg, values });
  }
  const violations = solved.map(leg => ({ ...leg, over: mostOverstepped(solver.watch, leg.values) }));
  const { oneLeg } = solver.input.policy;
  for (const leg of violations) {
    if (leg.over && leg.leg !== 'both' && oneLeg === 'warn') {
      notes.push(describeLegFailure(solver.watch, leg.over, leg.values, leg.leg));
    }
  }
  const deciding = violations.filter(leg => leg.leg === 'both' || oneLeg === 'reject');
  const violated = deciding.find(leg => leg.over);
  if (!violated?.over) {
    return {
      ...asked,
      verdict: 'accepted',
      energySafeWh: trade.energyWh,
      binding: closestBinding(solver.watch, present.values, deciding),
      decidedBy: 'ac',
      cause: 'withinLimits',
      reason:
        oneLeg === 'reject' || violations.every(leg => !leg.over)
          ? 'every limit holds with both legs and with either leg alone'
          : 'every limit holds with both legs',
      notes,
    };
  }
  const energySafeWh = largestSafeEnergy(solver, present, trade, deciding);
  const { binding, reason } = explain(solver.watch, present.values, violated.over, violated, energySafeWh);
  return {
    ...asked,
    verdict: energySafeWh > 0 ? 'reduced' : 'rejected',
    energySafeWh,
    binding,
    decidedBy: 'ac',
    cause: violated.leg === 'both' ? 'limitWouldBeViolated' : 'oneLegWouldViolate',
    reason,
    notes,
  };
}

interface TradeLeg {
  readonly leg: Leg;
  readonly change: Change;
}

interface JudgedLeg {
  readonly leg: Leg;
  readonly values: Float64Array;
}

/** A state of the schedule with everything derived from it that checks need. */
interface Present {
  /** [2·free] injection, p.u. */
  readonly s: Float64Array;
  readonly v: Float64Array;
  readonly values: Float64Array;
  readonly linearisation: Linearisation;
  readonly screen: Screen | null;
  /** Change of voltage per p.u. of active power at a node. */
  readonly columns: Map<number, Float64Array>;
}

/** Solves the schedule of one interval and states near it. */
export class IntervalSolver {
  readonly input: IntervalInput;
  readonly watch: Watch;
  readonly eq: Equations;
  /** Notes that go with every verdict of the interval. */
  readonly standingNotes: string[];
  private readonly scheduledPW: Float64Array;
  private readonly scheduledQVar: Float64Array;
  private readonly transfer: Transfer | null;
  private readonly work: CorrectionWork;
  private readonly opening: PowerFlowResult;
  private readonly openingHash: string;
  private current: Present | { readonly unsolved: string } | null = null;
  private stateHash: string | null = null;

  constructor(input: IntervalInput, opening: PowerFlowResult) {
    const { model, policy } = input;
    const shared = sharedOf(model, input.limits);
    this.input = input;
    this.opening = opening;
    this.scheduledPW = toWatt(input.injection.pMw);
    this.scheduledQVar = toWatt(input.injection.qMvar);
    this.eq = equations(model);
    this.work = correctionWork(this.eq);
    this.watch = watch(shared.rows);
    this.transfer = shared.transfer;
    this.standingNotes = [...shared.notes];
    const hash = new EvidenceHash().text(SOLVER_VERSION).text(input.networkVersion).text(shared.limitsHash);
    this.openingHash = hash.text(policy.oneLeg).numbers([policy.resolutionWh]).hex();
    const present = this.present();
    if ('unsolved' in present) return;
    const beyond = alreadyViolated(this.watch, present.values);
    this.standingNotes.push(...beyond);
  }

  /** The state of the schedule with what was accepted, solved when first asked for. */
  present(): Present | { readonly unsolved: string } {
    this.current ??= this.opening.converged ? this.solveSchedule(null) : { unsolved: this.opening.message };
    return this.current;
  }

  accept(trade: CheckedTrade, energyWh: number): void {
    const watt = Math.round(energyWh / trade.hours);
    this.scheduledPW[trade.sellerBus]! += watt;
    this.scheduledPW[trade.buyerBus]! -= watt;
    const before = this.current;
    this.stateHash = null;
    if (before && 'unsolved' in before) return;
    this.current = this.solveSchedule(before);
  }

  schedule(): Injection {
    return { pMw: fromWatt(this.scheduledPW), qMvar: fromWatt(this.scheduledQVar) };
  }

  /** Values of the watched rows after a change; null when the state cannot be solved. */
  solveChange(present: Present, change: Change): Float64Array | null {
    const v = this.solveVoltages(present, change);
    if (!v) return null;
    const values = new Float64Array(rowCount(this.watch));
    readRows(this.watch, v, values);
    return values;
  }

  /** [2·node] voltages after a change; null when the state cannot be solved. */
  solveVoltages(present: Present, change: Change): Float64Array | null {
    const { s, v, linearisation } = present;
    const changed = s.slice();
    const start = v.slice();
    change.nodes.forEach((node, n) => {
      const p = change.pPu[n]!;
      const column = this.column(present, node);
      changed[2 * node]! += p;
      for (let i = 0; i < column.length; i++) start[i]! += p * column[i]!;
    });
    return this.solveFrom(changed, start, linearisation) ? start : null;
  }

  /** Change of all voltages per p.u. of active power at a free node. */
  column(present: Present, node: number): Float64Array {
    let column = present.columns.get(node);
    if (!column) {
      column = new Float64Array(2 * this.input.model.freeCount);
      column[2 * node] = 1;
      voltageChange(present.linearisation, column, column);
      present.columns.set(node, column);
    }
    return column;
  }

  inputHash(trade: CheckedTrade): string {
    if (!this.stateHash) {
      const { allowedLow, allowedHigh, allowedMax } = this.watch;
      const hash = new EvidenceHash().text(this.openingHash);
      hash.numbers(this.scheduledPW).numbers(this.scheduledQVar);
      hash
        .numbers(allowedLow.map(x => Math.round(x * 1e6)))
        .numbers(allowedHigh.map(x => Math.round(x * 1e6)));
      this.stateHash = hash.numbers(allowedMax.map(x => Math.round(x * 1e3))).hex();
    }
    const { id, sellerBus, buyerBus, energyWh, hours } = trade;
    const seconds = Math.round(hours * 3600);
    return new EvidenceHash()
      .text(this.stateHash)
      .text(id)
      .numbers([sellerBus, buyerBus, energyWh, seconds])
      .hex();
  }

  private solveSchedule(before: Present | null): Present | { readonly unsolved: string } {
    const { model } = this.input;
    const s = nodeInjection(model, this.schedule());
    const v = before ? before.v.slice() : this.startVoltages(s);
    if (!v || !this.solveFrom(s, v, before?.linearisation ?? null)) {
      return { unsolved: 'No state of the grid satisfies the schedule with the trades accepted so far.' };
    }
    const linearisation = linearise(this.eq, v);
    if (!linearisation) return { unsolved: 'The equations are singular at the state of the schedule.' };
    const values = new Float64Array(rowCount(this.watch));
    readRows(this.watch, v, values);
    allowScheduled(this.watch, values);
    const { mismatchPu } = correct(this.eq, s, v, null, this.work);
    const sc = this.transfer && screen(this.transfer, s, v, mismatchPu);
    return { s, v, values, linearisation, screen: sc, columns: new Map() };
  }

  /**
   * Without voltage control the start is the state without injections, which needs no sine or cosine of a result. With
   * it the polar solution is the start; what is corrected from there is the same state to the last digits.
   */
  private startVoltages(s: Float64Array): Float64Array | null {
    const { model } = this.input;
    if (!this.opening.converged) return null;
    const polar = nodeVoltages(model, this.opening.vmPu, this.opening.vaDeg);
    if (model.pqCount < model.freeCount) return polar;
    const start = voltagesWithoutInjection(this.eq);
    if (!start || !correct(this.eq, s, start, null, this.work).converged) return polar;
    for (let i = 0; i < start.length; i++) {
      if (Math.abs(start[i]! - polar[i]!) > SAME_STATE_PU) return polar;
    }
    return start;
  }

  /** Corrections from v and, where they lead nowhere, Newton's method from the state without injections. */
  private solveFrom(s: Float64Array, v: Float64Array, near: Linearisation | null): boolean {
    if (correct(this.eq, s, v, near?.lu ?? null, this.work).converged) return true;
    const afresh = voltagesWithoutInjection(this.eq);
    if (!afresh || !correct(this.eq, s, afresh, null, this.work).converged) return false;
    v.set(afresh);
    return true;
  }
}

/** Two solutions further apart than this are different states of the grid. */
const SAME_STATE_PU = 1e-5;

/** Of the steps of the search for the largest safe energy. */
const BISECT_EVERY = 4;

interface Shared {
  readonly rows: WatchRows;
  readonly transfer: Transfer | null;
  readonly limitsHash: string;
  readonly notes: readonly string[];
}

const sharedByModel = new WeakMap<GridModel, WeakMap<Limits, Shared>>();

/** What all intervals of one model and one set of limits have in common, made once. */
function sharedOf(model: GridModel, given: Limits): Shared {
  let byLimits = sharedByModel.get(model);
  if (!byLimits) {
    byLimits = new WeakMap();
    sharedByModel.set(model, byLimits);
  }
  let shared = byLimits.get(given);
  if (!shared) {
    const limits = quantisedLimits(given);
    const rows = watchRows(model, limits);
    const hash = new EvidenceHash();
    hashLimits(hash, limits);
    const notes = describeNotGiven(limitsNotGiven(model.network, limits));
    shared = { rows, transfer: transfer(rows), limitsHash: hash.hex(), notes };
    byLimits.set(given, shared);
  }
  return shared;
}

/** The three states of a trade as changes at free nodes; a leg at a slack changes no voltage. */
function legsOf(solver: IntervalSolver, trade: CheckedTrade, energyWh: number): TradeLeg[] {
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

/** Linear estimates of all legs when the bound proves them within the limits; null when it does not. */
function screenLegs(solver: IntervalSolver, present: Present, legs: readonly TradeLeg[]): JudgedLeg[] | null {
  const sc = present.screen;
  if (!sc) return null;
  const out: JudgedLeg[] = [];
  const estimate = new Float64Array(present.v.length);
  const error = new Float64Array(present.values.length);
  for (const { leg, change } of legs) {
    const bound: Bound | null = boundOf(sc, change);
    if (!bound) return null;
    estimate.set(present.v);
    change.nodes.forEach((node, n) => {
      const column = solver.column(present, node);
      const p = change.pPu[n]!;
      for (let i = 0; i < column.length; i++) estimate[i]! += p * column[i]!;
    });
    const values = new Float64Array(present.values.length);
    readRows(solver.watch, estimate, values);
    rowErrors(sc, change, bound, values, error);
    if (!withinAllowed(solver.watch, values, error)) return null;
    out.push({ leg, values });
  }
  return out;
}

/**
 * The largest multiple of the resolution below what was asked at which every deciding leg keeps its limits.
 *
 * Along the trade the violated value runs almost straight, so the point where it meets its limit is found by the secant
 * through the last safe and the last unsafe energy; every fourth step halves the interval whatever the secant says. The
 * result was solved and is safe, one step above it was solved and is not.
 */
function largestSafeEnergy(
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
    const share = crossing(solver.watch, safeLegs, unsafeLegs);
    // At the foot of the secant; once that is reached, one step above it: when both are as expected the search is over.
    let trial = Math.max(Math.floor(safe + (unsafe - safe) * share), safe + 1);
    if (step % BISECT_EVERY === 0) trial = Math.floor((safe + unsafe) / 2);
    trial = Math.min(trial, unsafe - 1);
    const legs = solveLegs(solver, present, trade, trial * resolutionWh, deciding);
    if (legs?.every(leg => !mostOverstepped(solver.watch, leg.values))) {
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
  const out: JudgedLeg[] = [];
  for (const { leg, change } of legsOf(solver, trade, energyWh)) {
    if (!deciding.has(leg)) continue;
    const values = solver.solveChange(present, change);
    if (!values) return null;
    out.push({ leg, values });
  }
  return out;
}

/** Share of the way from safe to unsafe at which the first limit is met, if all values ran straight. */
function crossing(w: Watch, safe: readonly JudgedLeg[], unsafe: readonly JudgedLeg[]): number {
  let share = 1;
  unsafe.forEach((leg, n) => {
    const over = mostOverstepped(w, leg.values);
    if (!over) return;
    const { allowed } = limitValues(w, over);
    const low = safe[n]!.values[over.row]!;
    const high = leg.values[over.row]!;
    share = Math.min(share, (allowed - low) / (high - low));
  });
  return share;
}

/** Of all legs the limit that is closest among those the trade moves towards. */
function closestBinding(w: Watch, before: Float64Array, legs: readonly JudgedLeg[]): Binding | null {
  let used = Number.NEGATIVE_INFINITY;
  let found: Binding | null = null;
  for (const { leg, values } of legs) {
    const closest = closestAffected(w, before, values);
    if (!closest || closest.used <= used) continue;
    used = closest.used;
    found = bindingOf(w, closest.limit, values, leg);
  }
  return found;
}

function bindingOf(w: Watch, at: WatchedLimit, values: Float64Array, leg: Leg): Binding {
  const value = values[at.row]!;
  const { given } = limitValues(w, at);
  return {
    limit: at.limit,
    element: elementOf(w, at.row),
    value,
    limitValue: given,
    margin: at.limit === 'voltage-low' ? value - given : given - value,
    unit: at.row < w.node.length ? 'p.u.' : '%',
    leg,
  };
}

function explain(
  w: Watch,
  before: Float64Array,
  over: WatchedLimit,
  { leg, values }: JudgedLeg,
  energySafeWh: number,
): { binding: Binding; reason: string } {
  return {
    binding: bindingOf(w, over, values, leg),
    reason: describeExcess(w, over, before, values, leg, energySafeWh),
  };
}

function assertTrade(solver: IntervalSolver, trade: CheckedTrade): void {
  const buses = solver.input.model.network.bus.count;
  for (const bus of [trade.sellerBus, trade.buyerBus]) {
    if (!Number.isInteger(bus) || bus < 0 || bus >= buses) {
      throw new RangeError(`trade ${trade.id}: ${bus} is no row of the bus table (0 … ${buses - 1})`);
    }
  }
  if (!Number.isSafeInteger(trade.energyWh) || trade.energyWh <= 0) {
    throw new RangeError(`trade ${trade.id}: energy ${trade.energyWh} Wh is not a whole number above 0`);
  }
  if (!(trade.hours > 0)) throw new RangeError(`trade ${trade.id}: interval of ${trade.hours} h`);
}

const LEG_CLAUSE = {
  both: 'with this trade',
  'seller-only': 'with the seller delivering and the buyer taking nothing',
  'buyer-only': 'with the buyer taking and the seller delivering nothing',
} as const;
