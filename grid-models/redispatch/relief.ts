/**
 * The cheapest set of flexibility offers that brings one element back inside its limit.
 *
 * About a solved state the value y of the element changes by s_k per kW of offer k (sensitivity/voltage-and-flow.ts). With relief
 * r_k = ∓s_k (towards the inside of the limit), cost c_k per kWh and at most P_k kW, the programme
 *
 *     min Σ c_k p_k    so that  Σ r_k p_k ≥ need,  0 ≤ p_k ≤ P_k
 *
 * has one constraint: a continuous knapsack, solved exactly by taking offers in the order of c_k / r_k (Dantzig 1957). Slopes are
 * exact only at the state; whether the set clears the limit is decided by AC afterwards.
 */

/** Where the element stands. */
export interface ElementAtRisk {
  readonly value: number;
  readonly limitValue: number;
  /** true: the limit is a lower one (low voltage). */
  readonly isLower: boolean;
}

export interface ReliefOffer {
  readonly id: string;
  /** Most that can be activated, kW, positive. */
  readonly kwMax: number;
  readonly eurPerKwh: number;
  /** Change of the element's value per kW activated, in its unit. */
  readonly changePerKw: number;
}

export interface RankedOffer extends ReliefOffer {
  /** Relief if all of it is taken, in the element's unit; negative: it makes things worse. */
  readonly relief: number;
  /** Euro per hour and unit of relief; null: it does not relieve. */
  readonly eurPerUnitHour: number | null;
}

export interface ReliefSet {
  readonly parts: readonly { readonly id: string; readonly kw: number }[];
  readonly relief: number;
  readonly eurPerHour: number;
  /** By the slopes. */
  readonly clears: boolean;
}

/** How far the element must move, in its unit; 0 when it is inside its limit with the room asked for. */
export function needOf(element: ElementAtRisk, room: number): number {
  const over = element.isLower ? element.limitValue - element.value : element.value - element.limitValue;
  return Math.max(0, over + room);
}

/** Cheapest relief first; offers without effect last. Ties by relief, then by id: the same order everywhere. */
export function rankOffers(element: ElementAtRisk, offers: readonly ReliefOffer[]): RankedOffer[] {
  return offers
    .map((offer): RankedOffer => {
      const perKw = reliefPerKw(element, offer.changePerKw);
      return {
        ...offer,
        relief: perKw * offer.kwMax,
        eurPerUnitHour: perKw > 0 ? offer.eurPerKwh / perKw : null,
      };
    })
    .sort(
      (a, b) =>
        (a.eurPerUnitHour ?? Number.POSITIVE_INFINITY) - (b.eurPerUnitHour ?? Number.POSITIVE_INFINITY) ||
        b.relief - a.relief ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
}

/** @param ranked as `rankOffers` gives them */
export function cheapestRelief(
  element: ElementAtRisk,
  ranked: readonly RankedOffer[],
  need: number,
): ReliefSet {
  const parts: { id: string; kw: number }[] = [];
  let relief = 0;
  let eurPerHour = 0;
  for (const offer of ranked) {
    if (relief >= need || offer.eurPerUnitHour === null) break;
    const perKw = reliefPerKw(element, offer.changePerKw);
    const kw = Math.min(offer.kwMax, (need - relief) / perKw);
    if (!(kw > 0)) continue;
    parts.push({ id: offer.id, kw });
    relief += perKw * kw;
    eurPerHour += offer.eurPerKwh * kw;
  }
  return { parts, relief, eurPerHour, clears: relief >= need * (1 - ROUNDING) };
}

/** Relief of 1 kW, towards the inside of the limit. */
export function reliefPerKw(element: Pick<ElementAtRisk, 'isLower'>, changePerKw: number): number {
  return element.isLower ? changePerKw : -changePerKw;
}

/** The last part is cut to the need exactly; its sum may fall short by rounding. */
const ROUNDING = 1e-9;
