import { onDemand } from "../on-demand.tsx";
import type { SolutionProps } from "./solution.tsx";

const Solution = onDemand<SolutionProps>("The solution", () =>
  import("./solution.tsx").then((module) => module.Solution),
);

/** Hints one at a time, and the solution. */
export function HelpPanel({ exercise, session, source, memory, change }: SolutionProps) {
  const { hints } = exercise;
  const left = hints.length - memory.hints;
  return (
    <div className="wb-help">
      <ol className="wb-hints">
        {hints.slice(0, memory.hints).map((html, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey lint/security/noDangerouslySetInnerHtml: hints are our own files, in a fixed order
          <li key={i} dangerouslySetInnerHTML={{ __html: html }} />
        ))}
      </ol>
      <div className="wb-row">
        {left > 0 ? (
          <button
            type="button"
            className="action quiet wb-small"
            onClick={() => change({ hints: memory.hints + 1 })}
          >
            Hint {memory.hints + 1} of {hints.length}
          </button>
        ) : (
          <span className="wb-soft">These were all hints.</span>
        )}
      </div>
      <Solution {...{ exercise, session, source, memory, change }} />
    </div>
  );
}
