import { useState } from 'react';
import type { Alarm } from '../../preload/contract/alarms.ts';
import { useCommand } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { REASON_CHARACTERS, SHELF_MINUTES, shelfProblem } from './alarm-rows.ts';

/** Shelving takes an alarm out of the way for a bounded time, with a reason on record. */
export function ShelveDialog(props: { alarm: Alarm; onClose: () => void }) {
  const [minutes, setMinutes] = useState(30);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const shelve = useCommand('alarms', 'shelve', 'connection');
  const problem = shelve.failure?.message ?? refusal;
  const run = async () => {
    const answer = await shelve.run({ id: props.alarm.id, minutes, reason: reason.trim() });
    if (answer?.done) props.onClose();
    else setRefusal(answer?.reason ?? null);
  };
  return (
    <Dialog
      title={`Shelve: ${props.alarm.title}`}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            kind="strong"
            busy={shelve.busy}
            blocked={shelfProblem(minutes, reason) ?? shelve.blocked}
            onPress={() => void run()}
          >
            Shelve
          </Button>
        </>
      }
    >
      <p>It stays on this list and is announced again when the time is over and its cause still stands.</p>
      <label className="alarm-field">
        Minutes of market time
        <input
          className="field"
          type="number"
          min={SHELF_MINUTES.least}
          max={SHELF_MINUTES.most}
          value={minutes}
          onChange={event => setMinutes(Number(event.target.value))}
        />
      </label>
      <label className="alarm-field">
        Reason, for the record
        <textarea
          className="field"
          rows={3}
          maxLength={REASON_CHARACTERS.most}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      </label>
      {problem && (
        <p className="alarm-over" role="alert">
          Not shelved: {problem}
        </p>
      )}
    </Dialog>
  );
}
