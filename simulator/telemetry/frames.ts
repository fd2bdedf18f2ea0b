/** The telemetry protocol `interlock-telemetry/1`: JSON text frames from the field to the console, one way. */
import { z } from 'zod';

/** First frame after the connection: what there is. */
export const zHello = z.object({
  type: z.literal('hello'),
  protocol: z.literal('interlock-telemetry/1'),
  simulated: z.boolean(),
  network: z.string(),
  /** Ids of connection points with a meter. */
  points: z.array(z.string()),
  /** `bus:<id>:vmPu`, `branch:<id>:pFromMw`, `branch:<id>:qFromMvar`, `branch:<id>:loadingPercent`. */
  signals: z.array(z.object({ id: z.string() })),
});

/** Measured values; pFromMw and qFromMvar are positive into the branch. */
export const zValues = z.object({
  type: z.literal('values'),
  /** Market time, ms. */
  atMs: z.number(),
  /** Counts up by one per frame of a source. */
  sequence: z.number().int(),
  ids: z.array(z.string()),
  values: z.array(z.number()),
  /** 0 good, 1 suspect, 2 bad, 3 substituted. */
  quality: z.array(z.number().int().min(0).max(3)),
});

/** Baseline of an interval, kW, injection positive; replaces an earlier one for the same points. */
export const zForecast = z.object({
  type: z.literal('forecast'),
  issuedAtMs: z.number(),
  /** Start, Unix seconds. */
  interval: z.number().int(),
  points: z.array(z.string()),
  pKw: z.array(z.number()),
});

/** Metered net energy of an interval that ended, Wh, injection positive. */
export const zReadings = z.object({
  type: z.literal('readings'),
  interval: z.number().int(),
  points: z.array(z.string()),
  netWh: z.array(z.number().int()),
});

export const zFrame = z.discriminatedUnion('type', [zHello, zValues, zForecast, zReadings]);
export type Frame = z.output<typeof zFrame>;
