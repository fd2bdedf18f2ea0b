import { type ReactNode, useId } from 'react';

/**
 * A button that stays visible when it cannot be used: `blocked` says why, in words beside it and for screen readers.
 */
export function Button(props: {
  children: ReactNode;
  onPress: () => void;
  kind?: 'plain' | 'strong' | 'danger' | 'quiet';
  /** Why it cannot be used now; null or absent when it can. */
  blocked?: string | null;
  busy?: boolean;
  pressed?: boolean;
  /** Whether what it unfolds is unfolded. */
  expanded?: boolean;
  /** Name for screen readers when the face is a symbol. */
  label?: string;
  title?: string;
  /** Hides the reason beside the button where another place shows it; it stays readable by assistive means. */
  reasonElsewhere?: boolean;
}) {
  const id = useId();
  const blocked = props.blocked ?? null;
  const off = blocked !== null || props.busy === true;
  const button = (
    <button
      type="button"
      className={`button ${props.kind ?? 'plain'}`}
      aria-disabled={off || undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-label={props.label}
      aria-busy={props.busy || undefined}
      aria-describedby={blocked === null ? undefined : id}
      title={blocked ?? props.title}
      onClick={() => {
        if (!off) props.onPress();
      }}
    >
      {props.children}
    </button>
  );
  if (blocked === null) return button;
  return (
    <span className="button-with-reason">
      {button}
      <span id={id} className={props.reasonElsewhere ? 'visually-hidden' : 'button-reason'}>
        {blocked}
      </span>
    </span>
  );
}
