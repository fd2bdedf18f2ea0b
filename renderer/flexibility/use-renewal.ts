import { useRef } from 'react';
import { useStatus } from '../session/hooks.ts';

const AGAIN_MS = 5_000;

/**
 * A turn that rises every few seconds while the market lacks something, for offers come in at any time. Once it suffices, what is
 * read by it stands still under the operator's hands.
 */
export function useRenewal(): { readonly turn: number; lacks(isLacking: boolean): void } {
  const { atMs } = useStatus();
  const lacking = useRef(false);
  return {
    turn: lacking.current ? Math.floor((atMs ?? 0) / AGAIN_MS) : 0,
    lacks: isLacking => {
      lacking.current = isLacking;
    },
  };
}
