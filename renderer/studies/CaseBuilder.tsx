import { useId, useState } from 'react';
import type { Scenario } from '../../preload/contract/studies.ts';
import type { Output } from '../session/client.ts';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { formatDay, formatInterval } from '../ui/times.ts';
import { type ChangeRow, changeSentence, SCALABLE, scenarioOf, typedFactor } from './case-builder.ts';
import type { Run } from './use-study-run.ts';

type Choices = Output<'studies', 'choices'>;

const LENGTHS = [
  { intervals: 1, word: 'this interval only' },
  { intervals: 4, word: 'one hour' },
  { intervals: 24, word: 'six hours' },
  { intervals: 96, word: 'a day' },
] as const;

/** Builds a case: name, time, changes; runs it with progress, and cancels it. */
export function CaseBuilder(props: {
  choices: Choices;
  run: Run;
  onRun: (scenario: Scenario) => void;
  onCancel: () => void;
}) {
  const { choices, run } = props;
  const [name, setName] = useState('');
  const [from, setFrom] = useState<number | null>(null);
  const [intervals, setIntervals] = useState<number>(96);
  const [rows, setRows] = useState<readonly ChangeRow[]>([]);
  const [nextKey, setNextKey] = useState(1);
  const add = (change: ChangeRow['change']) => {
    setRows([...rows, { key: nextKey, change }]);
    setNextKey(nextKey + 1);
  };
  const checked = scenarioOf({ name, from, intervals, rows });
  const switchName = (id: string) => choices.switches.find(s => s.id === id)?.name ?? id;
  const running = run.state === 'running';
  return (
    <Panel title="The case" padded className="case-builder">
      <label className="labelled">
        Name
        <input
          className="field"
          value={name}
          maxLength={80}
          placeholder="Double heat pumps on feeder 7"
          onChange={event => setName(event.target.value)}
        />
      </label>
      <div className="row">
        <label className="labelled">
          From
          <select
            className="field"
            value={from ?? ''}
            onChange={event => setFrom(event.target.value === '' ? null : Number(event.target.value))}
          >
            <option value="">now</option>
            {choices.intervals.map(start => (
              <option key={start} value={start}>
                {formatDay(start * 1000)} {formatInterval(start).slice(0, 5)}
              </option>
            ))}
          </select>
        </label>
        <label className="labelled">
          For
          <select
            className="field"
            value={intervals}
            onChange={event => setIntervals(Number(event.target.value))}
          >
            {LENGTHS.map(length => (
              <option key={length.intervals} value={length.intervals}>
                {length.word}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ScaleForm segments={choices.segments} onAdd={add} />
      <SwitchForm switches={choices.switches} onAdd={add} />
      <section>
        <h3>Changes</h3>
        {rows.length === 0 ? (
          <p className="muted">None yet: the case is the present as it stands.</p>
        ) : (
          <ol className="change-list">
            {rows.map(row => (
              <li key={row.key}>
                <span>{changeSentence(row.change, switchName)}</span>
                <Button
                  kind="quiet"
                  label={`Remove: ${changeSentence(row.change, switchName)}`}
                  onPress={() => setRows(rows.filter(other => other.key !== row.key))}
                >
                  ✕
                </Button>
              </li>
            ))}
          </ol>
        )}
      </section>
      {running ? (
        <Progress run={run} onCancel={props.onCancel} />
      ) : (
        <Button
          blocked={'missing' in checked ? checked.missing : null}
          onPress={() => {
            if ('scenario' in checked) props.onRun(checked.scenario);
          }}
        >
          Run the study
        </Button>
      )}
    </Panel>
  );
}

function ScaleForm(props: { segments: readonly string[]; onAdd: (change: ChangeRow['change']) => void }) {
  const [what, setWhat] = useState<(typeof SCALABLE)[number]['what']>('heat-pump');
  const [segment, setSegment] = useState('');
  const [text, setText] = useState('2');
  const factor = typedFactor(text);
  return (
    <fieldset className="change-form">
      <legend>Scale</legend>
      <select
        className="field"
        aria-label="What is scaled"
        value={what}
        onChange={event => setWhat(SCALABLE.find(s => s.what === event.target.value)?.what ?? what)}
      >
        {SCALABLE.map(entry => (
          <option key={entry.what} value={entry.what}>
            {entry.word}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label="Where"
        value={segment}
        onChange={event => setSegment(event.target.value)}
      >
        <option value="">everywhere</option>
        {props.segments.map(name => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <label className="labelled inline">
        ×
        <input
          className="field factor-field"
          inputMode="decimal"
          aria-invalid={factor === null}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </label>
      <Button
        blocked={factor === null ? 'A factor from 0 to 20.' : null}
        onPress={() => {
          if (factor !== null) props.onAdd({ type: 'scale', what, segment, factor });
        }}
      >
        Add
      </Button>
    </fieldset>
  );
}

function SwitchForm(props: { switches: Choices['switches']; onAdd: (change: ChangeRow['change']) => void }) {
  const [text, setText] = useState('');
  const id = useId();
  const wanted = text.trim().toLowerCase();
  const found = props.switches.find(s => s.id.toLowerCase() === wanted || s.name.toLowerCase() === wanted);
  return (
    <fieldset className="change-form">
      <legend>Switch</legend>
      <input
        className="field"
        aria-label="Switch or branch"
        placeholder="id or name"
        list={id}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <datalist id={id}>
        {props.switches.map(s => (
          <option key={s.id} value={s.id}>
            {s.name}
          </option>
        ))}
      </datalist>
      <Button
        blocked={
          found ? null : wanted === '' ? 'Name a switch or branch.' : `There is no switch “${text.trim()}”.`
        }
        reasonElsewhere={wanted === ''}
        onPress={() => {
          if (!found) return;
          props.onAdd({ type: 'switch', element: found.id, closed: !found.closed });
          setText('');
        }}
      >
        {found ? (found.closed ? 'Open it' : 'Close it') : 'Add'}
      </Button>
    </fieldset>
  );
}

function Progress(props: { run: Extract<Run, { state: 'running' }>; onCancel: () => void }) {
  const { done, total } = props.run;
  return (
    <div className="study-progress">
      <progress max={Math.max(total, 1)} value={done} aria-label="Progress of the study" />
      <span role="status">{total === 0 ? 'starting' : `${done} of ${total} power flows`}</span>
      <Button onPress={props.onCancel}>Cancel</Button>
    </div>
  );
}
