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

/** The part of a value at these keys; undefined if it does not exist. */
export function partAt(value: Json | undefined, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (part, key) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, key)
        ? (part as Record<string, Json>)[key]
        : undefined,
    value,
  );
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

/**
 * The state after a patch. The given state is left as it is; what the patch does not touch is shared. Takes time in
 * proportion to the patch and to the lists and objects that it changes: each is copied once. Throws where a path leads
 * nowhere.
 */
export function applyPatch(state: Json, patch: Patch): Json {
  const copies = new Set<Json>();
  return patch.reduce(
    (result, operation) => applyAt(result, pathKeys(operation.path), operation, copies),
    state,
  );
}

/** `copies` belong to this patch only and may be changed in place. */
function applyAt(target: Json, keys: string[], operation: Operation, copies: Set<Json>): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return operation.op === "remove" ? null : operation.value;
  const nowhere = () => new TypeError(`The patch's path ${operation.path} does not exist in the state.`);
  if (Array.isArray(target)) {
    const list = copies.has(target) ? target : [...target];
    copies.add(list);
    const index = key === "-" ? list.length : Number(key);
    const adds = rest.length === 0 && operation.op === "add";
    if (!(index >= 0 && index < list.length + (adds ? 1 : 0))) throw nowhere();
    if (rest.length > 0) list[index] = applyAt(list[index] as Json, rest, operation, copies);
    else if (operation.op === "remove") list.splice(index, 1);
    else list.splice(index, adds ? 0 : 1, operation.value);
    return list;
  }
  if (!isObject(target)) throw nowhere();
  const object = copies.has(target) ? target : { ...target };
  copies.add(object);
  if (rest.length === 0 && operation.op === "remove") {
    delete object[key];
    return object;
  }
  if (rest.length > 0 && !Object.hasOwn(object, key)) throw nowhere();
  const value =
    rest.length > 0
      ? applyAt(object[key] as Json, rest, operation, copies)
      : (operation as { value: Json }).value;
  // Assigned, a key named __proto__ would be more than a key.
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
  return object;
}
