import { useState } from 'react';
import type { Alarm } from '../../preload/contract/alarms.ts';
import type { Live } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { formatNumber } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Await, EmptyState } from '../ui/States.tsx';
import { AlarmItem } from './AlarmItem.tsx';
import { type AlarmPage, acknowledgeable, orderAlarms, pageOf } from './alarm-rows.ts';
import { useAcknowledge } from './use-acknowledge.ts';

/** The list page by page: what is acknowledged at once is what is seen at once. */
export function AlarmList(props: {
  reading: Live<{ readonly alarms: readonly Alarm[] }>;
  onShelve: (alarm: Alarm) => void;
}) {
  const { reading, onShelve } = props;
  const [wanted, setWanted] = useState(0);
  const acknowledge = useAcknowledge();
  const all = orderAlarms(reading.value?.alarms ?? []);
  const page = pageOf(all, wanted);
  const open = acknowledgeable(page.shown);
  return (
    <Panel
      title="Alarms"
      note={
        reading.value === undefined ? '' : `${formatNumber(all.length, 0)} on the list, most urgent first`
      }
      className="alarms-list"
      tools={
        <>
          {page.pages > 1 && <Pager page={page} onPage={setWanted} />}
          <Button
            busy={acknowledge.busy}
            blocked={open.length === 0 ? 'Nothing on this page waits for it.' : acknowledge.blocked}
            reasonElsewhere
            onPress={() => acknowledge.run(open)}
          >
            Acknowledge this page ({open.length})
          </Button>
        </>
      }
    >
      {acknowledge.problem && (
        <p className="alarms-problem" role="alert">
          Not acknowledged: {acknowledge.problem}
        </p>
      )}
      <Await reading={reading} what="the alarms">
        {() =>
          all.length === 0 ? (
            <EmptyState
              what="No alarm stands."
              how="Whatever needs a response appears here with its cause, its consequence and the time left."
            />
          ) : (
            <ol>
              {page.shown.map(alarm => (
                <AlarmItem key={alarm.id} alarm={alarm} onShelve={() => onShelve(alarm)} />
              ))}
            </ol>
          )
        }
      </Await>
    </Panel>
  );
}

function Pager(props: { page: AlarmPage; onPage: (page: number) => void }) {
  const { at, pages } = props.page;
  return (
    <>
      <Button
        label="Page before"
        blocked={at === 0 ? 'This is the first page.' : null}
        reasonElsewhere
        onPress={() => props.onPage(at - 1)}
      >
        ◀
      </Button>
      <span className="muted">
        {at + 1} of {pages}
      </span>
      <Button
        label="Next page"
        blocked={at === pages - 1 ? 'This is the last page.' : null}
        reasonElsewhere
        onPress={() => props.onPage(at + 1)}
      >
        ▶
      </Button>
    </>
  );
}
