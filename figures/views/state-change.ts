import { showHidden } from "../../engine/fold/hidden-characters.ts";
import { isObject, type Json, type JsonObject, sameJson } from "../../engine/fold/json.ts";

/** What became of a part of the state at a step. */
export type StateChange = "new" | "changed" | "gone" | "same";

/** A named part of a state: what it is, what it was before this step, and what became of it. */
export interface Part {
  name: string;
  now: Json | undefined;
  was: Json | undefined;
  change: StateChange;
}

/**
 * The members of an object against those it had before, in its own order, those that have just gone at the end. Without
 * an object before there is nothing to compare with, and nothing is marked.
 */
export function partsOf(now: JsonObject, before: JsonObject = now): Part[] {
  return [...new Set([...Object.keys(now), ...Object.keys(before)])].map((name) => {
    const part = { name, now: member(now, name), was: member(before, name) };
    return { ...part, change: changeOf(part.now, part.was) };
  });
}

/** A part may be called "constructor": what an object inherits is no part of it. */
export function member(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function changeOf(now: Json | undefined, was: Json | undefined): StateChange {
  if (now === undefined) return "gone";
  if (was === undefined) return "new";
  return sameJson(now, was) ? "same" : "changed";
}

/** A value in a few characters: text as it is, numbers with a real minus sign, anything else as JSON. */
export function formatValue(value: Json | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return showHidden(value);
  if (typeof value === "number") return String(value).replace("-", "−");
  const json = showHidden(JSON.stringify(value));
  return json.length > longest ? `${json.slice(0, longest - 1)}…` : json;
}

const longest = 60;
