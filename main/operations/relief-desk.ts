/**
 * Relief for one element in one interval: offers ranked by what they cost per unit of relief, the cheapest set, its check by AC, the
 * purchase. Amounts in Wh and micro-euro; the mathematics is in grid-models/redispatch, the decision whether a set clears the limit is
 * the power flow's.
 */
import { cheapestRelief, needOf, rankOffers } from '../../grid-models/redispatch/relief.ts';
import { PARTS_MAX, reliefMin } from '../../preload/contract/flexibility.ts';
import type { Direction, FlexibilityOffer } from '../records/market.ts';
import type { IntervalStart, MicroEur, Wh } from '../records/units.ts';
import { type ChosenPart, chosenOffers, costOf } from './chosen-offers.ts';
import type { CommandAnswer, CommandDesk } from './command-desk.ts';
import { atRisk, type Effect, noEffect, obstacleOf, roomOf, type Slopes } from './element-state.ts';
import { deliveryBeginsMs, evidenceOf, kwOf, refused, STEP_WH, sign, soldWh, whOf } from './order-terms.ts';

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
      signal?: AbortSignal,
    ): Promise<{
      readonly restored: boolean;
      readonly kw: ReadonlyMap<string, number>;
      readonly optimal: boolean;
      readonly message: string;
    }>;
  };
  readonly market: {
    openOffers(
      interval: IntervalStart,
    ): readonly { readonly offer: FlexibilityOffer; readonly remainingWh: Wh }[];
  };
  readonly commands: Pick<CommandDesk, 'answerTo' | 'give'>;
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
      /** What there is to say of the set. */
      readonly note: string;
    };

export type EffectOfParts = Effect & { readonly costMicroEur: MicroEur };

/** What the desk buys: offers of other products are not for it. */
const PRODUCT = 'congestion';
/** Sets tried for one interval, each with what the one before missed; beyond, the interval counts as not clearable. */
const CLEARING_ROUNDS_MAX = 3;

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
  async clearing(
    element: string,
    interval: IntervalStart,
    first: OfferList,
    signal?: AbortSignal,
  ): Promise<ClearingSet> {
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
          ? this.#restoring(element, interval, obstacle, signal)
          : { problem: obstacle };
      const after = { ...atRisk(slopes), value: effect.after };
      if (needOf(after, 0) === 0)
        return {
          problem: null,
          parts,
          effect,
          sellers: new Set(proposed.map(o => o.offer.seller)).size,
          note: '',
        };
      if (!list.clears) return { problem: list.note };
      if (round === CLEARING_ROUNDS_MAX)
        return { problem: 'No set was found that clears the limit by the power flow.' };
      list = this.#offers(interval, slopes, list.need + needOf(after, roomOf(slopes)));
    }
  }

  /** @param obstacle why the set for the one element alone will not do */
  async #restoring(
    element: string,
    interval: IntervalStart,
    obstacle: string,
    signal: AbortSignal | undefined,
  ): Promise<ClearingSet> {
    const open = this.#open(interval);
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
      signal,
    );
    if (!found.restored) return { problem: `${obstacle} ${found.message}`.trim() };
    const taken = open.flatMap(({ offer, remainingWh }) => {
      const kw = found.kw.get(offer.id);
      return kw === undefined
        ? []
        : [
            {
              offer,
              energyWh: soldWh(BigInt(Math.round(kw * this.#parts.intervalHours * 1000)), remainingWh),
            },
          ];
    });
    if (taken.length > PARTS_MAX)
      return {
        problem: `${obstacle} For all limits it takes ${taken.length} offers, and one order carries ${PARTS_MAX}.`,
      };
    const parts = taken.map(({ offer, energyWh }) => ({ offerId: offer.id, energyWh }));
    const effect = await this.effectOfParts(element, interval, parts);
    const left = obstacleOf(effect, 'set');
    if (left !== null) return { problem: left };
    return {
      problem: null,
      parts,
      effect,
      sellers: new Set(taken.map(({ offer }) => offer.seller)).size,
      note: found.optimal ? '' : 'The time was up: a cheaper set may exist.',
    };
  }

  /** The power flow with a chosen set on top of the schedule, and what the set costs. */
  async effectOfParts(
    element: string,
    interval: IntervalStart,
    parts: readonly ChosenPart[],
  ): Promise<EffectOfParts> {
    const chosen = chosenOffers(this.#open(interval), parts);
    if ('problem' in chosen) return { ...noEffect(chosen.problem), costMicroEur: 0n };
    const effect = await this.#parts.grid.effect(
      interval,
      element,
      chosen.parts.map(({ offer, energyWh }) => ({
        point: offer.point,
        kw: sign(offer.direction) * this.#kw(energyWh),
      })),
    );
    return { ...effect, costMicroEur: costOf(chosen.parts) };
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
      { type: 'purchase-flexibility', interval, product: PRODUCT, parts, element, evidence },
      by,
      deliveryBeginsMs(interval),
    );
  }

  /** Offers of the interval, ranked, with the cheapest set that meets the need by the slopes. */
  #offers(interval: IntervalStart, slopes: Slopes, need: number): OfferList {
    const at = atRisk(slopes);
    const open = this.#open(interval);
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
          proposedWh: soldWh(
            whOf(proposed.get(r.id) ?? 0, this.#parts.intervalHours, known.remainingWh),
            known.remainingWh,
          ),
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

  #open(interval: IntervalStart) {
    return this.#parts.market.openOffers(interval).filter(({ offer }) => offer.product === PRODUCT);
  }

  #kw(energyWh: Wh): number {
    return kwOf(energyWh, this.#parts.intervalHours);
  }
}

function noteOf(need: number, offers: number, clears: boolean): string {
  if (need === 0) return 'The element is within its limit in this interval: nothing needs to be bought.';
  if (offers === 0) return 'Nobody offers flexibility for this interval.';
  return clears
    ? 'The proposed set is the cheapest that clears the limit.'
    : 'All offers that relieve the element together do not clear the limit.';
}
