/** What went wrong with batches of trades on chain: unreadable, settled otherwise than worked out here, objected to, void. Pure. */
import type { BatchTrouble, MarketEvent } from '../records/market.ts';
import type { IntervalStart } from '../records/units.ts';
import type { Names } from './names.ts';

export class Batches {
  readonly #names: Names;
  readonly #troubles = new Map<string, BatchTrouble>();

  constructor(names: Names) {
    this.#names = names;
  }

  apply(event: MarketEvent): void {
    switch (event.type) {
      case 'batch-unreadable': {
        const count = `${event.trades} trade${event.trades === 1 ? '' : 's'}`;
        this.#set(
          event,
          'unreadable',
          `${count} by ${this.#names.ofAccount(event.submitter)}: ${event.problem}`,
        );
        break;
      }
      case 'batch-settled':
        if (event.problem === '') this.#troubles.delete(event.batchId);
        else {
          const giver = this.#names.ofAccount(event.settledBy);
          this.#set(event, 'differs', `Given by ${giver}: ${event.problem}`);
        }
        break;
      case 'batch-objected':
        this.#set(event, 'objected', `By ${this.#names.ofAccount(event.objector)}`);
        break;
      case 'batch-voided':
        this.#set(event, 'void', 'Its nets were not given or not proven in time');
    }
  }

  /** Oldest interval first. */
  troubles(): BatchTrouble[] {
    return [...this.#troubles.values()].sort((a, b) => a.interval - b.interval);
  }

  forgetBefore(interval: IntervalStart): void {
    for (const [id, trouble] of this.#troubles) if (trouble.interval < interval) this.#troubles.delete(id);
  }

  #set(event: BatchEvent, kind: BatchTrouble['kind'], detail: string): void {
    const { batchId, interval, at } = event;
    const objectable = event.type === 'batch-settled' && event.settledBy !== DAYLIGHT;
    this.#troubles.set(batchId, { batchId, interval, kind, detail, atMs: at.atMs, objectable });
  }
}

type BatchEvent = Extract<MarketEvent, { readonly batchId: string }>;

/** As the indexer names who gives the nets of a correction. */
const DAYLIGHT = 'daylight';
