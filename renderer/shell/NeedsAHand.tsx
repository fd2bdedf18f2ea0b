import type { Alarm } from '../../preload/contract/alarms.ts';
import { AlarmActions } from '../alarms/AlarmActions.tsx';
import { needingAHand, timeLeft } from '../alarms/alarm-rows.ts';
import { useAcknowledge } from '../alarms/use-acknowledge.ts';
import { useMarketNow, useStatus, useStream } from '../session/hooks.ts';
import { linkTo } from '../session/selection.ts';
import { Button } from '../ui/Button.tsx';
import { PriorityMark } from '../ui/Marks.tsx';
import { Await, EmptyState } from '../ui/States.tsx';

const CARDS_MAX = 10;

/** What asks for the operator, one card per root cause, the most urgent first. */
export function NeedsAHand(props: { open: boolean; onOpen: (open: boolean) => void }) {
  const reading = useStream('alarms', 'list', {});
  const alarms = needingAHand(reading.value?.alarms ?? []);
  const isUnknown = useStatus().value?.gridState === 'unknown';
  const unseen = alarms.filter(a => a.state === 'unacknowledged').length;
  if (!props.open)
    return (
      <aside className="hand closed" aria-label="Needs a hand">
        <button
          type="button"
          className="hand-opener"
          aria-expanded="false"
          onClick={() => props.onOpen(true)}
        >
          <span aria-hidden="true">◀</span>
          <span className="hand-turned">Needs a hand ({alarms.length})</span>
          {unseen > 0 && <strong className="nav-count">{unseen}</strong>}
        </button>
      </aside>
    );
  return (
    <aside className="hand" aria-labelledby="hand-title">
      <header>
        <h2 id="hand-title">Needs a hand ({alarms.length})</h2>
        <Button kind="quiet" label="Fold this panel" onPress={() => props.onOpen(false)}>
          ▶
        </Button>
      </header>
      <div className="hand-cards">
        <Await reading={reading} what="the alarms">
          {() =>
            alarms.length === 0 ? (
              <EmptyState
                what={
                  isUnknown ? 'No alarm, but the state of the grid is not known.' : 'Nothing needs a hand.'
                }
                how="A limit at risk, a missing meter, a chain that does not verify: each appears here with its cause, what follows from it and the time left."
              />
            ) : (
              <ol>
                {alarms.slice(0, CARDS_MAX).map(alarm => (
                  <Card key={alarm.id} alarm={alarm} />
                ))}
              </ol>
            )
          }
        </Await>
        {alarms.length > CARDS_MAX && (
          <a className="hand-more" href={linkTo({ screen: 'alarms' })}>
            {alarms.length - CARDS_MAX} more on Alarms
          </a>
        )}
      </div>
    </aside>
  );
}

function Card(props: { alarm: Alarm }) {
  const { alarm } = props;
  const nowMs = useMarketNow() ?? alarm.raisedAtMs;
  const acknowledge = useAcknowledge();
  const left = timeLeft(alarm, nowMs);
  return (
    <li className="card" data-priority={alarm.priority} data-state={alarm.state}>
      <div className="card-title">
        <PriorityMark priority={alarm.priority} />
        <strong>{alarm.title}</strong>
        {alarm.count > 1 && <span className="muted">×{alarm.count}</span>}
      </div>
      <p className="card-cause">{alarm.cause}</p>
      <p className="card-action">{alarm.action}</p>
      <div className="card-foot">
        <span className={left.over ? 'card-over' : 'muted'}>{left.text}</span>
        <span className="row">
          <AlarmActions alarm={alarm} acknowledge={acknowledge} acknowledgeWord="Ack" />
        </span>
      </div>
      {acknowledge.problem && (
        <p className="card-over" role="alert">
          Not acknowledged: {acknowledge.problem}
        </p>
      )}
    </li>
  );
}
