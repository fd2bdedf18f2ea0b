import { SCREENS } from '../screens.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PriorityMark, VerdictMark } from '../ui/Marks.tsx';
import { SHORTCUTS } from './keyboard.ts';

/** Keys and signs, and the switch for letter keys. */
export function Help(props: { letters: boolean; onLetters: (on: boolean) => void; onClose: () => void }) {
  return (
    <Dialog title="Keys and signs" onClose={props.onClose} className="wide">
      <label className="labelled inline">
        <input
          type="checkbox"
          checked={props.letters}
          onChange={event => props.onLetters(event.target.checked)}
        />
        Letter keys on (those without Ctrl)
      </label>
      <div className="help-columns">
        <dl className="facts">
          {SHORTCUTS.map(s => (
            <div key={s.keys} style={{ display: 'contents' }}>
              <dt>
                <kbd>{s.keys}</kbd>
              </dt>
              <dd>{s.does}</dd>
            </div>
          ))}
        </dl>
        <dl className="facts">
          {SCREENS.map(s => (
            <div key={s.id} style={{ display: 'contents' }}>
              <dt>
                <kbd>g {s.key}</kbd>
              </dt>
              <dd>
                {s.title}: {s.purpose}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="row help-signs">
        {(['critical', 'high', 'medium', 'low'] as const).map(p => (
          <PriorityMark key={p} priority={p} word />
        ))}
        {(['pending', 'accepted', 'reduced', 'rejected', 'held'] as const).map(d => (
          <VerdictMark key={d} decision={d} />
        ))}
      </div>
    </Dialog>
  );
}
