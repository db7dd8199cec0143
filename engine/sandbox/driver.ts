import { limits } from "./limits.ts";

/**
 * The part of the guest that is ours: it runs inside the engine before the learner's code, keeps every built-in that it
 * needs, and answers each call with one text. The first character of an answer says what follows:
 *
 *   `=` the JSON of a state or a result      `!` `state-invalid`, then reason and path as JSON
 *   `*` the learner's code threw, described as JSON      `~` it returned a promise
 *
 * Nothing that is computed here is trusted: the host parses and checks every answer. It is a text, not a function, so
 * that no bundler rewrites it and every place runs the same bytes.
 */
export const driverSource = `(function (maximum, print) {
"use strict";
const { parse, stringify } = JSON; /* stringify for texts only: for objects the engine runs setters of Array.prototype */
const { apply, ownKeys, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
const { freeze, create, prototype: objectPrototype } = Object;
const { isArray, prototype: arrayPrototype } = Array;
const isFinite = Number.isFinite;
const asText = String;
const Seen = WeakMap;
const PromiseOf = Promise;
/* Methods as functions of their object. Bound, since building a list for apply may run a learner's setter. */
const { call, bind } = Function.prototype;
const unbound = (method) => apply(bind, call, [method]);
const sliceOf = unbound(String.prototype.slice);
const tagOf = unbound(Object.prototype.toString);
const seenGet = unbound(WeakMap.prototype.get);
const seenSet = unbound(WeakMap.prototype.set);
const stackOf = unbound(getOwnPropertyDescriptor(Error.prototype, "stack").get);
const cut = (text, length) => sliceOf(text, 0, length);

delete globalThis.queueMicrotask;
delete globalThis.Atomics;
delete globalThis.SharedArrayBuffer;

/* --- reading a state ------------------------------------------------------------------------------------------- */

/* Texts of frozen states that were read before: structure that the learner shares between states is read once. */
let known = new Seen();
let values = 0;
let characters = 0;
const badState = { reason: "", path: null };

function bad(reason, path) {
  badState.reason = reason;
  badState.path = path;
  throw badState;
}

function add(text) {
  characters += text.length;
  if (characters > maximum.stateCharacters) bad("is larger than " + maximum.stateCharacters + " characters", null);
  return text;
}

function write(value, depth, path) {
  if (++values > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", null);
  if (value === null) return add("null");
  switch (typeof value) {
    case "string":
      if (value.length > maximum.stateCharacters) bad("is larger than " + maximum.stateCharacters + " characters", path);
      return add(stringify(value));
    case "boolean":
      return add(value ? "true" : "false");
    case "number":
      if (!isFinite(value)) bad("is " + (value !== value ? "NaN, not a number" : "infinite"), path);
      return add(value === 0 ? "0" : asText(value));
    case "undefined":
      bad("is undefined", path);
    case "function":
      bad("is a function", path);
    case "symbol":
      bad("is a symbol", path);
    case "bigint":
      bad("is a BigInt", path);
  }
  const before = seenGet(known, value);
  if (before !== undefined) {
    if (before === 0) bad("contains itself: a cycle", path);
    if (before.frozen) {
      values += before.values;
      if (values > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", null);
      if (depth + before.height > maximum.stateDepth) bad("is more than " + maximum.stateDepth + " levels deep", path);
      return add(before.text);
    }
  }
  if (depth > maximum.stateDepth) bad("is more than " + maximum.stateDepth + " levels deep", path);
  seenSet(known, value, 0);
  const entry = { text: "", values: 0, height: 0, frozen: false };
  const start = values;
  const height = { deepest: 0 };
  /* Parts are counted when they are written; the whole is not counted again. */
  const text = isArray(value) ? writeArray(value, depth, path, height) : writeObject(value, depth, path, height);
  entry.text = text;
  entry.values = values - start;
  entry.height = height.deepest + 1;
  seenSet(known, value, entry);
  lastHeight = entry.height;
  return text;
}

let lastHeight = 0;

function writeArray(value, depth, path, height) {
  if (getPrototypeOf(value) !== arrayPrototype) bad("is a list of another class", path);
  const length = value.length;
  if (length > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", path);
  let text = "[";
  characters += 2;
  for (let i = 0; i < length; i++) {
    const here = { key: i, up: path };
    const property = getOwnPropertyDescriptor(value, i);
    if (property === undefined) bad("is missing: a hole in a list", here);
    if (!("value" in property)) bad("is a getter", here);
    lastHeight = 0;
    if (i > 0) { text += ","; characters += 1; }
    text += write(property.value, depth + 1, here);
    if (lastHeight > height.deepest) height.deepest = lastHeight;
  }
  return text + "]";
}

function writeObject(value, depth, path, height) {
  const prototype = getPrototypeOf(value);
  if (prototype !== objectPrototype && prototype !== null) {
    bad("is a " + className(value), path);
  }
  const keys = ownKeys(value);
  if (keys.length > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", path);
  let text = "{";
  characters += 2;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== "string") bad("has a symbol as a key", path);
    const here = { key, up: path };
    if (key.length > maximum.stateCharacters) bad("has a key larger than " + maximum.stateCharacters + " characters", path);
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
  return text + "}";
}

function className(value) {
  return cut(sliceOf(tagOf(value), 8, -1), 40);
}

/* Freezes what was just read: then nobody can change it later, and its text stays true. */
function freezeDeep(value) {
  if (typeof value !== "object" || value === null) return;
  const entry = seenGet(known, value);
  if (entry === undefined || entry.frozen) return;
  entry.frozen = true;
  freeze(value);
  const keys = ownKeys(value);
  for (let i = 0; i < keys.length; i++) {
    const property = getOwnPropertyDescriptor(value, keys[i]);
    if (property !== undefined && "value" in property) freezeDeep(property.value);
  }
}

function read(value, frozen) {
  values = 0;
  characters = 0;
  const text = write(value, 1, null);
  if (frozen) freezeDeep(value);
  else known = new Seen();
  return text;
}

function pathText(path) {
  let text = "";
  for (let at = path; at; at = at.up) text = "." + cut(asText(at.key), 100) + text;
  return text;
}

/* --- answers --------------------------------------------------------------------------------------------------- */

function describe(thrown) {
  let name = "", message = "", stack = "", kind = typeof thrown;
  if (kind === "object" && thrown !== null) {
    const data = (key) => {
      let from = thrown;
      for (let i = 0; from !== null && i < 5; i++) {
        const property = getOwnPropertyDescriptor(from, key);
        if (property !== undefined) return typeof property.value === "string" ? property.value : "";
        from = getPrototypeOf(from);
      }
      return "";
    };
    name = data("name");
    message = data("message");
    const text = stackOf(thrown);
    if (typeof text === "string") stack = text;
  } else if (kind !== "symbol") {
    message = asText(thrown);
  }
  return '*{"kind":' + stringify(thrown === null ? "null" : kind) + ',"name":' + stringify(cut(name, 100))
    + ',"message":' + stringify(cut(message, maximum.errorCharacters)) + ',"stack":' + stringify(cut(stack, 4000)) + "}";
}

function isPromise(value) {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof PromiseOf) return true;
  const then = getOwnPropertyDescriptor(value, "then");
  return then !== undefined && typeof then.value === "function";
}

function answer(work) {
  try {
    return work();
  } catch (thrown) {
    known = new Seen();
    if (thrown !== badState) return describe(thrown);
    return '!{"reason":' + stringify(cut(badState.reason, 200)) + ',"path":' + stringify(pathText(badState.path)) + "}";
  }
}

/* A state or a result, read; a promise is told apart since it needs other words. */
function told(value, frozen) {
  if (isPromise(value)) return "~";
  return "=" + read(value, frozen);
}

/* --- the console ----------------------------------------------------------------------------------------------- */

function preview(value, depth) {
  if (typeof value === "string") return depth === 0 ? value : stringify(value);
  if (typeof value === "function") return "[function]";
  if (typeof value !== "object" || value === null) return typeof value === "symbol" ? "[symbol]" : asText(value);
  if (depth > 2) return isArray(value) ? "[…]" : "{…}";
  const keys = ownKeys(value);
  const list = isArray(value);
  let text = "";
  for (let i = 0; i < keys.length && text.length < maximum.consoleLineCharacters; i++) {
    const key = keys[i];
    if (typeof key !== "string") continue;
    const property = getOwnPropertyDescriptor(value, key);
    if (property === undefined || !property.enumerable) continue;
    text += (text === "" ? "" : ", ") + (list ? "" : key + ": ")
      + ("value" in property ? preview(property.value, depth + 1) : "[getter]");
  }
  return list ? "[" + text + "]" : "{ " + text + " }";
}

function log(...args) {
  let text = "";
  for (let i = 0; i < args.length; i++) text += (i === 0 ? "" : " ") + preview(args[i], 0);
  print(cut(text, maximum.consoleLineCharacters));
}

globalThis.console = { log, info: log, warn: log, error: log, debug: log };

/* --- the fold -------------------------------------------------------------------------------------------------- */

let exported = null;
let evolve, decide;
let frozen = true;
const states = create(null);
/* The state that the learner's code was given last. */
let given;

function freezeTree(value) {
  if (typeof value !== "object" || value === null) return;
  freeze(value);
  const keys = ownKeys(value);
  for (let i = 0; i < keys.length; i++) freezeTree(value[keys[i]]);
}

function frozenJson(text) {
  const value = parse(text);
  freezeTree(value);
  return value;
}

return {
  /* Names of what the learner exports, with their types, as JSON. */
  open(namespace, freezing) {
    exported = namespace;
    frozen = freezing;
    return answer(() => {
      evolve = namespace.evolve;
      decide = namespace.decide;
      let kinds = "";
      const names = ownKeys(namespace);
      for (let i = 0; i < names.length; i++) {
        if (typeof names[i] !== "string") continue;
        const value = namespace[names[i]];
        const view = typeof value === "object" && value !== null
          && typeof value.initialView === "function" && typeof value.project === "function";
        kinds += (kinds === "" ? "" : ",") + stringify(names[i]) + ":" + stringify(view ? "view" : typeof value);
      }
      return "={" + kinds + "}";
    });
  },
  /* The initial state, kept under the slot. */
  begin(slot, view) {
    return answer(() => {
      const state = view === "" ? exported.initialState() : exported[view].initialView();
      const text = told(state, frozen);
      states[slot] = state;
      return text;
    });
  },
  /* Applies one event to the state in the slot. */
  step(slot, view, eventText) {
    return answer(() => {
      const event = frozenJson(eventText);
      const state = given = states[slot];
      const next = view === "" ? evolve(state, event) : exported[view].project(state, event);
      const text = told(next, frozen);
      states[slot] = next;
      return text;
    });
  },
  /* The state that was given last, as it is now: in an unfrozen fold it may have been changed in place. */
  peek() {
    return answer(() => told(given, false));
  },
  decide(slot, commandText) {
    return answer(() => told(decide(frozenJson(commandText), (given = states[slot])), true));
  },
  describe(thrown) {
    return answer(() => { throw thrown; });
  },
  call(name, argsText) {
    return answer(() => told(apply(exported[name], undefined, frozenJson(argsText)), true));
  },
};
})`;

/** What the driver needs to know of the limits. */
export const driverLimits = {
  stateDepth: limits.stateDepth,
  stateValues: limits.stateValues,
  stateCharacters: limits.stateCharacters,
  consoleLineCharacters: limits.consoleLineCharacters,
  errorCharacters: limits.errorCharacters,
};
