/**
 * The schedule of each connection point and delivery interval:
 *
 *     baseline forecast + accepted trades + activated flexibility − curtailment
 *
 * in power, injection positive. Reactive power follows the baseline (the bus's own ratio); trades, activations and curtailments
 * are active power alone, as the trade check takes them. Energy is summed in whole Wh, so that adding and taking away in any
 * order gives the same schedule to the last digit. Pure.
 */
import { type PointInjector, pointInjector } from '../../grid-models/demonstration/point-injection.ts';
import type { ConnectionPoint, Network } from '../../grid-models/network/network.ts';
import type { Injection } from '../../grid-models/power-flow/result.ts';
import type { IntervalStart, MarketMs, Wh } from '../records/units.ts';
import { intervalHours, type MarketTimes } from './gates.ts';

export interface Baseline {
  /** [nPoint] net power, kW, injection positive, in the order of the points. */
  readonly pKw: Float64Array;
  readonly issuedAtMs: MarketMs;
}

export interface PointSchedule {
  readonly interval: IntervalStart;
  readonly issuedAtMs: MarketMs;
  /** [nPoint] kW, injection positive. */
  readonly baselineKw: Float64Array;
  /** [nPoint] kW that trades, activations and curtailments add. */
  readonly changeKw: Float64Array;
  /** Rises with each change of the interval. */
  readonly revision: number;
}

export class Schedules {
  readonly #times: MarketTimes;
  readonly #network: Network;
  readonly #points: readonly ConnectionPoint[];
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #injector: PointInjector;
  readonly #baselines = new Map<IntervalStart, Baseline>();
  readonly #changeWh = new Map<IntervalStart, Float64Array>();
  readonly #revisions = new Map<IntervalStart, number>();

  constructor(times: MarketTimes, network: Network, points: readonly ConnectionPoint[]) {
    this.#times = times;
    this.#network = network;
    this.#points = points;
    this.#rowOf = new Map(points.map((point, row) => [point.id, row]));
    this.#injector = pointInjector(network, points);
  }

  /** Row of a point in every array here; null when the network has no such point. */
  rowOf(point: string): number | null {
    return this.#rowOf.get(point) ?? null;
  }

  /** Row of the bus table a point hangs on; null when the network has no such point. */
  busOf(point: string): number | null {
    const row = this.#rowOf.get(point);
    return row === undefined ? null : (this.#points[row]?.bus ?? null);
  }

  /** @throws RangeError when the forecast is not one finite value per point */
  setBaseline(interval: IntervalStart, baseline: Baseline): void {
    if (baseline.pKw.length !== this.#points.length || !baseline.pKw.every(Number.isFinite))
      throw new RangeError(
        `the forecast of ${interval} is not one finite value for each of ${this.#points.length} points`,
      );
    this.#baselines.set(interval, baseline);
    this.#changed(interval);
  }

  /** Energy that a point injects more (positive) or less in an interval. Points beyond this network move nothing in it. */
  add(point: string, interval: IntervalStart, energyWh: Wh): void {
    if (energyWh === 0n) return;
    const row = this.#rowOf.get(point);
    if (row === undefined) return;
    const change = this.#changeWh.get(interval) ?? new Float64Array(this.#points.length);
    this.#changeWh.set(interval, change);
    // Whole numbers far below 2^53: sums are exact in any order.
    change[row] = (change[row] ?? 0) + Number(energyWh);
    this.#changed(interval);
  }

  /** null: there is no forecast for the interval. */
  ofPoints(interval: IntervalStart): PointSchedule | null {
    const baseline = this.#baselines.get(interval);
    if (baseline === undefined) return null;
    const changeWh = this.#changeWh.get(interval);
    const whPerKw = intervalHours(this.#times) * 1000;
    return {
      interval,
      issuedAtMs: baseline.issuedAtMs,
      baselineKw: baseline.pKw.slice(),
      changeKw:
        changeWh === undefined ? new Float64Array(this.#points.length) : changeWh.map(wh => wh / whPerKw),
      revision: this.revision(interval),
    };
  }

  /** Per bus, for the power flow; null: there is no forecast for the interval. */
  injection(interval: IntervalStart): Injection | null {
    const schedule = this.ofPoints(interval);
    return schedule === null ? null : injectionOf(this.#injector, this.#network, this.#points, schedule);
  }

  revision(interval: IntervalStart): number {
    return this.#revisions.get(interval) ?? 0;
  }

  /** Intervals before the given one are of no more use here. */
  forgetBefore(interval: IntervalStart): void {
    for (const map of [this.#baselines, this.#changeWh, this.#revisions])
      for (const known of map.keys()) if (known < interval) map.delete(known);
  }

  #changed(interval: IntervalStart): void {
    this.#revisions.set(interval, this.revision(interval) + 1);
  }
}

/** Baseline with its reactive power, then the active power of everything agreed or ordered on top. */
function injectionOf(
  injector: PointInjector,
  network: Network,
  points: readonly ConnectionPoint[],
  { baselineKw, changeKw }: PointSchedule,
): Injection {
  const { pMw, qMvar } = injector.injection(baselineKw);
  const change = new Float64Array(network.bus.count);
  points.forEach((point, row) => {
    change[point.bus] = (change[point.bus] ?? 0) + (changeKw[row] ?? 0) / 1000;
  });
  return { pMw: pMw.map((p, bus) => p + (change[bus] ?? 0)), qMvar };
}
