/** The ranked offers, what is chosen of them, and the staircase of relief against need. */
import type { z } from 'zod';
import type { zOfferRow, zPart } from '../../preload/contract/flexibility.ts';

export type Offer = z.output<typeof zOfferRow>;
export type Part = z.output<typeof zPart>;

/** Energy taken of each offer, Wh; offers that are not in it are not taken. */
export type Choice = ReadonlyMap<string, bigint>;

/** The proposed cheapest set: what the screen starts from. */
export function proposedChoice(offers: readonly Offer[]): Choice {
  return new Map(
    offers.flatMap(offer => {
      const wh = BigInt(offer.proposedWh);
      return wh > 0n ? [[offer.id, wh] as const] : [];
    }),
  );
}

/** Takes an offer whole, or puts it back. */
export function toggled(choice: Choice, offer: Offer): Choice {
  const next = new Map(choice);
  if (!next.delete(offer.id)) next.set(offer.id, BigInt(offer.energyWh));
  return next;
}

/** In the order of the offers; nothing of zero energy. */
export function partsOf(offers: readonly Offer[], choice: Choice): Part[] {
  return offers.flatMap(offer => {
    const wh = choice.get(offer.id) ?? 0n;
    return wh > 0n ? [{ offerId: offer.id, energyWh: wh.toString() }] : [];
  });
}

export interface OfferRow {
  readonly offer: Offer;
  readonly takenWh: bigint;
  /** Relief of what is taken, and with all chosen offers before it, in the limit's unit. */
  readonly relief: number;
  readonly cumulative: number;
  /** Micro-euro for what is taken. */
  readonly costMicroEur: bigint;
}

/** Rows in the order of rank, with the running sum over what is chosen. */
export function offerRows(offers: readonly Offer[], choice: Choice): OfferRow[] {
  let cumulative = 0;
  return offers.map(offer => {
    const takenWh = choice.get(offer.id) ?? 0n;
    const relief = offer.relief * shareOf(offer, takenWh);
    cumulative += relief;
    return { offer, takenWh, relief, cumulative, costMicroEur: costOf(offer, takenWh) };
  });
}

/** Offers that relieve the element, and those that do not, to be folded away; each in the order of rank. */
export function byRelief(rows: readonly OfferRow[]): { relieving: OfferRow[]; others: OfferRow[] } {
  const relieves = (row: OfferRow) => row.offer.eurPerUnit !== null;
  return { relieving: rows.filter(relieves), others: rows.filter(row => !relieves(row)) };
}

export interface ChoiceSum {
  readonly offers: number;
  readonly energyWh: bigint;
  /** By offers' prices, before the console's own statement of cost. */
  readonly costMicroEur: bigint;
  /** Linear estimate, in the limit's unit. */
  readonly relief: number;
}

export function choiceSum(rows: readonly OfferRow[]): ChoiceSum {
  const taken = rows.filter(row => row.takenWh > 0n);
  return {
    offers: taken.length,
    energyWh: taken.reduce((sum, row) => sum + row.takenWh, 0n),
    costMicroEur: taken.reduce((sum, row) => sum + row.costMicroEur, 0n),
    relief: taken.at(-1)?.cumulative ?? 0,
  };
}

/** Step of the staircase: its part of the width (energy) and height (relief so far). */
export interface Stair {
  readonly id: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface Staircase {
  readonly stairs: readonly Stair[];
  /** Ends of the axes: kWh and the limit's unit. */
  readonly kwhMax: number;
  readonly reliefMax: number;
}

/** Chosen offers in rank order, each as wide as its energy and as high as its relief; need is always in the picture. */
export function staircase(rows: readonly OfferRow[], need: number): Staircase {
  const stairs: Stair[] = [];
  let [kwh, relief] = [0, 0];
  for (const row of rows) {
    if (row.takenWh === 0n) continue;
    const next = { kwh: kwh + Number(row.takenWh) / 1000, relief: relief + row.relief };
    stairs.push({ id: row.offer.id, x0: kwh, x1: next.kwh, y0: relief, y1: next.relief });
    [kwh, relief] = [next.kwh, next.relief];
  }
  return { stairs, kwhMax: Math.max(kwh, 1e-9), reliefMax: Math.max(relief, need, 1e-9) * 1.1 };
}

/** Exact up to a micro-euro, rounded up: the buyer never sees less than will be paid. */
function costOf(offer: Offer, wh: bigint): bigint {
  const product = wh * BigInt(offer.priceMicroEurPerKwh);
  return product <= 0n ? product / 1000n : (product + 999n) / 1000n;
}

function shareOf(offer: Offer, wh: bigint): number {
  const whole = Number(offer.energyWh);
  return whole === 0 ? 0 : Number(wh) / whole;
}
