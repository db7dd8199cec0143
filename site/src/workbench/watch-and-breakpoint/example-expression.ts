import { isObject, type Json } from "../../../../engine/fold/json.ts";
import { stateAt } from "../../../../engine/fold/states-of-trace.ts";
import type { Trace } from "../../../../engine/fold/trace.ts";

/** Examples of what can be watched, and of where to stop, about a value that the state of a fold has at its end. */
export function exampleExpressions(trace: Pick<Trace, "start" | "steps" | "keyframes">): {
  watch: string;
  stop: string;
} {
  const whole = stateAt(trace, trace.steps.length - 1);
  // By key, an expression's state is the one of the record's key.
  const state = trace.start.scope === "by-key" && isObject(whole) ? (Object.values(whole)[0] ?? null) : whole;
  const { path, value } = firstValue("state", state);
  return { watch: path, stop: isObject(value) ? `${path} !== null` : `${path} === ${JSON.stringify(value)}` };
}

/** The first value in a state that is no object, or an empty one, and how code names it: `state.lines["t-shirt"]`. */
function firstValue(path: string, value: Json): { path: string; value: Json } {
  const [first] = isObject(value) ? Object.entries(value) : [];
  if (!first) return Array.isArray(value) ? { path: `${path}.length`, value: value.length } : { path, value };
  const [name, inside] = first;
  return firstValue(
    /^[a-z_$][\w$]*$/i.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`,
    inside,
  );
}
