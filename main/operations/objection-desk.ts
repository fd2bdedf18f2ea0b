/** Objections to batches of trades that were settled otherwise than this console works out. */
import type { BatchTrouble, MarketRules } from '../records/market.ts';
import type { Intent } from '../records/operations.ts';
import type { MarketMs } from '../records/units.ts';
import type { CommandAnswer, CommandDesk } from './command-desk.ts';
import { refused } from './order-terms.ts';

export interface ObjectionDeskParts {
  readonly market: {
    troubles(): readonly BatchTrouble[];
    /** null: not known yet. */
    objectionTerms(): ObjectionTerms | null;
  };
  readonly commands: Pick<CommandDesk, 'answerTo' | 'give' | 'orders'>;
}

/** How long nets may be objected to, and what it costs when they prove right. */
export type ObjectionTerms = Pick<MarketRules, 'objectionSeconds' | 'objectionCostMicroEur'>;

export interface ListedTrouble extends BatchTrouble {
  /** Until then it can be objected to; null: it cannot. */
  readonly objectUntilMs: MarketMs | null;
  /** State of our own objection; null: there is none. */
  readonly objection: Intent['state'] | null;
}

export class ObjectionDesk {
  readonly #parts: ObjectionDeskParts;

  constructor(parts: ObjectionDeskParts) {
    this.#parts = parts;
  }

  /** null: not known yet, and nothing can be objected to. */
  get terms(): ObjectionTerms | null {
    return this.#parts.market.objectionTerms();
  }

  /** Oldest interval first. */
  list(): ListedTrouble[] {
    const { market, commands } = this.#parts;
    const states = new Map<string, Intent['state']>();
    for (const { command, state } of commands.orders())
      if (command.type === 'object-to-batch' && !states.has(command.batchId))
        states.set(command.batchId, state);
    return market.troubles().map(trouble => ({
      ...trouble,
      objectUntilMs: this.#untilMs(trouble),
      objection: states.get(trouble.batchId) ?? null,
    }));
  }

  async objectTo(id: string, batchId: string, by: string): Promise<CommandAnswer> {
    const { market, commands } = this.#parts;
    const known = commands.answerTo(id);
    if (known) return known;
    if (this.terms === null) return refused('What an objection costs in this market is not known yet.');
    const trouble = market.troubles().find(t => t.batchId === batchId);
    const untilMs = trouble ? this.#untilMs(trouble) : null;
    if (!trouble || untilMs === null)
      return refused('Its nets are not, or not any more, such as could be objected to.');
    const { interval, detail } = trouble;
    return commands.give(id, { type: 'object-to-batch', batchId, interval, problem: detail }, by, untilMs);
  }

  #untilMs({ kind, objectable, atMs }: BatchTrouble): MarketMs | null {
    const { terms } = this;
    return terms && kind === 'differs' && objectable ? atMs + terms.objectionSeconds * 1000 : null;
  }
}
