import { useSize } from '../ui/use-size.ts';
import { type MeritPicture, type MeritStep, meritPicture } from './merit-geometry.ts';
import { DIRECTIONS, type Direction, type MeritRow, meritSum, offerWords, sumWords } from './merit-rows.ts';

const FRAME = { height: 180, left: 44, right: 10, top: 18, bottom: 22 };
/** Where it is narrower, the word would run into the axis; the hatch stands alone. */
const WORD_PX = 64;

/** Merit order of one direction: price over cumulative power, what is blocked hatched and apart. */
export function MeritStairs(props: {
  direction: Direction;
  rows: readonly MeritRow[];
  /** Id of the offer that is picked in the table. */
  picked: string | null;
}) {
  const { direction, rows } = props;
  const { ref, width } = useSize<HTMLDivElement>();
  const { title, meaning } = DIRECTIONS[direction];
  const words = rows.length === 0 ? 'no offer in this direction' : sumWords(meritSum(rows));
  return (
    <figure className="chart">
      <figcaption className="chart-head">
        <strong>{title}</strong>
        <span>{meaning}</span>
        <span>ct/kWh over kW</span>
        <span className="chart-readout">{words}</span>
      </figcaption>
      <div ref={ref}>
        {width > 0 && rows.length > 0 && (
          <svg width={width} height={FRAME.height} role="img" aria-label={`Offers ${direction}: ${words}`}>
            <Stairs {...props} width={width} />
          </svg>
        )}
      </div>
    </figure>
  );
}

function Stairs(props: {
  direction: Direction;
  rows: readonly MeritRow[];
  picked: string | null;
  width: number;
}) {
  const { direction, picked, width } = props;
  const picture = meritPicture(props.rows, { ...FRAME, width });
  const hatch = `merit-hatch-${direction}`;
  return (
    <>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line y2="6" stroke="var(--line)" strokeWidth="2" />
      </pattern>
      <Axes picture={picture} width={width} />
      {picture.steps.map(step => (
        <Step
          key={step.row.offer.offerId}
          step={step}
          hatch={hatch}
          picked={step.row.offer.offerId === picked}
        />
      ))}
    </>
  );
}

function Axes(props: { picture: MeritPicture; width: number }) {
  const { xTicks, yTicks, zeroY, blocked } = props.picture;
  const end = props.width - FRAME.right;
  const labelY = FRAME.height - 6;
  return (
    <>
      {yTicks.map(tick => (
        <g key={tick.at}>
          <line className="axis-line" x1={FRAME.left} x2={end} y1={tick.at} y2={tick.at} />
          <text x={FRAME.left - 6} y={tick.at + 4} textAnchor="end">
            {tick.text}
          </text>
        </g>
      ))}
      <line x1={FRAME.left} x2={end} y1={zeroY} y2={zeroY} stroke="var(--line)" />
      {xTicks.map(tick => (
        <text key={tick.at} x={tick.at} y={labelY} textAnchor="middle">
          {tick.text}
        </text>
      ))}
      {blocked && blocked.width >= WORD_PX && (
        <text x={blocked.x + blocked.width} y={labelY} textAnchor="end">
          ⊘ blocked
        </text>
      )}
    </>
  );
}

function Step(props: { step: MeritStep; hatch: string; picked: boolean }) {
  const { step, hatch, picked } = props;
  const { row, x, width, y, height, priceY } = step;
  const blocked = row.offer.blockedBy !== null;
  return (
    <g>
      <title>{offerWords(row)}</title>
      <rect
        x={x}
        width={width}
        y={y}
        height={height}
        fill={blocked ? `url(#${hatch})` : 'var(--flow)'}
        fillOpacity={blocked ? 1 : 0.35}
        stroke={picked ? 'var(--info)' : 'var(--panel)'}
        strokeWidth={picked ? 2 : width > 4 ? 1 : 0}
      />
      <line
        x1={x}
        x2={x + width}
        y1={priceY}
        y2={priceY}
        stroke={blocked ? 'var(--line)' : 'var(--flow)'}
        strokeWidth="2"
        strokeDasharray={blocked ? '3 2' : undefined}
      />
      {picked && (
        <text x={x + width / 2} y={y - 4} textAnchor="middle">
          ▼
        </text>
      )}
    </g>
  );
}
