/** Schemas that several screens share. Times are market time in ms; intervals are their start in Unix seconds. */
import { z } from 'zod';

export const zNothing = z.object({}).strict();
export const zInterval = z.number().int().multipleOf(900);
export const zMs = z.number();
export const zQuality = z.enum(['good', 'suspect', 'bad', 'substituted', 'stale']);
export const zLight = z.enum(['green', 'amber', 'red', 'unknown']);
export const zDecision = z.enum(['pending', 'accepted', 'reduced', 'rejected', 'held']);
export const zTradeKind = z.enum(['bilateral', 'pool', 'auction', 'community', 'multi-bilateral', 'sharing']);
export const zPriority = z.enum(['critical', 'high', 'medium', 'low']);
export const zLimitKind = z.enum(['voltage-high', 'voltage-low', 'line-loading', 'transformer-loading']);
/** The instant a picture shows: live values, or the schedule of one delivery interval (past, present or coming). */
export const zInstant = z.union([z.literal('now'), z.object({ interval: zInterval })]);
/** Integer amounts cross as decimal text, so that no digit is lost on the way. */
export const zAmount = z.string().regex(/^-?\d+$/);
export const zFloats = z.instanceof(Float32Array);

export const zBinding = z.object({
  limit: zLimitKind,
  element: z.string(),
  value: z.number(),
  limitValue: z.number(),
  margin: z.number(),
  unit: z.string(),
  leg: z.enum(['both', 'seller-only', 'buyer-only']),
});

export const zRisk = z.object({
  id: z.string(),
  element: z.string(),
  limit: zLimitKind,
  segment: z.string(),
  fromInterval: zInterval,
  toInterval: zInterval,
  worstInterval: zInterval,
  worstValue: z.number(),
  /** How many of its intervals are beyond the limit; the others only come near it. */
  violatedIntervals: z.number().int(),
  limitValue: z.number(),
  unit: z.string(),
  severity: z.enum(['foreseen', 'violated']),
});

/** What a measure does to a limit, by AC power flow. */
export const zMovedLimit = z.object({
  element: z.string(),
  limit: zLimitKind,
  before: z.number(),
  after: z.number(),
  limitValue: z.number(),
  unit: z.string(),
});

/** What the check of a measure against every limit of the grid says; none: its effect is not known, and nothing is proposed. */
export const zFinding = z.object({
  proposal: z.enum(['confirm', 'refuse', 'none']),
  sentence: z.string(),
  worst: zMovedLimit.nullable(),
});

/** Where a command is on its way to the chain. */
export const zIntentState = z.enum(['recorded', 'sent', 'included', 'failed', 'expired']);

/** Key of a confirmation: given again, it acts once. */
export const zConfirmToken = z.string().min(8).max(64);

/** What became of a command: an intent on its way to the chain, or a refusal in words. */
export const zCommandAnswer = z.union([
  z.object({ accepted: z.literal(true), intentId: z.string() }),
  z.object({ accepted: z.literal(false), reason: z.string() }),
]);
