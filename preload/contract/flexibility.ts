/** Buying flexibility and, when the market cannot solve it, curtailing: look, choose, check by AC, confirm. */
import { z } from 'zod';
import { zAmount, zCommandAnswer, zInterval, zMs, zNothing, zRisk } from './common.ts';
import { command, query, stream } from './procedure.ts';

export const zOfferRow = z.object({
  id: z.string(),
  point: z.string(),
  sellerName: z.string(),
  direction: z.enum(['up', 'down']),
  energyWh: zAmount,
  priceMicroEurPerKwh: zAmount,
  /** Change of the binding value per kW activated, in the limit's unit (negative relieves an upper limit). */
  sensitivityPerKw: z.number(),
  /** Relief if all of it is taken, in the limit's unit, positive. */
  relief: z.number(),
  /** Cost of one unit of relief, euro; null when it does not relieve. */
  eurPerUnit: z.number().nullable(),
  /** Taken by the proposed cheapest set, Wh. */
  proposedWh: zAmount,
});

export const zEffect = z.object({
  /** AC solution before and after, for the binding element. */
  before: z.number(),
  after: z.number(),
  limitValue: z.number(),
  unit: z.string(),
  solved: z.boolean(),
  /** Any limit that the measure itself would violate. */
  newViolations: z.array(z.string()),
  costMicroEur: zAmount,
});

export const zPart = z.object({ offerId: z.string(), energyWh: zAmount });

export const zOrderRow = z.object({
  orderId: z.string(),
  intentId: z.string().nullable(),
  kind: z.enum(['flexibility', 'curtailment']),
  interval: zInterval,
  element: z.string(),
  energyWh: zAmount,
  costMicroEur: zAmount,
  state: z.enum(['recorded', 'sent', 'included', 'failed', 'expired']),
  reason: z.string(),
  atMs: zMs,
  by: z.string(),
});

export const zCurtailmentStep = z.object({
  point: z.string(),
  name: z.string(),
  direction: z.enum(['up', 'down']),
  legalRank: z.enum(['conventional', 'chp', 'renewable', 'self-consumption', 'load']),
  energyWh: zAmount,
  availableWh: zAmount,
  compensationMicroEur: zAmount,
  relief: z.number(),
});

export const flexibility = {
  risks: stream(zNothing, z.object({ risks: z.array(zRisk) })),
  /** Offers for the risk's element in an interval, ranked by cost per unit of relief, with the cheapest clearing set proposed. */
  offers: query(
    z.object({ element: z.string(), interval: zInterval }),
    z.object({
      element: z.string(),
      interval: zInterval,
      need: z.number(),
      unit: z.string(),
      before: z.number(),
      limitValue: z.number(),
      offers: z.array(zOfferRow),
      /** Whether the proposed set clears the limit. */
      clears: z.boolean(),
      note: z.string(),
    }),
  ),
  /** AC re-check of a chosen set. */
  preview: query(
    z.object({ element: z.string(), interval: zInterval, parts: z.array(zPart).max(200) }),
    zEffect,
  ),
  purchase: command(
    z.object({
      element: z.string(),
      interval: zInterval,
      parts: z.array(zPart).min(1).max(200),
      confirmToken: z.string().min(8).max(64),
    }),
    zCommandAnswer,
  ),
  orders: stream(zNothing, z.object({ orders: z.array(zOrderRow) })),
};

export const curtailment = {
  /** Least curtailment in the legal order that clears the limit, and whether the market could still solve it. */
  proposal: query(
    z.object({ element: z.string(), interval: zInterval }),
    z.object({
      element: z.string(),
      interval: zInterval,
      marketCanSolve: z.boolean(),
      marketNote: z.string(),
      steps: z.array(zCurtailmentStep),
      effect: zEffect,
      clears: z.boolean(),
      note: z.string(),
    }),
  ),
  order: command(
    z.object({
      element: z.string(),
      interval: zInterval,
      steps: z
        .array(z.object({ point: z.string(), energyWh: zAmount }))
        .min(1)
        .max(200),
      /** Required in words; when the market could solve it or a rank is skipped it must also say why. */
      reason: z.string().min(10).max(400),
      overridesMarket: z.boolean(),
      skipsRank: z.boolean(),
      confirmToken: z.string().min(8).max(64),
    }),
    zCommandAnswer,
  ),
};
