import type { TraceMessage, Watches } from "../../../../engine/fold/trace.ts";
import type { FoldRequest, FoldSession, Handle } from "../../session/session.ts";
import { type Asked, answered, askable, nothingAsked, refused } from "./asked.ts";

/**
 * Folds once more with the learner's expressions, apart from the fold on screen: what is wrong with an expression says
 * nothing of the code. One that is refused is left out and the others asked again. `tell` hears the answer once.
 */
export function ask(
  session: FoldSession,
  request: FoldRequest,
  wanted: Watches,
  tell: (asked: Asked) => void,
): Handle {
  const problems: Record<string, string> = {};
  let handle: Handle | null = null;
  const begin = () => {
    const asks = askable(wanted, problems);
    if (!asks) return tell({ ...nothingAsked, phase: "answered", problems });
    const messages: TraceMessage[] = [];
    handle = session.run({ ...request, asks }, (message) => {
      if (message.kind === "waiting") return;
      messages.push(message);
      if (message.kind !== "end") return;
      const wrong = refused(message, asks);
      if (wrong === null) return tell(answered(messages, asks, wanted.watches ?? [], problems));
      problems[wrong] = message.message;
      begin();
    });
  };
  begin();
  return { cancel: () => handle?.cancel() };
}
