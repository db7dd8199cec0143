import { stepSentences } from "../sentences/english/steps.ts";
import { joinMessages, type Message, sentencesFrom } from "../sentences/message.ts";
import type { ShortValue } from "../sentences/short-values.ts";
import { type Event, formatPosition } from "./event.ts";
import { isObject, type Json } from "./json.ts";
import { pathKeys } from "./json-patch.ts";
import type { Step } from "./trace.ts";

const says = sentencesFrom(stepSentences);

/** How the steps of an exercise are described in words. */
export interface Wording {
  /** By event type: `"{qty} × {sku} added"`. Names in braces are taken from the data. */
  events?: Record<string, string>;
  /** The parts of the state whose changes are described; all when absent. */
  changes?: string[];
  /** What short texts in the state mean, such as the letter of a chess piece: `P: "a white pawn"`. */
  values?: Record<string, string>;
}

/**
 * A step in plain words, made from its event and the learner's own patch: "Offset 2, 09:02. 2 × t-shirt added. t-shirt:
 * 0, now 2." A type without a wording is described by its name and its data.
 */
export function describeStep(step: Step, before: Json, wording: Wording = {}): Message {
  return joinMessages(...whatHappened(step, wording.events ?? {}), ...whatChanged(step, before, wording));
}

/** "ItemAdded" as words: "Item added". */
function describeType(type: string): string {
  const words = type.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function whatHappened(step: Step, wording: Record<string, string>): Message[] {
  if (step.command) {
    const command = describeType(step.command.type).toLowerCase() + detail(step.command.data);
    return [says("command-sent", { command }), ...describeAnswer(step.result)];
  }
  if (!step.event) return [says("call-answered", { answer: JSON.stringify(step.result) })];
  const record = describeRecord(step.event, wording);
  const { position, occurredAt } = step.event.metadata;
  // What was decided a moment ago has a place of its own, and its time says nothing.
  if (position.topic.startsWith("decided"))
    return [says("event-decided", { position: formatPosition(position), record })];
  // A record that came without any time was placed at the beginning of time, which says nothing.
  const time = Date.parse(occurredAt) === 0 ? undefined : /T(\d\d:\d\d)/.exec(occurredAt)?.[1];
  const { offset } = position;
  return [
    time ? says("record-folded-at", { offset, time, record }) : says("record-folded", { offset, record }),
  ];
}

/** What an event says, in the exercise's words, without offset and time: "2 × t-shirt added". */
export function describeRecord({ type, data }: Event, wording: Record<string, string> = {}): string {
  const words = Object.hasOwn(wording, type) ? wording[type] : undefined;
  if (words === undefined) return describeType(type) + detail(data);
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = isObject(data) ? data[name] : undefined;
    return value === undefined || value === null ? "" : shortenValue(value).message;
  });
}

function describeAnswer(result: Json | undefined): Message[] {
  if (Array.isArray(result)) return [says("command-accepted", { events: result.length })];
  return isObject(result) && "rejected" in result
    ? [says("command-refused", { reason: String(result.rejected) })]
    : [];
}

function detail(data: Json): string {
  if (!isObject(data)) return "";
  const parts = Object.entries(data)
    .filter(([, value]) => typeof value !== "object")
    .map(([name, value]) => `${name} ${String(value)}`);
  return parts.length > 0 ? `, ${parts.join(", ")}` : "";
}

/** At most three changes are described; the tree shows the rest. */
function whatChanged(step: Step, before: Json, { changes: parts, values = {} }: Wording): Message[] {
  if (step.command || !step.event) return [];
  const changed = step.patch.filter(({ path }) => tells(path, parts, step.key));
  if (changed.length === 0) {
    return step.patch.length === 0 || !parts
      ? [says("state-stays")]
      : [says("parts-stay", { parts: parts.join(", ") })];
  }
  const named = (value: Json | undefined) =>
    shortValueOf(typeof value === "string" && Object.hasOwn(values, value) ? values[value] : value);
  const described = changed.slice(0, 3).map((operation) => {
    const keys = pathKeys(operation.path);
    const name = keys.at(-1) ?? "";
    const old = keys.reduce<Json | undefined>(
      (value, key) => (value && typeof value === "object" ? (value as Record<string, Json>)[key] : undefined),
      before,
    );
    const was = named(old);
    if (operation.op === "remove") return says("part-gone", { name, ...was });
    const now = named(operation.value);
    if (operation.op === "add") return says("part-new", { name, ...now });
    return says("part-changed", { name, kindBefore: was.kind, before: was.value, ...now });
  });
  const more = changed.length - described.length;
  return [...described, ...(more > 0 ? [says("more-changes", { count: more })] : [])];
}

/**
 * Whether a change at this path is described: it is inside one of the parts, or the whole state was replaced. With one
 * state for each key, the parts are inside the state of the record's key.
 */
function tells(path: string, parts: string[] | undefined, key: string | null): boolean {
  const [first, second] = pathKeys(path);
  if (!parts || first === undefined || parts.includes(first)) return true;
  return first === key && (second === undefined || parts.includes(second));
}

/** A value in a few words. */
export const shortenValue = (value: Json | undefined): Message => says("short-value", shortValueOf(value));

/** The same, to be put into a sentence. */
export function shortValueOf(value: Json | undefined): ShortValue {
  if (value === undefined) return { kind: "nothing", value: "" };
  if (Array.isArray(value)) return { kind: "list", value: value.length };
  if (typeof value === "number") return { kind: "text", value: String(value).replace("-", "−") };
  if (value === "") return { kind: "text", value: '""' };
  if (!isObject(value)) return { kind: "text", value: String(value) };
  const text = Object.entries(value)
    .map(([k, v]) => `${k} ${typeof v === "object" ? "…" : String(v)}`)
    .join(", ");
  if (text.length > 60) return { kind: "entries", value: Object.keys(value).length };
  return text === "" ? { kind: "empty", value: "" } : { kind: "text", value: text };
}
