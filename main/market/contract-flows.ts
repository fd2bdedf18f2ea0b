/** Who delivers to whom by contract: accepted and pending energy between pairs of buses, as power. Not what flows physically. */
import type { TradeKind } from '../records/market.ts';
import { decisionOf, scheduledWh, type TradeEntry } from './trade-book.ts';

export interface ContractFlow {
  readonly fromBus: number;
  readonly toBus: number;
  readonly kw: number;
  readonly trades: number;
  readonly kind: TradeKind;
}

/** @param most the largest of them, by power; the rest is not drawn */
export function contractFlows(
  entries: readonly TradeEntry[],
  busOf: (point: string) => number | null,
  hours: number,
  most: number,
): ContractFlow[] {
  const flows = new Map<
    string,
    { fromBus: number; toBus: number; wh: bigint; trades: number; kind: TradeKind }
  >();
  for (const entry of entries) {
    const { trade } = entry;
    const wh = decisionOf(entry) === 'pending' && !entry.lapsed ? trade.energyWh : scheduledWh(entry);
    const fromBus = busOf(trade.sellerPoint);
    const toBus = busOf(trade.buyerPoint);
    if (wh === 0n || fromBus === null || toBus === null || fromBus === toBus) continue;
    const key = `${fromBus} ${toBus} ${trade.kind}`;
    const flow = flows.get(key) ?? { fromBus, toBus, wh: 0n, trades: 0, kind: trade.kind };
    flow.wh += wh;
    flow.trades++;
    flows.set(key, flow);
  }
  return [...flows.values()]
    .map(({ wh, ...flow }) => ({ ...flow, kw: Number(wh) / 1000 / hours }))
    .sort((a, b) => b.kw - a.kw || a.fromBus - b.fromBus || a.toBus - b.toBus)
    .slice(0, most);
}
