/**
 * What the neighbouring operator has published about trades over its border: each way no more than so much in an interval, who
 * comes first is served first, and one small fee for every kilowatt-hour. Pure.
 */
import { id } from 'ethers';
import { DECISION, type VerdictEntry } from '../../contracts/bindings/index.ts';

export const BORDER_WH_MAX = 4_000n;
export const BORDER_FEE_MICRO_EUR_PER_KWH = 4_000n;

/** The verdict on a trade after `takenWh` of its interval and direction have passed. */
export function borderVerdict(index: number, askedWh: bigint, takenWh: bigint): VerdictEntry {
  const leftWh = BORDER_WH_MAX > takenWh ? BORDER_WH_MAX - takenWh : 0n;
  const energyWh = askedWh < leftWh ? askedWh : leftWh;
  const decision =
    energyWh === 0n ? DECISION.REJECTED : energyWh < askedWh ? DECISION.REDUCED : DECISION.ACCEPTED;
  return {
    index,
    decision,
    reasonCode: decision === DECISION.ACCEPTED ? WITHIN_LIMITS : LIMIT_WOULD_BE_VIOLATED,
    energyWh,
    feeMicroEur: (energyWh * BORDER_FEE_MICRO_EUR_PER_KWH) / 1000n,
    evidence: PUBLISHED,
  };
}

/** Hash of what it has published. */
const PUBLISHED = id(
  `Over the border each way at most ${BORDER_WH_MAX} Wh in an interval, first come, first served; fee ${BORDER_FEE_MICRO_EUR_PER_KWH} µ€/kWh.`,
);
/** As on chain. */
const WITHIN_LIMITS = 0;
const LIMIT_WOULD_BE_VIOLATED = 1;
