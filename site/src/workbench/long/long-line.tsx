import { longLogWords } from "../../../../language/english/long-log.ts";
import { useBenchParts } from "../bench-parts.ts";

/** How far a long fold has come; once it has ended, what there is to know of it beside its steps. */
export function LongLine() {
  const { bench } = useBenchParts();
  const { tape, running } = bench.state;
  const progress = running?.progress;
  if (running) {
    const told = progress
      ? longLogWords.folding(
          progress.records,
          progress.total ?? progress.records,
          progress.secondsLeft ?? null,
        )
      : longLogWords.opening;
    return (
      <div className="wb-long">
        <progress max={progress?.total ?? 1} value={progress?.records ?? 0} aria-label={longLogWords.part} />
        <span>{told}</span>
        <button type="button" className="action quiet wb-small" onClick={bench.abandonRun}>
          {longLogWords.stop}
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
      <p>{end.message}</p>
      {position && (
        <button
          type="button"
          className="action quiet wb-small"
          onClick={() => bench.long?.jump(position.offset)}
        >
          {longLogWords.showOffset(position.offset)}
        </button>
      )}
    </div>
  );
}
