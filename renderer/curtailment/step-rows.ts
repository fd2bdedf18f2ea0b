/** The curtailment in the legal order: rank by rank, what is taken of what could be taken, and what a deviation needs. */
import type { z } from 'zod';
import type { zCurtailmentStep } from '../../preload/contract/flexibility.ts';

export type Step = z.output<typeof zCurtailmentStep>;
export type LegalRank = Step['legalRank'];

/** Order in which installations are touched; customers' own consumption and loads only when nothing else is left. */
export const LEGAL_ORDER: readonly { readonly rank: LegalRank; readonly word: string }[] = [
  { rank: 'conventional', word: 'Conventional generation' },
  { rank: 'chp', word: 'Combined heat and power' },
  { rank: 'renewable', word: 'Renewable generation' },
  { rank: 'self-consumption', word: 'Generation for own consumption' },
  { rank: 'load', word: 'Loads' },
];

/** Wh by point; points that are not in it stay as proposed. */
export type Changed = ReadonlyMap<string, bigint>;

export interface RankRows {
  readonly rank: LegalRank;
  readonly word: string;
  readonly rows: readonly { readonly step: Step; readonly takenWh: bigint }[];
}

/** Every rank of the law, those without an installation too, so that none is passed over unseen. */
export function rankRows(steps: readonly Step[], changed: Changed): RankRows[] {
  return LEGAL_ORDER.map(({ rank, word }) => ({
    rank,
    word,
    rows: steps
      .filter(step => step.legalRank === rank)
      .map(step => ({ step, takenWh: takenOf(step, changed) })),
  }));
}

export function takenOf(step: Step, changed: Changed): bigint {
  return changed.get(step.point) ?? BigInt(step.energyWh);
}

/** Typed kWh as Wh within what is available; null when it is not a number. */
export function typedWh(text: string, step: Step): bigint | null {
  const match = /^\s*(\d+)(?:[.,](\d{0,3}))?\s*$/.exec(text);
  if (!match) return null;
  const wh = BigInt(match[1]!) * 1000n + BigInt((match[2] ?? '').padEnd(3, '0'));
  const available = BigInt(step.availableWh);
  return wh > available ? available : wh;
}

/** Ranks of which less is taken than proposed although a later rank is touched: the proposal itself skips none. */
export function skippedRanks(steps: readonly Step[], changed: Changed): string[] {
  const at = (rank: LegalRank) => LEGAL_ORDER.findIndex(entry => entry.rank === rank);
  const last = Math.max(-1, ...steps.filter(s => takenOf(s, changed) > 0n).map(s => at(s.legalRank)));
  const short = new Set(
    steps
      .filter(step => takenOf(step, changed) < BigInt(step.energyWh) && at(step.legalRank) < last)
      .map(step => step.legalRank),
  );
  return LEGAL_ORDER.filter(entry => short.has(entry.rank)).map(entry => entry.word);
}

export interface CurtailmentSum {
  readonly energyWh: bigint;
  readonly compensationMicroEur: bigint;
  readonly installations: number;
  /** False as soon as anything differs from the proposal that was checked by AC. */
  readonly asProposed: boolean;
}

/** Compensation in proportion to the energy taken, rounded up: the operator never sees less than will be owed. */
export function curtailmentSum(steps: readonly Step[], changed: Changed): CurtailmentSum {
  let energyWh = 0n;
  let compensationMicroEur = 0n;
  let installations = 0;
  for (const step of steps) {
    const taken = takenOf(step, changed);
    if (taken === 0n) continue;
    energyWh += taken;
    installations++;
    compensationMicroEur += compensationOf(step, taken);
  }
  const asProposed = steps.every(step => takenOf(step, changed) === BigInt(step.energyWh));
  return { energyWh, compensationMicroEur, installations, asProposed };
}

export function compensationOf(step: Step, takenWh: bigint): bigint {
  const proposed = BigInt(step.energyWh);
  if (takenWh === proposed) return BigInt(step.compensationMicroEur);
  // Nothing was proposed of it: its rate is not known here, the console states it when it records the order.
  if (proposed === 0n) return 0n;
  return (BigInt(step.compensationMicroEur) * takenWh + proposed - 1n) / proposed;
}

export interface Reasons {
  readonly reason: string;
  readonly overMarket: string;
  readonly overRank: string;
}

const REASON_MIN = 10;
const REASON_MAX = 400;

/** What still has to be typed, in words; null when the reasons are complete. */
export function reasonMissing(reasons: Reasons, needs: { market: boolean; rank: boolean }): string | null {
  if (reasons.reason.trim().length < REASON_MIN) return 'Type the reason (10 characters at least).';
  if (needs.market && reasons.overMarket.trim().length < REASON_MIN)
    return 'Type why the market is passed over.';
  if (needs.rank && reasons.overRank.trim().length < REASON_MIN) return 'Type why a rank is passed over.';
  if (composedReason(reasons, needs).length > REASON_MAX)
    return `The reasons together are longer than ${REASON_MAX} characters.`;
  return null;
}

/** One text for the record, each part named. */
export function composedReason(reasons: Reasons, needs: { market: boolean; rank: boolean }): string {
  return [
    reasons.reason.trim(),
    ...(needs.market ? [`Market passed over: ${reasons.overMarket.trim()}`] : []),
    ...(needs.rank ? [`Rank passed over: ${reasons.overRank.trim()}`] : []),
  ].join(' | ');
}
