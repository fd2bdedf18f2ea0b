/**
 * Flexibility that others bought in our area: what each part would do to the grid, and the operator's answer. A part whose effect is
 * not known is neither confirmed nor refused here; without an answer it lapses, and nothing is activated.
 */
import type { Activation, FlexibilityProduct } from '../records/market.ts';
import { type AnsweredPart, type Command, type Intent, REFUSAL } from '../records/operations.ts';
import type { IntervalStart, MarketMs } from '../records/units.ts';
import type { CommandAnswer, CommandDesk } from './command-desk.ts';
import { changeOf, type DecidedOn, decidedChanges } from './decided-changes.ts';
import {
  type Conditions,
  type Finding,
  findingOf,
  type GridImpact,
  type PointChange,
} from './grid-impact.ts';
import { evidenceOf, refused } from './order-terms.ts';

export interface ConfirmationDeskParts {
  readonly grid: {
    impact(
      interval: IntervalStart,
      already: readonly PointChange[],
      changes: readonly PointChange[],
    ): Promise<GridImpact>;
  };
  readonly market: DecidedOn & {
    /** Parts of points of our area that nobody answered or gave back, by delivery. */
    waiting(): readonly WaitingPart[];
    /** Changes with every change of the interval's schedule. */
    scheduleRevision(interval: IntervalStart): number;
    confirmationEndsAtMs(interval: IntervalStart): MarketMs;
  };
  readonly commands: Pick<CommandDesk, 'answerTo' | 'give' | 'orders'>;
  conditions(): Conditions;
  readonly clock: { nowMs(): MarketMs };
  readonly intervalHours: number;
}

export interface WaitingPart {
  readonly part: Activation;
  readonly order: {
    readonly buyer: string;
    readonly product: FlexibilityProduct;
    readonly element: string;
    readonly beneficiaryPoint: string;
  };
}

export interface CheckedPart extends WaitingPart {
  readonly endsAtMs: MarketMs;
  readonly finding: Finding;
  /** Our own answer on its way; null: none. */
  readonly answer: { readonly type: AnswerCommand['type']; readonly state: Intent['state'] } | null;
}

export interface WaitingList {
  /** The least time left first. */
  readonly parts: readonly CheckedPart[];
  /** Beyond those listed, with more time left. */
  readonly notListed: number;
}

export interface Refusal {
  readonly code: (typeof REFUSAL)[keyof typeof REFUSAL];
  readonly words: string;
}

/** Each listed part costs a power flow; the others come up as these are answered or lapse. */
export const WAITING_LISTED_MAX = 40;

type AnswerCommand = Extract<Command, { type: 'confirm-flexibility' | 'refuse-flexibility' }>;

export class ConfirmationDesk {
  readonly #parts: ConfirmationDeskParts;
  /** Impact of the parts listed last, by what it was computed from. */
  #known = new Map<string, Promise<GridImpact | null>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: ConfirmationDeskParts) {
    this.#parts = parts;
  }

  /** What can still be answered, without a check. */
  open(): WaitingPart[] {
    const { market, clock } = this.#parts;
    const nowMs = clock.nowMs();
    return market.waiting().filter(({ part }) => nowMs < market.confirmationEndsAtMs(part.interval));
  }

  async list(): Promise<WaitingList> {
    const open = this.open();
    const listed = open.slice(0, WAITING_LISTED_MAX);
    const answers = this.#answers();
    const kept = new Map<string, Promise<GridImpact | null>>();
    const parts: CheckedPart[] = [];
    for (const waiting of listed) {
      const { part } = waiting;
      const key = this.#keyOf(part);
      const impact = this.#known.get(key) ?? this.#impact(part);
      kept.set(key, impact);
      const found = await impact;
      // What the solver did not answer is asked again with the next look.
      if (found === null) kept.delete(key);
      const intent = answers.get(part.partId);
      parts.push({
        ...waiting,
        endsAtMs: this.#parts.market.confirmationEndsAtMs(part.interval),
        finding: findingOf(found, this.#parts.conditions()),
        answer: intent ? { type: intent.command.type, state: intent.state } : null,
      });
    }
    this.#known = kept;
    return { parts, notListed: open.length - listed.length };
  }

  /** Lets a part stand that by the power flow keeps every limit. */
  confirm(id: string, partId: string, by: string): Promise<CommandAnswer> {
    return this.#answer(id, partId, by, (part, finding) =>
      finding.proposal === 'confirm'
        ? { type: 'confirm-flexibility', ...this.#answered(part, finding), reason: finding.sentence }
        : finding.sentence,
    );
  }

  refuse(id: string, partId: string, { code, words }: Refusal, by: string): Promise<CommandAnswer> {
    return this.#answer(id, partId, by, (part, finding) => {
      if (finding.proposal === 'none') return `${finding.sentence} It is left to lapse.`;
      if (code === REFUSAL.limitWouldBeViolated && finding.proposal !== 'refuse')
        return `The reason does not hold. ${finding.sentence}`;
      return {
        type: 'refuse-flexibility',
        ...this.#answered(part, finding),
        reasonCode: code,
        reason: words,
      };
    });
  }

  /** @param decide the command, or in words why there is none */
  #answer(
    id: string,
    partId: string,
    by: string,
    decide: (part: Activation, finding: Finding) => AnswerCommand | string,
  ): Promise<CommandAnswer> {
    const work = async (): Promise<CommandAnswer> => {
      const { commands, market, conditions } = this.#parts;
      const known = commands.answerTo(id);
      if (known) return known;
      const waiting = this.open().find(({ part }) => part.partId === partId);
      if (!waiting) return refused('It does not wait for an answer any more: refused, lapsed or answered.');
      const { part } = waiting;
      const given = this.#answers().get(partId);
      if (given && given.state !== 'failed' && given.state !== 'expired')
        return refused('It was answered already; the answer is on its way to the chain.');
      const command = decide(part, findingOf(await this.#impact(part), conditions()));
      if (typeof command === 'string') return refused(command);
      return commands.give(id, command, by, market.confirmationEndsAtMs(part.interval));
    };
    // One after the other: the check of the second answer counts what the first confirmed.
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #answered({ partId, point, direction, energyWh, interval }: Activation, finding: Finding) {
    const parts: AnsweredPart[] = [{ partId, point, direction, energyWh }];
    return { interval, parts, evidence: evidenceOf({ interval, parts, finding }) };
  }

  /** null: the solver does not answer, and nothing can be said. */
  #impact(part: Activation): Promise<GridImpact | null> {
    const { grid, intervalHours } = this.#parts;
    const change = changeOf(part, intervalHours);
    return grid.impact(part.interval, this.#already(part), [change]).catch(() => null);
  }

  #keyOf(part: Activation): string {
    const already = this.#already(part).map(c => `${c.point} ${c.kw}`);
    return [part.partId, this.#parts.market.scheduleRevision(part.interval), ...already].join(' | ');
  }

  #already({ partId, interval }: Activation): PointChange[] {
    const { commands, market, intervalHours } = this.#parts;
    const others: DecidedOn = {
      isWaiting: id => id !== partId && market.isWaiting(id),
      offerOf: id => market.offerOf(id),
    };
    return decidedChanges(commands.orders(), interval, others, intervalHours);
  }

  /** The latest answer of this console to each part. */
  #answers(): Map<string, { readonly command: AnswerCommand; readonly state: Intent['state'] }> {
    const answers = new Map<string, { command: AnswerCommand; state: Intent['state'] }>();
    for (const { command, state } of this.#parts.commands.orders()) {
      if (command.type !== 'confirm-flexibility' && command.type !== 'refuse-flexibility') continue;
      for (const { partId } of command.parts)
        if (!answers.has(partId)) answers.set(partId, { command, state });
    }
    return answers;
  }
}
