import { hintWords } from "../../../../language/english/checks.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { SolutionSectionProps } from "./solution-section.tsx";

const SolutionSection = onDemand<SolutionSectionProps>(hintWords.solution, () =>
  import("./solution-section.tsx").then((module) => module.SolutionSection),
);

/** Hints one at a time, and the solution. */
export function HelpPanel() {
  const { exercise, code, ...workbench } = useWorkbench();
  const { change } = workbench.memory;
  const memory = useStore(workbench.memory.$value);
  const session = useStore(workbench.session.$session);
  const source = useStore(code.$source);
  const { hints } = exercise;
  const left = hints.length - memory.hints;
  return (
    <section className="wb-help" aria-label={hintWords.title}>
      <h2>{hintWords.title}</h2>
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
      {exercise.form !== "predict" && (
        <SolutionSection
          exercise={exercise}
          session={session}
          source={source}
          memory={memory}
          change={change}
        />
      )}
    </section>
  );
}
