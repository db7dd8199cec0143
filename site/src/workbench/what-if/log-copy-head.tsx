import { whatIfWords } from "../../../../language/english/what-if.ts";

interface CopyHeadProps {
  canUndo: boolean;
  undo(): void;
  canStartAgain: boolean;
  startAgain(): void;
}

/** What the copy is for, and the ways back: the last change undone, or the copy as it was taken. */
export function LogCopyHead({ canUndo, undo, canStartAgain, startAgain }: CopyHeadProps) {
  return (
    <div className="wb-row wi-head">
      <p>{whatIfWords.intro}</p>
      <button type="button" className="action quiet wb-small" aria-disabled={!canUndo} onClick={undo}>
        {whatIfWords.undo}
      </button>
      <button
        type="button"
        className="action quiet wb-small"
        aria-disabled={!canStartAgain}
        onClick={() => canStartAgain && startAgain()}
      >
        {whatIfWords.startAgain}
      </button>
    </div>
  );
}
