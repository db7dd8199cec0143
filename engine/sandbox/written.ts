import { isObject, type Json } from "../fold/json.ts";
import { diff, type Operation, type Patch } from "../fold/patch.ts";
import type { Written } from "./fold.ts";

/** The state with what a step has written put in its places. Throws if the guest's text is not JSON. */
export function placeWritten(state: Json, written: Written[]): Json {
  return written.reduce((whole, { path, json }) => place(whole, path, JSON.parse(json) as Json), state);
}

/** The patch of a step: only the written parts are compared, so a fold by key costs what its key costs. */
export function patchOf(state: Json, written: Written[]): Patch {
  return written.flatMap(({ path, json }) => {
    const before = path.reduce<Json | undefined>(
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      state,
    );
    const after = JSON.parse(json) as Json;
    const prefix = path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    if (before === undefined) return [{ op: "add", path: prefix, value: after } satisfies Operation];
    return diff(before, after).map((operation) => ({ ...operation, path: prefix + operation.path }));
  });
}

function place(whole: Json, path: string[], value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inside = isObject(whole) ? whole : {};
  return { ...inside, [key]: place(inside[key] ?? null, rest, value) };
}
