import { formatStamp } from '../ui/times.ts';
import { useSize } from '../ui/use-size.ts';
import { FLOOD_ABOVE } from './alarm-rows.ts';
import { rateChart } from './rate-geometry.ts';

const HEIGHT = 90;
/** Room above the bars for the words of the flood line. */
const TOP = 16;

/** Alarms raised in each window of ten minutes, oldest at the left. */
export function RateChart(props: { windows: readonly { fromMs: number; raised: number }[] }) {
  const { windows } = props;
  const { ref, width } = useSize<HTMLDivElement>();
  const { bars, floodY } = rateChart(windows, { width, height: HEIGHT, top: TOP });
  const most = windows.reduce((m, w) => Math.max(m, w.raised), 0);
  return (
    <div ref={ref} className="chart">
      {width > 0 && (
        <svg
          width={width}
          height={HEIGHT + 1}
          role="img"
          aria-label={`Alarms per ten minutes, at most ${most}`}
        >
          <line x2={width} y1={floodY} y2={floodY} className="alarm-flood" />
          <text x={width} y={floodY - 4} textAnchor="end">
            flood: more than {FLOOD_ABOVE}
          </text>
          <line x2={width} y1={HEIGHT} y2={HEIGHT} className="alarm-axis" />
          {windows.map((window, index) => {
            const { flood, ...place } = bars[index]!;
            return (
              <rect key={window.fromMs} {...place} className={flood ? 'alarm-bar-flood' : 'alarm-bar'}>
                <title>
                  {formatStamp(window.fromMs)}: {window.raised}
                </title>
              </rect>
            );
          })}
        </svg>
      )}
    </div>
  );
}
