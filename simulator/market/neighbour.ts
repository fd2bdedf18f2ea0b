/**
 * The neighbouring grid operator at work: it opens the batches that touch its area with its own key and gives its verdicts on them
 * before their gate, as any operator does.
 */
import { randomBytes } from 'node:crypto';
import type { SigningKey } from 'ethers';
import {
  digestOf,
  interfaces,
  packedDecisions,
  sealVerdicts,
  type VerdictEntry,
} from '../../contracts/bindings/index.ts';
import { messageOf } from '../chain/link.ts';
import type { Participant, Roster } from '../participants.ts';
import { type BatchHead, type BookedBatch, sideOf } from './batch-book.ts';
import { borderVerdict } from './border-rule.ts';
import type { MarketParts } from './parts.ts';
import type { RegistryBook } from './registry-book.ts';

/** `book`: the chain as its key reads it. */
export interface NeighbourParts extends Pick<MarketParts, 'link' | 'addresses' | 'book' | 'log'> {
  readonly roster: Pick<Roster, 'neighbour'>;
  readonly gateLeadS: number;
}

/** Reads the batches that touch the area of the operator, and no others. */
export function readerFor({ wallet, encryptionKey }: Participant) {
  return ({ sellerArea, buyerArea }: BatchHead, registry: RegistryBook): SigningKey | null =>
    [sellerArea, buyerArea].some(area => registry.operatorOf(area) === wallet.address) ? encryptionKey : null;
}

export class Neighbour {
  readonly #p: NeighbourParts;
  /** Batches whose verdicts are under way or given. */
  readonly #judged = new Map<bigint, number>();
  #tail: Promise<unknown> = Promise.resolve();

  constructor(parts: NeighbourParts) {
    this.#p = parts;
  }

  step(nowMs: number): void {
    const { book, gateLeadS } = this.#p;
    const nowS = nowMs / 1000;
    for (const [id, interval] of this.#judged) if (interval < nowS) this.#judged.delete(id);
    for (const interval of book.intervals()) {
      if (nowS >= interval - gateLeadS) continue;
      for (const batch of book.at(interval).batches) {
        if (this.#sideIn(batch) === null || this.#judged.has(batch.id)) continue;
        this.#judged.set(batch.id, interval);
        this.#tail = this.#tail
          .then(() => this.#judge(batch))
          .catch(error => this.#p.log(`verdicts of the neighbour on batch ${batch.id}: ${messageOf(error)}`));
      }
    }
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#tail;
  }

  /** Which side of the batch is its own; null: neither. */
  #sideIn({ sellerArea, buyerArea }: BookedBatch): 'seller' | 'buyer' | null {
    const { book, roster } = this.#p;
    const { address } = roster.neighbour.operator.wallet;
    if (book.registry.operatorOf(sellerArea) === address) return 'seller';
    return book.registry.operatorOf(buyerArea) === address ? 'buyer' : null;
  }

  async #judge(batch: BookedBatch): Promise<void> {
    const { roster, link, addresses, log } = this.#p;
    const { wallet } = roster.neighbour.operator;
    // After a restart: what was said before stands on the chain.
    if (batch.rounds.has(wallet.address)) return;
    let takenWh = this.#takenWh(batch);
    const entries: VerdictEntry[] = batch.trades.map(({ details }, index) => {
      const entry = borderVerdict(index, details.energyWh, takenWh);
      takenWh += entry.energyWh;
      return entry;
    });
    const keyOf = (index: number) => batch.trades[index]?.key ?? null;
    const round = [
      batch.id,
      packedDecisions(entries),
      digestOf(entries),
      sealVerdicts(entries, wallet.address, keyOf, randomBytes(8)),
    ];
    const data = interfaces.GridSupervision.encodeFunctionData('giveVerdicts', [[round]]);
    const gas = 300_000 + 30_000 * entries.length;
    await link.submit(wallet, addresses.GridSupervision, data, gas, 'giveVerdicts');
    const askedWh = batch.trades.reduce((sum, trade) => sum + trade.energyWh, 0);
    const passedWh = entries.reduce((sum, entry) => sum + entry.energyWh, 0n);
    log(
      `batch ${batch.id} for ${batch.interval}: ${roster.neighbour.operator.name} lets ${passedWh} of ${askedWh} Wh through`,
    );
  }

  /** What it has let through in the interval the same way already. */
  #takenWh(batch: BookedBatch): bigint {
    const { book, roster } = this.#p;
    const side = this.#sideIn(batch);
    const { address } = roster.neighbour.operator.wallet;
    return book
      .at(batch.interval)
      .batches.filter(other => this.#sideIn(other) === side)
      .flatMap(other => other.trades.map((_, index) => sideOf(other, address, index).energyWh))
      .reduce((sum, wh) => sum + wh, 0n);
  }
}
