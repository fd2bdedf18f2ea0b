import './balancing.css';
import { useStream } from '../session/hooks.ts';
import { usePlace } from '../session/selection.ts';
import { Await } from '../ui/States.tsx';
import { ExchangeChart } from './ExchangeChart.tsx';
import { ExchangeFigures } from './ExchangeFigures.tsx';
import { MeritOrder } from './MeritOrder.tsx';

/** Whether the area keeps its schedule with the upstream grid, and what can be bought if it does not. */
export default function BalancingScreen() {
  const { instant } = usePlace();
  const reading = useStream('balancing', 'state', { interval: instant === 'now' ? null : instant.interval });
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
          <MeritOrder balance={balance} stale={reading.stale} />
        </div>
      )}
    </Await>
  );
}
