import { useState } from "react";
import { keysName } from "../../../language/english/workbench.ts";
import { onDemand } from "../ui/on-demand.tsx";
import type { KeyboardShortcutsDialogProps } from "./keyboard-shortcuts-dialog.tsx";

const KeyboardShortcutsDialog = onDemand<KeyboardShortcutsDialogProps>(keysName, () =>
  import("./keyboard-shortcuts-dialog.tsx").then((module) => module.KeyboardShortcutsDialog),
);

/** Opens the list of keys, by a click or by `?`. */
export function KeyboardShortcutsButton(props: Omit<KeyboardShortcutsDialogProps, "close">) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="wb-key wb-keys-open"
        data-keys-help
        aria-label={keysName}
        title={keysName}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">?</span>
      </button>
      {open && <KeyboardShortcutsDialog {...props} close={() => setOpen(false)} />}
    </>
  );
}
