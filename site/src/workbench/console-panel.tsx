import type { Position } from "../../../engine/fold/event.ts";
import type { Trace } from "../../../engine/fold/trace.ts";
import { consoleWords } from "../../../language/english/workbench.ts";
import { Words } from "./words.tsx";

interface ConsolePanelProps {
  trace: Trace;
  cursor: number;
  go(to: number): void;
}

/** The steps that printed something, the one that stopped the fold included. */
export function printing({
  steps,
  end,
}: Trace): { index: number; position: Position | null; lines: string[] }[] {
  // A fold can be complete and still be refused at one of its steps: that one has told what it printed.
  const isMissing = end.at?.console && end.at.index >= steps.length;
  const stopped = end.at && isMissing ? [{ ...end.at, console: end.at.console ?? [] }] : [];
  return [...steps, ...stopped]
    .filter((step) => step.console.length > 0)
    .map(({ index, position, console }) => ({ index, position, lines: console }));
}

/** What the learner's code printed, apart from everything the course says, with the step that printed it. */
export function ConsolePanel({ trace, cursor, go }: ConsolePanelProps) {
  const printed = printing(trace);
  if (printed.length === 0) {
    return (
      <p className="wb-soft">
        <Words text={consoleWords.empty} />
      </p>
    );
  }
  return (
    <ol className="wb-console">
      {printed.map(({ index, position, lines }) => (
        <li key={index} className={index === cursor ? "now" : ""}>
          <button
            type="button"
            className="wb-link"
            aria-current={index === cursor ? "step" : undefined}
            onClick={() => go(index)}
          >
            {position ? consoleWords.offset(position.offset) : consoleWords.step(index + 1)}
          </button>
          <pre>{lines.join("\n")}</pre>
        </li>
      ))}
    </ol>
  );
}
