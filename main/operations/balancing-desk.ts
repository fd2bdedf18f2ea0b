/**
 * Balancing flexibility bought for the system, not for an element: checked against every limit of our grid before it is ordered. What
 * lies in another area waits there for its operator, who checks it.
 */
import type { IntervalStart, MarketMs, MicroEur } from '../records/units.ts';
import { type ChosenOffer, type ChosenPart, chosenOffers, costOf, type OpenOffer } from './chosen-offers.ts';
import type { CommandAnswer, CommandDesk } from './command-desk.ts';
import { changeOf, type DecidedOn, decidedChanges } from './decided-changes.ts';
import {
  type Conditions,
  type Finding,
  findingOf,
  type GridImpact,
  type PointChange,
} from './grid-impact.ts';
import { deliveryBeginsMs, evidenceOf, refused } from './order-terms.ts';

export interface BalancingDeskParts {
  readonly grid: {
    impact(
      interval: IntervalStart,
      already: readonly PointChange[],
      changes: readonly PointChange[],
    ): Promise<GridImpact>;
  };
  readonly market: DecidedOn & {
    openOffers(interval: IntervalStart): readonly OpenOffer[];
    isOfOurArea(point: string): boolean;
    confirmationEndsAtMs(interval: IntervalStart): MarketMs;
  };
  readonly commands: Pick<CommandDesk, 'answerTo' | 'give' | 'orders'>;
  conditions(): Conditions;
  /** Roles of our account in the registry; none while it is suspended or unknown. */
  roles(): readonly string[];
  readonly intervalHours: number;
}

export interface BalancingPreview {
  readonly finding: Finding;
  readonly costMicroEur: MicroEur;
  /** Parts that wait for the operator of another area. */
  readonly elsewhere: number;
}

const PRODUCT = 'balancing';
/** On chain: no element of the grid, the balance of the system. */
const SYSTEM = '';

export class BalancingDesk {
  readonly #parts: BalancingDeskParts;

  constructor(parts: BalancingDeskParts) {
    this.#parts = parts;
  }

  openOffers(interval: IntervalStart): OpenOffer[] {
    return this.#parts.market.openOffers(interval).filter(({ offer }) => offer.product === PRODUCT);
  }

  /** Why this console may not buy; null: it may. Balancing the system is the transmission operator's. */
  mayNotBuy(): string | null {
    return this.#parts.roles().includes('tso')
      ? null
      : 'Our account does not hold the role TSO: it does not balance the system.';
  }

  async preview(interval: IntervalStart, parts: readonly ChosenPart[]): Promise<BalancingPreview> {
    const chosen = chosenOffers(this.openOffers(interval), parts);
    if ('problem' in chosen) {
      const finding: Finding = { proposal: 'none', sentence: chosen.problem, worst: null };
      return { finding, costMicroEur: 0n, elsewhere: 0 };
    }
    const { isOfOurArea } = this.#parts.market;
    const ours = chosen.parts.filter(({ offer }) => isOfOurArea(offer.point));
    return {
      finding: await this.#finding(interval, ours),
      costMicroEur: costOf(chosen.parts),
      elsewhere: chosen.parts.length - ours.length,
    };
  }

  /** Buys after the power flow has confirmed that every limit of our grid is kept. */
  async purchase(
    id: string,
    interval: IntervalStart,
    parts: readonly ChosenPart[],
    by: string,
  ): Promise<CommandAnswer> {
    const { commands, market } = this.#parts;
    const known = commands.answerTo(id);
    if (known) return known;
    const withoutRole = this.mayNotBuy();
    if (withoutRole !== null) return refused(withoutRole);
    const { finding, elsewhere } = await this.preview(interval, parts);
    if (finding.proposal !== 'confirm') return refused(finding.sentence);
    const evidence = evidenceOf({ interval, parts, finding });
    return commands.give(
      id,
      { type: 'purchase-flexibility', interval, product: PRODUCT, parts, element: SYSTEM, evidence },
      by,
      elsewhere > 0 ? market.confirmationEndsAtMs(interval) : deliveryBeginsMs(interval),
    );
  }

  async #finding(interval: IntervalStart, ours: readonly ChosenOffer[]): Promise<Finding> {
    const { grid, market, commands, conditions, intervalHours } = this.#parts;
    if (ours.length === 0)
      return {
        proposal: 'confirm',
        sentence: 'All of it lies in other areas, whose operators check it.',
        worst: null,
      };
    const impact = await grid
      .impact(
        interval,
        decidedChanges(commands.orders(), interval, market, intervalHours),
        ours.map(({ offer, energyWh }) => changeOf({ ...offer, energyWh }, intervalHours)),
      )
      // Without the solver nothing is known, and nothing is bought.
      .catch(() => null);
    return findingOf(impact, conditions());
  }
}
