/**
 * Expressions that the learner asks about each step: watches, whose values are shown, and a breakpoint, which holds or
 * does not. They are the learner's own code, run here under the same limits.
 */
import { describe } from "./answers.js";
import {
  asText,
  cut,
  defineProperty,
  FunctionOf,
  isFiniteNumber,
  parse,
  sliceOf,
  stringify,
} from "./built-ins.js";
import { preview } from "./console.js";
import { maximum } from "./host.js";

export const watched = [];
export let breakpoint = null;

/** Keeps an expression to ask after each step: the breakpoint, or one more watch. Throws what the engine's parser throws. */
export function watch(text, breaking) {
  const expression = new FunctionOf(
    "state",
    "before",
    "event",
    "key",
    '"use strict"; return (' + text + "\n);",
  );
  if (breaking) breakpoint = expression;
  else defineProperty(watched, watched.length, { value: expression });
}

/** Whether the breakpoint holds. One that cannot be worked out does not hold. */
export function breakpointHolds(state, before, event, key) {
  try {
    return !!breakpoint(state, before, event, key);
  } catch {
    return false;
  }
}

/** What all watches say, as a JSON list. */
export function watchedList(state, before, event, key) {
  let text = "";
  for (let i = 0; i < watched.length; i++)
    text += (i === 0 ? "" : ",") + watchedJson(watched[i], state, before, event, key);
  return "[" + text + "]";
}

/** A plain value as it is, of any other value a short text, and the reason where there is no value. */
function watchedJson(expression, state, before, event, key) {
  try {
    const value = expression(state, before, event, key);
    if (typeof value === "number" && isFiniteNumber(value))
      return '{"value":' + asText(value === 0 ? 0 : value) + "}";
    if (value === null || typeof value === "boolean") return '{"value":' + asText(value) + "}";
    if (typeof value === "string") return '{"value":' + stringify(cut(value, maximum.watchCharacters)) + "}";
    return '{"text":' + stringify(cut(preview(value, 1), maximum.watchCharacters)) + "}";
  } catch (thrown) {
    const { name, message } = parse(sliceOf(describe(thrown), 1));
    const reason = name === "" ? message : name + ": " + message;
    return '{"error":' + stringify(cut(reason, maximum.watchCharacters)) + "}";
  }
}

/** One state, or an object of the read models' states by name. */
export function stateOrViews(names, stateOf) {
  if (names[0] === "") return stateOf("");
  const views = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    defineProperty(views, name, {
      value: stateOf(name),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return views;
}
