import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scenario, StudyProgress } from '../../preload/contract/studies.ts';
import { client } from '../session/client.ts';

export type Run =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly scenario: Scenario; readonly done: number; readonly total: number }
  | { readonly state: 'cancelled'; readonly scenario: Scenario }
  | { readonly state: 'failed'; readonly scenario: Scenario; readonly message: string }
  | {
      readonly state: 'finished';
      readonly scenario: Scenario;
      readonly result: NonNullable<StudyProgress['result']>;
    };

/**
 * Runs one scenario at a time. Not a shared stream: a study that ended must not be started again by itself, and
 * leaving the screen cancels it.
 */
export function useStudyRun(): { run: Run; start(scenario: Scenario): void; cancel(): void } {
  const [run, setRun] = useState<Run>({ state: 'idle' });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const start = useCallback((scenario: Scenario) => {
    stop.current?.();
    let over = false;
    const end = (next: Run) => {
      if (over) return;
      over = true;
      stop.current = null;
      setRun(next);
    };
    setRun({ state: 'running', scenario, done: 0, total: 0 });
    const unsubscribe = client.stream('studies', 'run', scenario, {
      item: progress => {
        if (over) return;
        if (progress.result) end({ state: 'finished', scenario, result: progress.result });
        else setRun({ state: 'running', scenario, done: progress.done, total: progress.total });
      },
      failed: failure => end({ state: 'failed', scenario, message: failure.message }),
      ended: () =>
        end({ state: 'failed', scenario, message: 'The console ended the study without a result.' }),
    });
    stop.current = () => {
      over = true;
      unsubscribe();
    };
  }, []);

  const cancel = useCallback(() => {
    stop.current?.();
    stop.current = null;
    setRun(last => (last.state === 'running' ? { state: 'cancelled', scenario: last.scenario } : last));
  }, []);
  return { run, start, cancel };
}
