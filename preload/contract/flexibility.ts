/** Buying flexibility and, when the market cannot solve it, curtailing: look, choose, check by AC, confirm. */
import { z } from 'zod';
import {
  zAmount,
  zCommandAnswer,
  zConfirmToken,
  zFinding,
  zIntentState,
  zInterval,
  zMs,
  zNothing,
  zRisk,
} from './common.ts';
import { command, query, stream } from './procedure.ts';

/** Parts of offers that one order carries at most. */
export const PARTS_MAX = 200;
/** Least part of an offer that the contract sells, unless less is left of it. */
export const PART_MIN_WH = 100;
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
export const zParts = z.array(zPart).max(PARTS_MAX);

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
  state: zIntentState,
  reason: z.string(),
  atMs: zMs,
  by: z.string(),
});

/** Characters of a reason for the record. */
export const REASON_CHARACTERS = { least: 10, most: 400 } as const;

/** Flexibility that another bought in our area: it counts only when we confirm it. */
export const zWaitingPart = z.object({
  partId: z.string(),
  buyerName: z.string(),
  product: z.enum(['balancing', 'congestion', 'voltage', 'losses', 'reserve']),
  /** What it was bought for; empty: the balance of the system. */
  element: z.string(),
  /** The point that a customer covers; empty when an operator bought. */
  beneficiaryPoint: z.string(),
  point: z.string(),
  sellerName: z.string(),
  direction: z.enum(['up', 'down']),
  energyWh: zAmount,
  priceMicroEurPerKwh: zAmount,
  interval: zInterval,
  /** Then it lapses. */
  endsAtMs: zMs,
  finding: zFinding,
  /** Our own answer and its way to the chain; null: none yet. */
  answer: z.object({ kind: z.enum(['confirm', 'refuse']), state: zIntentState }).nullable(),
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
      confirmToken: zConfirmToken,
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
      confirmToken: zConfirmToken,
    }),
    z.object({
      /** Number of orders recorded. */
      accepted: z.number().int(),
      answers: z.array(z.object({ interval: zInterval }).and(zCommandAnswer)),
    }),
  ),
  /** What waits for our answer, the least time left first. */
  waiting: stream(
    zNothing,
    z.object({
      parts: z.array(zWaitingPart),
      /** Beyond those listed, with more time left. */
      notListed: z.number().int(),
    }),
  ),
  /** Checked again before it is sent: only what keeps every limit is confirmed. */
  confirm: command(z.object({ partId: z.string(), confirmToken: zConfirmToken }), zCommandAnswer),
  refuse: command(
    z.object({
      partId: z.string(),
      /** 1 a limit would be violated · 2 work in the grid · 3 another reason. On chain; the words are in the audit log. */
      reasonCode: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      reason: z.string().min(REASON_CHARACTERS.least).max(REASON_CHARACTERS.most),
      confirmToken: zConfirmToken,
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
      confirmToken: zConfirmToken,
    }),
    zCommandAnswer,
  ),
};
