import type { Balance } from '../../preload/contract/balancing.ts';
import { useMarketNow } from '../session/hooks.ts';
import { setInstant, usePlace } from '../session/selection.ts';
import { Panel } from '../ui/Panel.tsx';
import { EmptyState } from '../ui/States.tsx';
import { TimeChart } from '../ui/TimeChart.tsx';
import { exchangeSeries, hasExchange } from './balance-rows.ts';

const CHART_PX = 190;

/** The exchange by delivery interval, six hours back and six ahead. */
export function ExchangeChart(props: { balance: Balance }) {
  const { intervals, nowMs } = props.balance;
  const { instant } = usePlace();
  const now = useMarketNow() ?? nowMs;
  return (
    <Panel title="Exchange by interval" className="balance-day" padded>
      {hasExchange(intervals) ? (
        <TimeChart
          title="Import"
          unit="MW"
          height={CHART_PX}
          intervals={intervals.map(i => i.interval)}
          series={exchangeSeries(intervals)}
          limits={[{ value: 0, label: 'import above, export below' }]}
          nowMs={now}
          chosen={instant === 'now' ? null : instant.interval}
          onChoose={interval => setInstant({ interval })}
        />
      ) : (
        <EmptyState
          what="No interval has a value yet."
          how="The line of an interval appears as soon as its schedule is solved, the measured bar as soon as every feed-in from the upstream grid is measured."
        />
      )}
      {instant !== 'now' && (
        <p className="muted">
          An instant is chosen: it is marked in this chart, and a coming one chooses the merit order below.
          All other figures of this screen are live.
        </p>
      )}
    </Panel>
  );
}
