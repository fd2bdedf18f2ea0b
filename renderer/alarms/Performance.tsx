import type { Alarm } from '../../preload/contract/alarms.ts';
import type { Output } from '../session/client.ts';
import { useMarketNow, useQuery } from '../session/hooks.ts';
import { PriorityMark } from '../ui/Marks.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Await } from '../ui/States.tsx';
import { rateOf } from './alarm-rows.ts';
import { RateChart } from './RateChart.tsx';

type Statistics = Output<'alarms', 'performance'>;

const WINDOW_MS = 600_000;
/** Shares by priority that ISA-18.2 and EEMUA 191 recommend. */
const TARGETS = [
  { priority: 'critical', target: 'under 1 %' },
  { priority: 'high', target: 'about 5 %' },
  { priority: 'medium', target: 'about 15 %' },
  { priority: 'low', target: 'about 80 %' },
] as const;

/** ISA-18.2 and EEMUA 191: about one alarm in ten minutes is manageable, more than ten is a flood. */
export function Performance(props: { alarms: readonly Alarm[] }) {
  const nowMs = useMarketNow() ?? 0;
  const latest = props.alarms.reduce((ms, alarm) => Math.max(ms, alarm.raisedAtMs), 0);
  // Read again when an alarm is raised or leaves, and when a window ends: an empty window counts too.
  const revision = `${props.alarms.length} ${latest} ${Math.floor(nowMs / WINDOW_MS)}`;
  const answer = useQuery('alarms', 'performance', {}, revision);
  return (
    <Panel title="How the alarms perform" note="last 24 h of market time, in windows of ten minutes" padded>
      <Await reading={answer} what="the alarm statistics">
        {value => (
          <div className="alarm-performance">
            <RateChart windows={value.windows} />
            <Figures statistics={value} />
            <Sources sources={value.topSources} />
          </div>
        )}
      </Await>
    </Panel>
  );
}

function Figures(props: { statistics: Statistics }) {
  const { windows, byPriority } = props.statistics;
  const rate = rateOf(windows, byPriority);
  return (
    <table className="plain-table">
      <tbody>
        <tr>
          <th scope="row">Per ten minutes, mean</th>
          <td className="right">{formatNumber(rate.perTenMinutes, 2)}</td>
          <td className="muted">about 1 is manageable</td>
        </tr>
        <tr>
          <th scope="row">Floods</th>
          <td className="right">
            {rate.floods} of {rate.windows} windows
          </td>
          <td className="muted">below 1 %</td>
        </tr>
        {TARGETS.map(({ priority, target }) => (
          <tr key={priority}>
            <th scope="row">
              <PriorityMark priority={priority} word />
            </th>
            <td className="right">
              {rate.share === null ? 'none' : `${formatNumber(rate.share[priority], 0)} %`}
            </td>
            <td className="muted">{target}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sources(props: { sources: Statistics['topSources'] }) {
  return (
    <div>
      <h3>Most frequent</h3>
      {props.sources.length === 0 ? (
        <p className="muted">No alarm was raised in this time.</p>
      ) : (
        <ol>
          {props.sources.map(source => (
            <li key={source.title}>
              {source.title} <span className="muted">×{source.count}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
