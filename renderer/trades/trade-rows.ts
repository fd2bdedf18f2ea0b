/** The trade screen's thinking: what is asked for, and what a trade's row and parts say. */
import type { TradeDetail, TradeRow } from '../../preload/contract/trades.ts';
import { formatCentPerKwh, formatKwh } from '../ui/amounts.ts';
import { formatNumber, NO_VALUE } from '../ui/numbers.ts';

export type Decision = TradeRow['decision'];
export const DECISIONS: readonly Decision[] = ['pending', 'held', 'rejected', 'reduced', 'accepted'];

export interface Wanted {
  readonly decisions: readonly Decision[];
  readonly text: string;
  /** Only the delivery interval of the shown instant. */
  readonly interval: number | null;
  /** Only trades that this element decided. */
  readonly element: string | null;
}

/** The contract's filter: what is not asked for is left out, so that it does not filter. */
export function filterOf(wanted: Wanted) {
  return {
    ...(wanted.decisions.length > 0 ? { decision: [...wanted.decisions] } : {}),
    ...(wanted.interval === null ? {} : { interval: wanted.interval }),
    ...(wanted.element === null ? {} : { element: wanted.element }),
    ...(wanted.text.trim() === '' ? {} : { text: wanted.text.trim().slice(0, 100) }),
  };
}

/** "T3 113.2 %": what bound the verdict; a dash where nothing came near. */
export function bindingWords(row: TradeRow): string {
  if (row.binding === null) return NO_VALUE;
  const { element, value, unit } = row.binding;
  return `${element} ${formatNumber(value, unit === '%' ? 1 : 3)} ${unit}`;
}

const RECORDS: Record<TradeRow['record'], { steps: number; words: string }> = {
  none: { steps: 0, words: 'open' },
  decided: { steps: 1, words: 'decided' },
  'on-chain': { steps: 2, words: 'on chain' },
  settled: { steps: 3, words: 'settled' },
};

/** decided here → on chain → settled, as three steps. */
export function recordWords(row: TradeRow): { steps: number; words: string } {
  return RECORDS[row.record];
}

/** "bilateral, 100.000 kWh at 8.00 ct/kWh, 42.000 kWh safe, margin −13.2 %, on chain": what a narrow table leaves out. */
export function termsWords(row: TradeRow): string {
  const { kind, energyWh, priceMicroEurPerKwh, safeWh } = row;
  return [
    kind,
    `${formatKwh(energyWh)} kWh at ${formatCentPerKwh(priceMicroEurPerKwh)} ct/kWh`,
    ...(safeWh === null ? [] : [`${formatKwh(safeWh)} kWh safe`]),
    ...(row.binding === null ? [] : [`margin ${marginWords(row)}`]),
    recordWords(row).words,
  ].join(', ');
}

/** Distance to the limit that bound, with its unit; a dash where nothing came near. */
export function marginWords({ binding }: TradeRow): string {
  return binding === null
    ? NO_VALUE
    : `${formatNumber(binding.margin, binding.unit === '%' ? 1 : 3, true)} ${binding.unit}`;
}

/** The parts of a fee in the order of the waterfall. */
export function feeParts(fee: NonNullable<TradeDetail['fee']>): { name: string; microEur: string }[] {
  return [
    { name: 'Losses', microEur: fee.lossesMicroEur },
    { name: 'Congestion', microEur: fee.congestionMicroEur },
    { name: 'Voltage', microEur: fee.voltageMicroEur },
    { name: 'Fixed', microEur: fee.fixedMicroEur },
  ];
}

/** 0x1234…cdef */
export function shortHash(hash: string): string {
  return hash.length <= 14 ? hash : `${hash.slice(0, 8)}…${hash.slice(-4)}`;
}
