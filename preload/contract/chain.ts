import { z } from 'zod';
import { zMs, zNothing } from './common.ts';
import { query, stream } from './procedure.ts';

export const zStage = z.object({
  name: z.string(),
  ok: z.boolean(),
  ms: z.number(),
  expected: z.string().nullable(),
  got: z.string().nullable(),
});

export const zBlockRow = z.object({
  number: z.number().int(),
  hash: z.string(),
  atMs: zMs,
  proposer: z.string(),
  round: z.number().int(),
  seals: z.number().int(),
  transactions: z.number().int(),
  gasUsed: z.number(),
  stages: z.array(zStage),
});
export type BlockRow = z.output<typeof zBlockRow>;

export const zChainState = z.object({
  chainId: z.number().int(),
  /** 'embedded': a single-machine chain inside this console; 'remote': a consortium's. */
  kind: z.enum(['embedded', 'remote']),
  state: z.enum(['verified', 'catching-up', 'invalid', 'unreachable']),
  head: z.number().int(),
  headHash: z.string(),
  headAtMs: zMs,
  sinceLastBlockS: z.number(),
  blockPeriodS: z.number(),
  /** Block from which this console has executed everything itself. */
  executedFrom: z.number().int(),
  genesisHash: z.string(),
  contracts: z.array(z.object({ name: z.string(), address: z.string() })),
  validators: z.array(
    z.object({
      address: z.string(),
      name: z.string(),
      proposed: z.number().int(),
      /** Rounds that found no proposal, shared evenly by those who did not propose: an estimate, a round names nobody. */
      missed: z.number().int(),
    }),
  ),
  endpoints: z.array(
    z.object({
      url: z.string(),
      state: z.enum(['connected', 'lagging', 'lying', 'unreachable']),
      head: z.number().int(),
      note: z.string(),
    }),
  ),
  fault: z
    .object({
      stage: z.string(),
      code: z.string(),
      blockNumber: z.number().int(),
      blockHash: z.string(),
      expected: z.string(),
      got: z.string(),
      endpoint: z.string(),
      /** Unix ms of the wall clock: a fault is found when it is looked for, whatever the market's time. */
      foundAtMs: z.number(),
    })
    .nullable(),
});
export type ChainState = z.output<typeof zChainState>;

export const chain = {
  state: stream(zNothing, zChainState),
  blocks: query(
    z.object({ before: z.number().int().nullable(), limit: z.number().int().min(1).max(200) }),
    z.object({ blocks: z.array(zBlockRow) }),
  ),
};
