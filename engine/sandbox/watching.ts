import type { Step, Watches } from "../fold/trace.ts";
import type { Answer } from "./answer.ts";
import type { FoldInput, Moment } from "./fold.ts";
import { slotOf } from "./fold.ts";
import type { Opened } from "./open.ts";
import { problemOfExpression, type Stop, slowExpression } from "./stops.ts";

/** What a step says of the run's expressions. */
export type Asked = Pick<Step, "watched" | "breaks">;

/** Hands the run's expressions to the guest; gives the stop for the first that is none. */
export function watchIn({ guest }: Opened, { watches = [], breakpoint }: Watches): Stop | null {
  for (const text of watches) {
    const answer = guest.watch(text, false);
    if (answer.kind !== "value") return problemOfExpression(text, wordsOf(answer));
  }
  const answer = breakpoint === undefined ? null : guest.watch(breakpoint, true);
  return answer && answer.kind !== "value" ? problemOfExpression(breakpoint ?? "", wordsOf(answer)) : null;
}

/** Whether there is anything to ask. */
export function asks({ watches = [], breakpoint }: Watches): boolean {
  return watches.length > 0 || breakpoint !== undefined;
}

/** What the expressions say of the step that the guest made last. */
export function askedOf({ guest, views }: Opened, { scope }: FoldInput, { key }: Moment): Asked | Stop {
  const answer = guest.watched(slotOf(scope, key), views && views.length > 0 ? views : [""], key);
  if (answer.kind !== "value") return slowExpression;
  const { watched, breaks } = JSON.parse(answer.json) as { watched: Asked["watched"]; breaks: boolean };
  return { ...(watched && watched.length > 0 && { watched }), ...(breaks && { breaks }) };
}

function wordsOf(answer: Answer): string {
  return answer.kind === "threw" ? answer.thrown.message : "";
}
