import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/**
 * Last step of select → check → confirm. Names asset, value, unit, time window, who pays and the effect on limits.
 * Nothing is chosen beforehand and Enter does not confirm: the operator clicks, or moves to the button and presses Space.
 */
export function ConfirmDialog(props: {
  title: string;
  facts: readonly { label: string; value: ReactNode }[];
  /** The verb on the button, such as "Buy 42.0 kWh". */
  confirm: string;
  danger?: boolean;
  blocked?: string | null;
  busy?: boolean;
  /** Refusal or failure of the last attempt, in words. */
  problem?: string | null;
  onConfirm: () => void;
  onCancel: () => void;
  children?: ReactNode;
}) {
  const start = useRef<HTMLParagraphElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <Dialog
      title={props.title}
      onClose={props.onCancel}
      footer={
        <>
          <span className="footer-note">Enter does not confirm.</span>
          <Button onPress={props.onCancel}>Cancel</Button>
          <span
            onKeyDownCapture={event => {
              if (event.key === 'Enter') event.preventDefault();
            }}
          >
            <Button
              kind={props.danger ? 'danger' : 'strong'}
              blocked={props.blocked ?? null}
              busy={props.busy ?? false}
              onPress={props.onConfirm}
            >
              {props.confirm}
            </Button>
          </span>
        </>
      }
    >
      <p ref={start} tabIndex={-1} className="muted">
        Check every line. This acts on the live market.
      </p>
      <dl className="facts">
        {props.facts.map(fact => (
          <div key={fact.label} style={{ display: 'contents' }}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {props.children}
      {props.problem && (
        <div className="state failed" role="alert">
          <strong>Not done</strong>
          <p>{props.problem}</p>
        </div>
      )}
    </Dialog>
  );
}
