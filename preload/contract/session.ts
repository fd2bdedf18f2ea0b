/** The frame of every screen: clock, interlock, chain, data age, counts. Pushed about once a second and on change. */
import { z } from 'zod';
import { zInterval, zMs, zNothing } from './common.ts';
import { stream } from './procedure.ts';

export const zPart = z.object({
  state: z.enum(['good', 'amber', 'red', 'unknown']),
  /** Short words for the status line. */
  text: z.string(),
  /** The reason, for hover, focus and screen readers. */
  reason: z.string(),
});

export const zStatus = z.object({
  network: z.string(),
  simulated: z.boolean(),
  speed: z.number(),
  operator: z.object({ name: z.string(), role: z.enum(['DSO', 'TSO']), account: z.string() }),
  nowMs: zMs,
  interval: zInterval,
  intervalSeconds: z.number().int(),
  /** The next gate to close: for which interval and when. */
  gate: z.object({ interval: zInterval, closesAtMs: zMs }),
  gridState: z.enum(['normal', 'alert', 'emergency', 'unknown']),
  gridStateWhy: z.string(),
  chain: zPart.extend({
    head: z.number().int(),
    endpoints: z.number().int(),
    endpointsAgree: z.number().int(),
  }),
  data: zPart.extend({ ageS: z.number() }),
  supervision: zPart.extend({
    pending: z.number().int(),
    held: z.number().int(),
    rejected: z.number().int(),
    accepted: z.number().int(),
    reduced: z.number().int(),
  }),
  alarms: z.object({
    critical: z.number(),
    high: z.number(),
    medium: z.number(),
    low: z.number(),
    unacknowledged: z.number(),
  }),
  interlock: z.object({
    locked: z.boolean(),
    reasons: z.array(z.object({ source: z.string(), reason: z.string(), sinceMs: zMs })),
  }),
});
export type Status = z.output<typeof zStatus>;

export const session = {
  status: stream(zNothing, zStatus),
};
