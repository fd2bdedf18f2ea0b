import '../ui/plain-table.css';
import './fees.css';
import { useState } from 'react';
import type { FeeRow } from '../../preload/contract/fees.ts';
import { client } from '../session/client.ts';
import { type Live, useConnection, useStatus, useStream } from '../session/hooks.ts';
import { type Pages, usePages } from '../session/pages.ts';
import { go, usePlace } from '../session/selection.ts';
import { formatNumber } from '../ui/numbers.ts';
import { PagedTable } from '../ui/PagedTable.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { useAtMostEvery } from './at-most-every.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { COLUMNS } from './fee-columns.tsx';
import type { FeeTotals } from './fee-rows.ts';
import { PeriodPicker } from './PeriodPicker.tsx';
import { type Choice, keyOf, type Period, periodOf, periodWords } from './period.ts';
import { SelectedFee } from './SelectedFee.tsx';
import { Totals } from './Totals.tsx';

/** Grid fees by trade: what each is made of, and their sums held against the chain. */
export default function FeesScreen() {
  const status = useStatus();
  if (status.value === undefined)
    return (
      <Await reading={status} what="the market’s time">
        {() => null}
      </Await>
    );
  return <Report nowMs={status.value.nowMs} />;
}

function Report(props: { nowMs: number }) {
  const place = usePlace();
  const [choice, setChoice] = useState<Choice>({ kind: 'today' });
  const [picked, setPicked] = useState<FeeRow | null>(null);
  const book = useStream('trades', 'revision', {});
  const revision = useAtMostEvery(book.value?.revision ?? 0, REPORT_EVERY_MS);
  const period = periodOf(choice, props.nowMs);
  const { pages, totals } = useFees(choice, period, revision);
  return (
    <div className="fees">
      <Panel title="Grid fees" note={periodWords(period)} tools={<ExportButtons period={period} />}>
        <PeriodPicker choice={choice} period={period} nowMs={props.nowMs} onChoose={setChoice} />
      </Panel>
      <div className="fees-top">
        <Panel title="Totals" padded className="fees-sums">
          <Await reading={totals} what="the totals" stillWorks="Trades and Chain.">
            {value => <Totals totals={value} />}
          </Await>
        </Panel>
        {place.trade === null ? (
          <Panel title="Selected trade" className="fees-selected">
            <EmptyState
              what="No trade is selected."
              how="Pick one in the table below: its fee stands here part by part, from zero to what is on chain."
            />
          </Panel>
        ) : (
          <SelectedFee
            key={place.trade}
            id={place.trade}
            interval={picked?.tradeId === place.trade ? picked.interval : null}
            revision={revision}
          />
        )}
      </div>
      <Panel
        title="Fee by trade"
        note={pages.total === undefined ? '' : `${formatNumber(pages.total, 0)}, by delivery, earliest first`}
        className="fees-table"
      >
        <PagedTable
          label="Fee by trade"
          what="the fees"
          pages={pages}
          columns={COLUMNS}
          keyOf={r => r.tradeId}
          selected={place.trade}
          onPick={r => {
            setPicked(r);
            go({ trade: r.tradeId });
          }}
          empty={
            <EmptyState
              what={choice.kind === 'all' ? 'No fees yet.' : 'No fee for a delivery in this period.'}
              how="A trade appears here with its fee as soon as a verdict that accepts some of its energy stands in a verified block. Another period above may hold some."
            />
          }
        />
      </Panel>
    </div>
  );
}

/** Rows and totals of one answer: each page of rows brings the totals along, which must not be computed twice. */
function useFees(
  choice: Choice,
  period: Period,
  revision: number,
): { pages: Pages<FeeRow>; totals: Live<FeeTotals> & { again: () => void } } {
  const key = keyOf(choice);
  const [last, setLast] = useState<{ key: string; totals: FeeTotals; atMs: number } | null>(null);
  const connected = useConnection().state === 'connected';
  // A period that moves on with the clock is the same question about a newer record: the rows stay until the next come.
  const record = `${revision} ${period.fromMs} ${period.toMs}`;
  const pages = usePages<FeeRow>(key, record, async (offset, limit, signal) => {
    const answer = await client.query('fees', 'page', { ...period, offset, limit }, signal);
    if (!signal.aborted) setLast({ key, totals: answer.totals, atMs: Date.now() });
    return answer;
  });
  const shown = last?.key === key ? last : undefined;
  return {
    pages,
    totals: {
      value: shown?.totals,
      atMs: shown?.atMs,
      failure: pages.failure,
      stale: !connected || pages.failure !== undefined,
      again: pages.again,
    },
  };
}

/** Each report reads every fee on record, so a busy market must not ask for it at every trade. */
const REPORT_EVERY_MS = 5_000;
