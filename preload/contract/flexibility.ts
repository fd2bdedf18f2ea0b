/** Buying flexibility and, when the market cannot solve it, curtailing: look, choose, check by AC, confirm. */
import { z } from 'zod';
import { zAmount, zCommandAnswer, zInterval, zMs, zNothing, zRisk } from './common.ts';
import { command, query, stream } from './procedure.ts';

/** Parts of offers that one order carries at most. */
export const PARTS_MAX = 200;
/** A day of quarter hours: as far as a risk reaches. */
export const PLAN_INTERVALS_MAX = 96;

/** Relief that the screens would show as zero, in the limit's unit: an offer with less does not relieve. */
export function reliefMin(unit: string): number {
  return unit === '%' ? 0.05 : 0.00005;
}

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
  /** Cost of one unit of relief, euro; null when it does not relieve: such offers come last. */
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
const zParts = z.array(zPart).max(PARTS_MAX);

/** One delivery interval of a limit at risk, and what would clear it. */
export const zPlanInterval = z.object({
  interval: zInterval,
  /**
   * proposed: `parts` clear it by AC · clear: within the limit as it is · not-clearable: no set does · under-way: an order for it
   * is not on chain yet · gate-closed: delivery has begun · unsolved: no power flow, nothing can be said.
   */
  state: z.enum(['proposed', 'clear', 'not-clearable', 'under-way', 'gate-closed', 'unsolved']),
  parts: zParts,
  sellers: z.number().int(),
  energyWh: zAmount,
  costMicroEur: zAmount,
  /** AC value of the element as scheduled and with the parts; null where there is none. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** Whether the limit holds: with the parts, or without any. */
  clears: z.boolean(),
  note: z.string(),
});

export const zOrderRow = z.object({
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
  risks: stream(
    zNothing,
    z.object({
      risks: z.array(zRisk),
      /** Running and coming intervals without a solved state: while there are any, no risk does not mean none. */
      unknownIntervals: z.number().int(),
    }),
  ),
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
  preview: query(z.object({ element: z.string(), interval: zInterval, parts: zParts }), zEffect),
  purchase: command(
    z.object({
      element: z.string(),
      interval: zInterval,
      parts: zParts.min(1),
      confirmToken: z.string().min(8).max(64),
    }),
    zCommandAnswer,
  ),
  /** Every interval of the element's risk with the cheapest set that clears it by AC, on top of all that is ordered already. */
  plan: query(
    z.object({ element: z.string() }),
    z.object({
      element: z.string(),
      unit: z.string(),
      limitValue: z.number(),
      intervals: z.array(zPlanInterval).max(PLAN_INTERVALS_MAX),
    }),
  ),
  /** One order per interval, in order of delivery, each as `purchase` would take it: a refused one does not stop the others. */
  purchasePlan: command(
    z.object({
      element: z.string(),
      intervals: z
        .array(z.object({ interval: zInterval, parts: zParts.min(1) }))
        .min(1)
        .max(PLAN_INTERVALS_MAX)
        .refine(
          list => new Set(list.map(one => one.interval)).size === list.length,
          'one order per interval',
        ),
      confirmToken: z.string().min(8).max(64),
    }),
    z.object({
      /** Number of orders recorded. */
      accepted: z.number().int(),
      answers: z.array(z.object({ interval: zInterval }).and(zCommandAnswer)),
    }),
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
