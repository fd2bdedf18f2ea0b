/**
 * Relief for one element in one interval: offers ranked by what they cost per unit of relief, the cheapest set, its check by AC, the
 * purchase; and curtailment in the legal order when the market cannot solve it. Amounts in Wh and micro-euro; the mathematics is in
 * grid-models/redispatch, the decision whether a set clears the limit is the power flow's.
 */
import { createHash } from 'node:crypto';
import { leastCurtailment, type Plant, skippedRanks } from '../../grid-models/redispatch/curtailment.ts';
import { cheapestRelief, needOf, rankOffers } from '../../grid-models/redispatch/relief.ts';
import { PARTS_MAX, reliefMin } from '../../preload/contract/flexibility.ts';
import type { Direction, FlexibilityOffer, LegalRank } from '../records/market.ts';
import type { Command } from '../records/operations.ts';
import type { IntervalStart, MarketMs, MicroEur, Wh } from '../records/units.ts';
import type { CommandAnswer } from './command-desk.ts';
import { atRisk, type Effect, isAtRisk, noEffect, obstacleOf, roomOf, type Slopes } from './element-state.ts';
import { compensationPerKwh, type PlantAtPoint } from './plants.ts';

export interface ReliefDeskParts {
  readonly grid: {
    slopes(interval: IntervalStart, element: string): Promise<Slopes | null>;
    effect(
      interval: IntervalStart,
      element: string,
      changes: readonly { readonly point: string; readonly kw: number }[],
    ): Promise<Effect>;
    /** The cheapest quantities that restore every limit at once. */
    relief(
      interval: IntervalStart,
      offers: readonly {
        readonly id: string;
        readonly point: string;
        readonly direction: Direction;
        readonly kw: number;
        readonly eurPerKwh: number;
      }[],
      stepKw: number,
    ): Promise<{
      readonly restored: boolean;
      readonly kw: ReadonlyMap<string, number>;
      readonly message: string;
    }>;
  };
  readonly market: {
    openOffers(
      interval: IntervalStart,
    ): readonly { readonly offer: FlexibilityOffer; readonly remainingWh: Wh }[];
    /** Plants at every point, from the schedule of the interval. */
    plants(interval: IntervalStart): readonly PlantAtPoint[];
  };
  readonly commands: {
    answerTo(id: string): CommandAnswer | null;
    give(id: string, command: Command, by: string, expiresAtMs: number): Promise<CommandAnswer>;
  };
  readonly intervalHours: number;
}

export interface RankedOffer {
  readonly offer: FlexibilityOffer;
  readonly remainingWh: Wh;
  readonly sensitivityPerKw: number;
  readonly relief: number;
  /** Euro per unit of relief over the interval; null: it does not relieve, or by less than can be seen and is not proposed. */
  readonly eurPerUnit: number | null;
  readonly proposedWh: Wh;
}

export interface OfferList {
  readonly slopes: Slopes;
  readonly need: number;
  /** Cheapest relief first; those that do not relieve last. */
  readonly offers: readonly RankedOffer[];
  readonly clears: boolean;
  /** What the market can do, in words. */
  readonly note: string;
}

/** The cheapest set that clears the limit by the power flow, or why there is none. */
export type ClearingSet =
  | { readonly problem: string }
  | {
      readonly problem: null;
      readonly parts: readonly ChosenPart[];
      readonly sellers: number;
      readonly effect: EffectOfParts;
    };

export interface CurtailmentStep {
  readonly point: string;
  readonly name: string;
  readonly direction: Direction;
  readonly legalRank: LegalRank;
  readonly energyWh: Wh;
  readonly availableWh: Wh;
  readonly compensationMicroEur: MicroEur;
  readonly relief: number;
}

export interface CurtailmentProposal {
  readonly slopes: Slopes;
  readonly steps: readonly CurtailmentStep[];
  readonly clears: boolean;
  readonly marketCanSolve: boolean;
  readonly effect: Effect;
}

export type EffectOfParts = Effect & { readonly costMicroEur: MicroEur };

/** A part of an offer that an operator chose. */
export interface ChosenPart {
  readonly offerId: string;
  readonly energyWh: Wh;
}

/** Offers and curtailments are taken in whole 10 Wh, rounded up. */
const STEP_WH = 10n;
/** Sets tried for one interval, each with what the one before missed; beyond, the interval counts as not clearable. */
const CLEARING_ROUNDS_MAX = 3;
/** Curtailment ordered because a limit would be violated (reason code on chain). */
const REASON_LIMIT = 1;

export class ReliefDesk {
  readonly #parts: ReliefDeskParts;

  constructor(parts: ReliefDeskParts) {
    this.#parts = parts;
  }

  /** @returns null when the interval has no state or the element no limit */
  async offers(element: string, interval: IntervalStart): Promise<OfferList | null> {
    const slopes = await this.#parts.grid.slopes(interval, element);
    return slopes && this.#offers(interval, slopes, needOf(atRisk(slopes), roomOf(slopes)));
  }

  /**
   * Slopes choose a set, the power flow says what it does. Where it does too little, a set is chosen again with what is missing on
   * top of the need: slopes are exact only where they were taken. Where it would violate another limit, the cheapest set for all
   * limits together is sought.
   * @param first the offers as `offers` answers them
   */
  async clearing(element: string, interval: IntervalStart, first: OfferList): Promise<ClearingSet> {
    const { slopes } = first;
    let list = first;
    for (let round = 1; ; round++) {
      const proposed = list.offers.filter(o => o.proposedWh > 0n);
      if (proposed.length === 0) return { problem: list.note };
      if (proposed.length > PARTS_MAX)
        return { problem: `It takes ${proposed.length} offers, and one order carries ${PARTS_MAX}.` };
      const parts = proposed.map(o => ({ offerId: o.offer.id, energyWh: o.proposedWh }));
      const effect = await this.effectOfParts(element, interval, parts);
      const obstacle = obstacleOf(effect, 'set');
      if (obstacle !== null)
        return effect.newViolations.length > 0
          ? this.#restoring(element, interval, obstacle)
          : { problem: obstacle };
      const after = { ...atRisk(slopes), value: effect.after };
      if (needOf(after, 0) === 0)
        return { problem: null, parts, effect, sellers: new Set(proposed.map(o => o.offer.seller)).size };
      if (!list.clears) return { problem: list.note };
      if (round === CLEARING_ROUNDS_MAX)
        return { problem: 'No set was found that clears the limit by the power flow.' };
      list = this.#offers(interval, slopes, list.need + needOf(after, roomOf(slopes)));
    }
  }

  /** @param obstacle why the set for the one element alone will not do */
  async #restoring(element: string, interval: IntervalStart, obstacle: string): Promise<ClearingSet> {
    const open = this.#parts.market.openOffers(interval);
    const found = await this.#parts.grid.relief(
      interval,
      open.map(({ offer, remainingWh }) => ({
        id: offer.id,
        point: offer.point,
        direction: offer.direction,
        kw: this.#kw(remainingWh),
        eurPerKwh: Number(offer.priceMicroEurPerKwh) / 1e6,
      })),
      this.#kw(STEP_WH),
    );
    if (!found.restored) return { problem: `${obstacle} ${found.message}`.trim() };
    const taken = open.flatMap(({ offer }) => {
      const kw = found.kw.get(offer.id);
      return kw === undefined
        ? []
        : [{ offer, energyWh: BigInt(Math.round(kw * this.#parts.intervalHours * 1000)) }];
    });
    if (taken.length > PARTS_MAX)
      return {
        problem: `${obstacle} For all limits it takes ${taken.length} offers, and one order carries ${PARTS_MAX}.`,
      };
    const parts = taken.map(({ offer, energyWh }) => ({ offerId: offer.id, energyWh }));
    const effect = await this.effectOfParts(element, interval, parts);
    const left = obstacleOf(effect, 'set');
    if (left !== null) return { problem: left };
    return { problem: null, parts, effect, sellers: new Set(taken.map(({ offer }) => offer.seller)).size };
  }

  /** The power flow with a chosen set on top of the schedule, and what the set costs. */
  async effectOfParts(
    element: string,
    interval: IntervalStart,
    parts: readonly ChosenPart[],
  ): Promise<EffectOfParts> {
    const chosen = this.#chosen(interval, parts);
    if ('problem' in chosen) return { ...noEffect(chosen.problem), costMicroEur: 0n };
    const effect = await this.#parts.grid.effect(
      interval,
      element,
      chosen.parts.map(({ offer, energyWh }) => ({
        point: offer.point,
        kw: sign(offer.direction) * this.#kw(energyWh),
      })),
    );
    return {
      ...effect,
      costMicroEur: chosen.parts.reduce((sum, { offer, energyWh }) => sum + costOf(offer, energyWh), 0n),
    };
  }

  /** Buys a set after the power flow has confirmed that it helps and violates nothing else. */
  async purchase(
    id: string,
    element: string,
    interval: IntervalStart,
    parts: readonly ChosenPart[],
    by: string,
  ): Promise<CommandAnswer> {
    const known = this.#parts.commands.answerTo(id);
    if (known) return known;
    const effect = await this.effectOfParts(element, interval, parts);
    const obstacle = obstacleOf(effect, 'set');
    if (obstacle !== null) return refused(obstacle);
    const evidence = evidenceOf({ element, interval, parts, effect });
    return this.#parts.commands.give(
      id,
      { type: 'purchase-flexibility', interval, parts, element, evidence },
      by,
      deliveryBeginsMs(interval),
    );
  }

  /** @returns null when the interval has no state or the element no limit */
  async curtailment(element: string, interval: IntervalStart): Promise<CurtailmentProposal | null> {
    const offers = await this.offers(element, interval);
    if (!offers) return null;
    const { slopes, need } = offers;
    const plants = this.#plants(interval, slopes);
    const least = isAtRisk(slopes)
      ? leastCurtailment(
          atRisk(slopes),
          plants.map(p => p.plant),
          need,
        )
      : { parts: [], clears: true };
    const byId = new Map(plants.map(p => [p.plant.id, p.at]));
    const steps = least.parts.flatMap((part): CurtailmentStep[] => {
      const at = byId.get(part.id);
      if (!at) return [];
      const availableWh = this.#floorWh(at.kwMax);
      const energyWh = this.#wh(part.kw, availableWh);
      return [
        {
          ...at,
          energyWh,
          availableWh,
          relief: part.relief,
          compensationMicroEur: compensationOf(at.legalRank, energyWh),
        },
      ];
    });
    const effect = await this.#effectOfSteps(element, interval, steps);
    return { slopes, steps, clears: least.clears, marketCanSolve: offers.clears && need > 0, effect };
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
    const plants = this.#plants(interval, proposal.slopes);
    const chosen: CurtailmentStep[] = [];
    for (const { point, energyWh } of order.steps) {
      const found = plants.find(
        p =>
          p.at.point === point &&
          this.#floorWh(p.at.kwMax) >= energyWh &&
          this.#relieves(proposal.slopes, p.plant),
      );
      if (!found)
        return refused(
          `Point ${point} has nothing to curtail that relieves ${element}, or not ${energyWh} Wh of it.`,
        );
      const availableWh = this.#floorWh(found.at.kwMax);
      chosen.push({
        ...found.at,
        energyWh,
        availableWh,
        relief: 0,
        compensationMicroEur: compensationOf(found.at.legalRank, energyWh),
      });
    }
    const kwOf = new Map(chosen.map(step => [plantId(step), this.#kw(step.energyWh)]));
    const skipped = skippedRanks(
      atRisk(proposal.slopes),
      plants.map(p => p.plant),
      kwOf,
    );
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
      { type: 'curtail', element, terms, reasonCode: REASON_LIMIT, reason: order.reason, evidence },
      by,
      deliveryBeginsMs(interval),
    );
  }

  /** Offers of the interval, ranked, with the cheapest set that meets the need by the slopes. */
  #offers(interval: IntervalStart, slopes: Slopes, need: number): OfferList {
    const at = atRisk(slopes);
    const open = this.#parts.market.openOffers(interval);
    const byId = new Map(open.map(o => [o.offer.id, o]));
    const ranked = rankOffers(
      at,
      open.map(({ offer, remainingWh }) => ({
        id: offer.id,
        kwMax: this.#kw(remainingWh),
        eurPerKwh: Number(offer.priceMicroEurPerKwh) / 1e6,
        changePerKw: sign(offer.direction) * (slopes.perKw.get(offer.point) ?? 0),
      })),
    );
    const shows = (offer: { readonly relief: number }) => offer.relief >= reliefMin(slopes.unit);
    // Offers that do nothing one could see are taken only where they make the difference, or where there are no others.
    const seen = cheapestRelief(at, ranked.filter(shows), need);
    const all = seen.clears ? seen : cheapestRelief(at, ranked, need);
    const set = all.clears || seen.parts.length === 0 ? all : seen;
    const proposed = new Map(set.parts.map(part => [part.id, part.kw]));
    const offers = ranked.flatMap((r): RankedOffer[] => {
      const known = byId.get(r.id);
      if (!known) return [];
      const relieves = r.eurPerUnitHour !== null && (shows(r) || proposed.has(r.id));
      return [
        {
          ...known,
          sensitivityPerKw: r.changePerKw,
          relief: r.relief,
          eurPerUnit: relieves ? r.eurPerUnitHour * this.#parts.intervalHours : null,
          proposedWh: this.#wh(proposed.get(r.id) ?? 0, known.remainingWh),
        },
      ];
    });
    return {
      slopes,
      need,
      clears: all.clears,
      note: noteOf(need, offers.length, all.clears),
      offers: [...offers.filter(o => o.eurPerUnit !== null), ...offers.filter(o => o.eurPerUnit === null)],
    };
  }

  #effectOfSteps(
    element: string,
    interval: IntervalStart,
    steps: readonly CurtailmentStep[],
  ): Promise<Effect> {
    return this.#parts.grid.effect(
      interval,
      element,
      steps.map(step => ({ point: step.point, kw: sign(step.direction) * this.#kw(step.energyWh) })),
    );
  }

  #plants(interval: IntervalStart, slopes: Slopes): { readonly plant: Plant; readonly at: PlantAtPoint }[] {
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

  #relieves(slopes: Slopes, plant: Plant): boolean {
    return slopes.limit === 'voltage-low' ? plant.changePerKw > 0 : plant.changePerKw < 0;
  }

  #chosen(
    interval: IntervalStart,
    parts: readonly ChosenPart[],
  ):
    | { readonly parts: readonly { readonly offer: FlexibilityOffer; readonly energyWh: Wh }[] }
    | { readonly problem: string } {
    const open = new Map(this.#parts.market.openOffers(interval).map(o => [o.offer.id, o]));
    const chosen: { offer: FlexibilityOffer; energyWh: Wh }[] = [];
    for (const { offerId, energyWh } of parts) {
      const known = open.get(offerId);
      if (!known || energyWh > known.remainingWh || energyWh <= 0n)
        return {
          problem: `Offer ${offerId} is gone or has less than ${energyWh} Wh left: look at the offers again.`,
        };
      chosen.push({ offer: known.offer, energyWh });
    }
    return { parts: chosen };
  }

  #kw(energyWh: Wh): number {
    return Number(energyWh) / 1000 / this.#parts.intervalHours;
  }

  /** Rounded up to the step, never beyond what there is. */
  #wh(kw: number, availableWh: Wh): Wh {
    const wanted = BigInt(Math.ceil(kw * this.#parts.intervalHours * 1000));
    const rounded = ((wanted + STEP_WH - 1n) / STEP_WH) * STEP_WH;
    return rounded > availableWh ? availableWh : rounded;
  }

  #floorWh(kw: number): Wh {
    return BigInt(Math.max(0, Math.floor(kw * this.#parts.intervalHours * 1000)));
  }
}

/** Until then an order can be given: afterwards the contract refuses it. */
export function deliveryBeginsMs(interval: IntervalStart): MarketMs {
  return interval * 1000;
}

/** One point can have generation and load to curtail. */
function plantId(at: { readonly point: string; readonly legalRank: LegalRank }): string {
  return `${at.point} ${at.legalRank}`;
}

function sign(direction: Direction): 1 | -1 {
  return direction === 'up' ? 1 : -1;
}

/** As the contract rounds: down. */
function costOf(offer: FlexibilityOffer, energyWh: Wh): MicroEur {
  return (offer.priceMicroEurPerKwh * energyWh) / 1000n;
}

function compensationOf(rank: LegalRank, energyWh: Wh): MicroEur {
  return (compensationPerKwh(rank) * energyWh) / 1000n;
}

function noteOf(need: number, offers: number, clears: boolean): string {
  if (need === 0) return 'The element is within its limit in this interval: nothing needs to be bought.';
  if (offers === 0) return 'Nobody offers flexibility for this interval.';
  return clears
    ? 'The proposed set is the cheapest that clears the limit.'
    : 'All offers that relieve the element together do not clear the limit.';
}

function refused(reason: string): CommandAnswer {
  return { accepted: false, reason };
}

/** What the decision rested on, as a hash for the chain; the whole text is in the audit log's command. */
function evidenceOf(basis: unknown): string {
  const text = JSON.stringify(basis, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return createHash('sha256').update(text).digest('hex');
}
