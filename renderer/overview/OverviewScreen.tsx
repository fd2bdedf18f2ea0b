import './overview.css';
import type { Overview } from '../../preload/contract/overview.ts';
import { useMarketNow, useStream } from '../session/hooks.ts';
import { go, linkTo, setInstant, usePlace } from '../session/selection.ts';
import { Bar } from '../ui/Bar.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { LightLetter } from '../ui/Marks.tsx';
import { formatNumber, NO_VALUE } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { TimeChart } from '../ui/TimeChart.tsx';
import { formatInterval } from '../ui/times.ts';
import { marginPercent, orderSegments, type Risk, riskSentence, type SegmentRow } from './segment-rows.ts';

/** The segment takes what is left: its name is what an operator looks for. */
const COLUMNS: readonly Column<SegmentRow>[] = [
  { key: 'light', title: 'Light', width: '48px', render: r => <LightLetter light={r.light} /> },
  {
    key: 'segment',
    title: 'Segment',
    width: 'minmax(250px, 1fr)',
    render: r => <span title={r.segment}>{r.segment}</span>,
  },
  {
    key: 'worst',
    title: 'Worst element',
    width: '98px',
    render: r => <span title={r.worstElement ?? ''}>{r.worstElement ?? NO_VALUE}</span>,
  },
  {
    key: 'bar',
    title: 'Loading',
    width: '96px',
    render: r => (
      <Bar now={r.loadingNowPercent} peak={r.loadingPeakPercent} limit={r.limitPercent} label={r.segment} />
    ),
  },
  {
    key: 'now',
    title: 'Now',
    unit: '%',
    align: 'right',
    width: '60px',
    // The bar beside it shows it, and says it in digits.
    givesWay: 5,
    render: r => formatNumber(r.loadingNowPercent, 1),
  },
  {
    key: 'peak',
    title: 'Peak',
    unit: '%',
    align: 'right',
    width: '60px',
    render: r => formatNumber(r.loadingPeakPercent, 1),
  },
  {
    key: 'at',
    title: 'Peak at',
    align: 'right',
    width: '60px',
    givesWay: 3,
    render: r => (r.peakInterval === null ? NO_VALUE : formatInterval(r.peakInterval).slice(0, 5)),
  },
  {
    key: 'margin',
    title: 'Margin',
    unit: '%',
    align: 'right',
    width: '72px',
    givesWay: 1,
    render: r => formatNumber(marginPercent(r), 1, true),
  },
  {
    key: 'voltage',
    title: 'Voltage',
    unit: 'p.u.',
    align: 'right',
    width: '104px',
    givesWay: 2,
    render: r => `${formatNumber(r.vmPuMin, 3)}…${formatNumber(r.vmPuMax, 3)}`,
  },
  {
    key: 'contract',
    title: 'Contracts',
    unit: 'kW',
    align: 'right',
    width: '94px',
    givesWay: 4,
    render: r => formatNumber(r.contractKw, 1),
  },
];

export default function OverviewScreen() {
  const reading = useStream('overview', 'state', {});
  return (
    <Await reading={reading} what="the overview" stillWorks="Chain, Trades, Alarms and Audit.">
      {state => (
        <div className="overview">
          <div className="overview-left">
            {state.risks.length > 0 && <Risks risks={state.risks} />}
            <Panel title="Segments" note={`${state.segments.length}, those of most concern first`}>
              <Segments segments={state.segments} />
            </Panel>
          </div>
          <Day day={state.day} />
        </div>
      )}
    </Await>
  );
}

function Segments(props: { segments: readonly SegmentRow[] }) {
  const rows = orderSegments(props.segments);
  if (rows.length === 0)
    return (
      <EmptyState
        what="No segments yet."
        how="Each feeder and station of the network appears here once the network is loaded and a first state is solved."
      />
    );
  return (
    <DataTable
      label="Segments"
      columns={COLUMNS}
      rowCount={rows.length}
      rowAt={i => rows[i]}
      keyOf={r => r.segment}
      rowHeight={32}
      onPick={r => go({ screen: 'diagram', element: r.worstElement })}
    />
  );
}

function Risks(props: { risks: readonly Risk[] }) {
  return (
    <Panel title="Limits at risk" note={String(props.risks.length)}>
      <ul className="risk-list">
        {props.risks.map(risk => (
          <li key={risk.id}>
            <span className={risk.severity === 'violated' ? 'risk-violated' : 'risk-foreseen'}>
              {risk.severity === 'violated' ? '▲ violated' : '◆ foreseen'}
            </span>
            <span>{riskSentence(risk)}</span>
            <a
              href={linkTo({
                screen: 'flexibility',
                element: risk.element,
                instant: { interval: risk.worstInterval },
              })}
            >
              Relieve it
            </a>
            <a
              href={linkTo({
                screen: 'diagram',
                element: risk.element,
                instant: { interval: risk.worstInterval },
              })}
            >
              Show
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const WORST_TONES = ['flow', 'contract', 'info'] as const;

function Day(props: { day: Overview['day'] }) {
  const { day } = props;
  const { instant } = usePlace();
  const nowMs = useMarketNow() ?? day.nowMs;
  const common = {
    intervals: day.intervals,
    nowMs,
    chosen: instant === 'now' ? null : instant.interval,
    onChoose: (interval: number) => setInstant({ interval }),
  };
  return (
    <Panel title="The day" padded className="overview-day">
      {day.intervals.length === 0 ? (
        <EmptyState what="No intervals yet." how="The day fills as the schedule of each quarter is solved." />
      ) : (
        <>
          <TimeChart
            {...common}
            title="Loading, worst elements"
            unit="%"
            height={210}
            least={[0, 110]}
            limits={[{ value: 100, label: 'limit' }]}
            series={day.worst.map((w, i) => ({
              name: w.element,
              tone: WORST_TONES[i % WORST_TONES.length] ?? 'flow',
              kind: 'line',
              values: w.loadingPercent,
            }))}
            hideTimeAxis
          />
          <TimeChart
            {...common}
            title="Voltage band"
            unit="p.u."
            decimals={3}
            height={170}
            least={[0.9, 1.1]}
            limits={[
              { value: 1.1, label: 'upper limit' },
              { value: 0.9, label: 'lower limit' },
            ]}
            series={[
              {
                name: 'lowest…highest',
                tone: 'flow',
                kind: 'band',
                values: day.vmPuMin,
                upper: day.vmPuMax,
              },
            ]}
            hideTimeAxis
          />
          <TimeChart
            {...common}
            title="Trades by verdict"
            unit="trades"
            decimals={0}
            height={190}
            least={[0, 1]}
            series={[
              { name: 'accepted', tone: 'line', kind: 'stack', values: day.trades.accepted },
              { name: 'pending', tone: 'hair', kind: 'stack', values: day.trades.pending },
              { name: 'reduced', tone: 'amber', kind: 'stack', values: day.trades.reduced },
              { name: 'rejected', tone: 'red', kind: 'stack', values: day.trades.rejected },
              { name: 'held', tone: 'info', kind: 'stack', values: day.trades.held },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
