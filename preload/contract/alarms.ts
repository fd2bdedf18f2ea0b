import { z } from 'zod';
import { zMs, zNothing, zPriority } from './common.ts';
import { command, query, stream } from './procedure.ts';

export const zAlarm = z.object({
  id: z.string(),
  priority: zPriority,
  title: z.string(),
  cause: z.string(),
  consequence: z.string(),
  action: z.string(),
  link: z.object({ screen: z.string(), subject: z.string() }),
  raisedAtMs: zMs,
  decideByMs: zMs.nullable(),
  state: z.enum(['unacknowledged', 'acknowledged', 'returned', 'shelved']),
  returnedAtMs: zMs.nullable(),
  acknowledgedBy: z.string().nullable(),
  shelvedUntilMs: zMs.nullable(),
  count: z.number().int(),
});
export type Alarm = z.output<typeof zAlarm>;

const zDone = z.union([
  z.object({ done: z.literal(true) }),
  z.object({ done: z.literal(false), reason: z.string() }),
]);

export const alarms = {
  list: stream(zNothing, z.object({ alarms: z.array(zAlarm) })),
  acknowledge: command(z.object({ ids: z.array(z.string()).min(1).max(50) }), zDone),
  shelve: command(
    z.object({
      id: z.string(),
      minutes: z.number().int().min(5).max(480),
      reason: z.string().min(5).max(200),
    }),
    zDone,
  ),
  /** Alarm rate by ten minutes and by priority, as ISA-18.2 asks. */
  performance: query(
    zNothing,
    z.object({
      windows: z.array(z.object({ fromMs: zMs, raised: z.number().int() })),
      byPriority: z.record(zPriority, z.number().int()),
      topSources: z.array(z.object({ title: z.string(), count: z.number().int() })),
    }),
  ),
};
