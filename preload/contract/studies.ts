/** What-if studies: fork an interval, change things, run, compare. No procedure here can act on the live grid. */
import { z } from 'zod';
import { zFloats, zInterval, zNothing } from './common.ts';
import { query, stream } from './procedure.ts';

export const zChange = z.discriminatedUnion('type', [
  /** segment '' means everywhere. */
  z.object({
    type: z.literal('scale'),
    what: z.enum(['pv', 'load', 'ev-charger', 'heat-pump', 'battery']),
    segment: z.string(),
    factor: z.number().min(0).max(20),
  }),
  z.object({ type: z.literal('switch'), element: z.string(), closed: z.boolean() }),
]);
export type StudyChange = z.output<typeof zChange>;

export const zScenario = z.object({
  name: z.string().min(1).max(80),
  /** First interval and how many; steps of the schedule as it stands. */
  from: zInterval.optional(),
  intervals: z.number().int().min(1).max(96).default(96),
  changes: z.array(zChange).max(50),
});
export type Scenario = z.output<typeof zScenario>;

export const zCaseResult = z.object({
  name: z.string(),
  intervals: z.array(zInterval),
  converged: z.array(z.boolean()),
  worstLoadingPercent: zFloats,
  worstElement: z.array(z.string()),
  vmPuMin: zFloats,
  vmPuMax: zFloats,
  lossesMw: zFloats,
  violations: z.array(
    z.object({
      interval: zInterval,
      element: z.string(),
      limit: z.string(),
      value: z.number(),
      limitValue: z.number(),
    }),
  ),
  inputHash: z.string(),
});
export type CaseResult = z.output<typeof zCaseResult>;

export const zStudyProgress = z.object({
  done: z.number().int(),
  total: z.number().int(),
  /** The present as it stands, and the changed case; set when finished. */
  result: z
    .object({ base: zCaseResult, changed: zCaseResult, sentences: z.array(z.string()), seconds: z.number() })
    .nullable(),
});
export type StudyProgress = z.output<typeof zStudyProgress>;

export const studies = {
  /** What can be changed: segments and switchable elements. */
  choices: query(
    zNothing,
    z.object({
      segments: z.array(z.string()),
      switches: z.array(z.object({ id: z.string(), name: z.string(), closed: z.boolean() })),
      intervals: z.array(zInterval),
    }),
  ),
  /** Unsubscribing cancels the run. */
  run: stream(zScenario, zStudyProgress),
};
