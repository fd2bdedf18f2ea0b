/** What an audit entry says, as one plain sentence; the record itself stays in its detail. */
import { z } from 'zod';
import type { AuditRow } from '../../preload/contract/audit.ts';
import { zAmount, zDecision, zInterval } from '../../preload/contract/common.ts';
import { shortHash } from '../trades/trade-rows.ts';
import { formatEuro, formatKwh, sumAmounts } from '../ui/amounts.ts';
import { formatNumber } from '../ui/numbers.ts';
import { formatDelivery } from '../ui/times.ts';

type Entry = Pick<AuditRow, 'action' | 'detail' | 'costMicroEur'>;

/** An action that is not known here, or a detail of another form, is shown as it was written. */
export function auditWords(entry: Entry): string {
  return SENTENCES.get(entry.action)?.(entry) ?? entry.detail;
}

/** The detail over several lines; text that is no JSON as it is. */
export function prettyDetail(detail: string): string {
  const value = parsed(detail);
  return value === undefined ? detail : JSON.stringify(value, null, 2);
}

function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @returns null where the detail is not of the form that the action is written with */
function sentence<S extends z.ZodType>(
  schema: S,
  say: (detail: z.output<S>, entry: Entry) => string,
): (entry: Entry) => string | null {
  return entry => {
    const detail = schema.safeParse(parsed(entry.detail));
    return detail.success ? say(detail.data, entry) : null;
  };
}

/** "12 trades: 10 accepted, 1 reduced, 1 rejected" */
function verdictWords(verdicts: readonly { decision: string }[]): string {
  const counts = ['accepted', 'reduced', 'rejected', 'held'].flatMap(decision => {
    const count = verdicts.filter(v => v.decision === decision).length;
    return count === 0 ? [] : [`${count} ${decision}`];
  });
  return `${counted(verdicts.length, 'trade')}: ${counts.join(', ')}`;
}

/** "Wed 14 Jan 18:45–19:00", or from the first to the last of several. */
function intervalWords(intervals: readonly number[]): string {
  const [first, last] = [Math.min(...intervals), Math.max(...intervals)];
  return first === last ? formatDelivery(first) : `${formatDelivery(first)} to ${formatDelivery(last)}`;
}

function counted(count: number, noun: string): string {
  return `${formatNumber(count, 0)} ${noun}${count === 1 ? '' : 's'}`;
}

function energyWords(parts: readonly { energyWh: string }[]): string {
  return `${formatKwh(sumAmounts(parts.map(p => p.energyWh)))} kWh`;
}

const zAnswer = z.object({
  interval: zInterval,
  parts: z.array(z.object({ point: z.string(), energyWh: zAmount })).min(1),
  reason: z.string(),
});
const zMove = z.object({ transactionHash: z.string().nullable(), failure: z.string().nullable() });
const transaction = sentence(zMove, ({ transactionHash }) =>
  transactionHash === null ? 'without a transaction' : `transaction ${shortHash(transactionHash)}`,
);
const failure = sentence(zMove, ({ failure: why }) => why ?? 'no reason given');

const SENTENCES: ReadonlyMap<string, (entry: Entry) => string | null> = new Map(
  Object.entries({
    'give-verdicts': sentence(
      z.object({ verdicts: z.array(z.object({ decision: zDecision })).min(1) }),
      ({ verdicts }) => verdictWords(verdicts),
    ),
    'purchase-flexibility': sentence(
      z.object({
        element: z.string(),
        interval: zInterval,
        parts: z.array(z.object({ energyWh: zAmount })).min(1),
      }),
      ({ element, interval, parts }, { costMicroEur }) =>
        `${energyWords(parts)} of ${counted(parts.length, 'offer')} for ${element || 'the balance of the system'}, ${formatDelivery(interval)}, ${
          costMicroEur === null ? 'cost not known here' : `${formatEuro(costMicroEur, 2)} €`
        }`,
    ),
    'confirm-flexibility': sentence(
      zAnswer,
      ({ interval, parts, reason }) =>
        `${energyWords(parts)} at ${parts.map(p => p.point).join(', ')}, ${formatDelivery(interval)}: ${reason}`,
    ),
    'refuse-flexibility': sentence(
      zAnswer.extend({ reasonCode: z.number() }),
      ({ interval, parts, reasonCode, reason }) =>
        `${energyWords(parts)} at ${parts.map(p => p.point).join(', ')}, ${formatDelivery(interval)}, reason ${reasonCode}: ${reason}`,
    ),
    'object-to-batch': sentence(
      z.object({ batchId: z.string(), interval: zInterval, problem: z.string() }),
      ({ batchId, interval, problem }) => `batch ${batchId} for ${formatDelivery(interval)}: ${problem}`,
    ),
    curtail: sentence(
      z.object({
        element: z.string(),
        reason: z.string(),
        terms: z
          .array(z.object({ interval: zInterval, energyWh: zAmount, compensationMicroEur: zAmount }))
          .min(1),
      }),
      ({ element, reason, terms }) =>
        `${energyWords(terms)} at ${counted(terms.length, 'point')} for ${element}, ${intervalWords(
          terms.map(t => t.interval),
        )}, ${formatEuro(sumAmounts(terms.map(t => t.compensationMicroEur)), 2)} € compensation: ${reason}`,
    ),
    'command-sent': transaction,
    'command-included': transaction,
    'command-failed': failure,
    'command-expired': failure,
    'acknowledge-alarm': sentence(z.object({ title: z.string() }), ({ title }) => title),
    'shelve-alarm': sentence(
      z.object({ minutes: z.number(), reason: z.string() }),
      ({ minutes, reason }) => `for ${formatNumber(minutes, 0)} min: ${reason}`,
    ),
    'console-started': sentence(
      z.object({ scenario: z.string(), seed: z.number(), speed: z.number() }),
      ({ scenario, seed, speed }) => `scenario ${scenario}, seed ${seed}, ${speed} × speed`,
    ),
  }),
);
