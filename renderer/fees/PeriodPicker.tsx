import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { zoneName } from '../ui/times.ts';
import { type Choice, type Draft, draftOf, NAMED, type Period, periodOf, typedPeriod } from './period.ts';

/** Chooses the deliveries that table, totals and exports cover. */
export function PeriodPicker(props: {
  choice: Choice;
  period: Period;
  nowMs: number;
  onChoose: (choice: Choice) => void;
}) {
  const { choice, period, nowMs, onChoose } = props;
  const [draft, setDraft] = useState<Draft | null>(null);
  return (
    <fieldset className="fees-period">
      <legend className="visually-hidden">Period of delivery</legend>
      {NAMED.map(({ kind, word }) => (
        <Button
          key={kind}
          pressed={choice.kind === kind}
          onPress={() => {
            setDraft(null);
            onChoose({ kind });
          }}
        >
          {word}
        </Button>
      ))}
      <Button
        pressed={choice.kind === 'custom'}
        onPress={() =>
          setDraft(draft ?? draftOf(choice.kind === 'all' ? periodOf({ kind: 'today' }, nowMs) : period))
        }
      >
        from–to
      </Button>
      {draft && (
        <Ends
          draft={draft}
          zone={zoneName(nowMs)}
          onDraft={setDraft}
          onShow={p => onChoose({ kind: 'custom', ...p })}
        />
      )}
    </fieldset>
  );
}

function Ends(props: {
  draft: Draft;
  zone: string;
  onDraft: (draft: Draft) => void;
  onShow: (period: Period) => void;
}) {
  const { draft } = props;
  const typed = typedPeriod(draft);
  const problem = 'problem' in typed ? typed.problem : null;
  const common = {
    className: 'field',
    type: 'datetime-local',
    step: 900,
    min: '2000-01-01T00:00',
    max: '9999-12-31T23:45',
    'aria-invalid': problem !== null,
  };
  return (
    <>
      <label className="labelled inline">
        From ({props.zone})
        <input
          {...common}
          value={draft.from}
          onChange={event => props.onDraft({ ...draft, from: event.target.value })}
        />
      </label>
      <label className="labelled inline">
        to, not included
        <input
          {...common}
          value={draft.to}
          onChange={event => props.onDraft({ ...draft, to: event.target.value })}
        />
      </label>
      <Button
        blocked={problem}
        onPress={() => {
          if (!('problem' in typed)) props.onShow(typed);
        }}
      >
        Show
      </Button>
    </>
  );
}
