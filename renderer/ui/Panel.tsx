import { type ReactNode, useId } from 'react';

/** A titled region of a screen. `tools` stand at the right of the title. */
export function Panel(props: {
  title: string;
  note?: ReactNode;
  tools?: ReactNode;
  /** Inner spacing; off for tables that reach the frame. */
  padded?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`panel ${props.className ?? ''}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.title}</h2>
        {props.note !== undefined && <span className="panel-note">{props.note}</span>}
        {props.tools !== undefined && <div className="panel-tools">{props.tools}</div>}
      </header>
      <div className={`panel-body ${props.padded ? 'padded' : ''}`}>{props.children}</div>
    </section>
  );
}
