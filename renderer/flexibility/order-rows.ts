/** Orders with the way they have gone: recorded here, sent to the chain, included in a block. */
import type { z } from 'zod';
import type { zOrderRow } from '../../preload/contract/flexibility.ts';
import { formatKwh } from '../ui/amounts.ts';

export type Order = z.output<typeof zOrderRow>;

const STEPS = ['recorded', 'sent', 'included'] as const;

export interface OrderProgress {
  readonly word: string;
  readonly done: boolean;
}

/** The three steps with those done; a failed or expired order says so in place of what never came. */
export function orderProgress(state: Order['state']): OrderProgress[] {
  if (state === 'failed' || state === 'expired') {
    return [
      { word: 'recorded', done: true },
      { word: state, done: true },
    ];
  }
  const reached = STEPS.indexOf(state);
  return STEPS.map((word, at) => ({ word, done: at <= reached }));
}

export function orderTone(state: Order['state']): 'plain' | 'good' | 'red' {
  if (state === 'failed' || state === 'expired') return 'red';
  return state === 'included' ? 'good' : 'plain';
}

/** Orders for the same limit that no forecast knows yet: bought or curtailed again, the relief would be paid twice. */
export function underWay(orders: readonly Order[], element: string, interval: number): Order[] {
  return orders.filter(
    order =>
      order.element === element &&
      order.interval === interval &&
      (order.state === 'recorded' || order.state === 'sent'),
  );
}

/** "29.750 kWh recorded, 2.000 kWh sent: not in the forecast yet" */
export function underWayWords(orders: readonly Order[]): string | null {
  if (orders.length === 0) return null;
  return `${orders.map(o => `${formatKwh(o.energyWh)} kWh ${o.kind} ${o.state}`).join(', ')}: not in the forecast yet`;
}

/** A command whose answer did not arrive. Its token is the order's id: given again, it acts once. */
export function brokenLine(failure: { readonly message: string } | undefined): string | null {
  return failure === undefined
    ? null
    : `${failure.message} Whether it was recorded is not known; confirming again with this dialog cannot order twice.`;
}

/** Newest first. */
export function orderRows(orders: readonly Order[]): Order[] {
  return [...orders].sort((a, b) => b.atMs - a.atMs);
}
