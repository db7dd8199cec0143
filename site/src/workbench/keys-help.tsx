import { useRef } from "react";

const keys: [string, string][] = [
  ["Ctrl Enter", "Run your code (⌘ Enter on a Mac)"],
  ["Ctrl Shift Enter", "Check the exercise"],
  ["← →", "Step back and forth, in tape or transport"],
  ["Home End", "To the start, to the end"],
  ["Space", "Play and pause, in the transport"],
  ["Esc, then Tab", "Leave the editor"],
  ["?", "This list"],
];

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
        aria-label="Keys"
        title="Keys"
        onClick={() => dialog.current?.showModal()}
      >
        <span aria-hidden="true">?</span>
      </button>
      <dialog className="wb-dialog" ref={dialog} aria-label="Keys">
        <dl>
          {keys.map(([name, what]) => (
            <div key={name}>
              <dt>
                <kbd>{name}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} /> Keys
          without Ctrl act while tape or transport has the focus
        </label>
        <form method="dialog">
          <button type="submit" className="action quiet wb-small">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
