import { z } from 'zod';
import { zAmount, zMs, zNothing } from './common.ts';
import { query, stream } from './procedure.ts';

export const zAuditRow = z.object({
  sequence: z.number().int(),
  atMs: zMs,
  wallClock: z.string(),
  who: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
  hash: z.string(),
  /** Of the entry before; zeros before the first. */
  previousHash: z.string(),
  /** Of a purchase, at the prices of its offers on chain; not part of the entry. null: no purchase, or a price is not known here. */
  costMicroEur: zAmount.nullable(),
});
export type AuditRow = z.output<typeof zAuditRow>;

export const audit = {
  revision: stream(zNothing, z.object({ length: z.number().int() })),
  page: query(
    z.object({
      text: z.string().max(100),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({ total: z.number().int(), rows: z.array(zAuditRow) }),
  ),
  /** Walks the whole hash chain. */
  verify: query(
    zNothing,
    z.object({
      valid: z.boolean(),
      entries: z.number().int(),
      brokenAt: z.number().int().nullable(),
      head: z.string(),
    }),
  ),
};
