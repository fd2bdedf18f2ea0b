import { formatNumber } from '../ui/numbers.ts';
import { useSize } from '../ui/use-size.ts';
import type { Staircase as Stairs } from './offer-rows.ts';

const HEIGHT = 150;
const LEFT = 44;
const BOTTOM = 22;
const RIGHT = 8;

/** Cumulative relief of the chosen offers over their energy, against the need. */
export function Staircase(props: { stairs: Stairs; need: number; unit: string; decimals: number }) {
  const { ref, width } = useSize<HTMLDivElement>();
  const { stairs, kwhMax, reliefMax } = props.stairs;
  const x = (kwh: number) => LEFT + ((width - LEFT - RIGHT) * kwh) / kwhMax;
  const y = (relief: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - 10) * relief) / reliefMax;
  const top = stairs.at(-1)?.y1 ?? 0;
  const enough = top >= props.need;
  const words = `Relief ${formatNumber(top, props.decimals)} ${props.unit} of ${formatNumber(props.need, props.decimals)} ${props.unit} needed`;
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <strong>Relief against need</strong>
        <span>{props.unit} over kWh, linear estimate</span>
        <span className="chart-readout">{words}</span>
      </figcaption>
      <div ref={ref}>
        {width > 0 && (
          <svg width={width} height={HEIGHT} role="img" aria-label={words}>
            <line className="axis-line" x1={LEFT} x2={width - RIGHT} y1={y(0)} y2={y(0)} />
            {stairs.map((stair, index) => (
              <g key={stair.id}>
                <rect
                  x={x(stair.x0)}
                  width={Math.max(1, x(stair.x1) - x(stair.x0) - 1)}
                  y={y(Math.max(stair.y1, 0))}
                  height={Math.max(1, y(0) - y(Math.max(stair.y1, 0)))}
                  fill="var(--flow)"
                  fillOpacity="0.35"
                />
                <line
                  x1={x(stair.x0)}
                  x2={x(stair.x1)}
                  y1={y(stair.y1)}
                  y2={y(stair.y1)}
                  stroke="var(--flow)"
                  strokeWidth="2"
                />
                <text x={(x(stair.x0) + x(stair.x1)) / 2} y={y(0) - 4} textAnchor="middle">
                  {index + 1}
                </text>
              </g>
            ))}
            <line
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(props.need)}
              y2={y(props.need)}
              stroke={enough ? 'var(--text)' : 'var(--amber)'}
              strokeDasharray="2 3"
              strokeWidth={enough ? 1 : 2}
            />
            <text x={LEFT + 4} y={y(props.need) - 4}>
              need {formatNumber(props.need, props.decimals)} {props.unit}
            </text>
            {[0, reliefMax / 1.1].map(value => (
              <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end">
                {formatNumber(value, props.decimals)}
              </text>
            ))}
            <text x={LEFT} y={HEIGHT - 6}>
              0
            </text>
            <text x={width - RIGHT} y={HEIGHT - 6} textAnchor="end">
              {formatNumber(stairs.length === 0 ? 0 : kwhMax, 1)} kWh
            </text>
          </svg>
        )}
      </div>
    </figure>
  );
}
