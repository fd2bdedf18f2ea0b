import { z } from 'zod';
import { zAmount, zInterval, zMs } from './common.ts';
import { query } from './procedure.ts';

export const zFeeRow = z.object({
  tradeId: z.string(),
  interval: zInterval,
  sellerPoint: z.string(),
  buyerPoint: z.string(),
  /** Area and operator of an end that is not in this network; null: it is. */
  sellerPlace: z.string().nullable(),
  buyerPlace: z.string().nullable(),
  energyWh: zAmount,
  lossesMicroEur: zAmount,
  congestionMicroEur: zAmount,
  voltageMicroEur: zAmount,
  fixedMicroEur: zAmount,
  /** As on chain; the parts sum to it exactly. */
  feeMicroEur: zAmount,
  settled: z.boolean(),
  blockNumber: z.number().int(),
});
export type FeeRow = z.output<typeof zFeeRow>;

export const zFeeTotals = z.object({
  trades: z.number().int(),
  energyWh: zAmount,
  lossesMicroEur: zAmount,
  congestionMicroEur: zAmount,
  voltageMicroEur: zAmount,
  fixedMicroEur: zAmount,
  /** Three ways to the same sum: rows, verdict events on the verified chain, settlement events. */
  rowsMicroEur: zAmount,
  chainMicroEur: zAmount,
  settledMicroEur: zAmount,
  equal: z.boolean(),
  fromBlock: z.number().int(),
  toBlock: z.number().int(),
  toBlockHash: z.string(),
});

const zPeriod = z.object({ fromMs: zMs, toMs: zMs });

export const fees = {
  page: query(
    zPeriod.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
    z.object({ total: z.number().int(), rows: z.array(zFeeRow), totals: zFeeTotals }),
  ),
  export: query(
    zPeriod.extend({ format: z.enum(['csv', 'xlsx', 'pdf']) }),
    z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) }),
  ),
};
