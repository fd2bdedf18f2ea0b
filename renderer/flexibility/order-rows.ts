/** Orders with the way they have gone: recorded here, sent to the chain, included in a block. */
import type { z } from 'zod';
import type { zOrderRow } from '../../preload/contract/flexibility.ts';

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

/** Newest first. */
export function orderRows(orders: readonly Order[]): Order[] {
  return [...orders].sort((a, b) => b.atMs - a.atMs);
}
