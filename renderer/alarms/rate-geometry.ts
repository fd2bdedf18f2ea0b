/** Where the bars of the alarm rate stand: one per window of ten minutes, against the flood line. */
import { FLOOD_ABOVE } from './alarm-rows.ts';

export interface RateBar {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  readonly flood: boolean;
}

/** `height` is where the axis stands; above `top` there is room for the words of the flood line. */
export function rateChart(
  windows: readonly { raised: number }[],
  frame: { width: number; height: number; top: number },
): { bars: RateBar[]; floodY: number } {
  const most = windows.reduce((m, w) => Math.max(m, w.raised), FLOOD_ABOVE);
  const y = (raised: number): number => frame.height - (raised / most) * (frame.height - frame.top);
  const step = frame.width / Math.max(1, windows.length);
  return {
    bars: windows.map(({ raised }, index) => ({
      x: index * step,
      width: Math.max(1, step - 1),
      y: y(raised),
      height: frame.height - y(raised),
      flood: raised > FLOOD_ABOVE,
    })),
    floodY: y(FLOOD_ABOVE),
  };
}
