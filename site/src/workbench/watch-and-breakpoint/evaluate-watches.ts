import type { TraceEnd, TraceMessage, Watches } from "../../../../engine/fold/trace.ts";
import { breakpointFieldWords as words } from "../../../../language/english/breakpoint-field.ts";
import type { FoldRequest, FoldSession, Handle } from "../../session/session-interface.ts";
import { assigns, breakpointFailures } from "./breakpoint-problem.ts";
import { mergeAnswers, refused, watchableSteps } from "./merge-watch-answers.ts";
import { noResults, type WatchResults } from "./watch-results.ts";

/**
 * Folds once more with the learner's expressions, apart from the fold on screen: what is wrong with an expression says
 * nothing of the code. One that is refused is left out and the others asked again. A breakpoint that holds nowhere is
 * asked once more as a watch, which says whether it fails. `tell` hears the answer once.
 */
export function evaluateWatches(
  session: FoldSession,
  request: FoldRequest,
  wanted: Watches,
  tell: (asked: WatchResults) => void,
): Handle {
  const problems: Record<string, string> = {};
  const { breakpoint, watches = [] } = wanted;
  if (breakpoint !== undefined && assigns(breakpoint)) problems[breakpoint] = words.assigns(breakpoint);
  let handle: Handle | null = null;
  const fold = (asks: Watches, answered: (messages: TraceMessage[], end: TraceEnd) => void) => {
    const messages: TraceMessage[] = [];
    handle = session.run({ ...request, asks }, (message) => {
      if (message.kind === "waiting") return;
      messages.push(message);
      if (message.kind === "end") answered(messages, message);
    });
  };
  const begin = () => {
    const asks = watchableSteps(wanted, problems);
    if (!asks) return tell({ ...noResults, phase: "answered", problems });
    fold(asks, (messages, end) => {
      const wrong = refused(end, asks);
      if (wrong !== null) {
        problems[wrong] = end.message;
        return begin();
      }
      const results = mergeAnswers(messages, asks, watches, problems);
      const holdsNowhere = asks.breakpoint !== undefined && results.breaks.length === 0;
      if (!holdsNowhere || results.phase === "failed") return tell(results);
      const text = asks.breakpoint as string;
      fold({ watches: [text] }, (again) => {
        const failures = breakpointFailures(again);
        tell(failures === null ? results : { ...results, problems: { ...problems, [text]: failures } });
      });
    });
  };
  begin();
  return { cancel: () => handle?.cancel() };
}
