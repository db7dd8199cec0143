import { isObject, type Json, type JsonObject, sameJson } from "./json.ts";

/** One operation of JSON Patch (RFC 6902). A fold needs only these three. */
export type Operation =
  | { op: "add"; path: string; value: Json }
  | { op: "replace"; path: string; value: Json }
  | { op: "remove"; path: string };

export type Patch = Operation[];

/** A JSON Pointer's reference token (RFC 6901). */
const escapeToken = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");
const unescapeToken = (token: string) => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** The JSON Pointer along these keys: `["lines", "t-shirt"]` is `/lines/t-shirt`. */
export function pointerTo(keys: string[]): string {
  return keys.map((key) => `/${escapeToken(key)}`).join("");
}

/** The keys along a JSON Pointer: `/lines/t-shirt` is `["lines", "t-shirt"]`. */
export function pathKeys(pointer: string): string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeToken);
}

/**
 * What has to be done to `before` so that it equals `after`. In arrays the equal head and tail are left alone, so
 * that one item added or removed anywhere is one operation. Takes time linear in the size of both values: a learner
 * chooses them, so an optimal but quadratic difference is no choice.
 */
export function diff(before: Json, after: Json): Patch {
  const patch: Patch = [];
  compare("", before, after, patch);
  return patch;
}

function compare(path: string, before: Json, after: Json, patch: Patch): void {
  if (before === after) return;
  if (isObject(before) && isObject(after)) compareObjects(path, before, after, patch);
  else if (Array.isArray(before) && Array.isArray(after)) compareArrays(path, before, after, patch);
  else patch.push({ op: "replace", path, value: after });
}

function compareObjects(path: string, before: JsonObject, after: JsonObject, patch: Patch): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) patch.push({ op: "remove", path: `${path}/${escapeToken(key)}` });
  }
  for (const [key, value] of Object.entries(after)) {
    const at = `${path}/${escapeToken(key)}`;
    if (Object.hasOwn(before, key)) compare(at, before[key] as Json, value, patch);
    else patch.push({ op: "add", path: at, value });
  }
}

function compareArrays(path: string, before: Json[], after: Json[], patch: Patch): void {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && sameJson(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && sameJson(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const both = shorter - head - tail;
  for (let i = head; i < head + both; i++)
    compare(`${path}/${i}`, before[i] as Json, after[i] as Json, patch);
  for (let i = before.length - tail - 1; i >= head + both; i--)
    patch.push({ op: "remove", path: `${path}/${i}` });
  for (let i = head + both; i < after.length - tail; i++) {
    patch.push({ op: "add", path: `${path}/${i}`, value: after[i] as Json });
  }
}

/** The state after a patch. The given state is left as it is; what the patch does not touch is shared. */
export function applyPatch(state: Json, patch: Patch): Json {
  return patch.reduce((result, operation) => applyAt(result, pathKeys(operation.path), operation), state);
}

function applyAt(target: Json, keys: string[], operation: Operation): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return operation.op === "remove" ? null : operation.value;
  if (Array.isArray(target)) {
    const index = key === "-" ? target.length : Number(key);
    if (rest.length > 0) return target.with(index, applyAt(target[index] as Json, rest, operation));
    if (operation.op === "remove") return target.toSpliced(index, 1);
    return target.toSpliced(index, operation.op === "add" ? 0 : 1, operation.value);
  }
  if (!isObject(target))
    throw new TypeError(`The patch's path ${operation.path} does not exist in the state.`);
  if (rest.length === 0 && operation.op === "remove") {
    return Object.fromEntries(Object.entries(target).filter(([name]) => name !== key));
  }
  const value =
    rest.length > 0 ? applyAt(target[key] as Json, rest, operation) : (operation as { value: Json }).value;
  // A computed key of an object literal defines an own property, so a key named __proto__ is only a key.
  return { ...target, [key]: value };
}
