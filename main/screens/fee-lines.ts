/** Fee lines from a store: trades with a fee on chain, the parts this console worked out, what was settled. */
import { batchOf } from '../market/trade-book.ts';
import type { RecordedVerdict, Trade } from '../records/market.ts';
import type { FeeParts, Verdict } from '../records/supervision.ts';
import type { FeeLine } from '../reports/fee-report.ts';
import type { ReadStore } from '../store/types.ts';

/**
 * The parts are those of the very verdict that is on chain: a trade may have been decided again since. Parts of a fee that some
 * other operator's console gave are not known here: the whole stands in the fixed part.
 */
export function feeLines(store: Pick<ReadStore, 'events' | 'everyVerdict'>): FeeLine[] {
  const trades = new Map<string, Trade>();
  const recorded = new Map<string, RecordedVerdict>();
  const settled = new Map<string, { readonly energyWh: bigint; readonly feeMicroEur: bigint }>();
  for (const event of store.events({ types: ['trade', 'verdict', 'trade-settled', 'batch-voided'] })) {
    if (event.type === 'trade') trades.set(event.trade.id, event.trade);
    else if (event.type === 'verdict') recorded.set(event.verdict.tradeId, event.verdict);
    else if (event.type === 'trade-settled') settled.set(event.tradeId, event);
    else if (event.type === 'batch-voided')
      for (const id of settled.keys()) if (batchOf({ id }) === event.batchId) settled.delete(id);
  }
  const parts = new Map<string, FeeParts>();
  for (const own of store.everyVerdict())
    if (isRecordedAs(own, recorded.get(own.tradeId))) parts.set(own.tradeId, own.fee);
  const lines: FeeLine[] = [];
  for (const [tradeId, verdict] of recorded) {
    const trade = trades.get(tradeId);
    if (!trade || verdict.energyWh === 0n) continue;
    const fee = parts.get(tradeId) ?? {
      lossesMicroEur: 0n,
      congestionMicroEur: 0n,
      voltageMicroEur: 0n,
      fixedMicroEur: verdict.feeMicroEur,
    };
    lines.push({
      tradeId,
      interval: trade.interval,
      sellerPoint: trade.sellerPoint,
      buyerPoint: trade.buyerPoint,
      energyWh: verdict.energyWh,
      ...fee,
      feeMicroEur: verdict.feeMicroEur,
      settledWh: settled.get(tradeId)?.energyWh ?? null,
      settledMicroEur: settled.get(tradeId)?.feeMicroEur ?? null,
      blockNumber: verdict.recordedAt.blockNumber,
    });
  }
  return lines;
}

/** By evidence and energy, not by the fee itself: whether the fee agrees is what the report has to find out. */
function isRecordedAs(own: Verdict, recorded: RecordedVerdict | undefined): boolean {
  return own.inputHash === recorded?.evidence && own.energySafeWh === recorded.energyWh;
}
