import type { Element, GridState, Topology } from '../../../../preload/contract/grid.ts';
import { useMarketNow, useQuery } from '../../../session/hooks.ts';
import { go, type Instant, linkTo, setInstant } from '../../../session/selection.ts';
import { Button } from '../../Button.tsx';
import { decimalsOf, formatNumber } from '../../numbers.ts';
import { Panel } from '../../Panel.tsx';
import { pointWords } from '../../points.ts';
import { Await, EmptyState } from '../../States.tsx';
import { TimeChart } from '../../TimeChart.tsx';
import { formatInterval } from '../../times.ts';
import { Value } from '../../Value.tsx';
import { firstViolation, forecastChart, limitWord, sourceWord } from './element-rows.ts';
import { segmentSummary } from './segment-summary.ts';
import '../../plain-table.css';

/** Everything about the shared selection: an element of the grid, or a whole segment. */
export function ElementPanel(props: {
  topology: Topology;
  state: GridState | null;
  selected: string;
  instant: Instant;
  /** Rises when the values should be read again. */
  revision: number;
  trade: string | null;
}) {
  const { topology, selected } = props;
  const known = topology.buses.some(b => b.id === selected) || topology.branches.some(b => b.id === selected);
  if (known) return <OneElement {...props} />;
  if (topology.segments.includes(selected)) return <OneSegment {...props} />;
  return (
    <Panel title={selected} className="element-panel" tools={<Clear />}>
      <EmptyState
        what={`“${selected}” is not in this network.`}
        how="The selection comes from another screen or an old link. Find an element above, or press one in the picture."
      />
    </Panel>
  );
}

function OneElement(props: { selected: string; instant: Instant; revision: number; trade: string | null }) {
  const reading = useQuery('grid', 'element', { id: props.selected, instant: props.instant }, props.revision);
  const nowMs = useMarketNow();
  const element = reading.value;
  return (
    <Panel
      title={element?.name ?? props.selected}
      note={element ? `${element.kind}${element.segment ? ` · ${element.segment}` : ''}` : undefined}
      className="element-panel"
      padded
      tools={<Clear />}
    >
      <Await
        reading={reading}
        what={`element ${props.selected}`}
        stillWorks="the picture and the other screens."
      >
        {value => (
          <>
            <Now element={value} />
            <Limits element={value} />
            <Forecast element={value} instant={props.instant} {...(nowMs === undefined ? {} : { nowMs })} />
            <Loaders element={value} trade={props.trade} />
            <details>
              <summary>Data of the element</summary>
              <dl className="facts">
                {value.facts.map(fact => (
                  <div key={fact.label} style={{ display: 'contents' }}>
                    <dt>{fact.label}</dt>
                    <dd>{fact.value}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </>
        )}
      </Await>
    </Panel>
  );
}

function Now(props: { element: Element }) {
  if (props.element.now.length === 0)
    return <p className="muted">No value for this instant: nothing is measured or calculated here.</p>;
  return (
    <table className="plain-table">
      <caption>Values</caption>
      <tbody>
        {props.element.now.map(row => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className="right">
              <Value
                value={row.value}
                unit={row.unit}
                sign={row.unit === 'MW' || row.unit === 'Mvar' || row.unit === 'kW'}
                quality={row.quality}
                ageS={row.ageS}
              />
            </td>
            <td className="muted">{sourceWord(row.source)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Limits(props: { element: Element }) {
  if (props.element.limits.length === 0)
    return <p className="muted">The network states no limit for it, so none is checked here.</p>;
  return (
    <table className="plain-table">
      <caption>Limits</caption>
      <tbody>
        {props.element.limits.map(row => (
          <tr key={row.limit}>
            <th scope="row">{limitWord(row.limit)}</th>
            <td className="right">
              {row.value === null ? (
                <span className="muted">not stated</span>
              ) : (
                <Value value={row.value} unit={row.unit} />
              )}
            </td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Forecast(props: { element: Element; instant: Instant; nowMs?: number }) {
  const chart = forecastChart(props.element);
  if (chart.intervals.length === 0) return <p className="muted">No forecast: no schedule reaches it yet.</p>;
  const first = firstViolation(props.element);
  return (
    <div>
      <TimeChart
        {...chart}
        height={130}
        chosen={props.instant === 'now' ? null : props.instant.interval}
        onChoose={interval => setInstant({ interval })}
        {...(props.nowMs === undefined ? {} : { nowMs: props.nowMs })}
      />
      {first && (
        <p className="row">
          <span className="amber-word">◆</span> {formatNumber(first.value, decimalsOf(chart.unit))}{' '}
          {chart.unit} from {formatInterval(first.interval).slice(0, 5)}
          <a
            className="button"
            href={linkTo({
              screen: 'flexibility',
              element: props.element.id,
              instant: { interval: first.interval },
            })}
          >
            Offers for it
          </a>
        </p>
      )}
    </div>
  );
}

function Loaders(props: { element: Element; trade: string | null }) {
  const { trades } = props.element;
  return (
    <section>
      <h3>Trades that load it most</h3>
      {trades.length === 0 ? (
        <p className="muted">No trade of this interval loads it by what one could see.</p>
      ) : (
        <ul className="loader-list">
          {trades.map(trade => (
            <li key={trade.id}>
              <button
                type="button"
                className="loader"
                aria-pressed={trade.id === props.trade}
                onClick={() => go({ trade: trade.id === props.trade ? null : trade.id })}
              >
                <span className="loader-effect">
                  <Value value={trade.effect} unit={trade.unit} sign />
                </span>
                <span>
                  {pointWords(trade.sellerPoint, trade.sellerPlace)} →{' '}
                  {pointWords(trade.buyerPoint, trade.buyerPlace)}
                </span>
                <Value value={trade.kw} unit="kW" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {trades.length > 0 && <p className="muted">Press a trade: its footprint lights up in the picture.</p>}
    </section>
  );
}

function OneSegment(props: { topology: Topology; state: GridState | null; selected: string }) {
  const summary = segmentSummary(props.topology, props.selected, props.state);
  return (
    <Panel title={props.selected} note="segment" className="element-panel" padded tools={<Clear />}>
      <dl className="facts">
        <dt>Buses</dt>
        <dd>{summary.buses}</dd>
        <dt>Branches</dt>
        <dd>{summary.branches}</dd>
        <dt>Connection points</dt>
        <dd>{summary.points}</dd>
        <dt>Most loaded</dt>
        <dd>
          {summary.worst ? (
            <a href={linkTo({ element: summary.worst.id })}>
              {summary.worst.name} <Value value={summary.worst.loadingPercent} unit="%" />
            </a>
          ) : (
            'no values'
          )}
        </dd>
        <dt>Voltage</dt>
        <dd>
          {summary.vmPuMin === null
            ? 'no values'
            : `${formatNumber(summary.vmPuMin, 4)} … ${formatNumber(summary.vmPuMax, 4)} p.u.`}
        </dd>
      </dl>
    </Panel>
  );
}

function Clear() {
  return (
    <Button kind="quiet" label="Clear the selection" onPress={() => go({ element: null, trade: null })}>
      ✕
    </Button>
  );
}
