/** Night or day: the operator's choice, kept on this machine; without one, what the system says. */
import { useCallback, useEffect, useSyncExternalStore } from 'react';

export type Theme = 'night' | 'day';

const KEY = 'interlock.theme';
const system = window.matchMedia('(prefers-color-scheme: light)');
const listeners = new Set<() => void>();

function chosen(): Theme {
  const kept = window.localStorage.getItem(KEY);
  if (kept === 'night' || kept === 'day') return kept;
  return system.matches ? 'day' : 'night';
}

export function useTheme(): { theme: Theme; toggle: () => void } {
  const theme = useSyncExternalStore(subscribe, chosen);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const toggle = useCallback(() => {
    window.localStorage.setItem(KEY, chosen() === 'night' ? 'day' : 'night');
    for (const listener of listeners) listener();
  }, []);
  return { theme, toggle };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}
