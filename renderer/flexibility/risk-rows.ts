/** Limits at risk in words and order: violated before foreseen, then the earliest, then the worst. */
import type { z } from 'zod';
import type { zRisk } from '../../preload/contract/common.ts';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { formatInterval, INTERVAL_S } from '../ui/times.ts';
import { isUpper } from './effect-words.ts';

export type Risk = z.output<typeof zRisk>;

export function riskRows(risks: readonly Risk[]): Risk[] {
  const rank = { violated: 0, foreseen: 1 } as const;
  return [...risks].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] || a.fromInterval - b.fromInterval || overshoot(b) - overshoot(a),
  );
}

/** How far beyond the limit, as share of it. */
export function overshoot(risk: Pick<Risk, 'worstValue' | 'limitValue'>): number {
  return Math.abs(risk.worstValue - risk.limitValue) / Math.abs(risk.limitValue || 1);
}

/** "112.4 % of 100 % allowed, 18:15–19:00" */
export function riskWords(risk: Risk): string {
  const d = decimalsOf(risk.unit);
  return `${formatNumber(risk.worstValue, d)} ${risk.unit} (limit ${formatNumber(risk.limitValue, d)}), ${riskTime(risk)}`;
}

/** "8 intervals are above the limit, 16:30–18:30": how long the risk lasts, and how much of it is beyond the limit. */
export function periodWords(risk: Risk): string {
  const count = riskIntervals(risk, INTERVAL_S).length;
  const beyond = risk.violatedIntervals;
  const window = riskTime(risk);
  const side = isUpper(risk.limit) ? 'above' : 'below';
  const which = beyond === count ? `${count} intervals` : `${beyond} of ${count} intervals at risk`;
  return `${which} ${beyond === 1 ? 'is' : 'are'} ${side} the limit, ${window}.`;
}

/** No risk is only said where every interval was solved. */
export function noRiskWords(unknownIntervals: number): { what: string; how: string } {
  return unknownIntervals === 0
    ? {
        what: 'No limit is at risk.',
        how: 'When a forecast or a measurement passes a limit, it stands here with its element, its time and how far it goes.',
      }
    : {
        what: 'Whether a limit is at risk is not known.',
        how: `${unknownIntervals} of the coming intervals ${unknownIntervals === 1 ? 'has' : 'have'} no solved state yet. After a start this takes some seconds; if it stays, look at Alarms.`,
      };
}

/** From the start of the first interval to the end of the last: 16:30–18:30 */
export function riskTime({ fromInterval, toInterval }: Risk): string {
  return formatInterval(fromInterval, toInterval - fromInterval + INTERVAL_S);
}

/** Delivery intervals of the risk, to choose one of them. */
export function riskIntervals(risk: Risk, intervalS: number): number[] {
  const count = Math.floor((risk.toInterval - risk.fromInterval) / intervalS) + 1;
  return Array.from(
    { length: Math.min(Math.max(count, 1), 192) },
    (_, k) => risk.fromInterval + k * intervalS,
  );
}

/** The risk the operator means: the one at the selected element, else the first. */
export function chosenRisk(risks: readonly Risk[], element: string | null): Risk | null {
  return risks.find(risk => risk.element === element) ?? riskRows(risks)[0] ?? null;
}
