/** The one shared selection, kept in the address so that a reload, a link and a second window show the same. */
import { useSyncExternalStore } from 'react';
import { hashOf, type Instant, type Place, parseHash } from './place.ts';

export type { Instant, Place } from './place.ts';

let current = parseHash(window.location.hash);
const listeners = new Set<() => void>();

window.addEventListener('hashchange', () => {
  current = parseHash(window.location.hash);
  for (const listener of listeners) listener();
});

/** Screen, selected element, trade and instant. The object is the same until one of them changes. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => current);
}

/**
 * Changes part of the place; what is not named stays. A new screen or trade is a step that «back» undoes, a new
 * element or instant is not.
 */
export function go(change: Partial<Place>): void {
  const next = { ...current, ...change };
  const hash = hashOf(next);
  if (hash === window.location.hash) return;
  if (next.screen !== current.screen || next.trade !== current.trade) {
    window.location.hash = hash;
    return;
  }
  window.history.replaceState(null, '', hash);
  current = next;
  for (const listener of listeners) listener();
}

/** Address for a link to a place that differs from the current one by `change`. */
export function linkTo(change: Partial<Place>): string {
  return hashOf({ ...current, ...change });
}

export function selectElement(element: string | null): void {
  go({ element });
}

export function setInstant(instant: Instant): void {
  go({ instant });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
