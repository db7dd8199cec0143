import { describeStep, type Wording } from "../../../../engine/fold/describe-step.ts";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import type { Entry } from "../../../../engine/fold/trace.ts";
import { longLogWords } from "../../../../language/english/long-log.ts";
import { narrationWords, placeWords } from "../../../../language/english/tape.ts";
import { inPageLanguage } from "../../language/engine-sentences.ts";
import { stoppedAt } from "../state/grow-trace.ts";
import type { StepStates } from "../state/state-of-key.ts";
import type { Tape } from "../state/tape-state.ts";
import type { TapeCard } from "./tape-cards.ts";

/** What a fold begins with, by its entry; a call gets the whole log at once. */
export const beginnings: Record<Entry["kind"], string> = {
  reducer: "initialState()",
  projector: "initialView()",
  decider: "initialState()",
  upcaster: "initialState()",
  call: placeWords.beforeCall,
};

/** The step under the cursor in plain words, from its event and the learner's own patch. */
export function narration(
  tape: Tape,
  cursor: number,
  { before, step }: Pick<StepStates, "before" | "step">,
  wording: Wording,
): string {
  const { trace } = tape;
  if (stoppedAt(trace, cursor)) {
    const { at, message } = trace.end;
    const place = at?.position ? narrationWords.stoppedAt(at.position.offset) : narrationWords.stoppedHere;
    return [place, message, cursor > 0 && narrationWords.stepsBefore(cursor)].filter(Boolean).join(" ");
  }
  if (cursor < 0) {
    const { kind } = trace.start.entry;
    if (kind === "upcaster" && before === null) return narrationWords.beforeEvent;
    return kind === "call" ? narrationWords.beforeCall : narrationWords.beforeRecord(beginnings[kind]);
  }
  if (!step) return "";
  const description = inPageLanguage(describeStep(step, before, wording)).message;
  // A fold can be complete and still be refused, when a second fold of the same records gave something else.
  return trace.end.verdict !== "ok" && trace.end.at?.index === cursor
    ? `${description} ${trace.end.message}`
    : description;
}

/** What is to be said of the place one stands at in a long fold, where that is no step of its trace. */
export function longNarration({ long, trace }: Tape, on: { at: number } | null): string | null {
  if (!long || !on) return null;
  if (long.problem) return long.problem.message;
  if (long.loading) return longLogWords.loading;
  if (on.at < 0 || long.places.includes(on.at) || stoppedAt(trace, trace.steps.length)) return null;
  return longLogWords.notFolded;
}

/** Where a step is, for slider and readout: "offset 3", or what it is where it has no offset. */
export function placeOf(card: TapeCard | undefined, cursor = -1): string {
  if (!card) return cursor < 0 ? placeWords.start : placeWords.loading;
  if (card.offset !== null) return placeWords.offset(card.offset);
  if (card.kind === "command") return placeWords.command(showHidden(card.title));
  return card.kind === "decided" ? placeWords.decided(showHidden(card.title)) : placeWords.call;
}
