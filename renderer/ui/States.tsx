/** What stands in a place that has no content: nothing yet, nothing at all, or a failure. */
import type { ReactNode } from 'react';
import { type Live, useConnection } from '../session/hooks.ts';
import { Button } from './Button.tsx';
import { formatAge } from './numbers.ts';
import { formatClock } from './times.ts';

/** Says what would be here and how it comes. */
export function EmptyState(props: { what: string; how: string; children?: ReactNode }) {
  return (
    <div className="state">
      <strong>{props.what}</strong>
      <p>{props.how}</p>
      {props.children}
    </div>
  );
}

/** Says what failed, since when, what still works, and what to do. */
export function FailedState(props: {
  what: string;
  why: string;
  sinceMs?: number;
  stillWorks?: string;
  todo?: string;
  onAgain?: () => void;
}) {
  return (
    <div className="state failed" role="alert">
      <strong>
        {props.what}
        {props.sinceMs !== undefined && ` (since ${formatClock(props.sinceMs)})`}
      </strong>
      <p>{props.why}</p>
      {props.stillWorks !== undefined && <p>Still works: {props.stillWorks}</p>}
      {props.todo !== undefined && <p>{props.todo}</p>}
      {props.onAgain && <Button onPress={props.onAgain}>Try again</Button>}
    </div>
  );
}

export function LoadingState(props: { what: string }) {
  const isLost = useConnection().state === 'lost';
  return (
    <div className="state" role="status">
      <p>
        {isLost ? `Waiting for the console: ${props.what} cannot be read now.` : `Reading ${props.what}…`}
      </p>
    </div>
  );
}

/** Content of a stream or query in all its states; an old value is shown as old, never as fresh. */
export function Await<T>(props: {
  reading: Live<T> & { again?: () => void };
  /** What is read, as in "Reading the trades…". */
  what: string;
  stillWorks?: string;
  children: (value: T) => ReactNode;
}) {
  const { value, failure, atMs, stale } = props.reading;
  if (value === undefined) {
    if (failure === undefined) return <LoadingState what={props.what} />;
    return (
      <FailedState
        what={`Could not read ${props.what}`}
        why={failure.message}
        sinceMs={failure.sinceMs}
        {...(props.stillWorks === undefined ? {} : { stillWorks: props.stillWorks })}
        {...(props.reading.again
          ? { onAgain: props.reading.again }
          : { todo: 'It is asked again by itself.' })}
      />
    );
  }
  return (
    <>
      {stale && atMs !== undefined && (
        <p className="note-stale" role="status">
          Old: {props.what} as of {formatClock(atMs)} ({formatAge((Date.now() - atMs) / 1000)} ago)
          {failure !== undefined && `. ${failure.message}`}
        </p>
      )}
      {props.children(value)}
    </>
  );
}
