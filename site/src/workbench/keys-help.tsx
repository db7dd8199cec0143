import { useRef } from "react";
import { keyWords } from "../../../language/english/workbench.ts";

interface KeysHelpProps {
  on: boolean;
  setOn(on: boolean): void;
}

/** The list of keys behind `?`, and the switch for those that need no Ctrl. */
export function KeysHelp({ on, setOn }: KeysHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="wb-key wb-keys-open"
        data-keys-help
        aria-label={keyWords.name}
        title={keyWords.name}
        onClick={() => dialog.current?.showModal()}
      >
        <span aria-hidden="true">?</span>
      </button>
      <dialog className="wb-dialog" ref={dialog} aria-label={keyWords.name}>
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
        <form method="dialog">
          <button type="submit" className="action quiet wb-small">
            {keyWords.close}
          </button>
        </form>
      </dialog>
    </>
  );
}
