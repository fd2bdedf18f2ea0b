/** Flexibility and curtailment: the desk's answers in the screens' words. */
import type { z } from 'zod';
import type { zEffect, zOrderRow, zWaitingPart } from '../../preload/contract/flexibility.ts';
import type { CheckedPart } from '../operations/confirmation-desk.ts';
import type { Effect } from '../operations/element-state.ts';
import type { Intent } from '../records/operations.ts';
import type { Implementation } from '../shells/implementation.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

export function flexibilityScreen(services: Services): Implementation['flexibility'] {
  const { outlook, relief, periodRelief, confirmation, market, operator, commands, seconds } = services;
  return {
    risks: (_input, signal) =>
      push({
        read: () => ({ risks: [...outlook.risks()], unknownIntervals: outlook.unknownIntervals() }),
        wake: [h => outlook.onChange(h)],
        signal,
        everyMs: 500,
      }),
    offers: async ({ element, interval }) => {
      const list = await relief.offers(element, interval);
      if (!list) throw new Error(`There is no state or no limit for ${element} in this interval.`);
      const { slopes, need, offers, clears, note } = list;
      return {
        element,
        interval,
        need,
        unit: slopes.unit,
        before: slopes.value,
        limitValue: slopes.limitValue,
        clears,
        note,
        offers: offers.map(o => ({
          id: o.offer.id,
          point: o.offer.point,
          sellerName: market.names.ofAccount(o.offer.seller),
          direction: o.offer.direction,
          energyWh: String(o.remainingWh),
          priceMicroEurPerKwh: String(o.offer.priceMicroEurPerKwh),
          sensitivityPerKw: o.sensitivityPerKw,
          relief: o.relief,
          eurPerUnit: o.eurPerUnit,
          proposedWh: String(o.proposedWh),
        })),
      };
    },
    preview: async ({ element, interval, parts }) => {
      const effect = await relief.effectOfParts(element, interval, parts.map(chosen));
      return effectOf(effect, effect.costMicroEur);
    },
    purchase: ({ element, interval, parts, confirmToken }) =>
      relief.purchase(confirmToken, element, interval, parts.map(chosen), operator.name),
    plan: async ({ element }, signal) => {
      const plan = await periodRelief.plan(element, signal);
      if (!plan) throw new Error(`No limit is at risk at ${element} any more.`);
      return {
        ...plan,
        intervals: plan.intervals.map(one => ({
          ...one,
          parts: one.parts.map(part => ({ offerId: part.offerId, energyWh: String(part.energyWh) })),
          energyWh: String(one.energyWh),
          costMicroEur: String(one.costMicroEur),
        })),
      };
    },
    purchasePlan: async ({ element, intervals, confirmToken }) => {
      const orders = intervals.map(({ interval, parts }) => ({ interval, parts: parts.map(chosen) }));
      const answers = await periodRelief.purchase(confirmToken, element, orders, operator.name);
      return { accepted: answers.filter(answer => answer.accepted).length, answers };
    },
    waiting: (_input, signal) =>
      push({
        read: async () => {
          const { parts, notListed } = await confirmation.list();
          return { parts: parts.map(part => waitingRow(services, part)), notListed };
        },
        wake: [h => market.onChange(h), h => commands.onChange(h), seconds],
        signal,
        everyMs: 1000,
      }),
    confirm: ({ partId, confirmToken }) => confirmation.confirm(confirmToken, partId, operator.name),
    refuse: ({ partId, reasonCode, reason, confirmToken }) =>
      confirmation.refuse(confirmToken, partId, { code: reasonCode, words: reason }, operator.name),
    orders: (_input, signal) =>
      push({
        read: () => ({ orders: orderRows(services) }),
        wake: [h => commands.onChange(h), seconds],
        signal,
        everyMs: 500,
      }),
  };
}

export function curtailmentScreen(services: Services): Implementation['curtailment'] {
  const { curtailment, operator } = services;
  return {
    proposal: async ({ element, interval }, signal) => {
      const proposal = await curtailment.curtailment(element, interval, signal);
      if (!proposal) throw new Error(`There is no state or no limit for ${element} in this interval.`);
      const { steps, clears, marketCanSolve, effect, forAllLimits } = proposal;
      const cost = steps.reduce((sum, step) => sum + step.compensationMicroEur, 0n);
      return {
        element,
        interval,
        marketCanSolve,
        marketNote: marketCanSolve
          ? 'Offers on the market can still clear this limit: they come first (Reg. (EU) 2019/943 Art. 13).'
          : 'The offers on the market cannot clear this limit.',
        steps: steps.map(s => ({
          ...s,
          energyWh: String(s.energyWh),
          availableWh: String(s.availableWh),
          compensationMicroEur: String(s.compensationMicroEur),
        })),
        effect: effectOf(effect, cost),
        clears,
        note:
          forAllLimits ??
          (steps.length === 0
            ? 'Nothing needs to be curtailed, or nothing that could be relieves this element.'
            : clears
              ? 'The steps clear the limit.'
              : 'Even all steps together do not clear the limit: open a switch or shed load by hand.'),
      };
    },
    order: ({ element, interval, steps, reason, overridesMarket, skipsRank, confirmToken }) =>
      curtailment.curtail(
        confirmToken,
        {
          element,
          interval,
          steps: steps.map(s => ({ point: s.point, energyWh: BigInt(s.energyWh) })),
          reason,
          overridesMarket,
          skipsRank,
        },
        operator.name,
      ),
  };
}

function chosen(part: { offerId: string; energyWh: string }): { offerId: string; energyWh: bigint } {
  return { offerId: part.offerId, energyWh: BigInt(part.energyWh) };
}

function waitingRow(
  { market }: Services,
  { part, order, endsAtMs, finding, answer }: CheckedPart,
): z.input<typeof zWaitingPart> {
  return {
    partId: part.partId,
    buyerName: market.names.ofAccount(order.buyer),
    product: order.product,
    element: order.element,
    beneficiaryPoint: order.beneficiaryPoint,
    point: part.point,
    sellerName: market.names.ofPoint(part.point),
    direction: part.direction,
    energyWh: String(part.energyWh),
    priceMicroEurPerKwh: String(part.priceMicroEurPerKwh),
    interval: part.interval,
    endsAtMs,
    finding: { ...finding },
    answer:
      answer === null
        ? null
        : { kind: answer.type === 'confirm-flexibility' ? 'confirm' : 'refuse', state: answer.state },
  };
}

/** No solution, no numbers: the reason stands among the violations that the measure would bring. */
function effectOf(effect: Effect, costMicroEur: bigint): z.input<typeof zEffect> {
  const number = (value: number) => (Number.isFinite(value) ? value : 0);
  return {
    before: number(effect.before),
    after: number(effect.after),
    limitValue: number(effect.limitValue),
    unit: effect.unit,
    solved: effect.solved,
    newViolations: effect.solved
      ? [...effect.newViolations]
      : [effect.missing ?? 'The power flow has no solution.'],
    costMicroEur: String(costMicroEur),
  };
}

/** Commands of this console and, from the chain, orders of before or of others; newest first. */
function orderRows({ commands, market }: Services): z.input<typeof zOrderRow>[] {
  const own = commands
    .orders()
    .flatMap(intent =>
      orderOf(intent, id => market.flexibility.offerOf(id)?.offer.priceMicroEurPerKwh ?? 0n),
    );
  return own.sort((a, b) => b.atMs - a.atMs);
}

function orderOf(intent: Intent, priceOf: (offerId: string) => bigint): z.input<typeof zOrderRow>[] {
  const { command, id, state, failure, recordedAtMs, by } = intent;
  const base = { intentId: id, state, atMs: recordedAtMs, by };
  if (command.type === 'purchase-flexibility') {
    const energyWh = command.parts.reduce((sum, p) => sum + p.energyWh, 0n);
    const cost = command.parts.reduce((sum, p) => sum + (priceOf(p.offerId) * p.energyWh) / 1000n, 0n);
    return [
      {
        ...base,
        kind: 'flexibility',
        interval: command.interval,
        element: command.element,
        energyWh: String(energyWh),
        costMicroEur: String(cost),
        reason: failure ?? '',
      },
    ];
  }
  if (command.type === 'curtail') {
    const energyWh = command.terms.reduce((sum, t) => sum + t.energyWh, 0n);
    const cost = command.terms.reduce((sum, t) => sum + t.compensationMicroEur, 0n);
    return [
      {
        ...base,
        kind: 'curtailment',
        interval: command.terms[0]?.interval ?? 0,
        element: command.element,
        energyWh: String(energyWh),
        costMicroEur: String(cost),
        reason: failure ?? command.reason,
      },
    ];
  }
  return [];
}
