import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';

/** A modal dialog: focus stays in it, Escape closes it, focus returns to where it was. Mount it to open it. */
export function Dialog(props: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  className?: string;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={`dialog ${props.className ?? ''}`}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <header>
        <h2 id={id}>{props.title}</h2>
        <Button kind="quiet" label="Close" onPress={props.onClose}>
          ✕
        </Button>
      </header>
      <div className="dialog-body">{props.children}</div>
      {props.footer !== undefined && <footer>{props.footer}</footer>}
    </dialog>
  );
}
