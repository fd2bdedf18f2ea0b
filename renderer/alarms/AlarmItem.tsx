import type { Alarm } from '../../preload/contract/alarms.ts';
import { useMarketNow } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { PriorityMark } from '../ui/Marks.tsx';
import { AlarmActions } from './AlarmActions.tsx';
import { shelvingRefusal, stateWords, timeLeft } from './alarm-rows.ts';
import { useAcknowledge } from './use-acknowledge.ts';

/** One alarm: what it is, why, what follows, what to do, how long there is, and the ways to answer it. */
export function AlarmItem(props: { alarm: Alarm; onShelve: () => void }) {
  const { alarm } = props;
  const nowMs = useMarketNow() ?? alarm.raisedAtMs;
  const acknowledge = useAcknowledge();
  const left = timeLeft(alarm, nowMs);
  return (
    <li className="alarm" data-priority={alarm.priority} data-state={alarm.state}>
      <div className="alarm-head">
        <PriorityMark priority={alarm.priority} word />
        <strong>{alarm.title}</strong>
        {alarm.count > 1 && <span className="muted">×{alarm.count}</span>}
        <span className="muted">{stateWords(alarm)}</span>
        <span className={left.over ? 'alarm-over' : 'muted'}>{left.text}</span>
      </div>
      <dl>
        <dt>Cause</dt>
        <dd>{alarm.cause}</dd>
        <dt>Consequence</dt>
        <dd>{alarm.consequence}</dd>
        <dt>Action</dt>
        <dd>{alarm.action}</dd>
      </dl>
      <div className="alarm-tools">
        <AlarmActions alarm={alarm} acknowledge={acknowledge} acknowledgeWord="Acknowledge" />
        <Button label={`Shelve: ${alarm.title}`} blocked={shelvingRefusal(alarm)} onPress={props.onShelve}>
          Shelve…
        </Button>
      </div>
      {acknowledge.problem && (
        <p className="alarm-over" role="alert">
          Not acknowledged: {acknowledge.problem}
        </p>
      )}
    </li>
  );
}
