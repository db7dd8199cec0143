import type { Event } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";

export type Lines = { [sku: string]: Json };

/** Lines of a compared state, and nothing inherited. A state without lines counts as one that holds nothing. */
export function linesOf(compared: Json): Lines {
  return { __proto__: null, ...(isRecord(compared) && compared) };
}

export function isRecord(value: Json): value is Lines {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The skus whose line differs between two compared states, in their order there. */
export function differingSkus(a: Json, b: Json): string[] {
  const [left, right] = [linesOf(a), linesOf(b)];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (sku) => !same(left[sku], right[sku]),
  );
}

/** Lines hold numbers; whatever else a learner put there is compared as its JSON text. */
function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

/** A field of an event's data as text or number; these logs are ours, so a missing one is a mistake of ours. */
export function textOf(event: Event, field: string): string {
  return String(linesOf(event.data)[field]);
}

export function countOf(event: Event, field: string): number {
  return Number(linesOf(event.data)[field]);
}

export function offsetOf(event: Event): number {
  return event.metadata.position.offset;
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
