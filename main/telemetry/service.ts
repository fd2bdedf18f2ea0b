/** Measured values as the console knows them: the latest of each signal with quality and age, and forecasts handed on. */
import type { Measured, Quality } from '../records/telemetry.ts';
import type { MarketMs } from '../records/units.ts';
import { type Heard, hear, measuredAt, type Refusal, STALE_AFTER_CYCLES, worstQuality } from './quality.ts';
import type { ForecastFrame, SourceHello, TelemetrySource } from './source.ts';

export interface TelemetryStatus {
  readonly state: 'live' | 'stale' | 'lost';
  /** In words, for people. */
  readonly detail: string;
  /** Real seconds since the newest frame; null before the first. */
  readonly ageS: number | null;
  readonly quality: Quality;
  /** Real time since which the state holds, as market time then. */
  readonly sinceMs: MarketMs;
  readonly signals: number;
  /** Values and frames that were refused, by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

export interface TelemetryParts {
  readonly source: TelemetrySource;
  readonly clock: { nowMs(): MarketMs };
  readonly realClock: { nowMs(): number };
  readonly speed: number;
  /** Real ms between two full sets of values. */
  readonly cycleMs: number;
  /** A forecast has come; throws nothing back into the field. */
  forecast(frame: ForecastFrame): void;
}

/** Real time without any frame after which the field counts as lost. */
const LOST_AFTER_MS = 30_000;

export class Telemetry {
  readonly #parts: TelemetryParts;
  readonly #heard = new Map<string, Heard>();
  readonly #refused: Record<string, number> = {};
  readonly #handlers = new Set<() => void>();
  #hello: SourceHello | null = null;
  #connected = false;
  #detail = 'not connected yet';
  #lastFrameRealMs: number | null = null;
  #lastSequence: number | null = null;
  #state: { readonly state: TelemetryStatus['state']; readonly sinceMs: MarketMs };

  constructor(parts: TelemetryParts) {
    this.#parts = parts;
    this.#state = { state: 'lost', sinceMs: parts.clock.nowMs() };
    parts.source.start({
      hello: hello => {
        this.#hello = hello;
        this.#lastSequence = null;
      },
      values: frame => {
        // A frame twice, or an older one, is a gateway that repeats itself: its values are not fresh.
        if (this.#lastSequence !== null && frame.sequence <= this.#lastSequence)
          return this.#refuse('duplicate-frame');
        this.#lastSequence = frame.sequence;
        this.#lastFrameRealMs = parts.realClock.nowMs();
        for (const [k, id] of frame.ids.entries())
          this.#take(id, frame.values[k] ?? Number.NaN, frame.quality[k] ?? 2, frame.atMs);
        this.#announce();
      },
      forecast: frame => parts.forecast(frame),
      connection: (connected, detail) => {
        this.#connected = connected;
        this.#detail = detail;
        this.#announce();
      },
      malformed: () => this.#refuse('malformed-frame'),
    });
  }

  /** The latest value of a signal; null when it was never heard. */
  measured(signal: string): Measured | null {
    const heard = this.#heard.get(signal);
    const { clock, cycleMs, speed } = this.#parts;
    return heard === undefined ? null : measuredAt(signal, heard, clock.nowMs(), cycleMs * speed);
  }

  get simulated(): boolean {
    return this.#hello?.simulated ?? false;
  }

  status(): TelemetryStatus {
    const { clock, realClock, cycleMs, speed } = this.#parts;
    const ageMs = this.#lastFrameRealMs === null ? null : realClock.nowMs() - this.#lastFrameRealMs;
    const state = stateOf(ageMs, this.#connected, cycleMs);
    if (state !== this.#state.state) this.#state = { state, sinceMs: clock.nowMs() };
    const qualities = [...this.#heard].map(
      ([signal, heard]) => measuredAt(signal, heard, clock.nowMs(), cycleMs * speed).quality,
    );
    return {
      state,
      detail: this.#describe(state, ageMs),
      ageS: ageMs === null ? null : ageMs / 1000,
      quality: state === 'live' ? worstQuality(qualities.filter(q => q !== 'bad')) : 'stale',
      sinceMs: this.#state.sinceMs,
      signals: this.#heard.size,
      refused: { ...this.#refused },
    };
  }

  onChange(handler: () => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  async close(): Promise<void> {
    await this.#parts.source.close();
  }

  #take(id: string, value: number, quality: 0 | 1 | 2 | 3, atMs: MarketMs): void {
    const { clock, speed } = this.#parts;
    const heard = hear(id, value, quality, atMs, this.#heard.get(id), clock.nowMs(), speed);
    if (typeof heard === 'string') this.#refuse(heard);
    else this.#heard.set(id, heard);
  }

  #refuse(reason: Refusal | 'duplicate-frame' | 'malformed-frame'): void {
    this.#refused[reason] = (this.#refused[reason] ?? 0) + 1;
  }

  #describe(state: TelemetryStatus['state'], ageMs: number | null): string {
    if (state === 'live') return `${this.#heard.size} signals`;
    const age = ageMs === null ? 'none has come yet' : `the last came ${Math.round(ageMs / 1000)} s ago`;
    return this.#connected ? `${age}` : `${age}; ${this.#detail || 'not connected'}`;
  }

  #announce(): void {
    for (const handler of this.#handlers) handler();
  }
}

function stateOf(ageMs: number | null, connected: boolean, cycleMs: number): TelemetryStatus['state'] {
  if (ageMs === null || ageMs > LOST_AFTER_MS) return 'lost';
  if (ageMs > STALE_AFTER_CYCLES * cycleMs) return connected ? 'stale' : 'lost';
  return 'live';
}
