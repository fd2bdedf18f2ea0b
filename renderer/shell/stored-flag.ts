import { useCallback, useState } from 'react';

/** A yes or no that this machine remembers. */
export function useStoredFlag(name: string, start: boolean): [boolean, (value: boolean) => void] {
  const key = `interlock.${name}`;
  const [value, setValue] = useState(() => {
    const kept = window.localStorage.getItem(key);
    return kept === null ? start : kept === 'yes';
  });
  const set = useCallback(
    (next: boolean) => {
      window.localStorage.setItem(key, next ? 'yes' : 'no');
      setValue(next);
    },
    [key],
  );
  return [value, set];
}
