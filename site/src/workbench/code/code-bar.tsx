import { codeWords } from "../../../../language/english/code.ts";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";

/** Run and Check, Reset, and the ways to answer. */
export function CodeBar() {
  const { exercise, code, tape, checks, preferences, run, check } = useWorkbench();
  const { order } = exercise;
  const stale = useStore(code.$stale);
  const running = useStore(tape.$isRunning);
  const checking = useStore(checks.$isChecking);
  const mode = useStore(preferences.$value, ({ editor }) => editor);
  const inOrder = useStore(code.$form) === "order" && order !== undefined;
  const hasUsed = useStore(code.$used, ({ length }) => length > 0);
  const source = useStore(code.$source);
  const checked = useStore(checks.$checking, (checking) => checking?.end && checking.source);
  const hasChecks = exercise.checks.length > 0;
  // One button is lit: what is done next. The answer of a check says by itself what to do next.
  const isUnchecked = hasChecks && source !== exercise.starter && source !== checked;
  const lit = stale ? "run" : isUnchecked ? "check" : null;
  return (
    <div className="wb-code-bar">
      <button
        type="button"
        className={`action wb-small${lit === "run" ? "" : " quiet"}`}
        aria-busy={running}
        title={codeWords.runTitle}
        onClick={run}
      >
        {codeWords.run}{" "}
        <span aria-hidden="true">
          <kbd>{codeWords.runSign}</kbd>
        </span>
      </button>
      {hasChecks && (
        <button
          type="button"
          className={`action wb-small${lit === "check" ? "" : " quiet"}`}
          aria-busy={checking}
          title={codeWords.checkTitle}
          onClick={check}
        >
          {codeWords.check}{" "}
          <span aria-hidden="true">
            <kbd>{codeWords.checkSign}</kbd>
          </span>
        </button>
      )}
      <span className="wb-gap" />
      {inOrder ? (
        hasUsed && (
          <button type="button" className="wb-link" onClick={() => code.arrange([])}>
            {codeWords.startAgain}
          </button>
        )
      ) : (
        <>
          <Reset />
          <button
            type="button"
            className="wb-link"
            onClick={() => preferences.change({ editor: mode === "textarea" ? "monaco" : "textarea" })}
          >
            {mode === "textarea" ? codeWords.editor : codeWords.plain}
          </button>
        </>
      )}
      {order && (
        <button type="button" className="wb-link" onClick={() => code.answerBy(inOrder ? "code" : "order")}>
          {inOrder ? codeWords.write : codeWords.order}
        </button>
      )}
    </div>
  );
}

/** Back to the starter, and the way to take that back. */
function Reset() {
  const { exercise, code } = useWorkbench();
  const isStarter = useStore(code.$source, (source) => source === exercise.starter);
  const canUndo = useStore(code.$discarded, (discarded) => discarded !== undefined);
  if (isStarter && !canUndo) return null;
  return (
    <button type="button" className="wb-link" onClick={isStarter ? code.undoReset : code.reset}>
      {isStarter ? codeWords.undoReset : codeWords.reset}
    </button>
  );
}
