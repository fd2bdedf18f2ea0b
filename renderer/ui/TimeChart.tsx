// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: the chart is read like a slider, value by value
import { useState } from 'react';
import { decimalsOf, formatNumber, NO_VALUE } from './numbers.ts';
import {
  type ChartFrame,
  type ChartSeries,
  drawSeries,
  hourTicks,
  intervalAt,
  scales,
  valueRange,
} from './time-chart-geometry.ts';
import { formatInterval, formatMinute, INTERVAL_S } from './times.ts';
import { useSize } from './use-size.ts';

export type { ChartSeries } from './time-chart-geometry.ts';

/**
 * Values by delivery interval on a time axis, with limits, the present and the chosen instant. Pointing or arrow keys
 * read values off it; Enter or a click chooses the interval.
 */
export function TimeChart(props: {
  title: string;
  unit: string;
  intervals: readonly number[];
  series: readonly ChartSeries[];
  limits?: readonly { value: number; label: string }[];
  /** Range that is shown at least. */
  least?: readonly [number, number];
  nowMs?: number;
  chosen?: number | null;
  onChoose?: (interval: number) => void;
  height: number;
  decimals?: number;
  hideTimeAxis?: boolean;
}) {
  const { ref, width } = useSize<HTMLDivElement>();
  const [at, setAt] = useState<number | null>(null);
  const { intervals, series } = props;
  const limits = props.limits ?? [];
  const decimals = props.decimals ?? decimalsOf(props.unit);
  const frame: ChartFrame = {
    width,
    height: props.height,
    left: 44,
    right: 10,
    top: 8,
    bottom: props.hideTimeAxis ? 6 : 20,
  };
  const fromS = intervals[0] ?? 0;
  const toS = (intervals.at(-1) ?? 0) + INTERVAL_S;
  const range = valueRange(
    series,
    limits.map(l => l.value),
    props.least,
  );
  const { x, y, ticks } = scales(frame, fromS, toS, range);
  const plotWidth = Math.max(1, width - frame.left - frame.right);
  const shown = at ?? (props.chosen == null ? -1 : intervals.indexOf(props.chosen));
  const interval = intervals[shown];
  const readout =
    interval === undefined
      ? null
      : `${formatInterval(interval)}  ${series
          .map(s => `${s.name} ${valueText(s, shown, decimals)}`)
          .join(' · ')} ${props.unit}`;
  const onChoose = props.onChoose;

  return (
    <figure className="chart" aria-label={`${props.title}, ${props.unit}`}>
      <figcaption className="chart-head">
        <strong>{props.title}</strong>
        <span>{props.unit}</span>
        {series.map(s => (
          <span key={s.name} className="chart-key">
            <svg width="16" height="10" aria-hidden="true">
              {s.kind === 'line' ? (
                <line
                  x1="0"
                  x2="16"
                  y1="5"
                  y2="5"
                  stroke={`var(--${s.tone})`}
                  strokeWidth="2"
                  strokeDasharray={s.dashed ? '4 2' : undefined}
                />
              ) : (
                <rect
                  width="16"
                  height="10"
                  fill={`var(--${s.tone})`}
                  fillOpacity={s.kind === 'band' ? 0.35 : 1}
                />
              )}
            </svg>
            {s.name}
          </span>
        ))}
        <span className="chart-readout" aria-live="polite">
          {readout}
        </span>
      </figcaption>
      <div ref={ref}>
        {width > 0 && (
          <svg
            width={width}
            height={props.height}
            role="slider"
            aria-label={`${props.title}: read by interval`}
            aria-valuemin={0}
            aria-valuemax={Math.max(0, intervals.length - 1)}
            aria-valuenow={Math.max(0, shown)}
            aria-valuetext={readout ?? 'no interval chosen'}
            tabIndex={0}
            onPointerMove={event => {
              const box = event.currentTarget.getBoundingClientRect();
              setAt(
                intervalAt(intervals, INTERVAL_S, (event.clientX - box.left - frame.left) / plotWidth)
                  ?.index ?? null,
              );
            }}
            onPointerLeave={() => setAt(null)}
            onClick={() => {
              if (interval !== undefined) onChoose?.(interval);
            }}
            onBlur={() => setAt(null)}
            onKeyDown={event => {
              const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -4, PageDown: 4 }[event.key];
              if (step !== undefined) {
                event.preventDefault();
                const start = shown >= 0 ? shown : nearest(intervals, (props.nowMs ?? 0) / 1000);
                setAt(Math.max(0, Math.min(intervals.length - 1, start + step)));
              } else if (event.key === 'Enter' && interval !== undefined) onChoose?.(interval);
            }}
          >
            {ticks.map(t => (
              <g key={t}>
                <line className="axis-line" x1={frame.left} x2={width - frame.right} y1={y(t)} y2={y(t)} />
                <text x={frame.left - 6} y={y(t) + 4} textAnchor="end">
                  {formatNumber(t, tickDecimals(range))}
                </text>
              </g>
            ))}
            {!props.hideTimeAxis &&
              hourTicks(fromS, toS, plotWidth, s => new Date(s * 1000).getHours()).map(t => (
                <g key={t}>
                  <line
                    className="axis-line"
                    x1={x(t)}
                    x2={x(t)}
                    y1={props.height - frame.bottom}
                    y2={props.height - frame.bottom + 4}
                  />
                  <text x={x(t)} y={props.height - 5} textAnchor="middle">
                    {formatMinute(t * 1000)}
                  </text>
                </g>
              ))}
            {drawSeries(series, intervals, INTERVAL_S, x, y).map((d, i) => (
              <path
                // biome-ignore lint/suspicious/noArrayIndexKey: series have a fixed order and may share a name
                key={i}
                d={d.path}
                fill={d.filled ? `var(--${d.tone})` : 'none'}
                fillOpacity={series[i]?.kind === 'band' ? 0.35 : 1}
                stroke={d.filled ? 'none' : `var(--${d.tone})`}
                strokeWidth="1.5"
                strokeDasharray={d.dashed ? '5 3' : undefined}
              />
            ))}
            {limits.map(l => (
              <g key={l.label}>
                <line
                  x1={frame.left}
                  x2={width - frame.right}
                  y1={y(l.value)}
                  y2={y(l.value)}
                  stroke="var(--text)"
                  strokeDasharray="2 3"
                />
                <text x={width - frame.right - 4} y={y(l.value) - 4} textAnchor="end">
                  {l.label}
                </text>
              </g>
            ))}
            {props.nowMs !== undefined && inRange(props.nowMs / 1000, fromS, toS) && (
              <line
                className="now-line"
                x1={x(props.nowMs / 1000)}
                x2={x(props.nowMs / 1000)}
                y1={0}
                y2={props.height - frame.bottom}
              />
            )}
            {interval !== undefined && (
              <rect
                x={x(interval)}
                width={Math.max(2, x(interval + INTERVAL_S) - x(interval))}
                y={frame.top}
                height={props.height - frame.top - frame.bottom}
                fill="var(--info)"
                fillOpacity="0.25"
              />
            )}
          </svg>
        )}
      </div>
    </figure>
  );
}

function valueText(series: ChartSeries, index: number, decimals: number): string {
  const value = series.values[index];
  if (value === null || value === undefined) return NO_VALUE;
  const upper = series.kind === 'band' ? series.upper?.[index] : undefined;
  return upper === undefined || upper === null
    ? formatNumber(value, decimals)
    : `${formatNumber(value, decimals)}…${formatNumber(upper, decimals)}`;
}

function tickDecimals(range: readonly [number, number]): number {
  const span = range[1] - range[0];
  return span >= 10 ? 0 : span >= 1 ? 1 : span >= 0.1 ? 2 : 3;
}

function nearest(intervals: readonly number[], seconds: number): number {
  const index = intervals.findIndex(start => seconds < start + INTERVAL_S);
  return index < 0 ? Math.max(0, intervals.length - 1) : index;
}

function inRange(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
