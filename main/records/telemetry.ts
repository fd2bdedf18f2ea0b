import type { MarketMs } from './units.ts';

/** Five qualities shown to humans (hmi.md); derived values inherit the worst of their inputs. */
export type Quality = 'good' | 'suspect' | 'bad' | 'substituted' | 'stale';

export interface Measured {
  /** Signal, e.g. `bus:12:vmPu`, `branch:trafo:3:pFromMw`. */
  readonly signal: string;
  readonly value: number;
  readonly atMs: MarketMs;
  readonly quality: Quality;
  readonly source: 'measured' | 'estimated' | 'substituted';
}
