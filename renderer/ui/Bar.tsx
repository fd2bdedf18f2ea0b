import { formatNumber } from './numbers.ts';

/**
 * Loading bar: now as a filled bar, the forecast peak as a hollow one with its own edge, the limit as a line across.
 * Grey below the warning; amber when the peak passes it, red when the present value passes the limit. All in per cent.
 */
export function Bar(props: {
  now: number | null;
  peak?: number | null;
  limit: number;
  /** Where amber begins; by default the limit itself. */
  warning?: number;
  label: string;
}) {
  const { now, limit } = props;
  const peak = props.peak ?? null;
  const top = Math.max(limit * 1.25, now ?? 0, peak ?? 0);
  const x = (value: number): number => (100 * Math.max(0, value)) / top;
  const over = now !== null && now > limit;
  const foreseen = (peak !== null && peak > limit) || (now !== null && now > (props.warning ?? limit));
  const tone = over ? 'var(--red)' : foreseen ? 'var(--amber)' : 'var(--flow)';
  const peakTone = peak !== null && peak > limit ? 'var(--amber)' : 'var(--line)';
  const words = `${props.label}: now ${formatNumber(now, 1)} %, peak ${formatNumber(peak, 1)} %, limit ${formatNumber(limit, 0)} %`;
  return (
    <svg
      className="bar"
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      height="14"
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <line x1="0" x2="100" y1="13.5" y2="13.5" stroke="var(--hair)" vectorEffect="non-scaling-stroke" />
      {peak !== null && (
        <>
          <rect
            x="0"
            y="3"
            width={x(peak)}
            height="8"
            fill="none"
            stroke={peakTone}
            vectorEffect="non-scaling-stroke"
          />
          <line
            x1={x(peak)}
            x2={x(peak)}
            y1="1"
            y2="13"
            stroke={peakTone}
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
      {now !== null && <rect x="0" y="4.5" width={x(now)} height="5" fill={over ? 'var(--red)' : tone} />}
      <line
        x1={x(limit)}
        x2={x(limit)}
        y1="0"
        y2="14"
        stroke="var(--text)"
        strokeDasharray="2 1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
