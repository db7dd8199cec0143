import { isObject, type Json } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { joinWithAnd } from "../../engine/grading/message-parts.ts";

/** "ReportRefused (car)" */
export function describeCommand(at: CheckContext): string {
  const part = commandedPart(at);
  return part === "" ? `${at.command?.type}` : `${at.command?.type} (${part})`;
}

/** The part that the command is about. */
export function commandedPart({ command }: CheckContext): string {
  return isObject(command?.data) ? String(command.data.part ?? "") : "";
}

/** The parts that the reference's trip has booked before the step, in order. */
export function bookedParts({ before }: CheckContext): string[] {
  return partsIn(before, "booked");
}

/** Which of them the learner's answer leaves booked. */
export function partsLeftBooked(at: CheckContext): string[] {
  const cancelled = Array.isArray(at.actualResult)
    ? at.actualResult.flatMap((event) =>
        isObject(event) && event.type === "PartCancelled" && isObject(event.data) ? [event.data.part] : [],
      )
    : [];
  return bookedParts(at).filter((part) => !cancelled.includes(part));
}

/** "PartRefused (hotel), PartCancelled (flight) and TripGivenUp", as the learner's code answered. */
export function describeAnswer({ actualResult }: CheckContext): string {
  if (!Array.isArray(actualResult)) return "a rejection";
  return actualResult.length === 0 ? "an empty list" : joinWithAnd(actualResult.map(describeEventType));
}

function describeEventType(event: Json): string {
  const { type, data } = event as { type: string; data: Json };
  return isObject(data) && data.part !== undefined ? `${type} (${data.part})` : type;
}

/** How far the trip was before the step: "Asked for so far: flight and hotel; booked: flight." */
export function describeTrip({ before }: CheckContext): string {
  const requested = joinWithAnd(partsIn(before, "requested"), "nothing");
  const booked = joinWithAnd(partsIn(before, "booked"), "nothing");
  const { outcome } = before as { outcome: Json };
  return `Asked for so far: ${requested}; booked: ${booked}${typeof outcome === "string" ? `; the trip is ${outcome}` : ""}.`;
}

function partsIn(before: Json, list: "requested" | "booked"): string[] {
  const parts = isObject(before) ? before[list] : [];
  if (!Array.isArray(parts)) return [];
  return parts.map((each) => (isObject(each) ? String(each.part) : String(each)));
}
