/**
 * The schedule of one delivery interval, solved, and the states that lie near it.
 *
 * What a trade is judged on top of: the opened schedule with everything accepted since. It is solved when first asked
 * for and again after an acceptance, by corrections from the state before.
 */
import type { GridModel } from '../network/build.ts';
import type { Injection, PowerFlowResult } from '../power-flow/result.ts';
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
import { EstimatedState } from './estimated-state.ts';
import {
  EvidenceHash,
  fromWatt,
  HashedColumn,
  hashLimits,
  quantisedLimits,
  SOLVER_VERSION,
  toWatt,
} from './evidence.ts';
import { type Leg, legsOf } from './legs.ts';
import { type LimitClass, type Limits, limitsNotGiven } from './limits.ts';
import { LEG_MISMATCH_PU, NearStates, SIDES } from './near-states.ts';
import { Room } from './room.ts';
import { type Change, type Screen, screen, type Transfer, transfer } from './screening.ts';
import { alreadyViolated, describeNotGiven } from './sentences.ts';
import {
  type Allowed,
  allowScheduled,
  readRows,
  readThree,
  rowCount,
  type Watch,
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
  /** What an earlier check of the same interval allowed in place of violated limits (`allowed`); absent for the first. */
  readonly allowedBefore?: AllowedOfClasses;
}

export type AllowedOfClasses = Readonly<Record<LimitClass, Allowed>>;

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

/** A state of the schedule with everything derived from it that checks need. */
export interface Present {
  /** [2·free] injection, p.u. */
  readonly s: Float64Array;
  readonly v: Float64Array;
  readonly values: Float64Array;
  readonly linearisation: Linearisation;
  readonly screen: Screen | null;
  /** Change of voltage per p.u. of active power at a node. */
  readonly columns: Map<number, Float64Array>;
}

/** What is known of the schedule about its last solved state, without solving again: to first order, and proven room. */
export interface SinceSolved {
  readonly room: Room;
  readonly estimated: EstimatedState;
}

/** Solves the schedule of one interval and states near it. */
export class IntervalSolver {
  readonly input: IntervalInput;
  /** The limits that decide about a state that lasts. */
  readonly watch: Watch;
  /** Those about one that does not: the same where no others are given. */
  readonly temporaryWatch: Watch;
  readonly eq: Equations;
  /** Notes that go with every verdict of the interval. */
  readonly standingNotes: string[];
  /** Memory of the checks: estimated change and voltages, changed injection, error per row, values per row of each leg. */
  readonly screening: {
    shift: Float64Array;
    injection: Float64Array;
    estimate: Float64Array;
    error: Float64Array;
    values: readonly Float64Array[];
  };
  private readonly scheduledPW: Float64Array;
  private readonly scheduledQVar: Float64Array;
  private readonly transfer: Transfer | null;
  private readonly work: CorrectionWork;
  private near: NearStates | null = null;
  private readonly opening: PowerFlowResult;
  private readonly openingHash: string;
  private readonly pHash: HashedColumn;
  private readonly qHash: HashedColumn;
  private current: Present | { readonly unsolved: string } | null = null;
  /** Has anything been accepted since `current` was solved? */
  private isBehind = false;
  private sinceSolved: SinceSolved | null = null;
  private allowedHash: Uint8Array | null = null;
  private stateHash: string | null = null;

  constructor(input: IntervalInput, opening: PowerFlowResult) {
    const { model, policy } = input;
    const shared = sharedOf(model, input.limits);
    this.input = input;
    this.opening = opening;
    this.scheduledPW = toWatt(input.injection.pMw);
    this.scheduledQVar = toWatt(input.injection.qMvar);
    this.pHash = new HashedColumn(this.scheduledPW);
    this.qHash = new HashedColumn(this.scheduledQVar);
    this.eq = equations(model);
    this.work = correctionWork(this.eq);
    this.watch = watch(shared.rows);
    this.temporaryWatch = shared.temporaryRows ? watch(shared.temporaryRows) : this.watch;
    this.transfer = shared.transfer;
    const rows = rowCount(this.watch);
    this.screening = {
      shift: new Float64Array(2 * model.freeCount),
      injection: new Float64Array(2 * model.freeCount),
      estimate: new Float64Array(2 * model.nodeCount),
      error: new Float64Array(rows),
      values: [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)],
    };
    this.standingNotes = [...shared.notes];
    const hash = new EvidenceHash().text(SOLVER_VERSION).text(input.networkVersion).text(shared.limitsHash);
    this.openingHash = hash.text(policy.oneLeg).numbers([policy.resolutionWh]).hex();
    const present = this.present();
    if ('unsolved' in present) return;
    const beyond = alreadyViolated(this.watch, present.values);
    this.standingNotes.push(...beyond);
  }

  /** A leg that stays away does so until somebody acts: such a state need not last. */
  watchOf(leg: Leg): Watch {
    return leg === 'both' ? this.watch : this.temporaryWatch;
  }

  allowed(): AllowedOfClasses {
    const of = ({ allowedLow, allowedHigh, allowedMax }: Watch) => ({ allowedLow, allowedHigh, allowedMax });
    return { lasting: of(this.watch), temporary: of(this.temporaryWatch) };
  }

  /** The state of the schedule with what was accepted, solved when first asked for. */
  present(): Present | { readonly unsolved: string } {
    const last = this.lastSolved();
    if (!this.isBehind || 'unsolved' in last) return last;
    this.isBehind = false;
    this.sinceSolved = null;
    this.current = this.solveSchedule(last);
    return this.current;
  }

  /** What follows for the schedule from its last solved state; null where no bound applies, or there is no state. */
  estimate(): SinceSolved | null {
    const last = this.lastSolved();
    if ('unsolved' in last || !last.screen) return null;
    this.sinceSolved ??= {
      room: new Room(last.screen, last.values, this.watches()),
      estimated: new EstimatedState(
        last,
        node => this.column(last, node),
        leg => this.watchOf(leg),
      ),
    };
    return this.sinceSolved;
  }

  /** The state that was solved last; the schedule as opened where none was. */
  lastSolved(): Present | { readonly unsolved: string } {
    this.current ??= this.opening.converged ? this.solveSchedule(null) : { unsolved: this.opening.message };
    return this.current;
  }

  accept(trade: CheckedTrade, energyWh: number): void {
    const watt = Math.round(energyWh / trade.hours);
    this.scheduledPW[trade.sellerBus]! += watt;
    this.scheduledPW[trade.buyerBus]! -= watt;
    this.pHash.changed(trade.sellerBus);
    this.pHash.changed(trade.buyerBus);
    this.stateHash = null;
    const since = this.estimate();
    const [both] = legsOf(this, trade, energyWh);
    if (since && both) {
      since.room.take(both.change);
      since.estimated.take(both.change);
    }
    this.isBehind = true;
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

  /**
   * The same for up to three changes side by side: the legs of a trade.
   * @param scaled where they are those of the last question times a number, that number
   */
  solveChanges(present: Present, changes: readonly Change[], scaled?: number): (Float64Array | null)[] {
    const { lu } = present.linearisation;
    if (this.eq.constantCurrent || lu.pivoting)
      return changes.map(change => this.solveChange(present, change));
    this.near ??= new NearStates(this.eq);
    const { near } = this;
    near.solve(present, changes, scaled);
    const values = Array.from({ length: SIDES }, () => new Float64Array(rowCount(this.watch)));
    readThree(this.watch, near.v, values);
    // What did not end at a solution gets one by the longer way.
    return changes.map((change, side) =>
      near.mismatchPu[side]! <= LEG_MISMATCH_PU ? values[side]! : this.solveChange(present, change),
    );
  }

  /** [2·node] voltages after a change; null when the state cannot be solved. */
  solveVoltages(present: Present, change: Change): Float64Array | null {
    const { s, v, linearisation } = present;
    const start = v.slice();
    const { shift } = this.screening;
    this.estimateChange(present, change, shift);
    for (let i = 0; i < shift.length; i++) start[i]! += shift[i]!;
    return this.solveFrom(this.changed(s, change), start, linearisation) ? start : null;
  }

  /** Injection after a change, in memory of the solver: good until the next change. */
  private changed(s: Float64Array, { nodes, pPu }: Change): Float64Array {
    const { injection } = this.screening;
    injection.set(s);
    for (let n = 0; n < nodes.length; n++) injection[2 * nodes[n]!]! += pPu[n]!;
    return injection;
  }

  /** Linear estimate of the change of all voltages. @param out [2·free] */
  estimateChange(present: Present, change: Change, out: Float64Array): void {
    out.fill(0);
    if (change.nodes.length > COLUMNS_AT_ONCE) {
      for (let n = 0; n < change.nodes.length; n++) out[2 * change.nodes[n]!] = change.pPu[n]!;
      voltageChange(present.linearisation, out, out);
      return;
    }
    for (let n = 0; n < change.nodes.length; n++) {
      const p = change.pPu[n]!;
      const column = this.column(present, change.nodes[n]!);
      for (let i = 0; i < out.length; i++) out[i]! += p * column[i]!;
    }
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
    const hash = new EvidenceHash().text(this.scheduleHash());
    return hashTrade(hash, trade).hex();
  }

  /** @param set in the order of ids */
  setHash(set: readonly (CheckedTrade & { readonly valueMicroEurPerKwh: number })[], rule: string): string {
    const hash = new EvidenceHash().text(this.scheduleHash()).text(rule).numbers([set.length]);
    for (const trade of set) hashTrade(hash, trade).numbers([trade.valueMicroEurPerKwh]);
    return hash.hex();
  }

  private watches(): Watch[] {
    return this.temporaryWatch === this.watch ? [this.watch] : [this.watch, this.temporaryWatch];
  }

  private scheduleHash(): string {
    this.stateHash ??= new EvidenceHash()
      .text(this.openingHash)
      .bytes(this.pHash.digest())
      .bytes(this.qHash.digest())
      .bytes(this.hashAllowed())
      .hex();
    return this.stateHash;
  }

  private hashAllowed(): Uint8Array {
    if (!this.allowedHash) {
      const hash = new EvidenceHash();
      for (const { allowedLow, allowedHigh, allowedMax } of this.watches()) {
        hash
          .numbers(allowedLow.map(x => Math.round(x * 1e6)))
          .numbers(allowedHigh.map(x => Math.round(x * 1e6)))
          .numbers(allowedMax.map(x => Math.round(x * 1e3)));
      }
      this.allowedHash = hash.digest();
    }
    return this.allowedHash;
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
    for (const w of this.watches()) {
      const raised = allowScheduled(w, values, this.input.allowedBefore?.[w.limitClass] ?? null);
      if (raised) this.allowedHash = null;
    }
    const { mismatchPu } = correct(this.eq, s, v, null, this.work);
    const near = before?.screen ? { screen: before.screen, s: before.s } : null;
    const sc = this.transfer && screen(this.transfer, s, v, mismatchPu, near);
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

function hashTrade(hash: EvidenceHash, trade: CheckedTrade): EvidenceHash {
  const { id, sellerBus, buyerBus, energyWh, hours } = trade;
  return hash.text(id).numbers([sellerBus, buyerBus, energyWh, Math.round(hours * 3600)]);
}

/** A change at more nodes is solved for as a whole instead of being summed from columns that are kept. */
const COLUMNS_AT_ONCE = 4;
/** Two solutions further apart than this are different states of the grid. */
const SAME_STATE_PU = 1e-5;

interface Shared {
  readonly rows: WatchRows;
  /** null where no temporary limits are given. */
  readonly temporaryRows: WatchRows | null;
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
    const temporaryRows = limits.temporary ? watchRows(model, limits, 'temporary') : null;
    shared = { rows, temporaryRows, transfer: transfer(rows), limitsHash: hash.hex(), notes };
    byLimits.set(given, shared);
  }
  return shared;
}
