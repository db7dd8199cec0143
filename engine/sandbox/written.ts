import { isObject, type Json } from "../fold/json.ts";
import { diff, type Operation, type Patch, pointerTo } from "../fold/patch.ts";
import type { Written } from "./fold.ts";

/** Takes a step's written parts into the state: the next state and the patch that leads to it. */
export function advance(state: Json, written: Written[]): { state: Json; patch: Patch } {
  let next = state;
  const patch: Patch = [];
  for (const { path, json } of written) {
    // Text from the guest: parsed here, on the host. A text that is no JSON throws and ends the run as a fault.
    const after = JSON.parse(json) as Json;
    patch.push(...patchAt(path, partAt(next, path), after));
    next = place(next, path, after);
  }
  return { state: next, patch };
}

/** Only the written part is compared, so a step of a fold by key costs what its key costs. */
function patchAt(path: string[], before: Json | undefined, after: Json): Patch {
  const prefix = pointerTo(path);
  if (before === undefined) return [{ op: "add", path: prefix, value: after } satisfies Operation];
  return diff(before, after).map((operation) => ({ ...operation, path: prefix + operation.path }));
}

/** The part of a state at these keys; undefined where there is none. */
export function partAt(state: Json, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    state,
  );
}

function place(whole: Json, path: string[], value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inside = isObject(whole) ? whole : {};
  return { ...inside, [key]: place(partAt(inside, [key]) ?? null, rest, value) };
}
