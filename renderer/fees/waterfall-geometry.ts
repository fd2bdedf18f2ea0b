/** The waterfall of one fee: levels in exact micro-euro, places in pixels. */
import type { FeeRow } from '../../preload/contract/fees.ts';
import { feeParts } from '../trades/trade-rows.ts';
import { sumAmounts } from '../ui/amounts.ts';

/** A bar from one level to the next; a negative part goes down. */
export interface Step {
  readonly name: string;
  readonly from: bigint;
  readonly to: bigint;
}

export interface Waterfall {
  /** The parts, each from where the last one ended; then the fee from zero. */
  readonly steps: readonly Step[];
  /** Fee on chain less the level that the parts reach: zero unless the record contradicts itself. */
  readonly gapMicroEur: bigint;
}

export function waterfallOf(row: FeeRow): Waterfall {
  const steps: Step[] = [];
  let level = 0n;
  for (const part of feeParts(row)) {
    const to = sumAmounts([String(level), part.microEur]);
    steps.push({ name: part.name, from: level, to });
    level = to;
  }
  const fee = BigInt(row.feeMicroEur);
  return { steps: [...steps, { name: 'Fee', from: 0n, to: fee }], gapMicroEur: fee - level };
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Room for the amounts above the highest and below the lowest bar. */
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedBar {
  readonly name: string;
  readonly amountMicroEur: bigint;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** Middle of the column, and where its amount stands: above what goes up, below what goes down. */
  readonly middle: number;
  readonly amountY: number;
  /** Where the bar ends; the next part begins at this height. */
  readonly endY: number;
}

export function placeBars(
  steps: readonly Step[],
  frame: Frame,
): { readonly zeroY: number; readonly bars: readonly PlacedBar[] } {
  const levels = [0n, ...steps.flatMap(s => [s.from, s.to])];
  const low = levels.reduce((a, b) => (a < b ? a : b));
  const high = levels.reduce((a, b) => (a > b ? a : b));
  const plot = frame.height - frame.top - frame.bottom;
  const y = (level: bigint) => frame.top + plot * (1 - share(level, low, high));
  const column = frame.width / Math.max(1, steps.length);
  const width = Math.min(BAR_PX_MAX, column * 0.6);
  const bars = steps.map((step, i): PlacedBar => {
    const [start, end] = [y(step.from), y(step.to)];
    const middle = column * (i + 0.5);
    return {
      name: step.name,
      amountMicroEur: step.to - step.from,
      x: middle - width / 2,
      width,
      y: Math.min(start, end),
      height: Math.abs(start - end),
      middle,
      amountY: step.to < step.from ? end + TEXT_BELOW_PX : end - TEXT_ABOVE_PX,
      endY: end,
    };
  });
  return { zeroY: y(0n), bars };
}

/** Where a level stands between low (0) and high (1). Divided as integers: only the picture is rounded. */
function share(level: bigint, low: bigint, high: bigint): number {
  if (low === high) return 0;
  return Number(((level - low) * SHARE_STEPS) / (high - low)) / Number(SHARE_STEPS);
}

const SHARE_STEPS = 100_000n; // finer than any screen
const BAR_PX_MAX = 64;
const TEXT_ABOVE_PX = 5;
const TEXT_BELOW_PX = 13;
