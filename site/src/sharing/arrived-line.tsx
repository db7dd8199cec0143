import { arrived } from "../../../language/english/sharing.ts";
import { useBenchParts } from "../workbench/bench-parts.ts";

/** While the code on screen is not the learner's own: how to go back to theirs. */
export function ArrivedLine() {
  const { exercise, bench, memory, change } = useBenchParts();
  const { aside } = memory;
  if (!aside) return null;
  return (
    <div className="wb-other-log">
      <span>{arrived.here}</span>
      <button
        type="button"
        className="action quiet wb-small"
        onClick={() => {
          change({ aside: undefined });
          bench.edit(aside.code ?? exercise.starter);
          bench.go(aside.cursor);
        }}
      >
        {arrived.back}
      </button>
      <button type="button" className="wb-link" onClick={() => change({ aside: undefined })}>
        {arrived.stay}
      </button>
    </div>
  );
}
