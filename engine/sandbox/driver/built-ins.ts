/** The driver's first part: every built-in that it needs, kept before the learner's code can replace it. */
export const builtIns = `
const { parse, stringify } = JSON; /* stringify for texts only: for objects the engine runs setters of Array.prototype */
const { apply, ownKeys, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
const { freeze, create, hasOwn, prototype: objectPrototype } = Object;
const { isArray, prototype: arrayPrototype } = Array;
const isFinite = Number.isFinite;
const asText = String;
const Seen = WeakMap;
const PromiseOf = Promise;
const MapOf = Map;
const DateOf = Date;
const Numbers = Float64Array;
const syntaxErrorPrototype = SyntaxError.prototype;
const nothing = create(null);
/* Methods as functions of their object. Bound, since building a list for apply may run a learner's setter. */
const { call, bind } = Function.prototype;
const unbound = (method) => apply(bind, call, [method]);
const sliceOf = unbound(String.prototype.slice);
const tagOf = unbound(Object.prototype.toString);
const seenGet = unbound(WeakMap.prototype.get);
const seenSet = unbound(WeakMap.prototype.set);
const mapGet = unbound(Map.prototype.get);
const mapSet = unbound(Map.prototype.set);
const isoOf = unbound(Date.prototype.toISOString);
const stackOf = unbound(getOwnPropertyDescriptor(Error.prototype, "stack").get);
const cut = (text, length) => sliceOf(text, 0, length);

/* Frames of the driver are no business of the learner's code, and would hand it the driver's functions. */
const { defineProperty } = Reflect;
const ErrorOf = Error;
const searchOf = unbound(String.prototype.indexOf);
function learnersFrames(text) {
  let kept = "";
  for (let from = 0; from < text.length; ) {
    const end = searchOf(text, "\\n", from);
    const next = end < 0 ? text.length : end + 1;
    const line = sliceOf(text, from, next);
    if (searchOf(line, "(driver:") < 0) kept += line;
    from = next;
  }
  return kept;
}
function stackWithoutDriver() {
  const stack = stackOf(this);
  return typeof stack === "string" ? learnersFrames(stack) : stack;
}
const { set } = getOwnPropertyDescriptor(Error.prototype, "stack");
defineProperty(Error.prototype, "stack", { get: stackWithoutDriver, set, enumerable: false, configurable: true });
defineProperty(Error, "prepareStackTrace", { get() {}, set() {}, configurable: false });
Error.captureStackTrace = function captureStackTrace(target) {
  const value = learnersFrames(stackOf(new ErrorOf()));
  defineProperty(target, "stack", { value, writable: true, enumerable: false, configurable: true });
};

delete globalThis.queueMicrotask;
delete globalThis.Atomics;
delete globalThis.SharedArrayBuffer;
`;
