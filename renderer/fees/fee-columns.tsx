import type { FeeRow } from '../../preload/contract/fees.ts';
import { shortHash } from '../trades/trade-rows.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import type { Column } from '../ui/DataTable.tsx';
import { Letter } from '../ui/Marks.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { formatDay, formatInterval } from '../ui/times.ts';

/** Every amount with all its digits: a column adds up to the total above it. */
export const COLUMNS: readonly Column<FeeRow>[] = [
  {
    key: 'interval',
    title: 'Delivery',
    width: '168px',
    render: r => `${formatDay(r.interval * 1000)} ${formatInterval(r.interval)}`,
  },
  {
    key: 'seller',
    title: 'Seller point',
    width: 'minmax(96px, 1fr)',
    render: r => <span title={r.sellerPoint}>{r.sellerPoint}</span>,
  },
  {
    key: 'buyer',
    title: 'Buyer point',
    width: 'minmax(96px, 1fr)',
    render: r => <span title={r.buyerPoint}>{r.buyerPoint}</span>,
  },
  {
    key: 'energy',
    title: 'Energy',
    unit: 'kWh',
    align: 'right',
    width: '104px',
    render: r => formatKwh(r.energyWh),
  },
  euro('losses', 'Losses', r => r.lossesMicroEur),
  euro('congestion', 'Congestion', r => r.congestionMicroEur),
  euro('voltage', 'Voltage', r => r.voltageMicroEur),
  euro('fixed', 'Fixed', r => r.fixedMicroEur),
  euro('fee', 'Fee', r => r.feeMicroEur),
  {
    key: 'settled',
    title: 'Settled',
    width: '104px',
    render: r => (
      <Letter
        letter={r.settled ? 'S' : 'O'}
        word={r.settled ? 'settled' : 'open'}
        tone={r.settled ? 'plain' : 'unknown'}
      />
    ),
  },
  {
    key: 'block',
    title: 'Block',
    align: 'right',
    width: '88px',
    render: r => formatNumber(r.blockNumber, 0),
  },
  {
    key: 'id',
    title: 'Trade',
    width: '124px',
    render: r => (
      <span className="mono" title={r.tradeId}>
        {shortHash(r.tradeId)}
      </span>
    ),
  },
];

function euro(key: string, title: string, amount: (row: FeeRow) => string): Column<FeeRow> {
  return {
    key,
    title,
    unit: '€',
    align: 'right',
    width: '116px',
    render: r => formatEuro(amount(r), 6, true),
  };
}
