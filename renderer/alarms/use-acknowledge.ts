import { useState } from 'react';
import { useCommand } from '../session/hooks.ts';

export interface Acknowledging {
  run(ids: readonly string[]): void;
  readonly busy: boolean;
  readonly blocked: string | null;
  /** Why the last attempt was not done: a refusal of the console, or the wire. */
  readonly problem: string | null;
}

/** Acknowledging, with what became of it: an alarm taken for seen that is not would be worse than none. */
export function useAcknowledge(): Acknowledging {
  const { run, busy, blocked, failure } = useCommand('alarms', 'acknowledge', 'connection');
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    run: async ids => {
      const answer = await run({ ids: [...ids] });
      setRefusal(answer === undefined || answer.done ? null : answer.reason);
    },
    busy,
    blocked,
    problem: failure?.message ?? refusal,
  };
}
