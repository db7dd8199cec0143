import { type Event, formatPosition } from "./event.ts";
import { isObject, type Json } from "./json.ts";
import { pathKeys } from "./patch.ts";
import type { Step } from "./trace.ts";

/** How the steps of an exercise are told. */
export interface Wording {
  /** By event type: `"{qty} × {sku} added"`. Names in braces are taken from the data. */
  events?: Record<string, string>;
  /** The parts of the state whose changes are told; all when absent. */
  changes?: string[];
}

/**
 * A step in plain words, made from its event and the learner's own patch: "Offset 2, 09:02. 2 × t-shirt added. t-shirt:
 * 0, now 2." A type without a wording is told by its name and its data.
 */
export function narrate(step: Step, before: Json, { events = {}, changes }: Wording = {}): string {
  return [whatHappened(step, events), whatChanged(step, before, changes)].filter(Boolean).join(" ");
}

/** "ItemAdded" as words: "Item added". */
function typeInWords(type: string): string {
  const words = type.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function whatHappened(step: Step, wording: Record<string, string>): string {
  if (step.command)
    return `Command ${typeInWords(step.command.type).toLowerCase()}${detail(step.command.data)}. ${answerInWords(step.result)}`;
  if (!step.event) return `The answer is ${JSON.stringify(step.result)}.`;
  const { position, occurredAt } = step.event.metadata;
  // What was decided a moment ago has a place of its own, and its time says nothing.
  if (position.topic.startsWith("decided"))
    return `Decided at ${formatPosition(position)}. ${told(step.event, wording)}.`;
  // A record that came without any time was placed at the beginning of time, which says nothing.
  const time = Date.parse(occurredAt) === 0 ? undefined : /T(\d\d:\d\d)/.exec(occurredAt)?.[1];
  return `Offset ${position.offset}${time ? `, ${time}` : ""}. ${told(step.event, wording)}.`;
}

/** What an event says, in the exercise's words, without offset and time: "2 × t-shirt added". */
export function told({ type, data }: Event, wording: Record<string, string> = {}): string {
  const words = Object.hasOwn(wording, type) ? wording[type] : undefined;
  if (words === undefined) return typeInWords(type) + detail(data);
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = isObject(data) ? data[name] : undefined;
    return value === undefined || value === null ? "" : brief(value);
  });
}

function answerInWords(result: Json | undefined): string {
  if (Array.isArray(result)) {
    const count = result.length;
    return count === 0
      ? "Accepted, nothing to record."
      : `Accepted: ${count} ${count === 1 ? "event" : "events"}.`;
  }
  return isObject(result) && "rejected" in result ? `Refused: ${String(result.rejected)}.` : "";
}

function detail(data: Json): string {
  if (!isObject(data)) return "";
  const parts = Object.entries(data)
    .filter(([, value]) => typeof value !== "object")
    .map(([name, value]) => `${name} ${String(value)}`);
  return parts.length > 0 ? `, ${parts.join(", ")}` : "";
}

/** At most three changes are told; the tree shows the rest. */
function whatChanged(step: Step, before: Json, parts: string[] | undefined): string {
  if (step.command || !step.event) return "";
  const changed = step.patch.filter(({ path }) => tells(path, parts));
  if (changed.length === 0) {
    return step.patch.length === 0 || !parts
      ? "The state stays as it was."
      : `No change in ${parts.join(", ")}.`;
  }
  const told = changed.slice(0, 3).map((operation) => {
    const keys = pathKeys(operation.path);
    const name = keys.at(-1) ?? "the state";
    const old = keys.reduce<Json | undefined>(
      (value, key) => (value && typeof value === "object" ? (value as Record<string, Json>)[key] : undefined),
      before,
    );
    if (operation.op === "remove") return `${name} is gone.`;
    if (operation.op === "add") return `${name} is new: ${brief(operation.value)}.`;
    return `${name}: ${brief(old)}, now ${brief(operation.value)}.`;
  });
  const more = changed.length - told.length;
  return [...told, ...(more > 0 ? [`And ${more} more ${more === 1 ? "change" : "changes"}.`] : [])].join(" ");
}

/** Whether a change at this path is told: it lies in one of the parts, or the whole state was replaced. */
function tells(path: string, parts: string[] | undefined): boolean {
  const [first] = pathKeys(path);
  return !parts || first === undefined || parts.includes(first);
}

/** A value in a few words. */
export function brief(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) {
    const text = Object.entries(value)
      .map(([k, v]) => `${k} ${typeof v === "object" ? "…" : String(v)}`)
      .join(", ");
    return text.length <= 60 ? text || "empty" : `${Object.keys(value).length} entries`;
  }
  return String(value);
}
