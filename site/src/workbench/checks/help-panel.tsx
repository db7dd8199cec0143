import { useState } from "react";
import { attemptsLeft } from "../../../../engine/grading/attempts.ts";
import type { ExerciseMemory } from "../memory.ts";
import type { Exercise } from "../payload.ts";
import { loadSolution } from "./solution-source.ts";
import { diffLines } from "./text-diff.ts";

interface HelpPanelProps {
  exercise: Exercise;
  source: string;
  memory: ExerciseMemory;
  change(part: Partial<ExerciseMemory>): void;
}

/** Hints one at a time, and the solution: earned by three honest tries, or at once for somebody who asks. */
export function HelpPanel({ exercise, source, memory, change }: HelpPanelProps) {
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
      <Solution id={exercise.id} source={source} memory={memory} change={change} />
    </div>
  );
}

function Solution({ id, source, memory, change }: Omit<HelpPanelProps, "exercise"> & { id: string }) {
  const [solution, setSolution] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const left = attemptsLeft(memory.failures);
  const earned = left === 0 || memory.passed !== null || memory.solution !== "no";
  const show = () => {
    // Looking after the pass changes nothing about how it was reached.
    if (memory.solution === "no" && !memory.passed) change({ solution: left === 0 ? "earned" : "asked" });
    loadSolution(id).then(setSolution, () => setFailed(true));
  };
  if (solution !== null) return <SolutionDiff mine={source} solution={solution} />;
  return (
    <div className="wb-row">
      <button type="button" className="action quiet wb-small" onClick={show}>
        {earned ? "See the solution" : "Show me the solution"}
      </button>
      <span className="wb-soft">
        {failed && "It could not be loaded. Is the network there?"}
        {!failed &&
          !earned &&
          `It opens by itself after ${left} more different ${left === 1 ? "try" : "tries"}. Asking now is fine, and your pass will say so.`}
      </span>
    </div>
  );
}

function SolutionDiff({ mine, solution }: { mine: string; solution: string }) {
  const signs = { same: " ", mine: "−", theirs: "+" };
  const words = { same: "", mine: "only in yours: ", theirs: "only in the solution: " };
  return (
    <figure className="wb-diff" aria-label="Your code against the solution">
      <figcaption>One solution beside yours: − is yours, + is the solution.</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the code may be wider than its place and has to scroll by key */}
      <pre tabIndex={0}>
        {diffLines(mine, solution).map(({ kind, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <span key={i} className={`wb-diff-line ${kind}`}>
            <span aria-hidden="true">{signs[kind]} </span>
            {words[kind] && <span className="sr-only">{words[kind]}</span>}
            {text}
            {"\n"}
          </span>
        ))}
      </pre>
    </figure>
  );
}
