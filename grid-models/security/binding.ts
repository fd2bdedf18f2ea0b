/** Which limit binds: the element, its value, its limit and the distance between them. */
import type { JudgedLeg, Leg } from './legs.ts';
import type { LimitClass, LimitKind } from './limits.ts';
import { elementOf, firstToBind, limitValues, type Watch, type WatchedLimit } from './watch.ts';

/** The limit that binds, in the words of the console's records. */
export interface Binding {
  readonly limit: LimitKind;
  readonly limitClass: LimitClass;
  readonly element: string;
  readonly value: number;
  readonly limitValue: number;
  /** Distance to the limit; negative: violated. */
  readonly margin: number;
  readonly unit: 'p.u.' | '%';
  readonly leg: Leg;
}

/** Of all legs the limit that would bind first if the trade were larger; null when none moves towards a limit. */
export function firstBinding(
  watchOf: (leg: Leg) => Watch,
  before: Float64Array,
  legs: readonly JudgedLeg[],
): Binding | null {
  let share = 0;
  let found: Binding | null = null;
  for (const { leg, values } of legs) {
    const w = watchOf(leg);
    const first = firstToBind(w, before, values);
    if (!first || first.share <= share) continue;
    share = first.share;
    found = bindingOf(w, first.limit, values[first.limit.row]!, leg);
  }
  return found;
}

export function bindingOf(w: Watch, at: WatchedLimit, value: number, leg: Leg): Binding {
  const { given } = limitValues(w, at);
  return {
    limit: at.limit,
    limitClass: w.limitClass,
    element: elementOf(w, at.row),
    value,
    limitValue: given,
    margin: at.limit === 'voltage-low' ? value - given : given - value,
    unit: at.row < w.node.length ? 'p.u.' : '%',
    leg,
  };
}
