import type { Balance } from '../../preload/contract/balancing.ts';
import { Panel } from '../ui/Panel.tsx';
import { formatInterval } from '../ui/times.ts';
import { Value } from '../ui/Value.tsx';
import { balanceFigures } from './balance-rows.ts';

/** What flows to or from the upstream grid now, against what was scheduled. */
export function ExchangeFigures(props: { balance: Balance; stale: boolean }) {
  const { balance } = props;
  return (
    <Panel
      title="Exchange with the upstream grid"
      note={`running interval ${formatInterval(balance.running)}, import positive`}
      className="balance-now"
      padded
    >
      <dl className="balance-figures">
        {balanceFigures(balance).map(figure => (
          <div key={figure.name}>
            <dt>{figure.name}</dt>
            <dd className="big">
              <Value value={figure.mw} unit="MW" sign quality={props.stale ? 'stale' : 'good'} />
            </dd>
            <dd className="balance-words">{figure.words}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">Measured at this moment; scheduled as the mean of the interval.</p>
    </Panel>
  );
}
