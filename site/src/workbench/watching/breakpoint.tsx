import { useEffect, useId, useRef, useState } from "react";
import { limits } from "../../../../engine/sandbox/limits.ts";
import { watching, breakpoint as words } from "../../../../language/english/watching.ts";
import { useBenchParts } from "../bench-parts.ts";
import { Sign } from "../tape/signs.tsx";
import { Words } from "../words.tsx";
import { nextBreak, previousBreak } from "./asked.ts";

/** Where Play stops: an expression, how often it holds on this fold, and the ways to the steps at which it does. */
export function Breakpoint() {
  const { bench, memory, change, say } = useBenchParts();
  const { asked, state, go } = bench;
  const { breaks, phase } = asked;
  const { breakpoint } = memory;
  const [text, setText] = useState(breakpoint ?? "");
  const [summoned, setSummoned] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => setText(breakpoint ?? ""), [breakpoint]);
  useEffect(() => {
    if (summoned > 0) field.current?.focus();
  }, [summoned]);

  const { trace } = state.tape;
  const problem = breakpoint === undefined ? undefined : asked.problems[breakpoint];
  // What stopped the learner's own fold is told there.
  const failed = asked.message !== "" && asked.message !== trace.end.message ? asked.message : undefined;
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
    change({ breakpoint: next });
    return true;
  };
  const lead = (to: number | null, none: string) => (to === null ? say(none) : go(to));
  const next = nextBreak(breaks, state.cursor);
  const previous = previousBreak(breaks, state.cursor);

  if (breakpoint === undefined && summoned === 0) {
    return (
      <button
        type="button"
        className="wb-link wb-breakpoint-open"
        data-breakpoint
        onClick={() => setSummoned(1)}
      >
        {words.open}
      </button>
    );
  }
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
          placeholder={words.example}
          maxLength={limits.expressionCharacters}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-status`}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === "Escape") setText(breakpoint ?? "");
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
            change({ breakpoint: undefined });
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
        <Words text={problem ?? failed ?? status} />
      </span>
      {failed !== undefined && (
        <button type="button" className="wb-link" onClick={asked.again}>
          {watching.again}
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
            <Sign name="back" />
          </button>
          <button
            type="button"
            className="wb-key"
            aria-label={words.next}
            title={words.next}
            aria-disabled={next === null}
            onClick={() => lead(next, words.noneAfter)}
          >
            <Sign name="on" />
          </button>
        </span>
      )}
    </form>
  );
}
