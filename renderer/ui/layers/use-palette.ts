import { type RefObject, useEffect, useState } from 'react';
import { type Palette, paletteFrom } from './palette.ts';

/** The console's typeface as the picture's texts use it. */
export const PICTURE_FONT = '"Inter Variable", Inter, system-ui, sans-serif';

/** The tokens as they hold at an element, read again when the theme or the ground (live, past, study) changes. */
export function usePalette(ref: RefObject<Element | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const read = () => {
      if (!ref.current) return;
      const style = getComputedStyle(ref.current);
      setPalette(paletteFrom(property => style.getPropertyValue(property)));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'data-ground'],
      subtree: true,
    });
    return () => observer.disconnect();
  }, [ref]);
  return palette;
}

/** True once the typeface is loaded: a text atlas made earlier would keep the substitute for good. */
export function useFontReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    const done = () => {
      if (!gone) setReady(true);
    };
    // Where it cannot be loaded, the substitute has to do.
    document.fonts.load(`500 24px ${PICTURE_FONT}`).then(done, done);
    return () => {
      gone = true;
    };
  }, []);
  return ready;
}
