/** What every adapter of a field protocol gives the console: frames of values, forecasts, readings. The simulator is one of them. */
import type { IntervalStart, MarketMs } from '../records/units.ts';

export interface SourceHello {
  /** True only for a simulated source: the screens say so. */
  readonly simulated: boolean;
  readonly network: string;
  readonly points: readonly string[];
  readonly signals: readonly string[];
}

/** Quality as the field reports it: 0 good, 1 suspect, 2 bad, 3 substituted. */
export type ReportedQuality = 0 | 1 | 2 | 3;

export interface ValuesFrame {
  readonly atMs: MarketMs;
  /** Rises by one per frame of a source. */
  readonly sequence: number;
  readonly ids: readonly string[];
  readonly values: readonly number[];
  readonly quality: readonly ReportedQuality[];
}

export interface ForecastFrame {
  readonly issuedAtMs: MarketMs;
  readonly interval: IntervalStart;
  readonly points: readonly string[];
  /** Net injection positive. */
  readonly pKw: readonly number[];
}

export interface SourceHandlers {
  hello(hello: SourceHello): void;
  values(frame: ValuesFrame): void;
  forecast(frame: ForecastFrame): void;
  /** Connected or not, with what is known of the reason. */
  connection(connected: boolean, detail: string): void;
  /** A frame that does not follow the protocol: named, counted, never used. */
  malformed(problem: string): void;
}

/** One connection to the field. Reconnects by itself until closed. */
export interface TelemetrySource {
  start(handlers: SourceHandlers): void;
  close(): Promise<void>;
}
