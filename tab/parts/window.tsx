import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { keepFocus } from './focus.ts';

interface WindowProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions: ReactNode;
  readonly children: ReactNode;
  /** While something is being done, a stray key must not close it. */
  readonly isBusy?: boolean;
  /** For what needs more than a column of fields. */
  readonly isWide?: boolean;
}

/**
 * A dialog over the page: the browser's own, which keeps the focus inside and the page behind out of reach.
 * Fluent's leaves the whole page hidden from screen readers when the button that opened it has gone meanwhile.
 */
export function Window({ title, onClose, actions, children, isBusy = false, isWide = false }: WindowProps) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      giveFocusBack(before);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'window window-wide' : 'window'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (!isBusy) onClose();
      }}
    >
      <h2 id={heading} tabIndex={-1}>
        {title}
      </h2>
      <div className="window-content">{children}</div>
      <div className="window-actions">{actions}</div>
    </dialog>
  );
}

/** To where it was; to the page when that has gone, so that a keyboard does not begin again from the top. */
function giveFocusBack(before: Element | null): void {
  if (before instanceof HTMLElement) before.focus();
  keepFocus();
}
