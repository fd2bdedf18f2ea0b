/** What a fee and its totals say in words and exact numbers. */
import type { z } from 'zod';
import type { FeeRow, zFeeTotals } from '../../preload/contract/fees.ts';
import { feeParts } from '../trades/trade-rows.ts';
import { formatDecimal, formatEuro, sumAmounts } from '../ui/amounts.ts';
import { NO_VALUE } from '../ui/numbers.ts';

export type FeeTotals = z.output<typeof zFeeTotals>;

export interface PartLine {
  readonly name: string;
  readonly microEur: string;
  /** What it is, and what its sign means. */
  readonly words: string;
}

/** The parts in the order of the waterfall, then the fee. */
export function partLines(row: FeeRow): PartLine[] {
  return [...feeParts(row), { name: 'Fee', microEur: row.feeMicroEur }].map(part => ({
    ...part,
    words: WORDS[part.name] ?? '',
  }));
}

/** Whose console priced it is not in the row; parts of a fee from elsewhere are not known and stand whole under Fixed. */
export function partsMayBeUnknown(row: FeeRow): boolean {
  return (
    [row.lossesMicroEur, row.congestionMicroEur, row.voltageMicroEur].every(part => BigInt(part) === 0n) &&
    BigInt(row.fixedMicroEur) !== 0n
  );
}

/** Micro-euro for so many Wh → cent per kWh, three decimals, with sign. */
export function centPerKwh(microEur: string, energyWh: string): string {
  const wh = BigInt(energyWh);
  if (wh === 0n) return NO_VALUE;
  return formatDecimal((BigInt(microEur) * 1000n * FINER) / wh, {
    scale: 4 + FINER_DIGITS,
    decimals: 3,
    sign: true,
  });
}

type Sign = '=' | '≠';

export interface Equality {
  readonly equal: boolean;
  /** Equal how, or what differs from what and by how much; one sentence each. */
  readonly words: readonly string[];
  /** What stands between the parts and the rows, and between the rows and the chain. */
  readonly signs: { readonly rows: Sign; readonly chain: Sign };
  /** Fees on chain that no settlement has taken yet; null where the sums do not allow to say. */
  readonly openMicroEur: bigint | null;
}

/** Holds the console's own verdict (`equal`, row by row) against sums made here. */
export function equalityOf(totals: FeeTotals): Equality {
  const parts = sumAmounts(feeParts(totals).map(part => part.microEur));
  const [rows, chain] = [BigInt(totals.rowsMicroEur), BigInt(totals.chainMicroEur)];
  const signs = { rows: signOf(parts === rows), chain: signOf(rows === chain) };
  const words: string[] = [];
  if (rows !== chain) words.push(`rows less chain is ${formatEuro(rows - chain, 6, true)} €`);
  if (parts !== rows) words.push(`the four parts less the rows are ${formatEuro(parts - rows, 6, true)} €`);
  if (words.length === 0 && !totals.equal)
    words.push('the sums agree, but in single rows the parts or the settlement differ from the verdict');
  if (words.length > 0) return { equal: false, words, signs, openMicroEur: null };
  return {
    equal: true,
    words: ['equal, row by row'],
    signs,
    openMicroEur: chain - BigInt(totals.settledMicroEur),
  };
}

function signOf(equal: boolean): Sign {
  return equal ? '=' : '≠';
}

const WORDS: Readonly<Record<string, string>> = {
  Losses:
    'Energy that the grid loses more (+) or less (−) because of this trade, at the tariff’s energy price.',
  Congestion:
    'Loading added to (+) or taken off (−) branches near their limit: the nearer, the dearer. A fee beyond the tariff’s cap is brought back to it here.',
  Voltage: 'Voltage moved towards (+) or away from (−) the end of its band, at the buses nearest to it.',
  Fixed:
    'The tariff’s amount per kWh, the same in both directions, and the rest of rounding: the other three are whole micro-euro each, so the parts sum exactly.',
  Fee: 'As on chain. Plus: the buyer pays the grid operator. Minus: the grid is relieved and the operator pays the buyer.',
};
/** Digits kept below the micro-euro while dividing, so that the last shown one is right. */
const FINER_DIGITS = 6;
const FINER = 10n ** BigInt(FINER_DIGITS);
