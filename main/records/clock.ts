import type { MarketMs } from './units.ts';

/** Market time: the time of blocks, gates and deliveries. Only console.ts makes one. */
export interface Clock {
  nowMs(): MarketMs;
}
