/**
 * Expressions that the learner asks about each step: watches, whose values are shown, and a breakpoint, which holds or
 * does not. They are the learner's own code, run here under the same limits.
 */
export const watches = `
const FunctionOf = (function () {}).constructor;
const watched = [];
let breakpoint = null;

function expression(text) {
  return new FunctionOf("state", "before", "event", "key", '"use strict"; return (' + text + "\\n);");
}

/* Plain values as they are; of the others a short text; of what could not be worked out the reason. */
function watchedJson(expression, state, before, event, key) {
  try {
    const value = expression(state, before, event, key);
    if (typeof value === "number" && isFinite(value)) return '{"value":' + asText(value === 0 ? 0 : value) + "}";
    if (value === null || typeof value === "boolean") return '{"value":' + asText(value) + "}";
    if (typeof value === "string") return '{"value":' + stringify(cut(value, maximum.watchCharacters)) + "}";
    return '{"text":' + stringify(cut(preview(value, 1), maximum.watchCharacters)) + "}";
  } catch (thrown) {
    const { name, message } = parse(sliceOf(describe(thrown), 1));
    return '{"error":' + stringify(cut(name === "" ? message : name + ": " + message, maximum.watchCharacters)) + "}";
  }
}

function watchedList(state, before, event, key) {
  let text = "";
  for (let i = 0; i < watched.length; i++) text += (i === 0 ? "" : ",") + watchedJson(watched[i], state, before, event, key);
  return "[" + text + "]";
}

/* What cannot be worked out does not hold. */
function holds(state, before, event, key) {
  try {
    return !!breakpoint(state, before, event, key);
  } catch {
    return false;
  }
}

/* One state, or an object of the read models' states by name. */
function whole(names, partOf) {
  if (names[0] === "") return partOf("");
  const views = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    defineProperty(views, name, { value: partOf(name), enumerable: true, configurable: true, writable: true });
  }
  return views;
}
`;
