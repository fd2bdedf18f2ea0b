/** Balance of the area: exchange with the upstream grid as scheduled and as measured, the merit order of offers, and buying of it. */
import type { z } from 'zod';
import { GENERATOR_CONTROL } from '../../grid-models/network/network.ts';
import type { zBalance } from '../../preload/contract/balancing.ts';
import type { Implementation } from '../shells/implementation.ts';
import type { IntervalRoom } from '../supervision/solver/grid-core.ts';
import { meritOrder, offerBlock } from './merit-order.ts';
import { push } from './push.ts';
import type { Services } from './services.ts';

type Balance = z.input<typeof zBalance>;

const PAST = 24;
const COMING = 24;
/** Coming intervals whose offers can be looked at: three hours, as far as flexibility is usually offered. */
const OFFERED_AHEAD = 12;

export function balancingScreen(services: Services): Implementation['balancing'] {
  const { outlook, telemetry, market, balancing, operator } = services;
  return {
    preview: async ({ interval, parts }) => {
      const { finding, costMicroEur, elsewhere } = await balancing.preview(interval, parts.map(chosen));
      return { finding: { ...finding }, costMicroEur: String(costMicroEur), elsewhere };
    },
    purchase: ({ interval, parts, confirmToken }) =>
      balancing.purchase(confirmToken, interval, parts.map(chosen), operator.name),
    state: ({ interval }, signal) =>
      push({
        read: () => balance(services, interval),
        wake: [h => outlook.onChange(h), h => telemetry.onChange(h), h => market.onChange(h)],
        signal,
        everyMs: 1000,
      }),
  };
}

function chosen(part: { offerId: string; energyWh: string }): { offerId: string; energyWh: bigint } {
  return { offerId: part.offerId, energyWh: BigInt(part.energyWh) };
}

async function balance(services: Services, wanted: number | null): Promise<Balance> {
  const { outlook, clock, times } = services;
  const running = outlook.running();
  const scheduledMw = outlook.summary(running)?.importMw ?? null;
  const measuredMw = measuredImport(services);
  const coming = Array.from({ length: OFFERED_AHEAD }, (_, k) => running + (k + 1) * times.intervalSeconds);
  const interval = coming.find(at => at === wanted) ?? running + times.intervalSeconds;
  return {
    nowMs: clock.nowMs(),
    running,
    scheduledMw,
    measuredMw,
    imbalanceMw: scheduledMw === null || measuredMw === null ? null : measuredMw - scheduledMw,
    intervals: Array.from({ length: PAST + COMING }, (_, k) => {
      const at = running + (k - PAST) * times.intervalSeconds;
      return {
        interval: at,
        scheduledMw: outlook.summary(at)?.importMw ?? null,
        measuredMw: at === running ? measuredMw : null,
      };
    }),
    ...meritOrder(await openOffers(services, interval)),
    interval,
    coming,
    mayNotBuy: services.balancing.mayNotBuy(),
  };
}

async function openOffers(services: Services, interval: number): Promise<Balance['meritOrder']> {
  const { market, network, solver, times, balancing, operator } = services;
  const hours = times.intervalSeconds / 3600;
  // Without the solver nothing is known: that blocks the offers and leaves the rest of the screen standing.
  const room = await solver
    .room(interval)
    .catch((error: Error): IntervalRoom => ({ missing: error.message, segments: [] }));
  return balancing.openOffers(interval).map(({ offer, remainingWh }) => {
    const bus = market.busOf(offer.point);
    const elsewhere = !market.areas.isOperatedBy(offer.point, operator.account);
    return {
      offerId: offer.id,
      point: offer.point,
      sellerName: market.names.ofAccount(offer.seller),
      direction: offer.direction,
      kw: Number(remainingWh) / 1000 / hours,
      energyWh: String(remainingWh),
      priceMicroEurPerKwh: String(offer.priceMicroEurPerKwh),
      elsewhere,
      // What another operator's grid lets it be used for is that operator's to say.
      ...(elsewhere
        ? { blockedBy: null, blockedElement: null }
        : offerBlock(offer, bus === null ? null : (network.bus.segment[bus] ?? ''), room)),
    };
  });
}

/** Sum of the measured flows out of the slack buses; null when one of them is not measured. */
function measuredImport({ network, telemetry }: Services): number | null {
  const { branch, generator } = network;
  const slackBuses = new Set(
    Array.from(generator.bus).filter(
      (_, k) => generator.control[k] === GENERATOR_CONTROL.slack && generator.inService[k] === 1,
    ),
  );
  let sum = 0;
  let measured = 0;
  for (let row = 0; row < branch.count; row++) {
    // Only branches that leave a slack bus at their from end carry its feed-in in pFromMw.
    if (!slackBuses.has(branch.from[row] ?? -1) || branch.inService[row] !== 1) continue;
    const value = telemetry.measured(`branch:${branch.id[row]}:pFromMw`);
    if (!value || value.quality === 'stale' || value.quality === 'bad') return null;
    sum += value.value;
    measured++;
  }
  return measured > 0 ? sum : null;
}
