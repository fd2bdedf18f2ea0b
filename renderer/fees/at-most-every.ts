import { useEffect, useRef, useState } from 'react';

/** A value that changes often, followed in steps of at least `ms`: each report reads the whole record. */
export function useAtMostEvery<T>(value: T, ms: number): T {
  const [shown, setShown] = useState(value);
  const lastMs = useRef(0);
  useEffect(() => {
    if (value === shown) return;
    const timer = setTimeout(
      () => {
        lastMs.current = Date.now();
        setShown(value);
      },
      Math.max(0, lastMs.current + ms - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [value, shown, ms]);
  return shown;
}
