/**
 * Relief for the whole time that a limit is at risk: what would clear each of its intervals, and one order per interval. The desk
 * judges every interval as it judges a single one; here is only the way through them, in order of delivery.
 */
import type { Clock } from '../records/clock.ts';
import type { Intent } from '../records/operations.ts';
import type { Risk } from '../records/supervision.ts';
import type { IntervalStart, MicroEur, Wh } from '../records/units.ts';
import type { ChosenPart } from './chosen-offers.ts';
import type { CommandAnswer } from './command-desk.ts';
import { isViolated } from './element-state.ts';
import { deliveryBeginsMs } from './order-terms.ts';
import type { ClearingSet, ReliefDesk } from './relief-desk.ts';

export interface PeriodReliefParts {
  readonly desk: Pick<ReliefDesk, 'offers' | 'clearing' | 'effectOfParts' | 'purchase'>;
  /** Limits at risk, the most urgent first. */
  risks(): readonly Risk[];
  readonly commands: { underWay(): readonly Intent[] };
  readonly clock: Clock;
  readonly intervalSeconds: number;
}

export interface ReliefPlan {
  readonly element: string;
  readonly unit: string;
  readonly limitValue: number;
  readonly intervals: readonly PlannedInterval[];
}

export interface PlannedInterval {
  readonly interval: IntervalStart;
  readonly state: 'proposed' | 'clear' | 'not-clearable' | 'under-way' | 'gate-closed' | 'unsolved';
  readonly parts: readonly ChosenPart[];
  readonly sellers: number;
  readonly energyWh: Wh;
  readonly costMicroEur: MicroEur;
  /** AC value as scheduled and with the parts; null where there is none. */
  readonly before: number | null;
  readonly after: number | null;
  /** Whether the limit holds: with the parts, or without any. */
  readonly clears: boolean;
  /** What there is to say beyond the state. */
  readonly note: string;
}

export interface PeriodOrder {
  readonly interval: IntervalStart;
  readonly parts: readonly ChosenPart[];
}

export type PeriodAnswer = CommandAnswer & { readonly interval: IntervalStart };

export class PeriodRelief {
  readonly #parts: PeriodReliefParts;

  constructor(parts: PeriodReliefParts) {
    this.#parts = parts;
  }

  /** @returns null when no limit of the element is at risk */
  async plan(element: string, signal?: AbortSignal): Promise<ReliefPlan | null> {
    const { risks, intervalSeconds } = this.#parts;
    const risk = risks().find(r => r.element === element);
    if (!risk) return null;
    const intervals: PlannedInterval[] = [];
    for (let interval = risk.fromInterval; interval <= risk.toInterval; interval += intervalSeconds) {
      signal?.throwIfAborted();
      intervals.push(await this.#planned(element, interval, signal));
    }
    return { element, unit: risk.unit, limitValue: risk.limitValue, intervals };
  }

  /**
   * One order per interval, the next delivery first: its time runs out first. A refusal stands in its answer and stops no other.
   * @param confirmToken the operator's confirmation; with the interval it is the order's id, so that arriving again acts once
   */
  async purchase(
    confirmToken: string,
    element: string,
    orders: readonly PeriodOrder[],
    by: string,
  ): Promise<PeriodAnswer[]> {
    const answers: PeriodAnswer[] = [];
    for (const { interval, parts } of [...orders].sort((a, b) => a.interval - b.interval)) {
      const answer = await this.#parts.desk
        .purchase(`${confirmToken} ${interval}`, element, interval, parts, by)
        .catch(unanswered);
      answers.push({ interval, ...answer });
    }
    return answers;
  }

  async #planned(
    element: string,
    interval: IntervalStart,
    signal: AbortSignal | undefined,
  ): Promise<PlannedInterval> {
    const { desk, clock, commands } = this.#parts;
    const none = { ...NOTHING, interval };
    if (clock.nowMs() >= deliveryBeginsMs(interval))
      return { ...none, state: 'gate-closed', note: 'Delivery has begun.' };
    if (commands.underWay().some(intent => isFor(intent, element, interval)))
      return { ...none, state: 'under-way', note: 'What is ordered for it is not on chain yet.' };
    const list = await desk.offers(element, interval);
    if (!list) {
      const { missing } = await desk.effectOfParts(element, interval, []);
      return { ...none, state: 'unsolved', note: missing ?? `There is no limit given for ${element}.` };
    }
    const before = list.slopes.value;
    if (!isViolated(list.slopes)) return { ...none, state: 'clear', before, clears: true };
    const set = await desk.clearing(element, interval, list, signal).catch(unknownSet(signal));
    if (set.problem !== null) return { ...none, state: 'not-clearable', before, note: set.problem };
    const { parts, sellers, effect, note } = set;
    return {
      interval,
      state: 'proposed',
      parts,
      sellers,
      energyWh: parts.reduce((sum, part) => sum + part.energyWh, 0n),
      costMicroEur: effect.costMicroEur,
      before: effect.before,
      after: effect.after,
      clears: true,
      note,
    };
  }
}

/** An order for the same limit and interval: the schedule does not know it, and its relief would be bought twice. */
function isFor({ command }: Intent, element: string, interval: IntervalStart): boolean {
  if (command.type === 'purchase-flexibility')
    return command.element === element && command.interval === interval;
  return (
    command.type === 'curtail' &&
    command.element === element &&
    command.terms.some(term => term.interval === interval)
  );
}

/** A part failed under one order: the others still have their own time to meet, and the operator must learn of all of them. */
function unanswered(error: unknown): CommandAnswer {
  const reason = error instanceof Error ? error.message : String(error);
  return { accepted: false, reason: `${reason} Whether it was recorded is not known: look at the orders.` };
}

/** No set is known for this interval, and why; the others are planned. Nobody waits for what was taken back. */
function unknownSet(signal: AbortSignal | undefined): (error: unknown) => ClearingSet {
  return error => {
    if (signal?.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `${reason} Whether a set clears the limit is not known.` };
  };
}

const NOTHING = {
  parts: [],
  sellers: 0,
  energyWh: 0n,
  costMicroEur: 0n,
  before: null,
  after: null,
  clears: false,
  note: '',
};
