import { useMemo } from 'react';
import type { CaseResult, Scenario, StudyProgress } from '../../preload/contract/studies.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Letter, type Tone } from '../ui/Marks.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { TimeChart } from '../ui/TimeChart.tsx';
import { formatDay, formatMinute, INTERVAL_S } from '../ui/times.ts';
import { quantities, sentenceTree, unsolved, type ViolationRow, violationRows } from './comparison.ts';

const CHART_PX = 130;

const VERDICT: Record<ViolationRow['verdict'], { letter: string; tone: Tone }> = {
  new: { letter: 'N', tone: 'red' },
  worse: { letter: 'W', tone: 'amber' },
  same: { letter: '=', tone: 'plain' },
  better: { letter: 'B', tone: 'plain' },
  gone: { letter: 'G', tone: 'good' },
};

/** Cases as columns, quantities as rows: the same chart on the same axes, and the difference drawn. */
export function Comparison(props: { scenario: Scenario; result: NonNullable<StudyProgress['result']> }) {
  const { scenario, result } = props;
  const { base, changed } = result;
  const drawn = useMemo(() => quantities(base, changed), [base, changed]);
  const rows = useMemo(() => violationRows(base, changed), [base, changed]);
  const last = base.intervals.at(-1);
  return (
    <>
      <Panel
        title={`STUDY “${scenario.name}”`}
        note={`${base.intervals.length} intervals${
          base.intervals[0] !== undefined && last !== undefined
            ? `, ${formatDay(base.intervals[0] * 1000)} ${formatMinute(base.intervals[0] * 1000)} to ${formatMinute((last + INTERVAL_S) * 1000)}`
            : ''
        }, computed in ${formatNumber(result.seconds, 1)} s`}
        padded
      >
        <ul className="sentence-tree">
          {sentenceTree(result.sentences, scenario.changes.length).map(branch => (
            <li key={branch.title}>
              {branch.title}
              <ul>
                {branch.sentences.map(sentence => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <Unsolved results={[base, changed]} />
        <div className="case-columns">
          <strong>{base.name}</strong>
          <strong>{changed.name}</strong>
          <strong>Difference, changed − present</strong>
          {drawn.flatMap(quantity => [
            ...quantity.columns.map(column => (
              <TimeChart
                key={`${quantity.key} ${column.name}`}
                title={quantity.title}
                unit={quantity.unit}
                decimals={quantity.decimals}
                intervals={base.intervals}
                series={column.series}
                least={quantity.range}
                height={CHART_PX}
              />
            )),
            <TimeChart
              key={`${quantity.key} difference`}
              title={`${quantity.title}, change`}
              unit={quantity.unit}
              decimals={quantity.decimals}
              intervals={base.intervals}
              series={quantity.difference}
              limits={[{ value: 0, label: 'no change' }]}
              height={CHART_PX}
            />,
          ])}
        </div>
        <p className="muted">
          Inputs: present <span className="mono">{base.inputHash.slice(0, 18)}…</span>, changed{' '}
          <span className="mono">{changed.inputHash.slice(0, 18)}…</span>. The same inputs give the same hash
          and the same numbers elsewhere.
        </p>
      </Panel>
      <Panel
        title="Violated limits"
        note={rows.length === 0 ? 'none in either case' : `${rows.length} limits`}
      >
        {rows.length === 0 ? (
          <p className="state">Every limit holds in every solved interval of both cases.</p>
        ) : (
          <DataTable
            label="Violated limits of both cases"
            columns={COLUMNS}
            rowCount={rows.length}
            rowAt={index => rows[index]}
            keyOf={row => row.key}
          />
        )}
      </Panel>
    </>
  );
}

const COLUMNS: readonly Column<ViolationRow>[] = [
  {
    key: 'verdict',
    title: 'Change',
    width: '100px',
    render: row => <Letter {...VERDICT[row.verdict]} word={row.verdict} />,
  },
  { key: 'element', title: 'Element', width: 'minmax(120px, 1fr)', render: row => row.element },
  { key: 'limit', title: 'Limit', width: 'minmax(140px, 1fr)', render: row => row.limit },
  {
    key: 'limitValue',
    title: 'Allowed',
    align: 'right',
    width: '90px',
    render: row => formatNumber(row.limitValue, row.limitValue < 5 ? 4 : 1),
  },
  {
    key: 'base',
    title: 'Present, worst',
    align: 'right',
    width: '130px',
    render: row => worst(row, row.base),
  },
  {
    key: 'baseCount',
    title: 'intervals',
    align: 'right',
    width: '80px',
    render: row => row.base?.intervals ?? '–',
  },
  {
    key: 'changed',
    title: 'Changed, worst',
    align: 'right',
    width: '130px',
    render: row => worst(row, row.changed),
  },
  {
    key: 'changedCount',
    title: 'intervals',
    align: 'right',
    width: '80px',
    render: row => row.changed?.intervals ?? '–',
  },
];

function worst(row: ViolationRow, of: ViolationRow['base']): string {
  return of === null ? 'holds' : formatNumber(of.worst, row.limitValue < 5 ? 4 : 1);
}

function Unsolved(props: { results: readonly CaseResult[] }) {
  const failed = props.results.filter(result => unsolved(result) > 0);
  if (failed.length === 0) return null;
  return (
    <p className="amber-line">
      ◆{' '}
      {failed
        .map(
          result =>
            `${result.name}: ${unsolved(result)} of ${result.intervals.length} intervals have no power flow solution and no numbers`,
        )
        .join('; ')}
      .
    </p>
  );
}
