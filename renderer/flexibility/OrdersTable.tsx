import { useStream } from '../session/hooks.ts';
import { formatEuro, formatKwh } from '../ui/amounts.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { formatInterval, formatStamp } from '../ui/times.ts';
import { type Order, orderProgress, orderRows, orderTone } from './order-rows.ts';

const COLUMNS: readonly Column<Order>[] = [
  { key: 'at', title: 'Ordered', width: '180px', render: o => formatStamp(o.atMs) },
  { key: 'state', title: 'State', width: '260px', render: o => <Progress order={o} /> },
  { key: 'interval', title: 'Delivery', width: '110px', render: o => formatInterval(o.interval) },
  {
    key: 'element',
    title: 'For',
    width: 'minmax(90px, 1fr)',
    render: o => o.element || 'the balance of the system',
  },
  {
    key: 'kwh',
    title: 'Energy',
    unit: 'kWh',
    align: 'right',
    width: '100px',
    render: o => formatKwh(o.energyWh),
  },
  {
    key: 'cost',
    title: 'Cost',
    unit: '€',
    align: 'right',
    width: '100px',
    render: o => formatEuro(o.costMicroEur, 2),
  },
  { key: 'by', title: 'By', width: '110px', render: o => o.by },
  {
    key: 'reason',
    title: 'Reason',
    width: 'minmax(140px, 2fr)',
    render: o => <span title={o.reason}>{o.reason}</span>,
  },
];

/** Orders of one kind, newest first, with where each of them is. */
export function OrdersTable(props: { kind: Order['kind']; title: string; what: string }) {
  const reading = useStream('flexibility', 'orders', {});
  return (
    <Panel title={props.title} className="orders">
      <Await reading={reading} what={props.what} stillWorks="ordering itself: the audit log has every order.">
        {value => {
          const rows = orderRows(value.orders.filter(order => order.kind === props.kind));
          return rows.length === 0 ? (
            <EmptyState
              what={`No ${props.what} yet.`}
              how="Each order stands here from the moment it is recorded, with its way to the chain: recorded, sent, included."
            />
          ) : (
            <DataTable
              label={props.title}
              columns={COLUMNS}
              rowCount={rows.length}
              rowAt={index => rows[index]}
              keyOf={order => order.intentId ?? `${order.atMs} ${order.interval}`}
            />
          );
        }}
      </Await>
    </Panel>
  );
}

function Progress(props: { order: Order }) {
  const tone = orderTone(props.order.state);
  return (
    <span className="order-progress" data-tone={tone}>
      {orderProgress(props.order.state).map(step => (
        <span key={step.word} data-done={step.done || undefined}>
          {step.done ? '●' : '○'} {step.word}
        </span>
      ))}
    </span>
  );
}
