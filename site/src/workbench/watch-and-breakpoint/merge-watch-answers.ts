import type { TraceEnd, TraceMessage, Watched, Watches } from "../../../../engine/fold/trace.ts";
import type { WatchedStep, WatchResults } from "./watch-results.ts";

/** The expressions that can be asked: none that is empty, none that has been refused. */
export function watchableSteps(
  { breakpoint, watches = [] }: Watches,
  problems: WatchResults["problems"],
): Watches | null {
  const good = (text: string) => text.trim() !== "" && !Object.hasOwn(problems, text);
  const asked = watches.filter(good);
  const stop = breakpoint !== undefined && good(breakpoint) ? breakpoint : undefined;
  if (asked.length === 0 && stop === undefined) return null;
  return { ...(asked.length > 0 && { watches: asked }), ...(stop !== undefined && { breakpoint: stop }) };
}

/** Which of the expressions made the engine refuse the fold; null where it was something else. */
export function refused(end: TraceEnd, { breakpoint, watches = [] }: Watches): string | null {
  if (end.verdict !== "compile-error") return null;
  const all = breakpoint === undefined ? watches : [...watches, breakpoint];
  const wrong = end.sentences?.find(({ code }) => code === "expression-invalid")?.params.expression;
  return all.find((text) => text === wrong) ?? null;
}

/** What the messages of a fold that was asked `asks` say of all `watches`. */
export function mergeAnswers(
  messages: TraceMessage[],
  asks: Watches,
  watches: string[],
  problems: WatchResults["problems"],
): WatchResults {
  const order = asks.watches ?? [];
  const all = (given: Watched[] = []) =>
    watches.map((text): Watched => given[order.indexOf(text)] ?? { error: problems[text] ?? "" });
  const steps: WatchedStep[] = [];
  const breaks: number[] = [];
  let message = "";
  for (const told of messages) {
    if (told.kind === "step") {
      const { index, position, watched } = told;
      steps.push({ index, position, watched: all(watched) });
      if (told.breaks) breaks.push(index);
    } else if (told.kind === "sample") {
      steps.push({ index: null, position: told.position, watched: all(told.watched) });
    } else if (told.kind === "break" && told.index !== null) {
      breaks.push(told.index);
    } else if (told.kind === "end" && failures.has(told.verdict)) {
      message = told.message;
    }
  }
  return { phase: message === "" ? "answered" : "failed", steps, breaks, problems, message };
}

/** Ends that say something of the asking; how the learner's own code ended, its own fold has told. */
const failures = new Set<TraceEnd["verdict"]>([
  ...(["time-limit", "memory-limit", "engine-fault", "busy", "log-unavailable", "cancelled"] as const),
]);

/** The next step after `cursor` at which the breakpoint holds; null where there is none. */
export const nextBreak = (breaks: number[], cursor: number) => breaks.find((index) => index > cursor) ?? null;

/** The last one before `cursor`. */
export const previousBreak = (breaks: number[], cursor: number) =>
  breaks.findLast((index) => index < cursor) ?? null;
