import type { FeeRow } from '../../preload/contract/fees.ts';
import { shortHash } from '../trades/trade-rows.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import type { Column } from '../ui/DataTable.tsx';
import { Letter } from '../ui/Marks.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { pointWords } from '../ui/points.ts';
import { formatDelivery } from '../ui/times.ts';

/** Every amount with all its digits: a column adds up to the total above it. */
export const COLUMNS: readonly Column<FeeRow>[] = [
  {
    key: 'interval',
    title: 'Delivery',
    width: '184px',
    render: r => formatDelivery(r.interval),
  },
  {
    key: 'seller',
    title: 'Seller point',
    width: 'minmax(84px, 1fr)',
    render: r => <span title={pointWords(r.sellerPoint, r.sellerPlace)}>{r.sellerPoint}</span>,
  },
  {
    key: 'buyer',
    title: 'Buyer point',
    width: 'minmax(84px, 1fr)',
    render: r => <span title={pointWords(r.buyerPoint, r.buyerPlace)}>{r.buyerPoint}</span>,
  },
  {
    key: 'energy',
    title: 'Energy',
    unit: 'kWh',
    align: 'right',
    width: '86px',
    render: r => formatKwh(r.energyWh),
  },
  part('losses', 'Losses', r => r.lossesMicroEur),
  part('congestion', 'Congestion', r => r.congestionMicroEur),
  part('voltage', 'Voltage', r => r.voltageMicroEur),
  part('fixed', 'Fixed', r => r.fixedMicroEur),
  euro('fee', 'Fee', r => r.feeMicroEur),
  {
    key: 'settled',
    title: 'Settled',
    width: '84px',
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
    width: '84px',
    givesWay: 2,
    render: r => formatNumber(r.blockNumber, 0),
  },
  {
    key: 'id',
    title: 'Trade',
    width: '64px',
    render: r => (
      <span className="mono" title={r.tradeId}>
        {shortHash(r.tradeId)}
      </span>
    ),
  },
];

/** The picked trade shows its parts one by one; they give way together, for only together they add up. */
function part(key: string, title: string, amount: (row: FeeRow) => string): Column<FeeRow> {
  return { ...euro(key, title, amount), givesWay: 1 };
}

function euro(key: string, title: string, amount: (row: FeeRow) => string): Column<FeeRow> {
  return {
    key,
    title,
    unit: '€',
    align: 'right',
    width: '96px',
    render: r => formatEuro(amount(r), 6, true),
  };
}
