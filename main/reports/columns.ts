/** The columns of the fee report: one list for every format, so that no export forgets one. */
import type { FeeLine, FeeTotals } from './fee-report.ts';

export interface Column {
  readonly title: string;
  /** Text stays text in every program; integers stay integers. */
  value(line: FeeLine): string | bigint | null;
  /** What stands in the last row. */
  total(totals: FeeTotals): string | bigint | null;
}

export const COLUMNS: readonly Column[] = [
  { title: 'trade', value: l => l.tradeId, total: () => 'total' },
  {
    title: 'interval_start_utc',
    value: l => new Date(l.interval * 1000).toISOString().replace('.000', ''),
    total: () => null,
  },
  { title: 'seller_point', value: l => l.sellerPoint, total: () => null },
  { title: 'buyer_point', value: l => l.buyerPoint, total: () => null },
  { title: 'energy_wh', value: l => l.energyWh, total: t => t.energyWh },
  { title: 'losses_micro_eur', value: l => l.lossesMicroEur, total: t => t.lossesMicroEur },
  { title: 'congestion_micro_eur', value: l => l.congestionMicroEur, total: t => t.congestionMicroEur },
  { title: 'voltage_micro_eur', value: l => l.voltageMicroEur, total: t => t.voltageMicroEur },
  { title: 'fixed_micro_eur', value: l => l.fixedMicroEur, total: t => t.fixedMicroEur },
  { title: 'fee_micro_eur', value: l => l.feeMicroEur, total: t => t.chainMicroEur },
  { title: 'settled_micro_eur', value: l => l.settledMicroEur, total: t => t.settledMicroEur },
  { title: 'block', value: l => BigInt(l.blockNumber), total: () => null },
];

/** What the report covers and rests on, as label and value; stands in every format. */
export function heading(
  fromMs: number,
  toMs: number,
  totals: FeeTotals,
): readonly (readonly [string, string])[] {
  return [
    ['Grid fees', 'delivery intervals that start in the period'],
    ['Period', `${new Date(fromMs).toISOString()} to ${new Date(toMs).toISOString()}, end not included`],
    ['Blocks', `${totals.fromBlock} to ${totals.toBlock}`],
    ['Last block', totals.toBlockHash],
    [
      'Sums agree',
      totals.equal
        ? 'yes: parts, verdicts on chain and settlements, row by row'
        : 'NO: see the rows whose parts differ from the fee',
    ],
  ];
}
