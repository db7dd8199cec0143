/** The driver's way to read a state: checks that it is plain data, writes its JSON by itself, and freezes it. */
export const reading = `
/* Texts of frozen states that were read before: structure that the learner shares between states is read once. */
let known = new Seen();
/* Whether to remember them, and the way to each value. What is not frozen may change: there is nothing to remember, and
   where something is wrong with it the fold is made again, frozen, to say so. A cycle then is a value too deep. */
let remembering = true;
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
  if (!remembering) {
    if (depth > maximum.stateDepth) bad("is more than " + maximum.stateDepth + " levels deep", null);
    return isArray(value) ? writeArray(value, depth, null, unmeasured) : writeObject(value, depth, null, unmeasured);
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
const unmeasured = { deepest: 0 };

function writeArray(value, depth, path, height) {
  if (getPrototypeOf(value) !== arrayPrototype) bad("is a list of another class", path);
  const length = value.length;
  if (length > maximum.stateValues) bad("holds more than " + maximum.stateValues + " values", path);
  let text = "[";
  characters += 2;
  for (let i = 0; i < length; i++) {
    const here = remembering ? { key: i, up: path } : null;
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

/* What a value is that is no plain object, such as a Map; a class of the learner's own by its name. */
function classOf(value, prototype) {
  const tag = cut(sliceOf(tagOf(value), 8, -1), 40);
  if (tag !== "Object") return "is a " + tag;
  const made = getOwnPropertyDescriptor(prototype, "constructor");
  const named = made !== undefined && typeof made.value === "function" ? getOwnPropertyDescriptor(made.value, "name") : undefined;
  const name = named !== undefined && typeof named.value === "string" ? cut(named.value, 40) : "";
  return "is an object of " + (name === "" ? "a class" : "class " + name);
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
  remembering = frozen;
  const text = write(value, 1, null);
  if (frozen) freezeDeep(value);
  return text;
}

function pathText(path) {
  let text = "";
  for (let at = path; at; at = at.up) text = "." + cut(asText(at.key), 100) + text;
  return text;
}
`;
