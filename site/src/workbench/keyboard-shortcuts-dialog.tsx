import { keyWords } from "../../../language/english/keyboard-shortcuts.ts";
import { keysName } from "../../../language/english/workbench.ts";
import { Dialog } from "../ui/dialog.tsx";

export interface KeyboardShortcutsDialogProps {
  on: boolean;
  setOn(on: boolean): void;
  close(): void;
}

/** The list of keys, and the switch for those that need no Ctrl. On a touch screen what can be tapped comes first. */
export function KeyboardShortcutsDialog({ on, setOn, close }: KeyboardShortcutsDialogProps) {
  const isTouch = matchMedia("(hover: none)").matches;
  return (
    <Dialog label={keysName} closeLabel={keyWords.close} close={close}>
      {isTouch && (
        <>
          <dl>
            {keyWords.taps.map(([name, what]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <p>{keyWords.withKeyboard}</p>
        </>
      )}
      <dl>
        {keyWords.keys.map(([name, what]) => (
          <div key={name}>
            <dt>
              <kbd>{name}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />{" "}
        {keyWords.withoutCtrl}
      </label>
    </Dialog>
  );
}
