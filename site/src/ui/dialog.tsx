import { type ReactNode, useEffect, useRef } from "react";

interface DialogProps {
  label: string;
  /** Beside `wb-dialog`. */
  className?: string;
  /** The text of the button at the end. */
  closeLabel: string;
  /** Called when it was closed, by its button or by Esc. */
  close(): void;
  children: ReactNode;
}

/** A modal dialog, open as long as it is rendered. */
export function Dialog({ label, className = "", closeLabel, close, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className={`wb-dialog ${className}`.trim()} ref={dialog} aria-label={label} onClose={close}>
      {children}
      <form method="dialog">
        <button type="submit" className="action quiet wb-small">
          {closeLabel}
        </button>
      </form>
    </dialog>
  );
}
