import { hintWords } from "../../../../language/english/checks.ts";
import { onDemand } from "../on-demand.tsx";
import type { SolutionProps } from "./solution.tsx";

const Solution = onDemand<SolutionProps>(hintWords.solution, () =>
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
            {hintWords.next(memory.hints + 1, hints.length)}
          </button>
        ) : (
          <span className="wb-soft">{hintWords.all}</span>
        )}
      </div>
      <Solution {...{ exercise, session, source, memory, change }} />
    </div>
  );
}
