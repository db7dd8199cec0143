import type { Event, Position } from "../fold/event.ts";
import { isObject, type Json, type JsonObject, sameJson } from "../fold/json.ts";

/** "a", "a and b", "a, b and c"; `none` where there is no item. */
export function joinWithAnd(items: (string | number)[], none = ""): string {
  const last = items.length === 0 ? none : items.at(-1);
  return items.length < 2 ? String(last) : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** A number with a real minus sign; anything else a learner may have put there, as JSON. */
export function formatNumber(value: Json): string {
  return typeof value === "number" ? String(value).replace("-", "−") : JSON.stringify(value);
}

/** "59.9 seconds" */
export function formatSeconds(milliseconds: number): string {
  return `${milliseconds / 1000} second${milliseconds === 1000 ? "" : "s"}`;
}

export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The offset of an event's record; undefined where there is no event. */
export function offsetOf<Given extends Pick<Event, "metadata"> | undefined>(event: Given) {
  return event?.metadata.position.offset as Given extends undefined ? undefined : number;
}

/** "offset 8", "offsets 5, 7 and 9" */
export function describeOffsets(offsets: number[]): string {
  return `offset${offsets.length > 1 ? "s" : ""} ${joinWithAnd(offsets)}`;
}

/** "offset 4"; "decided-0@2" for an event that a command led to; `none` where there is no record. */
export function describePosition(position: Position | null, none: string): string {
  if (position === null) return none;
  return position.topic === "decided" ? `decided-0@${position.offset}` : `offset ${position.offset}`;
}

/** The parts of a compared state by name, and nothing inherited; none where it is no object. */
export function partsOf(compared: Json | undefined): JsonObject {
  return { __proto__: null, ...(isObject(compared) && compared) } as JsonObject;
}

/** The names of the parts in which two compared states differ, in their order there. */
export function differingParts(a: Json | undefined, b: Json | undefined): string[] {
  const [left, right] = [partsOf(a), partsOf(b)];
  return Object.keys({ ...left, ...right }).filter((name) => !sameJson(left[name], right[name]));
}
