/**
 * The least curtailment that brings an element back inside its limit, in the legal order of Reg. (EU) 2019/943 Art. 13(6):
 * conventional generation, then high-efficiency CHP, then renewables, self-consumed energy only when nothing else works. Load is
 * last here: shedding it is no redispatch, it is what remains. No rank is skipped silently.
 */
import { type ElementAtRisk, reliefPerKw } from './relief.ts';

export const LEGAL_ORDER = ['conventional', 'chp', 'renewable', 'self-consumption', 'load'] as const;
export type LegalRank = (typeof LEGAL_ORDER)[number];

export interface Plant {
  readonly id: string;
  readonly rank: LegalRank;
  /** Most that can be taken from it, kW, positive. */
  readonly kwMax: number;
  /** Change of the element's value per kW curtailed, in its unit. */
  readonly changePerKw: number;
}

export interface CurtailmentPart {
  readonly id: string;
  readonly rank: LegalRank;
  readonly kw: number;
  readonly relief: number;
}

/** Rank by rank; inside a rank the most effective first, so that the least is curtailed. */
export function leastCurtailment(
  element: ElementAtRisk,
  plants: readonly Plant[],
  need: number,
): { readonly parts: readonly CurtailmentPart[]; readonly relief: number; readonly clears: boolean } {
  const parts: CurtailmentPart[] = [];
  let relief = 0;
  for (const rank of LEGAL_ORDER) {
    const effective = plants
      .filter(plant => plant.rank === rank && reliefPerKw(element, plant.changePerKw) > 0)
      .sort(
        (a, b) =>
          reliefPerKw(element, b.changePerKw) - reliefPerKw(element, a.changePerKw) || (a.id < b.id ? -1 : 1),
      );
    for (const plant of effective) {
      if (relief >= need) break;
      const perKw = reliefPerKw(element, plant.changePerKw);
      const kw = Math.min(plant.kwMax, (need - relief) / perKw);
      if (!(kw > 0)) continue;
      parts.push({ id: plant.id, rank, kw, relief: perKw * kw });
      relief += perKw * kw;
    }
  }
  return { parts, relief, clears: relief >= need * (1 - ROUNDING) };
}

/** Ranks before the last one chosen in which something that relieves is left untouched: skipping them needs a reason in words. */
export function skippedRanks(
  element: ElementAtRisk,
  plants: readonly Plant[],
  chosenKw: ReadonlyMap<string, number>,
): LegalRank[] {
  const chosen = plants.filter(plant => (chosenKw.get(plant.id) ?? 0) > 0);
  const last = Math.max(-1, ...chosen.map(plant => LEGAL_ORDER.indexOf(plant.rank)));
  const left = plants.filter(
    plant =>
      LEGAL_ORDER.indexOf(plant.rank) < last &&
      reliefPerKw(element, plant.changePerKw) > 0 &&
      (chosenKw.get(plant.id) ?? 0) < plant.kwMax * (1 - ROUNDING_CHOSEN),
  );
  return LEGAL_ORDER.filter(rank => left.some(plant => plant.rank === rank));
}

const ROUNDING = 1e-9;
/** Orders are rounded to whole Wh: a plant taken up to that counts as used up. */
const ROUNDING_CHOSEN = 1e-3;
