import type { FeeRow } from '../../preload/contract/fees.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import { pointWords } from '../ui/points.ts';
import { formatDelivery } from '../ui/times.ts';
import { useSize } from '../ui/use-size.ts';
import { centPerKwh, partLines, partsMayBeUnknown } from './fee-rows.ts';
import { type Frame, placeBars, waterfallOf } from './waterfall-geometry.ts';

/** One fee explained: where it goes from and to, the bars, and the same values as a table with what each part is. */
export function Waterfall(props: { row: FeeRow }) {
  const { row } = props;
  const { gapMicroEur } = waterfallOf(row);
  return (
    <div className="fee-detail">
      <p>
        <strong>
          A = {pointWords(row.sellerPoint, row.sellerPlace)} sells {formatKwh(row.energyWh)} kWh to B ={' '}
          {pointWords(row.buyerPoint, row.buyerPlace)}
        </strong>
        , {formatDelivery(row.interval)}, {row.settled ? 'settled' : 'not settled'}. Fee of A→B = price(B) −
        price(A) in losses, congestion and voltage, plus the fixed part. So B→A would have the first three
        with the other sign: what one burdens, the other relieves.
      </p>
      {gapMicroEur !== 0n && (
        <p className="fees-bad" role="alert">
          ▲ The fee on chain less the parts known here is {formatEuro(gapMicroEur, 6, true)} €: the parts do
          not explain this fee.
        </p>
      )}
      <div className="fee-pictures">
        <Bars row={row} />
        <Parts row={row} />
      </div>
      {partsMayBeUnknown(row) && (
        <p className="muted">
          Losses, congestion and voltage are zero. Either nothing was priced, or the verdict came from another
          operator’s console: its parts are not known here, and the whole fee stands under Fixed.
        </p>
      )}
    </div>
  );
}

const HEIGHT = 190;

function Bars(props: { row: FeeRow }) {
  const { ref, width } = useSize<HTMLDivElement>();
  const frame: Frame = { width, height: HEIGHT, top: 20, bottom: 38 };
  const { bars, zeroY } = placeBars(waterfallOf(props.row).steps, frame);
  const words = partLines(props.row)
    .map(line => `${line.name} ${formatEuro(line.microEur, 6, true)} €`)
    .join(', ');
  return (
    <figure className="chart fee-bars">
      <figcaption className="chart-head">
        <strong>From zero to the fee</strong>
        <span>€</span>
        <span className="chart-readout">solid: buyer pays · hollow: buyer is paid</span>
      </figcaption>
      <div ref={ref}>
        {width > 0 && (
          <svg width={width} height={HEIGHT} role="img" aria-label={`Waterfall of the fee: ${words}`}>
            <line x1={0} x2={width} y1={zeroY} y2={zeroY} stroke="var(--line)" />
            {bars.map((bar, i) => (
              <g key={bar.name}>
                <rect
                  x={bar.x}
                  y={bar.y}
                  width={bar.width}
                  height={Math.max(1, bar.height)}
                  fill={
                    bar.amountMicroEur < 0n
                      ? 'var(--panel)'
                      : bar.name === 'Fee'
                        ? 'var(--text)'
                        : 'var(--flow)'
                  }
                  stroke={bar.name === 'Fee' ? 'var(--text)' : 'var(--flow)'}
                />
                {bars[i + 1] && (
                  <line
                    x1={bar.x + bar.width}
                    x2={bars[i + 1]?.x}
                    y1={bar.endY}
                    y2={bar.endY}
                    stroke="var(--line)"
                    strokeDasharray="2 2"
                  />
                )}
                <text className="fee-amount" x={bar.middle} y={bar.amountY} textAnchor="middle">
                  {formatEuro(bar.amountMicroEur, 6, true)}
                </text>
                <text x={bar.middle} y={HEIGHT - 5} textAnchor="middle">
                  {bar.name}
                </text>
              </g>
            ))}
          </svg>
        )}
      </div>
    </figure>
  );
}

function Parts(props: { row: FeeRow }) {
  const { row } = props;
  return (
    <div className="fee-parts">
      <table className="plain-table">
        <caption className="visually-hidden">Parts of the fee of trade {row.tradeId}</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="right">
              €
            </th>
            <th scope="col" className="right">
              ct/kWh
            </th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {partLines(row).map(line => (
            <tr key={line.name} className={line.name === 'Fee' ? 'fee-sum' : undefined}>
              <th scope="row">{line.name}</th>
              <td className="right">{formatEuro(line.microEur, 6, true)}</td>
              <td className="right">{centPerKwh(line.microEur, row.energyWh)}</td>
              <td>{line.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
