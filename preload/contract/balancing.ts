/** Imbalance of the area, the merit order of flexibility and what is bought of it: the TSO's view. */
import { z } from 'zod';
import { zAmount, zCommandAnswer, zConfirmToken, zFinding, zInterval, zMs } from './common.ts';
import { zParts } from './flexibility.ts';
import { command, query, stream } from './procedure.ts';

export const zBalance = z.object({
  nowMs: zMs,
  /** The running delivery interval. */
  running: zInterval,
  /** Exchange with the upstream grid: scheduled and measured, MW, import positive. */
  scheduledMw: z.number().nullable(),
  measuredMw: z.number().nullable(),
  imbalanceMw: z.number().nullable(),
  intervals: z.array(
    z.object({ interval: zInterval, scheduledMw: z.number().nullable(), measuredMw: z.number().nullable() }),
  ),
  /** Open offers of `interval`, cheapest first in each direction. */
  meritOrder: z.array(
    z.object({
      offerId: z.string(),
      point: z.string(),
      sellerName: z.string(),
      direction: z.enum(['up', 'down']),
      kw: z.number(),
      energyWh: zAmount,
      priceMicroEurPerKwh: zAmount,
      /** Element and limit that block it, or what is not known, in words; null where it may be used. */
      blockedBy: z.string().nullable(),
      /** Id of the bus or branch named; null where none is. */
      blockedElement: z.string().nullable(),
      /** In another area: bought, it waits for the operator there. */
      elsewhere: z.boolean(),
    }),
  ),
  /** The dearest offers of each direction, beyond those listed. */
  notShown: z.object({ up: z.number().int(), down: z.number().int() }),
  interval: zInterval,
  /** Coming intervals whose merit order can be asked for. */
  coming: z.array(zInterval),
  /** Why this console may not buy balancing; null: it may. */
  mayNotBuy: z.string().nullable(),
});
export type Balance = z.output<typeof zBalance>;

export const balancing = {
  /** @param interval whose merit order; the coming one where it is null, over or too far ahead */
  state: stream(z.object({ interval: zInterval.nullable() }), zBalance),
  /** AC check of a chosen set against every limit of our grid. */
  preview: query(
    z.object({ interval: zInterval, parts: zParts.min(1) }),
    z.object({
      finding: zFinding,
      costMicroEur: zAmount,
      /** Parts that wait for the operator of another area. */
      elsewhere: z.number().int(),
    }),
  ),
  /** Bought for the balance of the system, not for an element; checked again before it is ordered. */
  purchase: command(
    z.object({ interval: zInterval, parts: zParts.min(1), confirmToken: zConfirmToken }),
    zCommandAnswer,
  ),
};
