/**
 * All limits of one interval brought back at once, in the words of the desks: the cheapest offers, or the least curtailment in the
 * legal order. Pure mathematics; lives in a thread of its own (worker.ts) and is spoken to through relief.ts.
 */
import { buildModel, type GridModel } from '../../../grid-models/network/build.ts';
import type { ConnectionPoint, Network } from '../../../grid-models/network/network.ts';
import type { Injection } from '../../../grid-models/power-flow/result.ts';
import { curtailInLegalOrder } from '../../../grid-models/redispatch/legal-curtailment.ts';
import type { GridPeriod } from '../../../grid-models/redispatch/limit-rows.ts';
import type { LinearSolver } from '../../../grid-models/redispatch/linear-programme.ts';
import type { RemainingViolation } from '../../../grid-models/redispatch/remaining.ts';
import { restoreLimits } from '../../../grid-models/redispatch/restore-limits.ts';
import type { SecondsLeft } from '../../../grid-models/redispatch/settle-by-ac.ts';
import { type Limits, networkLimits } from '../../../grid-models/security/limits.ts';
import type { Direction, LegalRank } from '../../records/market.ts';

export interface OfferAtPoint {
  readonly id: string;
  readonly point: string;
  readonly direction: Direction;
  readonly kw: number;
  readonly eurPerKwh: number;
}

export interface PlantToCurtail {
  readonly id: string;
  readonly point: string;
  readonly direction: Direction;
  readonly rank: LegalRank;
  readonly kwMax: number;
}

/** Injection of the interval per bus, what may be taken, and the step of its quantities. */
export type ReliefQuestion = { readonly injection: Injection; readonly stepKw: number } & (
  | { readonly what: 'offers'; readonly offers: readonly OfferAtPoint[] }
  | { readonly what: 'curtailment'; readonly plants: readonly PlantToCurtail[] }
);

/** The best set for all limits of an interval, by the power flow. */
export interface ReliefOfAll {
  readonly restored: boolean;
  /** kW by offer or plant, above 0. Where not all limits are restored: of offers none, of plants what leaves least. */
  readonly kw: ReadonlyMap<string, number>;
  /** false: a better set may exist, the time was up. */
  readonly optimal: boolean;
  /** What there is to say; where not all is restored, of the worst limit that is left. */
  readonly message: string;
}

const HOURS = 0.25;

export class ReliefCore {
  readonly #model: GridModel;
  readonly #limits: Limits;
  readonly #busOfPoint: ReadonlyMap<string, number>;
  readonly #solver: LinearSolver;

  constructor(network: Network, points: readonly ConnectionPoint[], solver: LinearSolver) {
    this.#model = buildModel(network);
    this.#limits = networkLimits(network);
    this.#busOfPoint = new Map(points.map(point => [point.id, point.bus]));
    this.#solver = solver;
  }

  find(question: ReliefQuestion, secondsLeft: SecondsLeft): ReliefOfAll {
    const periods = [{ model: this.#model, limits: this.#limits, injection: question.injection }];
    return question.what === 'offers'
      ? this.#offers(periods, question.offers, question.stepKw, secondsLeft)
      : this.#curtailment(periods, question.plants, question.stepKw, secondsLeft);
  }

  #offers(
    periods: readonly GridPeriod[],
    offers: readonly OfferAtPoint[],
    stepKw: number,
    secondsLeft: SecondsLeft,
  ): ReliefOfAll {
    const found = restoreLimits({
      periods,
      // One at a point that the network does not have is left out there.
      offers: offers.map(({ id, point, direction, kw, eurPerKwh }) => ({
        id,
        bus: this.#busOfPoint.get(point) ?? -1,
        period: 0,
        direction,
        blocks: [{ kw, eurPerKwh }],
        kwMin: 0,
        rebound: [],
      })),
      hours: HOURS,
      stepKw,
      solver: this.#solver,
      secondsLeft,
    });
    if (found.outcome === 'unsolved') return noRelief(unsolved(found.message));
    const { optimal, message } = found;
    const [worst] = found.remaining;
    if (worst) return { ...noRelief(wordsOf(worst, 'offer')), optimal };
    const kw = new Map<string, number>();
    for (const part of found.parts) kw.set(part.offer, (kw.get(part.offer) ?? 0) + part.kw);
    return { restored: true, kw, optimal, message };
  }

  #curtailment(
    periods: readonly GridPeriod[],
    plants: readonly PlantToCurtail[],
    stepKw: number,
    secondsLeft: SecondsLeft,
  ): ReliefOfAll {
    const found = curtailInLegalOrder({
      periods,
      plants: plants.flatMap(({ id, point, direction, rank, kwMax }) => {
        const bus = this.#busOfPoint.get(point);
        return bus === undefined || !(kwMax > 0) ? [] : [{ id, bus, period: 0, direction, rank, kwMax }];
      }),
      stepKw,
      solver: this.#solver,
      secondsLeft,
    });
    if (found.outcome === 'unsolved') return noRelief(unsolved(found.message));
    const [worst] = found.remaining;
    return {
      restored: worst === undefined,
      kw: new Map(found.parts.map(part => [part.id, part.kw])),
      optimal: found.agreed,
      message: worst ? wordsOf(worst, 'installation') : found.message,
    };
  }
}

export function noRelief(message: string): ReliefOfAll {
  return { restored: false, kw: new Map(), optimal: true, message };
}

function unsolved(message: string): string {
  return `The power flow has no solution: ${message}`;
}

function wordsOf({ element, value, unit, why }: RemainingViolation, what: 'offer' | 'installation'): string {
  const still = `With all that helps ${element} still has ${value.toFixed(unit === '%' ? 1 : 3)} ${unit}`;
  switch (why.code) {
    case 'nothing-relieves':
      return `${still}: no ${what} relieves it.`;
    case 'used-up':
      return `${still}: all ${what}s that relieve it are used up.`;
    case 'held-back':
      return `${still}: more would violate ${why.by.map(limit => limit.element).join(', ')}.`;
    case 'indivisible':
      return `${still}: what is left comes in pieces too large.`;
    case 'not-agreed':
      return `${element} still has ${value.toFixed(unit === '%' ? 1 : 3)} ${unit}: ${why.message}`;
  }
}
