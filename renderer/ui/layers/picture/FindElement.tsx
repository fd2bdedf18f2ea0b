import { useId, useState } from 'react';
import type { Topology } from '../../../../preload/contract/grid.ts';
import { findRows } from './find-rows.ts';

/** Find by id, name or connection point; arrows choose, Enter goes there. */
export function FindElement(props: { topology: Topology; onFound: (id: string) => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const rows = findRows(props.topology, text);
  const take = (index: number) => {
    const row = rows[index];
    if (!row) return;
    props.onFound(row.id);
    setText('');
    setAt(0);
  };
  return (
    <div className="find-element">
      <input
        className="field"
        type="search"
        placeholder="Find element or point"
        aria-label="Find element or connection point"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={id}
        aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
        value={text}
        onChange={event => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') setAt(Math.min(rows.length - 1, at + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else if (event.key === 'Enter') take(at);
          else if (event.key === 'Escape') setText('');
          else return;
          event.preventDefault();
        }}
      />
      {text.trim() !== '' && (
        <div className="find-rows" id={id} role="listbox" aria-label="Found elements">
          {rows.length === 0 && <p className="muted">Nothing has “{text.trim()}” in its id or name.</p>}
          {rows.map((row, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above moves and picks by keys
            <div
              key={`${row.kind} ${row.id}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => take(index)}
            >
              <span>{row.name}</span> <span className="muted">{row.kind}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
