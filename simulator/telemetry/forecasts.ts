/** Forecasts as they are issued: the coming 96 intervals, and again when the weather service knows better. */
import { atLocalMinute, localTime } from '../../grid-models/demonstration/local-time.ts';
import { baselineKw, COLD_KNOWN_MINUTE, coldWeight } from '../../grid-models/demonstration/scenarios.ts';
import { INTERVAL_S, type Setting } from '../setting.ts';
import type { Frame } from './frames.ts';

type Forecast = Extract<Frame, { type: 'forecast' }>;

export interface Forecasts {
  /** What is new at this market time, in ms. */
  advance(nowMs: number): Forecast[];
  /** The valid forecast of every interval that is not over, oldest interval first. */
  current(): Forecast[];
}

export function forecasts(setting: Setting): Forecasts {
  const { points, scenario } = setting;
  const ids = points.map(p => p.id);
  const issued = new Map<number, Forecast>();
  return {
    advance: nowMs => {
      const nowS = nowMs / 1000;
      const running = Math.floor(nowS / INTERVAL_S) * INTERVAL_S;
      for (const interval of issued.keys()) if (interval < running) issued.delete(interval);
      const fresh: Forecast[] = [];
      for (let n = 0; n < HORIZON; n++) {
        const interval = running + n * INTERVAL_S;
        const before = issued.get(interval);
        if (before && !isOutdated(setting, before, nowS)) continue;
        const pKw = Array.from(
          baselineKw(scenario, points, interval, nowS),
          kw => Math.round(kw * 1000) / 1000,
        );
        const frame: Forecast = {
          type: 'forecast',
          issuedAtMs: Math.round(nowMs),
          interval,
          points: ids,
          pKw,
        };
        issued.set(interval, frame);
        fresh.push(frame);
      }
      return fresh;
    },
    current: () => [...issued.values()].sort((a, b) => a.interval - b.interval),
  };
}

/** Issued before the cold was known, and it is known now. */
function isOutdated(setting: Setting, forecast: Forecast, nowS: number): boolean {
  if (setting.scenario.stress === null || coldWeight(localTime(forecast.interval).minuteOfDay) === 0)
    return false;
  const knownS = atLocalMinute(forecast.interval, COLD_KNOWN_MINUTE);
  return forecast.issuedAtMs / 1000 < knownS && nowS >= knownS;
}

/** Intervals of a day. */
const HORIZON = 96;
