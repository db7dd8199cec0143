import type { Step } from "../../../engine/fold/trace.ts";

interface ConsolePanelProps {
  steps: Step[];
  cursor: number;
  go(to: number): void;
}

/** What the learner's code printed, apart from everything the course says, with the step that printed it. */
export function ConsolePanel({ steps, cursor, go }: ConsolePanelProps) {
  const printing = steps.filter((step) => step.console.length > 0);
  if (printing.length === 0) {
    return (
      <p className="wb-soft">
        Nothing printed. <code>console.log(…)</code> in your code shows here, with the step it belongs to.
      </p>
    );
  }
  return (
    <ol className="wb-console">
      {printing.map((step) => (
        <li key={step.index} className={step.index === cursor ? "now" : ""}>
          <button type="button" className="wb-link" onClick={() => go(step.index)}>
            {step.position ? `offset ${step.position.offset}` : `step ${step.index + 1}`}
          </button>
          <pre>{step.console.join("\n")}</pre>
        </li>
      ))}
    </ol>
  );
}
