/**
 * The outlook on the running and the coming intervals: keeps the solver fed with schedules as they change, and what it makes of
 * them: a summary per interval, limits at risk, a light per segment. What is not known is said to be unknown, never calm.
 */
import type { Injection } from '../../../grid-models/power-flow/result.ts';
import type { Risk } from '../../records/supervision.ts';
import type { IntervalStart, MarketMs } from '../../records/units.ts';
import type { IntervalSummary, IntervalValues, SegmentLightRow } from '../solver/grid-core.ts';
import type { Solver } from '../solver/solver.ts';
import { risksOf } from './risks.ts';

/** A day ahead, as far as forecasts reach. */
export const INTERVALS_AHEAD = 96;
/** Past summaries kept for the time slider. */
const INTERVALS_PAST = 96;
/** Changed intervals are solved together after this real time, at most so many in one question to the solver. */
const GATHER_MS = 150;
const INTERVALS_PER_QUESTION = 12;

export interface OutlookParts {
  readonly solver: Solver;
  readonly schedules: {
    injection(interval: IntervalStart): Injection | null;
    onChange(handler: (change: { readonly intervals: readonly IntervalStart[] }) => void): () => void;
  };
  readonly clock: { nowMs(): MarketMs };
  readonly intervalSeconds: number;
  /** Values of an interval that has ended, for later: the time slider looks back. */
  keep(values: IntervalValues): void;
}

export class Outlook {
  readonly #parts: OutlookParts;
  readonly #summaries = new Map<IntervalStart, IntervalSummary>();
  readonly #dirty = new Set<IntervalStart>();
  readonly #handlers = new Set<() => void>();
  #lights: readonly SegmentLightRow[] = [];
  #risks: readonly Risk[] = [];
  #running: IntervalStart;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stop: () => void;
  #closed = false;

  constructor(parts: OutlookParts) {
    this.#parts = parts;
    this.#running = this.#runningNow();
    this.#stop = parts.schedules.onChange(({ intervals }) => this.#touch(intervals));
    parts.solver.onRestart(() => this.#touch([...this.#summaries.keys()]));
    this.#touch(this.#horizon());
  }

  /** Summary of an interval; null before it was first looked at. */
  summary(interval: IntervalStart): IntervalSummary | null {
    return this.#summaries.get(interval) ?? null;
  }

  /** Limits at risk in the running and coming intervals, the most urgent first. */
  risks(): readonly Risk[] {
    return this.#risks;
  }

  /** How many of the running and coming intervals have no solved state: while there is one, no risk does not mean none. */
  unknownIntervals(): number {
    return this.#horizon().filter(interval => !this.#summaries.get(interval)?.solved).length;
  }

  lights(): readonly SegmentLightRow[] {
    return this.#parts.solver.alive() ? this.#lights : this.#lights.map(unlit);
  }

  running(): IntervalStart {
    return this.#running;
  }

  onChange(handler: () => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  /** Called about once a second of real time: a new interval begins, an old one is kept and let go. */
  tick(): void {
    const running = this.#runningNow();
    if (running === this.#running) return;
    const ended: IntervalStart[] = [];
    for (let interval = this.#running; interval < running; interval += this.#parts.intervalSeconds)
      ended.push(interval);
    this.#running = running;
    this.#working = this.#working.then(() => this.#letGo(ended));
    // After a leap of time more than one interval has come within reach.
    this.#touch(this.#horizon().filter(interval => !this.#summaries.has(interval)));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stop();
    clearTimeout(this.#timer);
    await this.#working;
  }

  #runningNow(): IntervalStart {
    const { clock, intervalSeconds } = this.#parts;
    return Math.floor(clock.nowMs() / 1000 / intervalSeconds) * intervalSeconds;
  }

  #horizon(): IntervalStart[] {
    return Array.from({ length: INTERVALS_AHEAD }, (_, k) => this.#running + k * this.#parts.intervalSeconds);
  }

  #touch(intervals: readonly IntervalStart[]): void {
    const end = this.#running + INTERVALS_AHEAD * this.#parts.intervalSeconds;
    for (const interval of intervals)
      if (interval >= this.#running && interval < end) this.#dirty.add(interval);
    if (this.#timer !== undefined || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#working = this.#working.then(() => this.#refresh());
    }, GATHER_MS);
  }

  /** The nearest intervals first: that is where an operator still has to act. */
  async #refresh(): Promise<void> {
    const { solver, schedules } = this.#parts;
    while (this.#dirty.size > 0 && !this.#closed) {
      const part = [...this.#dirty].sort((a, b) => a - b).slice(0, INTERVALS_PER_QUESTION);
      for (const interval of part) this.#dirty.delete(interval);
      try {
        for (const interval of part) {
          const injection = schedules.injection(interval);
          if (injection) await solver.setSchedule(interval, injection);
        }
        for (const summary of await solver.summaries(part)) this.#summaries.set(summary.interval, summary);
      } catch (error) {
        for (const interval of part) this.#summaries.set(interval, unknown(interval, error));
      }
      await this.#judge();
    }
  }

  async #judge(): Promise<void> {
    const horizon = this.#horizon();
    const known = horizon.flatMap(interval => this.#summaries.get(interval) ?? []);
    this.#risks = risksOf(known, this.#running, this.#parts.intervalSeconds);
    // Intervals for which no forecast can exist yet do not make the light unknown; those not yet or never solved do.
    const forecast = horizon.filter(interval => this.#parts.schedules.injection(interval) !== null);
    this.#lights = await this.#parts.solver
      .lights(this.#running, forecast)
      .catch(() => this.#lights.map(unlit));
    for (const handler of this.#handlers) handler();
  }

  async #letGo(ended: readonly IntervalStart[]): Promise<void> {
    const { solver, keep, intervalSeconds } = this.#parts;
    try {
      for (const interval of ended) {
        const values = await solver.values(interval);
        if (values.solved) keep(values);
      }
      await solver.forgetBefore(this.#running);
    } catch {
      // The solver was lost in between: the past interval keeps its summary and has no picture.
    }
    const oldest = this.#running - INTERVALS_PAST * intervalSeconds;
    for (const interval of this.#summaries.keys()) if (interval < oldest) this.#summaries.delete(interval);
    await this.#judge();
  }
}

/** Nobody can say more of a segment than that it exists. */
function unlit({ segment }: SegmentLightRow): SegmentLightRow {
  return { segment, light: 'unknown', element: null, limit: null };
}

function unknown(interval: IntervalStart, error: unknown): IntervalSummary {
  return {
    interval,
    solved: false,
    missing: error instanceof Error ? error.message : String(error),
    worstLoading: null,
    vmPuMin: null,
    vmPuMax: null,
    importMw: null,
    near: [],
    segments: [],
  };
}
