/** The parts of every group of points, from the events of the contracts in the order of the chain: what sheets are made of. */
import type {
  BatchCorrectedEvent,
  BatchSettledEvent,
  BatchVoidedEvent,
  IntervalClosedEvent,
  PositionsPart,
  Sheet,
} from './generated/types.ts';
import { partsOf, sheetOf } from './sheets.ts';

interface IntervalParts {
  /** Positions in force, by batch. */
  readonly inForce: Map<bigint, string>;
  readonly byGroup: Map<number, PositionsPart[]>;
}

export class PartBook {
  readonly #intervals = new Map<number, IntervalParts>();

  /** @param args of an event of NetSettlement or Settlement, as ethers decodes them; most events mean nothing here */
  apply(event: string, args: unknown): void {
    if (event === 'BatchSettled') this.#settled(args as BatchSettledEvent);
    else if (event === 'BatchCorrected') this.#corrected(args as BatchCorrectedEvent);
    else if (event === 'BatchVoided') this.#voided(args as BatchVoidedEvent);
    // No sheet of it is asked for any more.
    else if (event === 'IntervalClosed') this.#intervals.delete(Number((args as IntervalClosedEvent).interval));
  }

  forgetBefore(interval: number): void {
    for (const key of this.#intervals.keys()) if (key < interval) this.#intervals.delete(key);
  }

  /** Groups with parts, in the order in which these came. */
  groups(interval: number): number[] {
    return [...(this.#intervals.get(interval)?.byGroup.keys() ?? [])];
  }

  /** Oldest first. */
  parts(interval: number, group: number): readonly PositionsPart[] {
    return this.#intervals.get(interval)?.byGroup.get(group) ?? [];
  }

  /**
   * @param state what NetSettlement.groupOf says now
   * @throws RangeError when not every event was told, in its order
   */
  sheet(interval: number, group: number, state: string): Sheet {
    return sheetOf(group, this.parts(interval, group), state);
  }

  #settled({ batchId, interval, positions }: Pick<BatchSettledEvent, 'batchId' | 'interval' | 'positions'>): void {
    const entry = this.#at(interval);
    entry.inForce.set(batchId, positions);
    append(entry, positions, 1n);
  }

  /** Nets that proved right stay where they are. */
  #corrected({ batchId, interval, founded, nets }: BatchCorrectedEvent): void {
    if (!founded) return;
    this.#voided({ batchId, interval });
    this.#settled({ batchId, interval, positions: nets.positions });
  }

  /** A batch whose nets nobody gave has nothing to take back. */
  #voided({ batchId, interval }: BatchVoidedEvent): void {
    const entry = this.#at(interval);
    append(entry, entry.inForce.get(batchId) ?? '0x', -1n);
    entry.inForce.delete(batchId);
  }

  #at(interval: bigint): IntervalParts {
    const found = this.#intervals.get(Number(interval)) ?? { inForce: new Map(), byGroup: new Map() };
    this.#intervals.set(Number(interval), found);
    return found;
  }
}

function append({ byGroup }: IntervalParts, positions: string, sign: 1n | -1n): void {
  for (const [group, parts] of partsOf(positions, sign)) byGroup.set(group, [...(byGroup.get(group) ?? []), ...parts]);
}
