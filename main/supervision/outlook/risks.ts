/** Limits at risk: from the summaries of coming intervals to one risk per element, limit and run of intervals beyond it. Pure. */
import type { Risk } from '../../records/supervision.ts';
import type { IntervalSummary, NearLimit } from '../solver/grid-core.ts';

/**
 * @param summaries of the running and coming intervals, ascending, each following the one before
 * @param running   start of the interval in delivery: a limit violated in it is violated now, not foreseen
 */
export function risksOf(
  summaries: readonly IntervalSummary[],
  running: number,
  intervalSeconds: number,
): Risk[] {
  const runs = new Map<string, Run[]>();
  for (const summary of summaries) {
    for (const near of summary.near) {
      if (near.margin >= 0) continue;
      const key = `${near.element} ${near.limit}`;
      const known = runs.get(key) ?? [];
      const run = known.at(-1);
      if (run && run.last >= summary.interval - GAP_INTERVALS_MAX * intervalSeconds) {
        run.last = summary.interval;
        run.violated++;
        if (near.used > run.worst.used) {
          run.worst = near;
          run.worstInterval = summary.interval;
        }
      } else
        known.push({
          first: summary.interval,
          last: summary.interval,
          worst: near,
          worstInterval: summary.interval,
          violated: 1,
        });
      runs.set(key, known);
    }
  }
  return [...runs.values()]
    .flat()
    .map(({ first, last, worst, worstInterval, violated }): Risk => {
      const isNow =
        first <= running &&
        summaries
          .find(s => s.interval === running)
          ?.near.some(n => n.element === worst.element && n.limit === worst.limit && n.margin < 0);
      return {
        // The run's end is the part that moves least while time passes: its id stays with it.
        id: `${worst.element} ${worst.limit} ${last}`,
        element: worst.element,
        limit: worst.limit,
        segment: worst.segment,
        fromInterval: first,
        toInterval: last,
        worstInterval,
        worstValue: worst.value,
        violatedIntervals: violated,
        limitValue: worst.limitValue,
        unit: worst.unit,
        severity: isNow ? 'violated' : 'foreseen',
      };
    })
    .sort((a, b) => urgency(a) - urgency(b) || a.fromInterval - b.fromInterval || (a.id < b.id ? -1 : 1));
}

interface Run {
  readonly first: number;
  last: number;
  worst: NearLimit;
  worstInterval: number;
  violated: number;
}

const urgency = (risk: Risk): number => (risk.severity === 'violated' ? 0 : 1);

/** An interval that was relieved in the middle of a peak, or holds by a hair, does not make two risks of it. */
const GAP_INTERVALS_MAX = 4;
