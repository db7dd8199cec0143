import { type RefObject, useEffect, useMemo, useState } from "react";
import type { LinesMessage } from "../../../../../engine/lit-lines/messages.ts";
import type { Waiting } from "../../../session/session.ts";
import { useBenchParts } from "../../bench-parts.ts";
import { type LinesTold, type Lit, litAt } from "./lit.ts";

const nothing: LinesTold = { lines: new Map(), end: null };

/**
 * The lines that ran for the step under the cursor. Asked once for each fold, when it has settled, the learner has begun
 * and the code is in sight: whoever only reads the page folds nothing.
 */
export function useLitLines(code: RefObject<HTMLElement | null>): Lit {
  const { payload, session, bench, form } = useBenchParts();
  const { state, stale, touched } = bench;
  const { tape, cursor, running } = state;
  const { trace, source, log, long } = tape;
  const [told, setTold] = useState(nothing);
  const seen = useSeen(code);
  const wanted = seen && touched && running === null && form === "code" && !stale;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a trace belongs to one source and log
  useEffect(() => setTold(nothing), [trace]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a trace belongs to one source and log
  useEffect(() => {
    if (!session || !wanted || told.end !== null) return;
    const lines = new Map<number, number[]>();
    const hear = (message: LinesMessage | Waiting) => {
      if (message.kind === "lines") lines.set(message.index, message.lines);
      else if (message.kind === "end") setTold({ lines, end: message });
    };
    // Of a long fold only the steps around one record are at hand.
    const record = trace.steps[Math.max(0, cursor)]?.position;
    if (long && (long.loading || !record)) return;
    const handle =
      long && record
        ? session.windowLines({ runId: long.runId, place: long.at, ...record }, hear)
        : session.lines({ payload, source, log }, hear);
    return () => handle.cancel();
  }, [session, wanted, trace, long?.loading, told.end]);
  return useMemo(() => litAt(told, cursor, { begun: touched, stale }), [told, cursor, touched, stale]);
}

/** Whether an element has been on screen: on a narrow one the code lies behind a tab. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || seen) return;
    const observer = new IntersectionObserver((entries) =>
      setSeen(entries.some(({ isIntersecting }) => isIntersecting)),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}
