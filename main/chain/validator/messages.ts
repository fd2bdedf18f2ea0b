/** What the follower's thread and the main thread say to each other. */
import type { BlockSummary, ChainFollowerStatus, MarketTime, VerifiedBlock } from '../follower.ts';

export interface FollowerConfiguration {
  readonly endpoints: readonly { readonly url: string; readonly wsUrl: string | null }[];
  /** The parsed genesis file. */
  readonly genesis: unknown;
  /** SQLite file of the verified chain; made when missing. */
  readonly databaseFile: string;
  readonly time: MarketTime | null;
  readonly pollMs: number;
}

export type ToFollowerWorker =
  | { readonly kind: 'deliver'; readonly after: number }
  | { readonly kind: 'delivered'; readonly number: number }
  | { readonly kind: 'block'; readonly id: number; readonly number: number }
  | { readonly kind: 'blocks'; readonly id: number; readonly from: number; readonly count: number }
  | { readonly kind: 'close' };

export type FromFollowerWorker =
  | { readonly kind: 'ready'; readonly status: ChainFollowerStatus }
  | { readonly kind: 'status'; readonly status: ChainFollowerStatus }
  | { readonly kind: 'verified'; readonly block: VerifiedBlock }
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly value: VerifiedBlock | null | readonly BlockSummary[];
    }
  | { readonly kind: 'failed'; readonly reason: string };
