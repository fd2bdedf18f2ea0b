import { type ReactNode, useId } from 'react';
import { useMarketNow, useQuery, useStream } from '../session/hooks.ts';
import { go, type Instant, linkTo, setInstant } from '../session/selection.ts';
import { Letter } from '../ui/Marks.tsx';
import { decimalsOf, formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { TimeChart } from '../ui/TimeChart.tsx';
import { formatDay, formatInterval, INTERVAL_S } from '../ui/times.ts';
import { forecastWith } from './forecast-with.ts';
import { chosenRisk, noRiskWords, type Risk, riskIntervals, riskRows, riskWords } from './risk-rows.ts';

/** The limit and delivery interval that a measure is for. */
export interface Target {
  readonly risk: Risk;
  readonly interval: number;
}

/** The risk and interval meant by the shared selection; undefined while the risks are not known. */
export function useTarget(element: string | null, instant: Instant): Target | null | undefined {
  const risks = useStream('flexibility', 'risks', {}).value?.risks;
  if (risks === undefined) return undefined;
  const risk = chosenRisk(risks, element);
  if (risk === null) return null;
  const wanted = instant === 'now' ? null : instant.interval;
  const inside = wanted !== null && wanted >= risk.fromInterval && wanted <= risk.toInterval;
  return { risk, interval: inside ? wanted : risk.worstInterval };
}

/** First step: which limit is at risk, when, and how the element's forecast looks with and without the measure. */
export function RiskColumn(props: {
  step: string;
  target: Target | null | undefined;
  selected: string | null;
  /** AC value with the measure, null while unknown. */
  after: number | null;
  empty: ReactNode;
}) {
  const reading = useStream('flexibility', 'risks', {});
  const { target } = props;
  return (
    <Panel title={props.step} className="act-column">
      <Await reading={reading} what="the limits at risk" stillWorks="diagram, trades and alarms.">
        {value =>
          value.risks.length === 0 ? (
            <EmptyState {...noRiskWords(value.unknownIntervals)}>{props.empty}</EmptyState>
          ) : (
            <>
              <ul className="act-risks" aria-label="Limits at risk">
                {riskRows(value.risks).map(risk => (
                  <li key={risk.id}>
                    <button
                      type="button"
                      className="act-risk"
                      aria-pressed={risk.id === target?.risk.id}
                      onClick={() => go({ element: risk.element, instant: { interval: risk.worstInterval } })}
                    >
                      <Letter
                        letter={risk.severity === 'violated' ? 'R' : 'A'}
                        word={risk.severity}
                        tone={risk.severity === 'violated' ? 'red' : 'amber'}
                      />
                      <strong>{risk.element}</strong>
                      <span>{riskWords(risk)}</span>
                      <span className="muted">{risk.segment}</span>
                    </button>
                  </li>
                ))}
              </ul>
              {props.selected !== null && !value.risks.some(r => r.element === props.selected) && (
                <p className="act-note">
                  No limit is at risk at {props.selected}; the first of the list is shown instead.
                </p>
              )}
              {target && <Chosen target={target} after={props.after} />}
            </>
          )
        }
      </Await>
    </Panel>
  );
}

function Chosen(props: { target: Target; after: number | null }) {
  const { risk, interval } = props.target;
  const id = useId();
  const element = useQuery('grid', 'element', { id: risk.element, instant: { interval } });
  const nowMs = useMarketNow();
  const decimals = decimalsOf(risk.unit);
  return (
    <div className="act-body">
      <div className="labelled">
        <label htmlFor={id}>Delivery interval, {formatDay(interval * 1000)}</label>
        <select
          id={id}
          className="field"
          value={interval}
          onChange={event => setInstant({ interval: Number(event.target.value) })}
        >
          {riskIntervals(risk, INTERVAL_S).map(start => (
            <option key={start} value={start}>
              {formatInterval(start)}
              {start === risk.worstInterval ? ' (worst)' : ''}
            </option>
          ))}
        </select>
      </div>
      <Await reading={element} what={`the forecast of ${risk.element}`} stillWorks="the offers beside.">
        {value => {
          const chart = forecastWith(value.forecast, interval, props.after);
          return (
            <TimeChart
              title={value.name}
              unit={risk.unit}
              intervals={chart.intervals}
              series={chart.series}
              limits={[
                {
                  value: risk.limitValue,
                  label: `limit ${formatNumber(risk.limitValue, decimals)} ${risk.unit}`,
                },
              ]}
              chosen={interval}
              onChoose={start => {
                if (start >= risk.fromInterval && start <= risk.toInterval) setInstant({ interval: start });
              }}
              height={190}
              {...(nowMs === undefined ? {} : { nowMs })}
            />
          );
        }}
      </Await>
      <a
        className="button"
        href={linkTo({ screen: 'diagram', element: risk.element, instant: { interval } })}
      >
        Show in the diagram
      </a>
    </div>
  );
}
