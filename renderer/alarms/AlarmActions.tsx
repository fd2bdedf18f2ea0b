import type { Alarm } from '../../preload/contract/alarms.ts';
import { placeOfLink } from '../session/place.ts';
import { go, usePlace } from '../session/selection.ts';
import { Button } from '../ui/Button.tsx';
import { acknowledgeable, waysOut } from './alarm-rows.ts';
import type { Acknowledging } from './use-acknowledge.ts';

/** What can be done about one alarm: acknowledge it, go to its place, go to where it is relieved. */
export function AlarmActions(props: {
  alarm: Alarm;
  acknowledge: Acknowledging;
  /** Shorter on a card than on the list. */
  acknowledgeWord: 'Ack' | 'Acknowledge';
}) {
  const { alarm, acknowledge, acknowledgeWord } = props;
  const place = usePlace();
  return (
    <>
      {acknowledgeable([alarm]).length > 0 && (
        <Button
          label={`${acknowledgeWord}: ${alarm.title}`}
          busy={acknowledge.busy}
          blocked={acknowledge.blocked}
          reasonElsewhere
          onPress={() => acknowledge.run([alarm.id])}
        >
          {acknowledgeWord}
        </Button>
      )}
      {waysOut(alarm).map(way => (
        <Button
          key={way.word}
          label={`${way.word}: ${alarm.title}`}
          onPress={() => go(placeOfLink(way.link, place))}
        >
          {way.word}
        </Button>
      ))}
    </>
  );
}
