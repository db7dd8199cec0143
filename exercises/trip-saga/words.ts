import { isObject, type Json } from "../../engine/fold/json.ts";
import type { At } from "../../engine/grading/checks.ts";

/** "ReportRefused (car)" */
export function asked(at: At): string {
  const part = named(at);
  return part === "" ? `${at.command?.type}` : `${at.command?.type} (${part})`;
}

/** The part that the command is about. */
export function named({ command }: At): string {
  return isObject(command?.data) ? String(command.data.part ?? "") : "";
}

/** The parts that the reference's trip has booked before the step, in order. */
export function bookings({ before }: At): string[] {
  return partsIn(before, "booked");
}

/** What of them the learner's answer leaves booked. */
export function open(at: At): string[] {
  const cancelled = Array.isArray(at.actualResult)
    ? at.actualResult.flatMap((event) =>
        isObject(event) && event.type === "PartCancelled" && isObject(event.data) ? [event.data.part] : [],
      )
    : [];
  return bookings(at).filter((part) => !cancelled.includes(part));
}

/** "PartRefused (hotel), PartCancelled (flight) and TripGivenUp", as the learner's code answered. */
export function answered({ actualResult }: At): string {
  if (!Array.isArray(actualResult)) return "a rejection";
  return actualResult.length === 0 ? "an empty list" : listed(actualResult.map(eventInWords));
}

function eventInWords(event: Json): string {
  const { type, data } = event as { type: string; data: Json };
  return isObject(data) && data.part !== undefined ? `${type} (${data.part})` : type;
}

/** Where the trip stood before the step: "Asked for so far: flight and hotel; booked: flight." */
export function stands({ before }: At): string {
  const requested = listed(partsIn(before, "requested"));
  const booked = listed(partsIn(before, "booked"));
  const { outcome } = before as { outcome: Json };
  return `Asked for so far: ${requested}; booked: ${booked}${typeof outcome === "string" ? `; the trip is ${outcome}` : ""}.`;
}

function partsIn(before: Json, list: "requested" | "booked"): string[] {
  const parts = isObject(before) ? before[list] : [];
  if (!Array.isArray(parts)) return [];
  return parts.map((each) => (isObject(each) ? String(each.part) : String(each)));
}

/** "decided-0@2", or "offset 4" on the log. */
export function place({ position }: At): string {
  if (position === null) return "the start";
  return position.topic === "decided" ? `decided-0@${position.offset}` : `offset ${position.offset}`;
}

/** "flight, hotel and car" */
export function listed(items: string[]): string {
  if (items.length < 2) return items[0] ?? "nothing";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
