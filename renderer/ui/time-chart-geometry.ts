/** Where the marks of a time chart stand. Pure: intervals and values in, paths and positions out. */
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';

export interface ChartSeries {
  readonly name: string;
  /** Token of the theme: 'flow', 'info', 'amber', 'contract', … */
  readonly tone: string;
  /** 'line' between values, 'band' between `values` and `upper`, 'stack' as bars on the stacks before it. */
  readonly kind: 'line' | 'band' | 'stack';
  readonly values: readonly (number | null)[];
  readonly upper?: readonly (number | null)[];
  readonly dashed?: boolean;
}

export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Smallest and largest value shown, limits included, with a little air; never an empty range. */
export function valueRange(
  series: readonly ChartSeries[],
  limits: readonly number[],
  least?: readonly [number, number],
): [number, number] {
  const stacked = stackTops(series);
  const values = [
    ...limits,
    ...(least ?? []),
    ...stacked,
    ...series.filter(s => s.kind !== 'stack').flatMap(s => [...s.values, ...(s.upper ?? [])]),
  ].filter((v): v is number => v !== null && Number.isFinite(v));
  if (values.length === 0) return [0, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  if (low === high) return [low - 0.5, high + 0.5];
  const air = (high - low) * 0.06;
  return [low === 0 ? 0 : low - air, high + air];
}

function stackTops(series: readonly ChartSeries[]): number[] {
  const stacks = series.filter(s => s.kind === 'stack');
  const count = stacks[0]?.values.length ?? 0;
  return Array.from({ length: count }, (_, i) =>
    stacks.reduce((sum, s) => sum + (s.values[i] ?? 0), 0),
  ).concat(count > 0 ? [0] : []);
}

export interface Drawn {
  readonly name: string;
  readonly tone: string;
  readonly dashed: boolean;
  /** Filled (band, stack) or stroked (line). */
  readonly filled: boolean;
  readonly path: string;
}

/** Paths of all series. A gap in the values is a gap in the picture. `steps`: values hold for their interval. */
export function drawSeries(
  series: readonly ChartSeries[],
  intervals: readonly number[],
  intervalS: number,
  x: (seconds: number) => number,
  y: (value: number) => number,
): Drawn[] {
  const below = intervals.map(() => 0);
  return series.map(s => {
    const points = intervals.map((start, i) => ({ start, i }));
    // The last value holds to its interval's end: one more point closes the step.
    const end = intervals.at(-1);
    const closed =
      end === undefined ? points : [...points, { start: end + intervalS, i: intervals.length - 1 }];
    const value = (i: number): number => s.values[i] ?? Number.NaN;
    if (s.kind === 'line') {
      const path = line<{ start: number; i: number }>()
        .defined(p => Number.isFinite(value(p.i)))
        .curve(curveStepAfter)
        .x(p => x(p.start))
        .y(p => y(value(p.i)))(closed);
      return { name: s.name, tone: s.tone, dashed: s.dashed ?? false, filled: false, path: path ?? '' };
    }
    const base = s.kind === 'stack' ? [...below] : intervals.map((_, i) => s.values[i] ?? Number.NaN);
    const top = intervals.map((_, i) =>
      s.kind === 'stack' ? (below[i] ?? 0) + (s.values[i] ?? 0) : (s.upper?.[i] ?? Number.NaN),
    );
    if (s.kind === 'stack')
      top.forEach((t, i) => {
        below[i] = t;
      });
    const path = area<{ start: number; i: number }>()
      .defined(p => Number.isFinite(base[p.i] ?? Number.NaN) && Number.isFinite(top[p.i] ?? Number.NaN))
      .curve(curveStepAfter)
      .x(p => x(p.start))
      .y0(p => y(base[p.i] ?? 0))
      .y1(p => y(top[p.i] ?? 0))(closed);
    return { name: s.name, tone: s.tone, dashed: false, filled: true, path: path ?? '' };
  });
}

export function scales(
  frame: ChartFrame,
  fromS: number,
  toS: number,
  range: readonly [number, number],
): { x: (seconds: number) => number; y: (value: number) => number; ticks: number[] } {
  const x = scaleLinear([fromS, toS], [frame.left, frame.width - frame.right]);
  const y = scaleLinear(range, [frame.height - frame.bottom, frame.top]);
  return { x: s => x(s), y: v => y(v), ticks: y.ticks(frame.height > 140 ? 5 : 3) };
}

/** Full hours for the axis, thinned so that labels do not touch. `hourOf` gives the local hour of an instant. */
export function hourTicks(
  fromS: number,
  toS: number,
  widthPx: number,
  hourOf: (seconds: number) => number,
): number[] {
  const hours = (toS - fromS) / 3600;
  const step = [1, 2, 3, 4, 6, 12, 24].find(n => (hours / n) * 46 <= widthPx) ?? 24;
  const ticks: number[] = [];
  for (let t = Math.ceil(fromS / 3600) * 3600; t <= toS; t += 3600) if (hourOf(t) % step === 0) ticks.push(t);
  return ticks;
}

/** The interval under a horizontal position; null outside of all. */
export function intervalAt(
  intervals: readonly number[],
  intervalS: number,
  fraction: number,
): { index: number; interval: number } | null {
  const first = intervals[0];
  const end = intervals.at(-1);
  if (first === undefined || end === undefined) return null;
  const seconds = first + fraction * (end + intervalS - first);
  const index = intervals.findIndex(start => seconds >= start && seconds < start + intervalS);
  const interval = intervals[index];
  return interval === undefined ? null : { index, interval };
}
