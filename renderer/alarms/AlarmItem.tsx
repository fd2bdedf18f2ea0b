import type { Alarm } from '../../preload/contract/alarms.ts';
import { useMarketNow } from '../session/hooks.ts';
import { placeOfLink } from '../session/place.ts';
import { go, usePlace } from '../session/selection.ts';
import { Button } from '../ui/Button.tsx';
import { PriorityMark } from '../ui/Marks.tsx';
import { acknowledgeable, shelvingRefusal, stateWords, timeLeft, waysOut } from './alarm-rows.ts';
import { useAcknowledge } from './use-acknowledge.ts';

/** One alarm: what it is, why, what follows, what to do, how long there is, and the ways to answer it. */
export function AlarmItem(props: { alarm: Alarm; onShelve: () => void }) {
  const { alarm } = props;
  const nowMs = useMarketNow() ?? alarm.raisedAtMs;
  const place = usePlace();
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
        {acknowledgeable([alarm]).length > 0 && (
          <Button
            label={`Acknowledge: ${alarm.title}`}
            busy={acknowledge.busy}
            blocked={acknowledge.blocked}
            reasonElsewhere
            onPress={() => acknowledge.run([alarm.id])}
          >
            Acknowledge
          </Button>
        )}
        <Button label={`Shelve: ${alarm.title}`} blocked={shelvingRefusal(alarm)} onPress={props.onShelve}>
          Shelve…
        </Button>
        {waysOut(alarm).map(way => (
          <Button
            key={way.word}
            label={`${way.word}: ${alarm.title}`}
            onPress={() => go(placeOfLink(way.link, place))}
          >
            {way.word}
          </Button>
        ))}
      </div>
      {acknowledge.problem && (
        <p className="alarm-over" role="alert">
          Not acknowledged: {acknowledge.problem}
        </p>
      )}
    </li>
  );
}
