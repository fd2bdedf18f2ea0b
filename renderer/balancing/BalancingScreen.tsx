import './balancing.css';
import { useStream } from '../session/hooks.ts';
import { Await } from '../ui/States.tsx';
import { ExchangeChart } from './ExchangeChart.tsx';
import { ExchangeFigures } from './ExchangeFigures.tsx';
import { MeritOrder } from './MeritOrder.tsx';

/** Whether the area keeps its schedule with the upstream grid, and what could be used if it does not. Read only. */
export default function BalancingScreen() {
  const reading = useStream('balancing', 'state', {});
  return (
    <Await
      reading={reading}
      what="the balance of the area"
      stillWorks="Flexibility, Trades and Alarms, which read streams of their own."
    >
      {balance => (
        <div className="balancing">
          <div className="balance-exchange">
            <ExchangeFigures balance={balance} stale={reading.stale} />
            <ExchangeChart balance={balance} />
          </div>
          <MeritOrder balance={balance} />
        </div>
      )}
    </Await>
  );
}
