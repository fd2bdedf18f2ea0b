import { z } from 'zod';
import { zInterval, zLight, zMs, zNothing, zRisk } from './common.ts';
import { stream } from './procedure.ts';

export const zSegmentRow = z.object({
  segment: z.string(),
  light: zLight,
  why: z.string(),
  worstElement: z.string().nullable(),
  loadingNowPercent: z.number().nullable(),
  loadingPeakPercent: z.number().nullable(),
  peakInterval: zInterval.nullable(),
  limitPercent: z.number(),
  vmPuMin: z.number().nullable(),
  vmPuMax: z.number().nullable(),
  /** Accepted trades that touch the segment in the coming interval. */
  contractKw: z.number(),
});

export const zOverview = z.object({
  segments: z.array(zSegmentRow),
  /** One value per interval on one time axis: loading of the worst elements, voltage band, trades by verdict. */
  day: z.object({
    nowMs: zMs,
    intervals: z.array(zInterval),
    worst: z.array(z.object({ element: z.string(), loadingPercent: z.array(z.number().nullable()) })),
    vmPuMin: z.array(z.number().nullable()),
    vmPuMax: z.array(z.number().nullable()),
    trades: z.object({
      pending: z.array(z.number()),
      accepted: z.array(z.number()),
      reduced: z.array(z.number()),
      rejected: z.array(z.number()),
      held: z.array(z.number()),
    }),
  }),
  risks: z.array(zRisk),
});
export type Overview = z.output<typeof zOverview>;

export const overview = {
  state: stream(zNothing, zOverview),
};
