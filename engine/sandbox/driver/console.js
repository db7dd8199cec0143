/** The learner's console: a short preview of each value, made here under the learner's own budget. */
import { asText, cut, getOwnPropertyDescriptor, isArray, ownKeys, stringify } from "./built-ins.js";
import { maximum, print } from "./host.js";

/** False once the limit of what is printed has been reached. */
let wanted = true;

export function preview(value, depth) {
  if (typeof value === "string") return depth === 0 ? value : stringify(value);
  if (typeof value === "function") return "[function]";
  if (typeof value !== "object" || value === null)
    return typeof value === "symbol" ? "[symbol]" : asText(value);
  if (depth > 2) return isArray(value) ? "[…]" : "{…}";
  const keys = ownKeys(value);
  const list = isArray(value);
  let text = "";
  for (let i = 0; i < keys.length && text.length < maximum.consoleLineCharacters; i++) {
    const key = keys[i];
    if (typeof key !== "string") continue;
    const property = getOwnPropertyDescriptor(value, key);
    if (property === undefined || !property.enumerable) continue;
    const shown = "value" in property ? preview(property.value, depth + 1) : "[getter]";
    text += (text === "" ? "" : ", ") + (list ? "" : key + ": ") + shown;
  }
  return list ? "[" + text + "]" : "{ " + text + " }";
}

function log(...args) {
  let text = "";
  try {
    if (wanted) for (let i = 0; i < args.length; i++) text += (i === 0 ? "" : " ") + preview(args[i], 0);
    text = cut(text, maximum.consoleLineCharacters);
  } catch {
    text = "Something here could not be printed.";
  }
  wanted = print(text);
}

globalThis.console = { log, info: log, warn: log, error: log, debug: log };
