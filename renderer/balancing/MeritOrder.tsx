import { useState } from 'react';
import type { Balance } from '../../preload/contract/balancing.ts';
import { useMarketNow } from '../session/hooks.ts';
import { setInstant } from '../session/selection.ts';
import { formatCentPerKwh } from '../ui/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { formatNumber, NO_VALUE } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { EmptyState } from '../ui/States.tsx';
import { formatCountdown, formatInterval } from '../ui/times.ts';
import { BalancingOrder } from './BalancingOrder.tsx';
import { MeritStairs } from './MeritStairs.tsx';
import { type Direction, KW_DECIMALS, type MeritRow, meritRows, notShownWords } from './merit-rows.ts';
import { PickedOffer } from './PickedOffer.tsx';

const COLUMNS: readonly Column<MeritRow>[] = [
  { key: 'direction', title: 'Direction', width: '84px', render: r => r.offer.direction },
  {
    key: 'seller',
    title: 'Seller',
    width: 'minmax(120px, 1fr)',
    render: r => <span title={r.offer.sellerName}>{r.offer.sellerName}</span>,
  },
  {
    key: 'point',
    title: 'Connection point',
    width: 'minmax(120px, 1fr)',
    render: r => <span title={r.offer.point}>{r.offer.point}</span>,
  },
  {
    key: 'kw',
    title: 'Power',
    unit: 'kW',
    align: 'right',
    width: '92px',
    render: r => formatNumber(r.offer.kw, KW_DECIMALS),
  },
  {
    key: 'price',
    title: 'Price',
    unit: 'ct/kWh',
    align: 'right',
    width: '104px',
    render: r => formatCentPerKwh(r.offer.priceMicroEurPerKwh),
  },
  {
    key: 'cumulative',
    title: 'Cumulative',
    unit: 'kW',
    align: 'right',
    width: '120px',
    render: r => formatNumber(r.cumulativeKw, KW_DECIMALS),
  },
  {
    key: 'blocked',
    title: 'Blocked by',
    width: 'minmax(160px, 2fr)',
    render: r =>
      r.offer.blockedBy === null ? (
        NO_VALUE
      ) : (
        <span className="merit-blocked" title={r.offer.blockedBy}>
          ⊘ {r.offer.blockedBy}
        </span>
      ),
  },
];

const SHOWN = ['both', 'up', 'down'] as const;

/** Open offers of a coming interval as two staircases and one table, cheapest first in each direction. */
export function MeritOrder(props: { balance: Balance; stale: boolean }) {
  const { interval, coming, meritOrder, notShown, nowMs } = props.balance;
  const [shown, setShown] = useState<'both' | Direction>('both');
  const [picked, setPicked] = useState<string | null>(null);
  const [up, down] = [meritRows(meritOrder, 'up'), meritRows(meritOrder, 'down')];
  const rows = [...(shown === 'down' ? [] : up), ...(shown === 'up' ? [] : down)];
  // An offer that is sold or withdrawn meanwhile is gone from the stream, and so from here.
  const row = [...up, ...down].find(r => r.offer.offerId === picked);
  const left = notShownWords(notShown);
  return (
    <Panel
      title="Merit order"
      note={<Delivery interval={interval} nowMs={nowMs} coming={coming} />}
      className="balance-merit"
      tools={SHOWN.map(s => (
        <Button key={s} pressed={shown === s} onPress={() => setShown(s)}>
          {s === 'both' ? 'Both directions' : s === 'up' ? 'Up' : 'Down'}
        </Button>
      ))}
    >
      <BalancingOrder balance={props.balance} up={up} down={down} stale={props.stale} />
      {meritOrder.length === 0 ? (
        <EmptyState
          what={`No offers for ${formatInterval(interval)}.`}
          how="Sellers may offer flexibility until delivery starts. Each open offer stands here as soon as it is in a verified block, cheapest first in its direction."
        />
      ) : (
        <>
          <div className="merit-stairs">
            <MeritStairs direction="up" rows={up} picked={picked} />
            <MeritStairs direction="down" rows={down} picked={picked} />
          </div>
          {meritOrder.some(offer => offer.blockedBy !== null) && (
            <p className="merit-note">
              ⊘ Hatched: not counted. A product used for balance must not make trouble in the grid it comes
              from, and these would use more of a limit of their segment that is near or violated in this
              interval; where that is unknown, it is taken to be so.
            </p>
          )}
          {left !== null && <p className="merit-note">{left}</p>}
          {row && <PickedOffer row={row} onClear={() => setPicked(null)} />}
          <div className="merit-table">
            <DataTable
              label="Merit order"
              columns={COLUMNS}
              rowCount={rows.length}
              rowAt={index => rows[index]}
              keyOf={r => r.offer.offerId}
              selected={picked}
              onPick={r => setPicked(r.offer.offerId)}
            />
          </div>
        </>
      )}
    </Panel>
  );
}

/** Until delivery it may be bought. A part of its own, so that the clock redraws only itself. */
function Delivery(props: { interval: number; nowMs: number; coming: readonly number[] }) {
  const now = useMarketNow() ?? props.nowMs;
  return (
    <>
      <select
        className="field"
        aria-label="Delivery interval"
        value={props.interval}
        onChange={event => setInstant({ interval: Number(event.target.value) })}
      >
        {props.coming.map(interval => (
          <option key={interval} value={interval}>
            {formatInterval(interval)}
          </option>
        ))}
      </select>{' '}
      delivery starts in {formatCountdown(props.interval * 1000 - now)}
    </>
  );
}
