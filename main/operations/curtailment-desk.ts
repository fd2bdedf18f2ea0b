/**
 * Curtailment in the legal order when the market cannot solve it: the least for the limit at risk; where that would violate another
 * limit, the least for all limits together. Its check by AC and the order. Amounts in Wh and micro-euro; the mathematics is in
 * grid-models/redispatch, the decision whether steps clear the limit is the power flow's.
 */
import { leastCurtailment, type Plant, skippedRanks } from '../../grid-models/redispatch/curtailment.ts';
import { needOf, reliefPerKw } from '../../grid-models/redispatch/relief.ts';
import type { Direction, LegalRank } from '../records/market.ts';
import type { IntervalStart, MicroEur, Wh } from '../records/units.ts';
import type { CommandAnswer, CommandDesk } from './command-desk.ts';
import { atRisk, type Effect, isAtRisk, obstacleOf, type Slopes } from './element-state.ts';
import { marketOverride } from './market-first.ts';
import {
  deliveryBeginsMs,
  evidenceOf,
  kwOf,
  refused,
  STEP_WH,
  sign,
  whOf,
  wholeWhOf,
} from './order-terms.ts';
import { compensationPerKwh, type PlantAtPoint } from './plants.ts';
import type { ReliefDesk } from './relief-desk.ts';

export interface CurtailmentDeskParts {
  readonly grid: {
    effect(
      interval: IntervalStart,
      element: string,
      changes: readonly { readonly point: string; readonly kw: number }[],
    ): Promise<Effect>;
    /** The least in the legal order that restores every limit at once; where none does, what leaves least. */
    curtailment(
      interval: IntervalStart,
      plants: readonly {
        readonly id: string;
        readonly point: string;
        readonly direction: Direction;
        readonly rank: LegalRank;
        readonly kwMax: number;
      }[],
      stepKw: number,
      signal?: AbortSignal,
    ): Promise<{
      readonly restored: boolean;
      readonly kw: ReadonlyMap<string, number>;
      readonly optimal: boolean;
      readonly message: string;
    }>;
  };
  /** The market comes first. */
  readonly market: Pick<ReliefDesk, 'offers'> & {
    /** Of every product: the contract counts them all. */
    openOffers(
      interval: IntervalStart,
    ): readonly { readonly offer: { readonly direction: Direction }; readonly remainingWh: Wh }[];
    /** Plants at every point, from the schedule of the interval. */
    plants(interval: IntervalStart): readonly PlantAtPoint[];
  };
  readonly commands: Pick<CommandDesk, 'answerTo' | 'give'>;
  readonly intervalHours: number;
}

export interface CurtailmentStep {
  readonly point: string;
  readonly name: string;
  readonly direction: Direction;
  readonly legalRank: LegalRank;
  readonly energyWh: Wh;
  readonly availableWh: Wh;
  readonly compensationMicroEur: MicroEur;
  /** Of the limit at risk, by its slopes; not above 0 for a step that is taken for another limit. */
  readonly relief: number;
}

export interface CurtailmentProposal {
  readonly slopes: Slopes;
  readonly steps: readonly CurtailmentStep[];
  readonly clears: boolean;
  readonly marketCanSolve: boolean;
  readonly effect: Effect;
  /** Where the steps are for all limits together, what there is to say; null: they are for the one limit alone. */
  readonly forAllLimits: string | null;
}

/** Curtailment ordered because a limit would be violated (reason code on chain). */
const REASON_LIMIT = 1;
/** Orders are rounded to whole steps: what is beyond the proposal by less is as proposed. */
const ROUNDING = 1e-3;

export class CurtailmentDesk {
  readonly #parts: CurtailmentDeskParts;

  constructor(parts: CurtailmentDeskParts) {
    this.#parts = parts;
  }

  /** @returns null when the interval has no state or the element no limit */
  async curtailment(
    element: string,
    interval: IntervalStart,
    signal?: AbortSignal,
  ): Promise<CurtailmentProposal | null> {
    const offers = await this.#parts.market.offers(element, interval);
    if (!offers) return null;
    const { slopes, need } = offers;
    const marketCanSolve = offers.clears && need > 0;
    const plants = this.#plants(interval, slopes);
    const least = isAtRisk(slopes)
      ? leastCurtailment(
          atRisk(slopes),
          plants.map(p => p.plant),
          need,
        )
      : { parts: [], clears: true };
    const steps = this.#steps(slopes, plants, new Map(least.parts.map(part => [part.id, part.kw])));
    const effect = await this.#effectOfSteps(element, interval, steps);
    const obstacle = obstacleOf(effect, 'measure');
    if (obstacle === null || !effect.solved)
      return { slopes, steps, clears: least.clears, marketCanSolve, effect, forAllLimits: null };
    const forAll = await this.#forAllLimits(element, interval, slopes, plants, obstacle, signal);
    return { slopes, marketCanSolve, ...forAll };
  }

  /**
   * Orders curtailment of what was chosen. Refused while offers would have solved it unless the market is overridden in words, and
   * when a rank of the legal order is skipped without saying so.
   */
  async curtail(
    id: string,
    order: {
      readonly element: string;
      readonly interval: IntervalStart;
      readonly steps: readonly { readonly point: string; readonly energyWh: Wh }[];
      readonly reason: string;
      readonly overridesMarket: boolean;
      readonly skipsRank: boolean;
    },
    by: string,
  ): Promise<CommandAnswer> {
    const known = this.#parts.commands.answerTo(id);
    if (known) return known;
    const { element, interval } = order;
    const proposal = await this.curtailment(element, interval);
    if (!proposal) return refused(`There is no state or no limit for ${element} in this interval.`);
    if (proposal.marketCanSolve && !order.overridesMarket)
      return refused('The market can still solve this: buy flexibility first, or say in words why not.');
    const { slopes } = proposal;
    const plants = this.#plants(interval, slopes);
    const proposedKw = this.#kwByPlant(proposal.steps);
    const chosen: CurtailmentStep[] = [];
    for (const { point, energyWh } of order.steps) {
      const found = plants.find(
        ({ at, plant }) =>
          at.point === point &&
          !chosen.some(step => plantId(step) === plant.id) &&
          this.#availableWh(at) >= energyWh &&
          (reliefPerKw(atRisk(slopes), plant.changePerKw) > 0 || proposedKw.has(plant.id)),
      );
      if (!found)
        return refused(
          `Point ${point} has nothing to curtail that relieves ${element}, or not ${energyWh} Wh of it.`,
        );
      chosen.push(this.#step(found.at, energyWh, 0));
    }
    const skipped = this.#skippedRanks(proposal, plants, proposedKw, this.#kwByPlant(chosen));
    if (skipped.length > 0 && !order.skipsRank)
      return refused(`This skips ${skipped.join(', ')} in the legal order: say in words why.`);
    const effect = await this.#effectOfSteps(element, interval, chosen);
    const obstacle = obstacleOf(effect, 'measure');
    if (obstacle !== null) return refused(obstacle);
    const terms = chosen.map(({ point, direction, energyWh, legalRank, compensationMicroEur }) => ({
      point,
      interval,
      direction,
      energyWh,
      legalRank,
      compensationMicroEur,
    }));
    const words = marketOverride({
      element,
      open: this.#parts.market
        .openOffers(interval)
        .map(({ offer: { direction }, remainingWh }) => ({ direction, remainingWh })),
      directions: chosen.map(step => step.direction),
      marketCanSolve: proposal.marketCanSolve,
      operatorsWords: order.overridesMarket ? order.reason : '',
    });
    const evidence = evidenceOf({
      element,
      interval,
      terms,
      effect,
      skipped,
      overridesMarket: order.overridesMarket,
    });
    return this.#parts.commands.give(
      id,
      {
        type: 'curtail',
        element,
        terms,
        reasonCode: REASON_LIMIT,
        reason: order.reason,
        marketOverride: words,
        evidence,
      },
      by,
      deliveryBeginsMs(interval),
    );
  }

  /** @param obstacle why the least for the one limit alone will not do */
  async #forAllLimits(
    element: string,
    interval: IntervalStart,
    slopes: Slopes,
    plants: readonly PlantHere[],
    obstacle: string,
    signal: AbortSignal | undefined,
  ): Promise<Pick<CurtailmentProposal, 'steps' | 'clears' | 'effect'> & { readonly forAllLimits: string }> {
    const found = await this.#parts.grid.curtailment(
      interval,
      plants.map(({ at: { point, direction }, plant: { id, rank, kwMax } }) => ({
        id,
        point,
        direction,
        rank,
        kwMax,
      })),
      kwOf(STEP_WH, this.#parts.intervalHours),
      signal,
    );
    const steps = this.#steps(slopes, plants, found.kw);
    const effect = await this.#effectOfSteps(element, interval, steps);
    const left = obstacleOf(effect, 'measure');
    const clears = left === null && needOf({ ...atRisk(slopes), value: effect.after }, 0) === 0;
    const outcome = found.restored
      ? `The least for this limit alone: ${obstacle} These steps are the least that keeps all limits.`
      : `${obstacle} ${found.message}`;
    const cut = found.optimal ? '' : ' The time was up: less may be enough.';
    return { steps, effect, clears, forAllLimits: `${left ?? outcome}${cut}` };
  }

  /**
   * Ranks in which something is left although a later one is touched. What the least for all limits leaves in a rank would spare
   * nothing of a later one, so there only what is left of the proposal counts, unless more than that is taken of something.
   */
  #skippedRanks(
    { slopes, forAllLimits }: CurtailmentProposal,
    plants: readonly PlantHere[],
    proposedKw: ReadonlyMap<string, number>,
    chosenKw: ReadonlyMap<string, number>,
  ): LegalRank[] {
    const all = plants.map(p => p.plant);
    const isBeyond = [...chosenKw].some(([id, kw]) => kw > (proposedKw.get(id) ?? 0) * (1 + ROUNDING));
    if (forAllLimits === null || isBeyond) return skippedRanks(atRisk(slopes), all, chosenKw);
    const relieving = slopes.limit === 'voltage-low' ? 1 : -1;
    const proposed = all.map(plant => ({
      ...plant,
      kwMax: proposedKw.get(plant.id) ?? 0,
      changePerKw: relieving,
    }));
    return skippedRanks(atRisk(slopes), proposed, chosenKw);
  }

  #steps(
    slopes: Slopes,
    plants: readonly PlantHere[],
    kwById: ReadonlyMap<string, number>,
  ): CurtailmentStep[] {
    const byId = new Map(plants.map(here => [here.plant.id, here]));
    return [...kwById].flatMap(([id, kw]): CurtailmentStep[] => {
      const here = byId.get(id);
      if (!here) return [];
      const energyWh = whOf(kw, this.#parts.intervalHours, this.#availableWh(here.at));
      return [this.#step(here.at, energyWh, reliefPerKw(atRisk(slopes), here.plant.changePerKw) * kw)];
    });
  }

  #step(at: PlantAtPoint, energyWh: Wh, relief: number): CurtailmentStep {
    const compensationMicroEur = (compensationPerKwh(at.legalRank) * energyWh) / 1000n;
    return { ...at, energyWh, availableWh: this.#availableWh(at), relief, compensationMicroEur };
  }

  #effectOfSteps(
    element: string,
    interval: IntervalStart,
    steps: readonly CurtailmentStep[],
  ): Promise<Effect> {
    const { grid, intervalHours } = this.#parts;
    return grid.effect(
      interval,
      element,
      steps.map(step => ({
        point: step.point,
        kw: sign(step.direction) * kwOf(step.energyWh, intervalHours),
      })),
    );
  }

  #plants(interval: IntervalStart, slopes: Slopes): PlantHere[] {
    return this.#parts.market.plants(interval).map(at => ({
      at,
      plant: {
        id: plantId(at),
        rank: at.legalRank,
        kwMax: at.kwMax,
        changePerKw: sign(at.direction) * (slopes.perKw.get(at.point) ?? 0),
      },
    }));
  }

  #kwByPlant(steps: readonly CurtailmentStep[]): Map<string, number> {
    return new Map(steps.map(step => [plantId(step), kwOf(step.energyWh, this.#parts.intervalHours)]));
  }

  #availableWh({ kwMax }: PlantAtPoint): Wh {
    return wholeWhOf(kwMax, this.#parts.intervalHours);
  }
}

interface PlantHere {
  readonly plant: Plant;
  readonly at: PlantAtPoint;
}

/** One point can have generation and load to curtail. */
function plantId(at: { readonly point: string; readonly legalRank: LegalRank }): string {
  return `${at.point} ${at.legalRank}`;
}
