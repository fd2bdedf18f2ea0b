import type { Output } from '../session/client.ts';

/** The console's least curtailment in the legal order for one limit and interval. */
export type Proposal = Output<'curtailment', 'proposal'>;
