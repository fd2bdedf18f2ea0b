/** Where the steps of a merit order stand: as wide as their power, as high as their price. */
import { scaleLinear } from 'd3-scale';
import { formatNumber } from '../ui/numbers.ts';
import type { ChartFrame } from '../ui/time-chart-geometry.ts';
import { type MeritRow, meritSum } from './merit-rows.ts';

export interface MeritStep {
  readonly row: MeritRow;
  readonly x: number;
  readonly width: number;
  /** Upper edge and height of the bar; `priceY` is the edge that stands for the price, the lower one of a negative price. */
  readonly y: number;
  readonly height: number;
  readonly priceY: number;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface MeritPicture {
  readonly steps: readonly MeritStep[];
  /** kW, over what is usable. */
  readonly xTicks: readonly Tick[];
  /** ct/kWh. */
  readonly yTicks: readonly Tick[];
  readonly zeroY: number;
  /** Where the blocked offers stand; null when there are none. */
  readonly blocked: { readonly x: number; readonly width: number } | null;
}

/** Between what counts and what does not. */
const GAP_PX = 12;
const TICK_PX = 64;
/** A small offer is still seen. */
const STEP_PX_MIN = 1;

/**
 * Usable offers from the left, so that the axis reads as their cumulative power; the blocked ones beyond a gap, where they
 * count for nothing.
 */
export function meritPicture(rows: readonly MeritRow[], frame: ChartFrame): MeritPicture {
  const { usableKw, blockedKw } = meritSum(rows);
  const isBlocked = (row: MeritRow): boolean => row.offer.blockedBy !== null;
  const gap = rows.some(isBlocked) && !rows.every(isBlocked) ? GAP_PX : 0;
  const right = Math.max(frame.left, frame.width - frame.right - gap);
  const x = scaleLinear([0, usableKw + blockedKw || 1], [frame.left, right]);
  const prices = rows.map(row => centPerKwh(row));
  const y = scaleLinear(
    [Math.min(0, ...prices), Math.max(0, ...prices) || 1],
    [frame.height - frame.bottom, frame.top],
  ).nice(3);

  const steps: MeritStep[] = [];
  const place = (row: MeritRow, fromKw: number, shift: number): number => {
    const [x0, x1, priceY] = [x(fromKw), x(fromKw + row.offer.kw), y(centPerKwh(row))];
    steps.push({
      row,
      x: x0 + shift,
      width: Math.max(STEP_PX_MIN, x1 - x0),
      y: Math.min(priceY, y(0)),
      height: Math.abs(y(0) - priceY),
      priceY,
    });
    return fromKw + row.offer.kw;
  };
  let kw = 0;
  for (const row of rows) if (!isBlocked(row)) kw = place(row, kw, 0);
  for (const row of rows) if (isBlocked(row)) kw = place(row, kw, gap);

  const usable = scaleLinear([0, usableKw], [x(0), x(usableKw)]);
  const width = x(usableKw) - x(0);
  return {
    steps,
    xTicks: usableKw > 0 ? ticksOf(usable.ticks(Math.max(1, Math.floor(width / TICK_PX))), x) : [],
    yTicks: ticksOf(y.ticks(3), y),
    zeroY: y(0),
    blocked:
      blockedKw > 0
        ? { x: x(usableKw) + gap, width: Math.max(STEP_PX_MIN, x(usableKw + blockedKw) - x(usableKw)) }
        : null,
  };
}

/** For the picture only: amounts in words are made from the exact integers. */
function centPerKwh({ offer }: MeritRow): number {
  return Number(offer.priceMicroEurPerKwh) / 10_000;
}

function ticksOf(values: readonly number[], scale: (value: number) => number): Tick[] {
  const step = values.length < 2 ? 1 : Math.abs(values[1]! - values[0]!);
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  return values.map(value => ({ at: scale(value), text: formatNumber(value, decimals) }));
}
