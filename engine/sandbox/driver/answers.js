/** Answers a call with one text whose first character says what follows (see driver.js). */
import {
  asText,
  cut,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  PromiseOf,
  stackOf,
  stringify,
} from "./built-ins.js";
import { charge, maximum, wasFull } from "./host.js";
import { badState, forgetRead, pathText, read, readValues } from "./reading.js";

/** What `work` answers, or why it could not. */
export function answer(work) {
  try {
    return work();
  } catch (thrown) {
    forgetRead();
    if (thrown !== badState) return describe(thrown);
    const reason = stringify(cut(badState.reason, 200));
    return '!{"reason":' + reason + ',"path":' + stringify(pathText(badState.path)) + "}";
  }
}

/** Answers a state or a result. A promise has an answer of its own, because it needs other words. */
export function answerValue(value, frozen) {
  if (isPromise(value)) return "~";
  const text = "=" + read(value, frozen);
  charge(readValues());
  return text;
}

/** Answers what the learner's code threw. */
export function describe(thrown) {
  const kind = typeof thrown;
  let name = "";
  let message = "";
  let stack = "";
  // The engine throws null where no memory is left for an error.
  if (thrown === null && wasFull())
    return '*{"kind":"object","name":"InternalError","message":"out of memory","stack":""}';
  if (kind === "object" && thrown !== null) {
    name = inheritedText(thrown, "name");
    message = inheritedText(thrown, "message");
    const text = stackOf(thrown);
    if (typeof text === "string") stack = text;
  } else if (kind !== "symbol") {
    message = asText(thrown);
  }
  const described = thrown === null ? "null" : kind;
  const messageText = stringify(cut(message, maximum.errorCharacters));
  return (
    '*{"kind":' +
    stringify(described) +
    ',"name":' +
    stringify(cut(name, 100)) +
    ',"message":' +
    messageText +
    ',"stack":' +
    stringify(cut(stack, 4000)) +
    "}"
  );
}

/** A text property of an object or of its nearest prototypes, read without running a getter. */
function inheritedText(object, key) {
  let from = object;
  for (let i = 0; from !== null && i < 5; i++) {
    const property = getOwnPropertyDescriptor(from, key);
    if (property !== undefined) return typeof property.value === "string" ? property.value : "";
    from = getPrototypeOf(from);
  }
  return "";
}

function isPromise(value) {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof PromiseOf) return true;
  const then = getOwnPropertyDescriptor(value, "then");
  return then !== undefined && typeof then.value === "function";
}
