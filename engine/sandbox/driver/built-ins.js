/**
 * Every built-in that the driver needs, kept before the learner's code can replace it. This module comes first.
 *
 * The driver uses no template literal, no spread, no `for … of` and no list pattern: the engine runs methods for them
 * (`String.prototype.concat`, iterators) that the learner's code may have replaced. The generator refuses them.
 */

// `stringify` is for texts only: for objects the engine runs setters of Array.prototype.
export const { parse, stringify } = JSON;
export const { apply, ownKeys, getPrototypeOf, getOwnPropertyDescriptor, defineProperty } = Reflect;
export const { freeze, create, hasOwn, prototype: objectPrototype } = Object;
export const { isArray, prototype: arrayPrototype } = Array;
export const { isFinite: isFiniteNumber, isNaN: isNotANumber } = Number;
export const asText = String;
export const ErrorOf = Error;
export const WeakMapOf = WeakMap;
export const PromiseOf = Promise;
export const MapOf = Map;
export const DateOf = Date;
export const Float64ArrayOf = Float64Array;
export const FunctionOf = Function;
export const syntaxErrorPrototype = SyntaxError.prototype;
export const nothing = create(null);

// Methods as functions of their object. Bound, because building a list for apply may run a learner's setter.
const { call, bind } = Function.prototype;
const unbound = (method) => apply(bind, call, [method]);
export const sliceOf = unbound(String.prototype.slice);
export const indexOf = unbound(String.prototype.indexOf);
export const tagOf = unbound(Object.prototype.toString);
export const weakMapGet = unbound(WeakMap.prototype.get);
export const weakMapSet = unbound(WeakMap.prototype.set);
export const mapGet = unbound(Map.prototype.get);
export const mapSet = unbound(Map.prototype.set);
export const isoOf = unbound(Date.prototype.toISOString);
export const cut = (text, length) => sliceOf(text, 0, length);

const stackProperty = getOwnPropertyDescriptor(Error.prototype, "stack");
export const stackOf = unbound(stackProperty.get);
export const setStack = stackProperty.set;
