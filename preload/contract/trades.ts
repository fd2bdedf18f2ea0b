import { z } from 'zod';
import {
  zAmount,
  zBinding,
  zCommandAnswer,
  zConfirmToken,
  zDecision,
  zIntentState,
  zInterval,
  zMs,
  zNothing,
  zTradeKind,
} from './common.ts';
import { command, query, stream } from './procedure.ts';

export const zTradeRow = z.object({
  id: z.string(),
  kind: zTradeKind,
  interval: zInterval,
  gateClosesAtMs: zMs,
  sellerPoint: z.string(),
  buyerPoint: z.string(),
  /** Area and operator of an end that is not in this network; null: it is. */
  sellerPlace: z.string().nullable(),
  buyerPlace: z.string().nullable(),
  sellerName: z.string(),
  buyerName: z.string(),
  energyWh: zAmount,
  safeWh: zAmount.nullable(),
  priceMicroEurPerKwh: zAmount,
  decision: zDecision,
  decidedBy: z.enum(['bound', 'ac', 'none']).nullable(),
  /** One sentence. */
  reason: z.string(),
  binding: zBinding.nullable(),
  feeMicroEur: zAmount.nullable(),
  /** decided here → on chain → settled. */
  record: z.enum(['none', 'decided', 'on-chain', 'settled']),
});
export type TradeRow = z.output<typeof zTradeRow>;

export const zTradeFilter = z.object({
  decision: z.array(zDecision).optional(),
  interval: zInterval.optional(),
  element: z.string().optional(),
  text: z.string().max(100).optional(),
});

export const zTradeSort = z.object({
  by: z.enum(['id', 'interval', 'energyWh', 'price', 'decision', 'margin']),
  descending: z.boolean(),
});

/** Both ways speak of the grid with the trade in it. Power into a branch at its from end; rows are those of the topology. */
export const zTradeFootprint = z.discriminatedUnion('solved', [
  z.object({ solved: z.literal(false), missing: z.string() }),
  z.object({
    solved: z.literal(true),
    kw: z.number(),
    /** Part of the schedule; otherwise on top of it, as if it ran. */
    scheduled: z.boolean(),
    /** Only those that matter, the most affected first. */
    branches: z.array(
      z.object({
        branch: z.number().int(),
        flowKw: z.number(),
        /** Change that the trade causes, and the part of the flow that is the trade's. */
        bySensitivityKw: z.number(),
        byTracingKw: z.number(),
      }),
    ),
    /** Losses of the whole grid that it causes, and those that fall to it. */
    lossesKw: z.number(),
    lossesByTracingKw: z.number(),
    /** Where it changes the voltage most. */
    voltage: z.object({ bus: z.number().int(), vmPuChange: z.number() }).nullable(),
    /** One sentence: why the two ways differ. */
    explanation: z.string(),
  }),
]);
export type TradeFootprint = z.output<typeof zTradeFootprint>;

export const zTradeDetail = z.object({
  row: zTradeRow,
  sentence: z.string(),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
  fee: z
    .object({
      lossesMicroEur: zAmount,
      congestionMicroEur: zAmount,
      voltageMicroEur: zAmount,
      fixedMicroEur: zAmount,
    })
    .nullable(),
  position: z.object({ blockNumber: z.number().int(), transactionHash: z.string() }),
  verdictPosition: z.object({ blockNumber: z.number().int(), transactionHash: z.string() }).nullable(),
  footprint: zTradeFootprint,
});
export type TradeDetail = z.output<typeof zTradeDetail>;

/** A batch of trades that went wrong on chain. */
export const zBatchTrouble = z.object({
  batchId: z.string(),
  interval: zInterval,
  kind: z.enum(['unreadable', 'differs', 'objected', 'void']),
  detail: z.string(),
  /** Until then it can be objected to; null: it cannot. */
  objectUntilMs: zMs.nullable(),
  /** Our own objection on its way; null: none. */
  objection: zIntentState.nullable(),
});
export type BatchTrouble = z.output<typeof zBatchTrouble>;

export const trades = {
  /** Rises whenever the book changes; the screen then reads its page again. */
  revision: stream(z.object({}).strict(), z.object({ revision: z.number().int(), total: z.number().int() })),
  page: query(
    z.object({
      filter: zTradeFilter,
      sort: zTradeSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ total: z.number().int(), revision: z.number().int(), rows: z.array(zTradeRow) }),
  ),
  detail: query(z.object({ id: z.string() }), zTradeDetail),
  /** Batches that went wrong, those that can be objected to first, then the oldest interval. */
  troubles: stream(
    zNothing,
    z.object({
      troubles: z.array(zBatchTrouble),
      notListed: z.number().int(),
      /** What an objection costs when the nets prove right, and how long its answer may take; null: not known yet. */
      objectionTerms: z.object({ costMicroEur: zAmount, answerSeconds: z.number().int() }).nullable(),
    }),
  ),
  /** The nets of the batch must be proven in daylight, or it is void. */
  objectTo: command(z.object({ batchId: z.string(), confirmToken: zConfirmToken }), zCommandAnswer),
};
