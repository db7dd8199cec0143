import { isObject, type Json, type JsonObject } from "../../../engine/fold/json.ts";
import { bad, nothingIn, whats } from "../../../language/english/ndjson.ts";
import { consoleLine } from "./console-consumer-line.ts";
import type { ParsedLine, Place } from "./parsed-line.ts";

/**
 * One line of a log: an event `{ type, data, metadata? }`, a record `{ key, event, position?, timestamp?, headers? }` as
 * the course writes it, or what kcat and the console consumer print. `number` is the line's, counted from 1.
 */
export function parseLine(line: string, number: number, longest: number): ParsedLine {
  const text = line.replace(/^\uFEFF/, "").trim();
  if (text === "") return { kind: "empty" };
  if (text.length > longest) return { kind: "bad", why: bad.long(number, longest) };
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (problem) {
    return consoleLine(text) ?? { kind: "bad", why: notJson(text, number, problem) };
  }
  if (!isObject(value)) return { kind: "bad", why: notAnObject(value, number) };
  const record = readObject(value, number);
  return typeof record === "string" ? { kind: "bad", why: record } : record;
}

/** The record that an object stands for, or what is wrong with it. */
function readObject(object: JsonObject, number: number): ParsedLine | string {
  if (isObject(object.event)) return readEvent(object.event, object, number);
  const valueName = ["payload", "value"].find((name) => Object.hasOwn(object, name));
  if (valueName) return recordOf(object, textOf(object[valueName] as Json), number);
  if (object.tombstone === true) return recordOf(object, null, number);
  return readEvent(object, { metadata: object.metadata as Json }, number);
}

function readEvent(event: JsonObject, around: JsonObject, number: number): ParsedLine | string {
  const { type, data, metadata } = event;
  if (type === undefined) return bad.noType(number, namesIn(event));
  if (typeof type !== "string" || type === "") return bad.type(number);
  if (data === undefined) return bad.noData(number, type, othersIn(event));
  // Records that the course's server gives out say in the metadata where they lie; that is the record's own.
  const { key, position, timestamp, ...kept } = isObject(metadata) ? metadata : {};
  const own = { key, position, timestamp, ...without(around) };
  const given = isObject(metadata) ? { metadata: kept } : {};
  return recordOf(own, JSON.stringify({ type, data, ...given }), number, kept.occurredAt);
}

const without = (object: JsonObject) =>
  Object.fromEntries(
    Object.entries(object).filter(([name, value]) => name !== "event" && value !== undefined),
  );

function recordOf(
  object: { [name: string]: Json | undefined },
  value: string | null,
  number: number,
  occurredAt?: Json,
): ParsedLine | string {
  const { key, headers, position, timestamp, ts } = object;
  if (key !== undefined && key !== null && typeof key !== "string" && typeof key !== "number") {
    return bad.key(number);
  }
  const place = placeIn(isObject(position) ? position : object);
  if (place === null) return bad.place(number);
  const time = [timestamp, ts].find((each) => typeof each === "number" || typeof each === "string");
  return {
    kind: "record",
    place,
    timestamp: momentOf(time ?? occurredAt),
    key: key === undefined || key === null ? null : String(key),
    headers: headersIn(headers),
    value,
  };
}

/** A value that is not text yet is written as the text that Kafka would hold. */
function textOf(value: Json): string | null {
  return value === null || typeof value === "string" ? value : JSON.stringify(value);
}

function placeIn({ topic, partition, offset }: { [name: string]: Json | undefined }): Place | null {
  const whole = (value: Json | undefined) =>
    value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0);
  // Some tools write offsets as text.
  const record = typeof offset === "string" ? Number(offset) : offset;
  if (!whole(partition) || !whole(record)) return null;
  return {
    ...(typeof topic === "string" && { topic }),
    ...(partition !== undefined && { partition: partition as number }),
    ...(record !== undefined && { offset: record as number }),
  };
}

/** Milliseconds since the epoch, from a number or a date; 0 where neither is. */
function momentOf(time: Json | undefined): number {
  if (typeof time === "number") return Math.trunc(time);
  if (typeof time !== "string") return 0;
  return /^\d+$/.test(time) ? Number(time) : Date.parse(time) || 0;
}

/** Headers as an object, as pairs one after the other (kcat), or as a list of keys and values (rpk). */
function headersIn(headers: Json | undefined): Record<string, string> {
  const text = (value: Json | undefined) =>
    typeof value === "string" ? value : JSON.stringify(value ?? null);
  if (isObject(headers))
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, text(value)]));
  if (!Array.isArray(headers)) return {};
  if (headers.every(isObject))
    return Object.fromEntries(headers.map(({ key, value }) => [text(key), text(value)]));
  const pairs = headers.flatMap((name, i) =>
    i % 2 === 0 ? [[text(name), text(headers[i + 1])] as const] : [],
  );
  return Object.fromEntries(pairs);
}

function notJson(text: string, number: number, problem: unknown): string {
  if (text === "[" || text.startsWith("[{")) return bad.list(number);
  if (text.startsWith("{") && !text.endsWith("}")) return bad.cut(number);
  const message = problem instanceof Error ? problem.message : String(problem);
  // What an engine adds of the text and the place in it is another in every browser.
  return bad.notJson(
    number,
    message.replace(/^JSON\.parse: /, "").replace(/,? (?:in JSON|"|\.\.\.|at line).*$/s, ""),
  );
}

function notAnObject(value: Exclude<Json, JsonObject>, number: number): string {
  if (Array.isArray(value)) return bad.list(number);
  if (value === null) return bad.plain(number, whats.nothing);
  const what = { string: whats.text, number: whats.number, boolean: whats.truth };
  return bad.plain(number, what[typeof value as keyof typeof what]);
}

const quoted = (names: string[]) =>
  names
    .slice(0, 5)
    .map((name) => `"${name}"`)
    .join(", ");
const namesIn = (object: JsonObject) => quoted(Object.keys(object)) || nothingIn;
const othersIn = (event: JsonObject) =>
  quoted(Object.keys(event).filter((name) => name !== "type" && name !== "metadata"));
