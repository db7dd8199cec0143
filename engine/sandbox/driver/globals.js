/**
 * Changes the globals before the learner's code sees them. Stack traces get no frames of the driver: they mean nothing
 * to the learner, and the engine's call sites would hand out the driver's functions.
 */
import { defineProperty, ErrorOf, indexOf, setStack, sliceOf, stackOf } from "./built-ins.js";

function withoutDriverFrames(text) {
  let kept = "";
  for (let from = 0; from < text.length; ) {
    const end = indexOf(text, "\n", from);
    const next = end < 0 ? text.length : end + 1;
    const line = sliceOf(text, from, next);
    if (indexOf(line, "(driver:") < 0) kept += line;
    from = next;
  }
  return kept;
}

function stackWithoutDriver() {
  const stack = stackOf(this);
  return typeof stack === "string" ? withoutDriverFrames(stack) : stack;
}

defineProperty(Error.prototype, "stack", {
  get: stackWithoutDriver,
  set: setStack,
  enumerable: false,
  configurable: true,
});
defineProperty(Error, "prepareStackTrace", { get() {}, set() {}, configurable: false });
Error.captureStackTrace = function captureStackTrace(target) {
  const value = withoutDriverFrames(stackOf(new ErrorOf()));
  defineProperty(target, "stack", { value, writable: true, enumerable: false, configurable: true });
};

delete globalThis.queueMicrotask;
delete globalThis.Atomics;
delete globalThis.SharedArrayBuffer;
