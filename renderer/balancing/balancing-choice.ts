/** Power wanted → parts of usable offers in merit order, cheapest first, in what the market sells. */

import type { z } from 'zod';
import { PART_MIN_WH, PARTS_MAX, type zPart } from '../../preload/contract/flexibility.ts';
import { INTERVAL_S } from '../ui/times.ts';
import type { MeritRow } from './merit-rows.ts';

export interface BalancingChoice {
  readonly parts: readonly z.output<typeof zPart>[];
  readonly energyWh: bigint;
  readonly sellers: readonly string[];
  /** Parts in other areas. */
  readonly elsewhere: number;
  /** What the usable offers lack; 0: they suffice. */
  readonly missingWh: bigint;
}

export function balancingChoice(rows: readonly MeritRow[], kwWanted: number): BalancingChoice {
  const wantedWh = BigInt(Math.round((kwWanted * 1000 * INTERVAL_S) / 3600));
  const taken: { row: MeritRow; energyWh: bigint }[] = [];
  let leftWh = wantedWh;
  for (const row of rows) {
    if (leftWh <= 0n || taken.length === PARTS_MAX) break;
    if (row.offer.blockedBy !== null) continue;
    const energyWh = sold(leftWh, BigInt(row.offer.energyWh));
    taken.push({ row, energyWh });
    leftWh -= energyWh;
  }
  return {
    parts: taken.map(({ row, energyWh }) => ({ offerId: row.offer.offerId, energyWh: String(energyWh) })),
    energyWh: taken.reduce((sum, { energyWh }) => sum + energyWh, 0n),
    sellers: [...new Set(taken.map(({ row }) => row.offer.sellerName))],
    elsewhere: taken.filter(({ row }) => row.offer.elsewhere).length,
    missingWh: leftWh > 0n ? leftWh : 0n,
  };
}

/** "12.5" → 12.5; null: no power that could be ordered. */
export function kwTyped(text: string): number | null {
  const kw = Number(text.replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(kw) && kw > 0 && kw <= KW_MAX ? kw : null;
}

/** Two sellers and more are counted: a list of twenty is read by nobody. */
export function sellerWords(sellers: readonly string[]): string {
  const named = sellers.slice(0, SELLERS_NAMED).join(', ');
  return sellers.length <= SELLERS_NAMED ? named : `${named} and ${sellers.length - SELLERS_NAMED} more`;
}

/** Less than the least part is not sold, unless less is left of the offer: then all of it. */
function sold(wantedWh: bigint, offeredWh: bigint): bigint {
  const least = BigInt(PART_MIN_WH);
  const raised = wantedWh < least ? least : wantedWh;
  return raised < offeredWh ? raised : offeredWh;
}

const KW_MAX = 1_000_000;
const SELLERS_NAMED = 3;
