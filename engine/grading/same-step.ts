import { type Json, sameJson } from "../fold/json.ts";
import type { CheckOutcome } from "../protocol/response-types.ts";
import type { CheckFinding } from "./check-finding.ts";
import type { CheckContext } from "./checks.ts";

/**
 * Whether two steps are about the same record or the same command, in logs that hold it at different offsets. Two steps
 * without either, such as those before the first record, are the same.
 */
export function isSameStep(one: CheckContext | null, other: CheckContext | null): boolean {
  return sameJson(subjectOf(one), subjectOf(other));
}

function subjectOf(at: CheckContext | null): Json {
  if (at?.command) return { command: at.command.type, data: at.command.data ?? null };
  if (!at?.event) return null;
  const { type, data, metadata } = at.event;
  // A record without an id of its own is named after its offset, which is another in a smaller log.
  const hasOwnId = !metadata.id.endsWith(`@${metadata.position.offset}`);
  return { type, data, key: metadata.key, id: hasOwnId ? metadata.id : null };
}

/** What is said of the smallest log, where the message that a learner gets is about something else than that log. */
export function messageOfSmallest(
  smallest: CheckFinding,
  told: CheckFinding,
): Pick<CheckOutcome, "counterexampleMessage"> {
  const { message, sentences, at } = smallest;
  return isSameStep(at, told.at) || message === told.message
    ? {}
    : { counterexampleMessage: { message, sentences } };
}
