import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import type { Trace } from "../../../engine/fold/trace.ts";
import { consoleWords } from "../../../language/english/console.ts";
import { InlineCodeText } from "../ui/inline-code-text.tsx";
import { printedSteps } from "./printed-steps.ts";

interface ConsolePanelProps {
  trace: Trace;
  cursor: number;
  go(to: number): void;
}

/** What the learner's code printed, apart from everything the course says, with the step that printed it. */
export function ConsolePanel({ trace, cursor, go }: ConsolePanelProps) {
  const printed = printedSteps(trace);
  if (printed.length === 0) {
    return (
      <p className="wb-soft">
        <InlineCodeText text={consoleWords.empty} />
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
          <pre>{showHidden(lines.join("\n"))}</pre>
        </li>
      ))}
    </ol>
  );
}
