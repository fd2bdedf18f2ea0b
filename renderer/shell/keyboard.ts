/** Keys of the whole console. Letters can be switched off (WCAG 2.1.4); what has Ctrl always works. */
import { useEffect, useRef } from 'react';
import { SCREENS } from '../screens.ts';

export interface Shortcut {
  readonly keys: string;
  readonly does: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: 'Ctrl K or ⌘ K', does: 'Find a screen, element or trade, or act' },
  { keys: '?', does: 'This list' },
  { keys: 'n', does: 'Fold or open «Needs a hand»' },
  { keys: '[ and ]', does: 'Shown instant one interval back or on' },
  { keys: '\\', does: 'Back to now' },
  { keys: 'Tab, Shift Tab', does: 'Next or previous control' },
  { keys: 'Arrows, Page, Home, End', does: 'Move in a table, chart or the time slider' },
  { keys: 'Enter or Space', does: 'Pick the marked row' },
  { keys: 'Escape', does: 'Close a dialog; on the time slider: back to now' },
];

export interface KeyActions {
  palette(): void;
  help(): void;
  hand(): void;
  screen(id: string): void;
  /** −1 back, +1 on, 0 now. */
  time(step: -1 | 0 | 1): void;
}

const SEQUENCE_MS = 1_200;

/** Installs the keys. `letters` off: only those with Ctrl or ⌘. Never takes a key from a field or a dialog. */
export function useKeyboard(actions: KeyActions, letters: boolean): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    let wentAtMs = 0;
    const listen = (event: KeyboardEvent): void => {
      const act = latest.current;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        act.palette();
        return;
      }
      if (!letters || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const afterG = performance.now() - wentAtMs < SEQUENCE_MS;
      wentAtMs = 0;
      if (afterG) {
        const screen = SCREENS.find(s => s.key === event.key);
        if (screen) {
          event.preventDefault();
          act.screen(screen.id);
        }
        return;
      }
      if (event.key === 'g') wentAtMs = performance.now();
      else if (event.key === '?') act.help();
      else if (event.key === 'n') act.hand();
      else if (event.key === '[') act.time(-1);
      else if (event.key === ']') act.time(1);
      else if (event.key === '\\') act.time(0);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [letters]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null)
  );
}
