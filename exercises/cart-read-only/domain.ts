import type { Event } from "../../engine/fold/event.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";

/** A field of an event's data as text or number; these logs are ours, so a missing one is a mistake of ours. */
export function textOf(event: Event, field: string): string {
  return String(partsOf(event.data)[field]);
}

export function countOf(event: Event, field: string): number {
  return Number(partsOf(event.data)[field]);
}

/** Where this step's record is. */
export function offsetAt(at: CheckContext): number {
  return at.offset ?? at.index;
}

/** The addition a correction names, if the log holds it before this step. */
export function additionNamed(at: CheckContext, id: string): Event | undefined {
  return at.history.find(({ type, metadata }) => type === "ItemAdded" && metadata.id === id);
}

/** The first correction before this step that names the same addition. */
export function earlierCorrection(at: CheckContext, id: string): Event | undefined {
  return at.history.find((event) => event.type === "AdditionReverted" && textOf(event, "revertsId") === id);
}

/** "Sanjana", from the record that opened the cart; a generated log may lack it. */
export function shopperOf(at: CheckContext): string {
  const opened = at.history.find(({ type }) => type === "CartOpened");
  const name = opened ? textOf(opened, "shopper") : "";
  return name ? name.charAt(0).toUpperCase() + name.slice(1) : "the shopper";
}
