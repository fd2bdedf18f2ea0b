import type { ChainState } from '../../preload/contract/chain.ts';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { formatStamp } from '../ui/times.ts';
import { consequences, type Fault, stageWords } from './chain-rows.ts';

/** Why a block was refused, whole, so that it can be read out to another validator. */
export function FaultPanel(props: { fault: Fault; state: ChainState }) {
  const { fault } = props;
  return (
    <Panel
      title={`✗ INVALID: block ${formatNumber(fault.blockNumber, 0)} failed the check “${stageWords(fault.stage)}”`}
      className="chain-fault"
      padded
    >
      <div role="alert">
        <dl className="facts">
          <dt>Expected</dt>
          <dd className="mono">{fault.expected}</dd>
          <dt>Got</dt>
          <dd className="mono chain-got">{fault.got}</dd>
          <dt>Code</dt>
          <dd className="mono">{fault.code}</dd>
          <dt>Block hash</dt>
          <dd className="mono">{fault.blockHash === '' ? 'none given' : fault.blockHash}</dd>
          <dt>Offered by</dt>
          <dd className="mono">{fault.endpoint}</dd>
          <dt>Found</dt>
          <dd>
            {formatStamp(fault.foundAtMs)} <span className="muted">(real time)</span>
          </dd>
          {consequences(fault, props.state).map(c => (
            <div key={c.title} className="chain-pair">
              <dt>{c.title}</dt>
              <dd>{c.text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Panel>
  );
}
