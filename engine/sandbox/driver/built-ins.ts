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

delete globalThis.queueMicrotask;
delete globalThis.Atomics;
delete globalThis.SharedArrayBuffer;
`;
