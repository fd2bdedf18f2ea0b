/**
 * The cold evening of the demonstration town for tests of operations: its grid, its schedules and the power flow as they are; who
 * offers flexibility is the test's to say.
 */
import { demonstrationNetwork } from '../../../grid-models/demonstration/demonstration-network.ts';
import { baselineKw, scenario } from '../../../grid-models/demonstration/scenarios.ts';
import { connectionPoints } from '../../../grid-models/network/connection-points.ts';
import { highsSolver } from '../../../grid-models/redispatch/highs.ts';
import { DEMONSTRATION_TARIFF } from '../../../grid-models/tariff/demonstration-tariff.ts';
import type { Baseline } from '../../market/schedule.ts';
import { Market } from '../../market/service.ts';
import type { FlexibilityOffer } from '../../records/market.ts';
import type { Risk } from '../../records/supervision.ts';
import type { IntervalStart } from '../../records/units.ts';
import { risksOf } from '../../supervision/outlook/risks.ts';
import { ReliefCore } from '../../supervision/relief/relief-core.ts';
import { GridCore } from '../../supervision/solver/grid-core.ts';

export const TIMES = { intervalSeconds: 900, gateLeadSeconds: 600 };
/** 18:00 to 19:15 local: the transformer is over its rating in each of these quarter hours. */
export const OVERLOADED = Array.from({ length: 6 }, (_, k) => Date.UTC(2026, 0, 14, 17) / 1000 + k * 900);

export const NETWORK = demonstrationNetwork(1);
export const POINTS = connectionPoints(NETWORK);
/** What relief's thread does, on the caller's. */
export const RELIEF = new ReliefCore(NETWORK, POINTS, await highsSolver());
const cold = scenario(NETWORK, POINTS, 'evening-peak', 1);
const stress = cold.stress!;
/** The transformer that the cold drives over its rating. */
export const ELEMENT = stress.element;
const behind = new Set(stress.points);
/** Points whose power passes the transformer, and some at the other end of the town. */
export const BEHIND = [...behind].map(row => POINTS[row]!.id);
export const ELSEWHERE = POINTS.filter((_, row) => !behind.has(row))
  .slice(0, 40)
  .map(point => point.id);

export interface Evening {
  readonly market: Market;
  readonly grid: GridCore;
  risks(): readonly Risk[];
  /** Takes the schedules as they are now into the power flow, as the outlook does. */
  reschedule(): void;
}

/** The power flow of the town, without any schedule yet. */
export function townGrid(): GridCore {
  return new GridCore(NETWORK, POINTS, {
    policy: { oneLeg: 'reject', resolutionWh: 10 },
    tariff: DEMONSTRATION_TARIFF,
    networkVersion: 'test',
  });
}

/** The forecast that turns out to be right. */
export function weather(interval: IntervalStart): Baseline {
  return { pKw: baselineKw(cold, POINTS, interval, Number.POSITIVE_INFINITY), issuedAtMs: 0 };
}

/** @param forecast intervals for which there is one */
export function evening(forecast: readonly IntervalStart[] = OVERLOADED): Evening {
  const market = new Market(TIMES, NETWORK, POINTS);
  const grid = townGrid();
  for (const interval of forecast) market.setForecast(interval, weather(interval));
  const made: Evening = {
    market,
    grid,
    risks: () => risksOf(grid.summaries(forecast), 0, TIMES.intervalSeconds),
    reschedule: () => {
      for (const interval of forecast) grid.setSchedule(interval, market.injection(interval)!);
    },
  };
  made.reschedule();
  return made;
}

export function offer(
  id: string,
  interval: IntervalStart,
  over: Partial<FlexibilityOffer> = {},
): FlexibilityOffer {
  return {
    id,
    interval,
    product: 'congestion',
    point: BEHIND[0]!,
    direction: 'up',
    energyWh: 10_000n,
    priceMicroEurPerKwh: 200_000n,
    seller: '0xseller',
    offeredAt: { blockNumber: 1, blockHash: '0x', transactionHash: '0x', logIndex: 0, atMs: 0 },
    ...over,
  };
}

/** Every point behind the transformer offers 40 kW in each interval, at a price of its own and under its own name. */
export function streetOffers(intervals: readonly IntervalStart[], energyWh = 10_000n): FlexibilityOffer[] {
  return intervals.flatMap((interval, n) =>
    BEHIND.map((point, k) =>
      offer(String(1 + n * BEHIND.length + k), interval, {
        point,
        energyWh,
        seller: `0xseller${k}`,
        priceMicroEurPerKwh: 200_000n + 10_000n * BigInt(k),
      }),
    ),
  );
}
