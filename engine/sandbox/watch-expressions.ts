import type { Step, Watches } from "../fold/trace.ts";
import type { FoldInput, RawStep } from "./fold.ts";
import { slotOf } from "./fold.ts";
import { type Failure, problemOfExpression, slowExpression } from "./fold-failures.ts";
import type { GuestCallResult } from "./guest-call-result.ts";
import type { OpenedModule } from "./open-module.ts";

/** What a step says of the run's expressions. */
export type WatchResult = Pick<Step, "watched" | "breaks">;

/** Gives the run's expressions to the guest; returns the failure of the first invalid one. */
export function watchIn({ guest }: OpenedModule, { watches = [], breakpoint }: Watches): Failure | null {
  for (const text of watches) {
    const answer = guest.watch(text, false);
    if (answer.kind !== "value") return problemOfExpression(text, wordsOf(answer));
  }
  const answer = breakpoint === undefined ? null : guest.watch(breakpoint, true);
  return answer && answer.kind !== "value" ? problemOfExpression(breakpoint ?? "", wordsOf(answer)) : null;
}

/** Whether there is anything to ask. */
export function hasWatches({ watches = [], breakpoint }: Watches): boolean {
  return watches.length > 0 || breakpoint !== undefined;
}

/** What the expressions say of the step that the guest made last. */
export function askedOf(
  { guest, views }: OpenedModule,
  { scope }: FoldInput,
  { key }: RawStep,
): WatchResult | Failure {
  const answer = guest.watched(slotOf(scope, key), views && views.length > 0 ? views : [""], key);
  if (answer.kind !== "value") return slowExpression;
  const { watched, breaks } = JSON.parse(answer.json) as { watched: WatchResult["watched"]; breaks: boolean };
  return { ...(watched && watched.length > 0 && { watched }), ...(breaks && { breaks }) };
}

function wordsOf(answer: GuestCallResult): string {
  return answer.kind === "threw" ? answer.thrown.message : "";
}
