import './trades.css';
import { useMemo, useState } from 'react';
import type { TradeRow } from '../../preload/contract/trades.ts';
import { client, type Input } from '../session/client.ts';
import { useStatus, useStream } from '../session/hooks.ts';
import { usePages } from '../session/pages.ts';
import { go, usePlace } from '../session/selection.ts';
import { formatCentPerKwh, formatEuro, formatKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import type { Column, Sort } from '../ui/DataTable.tsx';
import { VerdictMark } from '../ui/Marks.tsx';
import { formatNumber, NO_VALUE } from '../ui/numbers.ts';
import { PagedTable } from '../ui/PagedTable.tsx';
import { Panel } from '../ui/Panel.tsx';
import { pointWords } from '../ui/points.ts';
import { EmptyState } from '../ui/States.tsx';
import { formatDelivery, formatInterval } from '../ui/times.ts';
import { Detail } from './Detail.tsx';
import { Troubles } from './Troubles.tsx';
import {
  bindingWords,
  DECISIONS,
  type Decision,
  filterOf,
  marginWords,
  recordWords,
  shortHash,
} from './trade-rows.ts';

type TradeSort = Input<'trades', 'page'>['sort'];

/** What gives way in a narrow window is said of the picked trade. */
const COLUMNS: readonly Column<TradeRow>[] = [
  {
    key: 'decision',
    title: 'Verdict',
    width: '98px',
    sort: 'decision',
    render: r => <VerdictMark decision={r.decision} />,
  },
  {
    key: 'interval',
    title: 'Delivery',
    width: '184px',
    sort: 'interval',
    render: r => formatDelivery(r.interval),
  },
  {
    key: 'seller',
    title: 'Seller',
    width: 'minmax(86px, 1fr)',
    render: r => (
      <span title={`${r.sellerName} at ${pointWords(r.sellerPoint, r.sellerPlace)}`}>{r.sellerName}</span>
    ),
  },
  {
    key: 'buyer',
    title: 'Buyer',
    width: 'minmax(86px, 1fr)',
    render: r => (
      <span title={`${r.buyerName} at ${pointWords(r.buyerPoint, r.buyerPlace)}`}>{r.buyerName}</span>
    ),
  },
  { key: 'kind', title: 'Kind', width: '86px', givesWay: 6, render: r => r.kind },
  {
    key: 'energy',
    title: 'Energy',
    unit: 'kWh',
    align: 'right',
    width: '98px',
    sort: 'energyWh',
    render: r => formatKwh(r.energyWh),
  },
  {
    key: 'safe',
    title: 'Safe',
    unit: 'kWh',
    align: 'right',
    width: '84px',
    givesWay: 3,
    render: r => (r.safeWh === null ? NO_VALUE : formatKwh(r.safeWh)),
  },
  {
    key: 'price',
    title: 'Price',
    unit: 'ct/kWh',
    align: 'right',
    width: '102px',
    givesWay: 2,
    sort: 'price',
    render: r => formatCentPerKwh(r.priceMicroEurPerKwh),
  },
  { key: 'binding', title: 'Bound by', width: 'minmax(128px, 0.8fr)', render: bindingWords },
  {
    key: 'margin',
    title: 'Margin',
    align: 'right',
    width: '90px',
    givesWay: 1,
    sort: 'margin',
    render: marginWords,
  },
  {
    key: 'fee',
    title: 'Fee',
    unit: '€',
    align: 'right',
    width: '80px',
    givesWay: 5,
    render: r => (r.feeMicroEur === null ? NO_VALUE : formatEuro(r.feeMicroEur, 4, true)),
  },
  { key: 'record', title: 'Record', width: '98px', givesWay: 4, render: r => <Steps row={r} /> },
  {
    key: 'id',
    title: 'Trade',
    width: '64px',
    sort: 'id',
    render: r => (
      <span className="mono" title={r.id}>
        {shortHash(r.id)}
      </span>
    ),
  },
];

export default function TradesScreen() {
  const place = usePlace();
  const status = useStatus();
  const revision = useStream('trades', 'revision', {});
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const [text, setText] = useState('');
  const [onlyInstant, setOnlyInstant] = useState(false);
  const [onlyElement, setOnlyElement] = useState(false);
  const [sort, setSort] = useState<TradeSort>({ by: 'interval', descending: true });
  const interval = place.instant === 'now' ? (status.value?.interval ?? null) : place.instant.interval;
  const filter = filterOf({
    decisions,
    text,
    interval: onlyInstant ? interval : null,
    element: onlyElement ? place.element : null,
  });
  const key = JSON.stringify({ filter, sort });
  const pages = usePages<TradeRow>(key, revision.value?.revision ?? 0, (offset, limit, signal) =>
    client.query('trades', 'page', { filter, sort, offset, limit }, signal),
  );
  const filtered = Object.keys(filter).length > 0;
  const supervision = status.value?.supervision;
  const counts = useMemo<Partial<Record<Decision, number>>>(
    () => (supervision ? { ...supervision } : {}),
    [supervision],
  );

  return (
    <div className="trades">
      <Troubles />
      {place.trade !== null && <Detail id={place.trade} revision={revision.value?.revision ?? 0} />}
      <Panel
        title="Trades"
        note={
          pages.total === undefined
            ? ''
            : `${formatNumber(pages.total, 0)} ${filtered ? 'found' : 'in the book'}`
        }
        className="trades-table"
        tools={
          <>
            {DECISIONS.map(d => (
              <Button
                key={d}
                pressed={decisions.includes(d)}
                onPress={() =>
                  setDecisions(decisions.includes(d) ? decisions.filter(x => x !== d) : [...decisions, d])
                }
              >
                {d} <span className="muted">{formatNumber(counts[d], 0)}</span>
              </Button>
            ))}
            <Button pressed={onlyInstant} onPress={() => setOnlyInstant(!onlyInstant)}>
              {interval === null ? 'this interval' : `only ${formatInterval(interval)}`}
            </Button>
            <Button
              pressed={onlyElement && place.element !== null}
              blocked={place.element === null ? 'Select an element first.' : null}
              reasonElsewhere
              onPress={() => setOnlyElement(!onlyElement)}
            >
              only bound by {place.element ?? 'the selected element'}
            </Button>
            <input
              className="field"
              type="search"
              aria-label="Name, point or trade id"
              placeholder="Name, point or trade id"
              value={text}
              maxLength={100}
              onChange={event => setText(event.target.value)}
            />
          </>
        }
      >
        <PagedTable
          label="Trades"
          what="the trades"
          pages={pages}
          columns={COLUMNS}
          keyOf={r => r.id}
          selected={place.trade}
          onPick={r => go({ trade: r.id })}
          sort={sort}
          onSort={s => setSort(sortOf(s))}
          empty={
            filtered ? (
              <EmptyState
                what="No trade matches."
                how="Take a filter away above; the book itself may hold others."
              />
            ) : (
              <EmptyState
                what="No trades yet."
                how="Each trade appears here as soon as its proposal stands in a verified block, with its verdict as soon as the grid was checked."
              />
            )
          }
        />
      </Panel>
    </div>
  );
}

/** The table speaks of any column; the console sorts by six. */
function sortOf(sort: Sort): TradeSort {
  const by = (['id', 'interval', 'energyWh', 'price', 'decision', 'margin'] as const).find(
    b => b === sort.by,
  );
  return { by: by ?? 'interval', descending: sort.descending };
}

function Steps(props: { row: TradeRow }) {
  const { steps, words } = recordWords(props.row);
  return (
    <span className="steps">
      <span aria-hidden="true">
        {'●'.repeat(steps)}
        {'○'.repeat(3 - steps)}
      </span>{' '}
      {words}
    </span>
  );
}
