/**
 * The trade check: may this trade be delivered in this interval without violating a limit of the grid?
 *
 * A trade of E Wh over h hours is E/h W more injection at the seller and E/h W more withdrawal at the buyer, at unity
 * power factor; the slack covers what the losses change. Three states are judged: both legs, the seller alone and the
 * buyer alone, because a leg can fail to show up. Where limits for a short time are given (`Limits.temporary`), they decide
 * about a leg alone, which somebody will act on; both legs have to keep what may last.
 *
 *     1  bound   the trade fits by its size into the room that is proven about the last solved state (room.ts), or the
 *                linear estimate of all three states with its proven error keeps every limit (screening.ts): accepted
 *     2  ac      otherwise the three states are solved exactly (correction.ts) and the solved values decide
 *     3  search  where they do not keep the limits: the largest energy that does, checked by AC at its value and one
 *                step above it
 *
 * Nothing is waved through: a state that cannot be solved, a schedule that cannot be solved and a dead bus hold a trade.
 * Every number is computed from whole-numbered inputs with + − × ÷ √ only; `inputHash` covers those inputs.
 */
import type { Injection, PowerFlowResult } from '../power-flow/result.ts';
import { solve } from '../power-flow/solve.ts';
import { type Binding, bindingOf, firstBinding } from './binding.ts';
import { fromWatt, toWatt } from './evidence.ts';
import { type CheckedTrade, type IntervalInput, IntervalSolver } from './interval-solver.ts';
import { fitIntoRoom, type JudgedLeg, largestSafeEnergy, legsOf, screenLegs } from './legs.ts';
import { describeExcess, describeLegFailure } from './sentences.ts';
import { type CutRule, checkSet, type SetTrade, type SetVerdict } from './set-check.ts';
import { mostOverstepped, type Watch, type WatchedLimit } from './watch.ts';

export type { Binding } from './binding.ts';
export type { CheckedTrade, CheckPolicy, IntervalInput } from './interval-solver.ts';
export type { Leg } from './legs.ts';
export { CUT_RULES, type CutRule, type SetTrade, type SetVerdict } from './set-check.ts';

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
  /**
   * The violated limit or, for an accepted trade, the one that would bind first if it were larger; null when it moves
   * towards none. Its value is the solved one, or the linear estimate where the bound decided.
   */
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
  /** The same verdict without screening: exact states decide. Slower; for comparison. */
  checkByAc(trade: CheckedTrade): TradeVerdict;
  /** Checks all trades as one; where they do not fit, how much of each does under the rule. Accepts none of them. */
  checkSet(trades: readonly SetTrade[], rule: CutRule): SetVerdict;
  /** Adds a trade to the schedule: the next ones are judged on top. Negative energy takes it off again. */
  accept(trade: CheckedTrade, energyWh: number): void;
  /** The schedule with everything accepted so far, MW and Mvar per bus. */
  schedule(): Injection;
  /** The states behind the verdicts: the present one, and any that a change of injection leads to. */
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
    check: trade => checkTrade(solver, trade, true),
    checkByAc: trade => checkTrade(solver, trade, false),
    checkSet: (trades, rule) => {
      for (const trade of trades) assertTrade(solver, trade);
      return checkSet(solver, trades, rule);
    },
    accept: (trade, energyWh) => solver.accept(trade, energyWh),
    schedule: () => solver.schedule(),
  };
}

function checkTrade(solver: IntervalSolver, trade: CheckedTrade, screening: boolean): TradeVerdict {
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
  const last = solver.lastSolved();
  if ('unsolved' in last)
    return held('noConvergence', `held: the schedule itself has no solution. ${last.unsolved}`);
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
  const accepted = (binding: Binding | null): TradeVerdict => ({
    ...asked,
    verdict: 'accepted',
    energySafeWh: trade.energyWh,
    binding,
    decidedBy: 'bound',
    cause: 'withinLimits',
    reason: 'every limit holds with both legs and with either leg alone',
    notes,
  });
  const fits = screening ? fitIntoRoom(solver, legs) : null;
  if (fits) return accepted(fits.binding);
  const present = solver.present();
  if ('unsolved' in present)
    return held('noConvergence', `held: the schedule itself has no solution. ${present.unsolved}`);
  const screened = screening ? screenLegs(solver, present, legs) : null;
  if (screened) return accepted(firstBinding(leg => solver.watchOf(leg), present.values, screened));

  const states = solver.solveChanges(
    present,
    legs.map(({ change }) => change),
  );
  const solved: JudgedLeg[] = [];
  for (const [l, { leg }] of legs.entries()) {
    const values = states[l];
    if (!values) return held('noConvergence', `held: no state of the grid was found ${LEG_CLAUSE[leg]}`);
    solved.push({ leg, values });
  }
  const violations = solved.map(leg => ({
    ...leg,
    over: mostOverstepped(solver.watchOf(leg.leg), leg.values),
  }));
  const { oneLeg } = solver.input.policy;
  for (const leg of violations) {
    if (leg.over && leg.leg !== 'both' && oneLeg === 'warn') {
      notes.push(describeLegFailure(solver.watchOf(leg.leg), leg.over, leg.values, leg.leg));
    }
  }
  const deciding = violations.filter(leg => leg.leg === 'both' || oneLeg === 'reject');
  const violated = deciding.find(leg => leg.over);
  if (!violated?.over) {
    return {
      ...asked,
      verdict: 'accepted',
      energySafeWh: trade.energyWh,
      binding: firstBinding(leg => solver.watchOf(leg), present.values, deciding),
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
  const { binding, reason } = explain(
    solver.watchOf(violated.leg),
    present.values,
    violated.over,
    violated,
    energySafeWh,
  );
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

function explain(
  w: Watch,
  before: Float64Array,
  over: WatchedLimit,
  { leg, values }: JudgedLeg,
  energySafeWh: number,
): { binding: Binding; reason: string } {
  return {
    binding: bindingOf(w, over, values[over.row]!, leg),
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
