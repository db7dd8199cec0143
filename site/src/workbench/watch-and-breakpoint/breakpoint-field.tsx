import { useEffect, useId, useRef, useState } from "react";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { limits } from "../../../../engine/sandbox/limits.ts";
import { breakpointFieldWords as words } from "../../../../language/english/breakpoint-field.ts";
import { watchResultWords } from "../../../../language/english/watch-results.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { TransportIcon } from "../tape/transport-icons.tsx";
import { useWorkbench } from "../workbench-context.ts";
import { exampleExpressions } from "./example-expression.ts";
import { nextBreak, previousBreak } from "./merge-watch-answers.ts";

export interface BreakpointFieldProps {
  /** Whether the learner has just asked for it: it takes the focus. */
  summoned: boolean;
  /** Takes the empty field away. */
  close(): void;
}

/** Where Play stops: an expression, how often it holds on this fold, and the ways to the steps at which it does. */
export function BreakpointField(props: BreakpointFieldProps) {
  const { tape, memory, navigation, liveRegion, watches } = useWorkbench();
  const results = useStore(watches.$results);
  const breakpoint = useStore(watches.$breakpoint);
  const cursor = useStore(tape.$cursor);
  const trace = useStore(tape.$trace);
  const { go } = navigation;
  const { say } = liveRegion;
  const { breaks, phase } = results;
  const [text, setText] = useState(breakpoint ?? "");
  const [summoned, setSummoned] = useState(props.summoned ? 1 : 0);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => setText(breakpoint ?? ""), [breakpoint]);
  useEffect(() => {
    if (summoned > 0) field.current?.focus();
  }, [summoned]);

  const problem = breakpoint === undefined ? undefined : results.problems[breakpoint];
  // What stopped the learner's own fold is told there.
  const failed =
    results.message !== "" && results.message !== trace.end.message ? results.message : undefined;
  const status =
    breakpoint === undefined || problem !== undefined || failed !== undefined
      ? ""
      : phase === "answered" || breaks.length > 0
        ? words.holds(breaks.length, trace.steps.length)
        : words.asking;

  // An answer is said once, to whoever has just asked.
  const asking = useRef(false);
  useEffect(() => {
    if (!asking.current || (phase !== "answered" && phase !== "failed")) return;
    asking.current = false;
    say(problem ?? failed ?? status);
  }, [phase, problem, failed, status, say]);

  const commit = () => {
    const next = text.trim() === "" ? undefined : text.trim();
    if (next === breakpoint) return false;
    asking.current = next !== undefined;
    memory.change({ breakpoint: next });
    return true;
  };
  const lead = (to: number | null, none: string) => (to === null ? say(none) : go(to));
  const next = nextBreak(breaks, cursor);
  const previous = previousBreak(breaks, cursor);

  return (
    <form
      className="wb-breakpoint"
      onSubmit={(event) => {
        event.preventDefault();
        if (!commit() && breakpoint !== undefined) lead(next ?? breaks[0] ?? null, words.noneAfter);
      }}
    >
      <label title={words.about}>
        <span className="wb-breakpoint-sign" aria-hidden="true" />
        <span>{words.label}</span>
        <input
          ref={field}
          data-breakpoint
          value={text}
          placeholder={showHidden(exampleExpressions(trace).stop)}
          maxLength={limits.expressionCharacters}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-status`}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            if (text === "" && breakpoint === undefined) props.close();
            setText(breakpoint ?? "");
          }}
        />
      </label>
      {breakpoint !== undefined && (
        <button
          type="button"
          className="wb-key"
          aria-label={words.remove}
          title={words.remove}
          onClick={() => {
            memory.change({ breakpoint: undefined });
            // Now, not when the page is next drawn: Escape may follow at once, and closes an empty field only.
            setText("");
            setSummoned((count) => count + 1);
          }}
        >
          <span aria-hidden="true">✕</span>
        </button>
      )}
      <span
        id={`${id}-status`}
        className={problem || failed ? "wb-breakpoint-problem" : "wb-breakpoint-status"}
      >
        <InlineCodeText text={problem ?? failed ?? (breakpoint === undefined ? words.about : status)} />
      </span>
      {failed !== undefined && (
        <button type="button" className="wb-link" onClick={watches.again}>
          {watchResultWords.again}
        </button>
      )}
      {breaks.length > 0 && (
        <span className="wb-breakpoint-ways">
          <button
            type="button"
            className="wb-link"
            aria-label={words.firstTime}
            onClick={() => lead(breaks[0] ?? null, words.noneAfter)}
          >
            {words.first}
          </button>
          <button
            type="button"
            className="wb-key"
            aria-label={words.previous}
            title={words.previous}
            aria-disabled={previous === null}
            onClick={() => lead(previous, words.noneBefore)}
          >
            <TransportIcon name="back" />
          </button>
          <button
            type="button"
            className="wb-key"
            aria-label={words.next}
            title={words.next}
            aria-disabled={next === null}
            onClick={() => lead(next, words.noneAfter)}
          >
            <TransportIcon name="on" />
          </button>
        </span>
      )}
    </form>
  );
}
