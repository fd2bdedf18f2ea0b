/** Grid fees: rows, totals three ways, export. */

import { exportFeeReport } from '../reports/export.ts';
import { type FeeReport, feeReport } from '../reports/fee-report.ts';
import type { Implementation } from '../shells/implementation.ts';
import { feeLines } from './fee-lines.ts';
import type { Services } from './services.ts';

export function feesScreen(services: Services): Implementation['fees'] {
  return {
    page: ({ fromMs, toMs, offset, limit }) => {
      const { lines, totals } = report(services, fromMs, toMs);
      return {
        total: lines.length,
        rows: lines.slice(offset, offset + limit).map(l => ({
          tradeId: l.tradeId,
          interval: l.interval,
          sellerPoint: l.sellerPoint,
          buyerPoint: l.buyerPoint,
          sellerPlace: services.market.placeBeyond(l.sellerPoint),
          buyerPlace: services.market.placeBeyond(l.buyerPoint),
          energyWh: String(l.energyWh),
          lossesMicroEur: String(l.lossesMicroEur),
          congestionMicroEur: String(l.congestionMicroEur),
          voltageMicroEur: String(l.voltageMicroEur),
          fixedMicroEur: String(l.fixedMicroEur),
          feeMicroEur: String(l.feeMicroEur),
          settled: l.settledMicroEur !== null,
          blockNumber: l.blockNumber,
        })),
        totals: {
          trades: totals.trades,
          energyWh: String(totals.energyWh),
          lossesMicroEur: String(totals.lossesMicroEur),
          congestionMicroEur: String(totals.congestionMicroEur),
          voltageMicroEur: String(totals.voltageMicroEur),
          fixedMicroEur: String(totals.fixedMicroEur),
          rowsMicroEur: String(totals.rowsMicroEur),
          chainMicroEur: String(totals.chainMicroEur),
          settledMicroEur: String(totals.settledMicroEur),
          equal: totals.equal,
          fromBlock: totals.fromBlock,
          toBlock: totals.toBlock,
          toBlockHash: totals.toBlockHash,
        },
      };
    },
    export: async ({ fromMs, toMs, format }) => exportFeeReport(report(services, fromMs, toMs), format),
  };
}

/** From the store alone, as the command line does it: screen and file cannot differ. */
function report({ store }: Services, fromMs: number, toMs: number): FeeReport {
  const head = store.head();
  return feeReport(feeLines(store), { fromMs, toMs }, { number: head?.number ?? 0, hash: head?.hash ?? '' });
}
