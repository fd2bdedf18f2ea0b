import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { SCREENS } from '../screens.ts';
import { useQuery } from '../session/hooks.ts';
import { go } from '../session/selection.ts';
import { formatKwh } from '../ui/amounts.ts';
import { formatInterval } from '../ui/times.ts';
import { type Finding, findingsOf } from './palette-rows.ts';

export interface Action {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  run(): void;
}

const KIND_WORD = { screen: 'screen', element: 'element', trade: 'trade', action: 'action' } as const;

/** Finds screens, elements, trades and actions by typing; arrows move, Enter goes there. */
export function Palette(props: { actions: readonly Action[]; onClose: () => void }) {
  const { actions, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const topology = useQuery('grid', 'topology', {});
  const text = useSettled(typed.trim(), 150);
  const trades = useQuery(
    'trades',
    'page',
    text.length < 2
      ? null
      : { filter: { text }, sort: { by: 'interval', descending: true }, offset: 0, limit: 8 },
  );
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const elements = useMemo<Finding[]>(
    () =>
      topology.value
        ? [...topology.value.branches, ...topology.value.buses].map(e => ({
            kind: 'element',
            id: e.id,
            title: e.name,
            note: `${'kind' in e ? e.kind : 'bus'} · ${e.segment}`,
          }))
        : [],
    [topology.value],
  );
  const findings = findingsOf(typed, {
    screen: SCREENS.map(s => ({ kind: 'screen', id: s.id, title: s.title, note: s.purpose })),
    element: elements,
    trade: (trades.value?.rows ?? []).map(t => ({
      kind: 'trade',
      id: t.id,
      title: `${t.sellerName} → ${t.buyerName}`,
      note: `${formatKwh(t.energyWh, 1)} kWh · ${formatInterval(t.interval)} · ${t.decision} · ${t.id}`,
    })),
    action: actions.map(a => ({ kind: 'action', id: a.id, title: a.title, note: a.note })),
  });
  const at = Math.min(active, findings.length - 1);

  function take(finding: Finding | undefined): void {
    if (!finding) return;
    onClose();
    if (finding.kind === 'screen') go({ screen: finding.id });
    else if (finding.kind === 'element') go({ screen: 'diagram', element: finding.id });
    else if (finding.kind === 'trade') go({ screen: 'trades', trade: finding.id });
    else actions.find(a => a.id === finding.id)?.run();
  }

  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label="Find and act"
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={event => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={findings[at] ? `${id}-${at}` : undefined}
        aria-label="Find a screen, element, trade or action"
        placeholder="Screen, element, trade, action…"
        autoFocus
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={event => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) {
            event.preventDefault();
            setActive((at + step + findings.length) % Math.max(1, findings.length));
          } else if (event.key === 'Enter') take(findings[at]);
        }}
      />
      <div role="listbox" id={`${id}-list`} className="palette-list" aria-label="Found">
        {findings.map((finding, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input above takes the keys for its list
          <div
            key={`${finding.kind} ${finding.id}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => take(finding)}
          >
            <span className="palette-title">{finding.title}</span>
            <span className="muted palette-note">{finding.note}</span>
            <span className="palette-kind">{KIND_WORD[finding.kind]}</span>
          </div>
        ))}
        {findings.length === 0 && <p className="palette-none">Nothing found for “{typed}”.</p>}
      </div>
    </dialog>
  );
}

/** A value once it has stood still. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
