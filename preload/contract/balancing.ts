/** Imbalance of the area and the merit order of flexibility: the TSO's view. */
import { z } from 'zod';
import { zAmount, zInterval, zMs, zNothing } from './common.ts';
import { stream } from './procedure.ts';

export const zBalance = z.object({
  nowMs: zMs,
  /** Exchange with the upstream grid: scheduled and measured, MW, import positive. */
  scheduledMw: z.number().nullable(),
  measuredMw: z.number().nullable(),
  imbalanceMw: z.number().nullable(),
  intervals: z.array(
    z.object({ interval: zInterval, scheduledMw: z.number().nullable(), measuredMw: z.number().nullable() }),
  ),
  /** Offers of the coming interval, cheapest first in each direction. */
  meritOrder: z.array(
    z.object({
      offerId: z.string(),
      point: z.string(),
      sellerName: z.string(),
      direction: z.enum(['up', 'down']),
      kw: z.number(),
      priceMicroEurPerKwh: zAmount,
      /** Element and limit that block it, or what is not known, in words; null where it may be used. */
      blockedBy: z.string().nullable(),
      /** Id of the bus or branch named; null where none is. */
      blockedElement: z.string().nullable(),
    }),
  ),
  /** The dearest offers of each direction, beyond those listed. */
  notShown: z.object({ up: z.number().int(), down: z.number().int() }),
  interval: zInterval,
});
export type Balance = z.output<typeof zBalance>;

export const balancing = {
  state: stream(zNothing, zBalance),
};
