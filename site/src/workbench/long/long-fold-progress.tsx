import { longFoldProgressWords as words } from "../../../../language/english/long-fold-progress.ts";
import { longLogWords } from "../../../../language/english/long-log.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";

/** How far a long fold has come; once it has ended, what there is to know of it beside its steps. */
export function LongFoldProgress() {
  const { long, ...workbench } = useWorkbench();
  const tape = useStore(workbench.tape.$tape);
  const running = useStore(workbench.tape.$running);
  const progress = running?.progress;
  if (running) {
    const progressText = progress
      ? words.folding(progress.records, progress.total ?? progress.records, progress.secondsLeft ?? null)
      : words.opening;
    return (
      <div className="wb-long">
        <progress max={progress?.total ?? 1} value={progress?.records ?? 0} aria-label={longLogWords.part} />
        <span>{progressText}</span>
        <button type="button" className="action quiet wb-small" onClick={workbench.tape.abandon}>
          {words.stop}
        </button>
      </div>
    );
  }
  // What a part says of itself where it is folded again, else what the whole fold said.
  const end = [tape.trace.end, tape.long?.end].find((each) => each && each.verdict !== "ok");
  if (!end) return null;
  const { position } = end.at ?? {};
  return (
    <div className="wb-notice">
      <p>
        <InlineCodeText text={end.message} />
      </p>
      {position && (
        <button type="button" className="action quiet wb-small" onClick={() => long.jump(position.offset)}>
          {words.showOffset(position.offset)}
        </button>
      )}
    </div>
  );
}
