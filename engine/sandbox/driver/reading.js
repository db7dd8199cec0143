/** Reads a state: checks that it is plain data, writes its JSON without the engine's help, and freezes it. */
import {
  arrayPrototype,
  asText,
  cut,
  freeze,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isFiniteNumber,
  isNotANumber,
  objectPrototype,
  ownKeys,
  sliceOf,
  stringify,
  tagOf,
  WeakMapOf,
  weakMapGet,
  weakMapSet,
} from "./built-ins.js";
import { maximum } from "./host.js";

/** Texts of frozen states that were read before: structure that the learner shares between states is read once. */
let known = new WeakMapOf();
/**
 * Whether to remember them, and the path to each value. What is not frozen may change, so there is nothing to remember;
 * where something is wrong with it, the fold runs again, frozen, to say so. A cycle then is a value that is too deep.
 */
let remembering = true;
let values = 0;
/** How many of these had been read before: their text was only taken over. */
let reused = 0;
let characters = 0;
/** Height and keys of the value that was written last. */
let lastHeight = 0;
let lastKeys = null;
const unmeasured = { deepest: 0 };

/** What is thrown where a value is no plain data: the reason, and the path as a list from the value up. */
export const badState = { reason: "", path: null };

export function bad(reason, path) {
  badState.reason = reason;
  badState.path = path;
  throw badState;
}

/** The JSON of a value. With `frozen` it is frozen too: then nobody can change it later, and its text stays true. */
export function read(value, frozen) {
  values = 0;
  reused = 0;
  characters = 0;
  remembering = frozen;
  const text = write(value, 1, null);
  if (frozen) freezeDeep(value);
  return text;
}

/** How many values the last state held that were not known before. */
export const readValues = () => values - reused;

/** What was read before an error may be incomplete. */
export function forgetRead() {
  known = new WeakMapOf();
}

export function pathText(path) {
  let text = "";
  for (let at = path; at; at = at.up) text = "." + cut(asText(at.key), 100) + text;
  return text;
}

function add(text) {
  characters += text.length;
  if (characters > maximum.stateCharacters)
    bad("is larger than " + maximum.stateCharacters + " characters", null);
  return text;
}

function write(value, depth, path) {
  if (++values > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", null);
  if (value === null) return add("null");
  switch (typeof value) {
    case "string":
      if (value.length > maximum.stateCharacters)
        bad("is larger than " + maximum.stateCharacters + " characters", path);
      return add(stringify(value));
    case "boolean":
      return add(value ? "true" : "false");
    case "number":
      if (!isFiniteNumber(value)) bad("is " + (isNotANumber(value) ? "NaN, not a number" : "infinite"), path);
      return add(value === 0 ? "0" : asText(value));
    case "undefined":
      return bad("is undefined", path);
    case "function":
      return bad("is a function", path);
    case "symbol":
      return bad("is a symbol", path);
    case "bigint":
      return bad("is a BigInt", path);
  }
  if (!remembering) {
    if (depth > maximum.stateDepth) bad("is more than " + maximum.stateDepth + " levels deep", null);
    return isArray(value)
      ? writeArray(value, depth, null, unmeasured)
      : writeObject(value, depth, null, unmeasured);
  }
  const before = weakMapGet(known, value);
  if (before !== undefined) {
    if (before === 0) bad("contains itself: a cycle", path);
    if (before.frozen) {
      values += before.values;
      reused += before.values;
      if (values > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", null);
      if (depth + before.height > maximum.stateDepth)
        bad("is more than " + maximum.stateDepth + " levels deep", path);
      return add(before.text);
    }
  }
  if (depth > maximum.stateDepth) bad("is more than " + maximum.stateDepth + " levels deep", path);
  weakMapSet(known, value, 0);
  const entry = { text: "", values: 0, height: 0, frozen: false, keys: null };
  const start = values;
  const height = { deepest: 0 };
  // Parts are counted when they are written; the whole is not counted again.
  const text = isArray(value)
    ? writeArray(value, depth, path, height)
    : writeObject(value, depth, path, height);
  entry.text = text;
  entry.keys = lastKeys;
  entry.values = values - start;
  entry.height = height.deepest + 1;
  weakMapSet(known, value, entry);
  lastHeight = entry.height;
  return text;
}

function writeArray(value, depth, path, height) {
  if (getPrototypeOf(value) !== arrayPrototype) bad("is a list of another class", path);
  const length = value.length;
  if (length > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", path);
  const keys = ownKeys(value);
  if (keys.length > length + 1) checkNames(value, keys, length, path);
  let text = "[";
  characters += 2;
  for (let i = 0; i < length; i++) {
    const here = remembering ? { key: i, up: path } : null;
    const property = getOwnPropertyDescriptor(value, i);
    if (property === undefined) bad("is missing: a hole in a list", here);
    if (!("value" in property)) bad("is a getter", here);
    lastHeight = 0;
    if (i > 0) {
      text += ",";
      characters += 1;
    }
    text += write(property.value, depth + 1, here);
    if (lastHeight > height.deepest) height.deepest = lastHeight;
  }
  lastKeys = keys;
  return text + "]";
}

/** A list is kept as its items alone. Its keys are the items' numbers, then its length, then its names. */
function checkNames(value, keys, length, path) {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== "string") bad("has a symbol as a key", path);
    const property = getOwnPropertyDescriptor(value, key);
    if (property === undefined || !property.enumerable) continue;
    if (i >= length) bad("is a name on a list", { key, up: path });
  }
}

function writeObject(value, depth, path, height) {
  const prototype = getPrototypeOf(value);
  if (prototype !== objectPrototype && prototype !== null) {
    bad(classOf(value, prototype), path);
  }
  const keys = ownKeys(value);
  if (keys.length > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", path);
  let text = "{";
  characters += 2;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== "string") bad("has a symbol as a key", path);
    const here = remembering ? { key, up: path } : null;
    if (key.length > maximum.stateCharacters)
      bad("has a key larger than " + maximum.stateCharacters + " characters", path);
    const property = getOwnPropertyDescriptor(value, key);
    if (property === undefined || !property.enumerable) continue;
    if (!("value" in property)) bad("is a getter", here);
    if (property.value === undefined) bad("is undefined", here);
    lastHeight = 0;
    text += (text === "{" ? "" : ",") + add(stringify(key)) + ":";
    characters += 2;
    text += write(property.value, depth + 1, here);
    if (lastHeight > height.deepest) height.deepest = lastHeight;
  }
  lastKeys = keys;
  return text + "}";
}

/** Says what a value is that is no plain object, such as a Map; a class of the learner's own by its name. */
function classOf(value, prototype) {
  const tag = cut(sliceOf(tagOf(value), 8, -1), 40);
  if (tag !== "Object") return "is a " + tag;
  const made = getOwnPropertyDescriptor(prototype, "constructor");
  const named =
    made !== undefined && typeof made.value === "function"
      ? getOwnPropertyDescriptor(made.value, "name")
      : undefined;
  const name = named !== undefined && typeof named.value === "string" ? cut(named.value, 40) : "";
  return "is an object of " + (name === "" ? "a class" : "class " + name);
}

function freezeDeep(value) {
  if (typeof value !== "object" || value === null) return;
  const entry = weakMapGet(known, value);
  if (entry === undefined || entry.frozen) return;
  entry.frozen = true;
  freeze(value);
  const { keys } = entry;
  entry.keys = null;
  for (let i = 0; i < keys.length; i++) {
    const property = getOwnPropertyDescriptor(value, keys[i]);
    if (property !== undefined && "value" in property) freezeDeep(property.value);
  }
}
