/** What orders of flexibility and of curtailment share: energy in steps, until when, on what evidence. Pure. */
import { createHash } from 'node:crypto';
import { PART_MIN_WH } from '../../preload/contract/flexibility.ts';
import type { Direction } from '../records/market.ts';
import type { IntervalStart, MarketMs, Wh } from '../records/units.ts';
import type { CommandAnswer } from './command-desk.ts';

/** Offers and curtailments are taken in whole 10 Wh, rounded up. */
export const STEP_WH = 10n;
const ROUNDING_WH = 1e-6;

/** More injection is positive. */
export function sign(direction: Direction): 1 | -1 {
  return direction === 'up' ? 1 : -1;
}

export function kwOf(energyWh: Wh, hours: number): number {
  return Number(energyWh) / 1000 / hours;
}

/** Rounded up to the step, never beyond what there is. */
export function whOf(kw: number, hours: number, availableWh: Wh): Wh {
  // What is in whole steps already stays: a step more can be what another limit does not have.
  const wanted = BigInt(Math.ceil(kw * hours * 1000 - ROUNDING_WH));
  const rounded = ((wanted + STEP_WH - 1n) / STEP_WH) * STEP_WH;
  return rounded > availableWh ? availableWh : rounded;
}

/** Raised to what the contract sells. */
export function soldWh(energyWh: Wh, remainingWh: Wh): Wh {
  const least = BigInt(PART_MIN_WH);
  if (energyWh <= 0n || energyWh >= least) return energyWh;
  return remainingWh < least ? remainingWh : least;
}

/** All of it in whole Wh. */
export function wholeWhOf(kw: number, hours: number): Wh {
  return BigInt(Math.max(0, Math.floor(kw * hours * 1000)));
}

/** Until then an order can be given: afterwards the contract refuses it. */
export function deliveryBeginsMs(interval: IntervalStart): MarketMs {
  return interval * 1000;
}

/** What the decision rested on, as a hash for the chain; the whole text is in the audit log's command. */
export function evidenceOf(basis: unknown): string {
  const text = JSON.stringify(basis, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return createHash('sha256').update(text).digest('hex');
}

export function refused(reason: string): CommandAnswer {
  return { accepted: false, reason };
}
