/** The desks on an evening's grid and market and a real store. */
import type { Clock } from '../../records/clock.ts';
import type { Store } from '../../store/service.ts';
import { CommandDesk, type CommandDeskParts } from '../command-desk.ts';
import { CurtailmentDesk, type CurtailmentDeskParts } from '../curtailment-desk.ts';
import { PeriodRelief, type PeriodReliefParts } from '../period-relief.ts';
import { ReliefDesk, type ReliefDeskParts } from '../relief-desk.ts';
import { type Evening, OVERLOADED, RELIEF, TIMES } from './evening.ts';

export interface DeskOptions {
  /** An hour before the first delivery when nothing is said. */
  readonly nowMs?: number;
  readonly clock?: Clock;
  readonly locked?: boolean;
  readonly risks?: PeriodReliefParts['risks'];
  readonly grid?: Partial<ReliefDeskParts['grid'] & CurtailmentDeskParts['grid']>;
  /** None when nothing is said. */
  readonly plants?: CurtailmentDeskParts['market']['plants'];
  /** Takes everything when nothing is said. */
  readonly submit?: CommandDeskParts['chain']['submit'];
}

/** `options` are read anew each time: a test may let time go on. */
export function desks(town: Evening, store: Store, options: DeskOptions = {}) {
  const { market, grid } = town;
  const clock = options.clock ?? { nowMs: () => options.nowMs ?? OVERLOADED[0]! * 1000 - 3_600_000 };
  /** Intervals of the purchases that reached the chain, in their order. */
  const sent: number[] = [];
  const commands = new CommandDesk({
    interlock: () =>
      options.locked
        ? { locked: true, reasons: [{ source: 'telemetry', reason: 'Measurements are lost.', sinceMs: 0 }] }
        : { locked: false, reasons: [] },
    records: {
      recordIntent: store.write.recordIntent,
      moveIntent: store.write.moveIntent,
      intent: id => store.read.intent(id),
      intents: question => store.read.intents(question),
    },
    chain: {
      submit: async (id, command, expiresAtMs) => {
        if (command.type === 'purchase-flexibility') sent.push(command.interval);
        return options.submit ? options.submit(id, command, expiresAtMs) : { accepted: true };
      },
    },
    clock,
    wallClock: () => '2026-01-14T16:00:00Z',
  });
  const inTime = () => Number.POSITIVE_INFINITY;
  const asked: ReliefDeskParts['grid'] & CurtailmentDeskParts['grid'] = {
    slopes: async (...question) => grid.slopes(...question),
    effect: async (...question) => grid.effect(...question),
    relief: async (interval, offers, stepKw) =>
      RELIEF.find({ what: 'offers', injection: market.injection(interval)!, offers, stepKw }, inTime),
    curtailment: async (interval, plants, stepKw) =>
      RELIEF.find({ what: 'curtailment', injection: market.injection(interval)!, plants, stepKw }, inTime),
    ...options.grid,
  };
  const intervalHours = TIMES.intervalSeconds / 3600;
  const desk = new ReliefDesk({
    grid: asked,
    market: { openOffers: interval => market.flexibility.openOffers(interval) },
    commands,
    intervalHours,
  });
  const curtailment = new CurtailmentDesk({
    grid: asked,
    market: {
      offers: (element, interval) => desk.offers(element, interval),
      openOffers: interval => market.flexibility.openOffers(interval),
      plants: options.plants ?? (() => []),
    },
    commands,
    intervalHours,
  });
  const period = new PeriodRelief({
    desk,
    risks: options.risks ?? town.risks,
    commands,
    clock,
    intervalSeconds: TIMES.intervalSeconds,
  });
  return { desk, curtailment, period, commands, sent };
}
